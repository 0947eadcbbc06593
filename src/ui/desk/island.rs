//! The island of `/werkplek`: between the views and the worker's side of the conversations.

#![expect(missing_docs, reason = "a lazy island's macro makes a public function without a doc")]

use leptos::{prelude::*, task::spawn_local};

use super::{
    Blocked, DeskAction, DeskScreen, DeskTab, DeskView, Ending, Presence, Progress, Readiness,
    Standing, Waiter,
};
use crate::{
    browser::{
        desk::{DeskDriver, Sound},
        page::{self, now, time_of_day},
        panic::show_on_panic,
    },
    client::{Channel, DeskChannel, DeskClient, DeskPhase, Over, Said},
    domain::{
        desk::{self, Duty},
        ids::{ConversationId, SeatId},
        moment::Moment,
    },
    protocol::{
        DutyWish, HandledStage, MESSAGE_LIMIT, PeerPresence, QueueRow, QueueStanding, Refusal,
    },
    ui::{
        page::PageSettings,
        parts::conversation::Writing,
        put,
        text::{Language, conversation::Conversation, desk::Desk as Text},
        view::lines::shown_lines,
    },
};

/// What the island holds beside the screen.
#[derive(Clone, Copy)]
struct Desktop {
    screen: DeskScreen,
    driver: StoredValue<Option<DeskDriver>, LocalStorage>,
    /// The conversations that this worker ended.
    ended_here: StoredValue<Vec<ConversationId>>,
    /// What was wished for the duty and not answered yet.
    wishes: StoredValue<Vec<DutyWish>>,
    /// The server's clock less the device's, in milliseconds.
    clock: StoredValue<i64>,
}

/// `/werkplek`, all of it.
#[island(lazy)]
pub fn Desk() -> impl IntoView {
    let PageSettings { language, .. } = PageSettings::here();
    let desktop = Desktop {
        screen: DeskScreen::new(language),
        driver: StoredValue::new_local(None),
        ended_here: StoredValue::new(Vec::new()),
        wishes: StoredValue::new(Vec::new()),
        clock: StoredValue::new(0),
    };
    Effect::new(move || {
        show_on_panic(Text::of(language).panic);
        desktop.driver.set_value(Some(DeskDriver::open(move |client| desktop.show(client))));
    });
    let act = Callback::new(move |action| desktop.carry_out(action));
    view! { <DeskView screen=desktop.screen act /> }
}

/// On duty for all regions of the account.
fn on_duty(capacity: u8) -> DutyWish {
    DutyWish::On { capacity, regions: Vec::new(), wrap_up: 0 }
}

impl Desktop {
    fn carry_out(self, action: DeskAction) {
        let Some(driver) = self.driver.get_value() else { return };
        let capacity = self.screen.capacity.get_untracked();
        match action {
            DeskAction::Duty(true) => self.wish(driver, on_duty(capacity)),
            DeskAction::Duty(false) => self.wish(driver, DutyWish::Off),
            DeskAction::Capacity(capacity) => {
                self.screen.capacity.set(capacity);
                let off = self.screen.readiness.get_untracked() == Readiness::Off;
                if !off || !self.wishes.with_value(Vec::is_empty) {
                    self.wish(driver, on_duty(capacity));
                }
            }
            DeskAction::Pause(true) => self.wish(driver, DutyWish::Pause),
            DeskAction::Pause(false) => self.wish(driver, DutyWish::Resume),
            DeskAction::Sound(on) => {
                self.screen.sound.set(on);
                driver.set_sound(if on { Sound::On } else { Sound::Off });
            }
            DeskAction::Accept(id) => {
                self.attempt(driver, move |driver| async move { driver.accept(id).await });
            }
            DeskAction::Open(id) => self.open(&driver, id),
            DeskAction::Write(writing) => self.write(writing, &driver),
            DeskAction::End => {
                let Some(id) = self.screen.opened.get_untracked() else { return };
                self.ended_here.update_value(|ended| ended.push(id));
                self.attempt(driver, move |driver| async move { driver.end(id).await });
            }
            DeskAction::PutAway => {
                let Some(id) = self.screen.opened.get_untracked() else { return };
                self.screen.opened.set(None);
                self.ended_here.update_value(|ended| ended.retain(|known| *known != id));
                driver.put_away(id);
            }
            DeskAction::TakeBack => driver.come_back(),
        }
    }

    /// Wishes arrive in the order in which they were made: each waits for the one before.
    fn wish(self, driver: DeskDriver, wish: DutyWish) {
        let alone = self.wishes.with_value(Vec::is_empty);
        self.wishes.update_value(|wishes| wishes.push(wish));
        if !alone {
            return;
        }
        let wishes = self.wishes;
        self.attempt(driver, move |driver| async move {
            let mut answer = Ok(());
            while let Some(wish) = wishes.try_with_value(|wishes| wishes.first().cloned()).flatten()
            {
                answer = driver.duty(wish).await;
                wishes.try_update_value(|wishes| wishes.remove(0));
            }
            answer
        });
    }

