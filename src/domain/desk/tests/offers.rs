//! Offers: to whom, for how long, and what ends them.

use super::*;

#[test]
fn an_offer_goes_to_who_has_been_idle_longest() {
    let mut scene = Scene::staffed(&[BRAM, ANNA], 1);
    scene.signs_up(FIRST);
    assert_eq!(scene.offered_to(FIRST), Some(BRAM));
    scene.connect(BRAM, FIRST);
    scene.leaves(FIRST, Ending::ByVisitor);

    scene.signs_up(SECOND);
    assert_eq!(scene.offered_to(SECOND), Some(ANNA), "Bram has just finished one");
}

#[test]
fn who_has_nothing_to_do_comes_before_who_has_been_in_conversation_for_long() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 2);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.wait(600);
    scene.signs_up(SECOND);
    scene.connect(BRAM, SECOND);
    scene.leaves(SECOND, Ending::ByVisitor);

    scene.signs_up(THIRD);
    assert_eq!(scene.offered_to(THIRD), Some(BRAM));
}

#[test]
fn of_two_who_have_as_much_to_do_the_one_who_accepted_earlier_is_next() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 2);
    scene.signs_up(FIRST);
    scene.signs_up(SECOND);
    scene.connect(BRAM, SECOND);
    scene.wait(1);
    scene.connect(ANNA, FIRST);

    scene.signs_up(THIRD);
    assert_eq!(scene.offered_to(THIRD), Some(BRAM));
}

#[test]
fn a_second_visitor_is_not_shown_to_who_is_still_looking_at_the_first() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 2);
    scene.signs_up(FIRST);
    scene.signs_up(SECOND);

    assert_eq!(scene.offered_to(FIRST), Some(ANNA));
    assert_eq!(scene.offered_to(SECOND), Some(BRAM));
}

#[test]
fn an_offer_stays_in_its_region() {
    let mut scene = Scene::staffed(&[ANNA], 2);
    scene.goes_on_duty(CHRIS, &[TWENTE], 2);
    scene.signs_up_for(FIRST, TWENTE);
    assert_eq!(scene.offered_to(FIRST), Some(CHRIS));

    scene.wait(30);
    assert_eq!(scene.stage(FIRST), Stage::OpenToAll);
    assert_eq!(scene.accept(ANNA, FIRST), Err(DeskRefusal::NotOffered));
}

#[test]
fn a_worker_of_two_regions_is_offered_visitors_of_both() {
    let mut scene = Scene::new();
    scene.goes_on_duty(ANNA, &[UTRECHT, TWENTE], 2);
    scene.signs_up_for(FIRST, TWENTE);
    scene.signs_up_for(SECOND, UTRECHT);

    assert_eq!(scene.offered_to(FIRST), Some(ANNA));
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
}

#[test]
fn after_thirty_seconds_the_offer_goes_to_the_next_then_to_everybody() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.signs_up(FIRST);
    scene.wait(29);
    assert_eq!(scene.offered_to(FIRST), Some(ANNA));
    scene.wait(1);
    assert_eq!(scene.offered_to(FIRST), Some(BRAM));
    scene.wait(29);
    assert_eq!(scene.offered_to(FIRST), Some(BRAM));
    scene.wait(1);
    assert_eq!(scene.stage(FIRST), Stage::OpenToAll);
    scene.wait(300);
    assert_eq!(scene.stage(FIRST), Stage::OpenToAll);
}

#[test]
fn while_an_offer_stands_only_the_one_it_was_made_to_may_accept() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.signs_up(FIRST);

    assert_eq!(scene.accept(BRAM, FIRST), Err(DeskRefusal::NotOffered));
    assert!(scene.accept(ANNA, FIRST).is_ok());
    assert_eq!(scene.accept(BRAM, FIRST), Err(DeskRefusal::AlreadyTaken));
}

#[test]
fn of_two_who_accept_what_is_open_to_all_the_first_has_the_visitor() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.signs_up(FIRST);
    scene.wait(60);

    assert!(scene.accept(BRAM, FIRST).is_ok());
    assert_eq!(scene.accept(ANNA, FIRST), Err(DeskRefusal::AlreadyTaken));
}

