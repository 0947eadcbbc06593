//! The island of `/chat`: the form, alive as early as can be. The visit is fetched meanwhile.

use leptos::{prelude::*, web_sys::Element};

use super::{
    part,
    shown::{Place, Stage},
    visit::{Beginning, fetch_visit, visit},
};
use crate::{
    browser::{
        by_region,
        early::come_alive,
        lazy::{in_background, until_arrived},
        page,
        panic::show_on_panic,
        questions,
        regions::{self, Found},
        screen::Part,
        visitor::{can_resume, is_covered},
    },
    client::Intake,
    domain::ids::RegionId,
    protocol::NICKNAME_LIMIT,
    ui::{page::words_here, parts::region::REGION_LIST, text::words::Words},
};

/// `/chat`, all of it. `children` are the screens: only the server renders them.
#[island]
pub fn Chat(children: Children) -> impl IntoView {
    view! {
        <div id=part::CHAT.id() class="chat" data-stage=Stage::SignUp.tag() use:wake>
            {children()}
        </div>
    }
}

/// In the browser, as soon as the program is there.
fn wake(_: Element) {
    let words = words_here();
    show_on_panic(words.visit.panic);
    if can_resume() {
        // What is covered stays away until its cover is there.
        if !is_covered() {
            part::CHAT.mark("data-stage", Stage::Waiting(Place::Connecting).tag());
            part::SIGN_UP.show(false);
            part::ROOM.show(true);
        }
        begin(words, Beginning::Resume);
        return;
    }
    page::show_form();
    part::FORM.on_submit(move || start(words));
    part::REGION.on_typing(move || {
        // It is asked for again when it is needed.
        in_background(async { drop(fetch_visit().await) });
        note_region(words);
    });
    if !part::REGION.typed().is_empty() {
        // Chosen by the website around this page, or typed before it was alive.
        note_region(words);
    }
    come_alive(part::FORM);
}

/// Begins the visit as soon as it has arrived.
fn begin(words: Words, beginning: Beginning) {
    in_background(async move {
        until_arrived(|| visit(words, beginning.clone())).await;
    });
}

/// "Start de chat".
fn start(words: Words) {
    if part::START.is_marked("aria-disabled", "true") {
        return;
    }
    let nickname = part::NICKNAME.typed().trim().to_owned();
    let note = nickname_note(&nickname, words);
    part::NICKNAME_NOTE.say(note);
    mark_wrong(part::NICKNAME, !note.is_empty());
    let region = note_region(words);
    if !note.is_empty() {
        return part::NICKNAME.focus();
    }
    let Some((region, region_name)) = region else {
        return part::REGION.focus();
    };
    busy(true, words);
    part::FORM_TROUBLE.say("");
    let answers = questions::answers(part::QUESTIONS);
    let intake = Intake { nickname, answers, language: words.language.tag().to_owned() };
    begin(words, Beginning::SignUp { intake, region, region_name });
}

/// The form was sent and waits for an answer, or no more.
pub(super) fn busy(busy: bool, words: Words) {
    part::START.mark("aria-disabled", if busy { "true" } else { "false" });
    part::FORM_BUSY.say(if busy { words.visit.starting } else { "" });
}

fn nickname_note(nickname: &str, words: Words) -> &'static str {
    let text = words.visit;
    match nickname.chars().count() {
        0 => text.nickname_missing,
        count if count > NICKNAME_LIMIT => text.nickname_long,
        _ => "",
    }
}

/// Says which region the typed name leads to, or why to none.
fn note_region(words: Words) -> Option<(RegionId, String)> {
    let text = words.visit;
    let (note, region) = match regions::find(REGION_LIST, &part::REGION.typed()) {
        Found::Nothing => (text.region_missing.to_owned(), None),
        Found::Unknown => (text.region_unknown.to_owned(), None),
        Found::Several(names) => {
            let names = names.into_iter().reduce(|all, next| all + ", " + &next);
            (text.region_several.with(&[&names.unwrap_or_default()]), None)
        }
        Found::One(id, name) => (text.region_chosen.with(&[&name]), Some((id, name))),
    };
    if let Some((region, _)) = &region {
        by_region::show(*region);
    }
    part::REGION_NOTE.say(&note);
    mark_wrong(part::REGION, region.is_none());
    region
}

fn mark_wrong(field: Part, wrong: bool) {
    field.mark("aria-invalid", if wrong { "true" } else { "false" });
}
