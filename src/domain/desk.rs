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
mod outlook;
mod routing;
mod rules;
mod settle;
#[cfg(test)]
mod tests;
mod view;
mod visit;
mod worker;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    ids::{ConnectionId, ConversationId, NodeId, Seq, StaffId},
    moment::Moment,
};

pub use command::{Answer, DeskCommand, DeskRefusal};
pub use event::{DeskEvent, Ending, HandOver, OfferEnd, Party, ReadingEnd};
pub use outlook::{Outlook, Outlooks};
pub use routing::Nearness;
pub use rules::DeskRules;
pub use view::{Standing, WaitingRow};
pub use visit::{Consent, Met, Reader, Stage, Target, Visit, Wish, WishEnd, WishStanding};
pub use worker::{Duty, Worker};

/// Everybody who is here now, waiting or working.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Desk {
    seq: Seq,
    next_ticket: u64,
    visits: BTreeMap<ConversationId, Visit>,
    workers: BTreeMap<StaffId, Worker>,
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

impl Presence {
    /// Whether the page is connected.
    #[must_use]
    pub const fn is_here(&self) -> bool {
        matches!(self, Self::Here { .. })
    }

    /// Since when it is not.
    #[must_use]
    pub fn away_since(&self) -> Option<Moment> {
        match self {
            Self::Here { .. } => None,
            Self::Away { since } => Some(*since),
        }
    }
}
