//! Any history of operations gives the same answers and the same streams as a model that is too
//! simple to be wrong.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use bytes::Bytes;
use proptest::{
    collection::vec,
    option,
    prelude::*,
    test_runner::{Config, TestRunner},
};
use tokio::runtime::Builder;

use super::{Subject, append, conversation, message, plain, text};
use crate::{
    domain::ids::Seq,
    service::journal::{Append, AppendError, Batch, CompactError, Expected, Item, Reading, Stream},
};

#[test]
fn any_history_on_memory_is_that_of_the_model() {
    compare(Subject::on_memory, 128);
}

#[test]
fn any_history_on_sqlite_is_that_of_the_model() {
    compare(Subject::on_sqlite, 32);
}

#[derive(Debug, Clone)]
enum Operation {
    Store(Batch),
    Compact(Stream, Seq),
}

/// What can come of an operation; every one must have come up in the histories of a run.
const OUTCOMES: [&str; 9] = [
    "stored",
    "erased",
    "conflict",
    "gone",
    "known",
    "malformed",
    "compacted",
    "compact: gone",
    "compact: no such entry",
];

fn compare(subject: fn() -> Subject, cases: u32) {
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    let outcomes = RefCell::new(BTreeMap::<&str, usize>::new());
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let histories = vec(operation(), 1..60);
    TestRunner::new(config)
        .run(&histories, |history| {
            runtime.block_on(async {
                let (subject, mut model) = (subject(), Model::new());
                for operation in history {
                    let outcome = model.outcome(&operation);
                    *outcomes.borrow_mut().entry(outcome).or_default() += 1;
                    prop_assert_eq!(try_out(&subject, &operation).await, outcome);
                    model.follow(&operation, outcome);
                }
                for stream in streams() {
                    for after in 0..8 {
                        let reading = subject.journal.read(stream, Seq(after)).await.ok();
                        prop_assert_eq!(reading.map(shown), model.read(stream, after));
                    }
                }
                Ok(())
            })
        })
        .unwrap();
    println!("{:?}", outcomes.borrow());
    let seen: BTreeSet<_> = outcomes.borrow().keys().copied().collect();
    assert_eq!(seen, BTreeSet::from(OUTCOMES));
}

fn streams() -> [Stream; 4] {
    [Stream::Desk, conversation(1), conversation(2), conversation(16)]
}

fn operation() -> impl Strategy<Value = Operation> {
    let stream = || prop::sample::select(streams().to_vec());
    let expected = || {
        prop_oneof![
            2 => Just(Expected::New),
            2 => (0_u64..6).prop_map(|seq| Expected::At(Seq(seq))),
            5 => Just(Expected::Any),
        ]
    };
    let item = (option::of(0_u8..12), "[a-z]{0,8}").prop_map(|(id, text)| match id {
        Some(id) => message(id, &text),
        None => plain(&text),
    });
    let append = (stream(), expected(), vec(item, 1..3))
        .prop_map(|(stream, expected, items)| append(stream, expected, items));
    let batch = (vec(append, 1..3), vec(stream(), 0..2))
        .prop_map(|(appends, erase)| Batch { appends, erase });
    let erasure = stream().prop_map(|stream| Batch { appends: vec![], erase: vec![stream] });
    prop_oneof![
        8 => batch.prop_map(Operation::Store),
        1 => erasure.prop_map(Operation::Store),
        2 => (stream(), 0_u64..6).prop_map(|(stream, through)| Operation::Compact(stream, Seq(through))),
    ]
}

async fn try_out(subject: &Subject, operation: &Operation) -> &'static str {
    match operation {
        Operation::Store(batch) => match subject.journal.append(batch.clone()).await {
            Ok(_) if batch.erase.is_empty() => "stored",
            Ok(_) => "erased",
            Err(AppendError::Conflict(_)) => "conflict",
            Err(AppendError::Gone(_)) => "gone",
            Err(AppendError::Known { .. }) => "known",
            Err(AppendError::Malformed) => "malformed",
            Err(AppendError::Unavailable(_)) => "unavailable",
        },
        Operation::Compact(stream, through) => {
            match subject.journal.compact(*stream, *through, snapshot(*through)).await {
                Ok(()) => "compacted",
                Err(CompactError::Gone) => "compact: gone",
                Err(CompactError::NoSuchEntry) => "compact: no such entry",
                Err(CompactError::Unavailable(_)) => "unavailable",
            }
        }
    }
}

