//! Signing up and the place in the queue.

use super::*;

#[test]
fn places_count_who_signed_up_earlier_for_the_same_region() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.goes_on_duty(CHRIS, &[TWENTE], 1);
    scene.signs_up(FIRST);
    scene.signs_up_for(SECOND, TWENTE);
    scene.signs_up(THIRD);

    assert_eq!(scene.desk.place(FIRST), Some(1));
    assert_eq!(scene.desk.place(SECOND), Some(1));
    assert_eq!(scene.desk.place(THIRD), Some(2));
}

#[test]
fn a_place_is_kept_while_offered_and_accepted_and_goes_when_connected() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.signs_up(SECOND);

    assert_eq!(scene.offered_to(FIRST), Some(ANNA));
    assert_eq!(scene.desk.place(SECOND), Some(2));
    scene.accept(ANNA, FIRST).unwrap();
    assert_eq!(scene.desk.place(FIRST), Some(1));
    assert_eq!(scene.desk.place(SECOND), Some(2));
    scene.does(DeskCommand::Connect { conversation: FIRST });
    assert_eq!(scene.desk.place(FIRST), None);
    assert_eq!(scene.desk.place(SECOND), Some(1));
}

#[test]
fn an_earlier_visitor_who_is_away_keeps_counting_and_one_who_leaves_does_not() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.signs_up(SECOND);
    scene.visitor_departs(FIRST);

    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
    assert_eq!(scene.desk.place(SECOND), Some(2));
    scene.leaves(FIRST, Ending::StoppedWaiting);
    assert_eq!(scene.desk.place(SECOND), Some(1));
}

#[test]
fn a_visitor_who_was_given_back_goes_first_and_raises_nobodys_place() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.signs_up(FIRST);
    scene.signs_up(SECOND);
    scene.connect(ANNA, FIRST);
    scene.connect(BRAM, SECOND);
    scene.signs_up(THIRD);
    scene.worker_departs(BRAM);
    scene.wait(60);

    assert_eq!(scene.stage(SECOND), Stage::Waiting);
    assert_eq!(scene.desk.place(SECOND), None);
    assert_eq!(scene.desk.place(THIRD), Some(1));
    let order: Vec<_> =
        scene.desk.waiting_in(&[UTRECHT]).iter().map(|row| row.conversation).collect();
    assert_eq!(order, [SECOND, THIRD]);
    scene.leaves(FIRST, Ending::ByVisitor);
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
    assert_eq!(scene.stage(THIRD), Stage::Waiting);
}

#[test]
fn a_visitor_who_was_given_back_goes_before_one_who_signed_up_earlier() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.does(DeskCommand::Pause { worker: BRAM });
    scene.sign_up(FIRST, UTRECHT).unwrap();
    scene.signs_up(SECOND);
    scene.connect(ANNA, SECOND);
    scene.visitor_arrives(FIRST);
    scene.worker_departs(ANNA);
    scene.wait(60);

    scene.does(DeskCommand::Resume { worker: BRAM });
    assert_eq!(scene.offered_to(SECOND), Some(BRAM));
    assert_eq!(scene.stage(FIRST), Stage::Waiting);
    assert_eq!(scene.desk.place(FIRST), Some(1));
}

#[test]
fn signing_up_twice_is_signing_up_once() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);

    assert_eq!(scene.sign_up(FIRST, UTRECHT), Ok(vec![]));
    assert_eq!(scene.desk.visits().count(), 1);
}

#[test]
fn nobody_signs_up_for_a_region_that_nobody_is_on_duty_for() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    assert_eq!(scene.sign_up(FIRST, TWENTE), Err(DeskRefusal::NobodyOnDuty));

    scene.does(DeskCommand::Pause { worker: ANNA });
    assert_eq!(scene.sign_up(FIRST, UTRECHT), Err(DeskRefusal::NobodyOnDuty));
    scene.does(DeskCommand::Resume { worker: ANNA });
    assert!(scene.sign_up(FIRST, UTRECHT).is_ok());
    scene.does(DeskCommand::GoOffDuty { worker: ANNA });
    assert_eq!(scene.sign_up(SECOND, UTRECHT), Err(DeskRefusal::NobodyOnDuty));
}

#[test]
fn a_region_is_staffed_while_its_worker_is_full_or_gone_for_a_moment() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    assert!(scene.desk.is_staffed(UTRECHT, &scene.rules));

    scene.worker_departs(ANNA);
    scene.wait(59);
    assert!(scene.sign_up(SECOND, UTRECHT).is_ok());
    scene.wait(1);
    assert!(!scene.desk.is_staffed(UTRECHT, &scene.rules));
}

#[test]
fn a_full_queue_takes_nobody_more_until_somebody_is_connected() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.goes_on_duty(CHRIS, &[TWENTE], 1);
    scene.rules.queue_limit = 2;
    scene.signs_up(FIRST);
    scene.signs_up(SECOND);

    assert_eq!(scene.sign_up(THIRD, UTRECHT), Err(DeskRefusal::QueueFull));
    assert_eq!(scene.sign_up(FIRST, UTRECHT), Ok(vec![]), "a repeat is no new visitor");
    scene.connect(ANNA, FIRST);
    assert!(scene.sign_up(THIRD, UTRECHT).is_ok());
}

#[test]
fn who_signed_up_first_is_offered_first() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(THIRD);
    scene.signs_up(FIRST);
    scene.signs_up(SECOND);

    for visitor in [THIRD, FIRST, SECOND] {
        assert_eq!(scene.offered_to(visitor), Some(ANNA));
        scene.connect(ANNA, visitor);
        scene.wait(100);
        scene.leaves(visitor, Ending::ByVisitor);
    }
}
