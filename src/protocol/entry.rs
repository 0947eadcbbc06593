//! Entries of a conversation's stream as participants get them.

use serde::{Deserialize, Serialize};

use crate::domain::{
    conversation::{EarlierKey, Envelope, Roster, SealedKey},
    ids::{Epoch, SeatId, Seq},
    moment::Moment,
};

/// An entry, with its place in the stream: `after` in a request means the last one seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// Its place; places may be missing where something was not for this participant.
    pub seq: Seq,
    /// When it was stored.
    pub at: Moment,
    /// What it says.
    pub entry: Entry,
}

/// What a participant is told of what happened in a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// The server proposes who takes part; it counts once the visitor's page sealed the key.
    Roster {
        /// The number of the roster.
        epoch: Epoch,
        /// Who takes part. The visitor is told 0 for every `staff`.
        roster: Roster,
    },
    /// The key of an epoch was sealed.
    Sealed {
        /// Of which roster.
        epoch: Epoch,
        /// The receiver's own key; `None` for the visitor, who made it, and where it was sealed
        /// anew for somebody else.
        key: Option<SealedKey>,
    },
    /// A seat could not open its key; the visitor's page seals it again.
    KeyAsked {
        /// Of which roster.
        epoch: Epoch,
        /// Which seat.
        seat: SeatId,
    },
    /// Somebody wrote.
    Envelope(Envelope),
    /// The visitor lets a seat read earlier epochs.
    ReadingBack {
        /// In which epoch that was said.
        epoch: Epoch,
        /// Which seat.
        seat: SeatId,
        /// The keys for the seat; the visitor, who made them, is told which they are.
        keys: EarlierKeys,
    },
}

/// Earlier keys, as far as they are for the receiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EarlierKeys {
    /// For the receiver to open.
    Sealed(Vec<EarlierKey>),
    /// Which ones they were.
    Of(Vec<Epoch>),
}
