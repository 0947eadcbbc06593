//! Word that a stream changed.

use tokio::sync::broadcast::{self, error::RecvError};

use super::Stream;

/// How many hints a slow watcher may be behind before it loses some.
const ROOM: usize = 1_024;

/// What a watcher hears. Hints may be lost, doubled and out of order: read from your own place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// This stream grew or was erased.
    Changed(Stream),
    /// Hints were lost: any stream may have changed.
    Missed,
}

/// The hints from the moment of [`super::Journal::watch`] on.
#[derive(Debug)]
pub struct Hints(broadcast::Receiver<Stream>);

impl Hints {
    /// The next hint; `None` when the journal has closed. Nothing is lost when it is dropped while
    /// it waits.
    pub async fn next(&mut self) -> Option<Hint> {
        match self.0.recv().await {
            Ok(stream) => Some(Hint::Changed(stream)),
            Err(RecvError::Lagged(_)) => Some(Hint::Missed),
            Err(RecvError::Closed) => None,
        }
    }
}

/// Where an engine tells what changed.
#[derive(Debug, Clone)]
pub(super) struct Hinter(broadcast::Sender<Stream>);

impl Hinter {
    pub(super) fn new() -> Self {
        Self(broadcast::channel(ROOM).0)
    }

    pub(super) fn watch(&self) -> Hints {
        Hints(self.0.subscribe())
    }

    pub(super) fn tell(&self, mut changed: Vec<Stream>) {
        changed.sort_unstable();
        changed.dedup();
        for stream in changed {
            // Nobody listening is fine.
            let _ = self.0.send(stream);
        }
    }
}
