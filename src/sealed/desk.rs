//! A worker's side: one desk tab, one shift key, several conversations.

use super::{
    Randomness, SealError,
    binding::{Binding, Purpose},
    cipher,
    key::Key,
    keyring::{KeyBinding, Keyring},
    roster,
    shift::ShiftKey,
    stack::wipe_stack,
};
use crate::domain::{
    conversation::{Envelope, Header, Roster, RosterHash, SealedKey, ShiftPublic},
    ids::{ConversationId, Epoch, SeatId},
    secret::Share,
};

/// What a desk tab does with its shift key and the keys of its conversations. After
/// [`wipe`](Self::wipe) everything that needs a key answers [`SealError::NoKey`].
pub trait DeskSeal: Send + Sync {
    /// The public half of the shift key, to be registered under the session.
    fn public(&self) -> ShiftPublic;

    /// The shift key, sealed under the share of the session: for the tab to keep over a reload,
    /// or for another tab of the same session. [`Desk::restore`] takes it.
    fn keep_shift_key(&mut self) -> Result<Vec<u8>, SealError>;

    /// Seals something of a conversation that the tab keeps over a reload: the outbox, a draft.
    /// `label` separates the uses.
    fn keep(
        &mut self,
        conversation: ConversationId,
        label: &'static str,
        plain: &[u8],
    ) -> Result<Vec<u8>, SealError>;

    /// Opens what was kept under `label` of this conversation in this session.
    fn recall(
        &self,
        conversation: ConversationId,
        label: &'static str,
        kept: &[u8],
    ) -> Result<Vec<u8>, SealError>;

    /// The hash of a roster as this page shows it.
    fn roster_hash(&self, roster: &Roster) -> Result<RosterHash, SealError>;

    /// Takes the key of an epoch. `roster` is what this page shows, and the seat is the one that
    /// the sealed key names. Refused when that seat is not this tab's, when the visitor sealed it
    /// for another roster, epoch or conversation, or when the epoch had another key before.
    fn take_key(
        &mut self,
        conversation: ConversationId,
        epoch: Epoch,
        roster: &Roster,
        sealed: &SealedKey,
    ) -> Result<(), SealError>;

    /// Takes the key of an `earlier` epoch, to read it, from a visitor who agreed. `roster` is the
    /// one of the `epoch` in which the key was sealed. Refused as in [`take_key`](Self::take_key).
    fn take_earlier_key(
        &mut self,
        conversation: ConversationId,
        earlier: (Epoch, &Roster),
        epoch: (Epoch, &Roster),
        sealed: &SealedKey,
    ) -> Result<(), SealError>;

    /// Whether the key of this epoch is here.
    fn has_key(&self, conversation: ConversationId, epoch: Epoch) -> bool;

    /// Seals a message under the epoch of its header; refused when its seat is not this tab's.
    fn seal(
        &mut self,
        conversation: ConversationId,
        header: &Header,
        plain: &[u8],
    ) -> Result<Vec<u8>, SealError>;

    /// Opens a message of anybody on the roster of its epoch, this seat included.
    fn open(&self, conversation: ConversationId, envelope: &Envelope)
    -> Result<Vec<u8>, SealError>;

    /// Forgets the keys of a conversation.
    fn forget(&mut self, conversation: ConversationId);

    /// Forgets every key.
    fn wipe(&mut self);
}

/// The keys of one desk tab.
pub struct Desk {
    /// None once wiped.
    secrets: Option<Secrets>,
    public: ShiftPublic,
    keyrings: Vec<Keyring>,
    randomness: Box<dyn Randomness>,
}

struct Secrets {
    share: Key,
    shift: ShiftKey,
}

impl Desk {
    /// A desk tab with a new shift key.
    #[must_use]
    pub fn new(share: &Share, mut randomness: Box<dyn Randomness>) -> Self {
        let shift = ShiftKey::new(randomness.as_mut());
        Self::with(share, shift, randomness)
    }

    /// A desk tab with the shift key that it, or another tab of the same session, kept.
    pub fn restore(
        share: &Share,
        kept: &[u8],
        randomness: Box<dyn Randomness>,
    ) -> Result<Self, SealError> {
        let key = Self::copied(share).derive(&Binding::new(Purpose::ShiftKeeps));
        let seed = zeroize::Zeroizing::new(cipher::open(&key, &[], kept)?);
        let seed = Key::copied(&seed).ok_or(SealError::Malformed)?;
        Ok(Self::with(share, ShiftKey::from_seed(seed), randomness))
    }

    fn with(share: &Share, shift: ShiftKey, randomness: Box<dyn Randomness>) -> Self {
        let share = Self::copied(share);
        let public = shift.public().clone();
        Self { secrets: Some(Secrets { share, shift }), public, keyrings: Vec::new(), randomness }
    }

