//! Where the work on the connection is done.

use std::{
    sync::{Mutex, PoisonError},
    thread::JoinHandle,
};

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use super::{Answer, RecordsError};

type Work = Box<dyn FnOnce(&mut Connection) + Send>;

/// How much work may wait before whoever asks waits too.
const BACKLOG: usize = 64;

/// Nobody is left to do the work.
#[derive(Debug, thiserror::Error)]
#[error("the thread of the records has ended")]
struct Ended;

impl From<Ended> for RecordsError {
    fn from(error: Ended) -> Self {
        Self::Internal(Box::new(error))
    }
}

pub(super) enum Engine {
    /// A thread of its own, which ends when the sender is dropped.
    Thread { work: Option<mpsc::Sender<Work>>, thread: Option<JoinHandle<()>> },
    /// Whoever asks.
    Here(Mutex<Connection>),
}

impl Engine {
    pub(super) fn thread(mut connection: Connection) -> Result<Self, RecordsError> {
        let (sender, mut receiver) = mpsc::channel::<Work>(BACKLOG);
        let thread = std::thread::Builder::new()
            .name("records".to_owned())
            .spawn(move || {
                while let Some(work) = receiver.blocking_recv() {
                    work(&mut connection);
                }
            })
            .map_err(|error| RecordsError::Internal(Box::new(error)))?;
        Ok(Self::Thread { work: Some(sender), thread: Some(thread) })
    }

    pub(super) fn here(connection: Connection) -> Self {
        Self::Here(Mutex::new(connection))
    }

    /// Does the work, also when the caller stops waiting for its result.
    pub(super) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, RecordsError> + Send + 'static,
    ) -> Answer<'_, T> {
        match self {
            Self::Here(connection) => {
                // A piece of work that panicked left its transaction undone, nothing half done.
                let done = work(&mut connection.lock().unwrap_or_else(PoisonError::into_inner));
                Box::pin(std::future::ready(done))
            }
            Self::Thread { work: sender, .. } => {
                let sender = sender.clone();
                let (answer, answered) = oneshot::channel();
                let work: Work = Box::new(move |connection| {
                    // Nobody may be waiting any more.
                    let _ = answer.send(work(connection));
                });
                Box::pin(async move {
                    sender.ok_or(Ended)?.send(work).await.map_err(|_| Ended)?;
                    answered.await.map_err(|_| Ended)?
                })
            }
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        if let Self::Thread { work, thread } = self {
            drop(work.take());
            if let Some(thread) = thread.take() {
                // It panicked; whoever asked then has been told.
                let _ = thread.join();
            }
        }
    }
}
