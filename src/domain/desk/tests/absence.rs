//! Away and back: visitors, workers, and a whole process.

use super::*;

#[test]
fn a_waiting_visitor_keeps_the_place_for_ten_minutes() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.visitor_departs(FIRST);
    scene.wait(599);
    assert_eq!(scene.desk.place(FIRST), Some(1));
    let happened = scene.wait(1);

    assert_eq!(happened, [DeskEvent::Left { conversation: FIRST, how: Ending::Expired }]);
    assert!(scene.is_gone(FIRST));
}

#[test]
fn a_visitor_in_conversation_may_be_away_for_thirty_minutes() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.visitor_departs(FIRST);
    scene.wait(1799);
    assert!(scene.is_talking(ANNA, FIRST));
    let happened = scene.wait(1);

    assert_eq!(happened, [DeskEvent::Left { conversation: FIRST, how: Ending::Expired }]);
}

#[test]
fn coming_back_starts_the_windows_anew() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    for _ in 0..3 {
        scene.visitor_departs(FIRST);
        scene.wait(599);
        scene.visitor_arrives(FIRST);
    }
    assert_eq!(scene.offered_to(FIRST), Some(ANNA));
}

#[test]
fn a_visitor_whose_page_never_connected_loses_the_place_after_ten_minutes() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.sign_up(FIRST, UTRECHT).unwrap();
    scene.wait(600);
    assert!(scene.is_gone(FIRST));
}

#[test]
fn a_newer_connection_makes_the_loss_of_an_older_one_void() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    let party = Party::Visitor(FIRST);
    let older = scene.visitor_arrives(FIRST);
    let newer = scene.visitor_arrives(FIRST);

    assert_eq!(scene.does(DeskCommand::Depart { party, connection: older }), []);
    assert_eq!(scene.desk.presence(party), Some(Presence::Here { node: NODE, connection: newer }));
    scene.does(DeskCommand::Depart { party, connection: newer });
    assert_eq!(scene.desk.presence(party), Some(Presence::Away { since: scene.now }));
}

#[test]
fn departing_twice_does_not_start_the_window_anew() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    let party = Party::Visitor(FIRST);
    let connection = scene.visitor_arrives(FIRST);
    scene.does(DeskCommand::Depart { party, connection });
    scene.wait(300);

    assert_eq!(scene.does(DeskCommand::Depart { party, connection }), []);
    scene.wait(300);
    assert!(scene.is_gone(FIRST));
}

#[test]
fn arriving_twice_on_one_connection_is_arriving_once() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    let party = Party::Visitor(FIRST);
    let connection = scene.visitor_arrives(FIRST);
    assert_eq!(scene.does(DeskCommand::Arrive { party, node: NODE, connection }), []);
}

#[test]
fn nobody_arrives_for_a_visit_that_is_over() {
    let mut scene = Scene::new();
    let connection = ConnectionId::from_bytes([9; 16]);
    let arrive = DeskCommand::Arrive { party: Party::Visitor(FIRST), node: NODE, connection };
    assert_eq!(scene.refusal(arrive), DeskRefusal::NoSuchVisit);
}

#[test]
fn a_worker_who_reloads_keeps_everything() {
    let mut scene = Scene::staffed(&[ANNA], 2);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    let party = Party::Worker(ANNA);
    let Some(Presence::Here { connection: older, .. }) = scene.desk.presence(party) else {
        panic!("Anna is here");
    };

    // The page before says goodbye only after the page that follows has connected.
    scene.worker_arrives(ANNA);
    assert_eq!(scene.does(DeskCommand::Depart { party, connection: older }), []);
    scene.signs_up(SECOND);
    assert!(scene.is_talking(ANNA, FIRST));
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
}

