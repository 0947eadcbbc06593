//! Compacting: a snapshot in the place of what came before.

use bytes::Bytes;

use super::{Subject, append, conversation, message, plain, promises, text};
use crate::{
    domain::ids::Seq,
    service::journal::{AppendError, CompactError, Expected, Reading, Stream},
};

promises![
    a_snapshot_stands_for_the_entries_before_it,
    a_stream_goes_on_behind_its_snapshot,
    a_later_snapshot_takes_the_place_of_an_earlier_one,
    an_earlier_snapshot_changes_nothing,
    a_compaction_forgets_the_ids_that_it_covers,
    only_what_was_stored_can_be_compacted,
    a_compacted_stream_can_be_erased,
    compacting_one_stream_leaves_the_others,
];

async fn a_snapshot_stands_for_the_entries_before_it(subject: Subject) {
    let stream = four_entries(&subject).await;
    subject.journal.compact(stream, Seq(3), Bytes::from("abc")).await.unwrap();
    for after in [0, 1, 2] {
        let reading = subject.journal.read(stream, Seq(after)).await.unwrap();
        assert_eq!(shown(&reading), (Some((3, "abc".into())), vec!["d".into()]), "{after}");
    }
    let reading = subject.journal.read(stream, Seq(3)).await.unwrap();
    assert_eq!(shown(&reading), (None, vec!["d".into()]));
    let reading = subject.journal.read(stream, Seq(4)).await.unwrap();
    assert_eq!(shown(&reading), (None, vec![]));
}

async fn a_stream_goes_on_behind_its_snapshot(subject: Subject) {
    let stream = four_entries(&subject).await;
    subject.journal.compact(stream, Seq(4), Bytes::from("abcd")).await.unwrap();
    let refused = subject.write(stream, Expected::At(Seq(0)), "e").await;
    assert_eq!(refused, Err(AppendError::Conflict(stream)));
    let refused = subject.write(stream, Expected::New, "e").await;
    assert_eq!(refused, Err(AppendError::Conflict(stream)));
    let stored = subject.write(stream, Expected::At(Seq(4)), "e").await.unwrap();
    assert_eq!(stored.first, Seq(5));
    let reading = subject.journal.read(stream, Seq(0)).await.unwrap();
    assert_eq!(shown(&reading), (Some((4, "abcd".into())), vec!["e".into()]));
}

async fn a_later_snapshot_takes_the_place_of_an_earlier_one(subject: Subject) {
    let stream = four_entries(&subject).await;
    for (through, snapshot) in [(2, "ab"), (2, "AB"), (4, "abcd")] {
        subject.journal.compact(stream, Seq(through), Bytes::from(snapshot)).await.unwrap();
        let reading = subject.journal.read(stream, Seq(0)).await.unwrap();
        assert_eq!(shown(&reading).0, Some((through, snapshot.into())));
    }
    assert!(subject.texts(stream, 0).await.is_empty());
}

async fn an_earlier_snapshot_changes_nothing(subject: Subject) {
    let stream = four_entries(&subject).await;
    subject.journal.compact(stream, Seq(3), Bytes::from("abc")).await.unwrap();
    subject.journal.compact(stream, Seq(2), Bytes::from("late")).await.unwrap();
    let reading = subject.journal.read(stream, Seq(0)).await.unwrap();
    assert_eq!(shown(&reading), (Some((3, "abc".into())), vec!["d".into()]));
}

async fn a_compaction_forgets_the_ids_that_it_covers(subject: Subject) {
    let stream = conversation(1);
    let said = [message(1, "hello"), message(2, "there")];
    subject.store(vec![append(stream, Expected::New, said)]).await.unwrap();
    subject.journal.compact(stream, Seq(1), Bytes::new()).await.unwrap();
    let still_known = append(stream, Expected::Any, [message(2, "there")]);
    let refused = subject.store(vec![still_known]).await;
    assert!(matches!(refused, Err(AppendError::Known { seq: Seq(2), .. })), "{refused:?}");
    subject.store(vec![append(stream, Expected::Any, [message(1, "hello")])]).await.unwrap();
    assert_eq!(subject.texts(stream, 1).await, ["there", "hello"]);
}

async fn only_what_was_stored_can_be_compacted(subject: Subject) {
    let stream = four_entries(&subject).await;
    for through in [0, 5, u64::MAX] {
        let refused = subject.journal.compact(stream, Seq(through), Bytes::new()).await;
        assert_eq!(refused, Err(CompactError::NoSuchEntry), "{through}");
    }
    let refused = subject.journal.compact(Stream::Desk, Seq(1), Bytes::new()).await;
    assert_eq!(refused, Err(CompactError::NoSuchEntry));
    let refused = subject.journal.compact(conversation(2), Seq(1), Bytes::new()).await;
    assert_eq!(refused, Err(CompactError::Gone));
    assert_eq!(subject.texts(stream, 0).await, ["a", "b", "c", "d"]);
}

async fn a_compacted_stream_can_be_erased(subject: Subject) {
    let stream = four_entries(&subject).await;
    subject.journal.compact(stream, Seq(4), Bytes::from("abcd")).await.unwrap();
    subject.erase(stream).await.unwrap();
    let late = subject.write(stream, Expected::Any, "late").await;
    assert_eq!(late, Err(AppendError::Gone(stream)));
    let late = subject.journal.compact(stream, Seq(4), Bytes::new()).await;
    assert_eq!(late, Err(CompactError::Gone));
}

async fn compacting_one_stream_leaves_the_others(subject: Subject) {
    let stream = four_entries(&subject).await;
    let neighbour = conversation(2);
    subject.write(neighbour, Expected::New, "here").await.unwrap();
    subject.journal.compact(stream, Seq(4), Bytes::from("abcd")).await.unwrap();
    assert_eq!(subject.texts(neighbour, 0).await, ["here"]);
    let stored = subject.write(neighbour, Expected::At(Seq(1)), "there").await.unwrap();
    assert_eq!(stored.last, Seq(2));
}

async fn four_entries(subject: &Subject) -> Stream {
    let stream = conversation(1);
    let four = ["a", "b", "c", "d"].map(plain);
    subject.store(vec![append(stream, Expected::New, four)]).await.unwrap();
    stream
}

/// Snapshot and texts.
fn shown(reading: &Reading) -> (Option<(u64, String)>, Vec<String>) {
    let snapshot = reading.snapshot.as_ref();
    let snapshot = snapshot.map(|snapshot| (snapshot.through.0, text(&snapshot.bytes)));
    (snapshot, reading.entries.iter().map(|entry| text(&entry.item)).collect())
}
