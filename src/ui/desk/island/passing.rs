//! Between the views of what workers do together and the worker's side.

use leptos::prelude::*;

use super::Desktop;
use crate::{
    browser::desk::DeskDriver,
    client::{Choice, DeskClient},
    domain::{
        desk::{Target, WishEnd, WishStanding},
        ids::ConversationId,
    },
    protocol::{Availability, Handled, Part, PassOn, ReadingWish},
    ui::{
        desk::passing::{Helper, Invited, PassingAction},
        put,
        text::passing::Passing,
    },
};

impl Desktop {
    /// Shows what stands between workers.
    pub(super) fn show_passing(self, client: &DeskClient, opened: Option<ConversationId>) {
        let (screen, text) = (self.screen.passing, Passing::of(self.screen.language));
        let Some(state) = client.state() else { return };
        let invitations = state.invitations.iter().map(|asked| Invited {
            id: asked.conversation,
            words: text.invited.with(&[&asked.name, &asked.region_name]),
        });
        put(screen.invitations, invitations.collect::<Vec<_>>());
        let handled = state.handled.iter().find(|handled| Some(handled.conversation) == opened);
        let Some(handled) = handled else {
            put(screen.helpers, Vec::new());
            put(screen.readers, Vec::new());
            put(screen.reader, String::new());
            put(screen.wish, String::new());
            put(screen.reads, false);
            return;
        };
        let choices = client.choices(handled.conversation);
        let free = |choice: &&Choice| choice.availability == Availability::Free;
        let reads = |choice: &&Choice| match (&choice.to, &handled.reader) {
            (Target::Colleague(staff), Some(reader)) => {
                reader.staff == *staff && reader.until.is_none()
            }
            _ => false,
        };
        let helpers = choices.iter().filter(|choice| free(choice) || reads(choice));
        put(screen.helpers, helpers.map(|choice| helper(choice, text)).collect::<Vec<_>>());
        let readers = choices.iter().filter(|choice| matches!(choice.to, Target::Colleague(_)));
        put(screen.readers, readers.map(|choice| helper(choice, text)).collect::<Vec<_>>());
        put(screen.reads, handled.part == Part::Reader);
        put(screen.reader, reader(handled, text));
        put(screen.wish, wish(handled, text));
    }

    pub(super) fn pass(self, action: PassingAction, driver: DeskDriver) {
        let Some(opened) = self.screen.opened.get_untracked() else {
            // Only an invitation stands outside a conversation.
            match action {
                PassingAction::Join(id) => self.join(id, driver),
                PassingAction::EndReading(Some(id)) => self.read(id, ReadingWish::End, driver),
                _ => {}
            }
            return;
        };
        match action {
            PassingAction::PassOn(Target::Colleague(to) | Target::Reader(to)) => {
                self.pass_on(opened, PassOn::ToColleague(to), driver);
            }
            PassingAction::PassOn(Target::Region(to)) => {
                self.pass_on(opened, PassOn::ToRegion(to), driver);
            }
            PassingAction::Withdraw => self.pass_on(opened, PassOn::Withdraw, driver),
            PassingAction::AskReader(Target::Colleague(whom) | Target::Reader(whom)) => {
                self.read(opened, ReadingWish::Ask(whom), driver);
            }
            PassingAction::AskReader(Target::Region(_)) => {}
            PassingAction::EndReading(id) => {
                self.read(id.unwrap_or(opened), ReadingWish::End, driver);
            }
            PassingAction::Join(id) => self.join(id, driver),
        }
    }

    fn join(self, id: ConversationId, driver: DeskDriver) {
        self.accepted.set_value(Some(id));
        self.read(id, ReadingWish::Join, driver);
    }

    fn read(self, id: ConversationId, wish: ReadingWish, driver: DeskDriver) {
        self.attempt(driver, move |driver| async move { driver.reading(id, wish).await });
    }

    fn pass_on(self, id: ConversationId, wish: PassOn, driver: DeskDriver) {
        self.attempt(driver, move |driver| async move { driver.pass_on(id, wish).await });
    }
}

fn helper(choice: &Choice, text: &Passing) -> Helper {
    let mut label = match &choice.region_name {
        Some(region) => text.colleague.with(&[&choice.name, region]),
        None => text.region.with(&[&choice.name]),
    };
    if choice.needs_yes {
        label.push_str(text.needs_yes);
    }
    Helper { to: choice.to, label }
}

fn reader(handled: &Handled, text: &Passing) -> String {
    if handled.part == Part::Reader {
        return text.you_read.to_owned();
    }
    match &handled.reader {
        None => String::new(),
        Some(reader) => match reader.until {
            None => text.reads.with(&[&reader.name]),
            Some(_) => text.reader_asked.with(&[&reader.name]),
        },
    }
}

fn wish(handled: &Handled, text: &Passing) -> String {
    let Some(wish) = &handled.wish else { return String::new() };
    let words = match wish.standing {
        WishStanding::Asked { .. } => &text.wish_asked,
        WishStanding::Ended(WishEnd::Declined) => &text.wish_declined,
        WishStanding::Ended(_) => &text.wish_lapsed,
    };
    words.with(&[&wish.name])
}
