//! A worker, as the desk knows one.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Presence;
use crate::domain::{ids::RegionId, moment::Moment};

/// A worker who is on duty, connected, or in conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worker {
    /// Whether visitors are offered.
    pub duty: Duty,
    /// The regions on duty for.
    pub regions: Vec<RegionId>,
    /// How many conversations at once: 1 to 4.
    pub capacity: u8,
    /// How many minutes nothing is offered after a conversation: 0 to 10.
    pub wrap_up: u8,
    /// Until when nothing is offered, since a conversation just ended.
    pub wrapping_until: Option<Moment>,
    /// Whether the desk page is connected.
    pub presence: Presence,
    /// When this worker came on duty, last accepted or finished something or let something pass.
    pub(super) idle_since: Moment,
}

/// Whether a worker is offered visitors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Duty {
    /// No.
    Off,
    /// Yes, within the capacity.
    On,
    /// Not now; conversations go on, nobody counts on this worker, who may still take somebody by
    /// hand.
    Paused,
}

impl Worker {
    pub(super) fn new(at: Moment) -> Self {
        Self {
            duty: Duty::Off,
            regions: Vec::new(),
            capacity: 2,
            wrap_up: 0,
            wrapping_until: None,
            presence: Presence::Away { since: at },
            idle_since: at,
        }
    }

    /// Whether offers may go to this worker, when there is a place for them.
    #[must_use]
    pub fn takes_offers(&self) -> bool {
        self.duty == Duty::On && self.presence.is_here() && self.wrapping_until.is_none()
    }

    /// Whether colleagues may count on this worker: on duty or paused, and at the desk.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        self.duty != Duty::Off && self.presence.is_here()
    }

    /// A conversation of this worker is over.
    pub(super) fn wraps_up(&mut self, at: Moment) {
        self.idle_since = at;
        if self.wrap_up > 0 && self.duty != Duty::Off {
            self.wrapping_until = Some(at + Duration::from_mins(u64::from(self.wrap_up)));
        }
    }
}
