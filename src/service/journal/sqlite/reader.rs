//! The threads that read, each with its own connection: reading never waits for writing.

use std::{
    sync::{Arc, Mutex, PoisonError},
    thread::JoinHandle,
};

use rusqlite::Connection;
use tokio::sync::{mpsc::Receiver, oneshot};

use super::{tables, writer::spawn};
use crate::{
    domain::ids::Seq,
    service::{
        database::OpenError,
        journal::{ReadError, Reading, Stream, Unavailable},
    },
};

/// A page that somebody waits for.
pub(super) struct Read {
    pub(super) stream: Stream,
    pub(super) after: Seq,
    pub(super) answer: oneshot::Sender<Result<Reading, ReadError>>,
}

/// Starts a thread for each connection; they end when nobody can send to `queue` any more.
pub(super) fn start(
    connections: Vec<Connection>,
    queue: Receiver<Read>,
) -> Result<Vec<JoinHandle<()>>, OpenError> {
    let queue = Arc::new(Mutex::new(queue));
    let threads = connections.into_iter().map(|connection| {
        connection.pragma_update(None, "query_only", true)?;
        let queue = Arc::clone(&queue);
        spawn("journal-reader", move || run(&connection, &queue))
    });
    threads.collect()
}

fn run(connection: &Connection, queue: &Mutex<Receiver<Read>>) {
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).blocking_recv();
        let Some(Read { stream, after, answer }) = next else { return };
        let result = match tables::read(connection, stream, after) {
            Ok(reading) => reading.ok_or(ReadError::Gone),
            Err(error) => Err(Unavailable::from(error).into()),
        };
        // Who stopped waiting is not told.
        let _ = answer.send(result);
    }
}
