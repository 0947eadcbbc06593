//! The visit, from the moment the form was sent: between its views and the visitor's side of the
//! conversation. A file of its own, with the sealing in it.

#![expect(clippy::unnecessary_wraps, reason = "a lazy function's error: its file did not arrive")]

use leptos::{
    mount::mount_to, prelude::*, task::spawn_local, wasm_split::wasm_split, web_sys::HtmlElement,
};
use send_wrapper::SendWrapper;

use super::{ChatAction, ChatScreen, Farewell, Place, Stage, VisitScreen, VisitView};
use crate::{
    browser::{lazy::NotArrived, page, visitor::VisitorDriver},
    client::{Channel, VisitorClient, VisitorPhase},
    domain::{
        desk::Ending,
        ids::{RegionId, SeatId},
    },
    protocol::{MESSAGE_LIMIT, Notice, PeerPresence, Refusal, Situation},
    ui::{
        parts::conversation::Writing,
        put,
        text::{Language, conversation::Conversation, visitor::Visitor},
        view::{Participant, lines::shown_lines},
    },
};

/// How a visit begins.
#[derive(Clone)]
pub(super) enum Beginning {
    /// The tab comes back to the one it kept.
    Resume,
    /// The form was sent.
    SignUp {
        /// As it was typed, within its bounds.
        nickname: String,
        /// The region that was chosen.
        region: RegionId,
        /// Its name.
        region_name: String,
    },
}

/// Begins a visit.
#[wasm_split(visit, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_visit))]
pub(super) fn visit(chat: ChatScreen, beginning: Beginning) -> Result<(), NotArrived> {
    let screen = VisitScreen::new(chat);
    let render = move |client: &VisitorClient, covered| show(&screen, client, covered);
    match beginning {
        Beginning::Resume => {
            if let Some(driver) = VisitorDriver::resume(render) {
                appear(&screen, driver);
            }
        }
        Beginning::SignUp { nickname, region, region_name } => spawn_local(async move {
            let answer = VisitorDriver::sign_up(nickname, region, render).await;
            chat.sign_up.busy.try_set(false);
            match answer {
                Ok(driver) => {
                    appear(&screen, driver);
                    // Nothing that was typed stays in the form.
                    if let Some(form) = chat.sign_up.form.get_untracked() {
                        form.reset();
                    }
                }
                Err(refusal) => {
                    chat.trouble.try_set(refusal_sentence(refusal, &region_name, chat.language));
                }
            }
        }),
    }
    Ok(())
}

/// Puts the view beside the form, for as long as the page lives.
fn appear(screen: &VisitScreen, driver: VisitorDriver) {
    let screen = *screen;
    let Some(root) = screen.chat.root.get_untracked() else { return };
    let driver = SendWrapper::new(driver);
    let act = Callback::new(move |action| carry_out(action, &screen, &driver));
    mount_to(HtmlElement::clone(&root), move || view! { <VisitView screen act /> }).forget();
}

fn carry_out(action: ChatAction, screen: &VisitScreen, driver: &VisitorDriver) {
    match action {
        ChatAction::Write(writing) => write(writing, screen, driver),
        ChatAction::StopWaiting | ChatAction::End => driver.leave(),
        ChatAction::Close => driver.close(),
        ChatAction::Return | ChatAction::TakeBack => driver.come_back(),
        ChatAction::StartAgain => page::reload(),
    }
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

fn write(writing: Writing, screen: &VisitScreen, driver: &VisitorDriver) {
    let Some(field) = screen.conversation.field.get_untracked() else { return };
    let written = field.value();
    let count = written.chars().count();
    screen.conversation.typed.set(count);
    match writing {
        Writing::Typed => driver.type_draft(&written),
        Writing::Send if written.trim().is_empty() => {}
        Writing::Send if count > MESSAGE_LIMIT => {
            screen.chat.trouble.set(Conversation::of(screen.chat.language).too_long.to_owned());
        }
        Writing::Send => {
            screen.chat.trouble.set(String::new());
            driver.write(written.trim_end());
            field.set_value("");
            screen.conversation.typed.set(0);
        }
    }
}

/// Shows how things stand.
fn show(screen: &VisitScreen, client: &VisitorClient, covered: bool) {
    let text = Visitor::of(screen.chat.language);
    let before = screen.chat.stage.get_untracked();
    let stage = stage(client.phase(), before, covered);
    put(screen.covered, covered);
    put(screen.offline, client.is_offline());
    put(screen.remark, remark(client.phase(), screen.chat.language).to_owned());
    put(screen.participants, participants(client.channel()));
    put(screen.conversation.typing, typing(client.channel(), screen.chat.language));
    put(screen.conversation.lines, shown_lines(client.channel(), "", screen.chat.language));
    put(screen.chat.stage, stage);
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
fn restore_draft(screen: &VisitScreen, draft: &str) {
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
