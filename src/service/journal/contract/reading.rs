//! Reading from a place on, page by page, and hearing what changed.

use std::time::Duration;

use tokio::time::timeout;

use super::{Subject, append, conversation, plain, promises};
use crate::{
    domain::ids::Seq,
    service::journal::{Expected, Hint, Hints, PAGE_BYTES, PAGE_ENTRIES, ReadError, Stream},
};

promises![
    a_reader_gets_what_follows_its_place,
    a_stream_that_does_not_exist_cannot_be_read,
    long_streams_come_in_pages_without_a_gap,
    large_entries_make_short_pages,
    streams_do_not_show_in_each_other,
    who_watches_hears_of_growth_and_of_an_erasure,
    who_watches_hears_nothing_of_a_refusal,
    a_slow_watcher_is_told_that_hints_are_missing,
];

async fn a_reader_gets_what_follows_its_place(subject: Subject) {
    let stream = conversation(1);
    let three = ["a", "b", "c"].map(plain);
    let stored = subject.store(vec![append(stream, Expected::New, three)]).await.unwrap()[0];
    assert_eq!(subject.texts(stream, 0).await, ["a", "b", "c"]);
    assert_eq!(subject.texts(stream, 2).await, ["c"]);
    assert!(subject.texts(stream, 3).await.is_empty());
    assert!(subject.texts(stream, u64::MAX).await.is_empty());
    let reading = subject.journal.read(stream, Seq(1)).await.unwrap();
    let places: Vec<_> = reading.entries.iter().map(|entry| (entry.seq, entry.at)).collect();
    assert_eq!(places, [(Seq(2), stored.at), (Seq(3), stored.at)]);
    assert_eq!((reading.snapshot, reading.more), (None, false));
}

async fn a_stream_that_does_not_exist_cannot_be_read(subject: Subject) {
    let stream = conversation(1);
    assert_eq!(subject.journal.read(stream, Seq(0)).await, Err(ReadError::Gone));
    subject.write(stream, Expected::New, "here").await.unwrap();
    subject.erase(stream).await.unwrap();
    assert_eq!(subject.journal.read(stream, Seq(0)).await, Err(ReadError::Gone));
}

async fn long_streams_come_in_pages_without_a_gap(subject: Subject) {
    let (stream, count) = (conversation(1), PAGE_ENTRIES * 2);
    let items = (1..=count).map(|number| plain(&number.to_string()));
    subject.store(vec![append(stream, Expected::New, items)]).await.unwrap();
    let (mut after, mut pages, mut seen) = (Seq(0), vec![], 0);
    loop {
        let page = subject.journal.read(stream, after).await.unwrap();
        for entry in &page.entries {
            assert_eq!(entry.seq, after.next());
            after = entry.seq;
            seen += 1;
        }
        pages.push((page.entries.len(), page.more));
        if !page.more {
            break;
        }
    }
    assert_eq!(seen, count);
    assert_eq!(pages, [(PAGE_ENTRIES, true), (PAGE_ENTRIES, false)]);
}

async fn large_entries_make_short_pages(subject: Subject) {
    let (stream, large) = (conversation(1), "x".repeat(PAGE_BYTES / 2));
    let items = (0..5).map(|_| plain(&large));
    subject.store(vec![append(stream, Expected::New, items)]).await.unwrap();
    let page = subject.journal.read(stream, Seq(0)).await.unwrap();
    assert_eq!((page.entries.len(), page.more), (2, true));
    let page = subject.journal.read(stream, Seq(4)).await.unwrap();
    assert_eq!((page.entries.len(), page.more), (1, false));
}

async fn streams_do_not_show_in_each_other(subject: Subject) {
    let streams = [Stream::Desk, conversation(1), conversation(2), conversation(16)];
    for (number, stream) in streams.into_iter().enumerate() {
        let expected = if number == 0 { Expected::Any } else { Expected::New };
        subject.write(stream, expected, &number.to_string()).await.unwrap();
    }
    for (number, stream) in streams.into_iter().enumerate() {
        assert_eq!(subject.texts(stream, 0).await, [number.to_string()]);
    }
    subject.erase(streams[1]).await.unwrap();
    for number in [0, 2, 3] {
        assert_eq!(subject.texts(streams[number], 0).await, [number.to_string()]);
    }
}

async fn who_watches_hears_of_growth_and_of_an_erasure(subject: Subject) {
    let stream = conversation(1);
    let mut hints = subject.journal.watch();
    subject.write(stream, Expected::New, "hello").await.unwrap();
    assert_eq!(heard(&mut hints).await, Hint::Changed(stream));
    subject.write(Stream::Desk, Expected::Any, "event").await.unwrap();
    assert_eq!(heard(&mut hints).await, Hint::Changed(Stream::Desk));
    subject.erase(stream).await.unwrap();
    assert_eq!(heard(&mut hints).await, Hint::Changed(stream));
    assert_eq!(subject.journal.read(stream, Seq(0)).await, Err(ReadError::Gone));
}

async fn who_watches_hears_nothing_of_a_refusal(subject: Subject) {
    let mut hints = subject.journal.watch();
    subject.write(conversation(1), Expected::Any, "nowhere").await.unwrap_err();
    subject.write(Stream::Desk, Expected::Any, "event").await.unwrap();
    assert_eq!(heard(&mut hints).await, Hint::Changed(Stream::Desk));
}

async fn a_slow_watcher_is_told_that_hints_are_missing(subject: Subject) {
    let mut hints = subject.journal.watch();
    let mut stored = vec![];
    for round in 0..40 {
        let expected = if round == 0 { Expected::New } else { Expected::Any };
        let appends = (0..50).map(|number| append(conversation(number), expected, [plain("x")]));
        stored.push(subject.store(appends.collect()).await.unwrap());
    }
    assert_eq!(heard(&mut hints).await, Hint::Missed);
    assert!(matches!(heard(&mut hints).await, Hint::Changed(_)));
}

async fn heard(hints: &mut Hints) -> Hint {
    timeout(Duration::from_secs(10), hints.next()).await.unwrap().unwrap()
}
