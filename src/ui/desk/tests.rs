//! What a worker finds at the desk, by the labels that are a contract.

use leptos::prelude::*;

use super::*;
use crate::ui::view::Line;

const NOOR: ConversationId = ConversationId::from_bytes([1; 16]);
const SAM: ConversationId = ConversationId::from_bytes([2; 16]);
const LOU: ConversationId = ConversationId::from_bytes([3; 16]);

fn html(arrange: impl FnOnce(DeskScreen)) -> String {
    Owner::new().with(|| {
        let screen = DeskScreen::new(Language::Dutch);
        arrange(screen);
        let act = Callback::new(|_: DeskAction| ());
        view! { <DeskView screen act /> }.to_html()
    })
}

fn tab(id: ConversationId, name: &str, unread: u32, presence: Presence) -> DeskTab {
    let (name, region, since) = (name.to_owned(), "Utrecht".to_owned(), "14:03".to_owned());
    let waits_since = (unread > 0).then(|| "14:05".to_owned());
    DeskTab {
        id,
        name,
        region,
        unread,
        waits_since,
        presence,
        since,
        minutes: 12,
        kind: Kind::Real,
    }
}

#[test]
fn the_labels_of_the_desk_are_the_contract() {
    let html = html(|screen| screen.readiness.set(Readiness::Free));
    assert!(html.contains("role=\"switch\"") && html.contains("aria-checked=\"true\""));
    assert!(html.contains("type=\"number\"") && html.contains("aria-pressed=\"false\""));
    assert!(html.contains("role=\"tablist\"") && html.contains("aria-label=\"Gesprekken\""));
    for label in ["In dienst", "Gesprekken tegelijk", "Pauze", "Wachtrij", "Er wacht niemand."] {
        assert!(html.contains(label), "{label}");
    }
}

fn waiter(id: ConversationId, standing: Standing) -> Waiter {
    let may_take = matches!(standing, Standing::Offered(_));
    Waiter { id, region: "Utrecht".into(), minutes: 3, may_take, standing }
}

#[test]
fn only_an_offer_to_this_worker_can_be_accepted() {
    let others = [waiter(NOOR, Standing::Waiting), waiter(SAM, Standing::OfferedElsewhere)];
    let without = html(|screen| screen.queue.set(others.to_vec()));
    assert!(!without.contains("Oppakken") && without.contains("wacht 3 min"));
    let with = html(|screen| {
        screen.queue.set([others.as_slice(), &[waiter(LOU, Standing::Offered(21))]].concat());
    });
    assert_eq!(with.matches("Oppakken").count(), 1);
    let by_hand = Waiter { may_take: true, ..waiter(NOOR, Standing::Waiting) };
    let waits = html(|screen| screen.queue.set(vec![by_hand.clone()]));
    assert!(waits.contains("Oppakken") && waits.contains("data-offered=\"false\""));
}

#[test]
fn tabs_tell_unread_messages_and_presence_in_words() {
    let html = html(|screen| {
        screen.tabs.set(vec![
            tab(NOOR, "Noor", 0, Presence::Present),
            tab(SAM, "Sam", 2, Presence::Away("12:03".into())),
            tab(LOU, "Lou", 0, Presence::Gone),
        ]);
        screen.opened.set(Some(NOOR));
        screen.progress.set(Progress::Live);
        screen.conversation.lines.set(vec![Line::of("Noor".into(), "Hoi", "14:04".into())]);
    });
    for words in [
        "2 nieuw",
        "wacht op jou sinds 14:05",
        "12 min",
        "aanwezig",
        "weg sinds 12:03",
        "zelf weggegaan",
        "Gesprek met Noor",
    ] {
        assert!(html.contains(words), "{words}");
    }
    assert_eq!(html.matches("aria-selected=\"true\"").count(), 1);
    assert!(html.contains("Ja, beëindigen") && html.contains("Verstuur") && html.contains("Hoi"));
}

#[test]
fn a_conversation_that_is_over_says_why() {
    let html = html(|screen| {
        screen.tabs.set(vec![tab(NOOR, "Noor", 0, Presence::Gone)]);
        screen.opened.set(Some(NOOR));
        screen.progress.set(Progress::Over(Ending::Left));
    });
    assert!(html.contains("De bezoeker is zelf weggegaan.") && html.contains("Weghalen"));
}

#[test]
fn another_tab_or_a_lost_session_covers_the_desk() {
    let elsewhere = html(|screen| screen.blocked.set(Blocked::Elsewhere));
    assert!(elsewhere.contains("Ga hier verder") && !elsewhere.contains("Wachtrij"));
    let signed_out = html(|screen| screen.blocked.set(Blocked::SignedOut));
    assert!(signed_out.contains("href=\"/inloggen\"") && !signed_out.contains("Wachtrij"));
}

#[test]
fn arrow_keys_go_round_the_tabs() {
    let tabs = [NOOR, SAM, LOU];
    assert_eq!(neighbour(&tabs, Some(NOOR), "ArrowRight"), Some(SAM));
    assert_eq!(neighbour(&tabs, Some(NOOR), "ArrowLeft"), Some(LOU));
    assert_eq!(neighbour(&tabs, Some(LOU), "ArrowRight"), Some(NOOR));
    assert_eq!(neighbour(&tabs, Some(SAM), "End"), Some(LOU));
    assert_eq!(neighbour(&tabs, Some(SAM), "Home"), Some(NOOR));
    assert_eq!(neighbour(&tabs, Some(SAM), "a"), None);
    assert_eq!(neighbour(&tabs[..1], Some(NOOR), "ArrowRight"), None);
    assert_eq!(neighbour(&[], None, "End"), None);
}

#[test]
fn nothing_can_be_pressed_before_the_desk_is_alive() {
    let dead = html(|screen| screen.readiness.set(Readiness::Off));
    let alive = html(|screen| screen.alive.set(true));
    // The switch, the number, the minutes, and every tool; "Pauze" has a reason of its own off duty.
    assert_eq!(dead.matches(" disabled").count(), alive.matches(" disabled").count() + 4);
}

#[test]
fn the_rest_of_the_queue_can_be_hidden_and_an_offer_cannot() {
    let queue = vec![waiter(NOOR, Standing::Waiting), waiter(SAM, Standing::Offered(20))];
    let shown = html(|screen| screen.queue.set(queue.clone()));
    assert!(shown.contains("2 wachten") && shown.matches("class=\"waiter\"").count() == 2);
    let hidden = html(|screen| {
        screen.queue.set(queue.clone());
        screen.choices.waiting.set(false);
    });
    assert!(!hidden.contains("2 wachten") && hidden.contains("Oppakken"));
    assert_eq!(hidden.matches("class=\"waiter\"").count(), 1);
}

#[test]
fn a_practice_says_so_in_the_tab_and_above_the_conversation() {
    let html = html(|screen| {
        let mut practice = tab(practice::PRACTICE, "Oefenen: Iris", 0, Presence::Present);
        practice.kind = Kind::Practice;
        screen.tabs.set(vec![practice]);
        screen.opened.set(Some(practice::PRACTICE));
        screen.progress.set(Progress::Over(Ending::Practised));
        screen.feedback.set(vec![Point { well: true, words: "Je nam afscheid." }]);
    });
    assert!(html.contains("data-practice=\"true\"") && html.contains("Oefenen: Iris"));
    assert!(html.contains("Dit is een oefening.") && html.contains("Je nam afscheid."));
}
