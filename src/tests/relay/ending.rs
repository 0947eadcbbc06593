//! Every way in which a visit ends, and that nothing of it stays.

use veiligchat::{
    client::Over,
    domain::desk::Ending,
    domain::ids::{ConnectionId, Seq},
    protocol::{Leave, Leaving, Refusal, VisitorAnswer},
    service::journal::Stream,
};

use crate::stage::{House, MINUTE, SECOND, Visitor, Worker};

/// What must be so after any end, for everybody.
async fn nothing_is_left(house: &House, visitor: &Visitor) {
    assert!(!house.remembers(visitor.id()).await);
    house.pass(2 * SECOND).await;
    let desk = house.stream(Stream::Desk).await.unwrap();
    let needle = visitor.id();
    let holds = |bytes: &[u8]| bytes.windows(16).any(|window| window == needle.as_bytes());
    assert!(desk.snapshot.is_some());
    assert!(!desk.snapshot.iter().any(|snapshot| holds(&snapshot.bytes)));
    assert!(!desk.entries.iter().any(|entry| holds(&entry.item)));

    let switchboard = house.process().unwrap().switchboard().clone();
    let late = VisitorAnswer {
        credential: visitor.credential(),
        connection: ConnectionId::from_bytes([7; 16]),
        seen: Seq(1),
    };
    let refused = switchboard.visitor_answer(late).await.unwrap_err();
    assert_eq!(refused.refusal(), Refusal::Gone);
    let again = Leave { credential: visitor.credential(), how: Leaving::Goodbye };
    assert_eq!(switchboard.leave(again).await, Ok(None), "leaving twice is fine");
}

fn the_worker_keeps_nothing(anna: &Worker, visitor: &Visitor) {
    assert!(anna.words(visitor).is_empty());
    assert!(!anna.keeps().kept.contains_key(&visitor.id()));
}

#[tokio::test(start_paused = true)]
async fn the_desk_holds_a_visit_as_long_as_it_lasts() {
    let house = House::open().await;
    let (roos, _anna) = house.conversation().await;
    house.pass(2 * MINUTE).await;
    let snapshot = house.stream(Stream::Desk).await.unwrap().snapshot.unwrap();
    let holds = snapshot.bytes.windows(16).any(|window| window == roos.id().as_bytes());
    assert!(holds, "or the tests below could not fail");
}

#[tokio::test(start_paused = true)]
async fn a_visitor_ends_the_conversation() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let kim = house.visitor("Kim").await;
    roos.writes("hoi");
    house.until("it arrives", || anna.reads(&roos) == ["hoi"]).await;
    roos.ends();
    assert_eq!(roos.ending(), Some(Some(Ending::ByVisitor)));
    assert!(roos.words().is_empty() && roos.keeps().keys.is_none() && roos.keeps().kept.is_none());
    house
        .until("the worker is told", || anna.over(&roos) == Some(Over::Ended(Ending::ByVisitor)))
        .await;
    the_worker_keeps_nothing(&anna, &roos);
    nothing_is_left(&house, &roos).await;
    anna.talks_to(&kim).await;
}

#[tokio::test(start_paused = true)]
async fn a_worker_ends_the_conversation() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    anna.writes(&roos, "dag");
    anna.types(&roos, "nog");
    house.until("it arrives", || roos.reads() == ["dag"]).await;
    anna.ends(&roos).await.unwrap();
    house
        .until("both are told", || {
            roos.ending() == Some(Some(Ending::ByWorker))
                && anna.over(&roos) == Some(Over::Ended(Ending::ByWorker))
        })
        .await;
    assert!(roos.words().is_empty() && roos.keeps().keys.is_none() && roos.keeps().kept.is_none());
    the_worker_keeps_nothing(&anna, &roos);
    nothing_is_left(&house, &roos).await;
}

#[tokio::test(start_paused = true)]
async fn a_visitor_who_was_offline_at_the_end_finds_out() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.wire().breaks();
    roos.writes("te laat");
    anna.ends(&roos).await.unwrap();
    roos.wire().mends();
    house.until_within(MINUTE, "the visitor is told", || roos.ending().is_some()).await;
    assert!(roos.keeps().keys.is_none() && roos.keeps().kept.is_none());
    nothing_is_left(&house, &roos).await;
}

#[tokio::test(start_paused = true)]
async fn a_worker_who_was_away_at_the_end_finds_out_and_forgets() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    anna.types(&roos, "halver");
    assert!(anna.keeps().kept.contains_key(&roos.id()));
    anna.vanishes();
    roos.ends();
    house.pass(SECOND).await;
    anna.reloads();
    anna.is_ready().await;
    assert!(!anna.keeps().kept.contains_key(&roos.id()));
}

#[tokio::test(start_paused = true)]
async fn a_quick_exit_is_told_apart_and_leaves_nothing() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.exits().await.unwrap();
    house
        .until("the worker is told", || anna.over(&roos) == Some(Over::Ended(Ending::QuickExit)))
        .await;
    the_worker_keeps_nothing(&anna, &roos);
    nothing_is_left(&house, &roos).await;
}

#[tokio::test(start_paused = true)]
async fn a_quick_exit_is_told_also_when_the_page_is_gone_before_it_is_stored() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    house.journal().hold_syncs();
    let exiting = roos.clone();
    let exit = tokio::spawn(async move { exiting.exits().await });
    house.pass(SECOND).await;
    exit.abort();
    house.journal().release_syncs();
    house
        .until("the worker is told", || anna.over(&roos) == Some(Over::Ended(Ending::QuickExit)))
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_visitor_stops_waiting() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
    house.until("both wait", || kim.place() == Some(2)).await;
    roos.ends();
    assert_eq!(roos.ending(), Some(Some(Ending::StoppedWaiting)));
    house.until("the next moves up", || kim.place() == Some(1) && anna.is_offered(&kim)).await;
    assert_eq!(anna.with(&roos, |_| ()), None);
    nothing_is_left(&house, &roos).await;
}

#[tokio::test(start_paused = true)]
async fn the_end_of_one_conversation_leaves_the_other_alone() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let kim = house.visitor("Kim").await;
    anna.talks_to(&kim).await;
    anna.ends(&roos).await.unwrap();
    nothing_is_left(&house, &roos).await;
    kim.writes("hoi");
    house.until("it goes on", || anna.reads(&kim) == ["hoi"]).await;
}