#[test]
fn a_worker_who_is_back_within_a_minute_still_has_the_visitors() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.worker_departs(ANNA);
    assert_eq!(scene.wait(59), []);
    scene.worker_arrives(ANNA);
    assert_eq!(scene.wait(600), []);

    assert!(scene.is_talking(ANNA, FIRST));
    assert_eq!(scene.desk.worker(ANNA).unwrap().duty, Duty::On);
}

#[test]
fn the_visitors_of_a_worker_who_vanished_go_to_the_front_after_a_minute() {
    let mut scene = Scene::staffed(&[ANNA], 2);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.signs_up(SECOND);
    scene.connect(ANNA, SECOND);
    scene.signs_up(THIRD);
    scene.worker_departs(ANNA);
    let happened = scene.wait(60);
    assert_eq!(
        happened,
        [
            DeskEvent::GivenBack { conversation: FIRST },
            DeskEvent::GivenBack { conversation: SECOND },
            DeskEvent::DutyEnded { worker: ANNA },
        ]
    );
    assert_eq!(scene.desk.worker(ANNA), None, "who is off duty, away and alone leaves no trace");

    scene.goes_on_duty(BRAM, &[UTRECHT], 1);
    for visitor in [FIRST, SECOND, THIRD] {
        assert_eq!(scene.offered_to(visitor), Some(BRAM));
        scene.connect(BRAM, visitor);
        scene.leaves(visitor, Ending::ByVisitor);
    }
}

#[test]
fn who_was_given_back_may_be_away_for_thirty_minutes() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.worker_departs(ANNA);
    scene.wait(60);
    scene.visitor_departs(FIRST);
    scene.wait(1799);
    assert_eq!(scene.stage(FIRST), Stage::Waiting);
    scene.wait(1);
    assert!(scene.is_gone(FIRST));
}

#[test]
fn a_worker_off_duty_who_vanishes_gives_the_visitors_back_too() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.does(DeskCommand::GoOffDuty { worker: ANNA });
    scene.worker_departs(ANNA);
    assert_eq!(scene.wait(60), [DeskEvent::GivenBack { conversation: FIRST }]);
}

/// One visitor in conversation, one accepted, one away since before, and their worker.
fn before_the_outage() -> Scene {
    let mut scene = Scene::staffed(&[ANNA], 2);
    for visitor in [FIRST, SECOND, THIRD] {
        scene.signs_up(visitor);
    }
    scene.connect(ANNA, FIRST);
    scene.visitor_departs(THIRD);
    scene.wait(5);
    scene.accept(ANNA, SECOND).unwrap();
    scene
}

#[test]
fn after_an_outage_nobody_has_lost_anything() {
    let mut scene = before_the_outage();
    let happened = scene.outage(24 * 3600);

    assert_eq!(
        happened,
        [DeskEvent::NodeStarted { node: NODE }, DeskEvent::NotConnected { conversation: SECOND },]
    );
    scene.wait(59);
    scene.worker_arrives(ANNA);
    for visitor in [FIRST, SECOND, THIRD] {
        scene.visitor_arrives(visitor);
    }
    assert!(scene.is_talking(ANNA, FIRST));
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
    assert_eq!(scene.desk.place(THIRD), Some(2));
}

#[test]
fn after_an_outage_every_window_runs_from_the_start() {
    let mut scene = before_the_outage();
    scene.outage(24 * 3600);
    let since = scene.now;
    for party in [Party::Visitor(FIRST), Party::Visitor(THIRD), Party::Worker(ANNA)] {
        assert_eq!(scene.desk.presence(party), Some(Presence::Away { since }));
    }

    let expired = |conversation| DeskEvent::Left { conversation, how: Ending::Expired };
    assert_eq!(
        scene.wait(60),
        [DeskEvent::GivenBack { conversation: FIRST }, DeskEvent::DutyEnded { worker: ANNA }]
    );
    assert_eq!(scene.wait(540), [expired(SECOND), expired(THIRD)]);
    assert_eq!(scene.wait(1200), [expired(FIRST)]);
}
