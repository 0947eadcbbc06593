//! Who is away, for how long, and who takes over.

use veiligchat::{
    client::{Over, Remark, VisitorPhase},
    domain::desk::{Ending, Party},
    protocol::{DeskPush, PeerPresence, QueueStanding, Refusal, Situation},
};

use crate::stage::{House, MINUTE, SECOND};

#[tokio::test(start_paused = true)]
async fn a_worker_who_reloads_keeps_the_shift_key_and_the_conversation() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.writes("hoi");
    anna.writes(&roos, "dag");
    anna.types(&roos, "halver");
    house.until("both arrive", || roos.words().len() == 2 && anna.words(&roos).len() == 2).await;

    anna.reloads();
    anna.is_ready().await;
    house.until("all is there again", || anna.words(&roos).len() == 2).await;
    assert_eq!(anna.with(&roos, |channel| channel.draft.clone()).as_deref(), Some("halver"));
    anna.writes(&roos, "ik ben er weer");
    house.until("it goes on", || roos.reads() == ["dag", "ik ben er weer"]).await;
    assert_eq!(roos.remarks(), [Remark::Joined("Anna".to_owned())]);
    assert_eq!(anna.nickname_of(&roos), "Roos");
}

#[tokio::test(start_paused = true)]
async fn a_worker_with_a_new_key_is_announced_and_both_can_talk() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    anna.reloads_without_keys();
    anna.is_ready().await;
    house
        .until("both can talk", || {
            roos.is_talking()
                && anna.is_talking_to(&roos)
                && roos.remarks().contains(&Remark::Reconnected("Anna".to_owned()))
        })
        .await;
    roos.writes("hoi");
    anna.writes(&roos, "dag");
    house.until("both arrive", || roos.reads() == ["dag"] && anna.reads(&roos) == ["hoi"]).await;
    assert_eq!(anna.nickname_of(&roos), "Roos");
}

#[tokio::test(start_paused = true)]
async fn a_worker_back_within_a_minute_still_has_the_visitor() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    anna.wire().breaks();
    let away = |client: &veiligchat::client::VisitorClient| {
        matches!(client.phase(), VisitorPhase::Live(Situation::Talking(PeerPresence::Away(_))))
    };
    house.until("the visitor sees it", || roos.look(away)).await;
    house.pass(50 * SECOND).await;
    anna.wire().mends();
    house.until_within(MINUTE, "the worker is back", || !roos.look(away)).await;
    roos.writes("hoi");
    house.until("it goes on", || anna.reads(&roos) == ["hoi"]).await;
    assert_eq!(anna.over(&roos), None);
}

#[tokio::test(start_paused = true)]
async fn a_worker_gone_for_good_gives_the_visitor_to_the_next_one() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let roos = house.visitor("Roos").await;
    anna.talks_to(&roos).await;
    let kim = house.visitor("Kim").await;
    roos.writes("alleen voor Anna");
    house.until("it arrives", || anna.reads(&roos).len() == 1).await;

    anna.wire().breaks();
    house.pass(64 * SECOND).await;
    assert!(roos.is_talking());
    house.pass(2 * SECOND).await;
    assert!(matches!(roos.phase(), VisitorPhase::Live(Situation::WaitingAgain(_))));
    assert!(roos.remarks().contains(&Remark::Left("Anna".to_owned())));

    let bram = house.worker("bram", 1).await;
    bram.talks_to(&roos).await;
    assert!(!bram.is_offered(&kim), "who was given back goes first");
    assert_eq!(roos.chats_with(), ["Bram"]);
    roos.writes("voor Bram");
    bram.writes(&roos, "van Bram");
    house
        .until("both can talk", || {
            bram.reads(&roos) == ["voor Bram"] && roos.reads() == ["van Bram"]
        })
        .await;
    assert_eq!(bram.nickname_of(&roos), "Roos");
    assert_eq!(bram.answers_of(&roos), ["Roos"]);

    let before = anna.told().len();
    anna.wire().mends();
    house.until_within(MINUTE, "the former one knows", || anna.over(&roos).is_some()).await;
    roos.writes("nog iets voor Bram");
    house.until("it goes on", || bram.reads(&roos).len() == 2).await;
    house.pass(MINUTE).await;
    let told = anna.told();
    assert!(told.len() > before && anna.words(&roos).is_empty());
    let entries = told[before..].iter().filter(|push| {
        matches!(push, DeskPush::Entry(..) | DeskPush::Typing(..) | DeskPush::Seen(..))
    });
    assert_eq!(entries.count(), 0, "the former one is told nothing that followed");
}