#[test]
fn letting_an_offer_pass_puts_a_worker_behind_the_others() {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.signs_up(FIRST);
    scene.wait(30);
    scene.connect(BRAM, FIRST);
    scene.leaves(FIRST, Ending::ByVisitor);
    scene.goes_on_duty(CHRIS, &[UTRECHT], 1);
    scene.wait(30);

    scene.signs_up(SECOND);
    assert_eq!(scene.offered_to(SECOND), Some(ANNA));
}

#[test]
fn nobody_who_came_later_gets_the_place_of_who_is_open_to_all() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.wait(30);
    assert_eq!(scene.stage(FIRST), Stage::OpenToAll);

    scene.signs_up(SECOND);
    assert_eq!(scene.stage(SECOND), Stage::Waiting);
    scene.does(DeskCommand::GoOnDuty {
        worker: ANNA,
        regions: vec![UTRECHT],
        capacity: 2,
        wrap_up: 0,
    });
    assert_eq!(scene.offered_to(SECOND), Some(ANNA), "there is a place for each");
}

#[test]
fn an_offer_ends_when_the_visitor_is_gone_and_comes_again_when_back() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    let happened = scene.visitor_departs(FIRST);
    let why = OfferEnd::VisitorAway;
    assert!(happened.contains(&DeskEvent::Withdrawn { conversation: FIRST, why }));
    assert_eq!(scene.stage(FIRST), Stage::Waiting);
    assert_eq!(scene.accept(ANNA, FIRST), Err(DeskRefusal::NotOffered));

    scene.visitor_arrives(FIRST);
    assert_eq!(scene.offered_to(FIRST), Some(ANNA), "she has not let it pass");
}

#[test]
fn what_is_open_to_all_closes_when_the_visitor_is_gone() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.wait(30);
    scene.visitor_departs(FIRST);

    assert_eq!(scene.stage(FIRST), Stage::Waiting);
    assert_eq!(scene.accept(ANNA, FIRST), Err(DeskRefusal::NotOffered));
    scene.visitor_arrives(FIRST);
    assert_eq!(scene.offered_to(FIRST), Some(ANNA), "a new round starts with everybody");
}

#[test]
fn an_offer_goes_on_at_once_when_its_worker_is_not_there_for_it() {
    let pauses = |scene: &mut Scene| scene.does(DeskCommand::Pause { worker: ANNA });
    let stops = |scene: &mut Scene| scene.does(DeskCommand::GoOffDuty { worker: ANNA });
    let is_gone = |scene: &mut Scene| scene.worker_departs(ANNA);
    let moves = |scene: &mut Scene| {
        scene.does(DeskCommand::GoOnDuty {
            worker: ANNA,
            regions: vec![TWENTE],
            capacity: 1,
            wrap_up: 0,
        })
    };
    for act in [pauses as fn(&mut Scene) -> Vec<DeskEvent>, stops, is_gone, moves] {
        let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
        scene.signs_up(FIRST);
        let happened = act(&mut scene);

        let why = OfferEnd::WorkerUnavailable;
        assert!(happened.contains(&DeskEvent::Withdrawn { conversation: FIRST, why }));
        assert_eq!(scene.offered_to(FIRST), Some(BRAM));
    }
}

#[test]
fn an_offer_cannot_be_accepted_before_the_desk_has_settled_what_ended_it() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    let mut gone = scene.desk.clone();
    let at = scene.now;
    let item = DeskEvent::Departed { party: Party::Visitor(FIRST) };
    gone.apply(&Recorded { seq: gone.seq().next(), at, item });

    let accept = DeskCommand::Accept { conversation: FIRST, worker: ANNA };
    assert_eq!(gone.decide(at, accept, &scene.rules), Err(DeskRefusal::NotOffered));
}

#[test]
fn a_visitor_whose_page_never_connected_is_not_offered() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.sign_up(FIRST, UTRECHT).unwrap();
    assert_eq!(scene.stage(FIRST), Stage::Waiting);
    assert_eq!(scene.desk.place(FIRST), Some(1));
}

#[test]
fn accepting_twice_is_accepting_once() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.accept(ANNA, FIRST).unwrap();
    assert_eq!(scene.accept(ANNA, FIRST), Ok(vec![]));
    scene.does(DeskCommand::Connect { conversation: FIRST });
    assert_eq!(scene.accept(ANNA, FIRST), Ok(vec![]));
}

#[test]
fn who_is_not_here_cannot_be_accepted() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    assert_eq!(scene.accept(ANNA, FIRST), Err(DeskRefusal::NoSuchVisit));
}
