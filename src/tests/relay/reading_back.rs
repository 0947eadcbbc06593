//! What was said before somebody joined: read with the visitor's yes, and without it never.

use veiligchat::{
    client::{Over, Remark},
    domain::desk::Answer,
    protocol::{DeskPush, PassOn},
};

use crate::stage::{House, MINUTE, SECOND, Visitor, Worker};

/// Roos told Anna something, and Bram has the conversation now.
async fn taken_over() -> (House, Visitor, Worker, Worker) {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.writes("voor Anna");
    anna.writes(&roos, "van Anna");
    house.until("they talk", || roos.words().len() == 2 && anna.words(&roos).len() == 2).await;
    let bram = house.worker("bram", 1).await;
    anna.passes_on(&roos, PassOn::ToColleague(bram.at_desk().staff)).await.unwrap();
    bram.talks_to(&roos).await;
    (house, roos, anna, bram)
}

#[tokio::test(start_paused = true)]
async fn without_a_yes_nothing_of_before_can_be_read() {
    let (house, roos, anna, bram) = taken_over().await;
    house.until("it is asked", || roos.is_asked_to_let_read_back() == ["Bram"]).await;
    assert_eq!(bram.words(&roos), [""; 0]);

    let before = anna.told().len();
    roos.lets_read_back("Bram", Answer::No);
    assert!(roos.is_asked_to_let_read_back().is_empty(), "a no is an answer");
    roos.writes("voor Bram");
    house.until("it goes on", || bram.reads(&roos) == ["voor Bram"]).await;
    house.pass(MINUTE).await;
    assert_eq!(bram.words(&roos), ["voor Bram"]);
    let earlier = bram.told().into_iter().any(|push| matches!(push, DeskPush::Earlier(..)));
    assert!(!earlier, "not even sealed");
    let told = anna.told();
    let entries = told[before..].iter().any(|push| matches!(push, DeskPush::Entry(..)));
    assert!(!entries && anna.words(&roos).is_empty());

    roos.reloads();
    house.until("the page is back", || roos.is_talking()).await;
    house.pass(SECOND).await;
    assert!(roos.is_asked_to_let_read_back().is_empty(), "a no is remembered");
    roos.lets_read_back("Bram", Answer::Yes);
    house
        .until("a yes can follow", || bram.words(&roos) == ["voor Anna", "van Anna", "voor Bram"])
        .await;
}

#[tokio::test(start_paused = true)]
async fn after_a_yes_the_new_worker_reads_everything_also_after_a_reload() {
    let (house, roos, anna, bram) = taken_over().await;
    house.until("it is asked", || roos.is_asked_to_let_read_back() == ["Bram"]).await;
    roos.writes("voor Bram");
    house.until("it arrives", || bram.reads(&roos).len() == 1).await;
    roos.lets_read_back("Bram", Answer::Yes);
    roos.lets_read_back("Bram", Answer::Yes);
    let all = ["voor Anna", "van Anna", "voor Bram"];
    house.until("all is read", || bram.words(&roos) == all).await;
    assert!(roos.is_asked_to_let_read_back().is_empty());
    assert!(!bram.remarks(&roos).contains(&Remark::Unreadable));

    bram.reloads();
    bram.is_ready().await;
    house.until("all is there again", || bram.words(&roos) == all).await;
    roos.reloads();
    house.until("the page is back", || roos.is_talking()).await;
    house.pass(SECOND).await;
    assert!(roos.is_asked_to_let_read_back().is_empty());
    let given = house.stream(veiligchat::service::journal::Stream::Conversation(roos.id())).await;
    assert!(given.is_some());

    bram.writes(&roos, "nu weet ik het");
    house.until("it arrives", || roos.reads().contains(&"nu weet ik het".to_owned())).await;
    assert_eq!(anna.over(&roos), Some(Over::HandedOver));
    assert!(anna.words(&roos).is_empty(), "the old worker reads nothing that follows");
}

#[tokio::test(start_paused = true)]
async fn a_yes_over_a_bad_line_arrives_once_the_line_mends() {
    let (house, roos, _, bram) = taken_over().await;
    house.until("it is asked", || roos.is_asked_to_let_read_back() == ["Bram"]).await;
    roos.wire().loses_answers();
    roos.lets_read_back("Bram", Answer::Yes);
    house.pass(5 * SECOND).await;
    roos.wire().mends();
    house
        .until_within(2 * MINUTE, "all is read", || bram.words(&roos) == ["voor Anna", "van Anna"])
        .await;
    roos.wire().breaks();
    bram.wire().breaks();
    house.pass(10 * SECOND).await;
    roos.wire().mends();
    bram.wire().mends();
    roos.writes("en verder");
    house
        .until_within(MINUTE, "nothing is doubled", || {
            bram.words(&roos) == ["voor Anna", "van Anna", "en verder"]
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_second_reader_may_read_back_too_and_keeps_it_when_taking_over() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.writes("voor Anna");
    house.until("it arrives", || anna.reads(&roos).len() == 1).await;
    let bram = house.worker("bram", 1).await;
    bram.reads_along_with(&anna, &roos).await;
    house.until("it is asked", || roos.is_asked_to_let_read_back() == ["Bram"]).await;
    roos.lets_read_back("Bram", Answer::Yes);
    house.until("it is read", || bram.words(&roos) == ["voor Anna"]).await;
    anna.passes_on(&roos, PassOn::ToColleague(bram.at_desk().staff)).await.unwrap();
    house.until("it is Bram's", || roos.chats_with() == ["Bram"] && roos.is_talking()).await;
    house.pass(SECOND).await;
    assert!(roos.is_asked_to_let_read_back().is_empty(), "nothing is new to Bram");
    assert_eq!(bram.words(&roos), ["voor Anna"]);
}

#[tokio::test(start_paused = true)]
async fn a_worker_in_a_new_browser_reads_back_after_a_yes() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.writes("voor Anna");
    anna.writes(&roos, "van Anna");
    house.until("they talk", || roos.words().len() == 2 && anna.words(&roos).len() == 2).await;
    anna.reloads_without_keys();
    anna.is_ready().await;
    house.until("it is asked", || roos.is_asked_to_let_read_back() == ["Anna"]).await;
    assert_eq!(anna.words(&roos), [""; 0]);
    assert!(!anna.remarks(&roos).contains(&Remark::Unreadable), "it is only not open yet");
    roos.lets_read_back("Anna", Answer::Yes);
    house.until("it is read", || anna.words(&roos) == ["voor Anna", "van Anna"]).await;
}

#[tokio::test(start_paused = true)]
async fn who_takes_over_from_a_worker_whose_browser_died_may_be_let_read_back() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.writes("voor Anna");
    house.until("it arrives", || anna.reads(&roos).len() == 1).await;
    anna.vanishes();
    house.pass(70 * SECOND).await;
    let bram = house.worker("bram", 1).await;
    bram.talks_to(&roos).await;
    house.until("it is asked", || roos.is_asked_to_let_read_back() == ["Bram"]).await;
    roos.lets_read_back("Bram", Answer::Yes);
    house.until("it is read", || bram.words(&roos) == ["voor Anna"]).await;
}
