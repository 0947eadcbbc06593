//! On duty, paused, off duty.

use super::*;

fn on_duty(regions: &[RegionId], capacity: u8) -> DeskCommand {
    DeskCommand::GoOnDuty { worker: ANNA, regions: regions.to_vec(), capacity, wrap_up: 0 }
}

#[test]
fn a_capacity_of_one_to_four_and_a_region_are_needed() {
    let mut scene = Scene::new();
    for bad in [on_duty(&[UTRECHT], 0), on_duty(&[UTRECHT], 5), on_duty(&[], 2)] {
        assert_eq!(scene.refusal(bad), DeskRefusal::BadDuty);
    }
    for capacity in 1..=4 {
        assert!(scene.ask(on_duty(&[UTRECHT], capacity)).is_ok());
    }
}

#[test]
fn going_on_duty_twice_is_going_on_duty_once() {
    let mut scene = Scene::new();
    scene.goes_on_duty(ANNA, &[UTRECHT, TWENTE], 2);
    assert_eq!(scene.does(on_duty(&[TWENTE, UTRECHT, TWENTE], 2)), []);
}

#[test]
fn a_worker_on_duty_without_a_page_is_offered_nobody_and_off_duty_after_a_minute() {
    let mut scene = Scene::new();
    scene.does(on_duty(&[UTRECHT], 2));
    scene.signs_up(FIRST);
    assert_eq!(scene.stage(FIRST), Stage::Waiting);
    assert_eq!(scene.wait(59), [DeskEvent::DutyEnded { worker: ANNA }]);
}

#[test]
fn who_pauses_is_offered_nobody_and_keeps_the_conversations() {
    let mut scene = Scene::staffed(&[ANNA], 2);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.sign_up(SECOND, UTRECHT).unwrap();
    scene.does(DeskCommand::Pause { worker: ANNA });
    scene.visitor_arrives(SECOND);
    assert_eq!(scene.stage(SECOND), Stage::Waiting);
    assert!(scene.is_talking(ANNA, FIRST));

    scene.does(DeskCommand::Resume { worker: ANNA });
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
}

#[test]
fn pausing_and_resuming_twice_changes_nothing_more() {
    let mut scene = Scene::staffed(&[ANNA], 2);
    assert_eq!(scene.does(DeskCommand::Resume { worker: ANNA }), []);
    scene.does(DeskCommand::Pause { worker: ANNA });
    assert_eq!(scene.does(DeskCommand::Pause { worker: ANNA }), []);
}

#[test]
fn who_is_off_duty_has_nothing_to_pause_and_may_stop_again() {
    let mut scene = Scene::new();
    scene.worker_arrives(ANNA);
    assert_eq!(scene.refusal(DeskCommand::Pause { worker: ANNA }), DeskRefusal::NotOnDuty);
    assert_eq!(scene.refusal(DeskCommand::Resume { worker: ANNA }), DeskRefusal::NotOnDuty);
    assert_eq!(scene.does(DeskCommand::GoOffDuty { worker: ANNA }), []);
}

#[test]
fn a_paused_worker_who_changes_regions_or_capacity_stays_paused() {
    let mut scene = Scene::staffed(&[ANNA], 2);
    scene.does(DeskCommand::Pause { worker: ANNA });
    scene.does(on_duty(&[UTRECHT], 3));
    assert_eq!(scene.desk.worker(ANNA).unwrap().duty, Duty::Paused);
    scene.does(on_duty(&[TWENTE], 4));

    let anna = scene.desk.worker(ANNA).unwrap();
    assert_eq!((anna.duty, anna.capacity), (Duty::Paused, 4));
    assert_eq!(anna.regions, [TWENTE]);
}

#[test]
fn who_changes_regions_is_still_the_one_who_has_been_idle_longest() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.does(on_duty(&[UTRECHT, TWENTE], 1));
    scene.signs_up(FIRST);
    assert_eq!(scene.offered_to(FIRST), Some(ANNA));
}

#[test]
fn who_goes_off_duty_keeps_the_conversations_and_is_offered_nobody() {
    let mut scene = Scene::staffed(&[ANNA], 2);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.signs_up(SECOND);
    scene.does(DeskCommand::GoOffDuty { worker: ANNA });

    assert!(scene.is_talking(ANNA, FIRST));
    assert_eq!(scene.stage(SECOND), Stage::Waiting);
    assert_eq!(scene.accept(ANNA, SECOND), Err(DeskRefusal::NotOffered));
}

#[test]
fn what_was_open_to_all_waits_when_nobody_is_left_and_is_open_to_who_comes() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.wait(30);
    scene.does(DeskCommand::GoOffDuty { worker: ANNA });
    assert_eq!(scene.accept(ANNA, FIRST), Err(DeskRefusal::NotOffered));

    scene.goes_on_duty(BRAM, &[UTRECHT], 1);
    assert!(scene.accept(BRAM, FIRST).is_ok());
}
