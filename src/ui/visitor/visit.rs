//! The visit, from the moment the form was sent: between the parts of the page and the visitor's
//! side of the conversation. A file of its own, with the sealing in it.

#![expect(clippy::unnecessary_wraps, reason = "a lazy function's error: its file did not arrive")]

use std::{
    cell::{Cell, RefCell},
    mem::discriminant,
    rc::Rc,
};

use leptos::wasm_split::wasm_split;

use super::{
    ChatAction,
    island::busy,
    part,
    question::Question,
    shown::{Place, Reply, Server, Shown, Stage, Standing},
};
use crate::{
    browser::{
        by_region,
        lazy::{NotArrived, in_background},
        log::{Log, Row},
        page,
        visitor::{VisitorDriver, chosen_region},
    },
    client::{Intake, VisitorClient},
    domain::{
        desk::Answer,
        evaluation::{Asked, Evaluation, Opinion},
        ids::{RegionId, SeatId},
    },
    protocol::{Elsewhere, MESSAGE_LIMIT, Refusal, ReplyTo},
    ui::{
        parts::conversation::{counter, delivery_word},
        text::{conversation::Conversation, words::Words},
        view::{Author, Delivery, Line, lines::shown_lines},
    },
};

/// How a visit begins.
#[derive(Clone)]
pub(super) enum Beginning {
    /// The tab comes back to the one it kept.
    Resume,
    /// The form was sent.
    SignUp {
        /// What was filled in, within its bounds.
        intake: Intake,
        /// The region that was chosen.
        region: RegionId,
        /// Its name.
        region_name: String,
    },
}

/// Begins a visit.
#[wasm_split(visit, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_visit))]
pub(super) fn visit(words: Words, beginning: Beginning) -> Result<(), NotArrived> {
    let resumes = matches!(beginning, Beginning::Resume);
    let stage = if resumes { Stage::Waiting(Place::Connecting) } else { Stage::SignUp };
    let (stage, log) = (Cell::new(stage), Log::inside(part::LINES));
    let asked: Rc<RefCell<Option<Question>>> = Rc::default();
    let now_asked = Rc::clone(&asked);
    let render = move |client: &VisitorClient, covered| {
        let question = Question::of(client);
        let shown = shown(client, question.as_ref(), stage.get(), covered, words);
        now_asked.replace(question);
        put(&shown, stage.replace(shown.stage), &log, words);
        if shown.stage.is_room() {
            restore_draft(client.draft(), words);
        }
    };
    match beginning {
        Beginning::Resume => {
            if let Some(region) = chosen_region() {
                by_region::show(region);
            }
            if let Some(driver) = VisitorDriver::resume(render) {
                listen(driver, asked, words);
            }
        }
        Beginning::SignUp { intake, region, region_name } => in_background(async move {
            let on_work = move || part::FORM_BUSY.say(words.visit.working);
            let answer = VisitorDriver::sign_up(intake, region, on_work, render).await;
            busy(false, words);
            match answer {
                Ok(driver) => {
                    listen(driver, asked, words);
                    // Nothing that was typed stays in the form.
                    if let Some(form) = part::FORM.form() {
                        form.reset();
                    }
                }
                Err(refusal) => {
                    part::FORM_TROUBLE.say(&refusal_sentence(refusal, &region_name, words));
                }
            }
        }),
    }
    Ok(())
}

/// Does what the visitor does, for as long as the page lives.
fn listen(driver: VisitorDriver, asked: Rc<RefCell<Option<Question>>>, words: Words) {
    part::SEND.leave_focus();
    let typist = driver.clone();
    part::MESSAGE.on_typing(move || {
        let written = part::MESSAGE.typed();
        count(written.chars().count(), words);
        typist.type_draft(&written);
    });
    let writer = driver.clone();
    part::MESSAGE.on_enter(move || send(&writer, words));
    part::CHAT.on_press(move |does| match ChatAction::named(does) {
        Some(ChatAction::Send) => send(&driver, words),
        Some(ChatAction::StopWaiting | ChatAction::End) => driver.leave(),
        Some(ChatAction::Close) => driver.close(),
        Some(ChatAction::Return | ChatAction::TakeBack) => driver.come_back(),
        Some(ChatAction::Yes) => reply(&driver, asked.take(), Answer::Yes),
        Some(ChatAction::No) => reply(&driver, asked.take(), Answer::No),
        Some(ChatAction::Evaluate) => driver.evaluate(evaluation()),
        Some(ChatAction::StartAgain) => page::reload(),
        None => {}
    });
}

/// Answers the question that is on the page.
fn reply(driver: &VisitorDriver, asked: Option<Question>, answer: Answer) {
    match asked {
        Some(Question::Elsewhere) => driver.reply(ReplyTo::Elsewhere, answer),
        Some(Question::Transfer(asked)) => driver.reply(ReplyTo::Transfer(asked.number), answer),
        Some(Question::ReadBack(who)) => driver.allow_reading_back(who.seat, answer),
        None => {}
    }
    part::MESSAGE.focus();
}

/// What the visitor chose.
fn evaluation() -> Evaluation {
    let chosen = |asked: Asked| {
        let code = part::EVALUATION.chosen(asked.code())?;
        Opinion::ALL.into_iter().find(|opinion| opinion.code() == code)
    };
    Evaluation {
        heard: chosen(Asked::Heard),
        next_step: chosen(Asked::NextStep),
        again: chosen(Asked::Again),
    }
}

