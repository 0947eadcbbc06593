//! The island of `/chat`: between the views and the visitor's side of the conversation.

use leptos::{prelude::*, task::spawn_local};

use super::{ChatAction, ChatScreen, ChatView, Farewell, Place, Stage};
use crate::{
    browser::{
        early::come_alive,
        page,
        panic::show_on_panic,
        regions::{self, Found},
        visitor::VisitorDriver,
    },
    client::{Channel, VisitorClient, VisitorPhase},
    domain::{
        desk::Ending,
        ids::{RegionId, SeatId},
    },
    protocol::{MESSAGE_LIMIT, NICKNAME_LIMIT, Notice, PeerPresence, Refusal, Situation},
    ui::{
        page::PageSettings,
        parts::{conversation::Writing, region::REGION_LIST},
        put,
        text::{Language, conversation::Conversation, visitor::Visitor},
        view::{Participant, lines::shown_lines},
    },
};

/// `/chat`, all of it. `children` stand in the form: what only the server needs to render.
#[island]
pub fn Chat(children: Children) -> impl IntoView {
    let PageSettings { language, return_minutes } = PageSettings::here();
    let screen = ChatScreen::new(language, return_minutes);
    let driver = StoredValue::new_local(None::<VisitorDriver>);

    Effect::new(move || {
        show_on_panic(Visitor::of(language).panic);
        let made = VisitorDriver::new(move |client, covered| show(&screen, client, covered));
        let resumes = made.resume();
        driver.set_value(Some(made));
        if resumes {
            screen.stage.set(Stage::Waiting(Place::Connecting));
            return;
        }
        page::show_form();
        if let Some(form) = screen.sign_up.form.get_untracked() {
            come_alive(&form);
        }
    });

    let act = Callback::new(move |action| {
        if let Some(driver) = driver.get_value() {
            carry_out(action, &screen, &driver);
        }
    });
    view! { <ChatView screen act>{children()}</ChatView> }
}

fn carry_out(action: ChatAction, screen: &ChatScreen, driver: &VisitorDriver) {
    match action {
        ChatAction::Start => start(*screen, driver.clone()),
        ChatAction::Region => {
            driver.warm_up();
            note_region(screen);
        }
        ChatAction::Write(writing) => write(writing, screen, driver),
        ChatAction::StopWaiting | ChatAction::End => driver.leave(),
        ChatAction::Close => driver.close(),
        ChatAction::Return | ChatAction::TakeBack => driver.come_back(),
        ChatAction::StartAgain => page::reload(),
    }
}

/// "Start de chat".
fn start(screen: ChatScreen, driver: VisitorDriver) {
    if screen.sign_up.busy.get_untracked() {
        return;
    }
    let nickname = screen.sign_up.nickname.get_untracked().map(|field| field.value());
    let nickname = nickname.unwrap_or_default().trim().to_owned();
    let note = nickname_note(&nickname, screen.language);
    screen.sign_up.nickname_note.set(note.to_owned());
    let region = note_region(&screen);
    if !note.is_empty() || region.is_none() {
        let field = if note.is_empty() { screen.sign_up.region } else { screen.sign_up.nickname };
        if let Some(field) = field.get_untracked() {
            // Refused only where the field is gone.
            let _ = field.focus();
        }
        return;
    }
    let Some((region, region_name)) = region else { return };
    screen.sign_up.busy.set(true);
    screen.trouble.set(String::new());
    spawn_local(async move {
        let answer = driver.sign_up(nickname, region).await;
        screen.sign_up.busy.try_set(false);
        match answer {
            // Nothing that was typed stays in the form.
            Ok(()) => {
                if let Some(form) = screen.sign_up.form.get_untracked() {
                    form.reset();
                }
            }
            Err(refusal) => {
                let sentence = refusal_sentence(refusal, &region_name, screen.language);
                screen.trouble.try_set(sentence);
            }
        }
    });
}

fn nickname_note(nickname: &str, language: Language) -> &'static str {
    let text = Visitor::of(language);
    match nickname.chars().count() {
        0 => text.nickname_missing,
        count if count > NICKNAME_LIMIT => text.nickname_long,
        _ => "",
    }
}

/// Says which region the typed name leads to, or why to none.
fn note_region(screen: &ChatScreen) -> Option<(RegionId, String)> {
    let text = Visitor::of(screen.language);
    let typed = screen.sign_up.region.get_untracked().map(|field| field.value());
    let (note, region) = match regions::find(REGION_LIST, &typed.unwrap_or_default()) {
        Found::Nothing => (text.region_missing.to_owned(), None),
        Found::Unknown => (text.region_unknown.to_owned(), None),
        Found::Several(names) => (text.region_several.with(&[&names.join(", ")]), None),
        Found::One(id, name) => (text.region_chosen.with(&[&name]), Some((id, name))),
    };
    screen.sign_up.region_note.set(note);
    screen.sign_up.region_wrong.set(region.is_none());
    region
}

