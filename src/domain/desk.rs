//! The desk: who waits, who is on duty, who was offered what, who is away. Names and content never
//! get here.
//!
//! A plain value. [`Desk::decide`] looks and never changes, [`Desk::settle`] says what time alone
//! has made due, [`Desk::apply`] changes and never refuses, and [`Desk::next_deadline`] tells when
//! time alone will matter. Whoever holds a desk appends what was decided to the journal and applies
//! what the journal gives back; after every change it settles until nothing is due.

mod apply;
mod command;
mod event;
mod rules;
mod settle;
#[cfg(test)]
mod tests;
mod view;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    ids::{ConnectionId, ConversationId, NodeId, RegionId, Seq, StaffId},
    moment::Moment,
};

pub use command::{DeskCommand, DeskRefusal};
pub use event::{DeskEvent, Ending, OfferEnd, Party};
pub use rules::DeskRules;
pub use view::{Standing, WaitingRow};

/// Everybody who is here now, waiting or working.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Desk {
    seq: Seq,
    next_ticket: u64,
    visits: BTreeMap<ConversationId, Visit>,
    workers: BTreeMap<StaffId, Worker>,
}

/// A visitor, from sign-up to goodbye.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    ticket: u64,
    /// The region that the visitor chose.
    pub region: RegionId,
    /// When the visitor signed up.
    pub signed_up: Moment,
    /// Whether a worker has ever been connected: only then does the place in the queue go.
    pub met: Met,
    /// Whether the visitor's page is connected.
    pub presence: Presence,
    /// How far the visitor has come.
    pub stage: Stage,
    /// The workers who let the offer pass since the last round.
    passed: Vec<StaffId>,
}

/// Whether a visitor has been with a worker before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Met {
    /// Still waiting for the first one.
    NotYet,
    /// Has been connected; when waiting again, goes before all who have not.
    Already,
}

/// Whether a page is there to receive anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Presence {
    /// Connected, to this process, under this name.
    Here {
        /// The process that holds the connection.
        node: NodeId,
        /// The connection.
        connection: ConnectionId,
    },
    /// Not connected since then.
    Away {
        /// When the connection was given up.
        since: Moment,
    },
}

/// How far a visitor has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// In the queue.
    Waiting,
    /// Shown to one worker, who alone may accept until then.
    Offered {
        /// That worker.
        to: StaffId,
        /// When the offer goes on to the next.
        until: Moment,
    },
    /// Shown to every free worker of the region, after each let it pass.
    OpenToAll,
    /// Accepted; the visitor's page has yet to seal the key to the worker's seat.
    Accepted {
        /// The worker who accepted.
        by: StaffId,
        /// When the visitor counts as away after all.
        until: Moment,
    },
    /// In conversation.
    Talking {
        /// With this worker.
        with: StaffId,
        /// Since they were connected.
        since: Moment,
    },
}

/// A worker who is on duty, connected, or in conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worker {
    /// Whether visitors are offered.
    pub duty: Duty,
    /// The regions on duty for.
    pub regions: Vec<RegionId>,
    /// How many conversations at once: 1 to 4.
    pub capacity: u8,
    /// Whether the desk page is connected.
    pub presence: Presence,
    /// When this worker came on duty, last accepted or finished something or let something pass.
    idle_since: Moment,
}

/// Whether a worker is offered visitors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Duty {
    /// No.
    Off,
    /// Yes, within the capacity.
    On,
    /// Not now; conversations go on, and nobody counts on this worker.
    Paused,
}

impl Presence {
    /// Whether the page is connected.
    #[must_use]
    pub const fn is_here(&self) -> bool {
        matches!(self, Self::Here { .. })
    }

    fn away_since(&self) -> Option<Moment> {
        match self {
            Self::Here { .. } => None,
            Self::Away { since } => Some(*since),
        }
    }
}

impl Visit {
    /// The worker this visitor is with, or about to be.
    #[must_use]
    pub const fn worker(&self) -> Option<StaffId> {
        match self.stage {
            Stage::Accepted { by, .. } => Some(by),
            Stage::Talking { with, .. } => Some(with),
            Stage::Waiting | Stage::Offered { .. } | Stage::OpenToAll => None,
        }
    }

    /// Who comes first: visitors who were given back, then in the order of signing up.
    fn turn(&self) -> (bool, u64) {
        (self.met == Met::NotYet, self.ticket)
    }

    /// The worker at whose desk this visit takes up a place: shown to them, or with them and not
    /// away for too long.
    fn holds(&self, now: Moment, rules: &DeskRules) -> Option<StaffId> {
        if let Stage::Offered { to, .. } = self.stage {
            return Some(to);
        }
        let away = self.presence.away_since();
        let counts = away.is_none_or(|since| now < since + rules.away_frees_place);
        self.worker().filter(|_| counts)
    }
}
