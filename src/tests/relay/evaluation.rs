//! What visitors think of the chat, after the goodbye.

use std::sync::Arc;

use veiligchat::{
    domain::{
        evaluation::{Evaluation, Opinion},
        hours::date_of,
        ids::RegionId,
    },
    service::{database::Database, records::SqliteRecords},
};

use crate::stage::{House, MINUTE};

const UTRECHT: RegionId = RegionId(20);

const CONTENT: Evaluation =
    Evaluation { heard: Some(Opinion::Yes), next_step: None, again: Some(Opinion::No) };

/// What was counted today in Utrecht.
async fn counted(house: &House) -> Vec<(String, u64)> {
    let today = date_of(house.now());
    let counts = house.records().counts(UTRECHT, today, today).await.unwrap();
    let counts = counts.into_iter().map(|count| (count.what.as_str().to_owned(), count.number));
    counts.filter(|(what, _)| what.starts_with("evaluation.")).collect()
}

#[tokio::test(start_paused = true)]
async fn whoever_talked_may_answer_once_and_each_answer_is_counted() {
    let house = House::open().await;
    let (roos, _anna) = house.conversation().await;
    assert!(!roos.may_evaluate());
    roos.ends();
    house.until("roos is asked", || roos.may_evaluate()).await;
    roos.evaluates(CONTENT);
    assert!(!roos.may_evaluate());
    roos.evaluates(CONTENT);
    house.pass(MINUTE).await;
    let both = [("evaluation.again.no".to_owned(), 1), ("evaluation.heard.yes".to_owned(), 1)];
    assert_eq!(counted(&house).await, both);
}

#[tokio::test(start_paused = true)]
async fn whoever_was_said_goodbye_by_the_worker_may_answer_too() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    anna.ends(&roos).await.unwrap();
    house.until("roos is asked", || roos.may_evaluate()).await;
}

#[tokio::test(start_paused = true)]
async fn whoever_met_nobody_is_not_asked() {
    let house = House::open().await;
    let _anna = house.worker("anna", 1).await;
    let roos = house.visitor("Roos").await;
    roos.ends();
    house.pass(MINUTE).await;
    assert!(!roos.may_evaluate());
}

#[tokio::test(start_paused = true)]
async fn what_did_not_arrive_may_be_sent_again() {
    let house = House::open().await;
    let (roos, _anna) = house.conversation().await;
    roos.ends();
    house.until("roos is asked", || roos.may_evaluate()).await;
    roos.wire().breaks();
    roos.evaluates(CONTENT);
    assert!(!roos.may_evaluate());
    house.until("roos is told", || roos.may_evaluate()).await;
    roos.wire().mends();
    roos.evaluates(CONTENT);
    house.pass(MINUTE).await;
    assert!(!roos.may_evaluate());
    assert_eq!(counted(&house).await.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn what_was_counted_without_an_answer_is_not_counted_twice() {
    let house = House::open().await;
    let (roos, _anna) = house.conversation().await;
    roos.ends();
    house.until("roos is asked", || roos.may_evaluate()).await;
    roos.wire().loses_answers();
    roos.evaluates(CONTENT);
    house.until("roos is told", || roos.may_evaluate()).await;
    assert_eq!(counted(&house).await.len(), 2);
    roos.wire().mends();
    roos.evaluates(CONTENT);
    house.pass(MINUTE).await;
    assert!(!roos.may_evaluate());
    let both = [("evaluation.again.no".to_owned(), 1), ("evaluation.heard.yes".to_owned(), 1)];
    assert_eq!(counted(&house).await, both);
}

#[tokio::test]
async fn an_evaluation_that_fails_half_way_counts_nothing_and_may_be_sent_again() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open(folder.path()).unwrap();
    let records = SqliteRecords::open(database.connect().unwrap()).unwrap();
    let saboteur = database.connect().unwrap();
    let house = House::with_records(1, Arc::new(records)).await;
    let (roos, _anna) = house.conversation().await;
    roos.ends();
    house.until("roos is asked", || roos.may_evaluate()).await;
    // The first answer is written when the second fails.
    saboteur
        .execute_batch(
            "CREATE TRIGGER fails BEFORE INSERT ON count WHEN NEW.what = 'evaluation.again.no'
             BEGIN SELECT RAISE(ABORT, 'disk full'); END",
        )
        .unwrap();
    roos.evaluates(CONTENT);
    assert!(!roos.may_evaluate());
    house.until("roos is told", || roos.may_evaluate()).await;
    assert!(counted(&house).await.is_empty());
    saboteur.execute_batch("DROP TRIGGER fails").unwrap();
    roos.evaluates(CONTENT);
    house.until("it is counted", || roos.is_thanked()).await;
    assert_eq!(counted(&house).await.len(), 2);
}
