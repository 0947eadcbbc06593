//! Questions before the chat.

use super::{
    super::{QuestionRecords, RecordsError, SqliteRecords},
    NOWHERE, UTRECHT, connection, each, tell,
};
use crate::{
    domain::questions::{Kind, Question, Questions, Wording},
    service::records::Records,
};

fn one(words: &str) -> Questions {
    let words = Wording { nl: words.to_owned(), en: words.to_owned() };
    Questions::new(vec![Question { words, kind: Kind::Text, unsafe_choice: None }]).unwrap()
}

#[test]
fn the_programs_questions_are_asked_until_somebody_decides() {
    each(|records| async move {
        assert_eq!(records.published().questions.usual(), &Questions::usual());
        let mut changes = records.watch();
        records.set_questions(None, Some(one("Wat?"))).await.unwrap();
        records.set_questions(Some(UTRECHT), Some(Questions::default())).await.unwrap();
        assert!(changes.has_changed().unwrap());
        let published = changes.borrow_and_update().clone();
        assert_eq!(published.questions.usual(), &one("Wat?"));
        let own: Vec<_> = published.questions.own().collect();
        assert_eq!(own, [(UTRECHT, &Questions::default())]);

        records.set_questions(None, None).await.unwrap();
        records.set_questions(Some(UTRECHT), None).await.unwrap();
        let published = records.published();
        assert_eq!(published.questions.usual(), &Questions::usual());
        assert_eq!(published.questions.own().count(), 0);
    });
}

#[test]
fn questions_for_nowhere_are_refused() {
    each(|records| async move {
        let lost = records.set_questions(Some(NOWHERE), Some(one("Wat?"))).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        assert_eq!(records.published().questions.own().count(), 0);
    });
}

#[test]
fn questions_are_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    tell(records.set_questions(Some(UTRECHT), Some(one("Wie?")))).unwrap();
    drop(records);
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    let published = records.published();
    assert_eq!(published.questions.own().collect::<Vec<_>>(), [(UTRECHT, &one("Wie?"))]);
}
