//! The visitor's side of a conversation.

use super::{
    Randomness, SealError, TabSecret,
    binding::{Binding, Purpose},
    cipher,
    key::Key,
    keyring::{KeyBinding, Keyring},
    roster, shift,
    stack::wipe_stack,
};
use crate::domain::{
    conversation::{Envelope, Header, Roster, RosterHash, SealedKey, Seat},
    ids::{ConversationId, Epoch, SeatId},
    secret::Share,
};

/// What a visitor's page does with the keys of its one conversation. After [`wipe`](Self::wipe)
/// everything answers [`SealError::NoKey`].
pub trait VisitorSeal: Send + Sync {
    /// Seals something that the tab keeps over a reload: the outbox, a draft, the nickname.
    /// `label` separates the uses.
    fn keep(&mut self, label: &'static str, plain: &[u8]) -> Result<Vec<u8>, SealError>;

    /// Opens what was kept under `label` in this conversation.
    fn recall(&self, label: &'static str, kept: &[u8]) -> Result<Vec<u8>, SealError>;

    /// The hash of a roster as this page shows it.
    fn roster_hash(&self, roster: &Roster) -> Result<RosterHash, SealError>;

    /// Makes the key of an epoch, the same one each time, and remembers it. Refused when the
    /// epoch had another roster before.
    fn enter(&mut self, epoch: Epoch, roster: &Roster) -> Result<(), SealError>;

    /// Enters the epoch and seals its key to every seat, each [`SealedKey::LENGTH`] bytes.
    /// Malformed when one of the seats has no valid public key: then nobody gets the key.
    fn seal_key(&mut self, epoch: Epoch, roster: &Roster) -> Result<Vec<SealedKey>, SealError>;

    /// Seals the key of an `earlier` epoch, which was entered before, to one seat of the roster of
    /// `epoch`. Only after the visitor said that this worker may read back.
    fn seal_earlier_key(
        &mut self,
        earlier: Epoch,
        epoch: Epoch,
        roster: &Roster,
        seat: SeatId,
    ) -> Result<SealedKey, SealError>;

    /// Seals a message under the epoch of its header; refused when its seat is not the visitor's.
    fn seal(&mut self, header: &Header, plain: &[u8]) -> Result<Vec<u8>, SealError>;

    /// Opens a message of anybody on the roster of its epoch, the visitor included.
    fn open(&self, envelope: &Envelope) -> Result<Vec<u8>, SealError>;

    /// Forgets every key.
    fn wipe(&mut self);
}

/// The keys of one conversation in the visitor's tab.
pub struct Visitor {
    root: Option<Key>,
    keyring: Keyring,
    randomness: Box<dyn Randomness>,
}

impl Visitor {
    /// The keys that follow from the tab's secret and the server's share of this conversation.
    #[must_use]
    pub fn new(
        tab_secret: &TabSecret,
        share: &Share,
        conversation: ConversationId,
        randomness: Box<dyn Randomness>,
    ) -> Self {
        let root = Key::from_halves(
            share.as_bytes(),
            tab_secret.as_bytes(),
            &Binding::new(Purpose::Root).conversation(conversation),
        );
        Self { root: Some(root), keyring: Keyring::new(conversation), randomness }
    }

    fn root(&self) -> Result<&Key, SealError> {
        self.root.as_ref().ok_or(SealError::NoKey)
    }

    fn kept_under(&self, label: &'static str) -> Result<Key, SealError> {
        let binding = Binding::new(Purpose::VisitorKeeps).sized(label.as_bytes());
        self.root().map(|root| root.derive(&binding))
    }

    /// Seals the key of epoch `of` to a seat on the roster of epoch `now`; both were entered.
    fn seal_to(&mut self, of: Epoch, now: Epoch, seat: &Seat) -> Result<SealedKey, SealError> {
        let (key, of_roster) = self.keyring.key(of)?;
        let (_, now_roster) = self.keyring.key(now)?;
        let conversation = self.keyring.conversation();
        let binding = KeyBinding::new(conversation, seat.id, (now, now_roster), (of, of_roster));
        let bytes = shift::seal_to(
            &seat.key,
            &binding.info,
            &binding.associated,
            key,
            self.randomness.as_mut(),
        )?;
        Ok(SealedKey { seat: seat.id, bytes })
    }
}

impl VisitorSeal for Visitor {
    fn keep(&mut self, label: &'static str, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        cipher::seal(&self.kept_under(label)?, &[], plain, self.randomness.as_mut())
    }

    fn recall(&self, label: &'static str, kept: &[u8]) -> Result<Vec<u8>, SealError> {
        cipher::open(&self.kept_under(label)?, &[], kept)
    }

    fn roster_hash(&self, roster: &Roster) -> Result<RosterHash, SealError> {
        roster::hash(roster)
    }

    fn enter(&mut self, epoch: Epoch, roster: &Roster) -> Result<(), SealError> {
        let hash = roster::hash(roster)?;
        let binding = Binding::new(Purpose::Epoch).epoch(epoch).roster(&hash);
        let key = self.root()?.derive(&binding);
        self.keyring.remember(epoch, roster, hash, Some(SeatId::VISITOR), key)
    }

    fn seal_key(&mut self, epoch: Epoch, roster: &Roster) -> Result<Vec<SealedKey>, SealError> {
        self.enter(epoch, roster)?;
        roster.0.iter().map(|seat| self.seal_to(epoch, epoch, seat)).collect()
    }

    fn seal_earlier_key(
        &mut self,
        earlier: Epoch,
        epoch: Epoch,
        roster: &Roster,
        seat: SeatId,
    ) -> Result<SealedKey, SealError> {
        self.enter(epoch, roster)?;
        let seat = roster.seat(seat).ok_or(SealError::Refused)?;
        self.seal_to(earlier, epoch, seat)
    }

    fn seal(&mut self, header: &Header, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        self.keyring.seal(header, plain, self.randomness.as_mut())
    }

    fn open(&self, envelope: &Envelope) -> Result<Vec<u8>, SealError> {
        self.keyring.open(envelope)
    }

    fn wipe(&mut self) {
        self.root = None;
        self.keyring.clear();
        wipe_stack();
    }
}