#[tokio::test(start_paused = true)]
async fn a_worker_whose_browser_starts_again_too_late_is_told_what_went() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    anna.vanishes();
    house.pass(2 * MINUTE).await;
    assert!(matches!(roos.phase(), VisitorPhase::Live(Situation::WaitingAgain(_))));
    anna.reloads();
    anna.is_ready().await;
    house.until("it is told", || anna.over(&roos) == Some(Over::Gone)).await;
    assert!(anna.words(&roos).is_empty());
    // Once: what ended in sight is not told again.
    anna.reloads();
    anna.is_ready().await;
    house.pass(SECOND).await;
    assert_eq!(anna.over(&roos), None);
}

#[tokio::test(start_paused = true)]
async fn a_former_worker_whose_page_stays_open_is_told_nothing_either() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    anna.wire().sleeps();
    house.pass(2 * MINUTE).await;
    let bram = house.worker("bram", 1).await;
    bram.talks_to(&roos).await;
    let before = anna.told().len();
    anna.wire().mends();
    roos.writes("voor Bram");
    house.until("it arrives", || bram.reads(&roos) == ["voor Bram"]).await;
    house.pass(MINUTE).await;
    let told = anna.told();
    let entries = told[before..].iter().filter(|push| matches!(push, DeskPush::Entry(..)));
    assert_eq!(entries.count(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_waiting_visitor_keeps_the_place_for_ten_minutes() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
    anna.talks_to(&roos).await;
    let noor = house.visitor("Noor").await;
    house.until("all have a place", || (kim.place(), noor.place()) == (Some(1), Some(2))).await;

    kim.vanishes();
    house.until("the desk sees it", || anna.standing(&kim) == Some(QueueStanding::Away)).await;
    house.pass(9 * MINUTE).await;
    assert_eq!(noor.place(), Some(2), "who is away keeps counting");
    kim.reloads();
    house.until("the place was kept", || kim.place() == Some(1)).await;

    kim.vanishes();
    house.pass(10 * MINUTE + 4 * SECOND).await;
    assert!(house.remembers(kim.id()).await);
    house.pass(2 * SECOND).await;
    assert!(!house.remembers(kim.id()).await);
    assert_eq!(noor.place(), Some(1));
}

#[tokio::test(start_paused = true)]
async fn a_conversation_waits_thirty_minutes_for_its_visitor() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    anna.writes(&roos, "dag");
    house.until("it arrives", || roos.reads() == ["dag"]).await;
    roos.closes();
    house.pass(29 * MINUTE).await;
    anna.writes(&roos, "ben je er nog?");
    roos.comes_back();
    house.until("nothing was lost", || roos.reads() == ["dag", "ben je er nog?"]).await;

    roos.closes();
    house.pass(30 * MINUTE + 6 * SECOND).await;
    assert_eq!(anna.over(&roos), Some(Over::Ended(Ending::Expired)));
    assert!(!house.remembers(roos.id()).await);
    roos.comes_back();
    house.until("the visitor is told", || roos.ending().is_some()).await;
    assert!(roos.keeps().keys.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_visitor_whose_page_does_not_connect_in_twenty_seconds_is_away_and_the_worker_free() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let roos = house.visitor("Roos").await;
    house.until("offered", || anna.is_offered(&roos)).await;
    roos.wire().sleeps();
    anna.accepts(&roos).await;
    house.pass(19 * SECOND).await;
    assert_eq!(anna.over(&roos), None);
    house.pass(2 * SECOND).await;
    assert_eq!(anna.over(&roos), Some(Over::NotConnected));
    assert_eq!(anna.standing(&roos), Some(QueueStanding::Away));
    assert!(!house.is_here(Party::Visitor(roos.id())));

    let kim = house.visitor("Kim").await;
    anna.talks_to(&kim).await;
    roos.wire().mends();
    house.until_within(MINUTE, "the place was kept", || roos.place() == Some(1)).await;
    anna.ends(&kim).await.unwrap();
    anna.talks_to(&roos).await;
    roos.writes("hoi");
    house.until("both can talk", || anna.reads(&roos) == ["hoi"]).await;
}

#[tokio::test(start_paused = true)]
async fn a_visitor_without_a_tab_is_not_offered() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let roos = house.visitor("Roos").await;
    house.until("offered", || anna.is_offered(&roos)).await;
    roos.vanishes();
    house.until("withdrawn", || anna.standing(&roos) == Some(QueueStanding::Away)).await;
    assert_eq!(anna.tries_to_accept(&roos).await, Err(Refusal::NotOffered));
}
