//! Taking somebody by hand.

use super::*;

#[test]
fn a_worker_takes_who_waits_also_when_paused_and_never_off_duty() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.goes_on_duty(BRAM, &[UTRECHT], 1);
    scene.does(DeskCommand::Pause { worker: BRAM });
    scene.signs_up(SECOND);
    assert_eq!(scene.stage(SECOND), Stage::Waiting);
    assert!(scene.desk.may_take(BRAM, SECOND, scene.now, &scene.rules));
    scene.does(DeskCommand::GoOffDuty { worker: BRAM });
    assert_eq!(scene.accept(BRAM, SECOND), Err(DeskRefusal::NotOffered));

    scene.goes_on_duty(BRAM, &[UTRECHT], 1);
    scene.does(DeskCommand::Pause { worker: BRAM });
    scene.wait(1);
    scene.accept(BRAM, SECOND).expect("taken by hand");
    assert_eq!(scene.accept(ANNA, SECOND), Err(DeskRefusal::AlreadyTaken));
}

#[test]
fn while_an_offer_stands_nobody_else_takes_the_visitor() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.signs_up(FIRST);
    assert_eq!(scene.offered_to(FIRST), Some(ANNA));
    assert!(!scene.desk.may_take(BRAM, FIRST, scene.now, &scene.rules));
    assert_eq!(scene.accept(BRAM, FIRST), Err(DeskRefusal::NotOffered));
}

#[test]
fn who_is_full_takes_nobody_and_who_is_away_is_taken_by_nobody() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.signs_up(SECOND);
    assert_eq!(scene.accept(ANNA, SECOND), Err(DeskRefusal::NoFreePlace));
    scene.leaves(FIRST, Ending::ByVisitor);
    scene.visitor_departs(SECOND);
    assert_eq!(scene.accept(ANNA, SECOND), Err(DeskRefusal::NotOffered));
}
