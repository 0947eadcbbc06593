//! Hours that change under somebody who waits.

use veiligchat::{
    client::VisitorPhase,
    domain::{
        hours::{Closure, Holidays, Hours, TimeOfDay, Week, date_of},
        ids::RegionId,
    },
    protocol::{Notice, Situation},
    service::records::{Change, Thing},
};

use crate::stage::{House, SECOND, Visitor};

const UTRECHT: RegionId = RegionId(20);
const TWENTE: RegionId = RegionId(19);

fn notice(visitor: &Visitor) -> Option<Notice> {
    match visitor.phase() {
        VisitorPhase::Live(Situation::Waiting { notice, .. }) => Some(notice),
        _ => None,
    }
}

/// Publishes hours as the office does.
async fn publish(house: &House, hours: Hours) {
    let on = house.records().version(Thing::Hours(UTRECHT)).await.unwrap();
    house.records().change(on, Change::Hours(UTRECHT, hours)).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn who_waits_is_told_within_a_second_that_it_closed_and_that_it_opened_again() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let first = house.visitor("Roos").await;
    anna.talks_to(&first).await;
    let waiting = house.visitor("Merel").await;
    let elsewhere = house.worker("chris", 1).await;
    let other = house.visitor_of("twente", "Tess").await;
    house.until("merel waits", || notice(&waiting) == Some(Notice::None)).await;

    let today = date_of(house.now());
    let closed_today = Closure::new((today, TimeOfDay::START), (today, TimeOfDay::END)).unwrap();
    let hours = Hours::new(Week::round_the_clock(), Holidays::none(), vec![closed_today]);
    publish(&house, hours.unwrap()).await;
    house
        .until_within(SECOND, "merel is told", || notice(&waiting) == Some(Notice::PastClosing))
        .await;
    assert_ne!(notice(&other), Some(Notice::PastClosing), "another region goes on");
    assert!(first.is_talking(), "a conversation goes on");
    let refused = Visitor::try_sign_up(&house, "Late", UTRECHT).await;
    assert!(refused.is_err(), "nobody signs up after closing time");
    assert!(Visitor::try_sign_up(&house, "Ook", TWENTE).await.is_ok());

    publish(&house, Hours::round_the_clock()).await;
    house.until_within(SECOND, "merel is told", || notice(&waiting) == Some(Notice::None)).await;
    drop(elsewhere);
}
