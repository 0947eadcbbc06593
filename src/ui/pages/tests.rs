//! What stands on the pages that only the server renders.

use leptos::prelude::*;

use super::*;
use crate::{
    domain::{ids::RegionId, staffing::Role},
    ui::{
        parts::shell::{Audience, Colleague, Frame, Shell},
        text::{Language, hours::Status},
    },
};

fn visitor(path: &str) -> Frame {
    Frame {
        language: Language::Dutch,
        path: path.to_owned(),
        audience: Audience::Visitor { exit: "https://weer.example/".to_owned() },
        demo: false,
    }
}

#[test]
fn the_ways_out_come_before_everything_else() {
    let html = view! { <Shell frame=visitor("/privacy")>"(page)"</Shell> }.to_html();
    let links: Vec<_> = html.match_indices("<a ").map(|(at, _)| &html[at..]).collect();
    assert!(links[0].contains("Ga naar de inhoud") && links[0].contains("href=\"#content\""));
    let exit = links[1].split("</a>").next().unwrap();
    assert!(exit.contains("Verlaat deze site") && exit.contains("https://weer.example/"), "{exit}");
    assert!(html.contains("href=\"/privacy?taal=en\""));
}

#[test]
fn every_page_for_visitors_shows_both_phone_numbers() {
    let problem = Problem::Internal;
    let html = view! {
        <Shell frame=visitor("/")>
            <ProblemPage language=Language::Dutch problem />
        </Shell>
    }
    .to_html();
    assert!(html.contains("tel:112") && html.contains("tel:08002000") && html.contains("Teletolk"));
}

#[test]
fn the_desk_has_no_exit_and_a_way_to_sign_out() {
    let role = Role::Worker(RegionId(20));
    let audience = Audience::Staff { who: Some(Colleague { name: "Anna".to_owned(), role }) };
    let frame = Frame { audience, demo: true, ..visitor("/werkplek") };
    let html = view! { <Shell frame>"(desk)"</Shell> }.to_html();
    assert!(!html.contains("Verlaat deze site") && html.contains("action=\"/uitloggen\""));
    assert!(html.contains("Demo: geen echte"));
}

#[test]
fn the_start_is_offered_only_while_the_chat_is_open() {
    let page = |status| view! { <HomePage language=Language::Dutch status /> }.to_html();
    let open = page(Status::Open { until: None });
    // Drawings are hidden from who hears the page, and nothing else of it is.
    let open = open.replace("aria-hidden", "");
    assert!(open.contains("De chat is open") && !open.contains("hidden"));
    for status in [Status::Closed { opens: None }, Status::Unattended] {
        assert!(page(status).contains("id=\"start\" hidden"), "{}", page(status));
    }
}

#[test]
fn the_house_rules_say_what_the_law_and_the_helpline_ask() {
    let html = view! { <HomePage language=Language::Dutch status=Status::Unattended /> }.to_html();
    for word in ["advies", "melding", "professionals", "9.00 tot 17.00", "anonieme registratie"] {
        assert!(html.contains(word), "{word}");
    }
}

#[test]
fn a_closed_chat_still_carries_the_island_for_running_conversations() {
    let status = Status::Closed { opens: None };
    let html = view! {
        <ChatPage language=Language::Dutch status regions=Vec::new()>
            "(island)"
        </ChatPage>
    }
    .to_html();
    assert!(html.contains("De chat is gesloten") && html.contains("(island)"));
    assert!(html.contains("data-status=\"closed\""));
}

#[test]
fn signing_in_is_a_native_form_that_tells_what_was_wrong() {
    let trouble = Some(SignInTrouble::Wrong);
    let html = view! { <SignInPage language=Language::Dutch trouble /> }.to_html();
    assert!(html.contains("method=\"post\"") && html.contains("action=\"/inloggen\""));
    assert!(html.contains("role=\"alert\"") && html.contains("horen niet bij elkaar"));
    assert!(html.contains("Naam") && html.contains("Wachtwoord"));
}
