//! Two tabs with one conversation, or one desk: the newest has it.

use veiligchat::client::{DeskPhase, VisitorPhase};

use crate::stage::{House, MINUTE};

#[tokio::test(start_paused = true)]
async fn the_newest_tab_of_a_visitor_has_the_conversation_and_the_other_can_take_it_back() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.writes("een");
    house.until("it arrives", || anna.reads(&roos) == ["een"]).await;

    let copy = roos.duplicates();
    house.until("the copy has it", || copy.is_talking()).await;
    house.until("the first one knows", || roos.phase() == VisitorPhase::Elsewhere).await;
    anna.writes(&roos, "dag");
    copy.writes("twee");
    house.until("the copy goes on", || copy.words() == ["een", "dag", "twee"]).await;
    house.pass(2 * MINUTE).await;
    assert_eq!(roos.phase(), VisitorPhase::Elsewhere, "it does not come back by itself");
    assert_eq!(roos.words(), ["een"]);

    roos.comes_back();
    house.until("the first one has it again", || roos.is_talking()).await;
    house.until("the copy knows", || copy.phase() == VisitorPhase::Elsewhere).await;
    assert_eq!(roos.words(), ["een", "dag", "twee"]);
    roos.writes("drie");
    house.until("it goes on", || anna.reads(&roos) == ["een", "twee", "drie"]).await;
}

#[tokio::test(start_paused = true)]
async fn a_message_that_both_tabs_keep_goes_out_once() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.wire().breaks();
    roos.writes("een");
    let copy = roos.duplicates();
    roos.wire().mends();
    house.until_within(MINUTE, "one tab has it", || copy.is_talking() || roos.is_talking()).await;
    house.until_within(MINUTE, "it arrives", || anna.reads(&roos) == ["een"]).await;
    roos.comes_back();
    house.pass(MINUTE).await;
    assert_eq!(anna.reads(&roos), ["een"]);
    assert_eq!(roos.words(), ["een"]);
}

#[tokio::test(start_paused = true)]
async fn the_newest_desk_of_a_worker_has_the_conversations_without_a_new_key() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.writes("een");
    house.until("it arrives", || anna.reads(&roos) == ["een"]).await;

    let copy = anna.duplicates();
    copy.is_ready().await;
    house.until("the copy has it", || copy.reads(&roos) == ["een"]).await;
    assert_eq!(anna.look(|client| client.phase()), DeskPhase::Elsewhere);
    copy.writes(&roos, "dag");
    house.until("it goes on", || roos.reads() == ["dag"]).await;
    assert_eq!(roos.remarks().len(), 1, "nobody reconnected");

    anna.comes_back();
    house.until("taken back", || anna.look(|client| client.phase()) == DeskPhase::Live).await;
    house
        .until("the copy knows", || copy.look(|client| client.phase()) == DeskPhase::Elsewhere)
        .await;
    house.until("nothing is missing", || anna.words(&roos) == ["een", "dag"]).await;
}
