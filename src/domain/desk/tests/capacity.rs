//! How many conversations a worker may have at once.

use super::*;

fn change_capacity(scene: &mut Scene, capacity: u8) -> Vec<DeskEvent> {
    scene.does(DeskCommand::GoOnDuty { worker: ANNA, regions: vec![UTRECHT], capacity, wrap_up: 0 })
}

#[test]
fn nobody_is_offered_more_than_the_capacity() {
    let mut scene = Scene::staffed(&[ANNA], 2);
    for visitor in [FIRST, SECOND, THIRD] {
        scene.signs_up(visitor);
    }
    assert_eq!(scene.taken(ANNA), 2);
    assert_eq!(scene.stage(THIRD), Stage::Waiting);

    scene.connect(ANNA, FIRST);
    scene.connect(ANNA, SECOND);
    assert_eq!(scene.stage(THIRD), Stage::Waiting);
    scene.leaves(SECOND, Ending::ByVisitor);
    assert_eq!(scene.offered_to(THIRD), Some(ANNA));
}

#[test]
fn who_is_full_cannot_accept_what_is_open_to_all() {
    let mut scene = Scene::staffed(&[ANNA], 2);
    scene.signs_up(FIRST);
    scene.signs_up(SECOND);
    scene.wait(31);
    change_capacity(&mut scene, 1);
    scene.connect(ANNA, FIRST);

    assert_eq!(scene.stage(SECOND), Stage::OpenToAll);
    assert_eq!(scene.accept(ANNA, SECOND), Err(DeskRefusal::NoFreePlace));
}

#[test]
fn a_higher_capacity_counts_at_once() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.signs_up(SECOND);
    let happened = change_capacity(&mut scene, 2);

    assert_eq!(happened[0], DeskEvent::CapacityChanged { worker: ANNA, capacity: 2 });
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
}

#[test]
fn a_lower_capacity_takes_back_the_last_offer_and_no_conversation() {
    let mut scene = Scene::staffed(&[ANNA], 3);
    for visitor in [FIRST, SECOND, THIRD] {
        scene.signs_up(visitor);
    }
    scene.connect(ANNA, FIRST);

    change_capacity(&mut scene, 2);
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
    assert_eq!(scene.stage(THIRD), Stage::Waiting);
    change_capacity(&mut scene, 1);
    assert_eq!(scene.stage(SECOND), Stage::Waiting);
    assert!(scene.is_talking(ANNA, FIRST));
}

#[test]
fn a_visitor_who_is_away_for_three_minutes_frees_the_place() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.signs_up(SECOND);
    scene.visitor_departs(FIRST);

    scene.wait(179);
    assert_eq!(scene.stage(SECOND), Stage::Waiting);
    scene.wait(1);
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
}

#[test]
fn who_comes_back_has_the_same_worker_again_even_over_the_capacity() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.signs_up(SECOND);
    scene.visitor_departs(FIRST);
    scene.wait(180);
    scene.connect(ANNA, SECOND);
    scene.visitor_arrives(FIRST);

    assert!(scene.is_talking(ANNA, FIRST));
    assert!(scene.is_talking(ANNA, SECOND));
    assert_eq!(scene.taken(ANNA), 2);
    scene.signs_up(THIRD);
    scene.leaves(SECOND, Ending::ByVisitor);
    assert_eq!(scene.stage(THIRD), Stage::Waiting, "one conversation fills the one place");
}

#[test]
fn who_comes_back_during_an_offer_in_that_place_ends_the_offer() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.signs_up(SECOND);
    scene.visitor_departs(FIRST);
    scene.wait(180);
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));

    scene.visitor_arrives(FIRST);
    assert_eq!(scene.stage(SECOND), Stage::Waiting);
    assert_eq!(scene.accept(ANNA, SECOND), Err(DeskRefusal::NoFreePlace));
}

#[test]
fn an_offer_beyond_the_capacity_cannot_be_accepted_before_the_desk_has_settled() {
    let mut scene = Scene::staffed(&[ANNA], 2);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.signs_up(SECOND);
    let item = DeskEvent::CapacityChanged { worker: ANNA, capacity: 1 };
    scene.desk.apply(&Recorded { seq: scene.desk.seq().next(), at: scene.now, item });

    assert_eq!(scene.accept(ANNA, SECOND), Err(DeskRefusal::NoFreePlace));
}
