//! What the server stores of a message: a sealed envelope, and just enough on the outside to
//! deliver it once and in order.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::ids::{Epoch, MessageId, SeatId};

/// What an envelope is for; part of what its seal covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// The first envelope of a seat in an epoch: it shows that the seat has the key. The
    /// visitor's carries the nickname.
    Hello,
    /// A message that people read.
    Message,
}

/// The outside of an envelope, covered by its seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The message's own name; a repeated one is the same message.
    pub message: MessageId,
    /// The roster that can open it.
    pub epoch: Epoch,
    /// Who sealed it.
    pub seat: SeatId,
    /// The sender's count in this conversation: a gap shows that something is missing.
    pub number: u32,
    /// What it is for.
    pub kind: Kind,
}

/// A sealed message.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// The outside.
    pub header: Header,
    /// Nonce, ciphertext and tag.
    #[serde(with = "crate::domain::bytes")]
    pub sealed: Vec<u8>,
}

impl fmt::Debug for Envelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Envelope")
            .field("header", &self.header)
            .field("bytes", &self.sealed.len())
            .finish()
    }
}

/// An epoch key, sealed to one seat: HPKE's encapsulated key and ciphertext.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedKey {
    /// The seat that can open it.
    pub seat: SeatId,
    /// `enc` (1,120 bytes for X-Wing) followed by the ciphertext of the 32-byte key.
    #[serde(with = "crate::domain::bytes")]
    pub bytes: Vec<u8>,
}

impl SealedKey {
    /// The size of a sealed key in bytes: X-Wing's `enc`, the key, and the Poly1305 tag.
    pub const LENGTH: usize = 1120 + 32 + 16;
}

/// The key of an earlier epoch, sealed to a seat that may read it from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierKey {
    /// The epoch whose key it is.
    pub of: Epoch,
    /// The key, sealed to the seat as it is on the roster of the day.
    pub key: SealedKey,
}

impl fmt::Debug for SealedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealedKey").field("seat", &self.seat).finish_non_exhaustive()
    }
}
