//! How visits end, and what each ending frees.

use super::*;

fn left(how: Ending) -> DeskEvent {
    DeskEvent::Left { conversation: FIRST, how }
}

/// The first visitor in conversation with Anna, the second waiting for her.
fn talking() -> Scene {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.signs_up(SECOND);
    scene
}

#[test]
fn a_visitor_ends_the_conversation_and_the_next_is_offered() {
    let mut scene = talking();
    let happened = scene.leaves(FIRST, Ending::ByVisitor);

    assert_eq!(happened[0], left(Ending::ByVisitor));
    assert!(scene.is_gone(FIRST));
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
}

#[test]
fn a_worker_ends_the_conversation_and_the_next_is_offered() {
    let mut scene = talking();
    let happened =
        scene.does(DeskCommand::Dismiss { conversation: FIRST, worker: ANNA, misuse: None });

    assert_eq!(happened[0], left(Ending::ByWorker));
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
}

#[test]
fn a_worker_ends_nobody_elses_conversation() {
    let mut scene = talking();
    let dismiss =
        |conversation, worker| DeskCommand::Dismiss { conversation, worker, misuse: None };

    assert_eq!(scene.refusal(dismiss(FIRST, BRAM)), DeskRefusal::NotYours);
    assert_eq!(scene.refusal(dismiss(SECOND, ANNA)), DeskRefusal::NotYours);
    assert_eq!(scene.refusal(dismiss(THIRD, ANNA)), DeskRefusal::NoSuchVisit);
}

#[test]
fn quick_exit_is_its_own_ending_at_every_stage() {
    let waiting = |scene: &mut Scene| {
        scene.does(DeskCommand::Pause { worker: ANNA });
    };
    let offered = |_: &mut Scene| {};
    let open = |scene: &mut Scene| {
        scene.wait(30);
    };
    let accepted = |scene: &mut Scene| {
        scene.accept(ANNA, FIRST).unwrap();
    };
    let talking = |scene: &mut Scene| scene.connect(ANNA, FIRST);
    for act in [waiting as fn(&mut Scene), offered, open, accepted, talking] {
        let mut scene = Scene::staffed(&[ANNA], 1);
        scene.signs_up(FIRST);
        act(&mut scene);

        assert_eq!(scene.leaves(FIRST, Ending::QuickExit), [left(Ending::QuickExit)]);
        assert!(scene.is_gone(FIRST));
        assert_eq!(scene.taken(ANNA), 0);
    }
}

#[test]
fn a_visitor_stops_waiting_and_the_offer_goes_with_it() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.signs_up(SECOND);

    assert_eq!(scene.leaves(FIRST, Ending::StoppedWaiting)[0], left(Ending::StoppedWaiting));
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
    assert_eq!(scene.accept(ANNA, FIRST), Err(DeskRefusal::NoSuchVisit));
}

#[test]
fn who_has_met_a_worker_ends_a_conversation_whatever_the_button_said() {
    let mut scene = talking();
    assert_eq!(scene.leaves(FIRST, Ending::StoppedWaiting)[0], left(Ending::ByVisitor));

    let mut scene = talking();
    scene.worker_departs(ANNA);
    scene.wait(60);
    assert_eq!(scene.leaves(FIRST, Ending::StoppedWaiting)[0], left(Ending::ByVisitor));
}

#[test]
fn who_has_met_nobody_stops_waiting_whatever_the_button_said() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.accept(ANNA, FIRST).unwrap();
    assert_eq!(scene.leaves(FIRST, Ending::ByVisitor), [left(Ending::StoppedWaiting)]);
}

#[test]
fn nobody_leaves_twice() {
    let mut scene = talking();
    scene.leaves(FIRST, Ending::QuickExit);
    let leave = DeskCommand::Leave { conversation: FIRST, how: Ending::ByVisitor };
    assert_eq!(scene.refusal(leave), DeskRefusal::NoSuchVisit);
}

#[test]
fn nothing_stays_of_who_was_here() {
    let mut scene = talking();
    scene.leaves(FIRST, Ending::ByVisitor);
    scene.leaves(SECOND, Ending::StoppedWaiting);
    scene.does(DeskCommand::GoOffDuty { worker: ANNA });
    scene.worker_departs(ANNA);

    assert_eq!(scene.desk.visits().count(), 0);
    assert_eq!(scene.desk.workers().count(), 0);
    assert_eq!(scene.desk.next_deadline(scene.now, &scene.rules), None);
}
