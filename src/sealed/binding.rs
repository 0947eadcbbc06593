//! What a key, a seal or a hash is bound to, as bytes that can be read in one way only.

use crate::domain::{
    conversation::{Header, Kind, RosterHash},
    ids::{ConversationId, Epoch, SeatId},
};

/// The version of everything in `sealed`. Another version is another set of keys.
const VERSION: &[u8; 16] = b"veiligchat seal1";

/// What the bound bytes are for; no two uses share one.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    /// HKDF: tab secret and share to root.
    Root = 1,
    /// HKDF: root to epoch key.
    Epoch,
    /// HKDF: epoch key to the message key of one seat.
    Seat,
    /// Associated data of a message.
    Message,
    /// Hash of a roster.
    Roster,
    /// HPKE `info` of a sealed epoch key.
    SealedKey,
    /// HPKE associated data of a sealed epoch key.
    SealedKeySeat,
    /// HKDF: root to the key of something that a visitor's tab keeps.
    VisitorKeeps,
    /// HKDF: share to the key of something that a desk tab keeps of a conversation.
    DeskKeeps,
    /// HKDF: share to the key that a desk tab keeps its shift key under.
    ShiftKeeps,
}

/// Version and purpose, then parts that are either of fixed length or preceded by their length.
/// Every purpose has one fixed order of parts.
pub(super) struct Binding(Vec<u8>);

impl Binding {
    pub(super) fn new(purpose: Purpose) -> Self {
        let mut bytes = Vec::with_capacity(128);
        bytes.extend_from_slice(VERSION);
        bytes.push(purpose as u8);
        Self(bytes)
    }

    pub(super) fn fixed<const LENGTH: usize>(mut self, part: &[u8; LENGTH]) -> Self {
        self.0.extend_from_slice(part);
        self
    }

    /// A part of any length, behind its length in bytes (eight bytes, big-endian).
    pub(super) fn sized(self, part: &[u8]) -> Self {
        let mut bound = self.fixed(&(part.len() as u64).to_be_bytes());
        bound.0.extend_from_slice(part);
        bound
    }

    pub(super) fn conversation(self, conversation: ConversationId) -> Self {
        self.fixed(conversation.as_bytes())
    }

    pub(super) fn epoch(self, epoch: Epoch) -> Self {
        self.fixed(&epoch.0.to_be_bytes())
    }

    pub(super) fn seat(self, seat: SeatId) -> Self {
        self.fixed(&seat.0.to_be_bytes())
    }

    pub(super) fn roster(self, roster: &RosterHash) -> Self {
        self.fixed(&roster.0)
    }

    /// The associated data of a message.
    pub(super) fn message(conversation: ConversationId, header: &Header) -> Self {
        let kind = match header.kind {
            Kind::Hello => 1,
            Kind::Message => 2,
        };
        Self::new(Purpose::Message)
            .conversation(conversation)
            .epoch(header.epoch)
            .seat(header.seat)
            .fixed(header.message.as_bytes())
            .fixed(&header.number.to_be_bytes())
            .fixed(&[kind])
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_a_byte_from_one_part_to_the_next_changes_the_bytes() {
        let bytes = |first: &[u8], second: &[u8]| {
            Binding::new(Purpose::Roster).sized(first).sized(second).0
        };

        assert_ne!(bytes(b"ab", b"c"), bytes(b"a", b"bc"));
        assert_ne!(bytes(b"", b"abc"), bytes(b"abc", b""));
    }

    #[test]
    fn purposes_differ() {
        assert_ne!(Binding::new(Purpose::Root).0, Binding::new(Purpose::Epoch).0);
    }
}
