//! When a message counts as sent, and when as delivered.

use veiligchat::{client::Delivery, domain::ids::SeatId};

use crate::stage::{House, SECOND};

#[tokio::test(start_paused = true)]
async fn a_message_is_sent_only_once_it_is_on_the_disk() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;

    house.journal().hold_syncs();
    roos.writes("van Roos");
    anna.writes(&roos, "van Anna");
    house.pass(5 * SECOND).await;
    assert_eq!(roos.delivery("van Roos"), Some(Delivery::Sending));
    assert_eq!(anna.delivery(&roos, "van Anna"), Some(Delivery::Sending));
    assert!(roos.reads().is_empty() && anna.reads(&roos).is_empty());

    house.journal().release_syncs();
    house
        .until("both arrive", || roos.reads() == ["van Anna"] && anna.reads(&roos) == ["van Roos"])
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_visitors_message_is_delivered_only_when_the_worker_has_it() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;

    anna.wire().holds_the_stream();
    roos.writes("hoi");
    house.until("stored", || roos.delivery("hoi") == Some(Delivery::Stored)).await;
    house.pass(5 * SECOND).await;
    assert_eq!(roos.delivery("hoi"), Some(Delivery::Stored));

    anna.wire().releases_the_stream();
    house.until("delivered", || roos.delivery("hoi") == Some(Delivery::Delivered)).await;
    assert_eq!(anna.reads(&roos), ["hoi"]);
}

#[tokio::test(start_paused = true)]
async fn a_workers_message_is_delivered_only_when_the_visitor_has_it() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;

    roos.wire().holds_the_stream();
    anna.writes(&roos, "dag");
    house.until("stored", || anna.delivery(&roos, "dag") == Some(Delivery::Stored)).await;
    house.pass(5 * SECOND).await;
    assert_eq!(anna.delivery(&roos, "dag"), Some(Delivery::Stored));

    roos.wire().releases_the_stream();
    house.until("delivered", || anna.delivery(&roos, "dag") == Some(Delivery::Delivered)).await;
    assert_eq!(roos.reads(), ["dag"]);
}

#[tokio::test(start_paused = true)]
async fn what_was_delivered_still_says_so_after_a_reload_and_after_a_restart() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.writes("hoi");
    house.until("delivered", || roos.delivery("hoi") == Some(Delivery::Delivered)).await;

    roos.reloads();
    house.until("still delivered", || roos.delivery("hoi") == Some(Delivery::Delivered)).await;
    house.stops().await;
    house.starts().await;
    roos.reloads();
    house.until("still delivered", || roos.delivery("hoi") == Some(Delivery::Delivered)).await;
    assert_eq!(anna.reads(&roos), ["hoi"]);
}

#[tokio::test(start_paused = true)]
async fn each_side_sees_that_the_other_writes_until_it_stops() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let visitor_writes = || {
        anna.with(&roos, |channel| {
            channel.channel.writing(house.now()).any(|seat| seat == SeatId::VISITOR)
        }) == Some(true)
    };
    let worker_writes = || roos.look(|client| client.channel().writing(house.now()).count() == 1);

    roos.types("ho");
    anna.types(&roos, "da");
    house.until("both see it", || visitor_writes() && worker_writes()).await;
    house.pass(7 * SECOND).await;
    assert!(!visitor_writes() && !worker_writes());
}

#[tokio::test(start_paused = true)]
async fn who_sends_does_not_write_any_more() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.types("hoi");
    let writes =
        || anna.with(&roos, |channel| channel.channel.writing(house.now()).count()) == Some(1);
    house.until("it is seen", writes).await;
    roos.writes("hoi");
    house.until("it arrives", || anna.reads(&roos) == ["hoi"]).await;
    assert!(!writes());
}
