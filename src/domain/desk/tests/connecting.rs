//! Accepted, then connected.

use super::*;

fn accepted() -> Scene {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.wait(5);
    scene.accept(ANNA, FIRST).unwrap();
    scene
}

#[test]
fn a_sealed_key_within_twenty_seconds_connects() {
    let mut scene = accepted();
    scene.wait(19);
    let happened = scene.does(DeskCommand::Connect { conversation: FIRST });

    assert_eq!(happened, [DeskEvent::Connected { conversation: FIRST }]);
    assert_eq!(scene.stage(FIRST), Stage::Talking { with: ANNA, since: scene.now });
    assert_eq!(scene.wait(3600), []);
}

#[test]
fn without_a_key_the_visitor_is_away_with_the_place_kept_and_the_worker_is_free() {
    let mut scene = accepted();
    scene.signs_up(SECOND);
    scene.wait(18);
    assert!(matches!(scene.stage(FIRST), Stage::Accepted { .. }));
    let happened = scene.wait(1);

    assert_eq!(happened[0], DeskEvent::NotConnected { conversation: FIRST });
    assert_eq!(scene.stage(FIRST), Stage::Waiting);
    let since = scene.now;
    assert_eq!(scene.desk.presence(Party::Visitor(FIRST)), Some(Presence::Away { since }));
    assert_eq!(scene.desk.place(FIRST), Some(1));
    assert_eq!(scene.offered_to(SECOND), Some(ANNA), "the next one gets the place");
}

#[test]
fn who_did_not_connect_is_offered_again_when_back() {
    let mut scene = accepted();
    scene.wait(20);
    scene.visitor_arrives(FIRST);
    assert_eq!(scene.offered_to(FIRST), Some(ANNA));
}

#[test]
fn who_went_away_before_connecting_has_been_away_since_then() {
    let mut scene = accepted();
    scene.visitor_departs(FIRST);
    let since = scene.now;
    scene.wait(20);

    assert_eq!(scene.stage(FIRST), Stage::Waiting);
    assert_eq!(scene.desk.presence(Party::Visitor(FIRST)), Some(Presence::Away { since }));
}

#[test]
fn a_key_that_comes_too_late_is_refused() {
    let mut scene = accepted();
    scene.wait(20);
    let connect = DeskCommand::Connect { conversation: FIRST };
    assert_eq!(scene.refusal(connect), DeskRefusal::NotAccepted);
}

#[test]
fn connecting_twice_is_connecting_once() {
    let mut scene = accepted();
    scene.does(DeskCommand::Connect { conversation: FIRST });
    assert_eq!(scene.does(DeskCommand::Connect { conversation: FIRST }), []);
}

#[test]
fn nobody_connects_before_being_accepted_or_after_leaving() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    let connect = DeskCommand::Connect { conversation: FIRST };
    assert_eq!(scene.refusal(connect.clone()), DeskRefusal::NoSuchVisit);
    scene.signs_up(FIRST);
    assert_eq!(scene.refusal(connect), DeskRefusal::NotAccepted);
}
