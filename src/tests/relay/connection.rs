//! Connections that break, sleep and lose answers.

use veiligchat::{
    client::Delivery,
    domain::desk::Party,
    protocol::{DeskPush, VisitorPush},
};

use crate::stage::{House, MINUTE, SECOND};

#[tokio::test(start_paused = true)]
async fn a_visitor_who_was_offline_gets_everything_once_and_in_order() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.writes("een");
    house.until("it arrives", || anna.reads(&roos) == ["een"]).await;

    roos.wire().breaks();
    house.until("the page sees it", || roos.look(|client| client.is_offline())).await;
    for words in ["twee", "drie"] {
        roos.writes(words);
        anna.writes(&roos, &format!("antwoord {words}"));
    }
    house.pass(10 * SECOND).await;
    assert_eq!(anna.reads(&roos), ["een"]);

    roos.wire().mends();
    house.until_within(MINUTE, "all arrives", || anna.reads(&roos).len() == 3).await;
    house.until("all arrives", || roos.reads().len() == 2).await;
    house.pass(MINUTE).await;
    assert_eq!(anna.reads(&roos), ["een", "twee", "drie"]);
    assert_eq!(roos.reads(), ["antwoord twee", "antwoord drie"]);
    assert!(!roos.look(|client| client.is_offline()));
    assert!(anna.remarks(&roos).len() == 1 && roos.remarks().len() == 1, "nothing is missing");
}

#[tokio::test(start_paused = true)]
async fn a_worker_who_was_offline_gets_everything_once_and_in_order() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;

    anna.wire().breaks();
    house.until("the page sees it", || anna.look(|client| client.is_offline())).await;
    for words in ["een", "twee"] {
        roos.writes(words);
        anna.writes(&roos, &format!("antwoord {words}"));
    }
    house.pass(10 * SECOND).await;

    anna.wire().mends();
    house.until_within(MINUTE, "all arrives", || roos.reads().len() == 2).await;
    house.until("all arrives", || anna.reads(&roos).len() == 2).await;
    house.pass(MINUTE).await;
    assert_eq!(anna.reads(&roos), ["een", "twee"]);
    assert_eq!(roos.reads(), ["antwoord een", "antwoord twee"]);
    assert_eq!(anna.words(&roos).len(), 4);
}

#[tokio::test(start_paused = true)]
async fn what_was_typed_offline_survives_a_reload_and_goes_out_once() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    for wire in [roos.wire(), anna.wire()] {
        wire.breaks();
    }
    roos.writes("een");
    roos.writes("twee");
    roos.types("dr");
    anna.writes(&roos, "antwoord");
    roos.reloads();
    anna.reloads();
    house.pass(5 * SECOND).await;

    for wire in [roos.wire(), anna.wire()] {
        wire.mends();
    }
    house
        .until_within(MINUTE, "all arrives", || {
            anna.reads(&roos).len() == 2 && roos.reads().len() == 1
        })
        .await;
    assert_eq!(roos.look(|client| client.draft().to_owned()), "dr");
    house.pass(MINUTE).await;
    assert_eq!(anna.reads(&roos), ["een", "twee"]);
    assert_eq!(roos.reads(), ["antwoord"]);
    assert_eq!((roos.words().len(), anna.words(&roos).len()), (3, 3));
}

#[tokio::test(start_paused = true)]
async fn a_message_that_was_stored_without_an_answer_is_not_sent_twice() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    for wire in [roos.wire(), anna.wire()] {
        wire.holds_the_stream();
        wire.loses_answers();
    }
    roos.writes("hoi");
    anna.writes(&roos, "dag");
    house.pass(2 * SECOND).await;
    roos.writes("nog iets");
    assert_eq!(roos.delivery("hoi"), Some(Delivery::Sending));
    roos.reloads();
    anna.reloads();

    for wire in [roos.wire(), anna.wire()] {
        wire.mends();
    }
    house.until_within(MINUTE, "all arrives", || anna.reads(&roos).len() == 2).await;
    house.pass(MINUTE).await;
    assert_eq!(anna.reads(&roos), ["hoi", "nog iets"]);
    assert_eq!(roos.reads(), ["dag"]);
    assert_eq!(roos.words(), ["hoi", "dag", "nog iets"]);
    assert_eq!(roos.delivery("hoi"), Some(Delivery::Delivered));
    assert!(anna.remarks(&roos).len() == 1, "nothing is missing");
}

