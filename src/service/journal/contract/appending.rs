//! Appending: who may, what is refused, all or nothing, with few syncs.

use std::time::Duration;

use futures::future::join_all;

use super::{Subject, append, conversation, message, message_id, plain, promises};
use crate::{
    domain::ids::Seq,
    service::{
        journal::{AppendError, Batch, Expected, Stream},
        runtime::Runtime,
    },
};

promises![
    only_new_makes_a_stream_and_only_once,
    the_desk_is_always_there,
    at_asks_for_the_last_place,
    any_follows_whatever_is_there,
    an_entry_with_a_stored_id_is_known_and_refuses_the_batch,
    an_id_is_unique_in_its_own_stream_only,
    a_batch_is_stored_all_or_nothing,
    a_refused_batch_does_not_refuse_its_neighbours,
    nothing_is_appended_to_an_erased_stream,
    erasing_what_is_not_there_refuses_the_batch,
    a_batch_that_makes_no_sense_is_refused,
    a_hundred_appends_at_once_take_fewer_than_twenty_syncs,
    a_refusal_takes_no_sync_of_its_own,
    times_never_go_back,
];

async fn only_new_makes_a_stream_and_only_once(subject: Subject) {
    let stream = conversation(1);
    for expected in [Expected::Any, Expected::At(Seq(0)), Expected::At(Seq(1))] {
        let refused = subject.write(stream, expected, "too soon").await;
        assert_eq!(refused, Err(AppendError::Gone(stream)));
    }
    let stored = subject.write(stream, Expected::New, "first").await.unwrap();
    assert_eq!((stored.stream, stored.first, stored.last), (stream, Seq(1), Seq(1)));
    let refused = subject.write(stream, Expected::New, "again").await;
    assert_eq!(refused, Err(AppendError::Conflict(stream)));
    assert_eq!(subject.texts(stream, 0).await, ["first"]);
}

async fn the_desk_is_always_there(subject: Subject) {
    assert!(subject.texts(Stream::Desk, 0).await.is_empty());
    let refused = subject.write(Stream::Desk, Expected::New, "new").await;
    assert_eq!(refused, Err(AppendError::Conflict(Stream::Desk)));
    subject.write(Stream::Desk, Expected::At(Seq(0)), "first").await.unwrap();
    subject.write(Stream::Desk, Expected::Any, "second").await.unwrap();
    assert_eq!(subject.texts(Stream::Desk, 0).await, ["first", "second"]);
}

async fn at_asks_for_the_last_place(subject: Subject) {
    let stream = conversation(1);
    let two = [plain("first"), plain("second")];
    let stored = subject.store(vec![append(stream, Expected::New, two)]).await.unwrap();
    assert_eq!((stored[0].first, stored[0].last), (Seq(1), Seq(2)));
    for place in [0, 1, 3] {
        let refused = subject.write(stream, Expected::At(Seq(place)), "stale").await;
        assert_eq!(refused, Err(AppendError::Conflict(stream)), "at {place}");
    }
    subject.write(stream, Expected::At(Seq(2)), "third").await.unwrap();
    assert_eq!(subject.texts(stream, 0).await, ["first", "second", "third"]);
}

async fn any_follows_whatever_is_there(subject: Subject) {
    let stream = conversation(1);
    subject.write(stream, Expected::New, "0").await.unwrap();
    let texts: Vec<_> = (1..=20).map(|number| number.to_string()).collect();
    let writes = texts.iter().map(|text| subject.write(stream, Expected::Any, text));
    let mut places: Vec<_> =
        join_all(writes).await.into_iter().map(|stored| stored.unwrap().first.0).collect();
    places.sort_unstable();
    assert_eq!(places, (2..=21).collect::<Vec<_>>());
}

async fn an_entry_with_a_stored_id_is_known_and_refuses_the_batch(subject: Subject) {
    let stream = conversation(1);
    subject.write(stream, Expected::New, "roster").await.unwrap();
    let said = append(stream, Expected::Any, [message(1, "hello")]);
    let stored = subject.store(vec![said.clone()]).await.unwrap()[0];
    let known = AppendError::Known { stream, id: message_id(1), seq: Seq(2), at: stored.at };

    assert_eq!(subject.store(vec![said]).await, Err(known.clone()));
    // The earlier try has moved the stream, so that a retry would always be in conflict.
    let decided = append(stream, Expected::At(Seq(1)), [message(1, "hello")]);
    assert_eq!(subject.store(vec![decided]).await, Err(known.clone()));
    let beside = vec![
        append(Stream::Desk, Expected::Any, [plain("counted")]),
        append(stream, Expected::Any, [message(2, "more"), message(1, "hello")]),
    ];
    assert_eq!(subject.store(beside).await, Err(known));
    assert_eq!(subject.texts(stream, 0).await, ["roster", "hello"]);
    assert!(subject.texts(Stream::Desk, 0).await.is_empty());
}

async fn an_id_is_unique_in_its_own_stream_only(subject: Subject) {
    for stream in [conversation(1), conversation(2), conversation(16)] {
        let said = append(stream, Expected::New, [message(1, "hello")]);
        subject.store(vec![said]).await.unwrap();
    }
}

