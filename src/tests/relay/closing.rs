//! Closing time, and hours that change, with people waiting.

use veiligchat::{
    client::VisitorPhase,
    domain::{
        hours::{Closure, Holidays, Hours, Week, date_of},
        ids::RegionId,
    },
    protocol::{DutyWish, Notice, Refusal, Situation},
};

use crate::stage::{House, MINUTE, Visitor};

const UTRECHT: RegionId = RegionId(20);

/// From now on Utrecht is closed today.
async fn closes(house: &House) {
    let today = date_of(house.now());
    let closed = vec![Closure::days(today, today).unwrap()];
    let hours = Hours::new(Week::round_the_clock(), Holidays::none(), closed).unwrap();
    house.records().set_hours(UTRECHT, hours).await.unwrap();
}

fn notice(visitor: &Visitor) -> Option<Notice> {
    match visitor.phase() {
        VisitorPhase::Live(Situation::Waiting { notice, .. } | Situation::WaitingAgain(notice)) => {
            Some(notice)
        }
        _ => None,
    }
}

#[tokio::test(start_paused = true)]
async fn at_closing_time_who_waits_may_stay_and_is_helped_and_conversations_go_on() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
    anna.talks_to(&roos).await;
    closes(&house).await;
    house.until_within(MINUTE, "kim is told", || notice(&kim) == Some(Notice::PastClosing)).await;
    let late = Visitor::try_sign_up(&house, "Noor", UTRECHT).await;
    assert!(matches!(late.err(), Some(Refusal::Closed { .. })));
    roos.writes("we praten nog");
    house.until("it arrives", || anna.reads(&roos) == ["we praten nog"]).await;
    anna.ends(&roos).await.unwrap();
    anna.talks_to(&kim).await;
}

#[tokio::test(start_paused = true)]
async fn after_closing_time_when_the_last_worker_leaves_who_waits_is_told_that_nobody_comes() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
    anna.talks_to(&roos).await;
    closes(&house).await;
    anna.wishes(DutyWish::Off).await.unwrap();
    house.until_within(MINUTE, "kim is told", || notice(&kim) == Some(Notice::Closed)).await;
    // Nobody is sent away: whoever comes on duty after all finds who waits.
    anna.ends(&roos).await.unwrap();
    anna.goes_on_duty(1).await;
    house.until_within(MINUTE, "kim is told", || notice(&kim) == Some(Notice::PastClosing)).await;
    anna.talks_to(&kim).await;
}

#[tokio::test(start_paused = true)]
async fn the_last_worker_who_leaves_before_closing_time_leaves_nobody_without_a_word() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let kim = house.visitor("Kim").await;
    assert_eq!(notice(&kim), Some(Notice::None));
    anna.wishes(DutyWish::Off).await.unwrap();
    house.until("kim is told", || notice(&kim) == Some(Notice::NobodyOnDuty)).await;
    let bram = house.worker("bram", 1).await;
    house.until("kim is told", || notice(&kim) == Some(Notice::None)).await;
    bram.talks_to(&kim).await;
}
