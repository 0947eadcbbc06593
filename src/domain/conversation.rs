//! One conversation: who sits at it, under which key they write, what was sealed.
//!
//! A plain value like the desk. The visitor's seat is always there; the roster names the workers.
//! Every change of the roster starts an epoch, which the visitor's page seals a key for; nobody
//! can write before that, and nobody reads what was written before they had a seat.

mod apply;
mod command;
mod envelope;
mod event;
mod roster;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use command::{ConversationRefusal, NewSeat};
pub use envelope::{EarlierKey, Envelope, Header, Kind, SealedKey};
pub use event::ConversationEvent;
pub use roster::{Roster, RosterHash, Seat, ShiftPublic};

use super::{
    ids::{Epoch, RegionId, SeatId, Seq, StaffId},
    secret::{Share, TokenHash},
};

/// The state of one conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    seq: Seq,
    /// The region that the visitor chose.
    pub region: RegionId,
    /// What the visitor's token hashes to.
    pub token: TokenHash,
    /// The server's half of the visitor's root key.
    pub share: Share,
    epoch: Epoch,
    roster: Roster,
    /// The last epoch whose key the visitor sealed.
    sealed: Epoch,
    /// How often a seat of the current epoch could not open its key.
    asked: BTreeMap<SeatId, u8>,
    /// How many of those were answered.
    answered: BTreeMap<SeatId, u8>,
    /// Who sat where in which epoch: what a worker may be given.
    seats: BTreeMap<Epoch, Vec<(SeatId, StaffId)>>,
    /// The earlier epochs whose key each seat got from the visitor, for the shift key it has now.
    may_read: BTreeSet<(SeatId, Epoch)>,
    next_seat: u16,
}

impl Conversation {
    /// How many earlier keys may be sealed to a seat at once.
    pub const MAX_EARLIER_KEYS: usize = 32;

    /// How often a seat may ask for its key again in one epoch.
    pub const MAX_ASKS: u8 = 3;

    /// The last entry applied.
    #[must_use]
    pub const fn seq(&self) -> Seq {
        self.seq
    }

    /// The number of the current roster.
    #[must_use]
    pub const fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// Who sits at the conversation now, the visitor aside.
    #[must_use]
    pub const fn roster(&self) -> &Roster {
        &self.roster
    }

    /// Whether somebody is seated and the visitor has sealed the key of the current roster: only
    /// then can anything be sent.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        !self.roster.0.is_empty() && self.sealed == self.epoch
    }

    /// The seat that this worker had in an epoch.
    #[must_use]
    pub fn seat_in(&self, epoch: Epoch, staff: StaffId) -> Option<SeatId> {
        let seats = self.seats.get(&epoch)?;
        seats.iter().find(|(_, sitter)| *sitter == staff).map(|(seat, _)| *seat)
    }

    /// Whether the visitor let this seat read an epoch that was before it.
    #[must_use]
    pub fn may_read(&self, seat: SeatId, epoch: Epoch) -> bool {
        self.may_read.contains(&(seat, epoch))
    }
}