async fn a_batch_is_stored_all_or_nothing(subject: Subject) {
    let (one, other) = (conversation(1), conversation(2));
    subject.write(one, Expected::New, "here").await.unwrap();
    let refused = Batch {
        appends: vec![
            append(Stream::Desk, Expected::Any, [plain("ended")]),
            append(other, Expected::Any, [plain("nowhere")]),
        ],
        erase: vec![one],
    };
    assert_eq!(subject.journal.append(refused).await, Err(AppendError::Gone(other)));
    assert!(subject.texts(Stream::Desk, 0).await.is_empty());
    assert_eq!(subject.texts(one, 0).await, ["here"]);

    let stored = Batch {
        appends: vec![
            append(Stream::Desk, Expected::Any, [plain("ended")]),
            append(other, Expected::New, [plain("begun")]),
        ],
        erase: vec![one],
    };
    let stored = subject.journal.append(stored).await.unwrap();
    assert_eq!(
        stored.iter().map(|append| append.stream).collect::<Vec<_>>(),
        [Stream::Desk, other]
    );
    assert_eq!(stored[0].at, stored[1].at);
    assert_eq!(subject.texts(Stream::Desk, 0).await, ["ended"]);
    assert_eq!(subject.texts(other, 0).await, ["begun"]);
    assert!(subject.journal.read(one, Seq(0)).await.is_err());
}

async fn a_refused_batch_does_not_refuse_its_neighbours(subject: Subject) {
    let [one, other, missing] = [1, 2, 3].map(conversation);
    let (first, refused, last) = tokio::join!(
        subject.write(one, Expected::New, "one"),
        subject.write(missing, Expected::Any, "nowhere"),
        subject.write(other, Expected::New, "other"),
    );
    assert!(first.is_ok() && last.is_ok());
    assert_eq!(refused, Err(AppendError::Gone(missing)));
    assert_eq!(subject.texts(other, 0).await, ["other"]);
}

async fn nothing_is_appended_to_an_erased_stream(subject: Subject) {
    let stream = conversation(1);
    subject.write(stream, Expected::New, "hello").await.unwrap();
    subject.erase(stream).await.unwrap();
    for expected in [Expected::Any, Expected::At(Seq(1))] {
        let late = subject.write(stream, expected, "late").await;
        assert_eq!(late, Err(AppendError::Gone(stream)));
    }
}

async fn erasing_what_is_not_there_refuses_the_batch(subject: Subject) {
    let stream = conversation(1);
    let batch = Batch {
        appends: vec![append(Stream::Desk, Expected::Any, [plain("ended")])],
        erase: vec![stream],
    };
    assert_eq!(subject.journal.append(batch).await, Err(AppendError::Gone(stream)));
    assert!(subject.texts(Stream::Desk, 0).await.is_empty());
}

async fn a_batch_that_makes_no_sense_is_refused(subject: Subject) {
    let stream = conversation(1);
    subject.write(stream, Expected::New, "here").await.unwrap();
    let one = append(stream, Expected::Any, [plain("one")]);
    let twice = append(stream, Expected::Any, [message(1, "one"), message(1, "two")]);
    let senseless = [
        Batch { appends: vec![one.clone(), one.clone()], erase: vec![] },
        Batch { appends: vec![one], erase: vec![stream] },
        Batch { appends: vec![], erase: vec![stream, stream] },
        Batch { appends: vec![], erase: vec![Stream::Desk] },
        Batch { appends: vec![append(stream, Expected::Any, [])], erase: vec![] },
        Batch { appends: vec![twice], erase: vec![] },
    ];
    for batch in senseless {
        let refused = subject.journal.append(batch.clone()).await;
        assert_eq!(refused, Err(AppendError::Malformed), "{batch:?}");
    }
    assert_eq!(subject.texts(stream, 0).await, ["here"]);
}

async fn a_hundred_appends_at_once_take_fewer_than_twenty_syncs(subject: Subject) {
    let streams: Vec<_> = (0..100).map(conversation).collect();
    let before = subject.syncs();
    let writes = streams.iter().map(|stream| subject.write(*stream, Expected::New, "hello"));
    assert!(join_all(writes).await.into_iter().all(|stored| stored.is_ok()));
    let syncs = subject.syncs() - before;
    assert!((1..20).contains(&syncs), "{syncs} syncs");
}

async fn a_refusal_takes_no_sync_of_its_own(subject: Subject) {
    subject.write(Stream::Desk, Expected::Any, "first").await.unwrap();
    let before = subject.syncs();
    subject.write(Stream::Desk, Expected::At(Seq(0)), "stale").await.unwrap_err();
    assert_eq!(subject.syncs(), before);
    subject.write(Stream::Desk, Expected::At(Seq(1)), "second").await.unwrap();
    assert_eq!(subject.syncs(), before + 1);
}

async fn times_never_go_back(subject: Subject) {
    let first = subject.write(Stream::Desk, Expected::Any, "first").await.unwrap();
    assert!(subject.world.now().since(first.at) < Duration::from_mins(1));
    subject.world.set_back(Duration::from_hours(1));
    assert!(subject.world.now() < first.at);
    assert_eq!(subject.journal.now(), first.at);
    let second = subject.write(Stream::Desk, Expected::Any, "second").await.unwrap();
    assert_eq!(second.at, first.at);
    let reading = subject.journal.read(Stream::Desk, Seq(0)).await.unwrap();
    assert_eq!(reading.entries.iter().map(|entry| entry.at).collect::<Vec<_>>(), [first.at; 2]);
}