fn snapshot(through: Seq) -> Bytes {
    Bytes::from(format!("up to {}", through.0))
}

/// A snapshot's place with its text, and the texts with their places.
type Shown = (Option<(u64, String)>, Vec<(u64, String)>);

fn shown(reading: Reading) -> Shown {
    let snapshot = reading.snapshot.map(|found| (found.through.0, text(&found.bytes)));
    (snapshot, reading.entries.iter().map(|entry| (entry.seq.0, text(&entry.item))).collect())
}

/// Every entry ever stored, and how far each stream is compacted.
struct Model(BTreeMap<Stream, (u64, Vec<Item>)>);

impl Model {
    fn new() -> Self {
        Self(BTreeMap::from([(Stream::Desk, (0, vec![]))]))
    }

    fn outcome(&self, operation: &Operation) -> &'static str {
        match operation {
            Operation::Store(batch) => {
                let mut names = BTreeSet::new();
                let twice = batch.streams().any(|stream| !names.insert(stream));
                let ids_twice = batch.appends.iter().any(|append| {
                    let mut ids = BTreeSet::new();
                    append.items.iter().filter_map(|item| item.id).any(|id| !ids.insert(id))
                });
                if twice || ids_twice || batch.erase.contains(&Stream::Desk) {
                    return "malformed";
                }
                let appends = batch.appends.iter().find_map(|append| self.refusal(append));
                let erase = batch.erase.iter().any(|stream| !self.0.contains_key(stream));
                appends.unwrap_or(match (erase, batch.erase.is_empty()) {
                    (true, _) => "gone",
                    (false, true) => "stored",
                    (false, false) => "erased",
                })
            }
            Operation::Compact(stream, Seq(through)) => match self.0.get(stream) {
                None => "compact: gone",
                Some((_, all)) if (1..=all.len()).contains(&place(*through)) => "compacted",
                Some(_) => "compact: no such entry",
            },
        }
    }

    fn refusal(&self, append: &Append) -> Option<&'static str> {
        let Some((through, all)) = self.0.get(&append.stream) else {
            return (append.expected != Expected::New).then_some("gone");
        };
        let live = &all[place(*through)..];
        if append
            .items
            .iter()
            .any(|item| item.id.is_some() && live.iter().any(|stored| stored.id == item.id))
        {
            return Some("known");
        }
        let fits = match append.expected {
            Expected::New => false,
            Expected::At(Seq(seq)) => place(seq) == all.len(),
            Expected::Any => true,
        };
        (!fits).then_some("conflict")
    }

    fn follow(&mut self, operation: &Operation, outcome: &str) {
        match operation {
            Operation::Store(batch) if ["stored", "erased"].contains(&outcome) => {
                for append in &batch.appends {
                    let (_, all) = self.0.entry(append.stream).or_default();
                    all.extend(append.items.iter().cloned());
                }
                for stream in &batch.erase {
                    self.0.remove(stream);
                }
            }
            Operation::Compact(stream, Seq(through)) if outcome == "compacted" => {
                let (compacted, _) = self.0.entry(*stream).or_default();
                *compacted = (*compacted).max(*through);
            }
            Operation::Store(_) | Operation::Compact(..) => {}
        }
    }

    fn read(&self, stream: Stream, after: u64) -> Option<Shown> {
        let (through, all) = self.0.get(&stream)?;
        let snapshot = (after < *through).then(|| (*through, text(&snapshot(Seq(*through)))));
        let entries = (1..).zip(all).filter(|(seq, _)| *seq > after.max(*through));
        Some((snapshot, entries.map(|(seq, item)| (seq, text(&item.bytes))).collect()))
    }
}

fn place(seq: u64) -> usize {
    usize::try_from(seq).unwrap()
}
