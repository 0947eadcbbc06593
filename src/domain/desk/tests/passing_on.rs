//! Transfers, and the visitor's say in them.

use super::*;

fn transfer(to: Target) -> DeskCommand {
    DeskCommand::Transfer { conversation: FIRST, worker: ANNA, to }
}

fn answer(number: u16, answer: Answer) -> DeskCommand {
    DeskCommand::AnswerWish { conversation: FIRST, number, answer }
}

/// Anna talks; Bram of Utrecht and Chris of Twente are free.
fn talking() -> Scene {
    let mut scene = Scene::staffed(&[ANNA, BRAM], 1);
    scene.goes_on_duty(CHRIS, &[TWENTE], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene
}

#[test]
fn a_colleague_is_offered_the_visitor_before_everybody_else() {
    let mut scene = talking();
    scene.signs_up(SECOND);
    scene.connect(BRAM, SECOND);
    scene.signs_up(THIRD);
    assert_eq!(scene.refusal(transfer(Target::Colleague(BRAM))), DeskRefusal::NotAvailable);
    scene.leaves(THIRD, Ending::StoppedWaiting);
    scene.leaves(SECOND, Ending::ByVisitor);

    scene.does(transfer(Target::Colleague(BRAM)));
    assert_eq!(scene.offered_to(FIRST), Some(BRAM));
    assert_eq!(scene.does(transfer(Target::Colleague(BRAM))), [], "twice is once");
    scene.wait(30);
    assert_eq!(scene.stage(FIRST), Stage::OpenToAll, "now also the one who passed it on");
    assert!(scene.accept(ANNA, FIRST).is_ok());
}

#[test]
fn who_was_passed_on_goes_before_all_who_have_not_met_a_worker() {
    let mut scene = Scene::staffed(&[ANNA], 1);
    scene.signs_up(FIRST);
    scene.connect(ANNA, FIRST);
    scene.signs_up(SECOND);
    scene.does(transfer(Target::Region(UTRECHT)));
    assert_eq!(scene.desk.waiting_in(&[UTRECHT])[0].conversation, FIRST);
    assert_eq!(scene.desk.place(SECOND), Some(1));
}

#[test]
fn across_regions_the_visitor_is_asked_and_a_yes_is_done() {
    for to in [Target::Region(TWENTE), Target::Colleague(CHRIS)] {
        let mut scene = talking();
        scene.does(transfer(to));
        assert!(scene.is_talking(ANNA, FIRST));
        let wish = scene.desk.visit_of(FIRST).unwrap().wish.expect("asked");
        scene.does(answer(wish.number, Answer::Yes));
        assert_eq!(scene.offered_to(FIRST), Some(CHRIS));
        assert_eq!(scene.does(answer(wish.number, Answer::Yes)), [], "twice is once");
    }
}

#[test]
fn a_no_a_long_silence_and_a_colleague_who_leaves_end_the_wish() {
    let ends: [fn(&mut Scene); 3] = [
        |scene| drop(scene.does(answer(1, Answer::No))),
        |scene| drop(scene.wait(180)),
        |scene| drop(scene.does(DeskCommand::GoOffDuty { worker: CHRIS })),
    ];
    for (end, why) in
        ends.into_iter().zip([WishEnd::Declined, WishEnd::Lapsed, WishEnd::Unavailable])
    {
        let mut scene = talking();
        scene.does(transfer(Target::Region(TWENTE)));
        end(&mut scene);
        let wish = scene.desk.visit_of(FIRST).unwrap().wish.expect("the worker is told");
        assert_eq!(wish.standing, WishStanding::Ended(why));
        assert!(scene.is_talking(ANNA, FIRST));
        assert_eq!(scene.refusal(answer(1, Answer::Yes)), DeskRefusal::WishGone);
    }
}

#[test]
fn an_answer_fits_one_wish_only() {
    let mut scene = talking();
    scene.does(transfer(Target::Region(TWENTE)));
    scene.does(DeskCommand::WithdrawWish { conversation: FIRST, worker: ANNA });
    scene.does(transfer(Target::Colleague(CHRIS)));
    assert_eq!(scene.refusal(answer(1, Answer::Yes)), DeskRefusal::WishGone);
    assert!(scene.is_talking(ANNA, FIRST));
    scene.does(answer(2, Answer::Yes));
    assert_eq!(scene.offered_to(FIRST), Some(CHRIS));
}

#[test]
fn only_the_worker_passes_on_and_only_to_who_is_there() {
    let mut scene = talking();
    let by_bram =
        DeskCommand::Transfer { conversation: FIRST, worker: BRAM, to: Target::Region(UTRECHT) };
    assert_eq!(scene.refusal(by_bram), DeskRefusal::NotYours);
    for to in [
        Target::Colleague(ANNA),
        Target::Colleague(StaffId(9)),
        Target::Region(RegionId(9)),
        Target::Reader(ANNA),
    ] {
        assert_eq!(scene.refusal(transfer(to)), DeskRefusal::NotAvailable);
    }
    scene.worker_departs(BRAM);
    assert_eq!(scene.refusal(transfer(Target::Colleague(BRAM))), DeskRefusal::NotAvailable);
}
