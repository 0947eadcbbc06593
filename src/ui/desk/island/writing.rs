//! The fields of the opened conversation: the message, the notes.

use leptos::prelude::*;

use super::Desktop;
use crate::{
    browser::{desk::DeskDriver, page},
    domain::ids::ConversationId,
    protocol::MESSAGE_LIMIT,
    ui::{
        desk::practice::PRACTICE, parts::conversation::Writing, text::conversation::Conversation,
    },
};

impl Desktop {
    pub(super) fn open(self, driver: &DeskDriver, id: ConversationId) {
        self.screen.opened.set(Some(id));
        if page::has_focus("[role=tablist]") {
            page::focus_soon("[role=tab][aria-selected=true]");
        }
        driver.read(id);
        self.restore(driver, id);
    }

    /// Puts what was typed before into the fields, once they are there.
    pub(super) fn restore(self, driver: &DeskDriver, id: ConversationId) {
        let kept = driver.look(|client| {
            let mut channels = client.channels();
            let (_, channel) = channels.find(|(other, _)| *other == id)?;
            Some((channel.draft.clone(), channel.notes.clone()))
        });
        let (draft, notes) = match kept.flatten() {
            Some(kept) => kept,
            None if id == PRACTICE => (String::new(), self.practice_notes.get_value()),
            None => return,
        };
        let (conversation, notes_field) = (self.screen.conversation, self.screen.notes);
        request_animation_frame(move || {
            if let Some(field) = conversation.field.get_untracked()
                && field.value().is_empty()
            {
                field.set_value(&draft);
                conversation.typed.set(draft.chars().count());
            }
            if let Some(field) = notes_field.get_untracked()
                && field.value().is_empty()
            {
                field.set_value(&notes);
            }
        });
    }

    pub(super) fn write(self, writing: Writing, driver: &DeskDriver) {
        let conversation = self.screen.conversation;
        let (Some(field), Some(id)) =
            (conversation.field.get_untracked(), self.screen.opened.get_untracked())
        else {
            return;
        };
        let written = field.value();
        let count = written.chars().count();
        conversation.typed.set(count);
        match writing {
            Writing::Typed if id == PRACTICE => {}
            Writing::Typed => driver.type_draft(id, &written),
            Writing::Send if written.trim().is_empty() => {}
            Writing::Send if count > MESSAGE_LIMIT => {
                let text = Conversation::of(self.screen.language);
                self.screen.trouble.set(text.too_long.to_owned());
            }
            Writing::Send => {
                self.screen.replies.picker.set(None);
                if id == PRACTICE {
                    self.write_to_practice(written.trim_end(), driver);
                } else {
                    driver.write(id, written.trim_end());
                }
                field.set_value("");
                conversation.typed.set(0);
            }
        }
    }

    /// Puts a canned reply into the field, in place of what stood there. It is not sent.
    pub(super) fn insert(self, place: usize, driver: &DeskDriver) {
        let words = self
            .screen
            .replies
            .all
            .with_untracked(|all| all.get(place).map(|reply| reply.text.clone()));
        let (Some(words), Some(field)) = (words, self.screen.conversation.field.get_untracked())
        else {
            return;
        };
        field.set_value(&words);
        self.screen.replies.picker.set(None);
        self.write(Writing::Typed, driver);
        // Refused only where the element is gone.
        let _ = field.focus();
    }

    /// Keeps what was noted.
    pub(super) fn note(self, driver: &DeskDriver) {
        let (Some(field), Some(id)) =
            (self.screen.notes.get_untracked(), self.screen.opened.get_untracked())
        else {
            return;
        };
        if id == PRACTICE {
            self.practice_notes.set_value(field.value());
        } else {
            driver.note(id, &field.value());
        }
    }
}
