//! What a visitor finds on each screen, by the labels that are a contract, and that every part which
//! the page changes is there.

use leptos::prelude::*;

use super::*;
use crate::{
    browser::screen::Part,
    ui::{page::PageSettings, text::Language},
};

/// The screens as the server renders them.
fn html(language: Language) -> String {
    Owner::new().with(|| {
        provide_context(PageSettings { language, return_minutes: 30 });
        view! { <Screens>"(notes)"</Screens> }.to_html()
    })
}

/// Each screen by its id, with whether it is hidden, and its HTML.
fn screens(html: &str) -> Vec<(&str, bool, &str)> {
    html.split("<section ")
        .skip(1)
        .map(|screen| {
            let (tag, content) = screen.split_once('>').unwrap();
            let id = tag.split_once("id=\"").unwrap().1.split_once('"').unwrap().0;
            (id, tag.contains("hidden"), content)
        })
        .collect()
}

fn screen(language: Language, wanted: Part) -> String {
    let html = html(language);
    let found = screens(&html).into_iter().find(|(id, ..)| *id == wanted.id());
    found.expect("the screen is on the page").2.to_owned()
}

#[test]
fn at_first_there_is_the_form_and_nothing_else() {
    let html = html(Language::Dutch);
    let seen: Vec<&str> =
        screens(&html).iter().filter(|(_, hidden, _)| !hidden).map(|(id, ..)| *id).collect();
    assert_eq!(seen, ["sign-up"]);
    assert_eq!(screens(&html).len(), 5);
}

#[test]
fn every_part_that_the_page_changes_is_there_once() {
    let html = html(Language::Dutch);
    for part in part::RENDERED {
        let id = format!(" id=\"{}\"", part.id());
        assert_eq!(html.matches(&id).count(), 1, "{id}");
    }
}

#[test]
fn every_action_has_its_button() {
    let html = html(Language::Dutch);
    for action in ChatAction::ALL {
        assert_eq!(ChatAction::named(action.name()), Some(action));
        assert!(html.contains(&format!("data-do=\"{}\"", action.name())), "{action:?}");
    }
    assert_eq!(ChatAction::named("fly"), None);
}

#[test]
fn the_form_can_be_filled_in_and_sends_nothing_natively() {
    let form = screen(Language::Dutch, part::SIGN_UP);
    for label in ["Bijnaam", "Regio", "Start de chat", "(notes)"] {
        assert!(form.contains(label), "{label}");
    }
    assert!(!form.contains(" name=") && !form.contains(" action="), "{form}");
    assert!(form.contains("data-live=\"false\""));
}

#[test]
fn the_room_has_what_waiting_and_talking_need() {
    let room = screen(Language::Dutch, part::ROOM);
    for label in [
        "Even wachten",
        "Laat dit scherm aan",
        "Stop met wachten",
        "Ja, ik stop",
        "role=\"log\" aria-label=\"Gesprek\"",
        "Bericht",
        "Verstuur",
        "aria-label=\"Sluiten\"",
        "Gesprek beëindigen",
        "Ja, beëindigen",
    ] {
        assert!(room.contains(label), "{label}");
    }
}

#[test]
fn the_cover_leads_back_and_says_for_how_long() {
    let cover = screen(Language::Dutch, part::COVER);
    assert!(cover.contains("Terug naar het gesprek") && cover.contains("nog 30 minuten terug"));
    assert!(cover.contains("Ja, beëindigen"));
}

#[test]
fn goodbye_says_that_all_is_erased_and_shows_the_phone_number() {
    let goodbye = screen(Language::English, part::FAREWELL);
    assert!(goodbye.contains("tel:08002000") && goodbye.contains("erased everything"));
}

#[test]
fn another_tab_can_be_taken_over() {
    assert!(screen(Language::Dutch, part::ELSEWHERE).contains("Ga hier verder"));
}
