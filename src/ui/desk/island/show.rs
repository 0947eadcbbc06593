//! Shows how things stand.

use leptos::prelude::*;

use super::{
    Desktop,
    rows::{Offline, began, name, progress, tab, told, typing, waiter},
};
use crate::{
    browser::{
        focus, notify,
        page::{self, now},
    },
    client::{DeskClient, DeskPhase},
    domain::{desk::Duty, ids::ConversationId, moment::Moment},
    ui::{
        desk::{
            Blocked, Notifications, Readiness,
            attention::{Call, View, Waiting},
            practice::PRACTICE,
        },
        put,
        text::{conversation::Conversation, desk::Desk as Text, desk_tools::DeskTools},
        view::lines::shown_lines,
    },
};

impl Desktop {
    /// Shows how things stand.
    pub(super) fn show(self, client: &DeskClient) {
        let Self { screen, .. } = self;
        put(
            screen.blocked,
            match client.phase() {
                DeskPhase::Connecting | DeskPhase::Live => Blocked::Open,
                DeskPhase::Elsewhere => Blocked::Elsewhere,
                DeskPhase::SignedOut => Blocked::SignedOut,
            },
        );
        let stuck = client.channels().any(|(_, channel)| channel.channel.is_stuck());
        put(screen.offline, client.is_offline() || stuck);
        if let Some(ahead) = client.clock_ahead() {
            self.clock.set_value(ahead);
        }
        let time = Moment::from_millis(now().as_millis().saturating_add(self.clock.get_value()));
        if let Some(state) = client.state() {
            put(screen.alive, true);
            let taken = state.handled.len();
            put(
                screen.readiness,
                match state.duty {
                    Duty::Off => Readiness::Off,
                    Duty::Paused => Readiness::Paused,
                    Duty::On if taken >= usize::from(state.capacity) => Readiness::Full,
                    Duty::On => Readiness::Free,
                },
            );
            self.show_duty(state, time);
            let offline = if client.is_offline() { Offline::Yes } else { Offline::No };
            let rows = state.queue.iter().map(|row| waiter(row, time, offline));
            put(screen.queue, rows.collect::<Vec<_>>());
        }
        let opened = self.opened(client);
        let mut tabs: Vec<_> = client
            .channels()
            .map(|(id, channel)| {
                let seen = opened == Some(id) && !page::is_hidden();
                let unread = if seen { 0 } else { channel.channel.unread() };
                (began(channel), tab(id, channel, unread, time, screen.language))
            })
            .collect();
        // In the order in which they began, so that each keeps its place.
        tabs.sort_by_key(|(began, tab)| (began.is_none(), *began, tab.id));
        let tabs = tabs.into_iter().map(|(_, tab)| tab);
        put(screen.tabs, tabs.chain(self.practice_tab()).collect::<Vec<_>>());
        if opened == Some(PRACTICE) {
            put(screen.answers, Vec::new());
            self.show_practice();
        } else {
            put(screen.feedback, Vec::new());
            self.show_opened(client, opened);
        }
        self.show_passing(client, opened);
        put(screen.opened, opened);
        self.heed_ends(client);
        self.call(client);
        focus::bring_home();
    }

    /// Which conversation is in view: the one that was just accepted, the one that was, or the
    /// first there is.
    fn opened(self, client: &DeskClient) -> Option<ConversationId> {
        let there = |id: ConversationId| client.channels().any(|(other, _)| other == id);
        let accepted = self.accepted.get_value().filter(|id| there(*id));
        if accepted.is_some() {
            self.accepted.set_value(None);
            page::focus_soon("#message");
            return accepted;
        }
        let practises = self.practice.with_value(Option::is_some);
        let current = self.screen.opened.get_untracked();
        let current = current.filter(|id| there(*id) || practises && *id == PRACTICE);
        let first = || client.channels().next().map(|(id, _)| id);
        current.or_else(first).or_else(|| practises.then_some(PRACTICE))
    }

    fn show_opened(self, client: &DeskClient, opened: Option<ConversationId>) {
        let screen = self.screen;
        let channel = client.channels().find(|(id, _)| Some(*id) == opened);
        let Some((id, channel)) = channel else { return };
        let language = screen.language;
        if screen.opened.get_untracked() != opened
            && let Some(driver) = self.driver.get_value()
        {
            self.restore(&driver, id);
        }
        let ended_here = self.ended_here.with_value(|ended| ended.contains(&id));
        put(screen.progress, progress(channel, ended_here));
        let name = name(channel, language);
        put(
            screen.conversation.lines,
            shown_lines(&channel.channel, &name, Conversation::of(language)),
        );
        put(screen.answers, told(&channel.intake, language));
        put(screen.conversation.typing, typing(&channel.channel, &name, language));
        if channel.channel.unread() > 0 && !page::is_hidden() {
            // Not now: the client is being looked at.
            let driver = self.driver;
            request_animation_frame(move || {
                if let Some(driver) = driver.try_get_value().flatten() {
                    driver.read(id);
                }
            });
        }
    }

    /// Calls the worker: by the tab's title, and by a notification when nobody looks.
    fn call(self, client: &DeskClient) {
        let text = Text::of(self.screen.language);
        let unread = client.channels().map(|(_, channel)| channel.channel.unread()).sum();
        let waiting = Waiting { offers: client.offers(), unread };
        match waiting.offers + waiting.unread {
            0 => page::set_title(text.title_desk),
            number => page::set_title(&text.title_alert.with(&[&number.to_string()])),
        }
        let before = self.waiting.get_value();
        self.waiting.set_value(waiting);
        let view = if page::is_hidden() { View::Hidden } else { View::Seen };
        let on = self.screen.choices.notifications.get_untracked() == Notifications::On;
        let tools = DeskTools::of(self.screen.language);
        match before.call(waiting, view) {
            Call::Offer if on => notify::show(tools.somebody_waits),
            Call::Message if on => notify::show(tools.new_message),
            Call::Close => notify::close(),
            Call::Offer | Call::Message | Call::Nothing => {}
        }
    }
}