#[tokio::test(start_paused = true)]
async fn answers_that_get_lost_without_a_reload_make_no_doubles_either() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.wire().loses_answers();
    for words in ["een", "twee", "drie"] {
        roos.writes(words);
    }
    house.until("the first arrives", || anna.reads(&roos) == ["een"]).await;
    house.pass(20 * SECOND).await;
    roos.wire().mends();
    house.until_within(MINUTE, "all arrives", || anna.reads(&roos).len() == 3).await;
    house.pass(MINUTE).await;
    assert_eq!(anna.reads(&roos), ["een", "twee", "drie"]);
    assert_eq!(roos.words(), ["een", "twee", "drie"]);
}

#[tokio::test(start_paused = true)]
async fn a_request_that_is_never_answered_holds_nothing_up() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    for wire in [roos.wire(), anna.wire()] {
        wire.stalls();
    }
    roos.writes("hoi");
    anna.writes(&roos, "dag");
    house.pass(50 * SECOND).await;
    for wire in [roos.wire(), anna.wire()] {
        wire.mends();
    }
    house
        .until_within(2 * MINUTE, "both arrive", || {
            anna.reads(&roos) == ["hoi"] && roos.reads() == ["dag"]
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_key_that_never_arrived_is_sealed_again_after_a_reconnect() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let roos = house.visitor("Roos").await;
    house.until("offered", || anna.is_offered(&roos)).await;
    roos.wire().never_asks();
    anna.accepts(&roos).await;
    house.pass(5 * SECOND).await;
    assert!(!roos.is_talking());
    roos.wire().breaks();
    house.pass(SECOND).await;
    roos.wire().mends();
    house.until("both can talk", || roos.is_talking() && anna.is_talking_to(&roos)).await;
}

#[tokio::test(start_paused = true)]
async fn a_message_is_told_also_when_its_sender_is_cut_off_while_it_is_stored() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    house.journal().hold_syncs();
    roos.writes("hoi");
    house.pass(SECOND).await;
    roos.wire().breaks();
    house.pass(SECOND).await;
    house.journal().release_syncs();
    house.until("the worker reads it", || anna.reads(&roos) == ["hoi"]).await;
}

#[tokio::test(start_paused = true)]
async fn heartbeats_keep_quiet_pages_connected() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    house.pass(10 * MINUTE).await;
    let beats = |told: usize| (38..=41).contains(&told);
    let visitors = roos.told().iter().filter(|push| **push == VisitorPush::Beat).count();
    let workers = anna.told().iter().filter(|push| **push == DeskPush::Beat).count();
    assert!(beats(visitors) && beats(workers), "{visitors} and {workers}");
    let welcomes =
        roos.told().iter().filter(|push| matches!(push, VisitorPush::Welcome(_))).count();
    assert_eq!(welcomes, 1, "the first connection lasts");
    assert!(house.is_here(Party::Visitor(roos.id())));
    assert!(house.is_here(Party::Worker(anna.at_desk().staff)));
}

#[tokio::test(start_paused = true)]
async fn forty_seconds_of_silence_are_away_and_waking_up_is_back() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let party = Party::Visitor(roos.id());
    roos.writes("hoi");
    house.until("delivered", || roos.delivery("hoi") == Some(Delivery::Delivered)).await;
    let beats = || roos.told().iter().filter(|push| **push == VisitorPush::Beat).count();
    let before = beats();
    house.until_within(16 * SECOND, "a sign of life", || beats() > before).await;
    house.pass(SECOND / 10).await;

    roos.wire().sleeps();
    house.pass(39 * SECOND).await;
    assert!(house.is_here(party));
    house.pass(SECOND).await;
    assert!(!house.is_here(party));
    anna.writes(&roos, "ben je er nog?");

    roos.wire().mends();
    house.until("the visitor is back", || house.is_here(party)).await;
    house.until("nothing was lost", || roos.reads() == ["ben je er nog?"]).await;
}

#[tokio::test(start_paused = true)]
async fn a_page_that_reloads_is_never_away() {
    let house = House::open().await;
    let (roos, _anna) = house.conversation().await;
    for _ in 0..5 {
        roos.reloads();
        for _ in 0..70 {
            house.pass(SECOND / 10).await;
            assert!(house.is_here(Party::Visitor(roos.id())));
        }
    }
}
