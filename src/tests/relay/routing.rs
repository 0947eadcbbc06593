//! Regions that help each other out, with the visitor's consent; several regions; by hand.

use veiligchat::{
    client::VisitorPhase,
    domain::desk::{Answer, Duty},
    protocol::{DutyWish, Elsewhere, Notice, QueueStanding, Refusal, Situation},
};

use crate::stage::{House, MINUTE, SECOND, Worker, on_duty};

fn wraps_up(capacity: u8, wrap_up: u8) -> DutyWish {
    DutyWish::On { capacity, regions: Vec::new(), wrap_up }
}

#[tokio::test(start_paused = true)]
async fn who_waits_for_a_full_region_is_asked_and_helped_by_another_after_a_yes() {
    let house = House::open().await;
    house.regions_help_out().await;
    let anna = house.worker("anna", 1).await;
    let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
    anna.talks_to(&roos).await;
    house.pass(SECOND).await;
    assert_eq!(kim.is_asked().elsewhere, Elsewhere::NotAsked, "nobody else is there");

    let chris = house.worker("chris", 1).await;
    house.until("the visitor is asked", || kim.may_be_helped_elsewhere()).await;
    assert!(!chris.is_offered(&kim) && chris.standing(&kim).is_none(), "not before a yes");
    assert_eq!(chris.tries_to_accept(&kim).await, Err(Refusal::NotOffered));

    kim.says(Answer::Yes);
    kim.says(Answer::Yes);
    chris.talks_to(&kim).await;
    assert_eq!(kim.chats_with(), ["Chris"]);
    assert_eq!(kim.look(|client| client.reply_refused()), None);
    kim.writes("hoi");
    house.until("they talk", || chris.reads(&kim) == ["hoi"]).await;
}

#[tokio::test(start_paused = true)]
async fn who_would_rather_wait_is_helped_by_the_own_region_only() {
    let house = House::open().await;
    house.regions_help_out().await;
    let anna = house.worker("anna", 1).await;
    let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
    anna.talks_to(&roos).await;
    let chris = house.worker("chris", 1).await;
    house.until("the visitor is asked", || kim.may_be_helped_elsewhere()).await;
    kim.says(Answer::No);
    house.until("the answer arrives", || kim.is_asked().elsewhere == Elsewhere::Declined).await;
    house.pass(10 * MINUTE).await;
    assert_eq!(chris.standing(&kim), None);
    assert_eq!(kim.place(), Some(1));

    anna.wishes(DutyWish::Off).await.unwrap();
    house.until("asked once more: nobody is left", || kim.may_be_helped_elsewhere()).await;
    assert!(
        matches!(kim.phase(), VisitorPhase::Live(Situation::Waiting { notice: Notice::None, .. })),
        "a backup counts as somebody on duty"
    );
    kim.says(Answer::No);
    house.until("and not again", || kim.is_asked().elsewhere == Elsewhere::Declined).await;
}

#[tokio::test(start_paused = true)]
async fn the_question_goes_when_the_chance_does_and_a_late_yes_is_kept() {
    let house = House::open().await;
    house.regions_help_out().await;
    let anna = house.worker("anna", 1).await;
    let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
    anna.talks_to(&roos).await;
    let chris = house.worker("chris", 1).await;
    house.until("the visitor is asked", || kim.may_be_helped_elsewhere()).await;
    kim.wire().stalls();
    chris.wishes(DutyWish::Pause).await.unwrap();
    kim.says(Answer::Yes);
    house.pass(SECOND).await;
    kim.wire().mends();
    house
        .until_within(MINUTE, "the yes is kept", || kim.is_asked().elsewhere == Elsewhere::Agreed)
        .await;
    assert_eq!(kim.look(|client| client.reply_refused()), None);
    assert_eq!(kim.place(), Some(1));

    chris.wishes(DutyWish::Resume).await.unwrap();
    chris.talks_to(&kim).await;
}

#[tokio::test(start_paused = true)]
async fn the_own_region_goes_before_a_backup() {
    let house = House::open().await;
    house.regions_help_out().await;
    let anna = house.worker("anna", 1).await;
    let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
    anna.talks_to(&roos).await;
    let chris = house.worker("chris", 1).await;
    house.until("the visitor is asked", || kim.may_be_helped_elsewhere()).await;
    anna.ends(&roos).await.unwrap();
    kim.says(Answer::Yes);
    anna.talks_to(&kim).await;
    assert_eq!(chris.standing(&kim), None);
}

#[tokio::test(start_paused = true)]
async fn a_region_without_workers_takes_visitors_while_a_backup_is_on_duty() {
    let house = House::open().await;
    let drenthe = house.records().published().regions.by_slug("drenthe").unwrap().id;
    let chris = house.worker("chris", 1).await;
    let signs_up = async || crate::stage::Visitor::try_sign_up(&house, "Noor", drenthe).await;
    assert_eq!(signs_up().await.err(), Some(Refusal::NobodyOnDuty));
    house.regions_help_out().await;
    let noor = house.visitor_of("drenthe", "Noor").await;
    house.until("the visitor is asked", || noor.may_be_helped_elsewhere()).await;
    noor.says(Answer::Yes);
    chris.talks_to(&noor).await;
    chris.wishes(DutyWish::Off).await.unwrap();
    assert_eq!(signs_up().await.err(), Some(Refusal::NobodyOnDuty));
}

