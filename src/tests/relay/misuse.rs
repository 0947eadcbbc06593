//! A conversation that a worker ends because of misuse.

use jiff::civil::date;
use veiligchat::{
    domain::{desk::Ending, ids::RegionId, misuse::Misuse},
    protocol::Refusal,
};

use crate::stage::House;

#[tokio::test(start_paused = true)]
async fn a_misuse_is_counted_once_and_the_visitor_sees_an_ending_like_any_other() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let switchboard = house.process().unwrap().switchboard().clone();
    let at_desk = anna.at_desk().clone();
    switchboard.dismiss_for(&at_desk, roos.id(), Misuse::Prank).await.unwrap();
    let again = switchboard.dismiss_for(&at_desk, roos.id(), Misuse::Prank).await;
    assert_eq!(again.unwrap_err().refusal(), Refusal::Gone);
    house.until("the visitor is told", || roos.ending() == Some(Some(Ending::ByWorker))).await;

    assert_eq!(misuses(&house, at_desk.region).await, [("misuse.prank".to_owned(), 1)]);
}

#[tokio::test(start_paused = true)]
async fn somebody_elses_conversation_is_not_counted() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let bram = house.worker("bram", 1).await;
    let switchboard = house.process().unwrap().switchboard().clone();
    let refused = switchboard.dismiss_for(bram.at_desk(), roos.id(), Misuse::Spam).await;
    assert_eq!(refused.unwrap_err().refusal(), Refusal::NotSeated);
    assert!(misuses(&house, anna.at_desk().region).await.is_empty());
}

async fn misuses(house: &House, region: RegionId) -> Vec<(String, u64)> {
    house.process().unwrap().switchboard().count_now().await.unwrap();
    let day = date(2027, 1, 5);
    let counts = house.records().counts(region, day, day).await.unwrap();
    let named = counts.into_iter().map(|one| (one.what.as_str().to_owned(), one.number));
    named.filter(|(what, _)| what.starts_with("misuse.")).collect()
}
