//! Who listens on this node: the newest page of every visitor and of every worker.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::mailbox::{self, Hint, Line, Mailbox};
use crate::domain::{
    desk::Party,
    ids::{ConnectionId, ConversationId, StaffId},
    moment::Moment,
};

/// All open pages.
#[derive(Debug, Default)]
pub struct Hub {
    visitors: Mutex<BTreeMap<ConversationId, Line>>,
    workers: Mutex<BTreeMap<StaffId, Line>>,
}

impl Hub {
    /// Opens a mailbox for a page; an older page of the same person is told that it was taken over.
    pub fn connect(&self, party: Party, connection: ConnectionId, now: Moment) -> Mailbox {
        let (line, mailbox) = mailbox::open(connection, now);
        let former = match party {
            Party::Visitor(conversation) => lock(&self.visitors).insert(conversation, line),
            Party::Worker(worker) => lock(&self.workers).insert(worker, line),
        };
        if let Some(former) = former
            && former.connection != connection
        {
            former.tell(Hint::Superseded);
        }
        mailbox
    }

    /// Closes the mailbox of this connection; false when a newer one has the line.
    pub fn disconnect(&self, party: Party, connection: ConnectionId) -> bool {
        match party {
            Party::Visitor(id) => remove(&mut lock(&self.visitors), &id, connection),
            Party::Worker(id) => remove(&mut lock(&self.workers), &id, connection),
        }
    }

    /// A page gave a sign of life over this connection; false when it has another one by now.
    pub fn hear(&self, party: Party, connection: ConnectionId, now: Moment) -> bool {
        let line = self.line(party).filter(|line| line.connection == connection);
        if let Some(line) = &line {
            line.hear(now);
        }
        line.is_some()
    }

    /// Tells one person's page.
    pub fn tell(&self, party: Party, hint: Hint) {
        if let Some(line) = self.line(party) {
            line.tell(hint);
        }
    }

    /// Tells every worker's page.
    pub fn tell_workers(&self, hint: &Hint) {
        for line in lock(&self.workers).values() {
            line.tell(hint.clone());
        }
    }

    /// How many pages are open: visitors', workers'.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        (lock(&self.visitors).len(), lock(&self.workers).len())
    }

    fn line(&self, party: Party) -> Option<Line> {
        match party {
            Party::Visitor(conversation) => lock(&self.visitors).get(&conversation).cloned(),
            Party::Worker(worker) => lock(&self.workers).get(&worker).cloned(),
        }
    }
}

fn remove<K: Ord>(lines: &mut BTreeMap<K, Line>, key: &K, connection: ConnectionId) -> bool {
    let current = lines.get(key).is_some_and(|line| line.connection == connection);
    if current {
        lines.remove(key);
    }
    current
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
