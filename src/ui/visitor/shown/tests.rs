//! What each way that things can stand looks like.

use super::*;
use crate::{
    domain::{
        conversation::{Seat, ShiftPublic},
        ids::{RegionId, StaffId},
        moment::Moment,
    },
    ui::{text::Language, view::Delivery},
};

const WAITING: Stage = Stage::Waiting(Place::Connecting);

fn anna() -> Roster {
    Roster(vec![Seat {
        id: SeatId(1),
        staff: StaffId(0),
        name: "Anna".to_owned(),
        region: RegionId(1),
        region_name: "Utrecht".to_owned(),
        key: ShiftPublic::from_bytes(vec![0; ShiftPublic::LENGTH]).unwrap(),
    }])
}

fn standing(phase: VisitorPhase, roster: &Roster) -> Standing<'_> {
    Standing {
        phase,
        before: WAITING,
        covered: false,
        server: Server::There,
        roster,
        typing: None,
        lines: Vec::new(),
        question: None,
        reply: Reply::None,
        may_evaluate: false,
        evaluated: None,
    }
}

fn live(situation: Situation) -> Shown {
    let nobody = Roster::default();
    Shown::of(standing(VisitorPhase::Live(situation), &nobody), Words::of(Language::Dutch))
}

fn talking() -> VisitorPhase {
    VisitorPhase::Live(Situation::Talking(PeerPresence::Here))
}

#[test]
fn a_waiting_visitor_sees_the_place() {
    let shown = live(Situation::Waiting { place: 2, notice: Notice::None, range: None });
    assert_eq!(shown.stage, Stage::Waiting(Place::Number(2)));
    assert_eq!(shown.place, "Je bent nummer 2 in de wachtrij.");
    assert_eq!((shown.heading.as_str(), shown.title, shown.remark), ("Even wachten", "Chat", ""));
}

#[test]
fn a_waiting_visitor_reads_how_long_others_waited_lately() {
    let range = |range| live(Situation::Waiting { place: 1, notice: Notice::None, range }).range;
    assert_eq!(range(None), "");
    assert!(range(Some(WaitRange::UpTo(5))).contains("minder dan 5 minuten"));
    assert!(range(Some(WaitRange::Between(5, 10))).contains("ongeveer 5 tot 10 minuten"));
    assert!(range(Some(WaitRange::MoreThan(60))).contains("meer dan 60 minuten"));
}

#[test]
fn a_waiting_visitor_is_told_of_closing_time_and_of_nobody_on_duty() {
    for (notice, words) in [
        (Notice::PastClosing, "Het is sluitingstijd."),
        (Notice::NobodyOnDuty, "geen medewerker"),
        (Notice::Closed, "Er komt geen medewerker meer. Bel 0800-2000."),
    ] {
        assert!(live(Situation::Waiting { place: 1, notice, range: None }).remark.contains(words));
        assert!(live(Situation::WaitingAgain(notice)).remark.contains(words));
    }
}

#[test]
fn whose_turn_it_is_sees_it_in_the_title_too() {
    let shown = live(Situation::Called);
    assert!(shown.place.starts_with("Je bent aan de beurt."));
    assert_eq!(shown.title, "(1) Chat");
}

#[test]
fn who_lost_a_worker_is_first_in_line() {
    assert!(live(Situation::WaitingAgain(Notice::None)).place.contains("Je staat vooraan."));
}

#[test]
fn a_conversation_names_everybody_and_says_who_is_typing() {
    let roster = anna();
    let line = Line::mine("Hoi", "14:03".to_owned(), Delivery::Stored);
    let shown = Shown::of(
        Standing {
            typing: Some(SeatId(1)),
            lines: vec![line.clone()],
            ..standing(talking(), &roster)
        },
        Words::of(Language::Dutch),
    );
    assert_eq!(shown.stage, Stage::Conversation);
    assert_eq!(shown.heading, "Je chat met Anna, Veilig Thuis Utrecht");
    assert_eq!(shown.typing, "Anna typt…");
    assert_eq!(shown.lines, [line]);
    assert_eq!((shown.place.as_str(), shown.offline), ("", ""));
}

