//! Limits, as people meet them: nothing is lost, and who comes in a rush gets in.

use std::sync::Arc;

use veiligchat::{
    domain::{
        ids::{ConversationId, RegionId},
        secret::Token,
    },
    protocol::{Credential, DutyWish, Leave, Leaving, Refusal, SignUp, VERSION, VisitorTyping},
    service::switchboard::Failure,
};

use crate::stage::{House, MINUTE, SECOND, Visitor};

/// Somebody who is no visitor of this house's pages.
fn somebody(number: u8) -> Credential {
    let (conversation, token) =
        (ConversationId::from_bytes([number; 16]), Token::from_bytes([number; 32]));
    Credential { version: VERSION, conversation, token }
}

async fn sign_up_without_work(house: &House, number: u8, region: RegionId) -> Option<Refusal> {
    let switchboard = Arc::clone(house.process().unwrap().switchboard());
    let request = SignUp { credential: somebody(number), region, work: None };
    switchboard.sign_up(request).await.err().map(|failure| failure.refusal())
}

#[tokio::test(start_paused = true)]
async fn who_writes_more_than_may_be_asked_at_once_loses_nothing() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let written: Vec<String> = (0..90).map(|number| format!("regel {number}")).collect();
    for words in &written {
        roos.writes(words);
    }
    house.pass(5 * SECOND).await;
    let soon = anna.reads(&roos).len();
    assert!((60..90).contains(&soon), "{soon} were stored at once");
    house.until_within(MINUTE, "all arrive", || anna.reads(&roos).len() == written.len()).await;
    assert_eq!(anna.reads(&roos), written);
}

#[tokio::test(start_paused = true)]
async fn in_a_rush_who_does_the_work_waits_with_the_others_and_who_does_not_stays_outside() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    for number in 0..20 {
        assert_eq!(sign_up_without_work(&house, number, anna.region()).await, None);
    }
    let refused = sign_up_without_work(&house, 100, anna.region()).await;
    assert!(matches!(refused, Some(Refusal::WorkNeeded(_))), "{refused:?}");
    // Whoever is in already is asked nothing when the answer was lost.
    assert_eq!(sign_up_without_work(&house, 1, anna.region()).await, None);

    let roos = Visitor::try_sign_up(&house, "Roos", anna.region()).await.unwrap();
    house.until("Roos waits", || roos.place() == Some(21)).await;
}

#[tokio::test(start_paused = true)]
async fn nobody_works_to_hear_that_there_is_no_place() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    for number in 0..20 {
        assert_eq!(sign_up_without_work(&house, number, anna.region()).await, None);
    }
    anna.wishes(DutyWish::Off).await.unwrap();
    let refused = sign_up_without_work(&house, 100, anna.region()).await;
    assert_eq!(refused, Some(Refusal::NobodyOnDuty));
}

#[tokio::test(start_paused = true)]
async fn who_names_conversations_that_nobody_has_holds_up_nobody_else() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let switchboard = Arc::clone(house.process().unwrap().switchboard());
    let mut too_much = 0;
    for number in 0..2_000_u16 {
        let mut id = [9; 16];
        id[..2].copy_from_slice(&number.to_le_bytes());
        let conversation = ConversationId::from_bytes(id);
        let request = VisitorTyping { credential: Credential { conversation, ..somebody(9) } };
        match switchboard.visitor_typing(&request.credential).await {
            Err(Failure::Refused(Refusal::TooMuch)) => too_much += 1,
            refused => assert_eq!(refused, Err(Failure::Refused(Refusal::Gone))),
        }
    }
    assert!(too_much > 1_000, "{too_much}");
    roos.writes("hoi");
    house.until("it arrives", || anna.reads(&roos) == ["hoi"]).await;
    // Leaving is never too much.
    let leave = Leave { credential: roos.credential(), how: Leaving::QuickExit };
    assert!(switchboard.leave(leave).await.is_ok());
}
