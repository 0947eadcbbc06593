//! A conversation that a worker ends because of misuse.

use jiff::civil::date;
use veiligchat::{
    domain::{desk::Ending, misuse::Misuse},
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

    let day = date(2027, 1, 5);
    let counts = house.records().counts(at_desk.region, day, day).await.unwrap();
    let shown: Vec<_> = counts.iter().map(|one| (one.what.as_str(), one.number)).collect();
    assert_eq!(shown, [("misuse.prank", 1)]);
}

#[tokio::test(start_paused = true)]
async fn somebody_elses_conversation_is_not_counted() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let bram = house.worker("bram", 1).await;
    let switchboard = house.process().unwrap().switchboard().clone();
    let refused = switchboard.dismiss_for(bram.at_desk(), roos.id(), Misuse::Spam).await;
    assert_eq!(refused.unwrap_err().refusal(), Refusal::NotSeated);
    let day = date(2027, 1, 5);
    let counts = house.records().counts(anna.at_desk().region, day, day).await.unwrap();
    assert!(counts.is_empty());
}
