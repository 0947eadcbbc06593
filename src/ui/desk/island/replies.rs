//! The canned replies: read when the desk opens and whenever their sheet does.

use leptos::{prelude::*, task::spawn_local};

use super::Desktop;
use crate::{
    browser::{desk::DeskDriver, page},
    domain::{
        ids::ReplyId,
        reply::{ReplyError, ReplyWords},
    },
    protocol::{Refusal, Replies},
    ui::{
        desk::{RepliesAction, RepliesScreen, Reply},
        text::desk_tools::DeskTools,
    },
};

impl Desktop {
    pub(super) fn change_replies(self, action: RepliesAction, driver: DeskDriver) {
        let replies = self.screen.replies;
        match action {
            RepliesAction::Open => {
                replies.told.set("");
                self.read_replies();
            }
            RepliesAction::Cancel => self.fill(None),
            RepliesAction::Change(id) => {
                self.fill(Some(id));
                page::focus_soon("#reply-text");
            }
            RepliesAction::Remove(id) => self.tell_replies(
                driver,
                move |driver| async move { driver.remove_reply(id).await },
                DeskTools::of(self.screen.language).reply_removed,
            ),
            RepliesAction::Save => self.save(driver),
        }
    }

    /// Reads them from the server. Without an answer those of before stay.
    pub(super) fn read_replies(self) {
        let Some(driver) = self.driver.get_value() else { return };
        let RepliesScreen { all, .. } = self.screen.replies;
        spawn_local(async move {
            if let Ok(replies) = driver.replies().await {
                all.try_set(to_choose_from(replies));
            }
        });
    }

    fn save(self, driver: DeskDriver) {
        let replies = self.screen.replies;
        let text = DeskTools::of(self.screen.language);
        let (Some(name), Some(words)) =
            (replies.name.get_untracked(), replies.text.get_untracked())
        else {
            return;
        };
        match ReplyWords::parse(&name.value(), &words.value()) {
            Err(ReplyError::Name) => {
                replies.told.set(text.reply_wrong_name);
                page::focus_soon("#reply-name");
            }
            Err(ReplyError::Text) => {
                replies.told.set(text.reply_wrong_text);
                page::focus_soon("#reply-text");
            }
            Ok(words) => {
                let id = replies.changing.get_untracked();
                let save =
                    move |driver: DeskDriver| async move { driver.save_reply(id, words).await };
                self.tell_replies(driver, save, text.reply_saved);
            }
        }
    }

    /// Asks the server, says what became of it, and reads the replies anew.
    fn tell_replies<Answer>(
        self,
        driver: DeskDriver,
        ask: impl FnOnce(DeskDriver) -> Answer + 'static,
        done: &'static str,
    ) where
        Answer: Future<Output = Result<(), Refusal>> + 'static,
    {
        let language = self.screen.language;
        let told = self.screen.replies.told;
        told.set("");
        spawn_local(async move {
            match ask(driver).await {
                Ok(()) => {
                    told.try_set(done);
                    self.fill(None);
                    self.read_replies();
                }
                Err(Refusal::TooMuch) => {
                    told.try_set(DeskTools::of(language).reply_too_many);
                }
                Err(refusal) => {
                    told.try_set(super::sentence(refusal, language));
                }
            }
        });
    }

    /// Puts a reply into the form, or empties it.
    fn fill(self, id: Option<ReplyId>) {
        let replies = self.screen.replies;
        let found = replies.all.with_untracked(|all| {
            all.iter().find(|reply| id.is_some() && reply.own == id).cloned()
        });
        replies.changing.set(found.as_ref().and_then(|reply| reply.own));
        let (name, words) = found.map(|reply| (reply.name, reply.text)).unwrap_or_default();
        if let Some(field) = replies.name.get_untracked() {
            field.set_value(&name);
        }
        if let Some(field) = replies.text.get_untracked() {
            field.set_value(&words);
        }
    }
}

fn to_choose_from(replies: Replies) -> Vec<Reply> {
    let of = |own, region: &str, words: ReplyWords| Reply {
        own,
        region: region.to_owned(),
        name: words.name().to_owned(),
        text: words.text().to_owned(),
    };
    let own = replies.own.into_iter().map(|reply| of(Some(reply.id), "", reply.words));
    let shared = replies.shared.into_iter().flat_map(|shared| {
        let region = shared.region_name;
        shared.replies.into_iter().map(move |words| of(None, &region, words))
    });
    own.chain(shared).collect()
}
