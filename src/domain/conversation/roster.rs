//! Who takes part in a conversation, in the form that is shown, hashed and sealed to.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::ids::{RegionId, SeatId, StaffId};

/// The public half of a worker's shift key: an X-Wing encapsulation key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftPublic(#[serde(with = "crate::domain::bytes")] Vec<u8>);

impl ShiftPublic {
    /// The size of an X-Wing encapsulation key in bytes (draft-connolly-cfrg-xwing-kem).
    pub const LENGTH: usize = 1216;

    /// The key with these bytes; `None` when there are not [`Self::LENGTH`] of them.
    #[must_use]
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        (bytes.len() == Self::LENGTH).then_some(Self(bytes))
    }

    /// The bytes of the key.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// False for a key that came over the wire with another length.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        self.0.len() == Self::LENGTH
    }
}

impl fmt::Debug for ShiftPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShiftPublic")
    }
}

/// A worker's place in a conversation. (The visitor's seat is in every conversation and has no
/// name that the server knows.)
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The number of the seat, never used again in the same conversation.
    pub id: SeatId,
    /// Whose seat it is; the visitor's page is told 0 for everybody.
    pub staff: StaffId,
    /// The name that the visitor sees.
    pub name: String,
    /// The region that the worker belongs to.
    pub region: RegionId,
    /// The name of that region as the visitor sees it.
    pub region_name: String,
    /// The key that the epoch key is sealed to.
    pub key: ShiftPublic,
}

/// The seats of one epoch, in the order of joining. Empty while nobody is there for the visitor.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Roster(pub Vec<Seat>);

impl Roster {
    /// The seat with this number.
    #[must_use]
    pub fn seat(&self, id: SeatId) -> Option<&Seat> {
        self.0.iter().find(|seat| seat.id == id)
    }

    /// The seat of this member of staff.
    #[must_use]
    pub fn seat_of(&self, staff: StaffId) -> Option<&Seat> {
        self.0.iter().find(|seat| seat.staff == staff)
    }
}

/// SHA-256 over the seats of a roster, made by `sealed` on either side and compared as opaque bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterHash(pub [u8; 32]);
