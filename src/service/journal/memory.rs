//! A journal that lives as long as the process: for tests and for the simulation.
//!
//! What waits for a sync is its unsynced tail: nobody sees it, and a crash loses it or keeps it,
//! as with a disk.

mod streams;
#[cfg(test)]
mod tests;

use std::{
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use futures::future::BoxFuture;
use tokio::sync::oneshot;

use super::{
    AppendError, Appended, Batch, CompactError, Hints, Journal, ReadError, Reading, Stream,
    Unavailable,
    command::{Answer, Command, Effect},
    hints::Hinter,
};
use crate::{
    domain::{ids::Seq, moment::Moment},
    service::runtime::Runtime,
};
use streams::Streams;

/// How long a sync takes; what arrives meanwhile goes with it.
const SYNC: Duration = Duration::from_millis(1);

/// What becomes of the unsynced tail in a crash. Either way nobody gets an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// It had not reached the disk.
    Lost,
    /// It had, just before the answers went out.
    Kept,
}

/// The engine. Clones are the same journal.
#[derive(Clone)]
pub struct Memory {
    runtime: Arc<dyn Runtime>,
    state: Arc<Mutex<State>>,
    hinter: Hinter,
}

#[derive(Default)]
struct State {
    synced: Streams,
    tail: Vec<Command>,
    /// The last recorded time.
    last: Moment,
    is_held: bool,
    is_syncing: bool,
    syncs: u64,
}

impl Memory {
    /// An empty journal that takes its time and its tasks from `runtime`.
    #[must_use]
    pub fn new(runtime: Arc<dyn Runtime>) -> Self {
        Self { runtime, state: Arc::default(), hinter: Hinter::new() }
    }

    /// From now on nothing is synced: appends and compactions wait.
    pub fn hold_syncs(&self) {
        self.state().is_held = true;
    }

    /// Syncs what has waited, and goes on syncing.
    pub fn release_syncs(&self) {
        self.state().is_held = false;
        self.sync();
    }

    /// The process dies: what waits for a sync fails, and is lost or kept. The journal can be used
    /// again at once, as after a restart; held syncs are released.
    pub fn crash(&self, tail: Tail) {
        let why = Unavailable("the process has crashed".to_owned());
        let mut state = self.state();
        state.is_held = false;
        match tail {
            Tail::Lost => {
                for lost in mem::take(&mut state.tail) {
                    lost.fail(&why);
                }
            }
            Tail::Kept => {
                let (answers, _) = state.sync(self.runtime.now());
                for answer in answers {
                    answer.fail(&why);
                }
            }
        }
    }

    /// How many syncs there have been.
    #[must_use]
    pub fn syncs(&self) -> u64 {
        self.state().syncs
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_on(&self, command: Command) {
        let mut state = self.state();
        state.tail.push(command);
        if !mem::replace(&mut state.is_syncing, true) {
            let (journal, wait) = (self.clone(), self.runtime.sleep(SYNC));
            self.runtime.spawn(Box::pin(async move {
                wait.await;
                journal.state().is_syncing = false;
                journal.sync();
            }));
        }
    }

    fn sync(&self) {
        let mut state = self.state();
        if state.is_held || state.tail.is_empty() {
            return;
        }
        let (answers, effect) = state.sync(self.runtime.now());
        drop(state);
        answers.into_iter().for_each(Answer::send);
        self.hinter.tell(effect.changed);
    }
}

impl State {
    fn sync(&mut self, now: Moment) -> (Vec<Answer>, Effect) {
        let mut effect = Effect::default();
        let at = now.max(self.last);
        let tail = mem::take(&mut self.tail);
        let answers = tail
            .into_iter()
            .map(|command| command.carry_out(&mut self.synced, at, &mut effect))
            .collect();
        if effect.is_some() {
            self.last = at;
            self.syncs += 1;
        }
        (answers, effect)
    }
}

impl Journal for Memory {
    fn append(&self, batch: Batch) -> BoxFuture<'_, Result<Vec<Appended>, AppendError>> {
        Box::pin(async move {
            let (answer, result) = oneshot::channel();
            self.take_on(Command::Append { batch, answer });
            result.await.unwrap_or_else(|_| Err(dropped().into()))
        })
    }

    fn read(&self, stream: Stream, after: Seq) -> BoxFuture<'_, Result<Reading, ReadError>> {
        Box::pin(async move { self.state().synced.read(stream, after).ok_or(ReadError::Gone) })
    }

    fn watch(&self) -> Hints {
        self.hinter.watch()
    }

    fn compact(
        &self,
        stream: Stream,
        through: Seq,
        snapshot: Bytes,
    ) -> BoxFuture<'_, Result<(), CompactError>> {
        Box::pin(async move {
            let (answer, result) = oneshot::channel();
            self.take_on(Command::Compact { stream, through, snapshot, answer });
            result.await.unwrap_or_else(|_| Err(dropped().into()))
        })
    }

    fn now(&self) -> Moment {
        self.runtime.now().max(self.state().last)
    }
}

fn dropped() -> Unavailable {
    Unavailable("the journal was dropped".to_owned())
}