    /// Asks the server, and shows why not.
    fn attempt<Answer>(self, driver: DeskDriver, ask: impl FnOnce(DeskDriver) -> Answer + 'static)
    where
        Answer: Future<Output = Result<(), Refusal>> + 'static,
    {
        self.screen.trouble.set(String::new());
        let language = self.screen.language;
        spawn_local(async move {
            if let Err(refusal) = ask(driver).await {
                self.screen.trouble.try_set(sentence(refusal, language).to_owned());
            }
        });
    }

    fn open(self, driver: &DeskDriver, id: ConversationId) {
        self.screen.opened.set(Some(id));
        if page::has_focus("[role=tablist]") {
            page::focus_soon("[role=tab][aria-selected=true]");
        }
        driver.read(id);
        self.restore_draft(driver, id);
    }

    /// Puts what was typed before into the field, once it is there.
    fn restore_draft(self, driver: &DeskDriver, id: ConversationId) {
        let draft = driver.look(|client| {
            client
                .channels()
                .find(|(other, _)| *other == id)
                .map(|(_, channel)| channel.draft.clone())
        });
        let Some(draft) = draft.flatten().filter(|draft| !draft.is_empty()) else { return };
        let conversation = self.screen.conversation;
        request_animation_frame(move || {
            if let Some(field) = conversation.field.get_untracked()
                && field.value().is_empty()
            {
                field.set_value(&draft);
                conversation.typed.set(draft.chars().count());
            }
        });
    }

    fn write(self, writing: Writing, driver: &DeskDriver) {
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
            Writing::Typed => driver.type_draft(id, &written),
            Writing::Send if written.trim().is_empty() => {}
            Writing::Send if count > MESSAGE_LIMIT => {
                let text = Conversation::of(self.screen.language);
                self.screen.trouble.set(text.too_long.to_owned());
            }
            Writing::Send => {
                driver.write(id, written.trim_end());
                field.set_value("");
                conversation.typed.set(0);
            }
        }
    }

    /// Shows how things stand.
    fn show(self, client: &DeskClient) {
        let Self { screen, .. } = self;
        put(
            screen.blocked,
            match client.phase() {
                DeskPhase::Connecting | DeskPhase::Live => Blocked::Open,
                DeskPhase::Elsewhere => Blocked::Elsewhere,
                DeskPhase::SignedOut => Blocked::SignedOut,
            },
        );
        put(screen.offline, client.is_offline());
        if let Some(ahead) = client.clock_ahead() {
            self.clock.set_value(ahead);
        }
        let time = Moment::from_millis(now().as_millis() + self.clock.get_value());
        if let Some(state) = client.state() {
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
            if state.duty != Duty::Off && self.wishes.with_value(Vec::is_empty) {
                put(screen.capacity, state.capacity);
            }
            let offline = if client.is_offline() { Offline::Yes } else { Offline::No };
            let rows = state.queue.iter().map(|row| waiter(row, time, offline));
            put(screen.queue, rows.collect::<Vec<_>>());
        }
        let opened = self.opened(client);
        let tabs = client.channels().map(|(id, channel)| {
            let unread = if opened == Some(id) { 0 } else { channel.channel.unread() };
            tab(id, channel, unread, screen.language)
        });
        put(screen.tabs, tabs.collect::<Vec<_>>());
        self.show_opened(client, opened);
        put(screen.opened, opened);
        self.show_title(client);
    }

    /// Which conversation is in view: the one that was, or the first there is.
    fn opened(self, client: &DeskClient) -> Option<ConversationId> {
        let current = self.screen.opened.get_untracked();
        let there = |id: ConversationId| client.channels().any(|(other, _)| other == id);
        current.filter(|id| there(*id)).or_else(|| client.channels().next().map(|(id, _)| id))
    }

    fn show_opened(self, client: &DeskClient, opened: Option<ConversationId>) {
        let screen = self.screen;
        let channel = client.channels().find(|(id, _)| Some(*id) == opened);
        let Some((id, channel)) = channel else { return };
        let language = screen.language;
        if screen.opened.get_untracked() != opened
            && let Some(driver) = self.driver.get_value()
        {
            self.restore_draft(&driver, id);
        }
        let ended_here = self.ended_here.with_value(|ended| ended.contains(&id));
        put(screen.progress, progress(channel, ended_here));
        let name = name(channel, language);
        put(screen.conversation.lines, shown_lines(&channel.channel, &name, language));
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

    /// The tab's title counts what asks for attention.
    fn show_title(self, client: &DeskClient) {
        let text = Text::of(self.screen.language);
        let unread: usize = client.channels().map(|(_, channel)| channel.channel.unread()).sum();
        let waiting = unread + client.offers();
        if waiting == 0 {
            page::set_title(text.title_desk);
        } else {
            page::set_title(&text.title_alert.with(&[&waiting.to_string()]));
        }
    }
}

/// Whether the server can be reached.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Offline {
    Yes,
    No,
}