fn refusal_sentence(refusal: Refusal, region: &str, words: Words) -> String {
    let text = words.visit;
    match refusal {
        Refusal::Closed { .. } => text.region_closed.with(&[region]),
        Refusal::NobodyOnDuty => text.unattended.to_owned(),
        Refusal::QueueFull => text.queue_full.to_owned(),
        Refusal::OtherVersion => text.other_version.to_owned(),
        Refusal::Unreachable => text.unreachable.to_owned(),
        Refusal::TooMuch | Refusal::WorkNeeded(_) => text.too_fast.to_owned(),
        Refusal::UnknownRegion => text.region_unknown.to_owned(),
        _ => text.failed.to_owned(),
    }
}

/// Enter or "Verstuur".
fn send(driver: &VisitorDriver, words: Words) {
    let written = part::MESSAGE.typed();
    let typed = written.chars().count();
    if written.trim().is_empty() {
        count(typed, words);
    } else if typed > MESSAGE_LIMIT {
        part::TROUBLE.say(words.shared.too_long);
    } else {
        part::TROUBLE.say("");
        driver.write(written.trim_end());
        fill("", words);
    }
}

/// Puts `text` in the field to write in.
fn fill(text: &str, words: Words) {
    part::MESSAGE.fill(text);
    count(text.chars().count(), words);
}

/// Says how much room there is left.
fn count(typed: usize, words: Words) {
    part::COUNTER.mark("data-over", if typed > MESSAGE_LIMIT { "true" } else { "false" });
    part::COUNTER.say(&counter(typed, words.shared));
}

/// Puts back what was typed before a reload, once, into a field that is empty.
fn restore_draft(draft: &str, words: Words) {
    if !draft.is_empty() && part::MESSAGE.typed().is_empty() {
        fill(draft, words);
    }
}

/// How things stand.
fn shown(
    client: &VisitorClient,
    question: Option<&Question>,
    before: Stage,
    covered: bool,
    words: Words,
) -> Shown {
    let channel = client.channel();
    let standing = Standing {
        phase: client.phase(),
        before,
        covered,
        server: if client.is_offline() {
            Server::Lost
        } else if channel.is_stuck() {
            Server::Stuck
        } else {
            Server::There
        },
        roster: channel.roster(),
        typing: channel.writing(page::now()).find(|seat| *seat != SeatId::VISITOR),
        lines: shown_lines(channel, "", words.shared),
        question,
        reply: match client.reply_refused() {
            Some(_) => Reply::TooLate,
            None if client.asked().elsewhere == Elsewhere::Agreed => Reply::Agreed,
            None => Reply::None,
        },
        may_evaluate: client.may_evaluate(),
        evaluated: client.evaluated(),
    };
    Shown::of(standing, words)
}

/// Puts what there is to see on the page.
fn put(shown: &Shown, before: Stage, log: &Log, words: Words) {
    let stage = shown.stage;
    let waiting = matches!(stage, Stage::Waiting(_));
    let text = words.shared;
    part::CHAT.mark("data-stage", stage.tag());
    for (part, is_there) in [
        (part::SIGN_UP, stage == Stage::SignUp),
        (part::ROOM, stage.is_room() && !shown.covered),
        (part::QUEUE, waiting),
        (part::STOP, waiting),
        (part::END, !waiting),
        (part::COVER, shown.covered),
        (part::FAREWELL, matches!(stage, Stage::Farewell(_))),
        (part::ASK, shown.asked.is_some()),
        (part::EVALUATION, shown.evaluation),
        (part::ELSEWHERE, stage == Stage::Elsewhere),
    ] {
        part.show(is_there);
    }
    for (part, said) in [
        (part::ASK_WORDS, shown.asked.as_ref().map_or("", |asked| &asked.words)),
        (part::HEADING, shown.heading.as_str()),
        (part::OFFLINE, shown.offline),
        (part::PLACE, &shown.place),
        (part::RANGE, &shown.range),
        (part::REMARK, shown.remark),
        (part::TYPING, &shown.typing),
        (part::HEADLINE, shown.farewell[0]),
        (part::REASON, shown.farewell[1]),
        (part::THANKS, shown.evaluated),
    ] {
        part.say(said);
    }
    if let Some(asked) = &shown.asked {
        part::ASK_YES.say(asked.yes);
        part::ASK_NO.say(asked.no);
    }
    log.show(shown.lines.iter().map(|line| row(line, text)).collect());
    page::set_title(shown.title);
    if discriminant(&before) == discriminant(&stage) {
        return;
    }
    if matches!(stage, Stage::Farewell(_)) {
        fill("", words);
    }
    if stage != Stage::Conversation {
        // The screen changed: whoever cannot see it is told where they are.
        page::focus_soon(".chat section:not([hidden]) h1");
    }
}

fn row(line: &Line, text: &Conversation) -> Row {
    let (from, author, delivery) = match &line.author {
        Author::Me(delivery) => ("me", text.you, delivery_word(*delivery, text)),
        Author::Other(name) => ("other", name.as_str(), ""),
        Author::Notice => ("notice", "", ""),
    };
    let words = line.pieces.iter().map(|piece| (piece.shown().to_owned(), piece.address()));
    Row {
        from,
        state: if line.author == Author::Me(Delivery::Failed) { "failed" } else { "" },
        author: author.to_owned(),
        words: words.collect(),
        time: line.time.clone(),
        delivery,
    }
}
