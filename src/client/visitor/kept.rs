//! What a visitor's tab keeps over a reload, sealed under the root.

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use super::{Greeting, VisitorAction, VisitorClient, reading_back::Answered};
use crate::{
    client::{Intake, outbox::Outgoing, thread::Remark},
    domain::{moment::Moment, secret::Share},
};

/// What the tab keeps is sealed under this label.
const KEPT: &str = "visitor";

#[derive(Serialize, Deserialize)]
struct Kept {
    intake: Intake,
    draft: String,
    outbox: Vec<Outgoing>,
    answers: Vec<Answered>,
}

impl VisitorClient {
    /// With the server's share there is a root key, and what was kept can be opened. With another
    /// share than the one it was sealed under it cannot, and the visitor reads so.
    pub(super) fn root(&mut self, share: &Share, now: Moment) {
        if self.seal.is_some() {
            return;
        }
        let seal = self.suite.visitor(&self.keys.secret, share, self.keys.conversation);
        if let Some(kept) = self.kept.take() {
            let opened = seal.recall(KEPT, &kept).ok();
            if let Some(kept) = opened.and_then(|kept| postcard::from_bytes::<Kept>(&kept).ok()) {
                self.intake = kept.intake;
                self.draft = kept.draft;
                self.channel.restore(kept.outbox);
                self.reading_back.restore(kept.answers);
                if let Some(language) = self.reads.take()
                    && language != self.intake.language
                {
                    self.intake.language = language;
                    self.greeting = Greeting::Anew;
                }
            } else {
                self.channel.remark(self.channel.cursor(), now, Remark::Unreadable);
            }
        }
        self.seal = Some(seal);
    }

    pub(super) fn keep(&mut self) {
        let Some(seal) = &mut self.seal else { return };
        let kept = Kept {
            intake: self.intake.clone(),
            draft: self.draft.clone(),
            outbox: self.channel.kept(),
            answers: self.reading_back.kept(),
        };
        let Ok(mut plain) = postcard::to_allocvec(&kept) else { return };
        if let Ok(kept) = seal.keep(KEPT, &plain) {
            self.actions.push(VisitorAction::Keep(kept));
        }
        plain.zeroize();
    }
}
