//! What a visitor finds on each screen, by the labels that are a contract.

use leptos::prelude::*;

use super::*;
use crate::ui::view::{Delivery, Line};

/// The screen as HTML, after `arrange`.
fn html(language: Language, arrange: impl FnOnce(VisitScreen)) -> String {
    Owner::new().with(|| {
        let chat = ChatScreen::new(language, 30);
        let screen = VisitScreen::new(chat);
        arrange(screen);
        let act = Callback::new(|_: ChatAction| ());
        view! {
            <ChatView screen=chat act=|_, _| ()>"(notes)"</ChatView>
            <VisitView screen act />
        }
        .to_html()
    })
}

/// The text of HTML without its tags and without the marks that hydration needs.
fn words(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<') {
        words.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    words
}

#[test]
fn the_form_can_be_filled_in_and_sends_nothing_natively() {
    let html = html(Language::Dutch, |_| ());
    let words = words(&html);
    for label in ["Bijnaam", "Regio", "Start de chat", "(notes)"] {
        assert!(words.contains(label), "{label}");
    }
    assert!(!html.contains(" name=") && !html.contains(" action="), "{html}");
    assert!(!html.contains("Gesprek beëindigen"));
}

#[test]
fn who_waits_sees_the_place_and_may_write() {
    let html = html(Language::Dutch, |screen| {
        screen.chat.stage.set(Stage::Waiting(Place::Number(2)));
        let line = Line::mine("Hoi", "14:03".into(), Delivery::Kept);
        screen.conversation.lines.set(vec![line]);
    });
    let words = words(&html);
    assert!(words.contains("Je bent nummer 2 in de wachtrij."));
    assert!(words.contains("Laat dit scherm aan") && words.contains("Stop met wachten"));
    assert!(words.contains("Hoi") && words.contains("staat klaar") && words.contains("Bericht"));
}

#[test]
fn the_conversation_names_everybody_and_offers_the_ways_out() {
    let html = html(Language::Dutch, |screen| {
        screen.chat.stage.set(Stage::Conversation);
        let anna = Participant { name: "Anna".into(), region: "Utrecht".into() };
        screen.participants.set(vec![anna]);
        screen.offline.set(true);
    });
    let words = words(&html);
    assert!(words.contains("Je chat met Anna, Veilig Thuis Utrecht"));
    assert!(words.contains("Geen verbinding. We proberen het opnieuw…"));
    assert!(words.contains("Verstuur") && words.contains("Ja, beëindigen"));
    assert!(html.contains("aria-label=\"Sluiten\"") && html.contains("role=\"log\""));
}

#[test]
fn the_cover_hides_the_conversation_and_leads_back() {
    let html = html(Language::Dutch, |screen| {
        screen.chat.stage.set(Stage::Conversation);
        screen.covered.set(true);
    });
    assert!(html.contains("class=\"room\" hidden") || html.contains("hidden class=\"room\""));
    assert!(words(&html).contains("Terug naar het gesprek"));
}

#[test]
fn every_farewell_says_what_happened_and_shows_the_phone_number() {
    for farewell in [
        Farewell::EndedByYou,
        Farewell::EndedByWorker,
        Farewell::Expired,
        Farewell::Gone,
        Farewell::Stopped,
        Farewell::TurnedAway,
    ] {
        let html =
            html(Language::English, |screen| screen.chat.stage.set(Stage::Farewell(farewell)));
        assert!(html.contains("tel:08002000"), "{farewell:?}");
        assert!(words(&html).contains("erased everything"), "{farewell:?}");
    }
}

#[test]
fn another_tab_can_be_taken_over() {
    let html = html(Language::Dutch, |screen| screen.chat.stage.set(Stage::Elsewhere));
    assert!(words(&html).contains("Ga hier verder"));
}
