//! A colleague who reads along.

use super::*;

fn talking() -> Scene {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene
}

fn ask(colleague: StaffId) -> DeskCommand {
    DeskCommand::AskReader { conversation: FIRST, worker: ANNA, colleague }
}

fn join(colleague: StaffId) -> DeskCommand {
    DeskCommand::JoinReading { conversation: FIRST, colleague }
}

#[test]
fn an_invitation_stands_for_thirty_seconds() {
    let mut scene = talking();
    scene.does(ask(BRAM));
    scene.wait(29);
    assert_eq!(scene.desk.invitations_of(BRAM).count(), 1);
    scene.wait(1);
    assert_eq!(scene.desk.invitations_of(BRAM).count(), 0);
    assert_eq!(scene.refusal(join(BRAM)), DeskRefusal::NotInvited);
}

#[test]
fn there_is_one_reader_at_most_and_only_once_the_visitor_talks() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.goes_on_duty(CHRIS, &[UTRECHT], 1);
    scene.signs_up(FIRST);
    scene.accept(ANNA, FIRST).expect("accepted");
    assert_eq!(scene.refusal(ask(BRAM)), DeskRefusal::NotTalking);
    scene.does(DeskCommand::Connect { conversation: FIRST });
    scene.does(ask(BRAM));
    assert_eq!(scene.refusal(ask(CHRIS)), DeskRefusal::HasReader);
    scene.does(join(BRAM));
    assert_eq!(scene.refusal(ask(CHRIS)), DeskRefusal::HasReader);
    assert_eq!(scene.refusal(join(CHRIS)), DeskRefusal::NotInvited);
}

#[test]
fn reading_along_takes_a_place_and_may_be_one_more_than_the_capacity() {
    let mut scene = talking();
    scene.signs_up(SECOND);
    scene.connect(BRAM, SECOND);
    scene.does(ask(BRAM));
    scene.does(join(BRAM));
    assert_eq!(scene.taken(BRAM), 2);
    scene.leaves(SECOND, Ending::ByVisitor);
    scene.signs_up(THIRD);
    assert_eq!(scene.stage(THIRD), Stage::Waiting, "the place is taken");

    let mut scene = talking();
    scene.goes_on_duty(CHRIS, &[UTRECHT], 1);
    scene.signs_up(SECOND);
    scene.connect(BRAM, SECOND);
    scene.signs_up(THIRD);
    scene.connect(CHRIS, THIRD);
    scene.does(ask(BRAM));
    scene.does(join(BRAM));
    let second = DeskCommand::AskReader { conversation: THIRD, worker: CHRIS, colleague: BRAM };
    assert_eq!(scene.refusal(second), DeskRefusal::NotAvailable, "one more, not two");
}

#[test]
fn a_worker_who_vanishes_leaves_the_conversation_to_the_reader() {
    let mut scene = talking();
    scene.does(ask(BRAM));
    scene.does(join(BRAM));
    scene.worker_departs(ANNA);
    scene.wait(59);
    assert!(scene.is_talking(ANNA, FIRST));
    scene.wait(1);
    assert!(scene.is_talking(BRAM, FIRST));
}

#[test]
fn when_both_vanish_the_visitor_goes_to_the_front_of_the_queue() {
    let mut scene = talking();
    scene.does(ask(BRAM));
    scene.does(join(BRAM));
    scene.outage(1);
    scene.visitor_arrives(FIRST);
    scene.wait(60);
    assert_eq!(scene.stage(FIRST), Stage::Waiting);
    assert_eq!(scene.desk.visit_of(FIRST).unwrap().reader, None);
}

#[test]
fn only_the_worker_hands_over_or_ends() {
    let mut scene = talking();
    scene.does(ask(BRAM));
    scene.does(join(BRAM));
    let dismiss = DeskCommand::Dismiss { conversation: FIRST, worker: BRAM, misuse: None };
    assert_eq!(scene.refusal(dismiss), DeskRefusal::NotYours);
    let hand_over = |worker, to| DeskCommand::HandOver { conversation: FIRST, worker, to };
    assert_eq!(scene.refusal(hand_over(BRAM, ANNA)), DeskRefusal::NotYours);
    assert_eq!(scene.refusal(hand_over(ANNA, CHRIS)), DeskRefusal::NotAvailable);
    scene.does(hand_over(ANNA, BRAM));
    assert!(scene.is_talking(BRAM, FIRST));
    assert_eq!(scene.does(hand_over(ANNA, BRAM)), [], "twice is once");
}