#[tokio::test(start_paused = true)]
async fn a_worker_is_on_duty_for_the_regions_of_the_account_and_no_other() {
    let house = House::open().await;
    let anna = Worker::sign_in(&house, "anna").await;
    let twente = house.records().published().regions.by_slug("twente").unwrap().id;
    let for_twente = || DutyWish::On { capacity: 1, regions: vec![twente], wrap_up: 0 };
    assert_eq!(anna.wishes(for_twente()).await, Err(Refusal::NotAllowed));

    house.records().set_staff_regions(anna.at_desk().staff, vec![twente]).await.unwrap();
    let anna = Worker::sign_in(&house, "anna").await;
    anna.wishes(for_twente()).await.unwrap();
    let names = |state: &veiligchat::protocol::DeskState| {
        let names = |choices: &[veiligchat::protocol::RegionChoice]| {
            choices.iter().map(|choice| choice.name.clone()).collect::<Vec<_>>()
        };
        (names(&state.regions), names(&state.own_regions))
    };
    let own = || vec!["Utrecht".to_owned(), "Twente".to_owned()];
    house.until("it is told", || anna.state(names) == (vec!["Twente".to_owned()], own())).await;
    let utrecht = crate::stage::Visitor::try_sign_up(&house, "Roos", anna.region()).await;
    assert_eq!(utrecht.err(), Some(Refusal::NobodyOnDuty));

    anna.wishes(on_duty(1)).await.unwrap();
    let roos = house.visitor_of("twente", "Roos").await;
    anna.talks_to(&roos).await;
    assert_eq!(roos.chats_with(), ["Anna"]);
    // To a visitor of Twente she is of Twente: nobody was sent elsewhere.
    let roster = roos.look(|client| client.channel().roster().clone());
    assert_eq!(roster.0[0].region_name, "Twente");
}

#[tokio::test(start_paused = true)]
async fn after_a_conversation_nothing_is_offered_for_the_minutes_that_the_worker_asked() {
    let house = House::open().await;
    let anna = Worker::sign_in(&house, "anna").await;
    assert_eq!(anna.wishes(wraps_up(1, 11)).await, Err(Refusal::Malformed));
    anna.wishes(wraps_up(1, 2)).await.unwrap();
    for cuts_short in [false, true] {
        let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
        anna.talks_to(&roos).await;
        anna.ends(&roos).await.unwrap();
        let wrapping = || anna.state(|state| state.wrapping_until.is_some());
        house.until("it is told", wrapping).await;
        house.pass(110 * SECOND).await;
        assert!(!anna.is_offered(&kim) && wrapping());
        if cuts_short {
            anna.wishes(DutyWish::EndWrapUp).await.unwrap();
            anna.wishes(DutyWish::EndWrapUp).await.unwrap();
        }
        house.until_within(11 * SECOND, "offered", || anna.is_offered(&kim)).await;
        assert!(!wrapping());
        kim.ends();
        house.until("gone", || anna.standing(&kim).is_none()).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_paused_worker_takes_somebody_by_hand_but_never_what_is_offered_to_a_colleague() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let bram = house.worker("bram", 1).await;
    bram.wishes(DutyWish::Pause).await.unwrap();
    let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
    house.until("offered to Anna", || anna.is_offered(&roos)).await;
    house.until("Kim waits", || bram.standing(&kim) == Some(QueueStanding::Waiting)).await;
    assert!(!bram.may_take(&roos) && bram.may_take(&kim));
    assert_eq!(bram.tries_to_accept(&roos).await, Err(Refusal::NotOffered));

    bram.tries_to_accept(&kim).await.unwrap();
    bram.tries_to_accept(&kim).await.unwrap();
    house.until("they talk", || bram.is_talking_to(&kim) && kim.is_talking()).await;
    assert_eq!(bram.state(|state| state.duty), Duty::Paused);
    house.pass(31 * SECOND).await;
    assert_eq!(anna.standing(&roos), Some(QueueStanding::Offered { until: None }));
    assert_eq!(bram.standing(&roos), Some(QueueStanding::OfferedElsewhere), "Bram is paused");
    assert_eq!(bram.tries_to_accept(&roos).await, Err(Refusal::NoFreePlace));
    bram.wishes(on_duty(2)).await.unwrap();
    house.until("there is a place", || bram.may_take(&roos)).await;
    assert_eq!(bram.standing(&roos), Some(QueueStanding::OfferedElsewhere), "still paused");
    assert_eq!(anna.tries_to_accept(&kim).await, Err(Refusal::AlreadyTaken));
}
