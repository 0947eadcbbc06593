//! The whole path, and who sees what.

use veiligchat::{
    client::{Delivery, Remark},
    protocol::{Entry, Refusal, VisitorPush},
};

use crate::stage::{House, MINUTE, Visitor, Worker};

#[tokio::test(start_paused = true)]
async fn a_visitor_waits_is_called_and_talks_with_a_worker() {
    let house = House::open().await;
    let anna = house.worker("anna", 2).await;

    let roos = house.visitor("Roos").await;
    house.until("the visitor has a place", || roos.place() == Some(1)).await;
    roos.writes("Ik wacht al even.");
    anna.talks_to(&roos).await;
    assert_eq!(roos.chats_with(), ["Anna"]);
    assert_eq!(roos.remarks(), [Remark::Joined("Anna".to_owned())]);

    roos.writes("Hoi");
    anna.writes(&roos, "Dag, waar kan ik mee helpen?");
    house.until("the worker reads", || anna.reads(&roos) == ["Ik wacht al even.", "Hoi"]).await;
    house.until("the visitor reads", || roos.reads() == ["Dag, waar kan ik mee helpen?"]).await;
    assert_eq!(anna.nickname_of(&roos), "Roos");
    assert_eq!(anna.answers_of(&roos), ["Roos"]);
    house
        .until("both know that it was delivered", || {
            roos.delivery("Hoi") == Some(Delivery::Delivered)
                && anna.delivery(&roos, "Dag, waar kan ik mee helpen?") == Some(Delivery::Delivered)
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn nobody_can_sign_up_while_nobody_is_on_duty() {
    let house = House::open().await;
    let anna = Worker::sign_in(&house, "anna").await;
    let refused = Visitor::try_sign_up(&house, "Roos", anna.region()).await.err();
    assert_eq!(refused, Some(Refusal::NobodyOnDuty));
}

#[tokio::test(start_paused = true)]
async fn two_visitors_see_their_places_and_the_second_moves_up() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
    house.until("both have a place", || (roos.place(), kim.place()) == (Some(1), Some(2))).await;
    assert!(!anna.is_offered(&kim));
    anna.talks_to(&roos).await;
    house.until("the second moves up", || kim.place() == Some(1)).await;
}

#[tokio::test(start_paused = true)]
async fn two_workers_never_get_the_same_visitor() {
    let house = House::open().await;
    let (anna, bram) = (house.worker("anna", 1).await, house.worker("bram", 1).await);
    let roos = house.visitor("Roos").await;
    // Nobody takes the first two offers, so that both may accept.
    house
        .until_within(2 * MINUTE, "both may accept", || {
            anna.is_offered(&roos) && bram.is_offered(&roos)
        })
        .await;
    let answers = tokio::join!(anna.tries_to_accept(&roos), bram.tries_to_accept(&roos));
    let (first, second) = match answers {
        (Ok(()), Err(Refusal::AlreadyTaken)) => (anna, bram),
        (Err(Refusal::AlreadyTaken), Ok(())) => (bram, anna),
        other => panic!("not exactly one has the visitor: {other:?}"),
    };
    house.until("the first one talks", || first.is_talking_to(&roos)).await;
    assert_eq!(second.with(&roos, |_| ()), None);
}

#[tokio::test(start_paused = true)]
async fn two_visitors_of_one_worker_never_see_a_word_of_each_other() {
    let house = House::open().await;
    let anna = house.worker("anna", 2).await;
    let (roos, kim) = (house.visitor("Roos").await, house.visitor("Kim").await);
    anna.talks_to(&roos).await;
    anna.talks_to(&kim).await;
    for visitor in [&roos, &kim] {
        visitor.writes("van mij");
        anna.writes(visitor, "voor jou");
    }
    roos.writes("alleen van Roos");
    anna.writes(&roos, "alleen voor Roos");
    house
        .until("everything arrives", || {
            anna.reads(&roos) == ["van mij", "alleen van Roos"]
                && anna.reads(&kim) == ["van mij"]
                && roos.reads() == ["voor jou", "alleen voor Roos"]
                && kim.reads() == ["voor jou"]
        })
        .await;

    let (told_roos, told_kim) = (sealed(&roos), sealed(&kim));
    assert!(told_roos.len() >= 4 && told_kim.len() >= 2);
    assert!(told_roos.iter().all(|envelope| !told_kim.contains(envelope)));
}

/// The envelopes that a visitor's page was given.
fn sealed(visitor: &Visitor) -> Vec<Vec<u8>> {
    let told = visitor.told().into_iter();
    told.filter_map(|push| match push {
        VisitorPush::Entry(placed) => match placed.entry {
            Entry::Envelope(envelope) => Some(envelope.sealed),
            _ => None,
        },
        _ => None,
    })
    .collect()
}