#[test]
fn a_worker_who_is_away_is_told_of() {
    let shown = live(Situation::Talking(PeerPresence::Away(Moment::from_millis(0))));
    assert_eq!(shown.remark, "Je medewerker is even weg. Wacht een minuut.");
}

#[test]
fn a_lost_connection_is_told_and_changes_nothing_else() {
    let roster = anna();
    let there = Shown::of(standing(talking(), &roster), Words::of(Language::Dutch));
    let gone = Shown::of(
        Standing { server: Server::Lost, ..standing(talking(), &roster) },
        Words::of(Language::Dutch),
    );
    assert_eq!(gone.offline, "Geen verbinding. We proberen het opnieuw…");
    assert_eq!(Shown { offline: "", ..gone }, there);
}

#[test]
fn a_server_that_can_store_nothing_is_told_of_with_the_phone_number() {
    let roster = anna();
    let stuck = Standing { server: Server::Stuck, ..standing(talking(), &roster) };
    assert!(Shown::of(stuck, Words::of(Language::Dutch)).offline.contains("0800-2000"));
}

#[test]
fn while_connecting_the_screen_stays_what_it_was() {
    let nobody = Roster::default();
    for (before, covered, stage) in [
        (Stage::SignUp, false, WAITING),
        (Stage::Elsewhere, false, WAITING),
        (Stage::Elsewhere, true, Stage::Conversation),
        (Stage::Waiting(Place::Number(3)), false, Stage::Waiting(Place::Number(3))),
        (Stage::Conversation, false, Stage::Conversation),
    ] {
        let standing = Standing { before, covered, ..standing(VisitorPhase::Connecting, &nobody) };
        assert_eq!(Shown::of(standing, Words::of(Language::Dutch)).stage, stage, "{before:?}");
    }
}

#[test]
fn the_cover_lies_over_the_room_only() {
    let roster = anna();
    let covered = |phase| {
        Shown::of(
            Standing { covered: true, ..standing(phase, &roster) },
            Words::of(Language::Dutch),
        )
    };
    assert!(covered(talking()).covered);
    assert!(covered(VisitorPhase::Connecting).covered);
    assert!(!covered(VisitorPhase::Elsewhere).covered);
    assert!(!covered(VisitorPhase::Ended(None)).covered);
}

#[test]
fn every_ending_says_what_happened() {
    let nobody = Roster::default();
    for (how, why) in [
        (Some(Ending::ByVisitor), "Je hebt het gesprek beëindigd."),
        (Some(Ending::QuickExit), "Je hebt het gesprek beëindigd."),
        (Some(Ending::ByWorker), "De medewerker heeft het gesprek beëindigd."),
        (Some(Ending::StoppedWaiting), "Je hebt je plek in de wachtrij opgegeven."),
        (Some(Ending::Expired), "Je was te lang weg. Daarom is het gesprek gestopt."),
        (None, "Dit gesprek bestaat niet meer."),
    ] {
        let shown =
            Shown::of(standing(VisitorPhase::Ended(how), &nobody), Words::of(Language::Dutch));
        assert_eq!(shown.stage.tag(), "farewell");
        assert_eq!(shown.farewell[1], why);
        assert_eq!(shown.place, "");
    }
    assert_eq!(live(Situation::Called).farewell, ["", ""]);
}

#[test]
fn every_stage_has_a_name_of_its_own() {
    let tags = [
        Stage::SignUp,
        WAITING,
        Stage::Conversation,
        Stage::Farewell(Farewell::Stopped),
        Stage::Elsewhere,
    ]
    .map(Stage::tag);
    assert_eq!(tags, ["sign-up", "waiting", "conversation", "farewell", "elsewhere"]);
}
