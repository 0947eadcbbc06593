//! What a worker has yet to register after conversations.

use jiff::civil::date;
use veiligchat::{
    domain::{
        advice::{Chosen, DurationBucket, Owed},
        ids::{RegionId, RegistrationId},
        misuse::Misuse,
    },
    protocol::{AdviceDesk, Refusal, RegisterAdvice, VERSION},
    service::journal::memory::Tail,
};

use crate::stage::{House, MINUTE, SECOND, Worker};

async fn desk_of(house: &House, worker: &Worker) -> AdviceDesk {
    let switchboard = house.process().unwrap().switchboard().clone();
    switchboard.advice_desk(worker.at_desk()).await.unwrap()
}

async fn owed(house: &House, worker: &Worker) -> Vec<(DurationBucket, u32)> {
    let desk = desk_of(house, worker).await;
    desk.owed.iter().map(|one| (one.owed.duration, one.number)).collect()
}

/// The first answer to each question.
fn registration(desk: &AdviceDesk, number: u8, settles: Option<Owed>) -> RegisterAdvice {
    let first = |list: &veiligchat::domain::advice::CodeList| Chosen {
        list: list.name.clone(),
        code: list.codes[0].name.clone(),
    };
    RegisterAdvice {
        version: VERSION,
        id: RegistrationId::from_bytes([number; 16]),
        edition: desk.edition.name.clone(),
        region: desk.regions[0].0,
        duration: DurationBucket::ToTwenty,
        chosen: desk.edition.asked().map(first).collect(),
        owed: settles,
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_had_the_conversation_owes_a_registration_however_it_ended() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    assert!(owed(&house, &anna).await.is_empty(), "not before it ends");
    house.pass(12 * MINUTE).await;
    roos.ends();
    house.until("the worker is told", || anna.over(&roos).is_some()).await;
    assert_eq!(owed(&house, &anna).await, [(DurationBucket::ToTwenty, 1)]);

    let kim = house.visitor("Kim").await;
    anna.talks_to(&kim).await;
    anna.ends(&kim).await.unwrap();
    let sam = house.visitor("Sam").await;
    anna.talks_to(&sam).await;
    sam.exits().await.unwrap();
    house.until("the worker is told", || anna.over(&sam).is_some()).await;
    let all = [(DurationBucket::UnderTen, 2), (DurationBucket::ToTwenty, 1)];
    assert_eq!(owed(&house, &anna).await, all);
}

#[tokio::test(start_paused = true)]
async fn misuse_and_visitors_whom_nobody_met_are_not_owed() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let switchboard = house.process().unwrap().switchboard().clone();
    switchboard.dismiss_for(anna.at_desk(), roos.id(), Misuse::Spam).await.unwrap();
    let kim = house.visitor("Kim").await;
    kim.ends();
    house.pass(SECOND).await;
    assert!(owed(&house, &anna).await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn an_end_is_owed_once_also_when_the_server_dies_after_it() {
    for tail in [Tail::Lost, Tail::Kept] {
        let house = House::open().await;
        let (roos, anna) = house.conversation().await;
        anna.ends(&roos).await.unwrap();
        house.crashes(tail);
        house.starts().await;
        let again = anna.ends(&roos).await;
        assert_eq!(again, Err(Refusal::Gone));
        house.pass(MINUTE).await;
        assert_eq!(owed(&house, &anna).await, [(DurationBucket::UnderTen, 1)]);
    }
}

#[tokio::test(start_paused = true)]
async fn an_advice_is_registered_once_and_corrected_within_the_day() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.ends();
    house.until("the worker is told", || anna.over(&roos).is_some()).await;
    let switchboard = house.process().unwrap().switchboard().clone();
    let desk = desk_of(&house, &anna).await;
    let settles = Some(desk.owed[0].owed);
    for _ in 0..2 {
        let one = registration(&desk, 1, settles);
        switchboard.register_advice(anna.at_desk(), one).await.unwrap();
    }
    assert!(owed(&house, &anna).await.is_empty());
    let changed =
        RegisterAdvice { duration: DurationBucket::Longer, ..registration(&desk, 1, None) };
    switchboard.register_advice(anna.at_desk(), changed).await.unwrap();
    let own = switchboard.own_advices(anna.at_desk()).await.unwrap();
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].advice.duration(), DurationBucket::Longer);

    house.pass(12 * 60 * MINUTE).await;
    assert!(switchboard.own_advices(anna.at_desk()).await.unwrap().is_empty(), "the day is over");
    let late = switchboard.register_advice(anna.at_desk(), registration(&desk, 1, None)).await;
    assert!(late.is_ok(), "its name is free again: it is another advice, of another day");
    let region = anna.region();
    let month = veiligchat::domain::advice::Month::of(date(2027, 1, 5));
    assert_eq!(house.records().advices(region, month, month).await.unwrap().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn what_is_not_in_the_lists_or_of_another_region_is_refused_and_changes_nothing() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.ends();
    house.until("the worker is told", || anna.over(&roos).is_some()).await;
    let switchboard = house.process().unwrap().switchboard().clone();
    let desk = desk_of(&house, &anna).await;
    let good = || registration(&desk, 1, Some(desk.owed[0].owed));
    let invented = Chosen { list: "aanleiding".to_owned(), code: "iets".to_owned() };
    for (wrong, refusal) in [
        (RegisterAdvice { chosen: Vec::new(), ..good() }, Refusal::Malformed),
        (RegisterAdvice { chosen: vec![invented], ..good() }, Refusal::Malformed),
        (RegisterAdvice { edition: "2031".to_owned(), ..good() }, Refusal::Malformed),
        (RegisterAdvice { edition: "2.0".to_owned(), ..good() }, Refusal::Malformed),
        (RegisterAdvice { region: RegionId(1), ..good() }, Refusal::NotAllowed),
        (RegisterAdvice { region: RegionId(999), ..good() }, Refusal::NotAllowed),
    ] {
        let refused = switchboard.register_advice(anna.at_desk(), wrong).await;
        assert_eq!(refused.unwrap_err().refusal(), refusal);
    }
    assert_eq!(owed(&house, &anna).await, [(DurationBucket::UnderTen, 1)]);
    assert!(switchboard.own_advices(anna.at_desk()).await.unwrap().is_empty());
}