    fn copied(share: &Share) -> Key {
        Key::copied(share.as_bytes()).expect("a share is as long as a key")
    }

    fn secrets(&self) -> Result<&Secrets, SealError> {
        self.secrets.as_ref().ok_or(SealError::NoKey)
    }

    fn kept_under(
        &self,
        conversation: ConversationId,
        label: &'static str,
    ) -> Result<Key, SealError> {
        let binding =
            Binding::new(Purpose::DeskKeeps).conversation(conversation).sized(label.as_bytes());
        self.secrets().map(|secrets| secrets.share.derive(&binding))
    }

    fn keyring(&self, conversation: ConversationId) -> Result<&Keyring, SealError> {
        self.keyrings
            .iter()
            .find(|keyring| keyring.conversation() == conversation)
            .ok_or(SealError::NoKey)
    }

    /// Takes the key of epoch `of`, sealed in epoch `now`, to write from `own` or only to read.
    fn take(
        &mut self,
        conversation: ConversationId,
        of: (Epoch, &Roster),
        now: (Epoch, &Roster),
        sealed: &SealedKey,
        own: Option<SeatId>,
    ) -> Result<(), SealError> {
        let shift = &self.secrets()?.shift;
        let seat = now.1.seat(sealed.seat).ok_or(SealError::Refused)?;
        if seat.key != self.public {
            return Err(SealError::Refused);
        }
        let now_hash = roster::hash(now.1)?;
        let of_hash = roster::hash(of.1)?;
        let binding = KeyBinding::new(conversation, seat.id, (now.0, &now_hash), (of.0, &of_hash));
        let key = shift.open(&binding.info, &binding.associated, &sealed.bytes)?;
        let place = self.keyrings.iter().position(|ring| ring.conversation() == conversation);
        let place = place.unwrap_or_else(|| {
            self.keyrings.push(Keyring::new(conversation));
            self.keyrings.len() - 1
        });
        self.keyrings[place].remember(of.0, of.1, of_hash, own, key)
    }
}

impl DeskSeal for Desk {
    fn public(&self) -> ShiftPublic {
        self.public.clone()
    }

    fn keep_shift_key(&mut self) -> Result<Vec<u8>, SealError> {
        let secrets = self.secrets.as_ref().ok_or(SealError::NoKey)?;
        let key = secrets.share.derive(&Binding::new(Purpose::ShiftKeeps));
        cipher::seal(&key, &[], secrets.shift.seed().as_bytes(), self.randomness.as_mut())
    }

    fn keep(
        &mut self,
        conversation: ConversationId,
        label: &'static str,
        plain: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        let key = self.kept_under(conversation, label)?;
        cipher::seal(&key, &[], plain, self.randomness.as_mut())
    }

    fn recall(
        &self,
        conversation: ConversationId,
        label: &'static str,
        kept: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        cipher::open(&self.kept_under(conversation, label)?, &[], kept)
    }

    fn roster_hash(&self, roster: &Roster) -> Result<RosterHash, SealError> {
        roster::hash(roster)
    }

    fn take_key(
        &mut self,
        conversation: ConversationId,
        epoch: Epoch,
        roster: &Roster,
        sealed: &SealedKey,
    ) -> Result<(), SealError> {
        let now = (epoch, roster);
        self.take(conversation, now, now, sealed, Some(sealed.seat))
    }

    fn take_earlier_key(
        &mut self,
        conversation: ConversationId,
        earlier: (Epoch, &Roster),
        epoch: (Epoch, &Roster),
        sealed: &SealedKey,
    ) -> Result<(), SealError> {
        self.take(conversation, earlier, epoch, sealed, None)
    }

    fn has_key(&self, conversation: ConversationId, epoch: Epoch) -> bool {
        self.keyring(conversation).is_ok_and(|keyring| keyring.holds(epoch))
    }

    fn seal(
        &mut self,
        conversation: ConversationId,
        header: &Header,
        plain: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        let keyring = self
            .keyrings
            .iter()
            .find(|keyring| keyring.conversation() == conversation)
            .ok_or(SealError::NoKey)?;
        keyring.seal(header, plain, self.randomness.as_mut())
    }

    fn open(
        &self,
        conversation: ConversationId,
        envelope: &Envelope,
    ) -> Result<Vec<u8>, SealError> {
        self.keyring(conversation)?.open(envelope)
    }

    fn forget(&mut self, conversation: ConversationId) {
        self.keyrings.retain(|keyring| keyring.conversation() != conversation);
        wipe_stack();
    }

    fn wipe(&mut self) {
        self.secrets = None;
        self.keyrings.clear();
        wipe_stack();
    }
}
