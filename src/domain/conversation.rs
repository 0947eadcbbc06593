//! One conversation: who sits at it, under which key they write, what was sealed.

mod envelope;
mod roster;

pub use envelope::{Envelope, Header, Kind, SealedKey};
pub use roster::{Roster, RosterHash, Seat, ShiftPublic};
