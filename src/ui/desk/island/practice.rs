//! The practice, beside the real conversations and shown as they are.

use leptos::prelude::*;

use super::{Desktop, rows::whole_minutes};
use crate::{
    browser::{
        desk::DeskDriver,
        page::{self, now, time_of_day},
    },
    ui::{
        desk::{
            DeskTab, Ending, Kind, Presence, Progress,
            practice::{PRACTICE, Practice, Stage, Turn, Who},
        },
        put,
        text::{conversation::Conversation, desk_tools::DeskTools, practice::SCRIPTS},
        view::{Delivery, Line},
    },
};

impl Desktop {
    /// Begins a practice and opens it.
    pub(super) fn practise(self, number: usize, driver: &DeskDriver) {
        let Some(script) = SCRIPTS.get(number) else { return };
        if self.practice.with_value(Option::is_some) {
            return;
        }
        self.practice.set_value(Some(Practice::begin(script, self.screen.language, now())));
        self.screen.practising.set(true);
        self.show_now(driver);
        self.open(driver, PRACTICE);
        self.show_now(driver);
        page::focus_soon("#message");
    }

    /// Time has passed for the practice too.
    pub(super) fn play_on(self) {
        self.practice.update_value(|practice| {
            if let Some(practice) = practice {
                practice.tick(now());
            }
        });
    }

    pub(super) fn write_to_practice(self, text: &str, driver: &DeskDriver) {
        self.practice.update_value(|practice| {
            if let Some(practice) = practice {
                practice.write(text, now());
            }
        });
        self.show_now(driver);
    }

    pub(super) fn end_practice(self, driver: &DeskDriver) {
        self.practice.update_value(|practice| {
            if let Some(practice) = practice {
                practice.end();
            }
        });
        self.show_now(driver);
    }

    pub(super) fn put_practice_away(self, driver: &DeskDriver) {
        self.practice.set_value(None);
        self.practice_notes.set_value(String::new());
        self.screen.practising.set(false);
        self.show_now(driver);
    }

    /// The tab of the practice, if there is one.
    pub(super) fn practice_tab(self) -> Option<DeskTab> {
        let tools = DeskTools::of(self.screen.language);
        self.practice.with_value(|practice| {
            let practice = practice.as_ref()?;
            let turns = practice.turns();
            let over = practice.stage() == Stage::Over;
            let theirs = |turn: &&Turn| turn.who == Who::Visitor;
            let waiting = turns.iter().rev().take_while(theirs).last();
            let since = turns.first().map(|turn| turn.at);
            Some(DeskTab {
                id: PRACTICE,
                name: tools.practise_name.with(&[practice.name()]),
                region: tools.practise_region.to_owned(),
                unread: 0,
                waits_since: waiting.filter(|_| !over).map(|turn| time_of_day(turn.at)),
                presence: if over { Presence::Ended } else { Presence::Present },
                since: since.map(time_of_day).unwrap_or_default(),
                minutes: since.map(|since| whole_minutes(since, now())).unwrap_or_default(),
                kind: Kind::Practice,
            })
        })
    }

    /// Shows the practice in the place of a conversation.
    pub(super) fn show_practice(self) {
        let screen = self.screen;
        self.practice.with_value(|practice| {
            let Some(practice) = practice else { return };
            let over = practice.stage() == Stage::Over;
            put(
                screen.progress,
                if over { Progress::Over(Ending::Practised) } else { Progress::Live },
            );
            let lines = practice.turns().iter().map(|turn| match turn.who {
                Who::Worker => Line::mine(&turn.text, time_of_day(turn.at), Delivery::Delivered),
                Who::Visitor => {
                    Line::of(practice.name().to_owned(), &turn.text, time_of_day(turn.at))
                }
            });
            put(screen.conversation.lines, lines.collect());
            let typing = if practice.is_typing(now()) {
                Conversation::of(screen.language).typing.with(&[practice.name()])
            } else {
                String::new()
            };
            put(screen.conversation.typing, typing);
            put(screen.feedback, if over { practice.feedback() } else { Vec::new() });
        });
    }

    fn show_now(self, driver: &DeskDriver) {
        driver.look(|client| self.show(client));
    }
}
