//! The epoch keys that one side of a conversation holds, and messages sealed under them.

use super::{
    SealError,
    binding::{Binding, Purpose},
    cipher,
    key::Key,
    randomness::Randomness,
};
use crate::domain::{
    conversation::{Envelope, Header, Roster, RosterHash},
    ids::{ConversationId, Epoch, SeatId},
};

/// What is known of one epoch.
struct Held {
    epoch: Epoch,
    roster: RosterHash,
    seats: Vec<SeatId>,
    /// The seat that this side writes from; none in an epoch that it may only read.
    own: Option<SeatId>,
    key: Key,
}

/// The keys of one conversation.
pub(super) struct Keyring {
    conversation: ConversationId,
    held: Vec<Held>,
}

impl Keyring {
    pub(super) const fn new(conversation: ConversationId) -> Self {
        Self { conversation, held: Vec::new() }
    }

    pub(super) const fn conversation(&self) -> ConversationId {
        self.conversation
    }

    /// Remembers the key of an epoch. An epoch has one roster and one key: the same again changes
    /// nothing, another one is refused.
    pub(super) fn remember(
        &mut self,
        epoch: Epoch,
        roster: &Roster,
        hash: RosterHash,
        own: Option<SeatId>,
        key: Key,
    ) -> Result<(), SealError> {
        if let Some(held) = self.held.iter_mut().find(|held| held.epoch == epoch) {
            if held.roster != hash || held.key != key {
                return Err(SealError::Refused);
            }
            held.own = held.own.or(own);
            return Ok(());
        }
        let seats = roster.0.iter().map(|seat| seat.id).collect();
        self.held.push(Held { epoch, roster: hash, seats, own, key });
        Ok(())
    }

    pub(super) fn holds(&self, epoch: Epoch) -> bool {
        self.held(epoch).is_ok()
    }

    /// The key of an epoch and the hash of its roster.
    pub(super) fn key(&self, epoch: Epoch) -> Result<(&Key, &RosterHash), SealError> {
        self.held(epoch).map(|held| (&held.key, &held.roster))
    }

    /// Seals a message. Refused when the header names a seat that is not this side's own.
    pub(super) fn seal(
        &self,
        header: &Header,
        plain: &[u8],
        randomness: &mut dyn Randomness,
    ) -> Result<Vec<u8>, SealError> {
        let held = self.held(header.epoch)?;
        if held.own != Some(header.seat) {
            return Err(SealError::Refused);
        }
        let associated = Binding::message(self.conversation, header);
        cipher::seal(&held.key_of(header.seat), associated.as_bytes(), plain, randomness)
    }

    /// Opens a message. Refused when the seat that it claims to be from is not on the roster.
    pub(super) fn open(&self, envelope: &Envelope) -> Result<Vec<u8>, SealError> {
        let header = &envelope.header;
        let held = self.held(header.epoch)?;
        if header.seat != SeatId::VISITOR && !held.seats.contains(&header.seat) {
            return Err(SealError::Refused);
        }
        let associated = Binding::message(self.conversation, header);
        cipher::open(&held.key_of(header.seat), associated.as_bytes(), &envelope.sealed)
    }

    pub(super) fn clear(&mut self) {
        self.held.clear();
    }

    fn held(&self, epoch: Epoch) -> Result<&Held, SealError> {
        self.held.iter().find(|held| held.epoch == epoch).ok_or(SealError::NoKey)
    }
}

impl Held {
    /// The key that one seat writes under.
    fn key_of(&self, seat: SeatId) -> Key {
        self.key.derive(&Binding::new(Purpose::Seat).seat(seat))
    }
}

/// What a sealed epoch key is bound to beside its holder.
pub(super) struct KeyBinding {
    /// HPKE `info`: the conversation, and the roster that the receiver is on now.
    pub(super) info: Binding,
    /// HPKE associated data: the seat, and the epoch whose key it is.
    pub(super) associated: Binding,
}

impl KeyBinding {
    /// For `seat` of the roster that is called `now`, the key of the epoch that is called `of`:
    /// the same one, or an earlier one that the visitor lets it read.
    pub(super) fn new(
        conversation: ConversationId,
        seat: SeatId,
        now: (Epoch, &RosterHash),
        of: (Epoch, &RosterHash),
    ) -> Self {
        Self {
            info: Binding::new(Purpose::SealedKey)
                .conversation(conversation)
                .epoch(now.0)
                .roster(now.1),
            associated: Binding::new(Purpose::SealedKeySeat).seat(seat).epoch(of.0).roster(of.1),
        }
    }
}
