//! What only an engine with files can show: what they keep, and what they do not.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use super::*;
use crate::service::journal::{
    Append, Expected,
    contract::{append, conversation, plain, text, world},
};

mod traces;

/// An engine with its folder.
struct Place {
    journal: Sqlite,
    database: Database,
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self::at(TempDir::new().unwrap())
    }

    fn at(folder: TempDir) -> Self {
        let database = Database::open(folder.path()).unwrap();
        let journal = Sqlite::open(&database, world()).unwrap();
        Self { journal, database, folder }
    }

    /// A copy of the files as they are now: what a process that is killed leaves behind.
    fn killed(&self) -> TempDir {
        let copy = TempDir::new().unwrap();
        for file in [self.database.file().to_owned(), self.log()] {
            fs::copy(&file, copy.path().join(file.file_name().unwrap())).unwrap();
        }
        copy
    }

    fn log(&self) -> std::path::PathBuf {
        self.database.file().with_extension("db-wal")
    }

    fn log_is_empty(&self) -> bool {
        self.log().metadata().unwrap().len() == 0
    }

    /// Waits much longer than it takes.
    fn wait_for_an_empty_log(&self) {
        let start = Instant::now();
        while !self.log_is_empty() {
            assert!(start.elapsed() < Duration::from_secs(30), "the log still holds something");
            thread::sleep(Duration::from_millis(1));
        }
    }

    async fn store(&self, appends: Vec<Append>) -> Result<Vec<Appended>, AppendError> {
        self.journal.append(Batch { appends, erase: vec![] }).await
    }

    async fn write(&self, stream: Stream, expected: Expected, text: &str) -> Appended {
        self.store(vec![append(stream, expected, [plain(text)])]).await.unwrap()[0]
    }

    async fn erase(&self, stream: Stream) {
        self.journal.append(Batch { appends: vec![], erase: vec![stream] }).await.unwrap();
    }

    async fn texts(&self, stream: Stream) -> Vec<String> {
        let reading = self.journal.read(stream, Seq(0)).await.unwrap();
        reading.entries.iter().map(|entry| text(&entry.item)).collect()
    }
}

#[tokio::test]
async fn a_journal_that_is_opened_again_has_everything() {
    let place = Place::new();
    place.write(Stream::Desk, Expected::Any, "event").await;
    place.write(conversation(1), Expected::New, "a").await;
    place.write(conversation(1), Expected::Any, "b").await;
    place.journal.compact(conversation(1), Seq(1), Bytes::from("snapshot")).await.unwrap();
    let Place { journal, database, folder } = place;
    drop((journal, database));

    let place = Place::at(folder);
    assert_eq!(place.texts(Stream::Desk).await, ["event"]);
    let reading = place.journal.read(conversation(1), Seq(0)).await.unwrap();
    assert_eq!(reading.snapshot.unwrap().bytes, "snapshot");
    assert_eq!(place.write(conversation(1), Expected::At(Seq(2)), "c").await.last, Seq(3));
}

#[tokio::test]
async fn times_do_not_go_back_when_the_clock_does_while_nobody_serves() {
    let place = Place::new();
    let before = place.write(conversation(1), Expected::New, "before").await;
    let Place { journal, database, folder } = place;
    drop((journal, database));

    let database = Database::open(folder.path()).unwrap();
    let late = world();
    late.set_back(Duration::from_hours(1));
    let journal = Sqlite::open(&database, late).unwrap();
    assert_eq!(journal.now(), before.at);
    let place = Place { journal, database, folder };
    assert_eq!(place.write(conversation(1), Expected::Any, "after").await.at, before.at);
}

#[tokio::test]
async fn what_was_answered_survives_a_killed_process() {
    let place = Place::new();
    for number in 0..50_u64 {
        place.write(Stream::Desk, Expected::At(Seq(number)), &number.to_string()).await;
    }
    let after = Place::at(place.killed());
    assert_eq!(after.texts(Stream::Desk).await.len(), 50);
}

#[tokio::test]
async fn an_engine_that_fails_stores_nothing_says_so_and_goes_on() {
    let place = Place::new();
    let saboteur = place.database.connect().unwrap();
    saboteur.execute_batch("ALTER TABLE stream_desk RENAME TO away").unwrap();
    let both = || {
        vec![
            append(conversation(1), Expected::New, [plain("hello")]),
            append(Stream::Desk, Expected::Any, [plain("event")]),
        ]
    };
    let failed = place.store(both()).await;
    assert!(matches!(failed, Err(AppendError::Unavailable(_))), "{failed:?}");
    assert_eq!(place.journal.read(conversation(1), Seq(0)).await, Err(ReadError::Gone));
    let unread = place.journal.read(Stream::Desk, Seq(0)).await;
    assert!(matches!(unread, Err(ReadError::Unavailable(_))), "{unread:?}");

    saboteur.execute_batch("ALTER TABLE away RENAME TO stream_desk").unwrap();
    assert!(place.store(both()).await.is_ok());
    assert_eq!(place.texts(Stream::Desk).await, ["event"]);
}

/// How many of the marks occur in any file of the folder.
fn found<const N: usize>(folder: &Path, marks: &std::collections::HashSet<[u8; N]>) -> usize {
    let files = fs::read_dir(folder).unwrap().map(|file| fs::read(file.unwrap().path()).unwrap());
    let mut seen = std::collections::HashSet::new();
    for file in files {
        let windows = file.windows(N).map(|window| <[u8; N]>::try_from(window).unwrap());
        seen.extend(windows.filter(|window| marks.contains(window)));
    }
    seen.len()
}
