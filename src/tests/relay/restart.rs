//! The server stops, starts and crashes.

use veiligchat::{client::Delivery, service::journal::memory::Tail};

use crate::stage::{House, MINUTE, SECOND};

#[tokio::test(start_paused = true)]
async fn a_server_that_stops_ends_its_streams_at_once() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let process = house.process().unwrap();
    process.stop();
    house.pass(SECOND / 10).await;
    assert!(roos.look(|client| client.is_offline()) && anna.look(|client| client.is_offline()));
    assert_eq!(roos.ending(), None);
}

#[tokio::test(start_paused = true)]
async fn after_a_restart_everything_goes_on() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let kim = house.visitor("Kim").await;
    house.until("the second visitor waits", || kim.place() == Some(1)).await;
    roos.writes("voor");
    house.until("it arrives", || anna.reads(&roos) == ["voor"]).await;

    house.stops().await;
    roos.writes("tijdens");
    anna.writes(&roos, "ook tijdens");
    house.pass(20 * SECOND).await;
    house.starts().await;

    house
        .until_within(MINUTE, "all arrives", || {
            anna.reads(&roos) == ["voor", "tijdens"] && roos.reads() == ["ook tijdens"]
        })
        .await;
    house.until_within(MINUTE, "the place is kept", || kim.place() == Some(1)).await;
    anna.talks_to(&kim).await;
    roos.writes("na");
    house.until("it goes on", || anna.reads(&roos) == ["voor", "tijdens", "na"]).await;
    assert_eq!(anna.with(&roos, |channel| channel.over), Some(None));
}

#[tokio::test(start_paused = true)]
async fn a_restart_during_an_outage_of_hours_gives_everybody_their_windows_anew() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    house.crashes(Tail::Lost);
    house.pass(120 * MINUTE).await;
    house.starts().await;
    house
        .until_within(MINUTE, "both are back", || {
            !roos.look(|client| client.is_offline()) && !anna.look(|client| client.is_offline())
        })
        .await;
    roos.writes("hoi");
    house.until("it goes on", || anna.reads(&roos) == ["hoi"]).await;
}

#[tokio::test(start_paused = true)]
async fn a_crash_loses_nothing_whether_or_not_the_tail_reached_the_disk() {
    for tail in [Tail::Lost, Tail::Kept] {
        let house = House::open().await;
        let (roos, anna) = house.conversation().await;
        roos.writes("een");
        house.until("delivered", || roos.delivery("een") == Some(Delivery::Delivered)).await;
        house.journal().hold_syncs();
        roos.writes("twee");
        anna.writes(&roos, "antwoord");
        house.pass(SECOND).await;
        assert_eq!(roos.delivery("twee"), Some(Delivery::Sending), "{tail:?}");

        house.crashes(tail);
        roos.writes("drie");
        house.pass(3 * SECOND).await;
        house.starts().await;
        house
            .until_within(MINUTE, "all arrives", || {
                anna.reads(&roos).len() == 3 && roos.reads().len() == 1
            })
            .await;
        house.pass(MINUTE).await;
        assert_eq!(anna.reads(&roos), ["een", "twee", "drie"], "{tail:?}");
        assert_eq!(roos.reads(), ["antwoord"], "{tail:?}");
        assert_eq!(roos.words().len(), 4, "{tail:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_sign_up_and_an_acceptance_survive_a_crash() {
    let house = House::open().await;
    let anna = house.worker("anna", 2).await;
    let roos = house.visitor("Roos").await;
    house.crashes(Tail::Lost);
    house.starts().await;
    house.pass(20 * SECOND).await;
    house.until("the place is kept", || anna.is_offered(&roos)).await;

    roos.wire().holds_the_stream();
    anna.accepts(&roos).await;
    house.crashes(Tail::Lost);
    house.starts().await;
    roos.wire().releases_the_stream();
    house
        .until_within(MINUTE, "both can talk", || roos.is_talking() && anna.is_talking_to(&roos))
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_visitor_who_ends_while_the_server_is_down_has_wiped_everything() {
    let house = House::open().await;
    let (roos, _anna) = house.conversation().await;
    roos.writes("hoi");
    house.crashes(Tail::Lost);
    roos.ends();
    assert!(roos.keeps().keys.is_none() && roos.keeps().kept.is_none());
    assert!(roos.words().is_empty());
}
