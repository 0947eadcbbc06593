//! The minutes after a conversation in which nothing is offered.

use super::*;

fn wraps_up(wrap_up: u8, capacity: u8) -> DeskCommand {
    DeskCommand::GoOnDuty { worker: ANNA, regions: vec![UTRECHT], capacity, wrap_up }
}

#[test]
fn it_lasts_as_long_as_was_asked_and_can_be_cut_short() {
    for cut_short in [false, true] {
        let mut scene = Scene::staffed(&[ANNA], 1);
        scene.does(wraps_up(3, 1));
        scene.signs_up(FIRST);
        scene.connect(ANNA, FIRST);
        scene.signs_up(SECOND);
        scene.leaves(FIRST, Ending::ByWorker);
        assert_eq!(scene.stage(SECOND), Stage::Waiting);
        scene.wait(179);
        assert_eq!(scene.stage(SECOND), Stage::Waiting);
        if cut_short {
            scene.does(DeskCommand::EndWrapUp { worker: ANNA });
        } else {
            scene.wait(1);
        }
        assert_eq!(scene.offered_to(SECOND), Some(ANNA));
    }
}

#[test]
fn an_offer_that_stands_is_withdrawn_and_she_may_take_somebody_by_hand() {
    let mut scene = Scene::staffed(&[ANNA], 2);
    scene.does(wraps_up(1, 2));
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.signs_up(SECOND);
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
    scene.leaves(FIRST, Ending::ByVisitor);
    assert_eq!(scene.stage(SECOND), Stage::Waiting);
    assert!(scene.accept(ANNA, SECOND).is_ok());
}

#[test]
fn who_was_never_connected_leaves_nothing_to_write_up() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.does(wraps_up(1, 1));
    scene.signs_up(FIRST);
    scene.accept(ANNA, FIRST).expect("accepted");
    scene.leaves(FIRST, Ending::QuickExit);
    scene.signs_up(SECOND);
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
}

#[test]
fn more_than_ten_minutes_are_refused() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    assert!(scene.ask(wraps_up(10, 1)).is_ok());
    assert_eq!(scene.refusal(wraps_up(11, 1)), DeskRefusal::BadDuty);
}
