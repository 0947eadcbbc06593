//! Regions that help each other out, once the visitor agrees.

use super::*;

/// Anna of Utrecht is full, Chris of Twente is free, the second visitor waits for Utrecht.
fn utrecht_is_full() -> Scene {
    let mut scene = Scene::helping_out();
    scene.goes_on_duty(ANNA, &[UTRECHT], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.goes_on_duty(CHRIS, &[TWENTE], 1);
    scene.signs_up(SECOND);
    scene
}

#[test]
fn a_visitor_is_asked_while_the_own_region_is_full_and_a_backup_is_free() {
    let mut scene = utrecht_is_full();
    assert!(scene.may_ask(SECOND));
    scene.does(DeskCommand::Pause { worker: CHRIS });
    assert!(!scene.may_ask(SECOND), "nobody counts on who is paused");
    scene.does(DeskCommand::Resume { worker: CHRIS });
    scene.worker_departs(CHRIS);
    assert!(!scene.may_ask(SECOND), "nor on who is away");
    scene.worker_arrives(CHRIS);
    scene.visitor_departs(SECOND);
    assert!(!scene.may_ask(SECOND), "nobody is there to answer");
    scene.visitor_arrives(SECOND);
    assert!(scene.may_ask(SECOND));
    scene.leaves(FIRST, Ending::ByVisitor);
    assert!(!scene.may_ask(SECOND), "Anna is free");
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
}

#[test]
fn without_a_yes_a_backup_is_offered_nobody() {
    let mut scene = utrecht_is_full();
    scene.wait(600);
    assert_eq!(scene.stage(SECOND), Stage::Waiting);
    assert_eq!(scene.accept(CHRIS, SECOND), Err(DeskRefusal::NotOffered));
    scene.says(SECOND, Answer::No);
    assert_eq!(scene.accept(CHRIS, SECOND), Err(DeskRefusal::NotOffered));
    assert!(!scene.may_ask(SECOND));
}

#[test]
fn after_a_yes_the_own_region_goes_first_then_the_backup_then_all() {
    let mut scene = utrecht_is_full();
    scene.leaves(FIRST, Ending::ByVisitor);
    scene.says(SECOND, Answer::Yes);
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
    scene.wait(30);
    assert_eq!(scene.offered_to(SECOND), Some(CHRIS));
    scene.wait(30);
    assert_eq!(scene.stage(SECOND), Stage::OpenToAll);
    assert!(scene.accept(CHRIS, SECOND).is_ok());
}

#[test]
fn a_yes_that_is_taken_back_ends_the_offer_to_a_backup() {
    let mut scene = utrecht_is_full();
    scene.says(SECOND, Answer::Yes);
    assert_eq!(scene.offered_to(SECOND), Some(CHRIS));
    scene.says(SECOND, Answer::No);
    assert_eq!(scene.stage(SECOND), Stage::Waiting);
}

#[test]
fn a_no_after_somebody_took_the_visitor_changes_nothing() {
    let mut scene = utrecht_is_full();
    scene.says(SECOND, Answer::Yes);
    scene.connect(CHRIS, SECOND);
    assert_eq!(scene.says(SECOND, Answer::No), []);
    assert!(scene.is_talking(CHRIS, SECOND));
}

#[test]
fn who_said_no_is_asked_once_more_when_the_own_region_has_nobody_left() {
    let mut scene = utrecht_is_full();
    scene.says(SECOND, Answer::No);
    assert!(!scene.may_ask(SECOND));
    scene.does(DeskCommand::GoOffDuty { worker: ANNA });
    assert!(scene.may_ask(SECOND));
    scene.says(SECOND, Answer::No);
    assert!(!scene.may_ask(SECOND), "and not again");
    assert_eq!(scene.says(SECOND, Answer::No), []);
}

#[test]
fn the_place_in_the_queue_is_by_the_chosen_region() {
    let mut scene = utrecht_is_full();
    scene.signs_up_for(THIRD, TWENTE);
    scene.says(SECOND, Answer::Yes);
    assert_eq!(scene.desk.place(THIRD), Some(1));
    assert_eq!(scene.desk.place(SECOND), Some(1));
}

#[test]
fn a_backup_on_duty_keeps_the_sign_up_open() {
    let mut scene = Scene::helping_out();
    scene.goes_on_duty(CHRIS, &[TWENTE], 1);
    assert!(scene.desk.is_staffed(UTRECHT, &scene.rules));
    assert!(!scene.desk.is_staffed_itself(UTRECHT));
    scene.signs_up(FIRST);
    scene.does(DeskCommand::Pause { worker: CHRIS });
    assert_eq!(scene.sign_up(SECOND, UTRECHT), Err(DeskRefusal::NobodyOnDuty));
}