fn refusal_sentence(refusal: Refusal, region: &str, language: Language) -> String {
    let text = Visitor::of(language);
    match refusal {
        Refusal::Closed { .. } => text.region_closed.with(&[region]),
        Refusal::NobodyOnDuty => text.unattended.to_owned(),
        Refusal::QueueFull => text.queue_full.to_owned(),
        Refusal::OtherVersion => text.other_version.to_owned(),
        Refusal::Unreachable => text.unreachable.to_owned(),
        Refusal::TooMuch => text.too_fast.to_owned(),
        Refusal::UnknownRegion => text.region_unknown.to_owned(),
        _ => text.failed.to_owned(),
    }
}

fn write(writing: Writing, screen: &ChatScreen, driver: &VisitorDriver) {
    let Some(field) = screen.conversation.field.get_untracked() else { return };
    let written = field.value();
    let count = written.chars().count();
    screen.conversation.typed.set(count);
    match writing {
        Writing::Typed => driver.type_draft(&written),
        Writing::Send if written.trim().is_empty() => {}
        Writing::Send if count > MESSAGE_LIMIT => {
            screen.trouble.set(Conversation::of(screen.language).too_long.to_owned());
        }
        Writing::Send => {
            screen.trouble.set(String::new());
            driver.write(written.trim_end());
            field.set_value("");
            screen.conversation.typed.set(0);
        }
    }
}

/// Shows how things stand.
fn show(screen: &ChatScreen, client: Option<&VisitorClient>, covered: bool) {
    let text = Visitor::of(screen.language);
    let Some(client) = client else { return };
    let before = screen.stage.get_untracked();
    let stage = stage(client.phase(), before, covered);
    put(screen.covered, covered);
    put(screen.offline, client.is_offline());
    put(screen.remark, remark(client.phase(), screen.language).to_owned());
    put(screen.participants, participants(client.channel()));
    put(screen.conversation.typing, typing(client.channel(), screen.language));
    put(screen.conversation.lines, shown_lines(client.channel(), "", screen.language));
    put(screen.stage, stage);
    if std::mem::discriminant(&before) != std::mem::discriminant(&stage)
        && !matches!(stage, Stage::Conversation)
    {
        // The screen changed: whoever cannot see it is told where they are.
        page::focus_soon(".chat section:not([hidden]) h1");
    }
    page::set_title(if stage == Stage::Waiting(Place::Turn) {
        text.title_turn
    } else {
        text.title
    });
    if matches!(stage, Stage::Waiting(_) | Stage::Conversation) {
        restore_draft(screen, client.draft());
    }
}

/// Puts back what was typed before a reload, once, into a field that is empty.
fn restore_draft(screen: &ChatScreen, draft: &str) {
    if draft.is_empty() {
        return;
    }
    if let Some(field) = screen.conversation.field.get_untracked()
        && field.value().is_empty()
    {
        field.set_value(draft);
        screen.conversation.typed.set(draft.chars().count());
    }
}

fn stage(phase: VisitorPhase, before: Stage, covered: bool) -> Stage {
    match phase {
        VisitorPhase::Live(Situation::Waiting { place, .. }) => {
            Stage::Waiting(Place::Number(place))
        }
        VisitorPhase::Live(Situation::WaitingAgain(_)) => Stage::Waiting(Place::Returned),
        VisitorPhase::Live(Situation::Called) => Stage::Waiting(Place::Turn),
        VisitorPhase::Live(Situation::Talking(_)) => Stage::Conversation,
        VisitorPhase::Elsewhere => Stage::Elsewhere,
        VisitorPhase::Connecting => match before {
            Stage::Waiting(_) | Stage::Conversation => before,
            _ if covered => Stage::Conversation,
            _ => Stage::Waiting(Place::Connecting),
        },
        VisitorPhase::Ended(how) => Stage::Farewell(match how {
            Some(Ending::ByVisitor) if matches!(before, Stage::Waiting(_)) => Farewell::Stopped,
            Some(Ending::StoppedWaiting) => Farewell::Stopped,
            Some(Ending::ByVisitor | Ending::QuickExit) => Farewell::EndedByYou,
            Some(Ending::ByWorker) => Farewell::EndedByWorker,
            Some(Ending::Expired) => Farewell::Expired,
            None => Farewell::Gone,
        }),
    }
}

fn remark(phase: VisitorPhase, language: Language) -> &'static str {
    let text = Visitor::of(language);
    let VisitorPhase::Live(situation) = phase else { return "" };
    match situation {
        Situation::Waiting { notice: Notice::PastClosing, .. }
        | Situation::WaitingAgain(Notice::PastClosing) => text.closing,
        Situation::Waiting { notice: Notice::NobodyOnDuty, .. }
        | Situation::WaitingAgain(Notice::NobodyOnDuty) => text.nobody,
        Situation::Talking(PeerPresence::Away(_)) => text.worker_away,
        _ => "",
    }
}

fn participants(channel: &Channel) -> Vec<Participant> {
    let seats = channel.roster().0.iter();
    seats
        .map(|seat| Participant { name: seat.name.clone(), region: seat.region_name.clone() })
        .collect()
}

fn typing(channel: &Channel, language: Language) -> String {
    let writer = channel.writing(page::now()).find(|seat| *seat != SeatId::VISITOR);
    let seat = writer.and_then(|seat| channel.roster().seat(seat));
    seat.map(|seat| Conversation::of(language).typing.with(&[&seat.name])).unwrap_or_default()
}
