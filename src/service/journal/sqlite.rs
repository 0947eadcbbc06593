//! The journal in one file: a thread that writes, with one sync for all that waits, and a few that
//! read.
//!
//! What is erased or compacted is overwritten in the same transaction (see [`tables`]), and the
//! write-ahead log, which still holds it, is emptied right after the answer.

mod reader;
mod tables;
#[cfg(test)]
mod tests;
mod writer;

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    thread::JoinHandle,
};

use bytes::Bytes;
use futures::future::BoxFuture;
use tokio::sync::{mpsc, oneshot};

use super::{
    AppendError, Appended, Batch, CompactError, Hints, Journal, ReadError, Reading, Stream,
    Unavailable, command::Command, hints::Hinter,
};
use crate::{
    domain::{ids::Seq, moment::Moment},
    service::{
        database::{Database, OpenError},
        runtime::Runtime,
    },
};

/// How many calls may wait for a thread before the next one waits to be taken on.
const QUEUE: usize = 1_024;

/// How many threads read.
const READERS: usize = 2;

/// The engine. Dropping it waits for what it has taken on, and closes its connections.
pub struct Sqlite {
    shared: Arc<Shared>,
    // Options, so that dropping can close the queues before it waits for the threads.
    commands: Option<mpsc::Sender<Command>>,
    reads: Option<mpsc::Sender<reader::Read>>,
    threads: Vec<JoinHandle<()>>,
}

/// What the threads and the engine both know.
struct Shared {
    runtime: Arc<dyn Runtime>,
    hinter: Hinter,
    /// The last recorded time, in milliseconds.
    last: AtomicI64,
    syncs: AtomicU64,
}

impl Shared {
    fn now(&self) -> Moment {
        self.runtime.now().max(Moment::from_millis(self.last.load(Ordering::SeqCst)))
    }
}

impl Sqlite {
    /// Opens the journal in the database and starts its threads.
    pub fn open(database: &Database, runtime: Arc<dyn Runtime>) -> Result<Self, OpenError> {
        let connection = database.connect()?;
        let last = tables::last_recorded(&connection)?;
        let shared = Arc::new(Shared {
            runtime,
            hinter: Hinter::new(),
            last: AtomicI64::new(last.as_millis()),
            syncs: AtomicU64::new(0),
        });
        let (commands, queue) = mpsc::channel(QUEUE);
        let mut threads = vec![writer::start(connection, queue, Arc::clone(&shared))?];
        let (reads, queue) = mpsc::channel(QUEUE);
        let connections =
            (0..READERS).map(|_| database.connect()).collect::<Result<Vec<_>, _>>()?;
        threads.extend(reader::start(connections, queue)?);
        Ok(Self { shared, commands: Some(commands), reads: Some(reads), threads })
    }

    /// How many commits have waited for the disk.
    #[must_use]
    pub fn syncs(&self) -> u64 {
        self.shared.syncs.load(Ordering::SeqCst)
    }
}

/// Hands `work` to a thread and waits for what it answers.
async fn ask<W, T, E: From<Unavailable>>(
    queue: Option<&mpsc::Sender<W>>,
    work: W,
    result: oneshot::Receiver<Result<T, E>>,
) -> Result<T, E> {
    let ended = || Unavailable("the journal's thread has ended".to_owned());
    queue.ok_or_else(ended)?.send(work).await.map_err(|_| ended())?;
    result.await.unwrap_or_else(|_| Err(ended().into()))
}

impl Journal for Sqlite {
    fn append(&self, batch: Batch) -> BoxFuture<'_, Result<Vec<Appended>, AppendError>> {
        let (answer, result) = oneshot::channel();
        Box::pin(ask(self.commands.as_ref(), Command::Append { batch, answer }, result))
    }

    fn read(&self, stream: Stream, after: Seq) -> BoxFuture<'_, Result<Reading, ReadError>> {
        let (answer, result) = oneshot::channel();
        Box::pin(ask(self.reads.as_ref(), reader::Read { stream, after, answer }, result))
    }

    fn watch(&self) -> Hints {
        self.shared.hinter.watch()
    }

    fn compact(
        &self,
        stream: Stream,
        through: Seq,
        snapshot: Bytes,
    ) -> BoxFuture<'_, Result<(), CompactError>> {
        let (answer, result) = oneshot::channel();
        let command = Command::Compact { stream, through, snapshot, answer };
        Box::pin(ask(self.commands.as_ref(), command, result))
    }

    fn now(&self) -> Moment {
        self.shared.now()
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.commands = None;
        self.reads = None;
        for thread in self.threads.drain(..) {
            // A thread that has panicked has told so itself.
            let _ = thread.join();
        }
    }
}

impl From<rusqlite::Error> for Unavailable {
    fn from(error: rusqlite::Error) -> Self {
        Self(error.to_string())
    }
}