/// Without a connection nothing can be accepted, and what was offered may no longer be.
fn waiter(row: &QueueRow, now: Moment, offline: Offline) -> Waiter {
    let minutes = now.since(row.since).as_secs() / 60;
    Waiter {
        id: row.conversation,
        region: row.region_name.clone(),
        minutes: u32::try_from(minutes).unwrap_or(u32::MAX),
        standing: match row.standing {
            QueueStanding::Waiting => Standing::Waiting,
            QueueStanding::Offered { .. } if offline == Offline::Yes => Standing::Waiting,
            QueueStanding::Returned => Standing::Returned,
            QueueStanding::Offered { until: Some(until) } => {
                let left = until.since(now).as_secs();
                Standing::Offered(u32::try_from(left).unwrap_or(u32::MAX))
            }
            QueueStanding::Offered { until: None } => Standing::OpenToAll,
            QueueStanding::OfferedElsewhere => Standing::OfferedElsewhere,
            QueueStanding::Away => Standing::Away,
        },
    }
}

fn name(channel: &DeskChannel, language: Language) -> String {
    if channel.nickname.is_empty() {
        Text::of(language).visitor.to_owned()
    } else {
        channel.nickname.clone()
    }
}

fn tab(id: ConversationId, channel: &DeskChannel, unread: usize, language: Language) -> DeskTab {
    let handled = channel.handled.as_ref();
    let since = handled.and_then(|handled| match handled.stage {
        HandledStage::Connecting => None,
        HandledStage::Talking(since) => Some(time_of_day(since)),
    });
    let last = channel.channel.lines().into_iter().rev().find_map(|line| match line.said {
        Said::Message { delivery, .. } => Some(delivery.is_none()),
        Said::Remark(_) => None,
    });
    DeskTab {
        id,
        name: name(channel, language),
        region: handled.map(|handled| handled.region_name.clone()).unwrap_or_default(),
        unread: u32::try_from(unread).unwrap_or(u32::MAX),
        waits_for_you: last == Some(true) && channel.over.is_none(),
        presence: match (channel.over, handled.map(|handled| handled.presence)) {
            (Some(Over::Ended(desk::Ending::QuickExit)), _) => Presence::Gone,
            (Some(_), _) => Presence::Ended,
            (None, Some(PeerPresence::Away(since))) => Presence::Away(time_of_day(since)),
            (None, _) => Presence::Present,
        },
        since: since.unwrap_or_default(),
    }
}

fn progress(channel: &DeskChannel, ended_here: bool) -> Progress {
    match channel.over {
        None if channel.channel.is_open() => Progress::Live,
        None => Progress::Connecting,
        Some(_) if ended_here => Progress::Over(Ending::ByYou),
        Some(Over::Ended(desk::Ending::ByWorker)) => Progress::Over(Ending::ByYou),
        Some(Over::Ended(desk::Ending::QuickExit)) => Progress::Over(Ending::Left),
        Some(Over::Ended(desk::Ending::Expired)) => Progress::Over(Ending::Expired),
        Some(Over::Ended(_)) => Progress::Over(Ending::ByVisitor),
        Some(Over::NotConnected) => Progress::Over(Ending::NotConnected),
        Some(Over::GivenBack | Over::Gone | Over::HandedOver | Over::ReadingOver) => {
            Progress::Over(Ending::Lost)
        }
    }
}

fn typing(channel: &Channel, name: &str, language: Language) -> String {
    let writes = channel.writing(now()).any(|seat| seat == SeatId::VISITOR);
    if writes { Conversation::of(language).typing.with(&[name]) } else { String::new() }
}

fn sentence(refusal: Refusal, language: Language) -> &'static str {
    let text = Text::of(language);
    match refusal {
        Refusal::AlreadyTaken => text.taken,
        Refusal::NotOffered => text.offer_over,
        Refusal::Gone => text.visitor_gone,
        Refusal::NoFreePlace => text.full_hint,
        Refusal::NoKey => text.locking,
        Refusal::NotSignedIn => text.signed_out,
        Refusal::OtherVersion => text.other_version,
        Refusal::Unreachable => text.unreachable,
        Refusal::Unavailable => text.failed,
        _ => text.refused,
    }
}
