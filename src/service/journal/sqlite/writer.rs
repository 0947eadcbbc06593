//! The thread that writes: everything that waits goes into one transaction with one sync.

use std::{
    mem,
    sync::{Arc, atomic::Ordering},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use rusqlite::{Connection, TransactionBehavior};
use tokio::sync::mpsc::{Receiver, error::TryRecvError};

use super::{Shared, tables};
use crate::{
    domain::moment::Moment,
    service::{
        database::OpenError,
        journal::{
            Unavailable,
            command::{Answer, Command, Effect},
        },
    },
};

/// How many commands share a sync at most.
const GROUP: usize = 256;

/// How long the log may hold what was taken away while there is other work to do.
const TRACES: Duration = Duration::from_millis(200);

/// How long emptying the log waits for a reader, and then leaves others a turn before it tries
/// again.
const TURN: Duration = Duration::from_millis(10);

/// How long a commit waits for another connection's.
const PATIENCE: Duration = Duration::from_secs(5);

struct Writer {
    connection: Connection,
    queue: Receiver<Command>,
    shared: Arc<Shared>,
    /// Since when the log holds something that was taken away.
    traces: Option<Instant>,
}

/// Starts the thread; it ends when nobody can send to `queue` any more.
pub(super) fn start(
    connection: Connection,
    queue: Receiver<Command>,
    shared: Arc<Shared>,
) -> Result<JoinHandle<()>, OpenError> {
    tables::prepare(&connection)?;
    let mut writer = Writer { connection, queue, shared, traces: None };
    spawn("journal-writer", move || writer.run())
}

/// Starts a thread with a name.
pub(super) fn spawn(
    name: &str,
    work: impl FnOnce() + Send + 'static,
) -> Result<JoinHandle<()>, OpenError> {
    let builder = thread::Builder::new().name(name.to_owned());
    builder.spawn(work).map_err(OpenError::Folder)
}

impl Writer {
    fn run(&mut self) {
        while let Some(first) = self.next() {
            let mut group = vec![first];
            while group.len() < GROUP
                && let Ok(next) = self.queue.try_recv()
            {
                group.push(next);
            }
            self.write(group);
            if self.traces.is_some_and(|since| since.elapsed() > TRACES) {
                self.empty_log();
            }
        }
    }

    /// The next command; `None` at the end. Empties the log first when there is nothing to do.
    fn next(&mut self) -> Option<Command> {
        while self.traces.is_some() {
            match self.queue.try_recv() {
                Ok(command) => return Some(command),
                Err(TryRecvError::Disconnected) => {
                    self.empty_log();
                    return None;
                }
                Err(TryRecvError::Empty) => self.empty_log(),
            }
            if self.traces.is_some() {
                thread::sleep(TURN);
            }
        }
        self.queue.blocking_recv()
    }

    fn write(&mut self, group: Vec<Command>) {
        let at = self.shared.now();
        let mut effect = Effect::default();
        let mut answers = Vec::with_capacity(group.len());
        let mut waiting = group.into_iter();
        match self.commit(&mut waiting, at, &mut answers, &mut effect) {
            Ok(()) => {
                if effect.removed {
                    self.traces.get_or_insert_with(Instant::now);
                }
                if effect.is_some() {
                    self.shared.last.store(at.as_millis(), Ordering::SeqCst);
                    self.shared.syncs.fetch_add(1, Ordering::SeqCst);
                }
                answers.into_iter().for_each(Answer::send);
                self.shared.hinter.tell(mem::take(&mut effect.changed));
            }
            Err(why) => {
                for answer in answers {
                    answer.fail(&why);
                }
                for command in waiting {
                    command.fail(&why);
                }
            }
        }
    }

    /// One transaction. A refused command changes nothing in it, an engine that fails undoes it.
    fn commit(
        &mut self,
        group: &mut impl Iterator<Item = Command>,
        at: Moment,
        answers: &mut Vec<Answer>,
        effect: &mut Effect,
    ) -> Result<(), Unavailable> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut tables = tables::Tables(&transaction);
        for command in group {
            let answer = command.carry_out(&mut tables, at, effect);
            let failure = answer.failure().cloned();
            answers.push(answer);
            if let Some(why) = failure {
                return Err(why);
            }
        }
        Ok(transaction.commit()?)
    }

    /// Moves the log into the file and cuts it to nothing, unless a reader still needs it.
    fn empty_log(&mut self) {
        let emptied = self.connection.busy_timeout(TURN).and_then(|()| {
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
                row.get::<_, bool>(0).map(|is_busy| !is_busy)
            })
        });
        if matches!(emptied, Ok(true)) {
            self.traces = None;
        }
        // Setting a number in the connection cannot fail.
        let _ = self.connection.busy_timeout(PATIENCE);
    }
}
