//! A visitor's side, from "Start de chat" to goodbye.

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use super::{
    channel::{Channel, Opened, new_id},
    link::Link,
    outbox::Outgoing,
    sealer::AtHome,
};
use crate::{
    domain::{
        desk::Ending,
        ids::{ConnectionId, ConversationId, MessageId, RegionId, SeatId},
        moment::Moment,
        secret::{Share, Token},
    },
    protocol::{
        Credential, Entry, Follow, Leave, Leaving, Placed, Refusal, SealEpoch, SignUp, SignedUp,
        Situation, Stored, VERSION, VisitorAnswer, VisitorPush, VisitorSend, VisitorTyping,
    },
    sealed::{Randomness, TabSecret, VisitorSeal, VisitorSuite},
};

/// What the tab keeps is sealed under this label.
const KEPT: &str = "visitor";

/// How long to wait between two signs of writing, in milliseconds.
const TYPING_EVERY: i64 = 3_000;

/// What lets a tab come back to its conversation: written once, worth nothing after the end.
#[derive(Clone, PartialEq, Eq)]
pub struct TabKeys {
    /// The conversation.
    pub conversation: ConversationId,
    /// The proof that it is this tab's.
    pub token: Token,
    /// This tab's half of the root key.
    pub secret: TabSecret,
}

impl TabKeys {
    /// How many bytes they are.
    pub const LENGTH: usize = 16 + 32 + 32;

    /// New ones, for a new conversation.
    #[must_use]
    pub fn new(randomness: &mut dyn Randomness) -> Self {
        let mut bytes = [0; Self::LENGTH];
        randomness.fill(&mut bytes);
        let keys = Self::from_bytes(&bytes);
        bytes.zeroize();
        keys
    }

    /// Those that a tab kept.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; Self::LENGTH]) -> Self {
        let (mut conversation, mut token, mut secret) = ([0; 16], [0; 32], [0; 32]);
        conversation.copy_from_slice(&bytes[..16]);
        token.copy_from_slice(&bytes[16..48]);
        secret.copy_from_slice(&bytes[48..]);
        Self {
            conversation: ConversationId::from_bytes(conversation),
            token: Token::from_bytes(token),
            secret: TabSecret::from_bytes(secret),
        }
    }

    /// The bytes, for the tab to keep.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; Self::LENGTH] {
        let mut bytes = [0; Self::LENGTH];
        bytes[..16].copy_from_slice(self.conversation.as_bytes());
        bytes[16..48].copy_from_slice(self.token.as_bytes());
        bytes[48..].copy_from_slice(self.secret.as_bytes());
        bytes
    }
}

/// How far a visit has come, as the page sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitorPhase {
    /// The server has not said how things stand yet.
    Connecting,
    /// The server said how things stand.
    Live(Situation),
    /// Another tab has the conversation.
    Elsewhere,
    /// It is over; how, if that was told.
    Ended(Option<Ending>),
}

/// What the driver has to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitorAction {
    /// Open a stream, and drop any older one.
    Follow(Follow),
    /// Drop the stream.
    Unfollow,
    /// Ask the server; then [`VisitorClient::sealed`].
    Seal(SealEpoch),
    /// Ask the server; then [`VisitorClient::sent`].
    Send(VisitorSend),
    /// Tell the server; nothing depends on the answer.
    Answer(VisitorAnswer),
    /// Tell the server; nothing depends on the answer.
    Typing(VisitorTyping),
    /// Tell the server, more than once if need be.
    Leave(Leave),
    /// Keep this over a reload, in place of what was kept before.
    Keep(Vec<u8>),
    /// Forget everything that the tab kept.
    Wipe,
}

/// What a tab keeps over a reload, sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    nickname: String,
    draft: String,
    outbox: Vec<Outgoing>,
}

/// A visitor's side of a conversation.
pub struct VisitorClient {
    keys: TabKeys,
    suite: Box<dyn VisitorSuite>,
    randomness: Box<dyn Randomness>,
    seal: Option<Box<dyn VisitorSeal>>,
    link: Link,
    connection: ConnectionId,
    phase: VisitorPhase,
    channel: Channel,
    nickname: String,
    draft: String,
    /// What the tab kept, until the share is there to open it with.
    kept: Option<Vec<u8>>,
    /// The current roster has to be sealed (again).
    to_seal: bool,
    sealing: bool,
    caught_up: bool,
    typed: Option<Moment>,
    actions: Vec<VisitorAction>,
}

impl VisitorClient {
    /// A visitor who is about to sign up.
    #[must_use]
    pub fn new(
        nickname: String,
        suite: Box<dyn VisitorSuite>,
        mut randomness: Box<dyn Randomness>,
    ) -> Self {
        let keys = TabKeys::new(randomness.as_mut());
        Self { nickname, ..Self::with(keys, None, suite, randomness) }
    }

    /// A visitor whose tab comes back, with what it kept.
    #[must_use]
    pub fn resume(
        keys: TabKeys,
        kept: Option<Vec<u8>>,
        now: Moment,
        suite: Box<dyn VisitorSuite>,
        randomness: Box<dyn Randomness>,
    ) -> Self {
        let mut client = Self::with(keys, kept, suite, randomness);
        client.connect(now);
        client
    }

    fn with(
        keys: TabKeys,
        kept: Option<Vec<u8>>,
        suite: Box<dyn VisitorSuite>,
        randomness: Box<dyn Randomness>,
    ) -> Self {
        Self {
            keys,
            suite,
            randomness,
            seal: None,
            link: Link::default(),
            connection: ConnectionId::from_bytes([0; 16]),
            phase: VisitorPhase::Connecting,
            channel: Channel::default(),
            nickname: String::new(),
            draft: String::new(),
            kept,
            to_seal: false,
            sealing: false,
            caught_up: false,
            typed: None,
            actions: Vec::new(),
        }
    }

    /// What the tab has to keep before it signs up.
    #[must_use]
    pub const fn keys(&self) -> &TabKeys {
        &self.keys
    }

    /// What to ask the server with; then [`Self::signed_up`].
    #[must_use]
    pub fn sign_up(&self, region: RegionId) -> SignUp {
        SignUp { credential: self.credential(), region }
    }

    /// The server took the visitor in.
    pub fn signed_up(&mut self, answer: &SignedUp, now: Moment) {
        self.root(&answer.share);
        self.keep();
        self.connect(now);
    }

    /// What to do since the last time this was asked.
    pub fn actions(&mut self) -> Vec<VisitorAction> {
        std::mem::take(&mut self.actions)
    }

    /// How far the visit has come.
    #[must_use]
    pub const fn phase(&self) -> VisitorPhase {
        self.phase
    }

    /// The conversation.
    #[must_use]
    pub const fn channel(&self) -> &Channel {
        &self.channel
    }

    /// What was typed and not sent.
    #[must_use]
    pub fn draft(&self) -> &str {
        &self.draft
    }

    /// Whether the connection was lost and is not back yet.
    #[must_use]
    pub const fn is_offline(&self) -> bool {
        self.link.is_lost()
    }

    /// Something came over the stream.
    pub fn push(&mut self, push: VisitorPush, now: Moment) {
        self.link.heard(now);
        match push {
            VisitorPush::Welcome(welcome) => {
                self.root(&welcome.share);
                self.caught_up = false;
                self.sealing = false;
            }
            VisitorPush::Beat => self.answer(),
            VisitorPush::Situation(situation) => self.phase = VisitorPhase::Live(situation),
            VisitorPush::Entry(placed) => {
                self.entry(placed);
                if self.caught_up {
                    self.answer();
                }
            }
            VisitorPush::CaughtUp => {
                self.caught_up = true;
                self.answer();
            }
            VisitorPush::Typing(seat) => self.channel.typing(seat, now),
            VisitorPush::Seen(_, seq) => self.channel.seen(seq),
            VisitorPush::Ended(how) => self.end(Some(how)),
            VisitorPush::Superseded => {
                self.link.close();
                self.phase = VisitorPhase::Elsewhere;
            }
        }
        self.go_on(now);
    }

    /// The stream is gone, or could not be had.
    pub fn lost(&mut self, why: Refusal, now: Moment) {
        match self.phase {
            VisitorPhase::Elsewhere | VisitorPhase::Ended(_) => {}
            _ if why == Refusal::Gone => self.end(None),
            _ => {
                let mut jitter = [0; 2];
                self.randomness.fill(&mut jitter);
                self.link.lost(now, u16::from_le_bytes(jitter));
            }
        }
    }

    /// Time has passed.
    pub fn tick(&mut self, now: Moment) {
        if self.link.is_due(now) {
            self.connect(now);
        }
        self.go_on(now);
    }

    /// The network is back, or the page is in view again.
    pub fn hurry(&mut self, now: Moment) {
        self.link.hurry(now);
        self.tick(now);
    }

    /// The visitor wrote a message; it is sent as soon as it can be.
    pub fn write(&mut self, text: &str, now: Moment) {
        let id = new_id(self.randomness.as_mut());
        self.channel.write(id, text);
        self.draft.zeroize();
        self.keep();
        self.go_on(now);
    }

    /// The visitor is typing; the text is kept over a reload.
    pub fn type_draft(&mut self, text: &str, now: Moment) {
        text.clone_into(&mut self.draft);
        self.keep();
        let due = self.typed.is_none_or(|at| now.as_millis() - at.as_millis() >= TYPING_EVERY);
        if due && !text.is_empty() && self.channel.is_open() {
            self.typed = Some(now);
            self.actions
                .push(VisitorAction::Typing(VisitorTyping { credential: self.credential() }));
        }
    }

    /// The visitor pressed the cross: nothing comes in until [`Self::come_back`].
    pub fn close(&mut self) {
        self.link.close();
        self.actions.push(VisitorAction::Unfollow);
    }

    /// The visitor comes back, from the cross or from another tab.
    pub fn come_back(&mut self, now: Moment) {
        if self.phase == VisitorPhase::Elsewhere {
            self.phase = VisitorPhase::Connecting;
        }
        if !matches!(self.phase, VisitorPhase::Ended(_)) {
            self.connect(now);
        }
    }

    /// The visitor ends the conversation, or stops waiting.
    pub fn leave(&mut self) {
        self.actions.push(VisitorAction::Leave(self.leaving(Leaving::Goodbye)));
        self.end(Some(Ending::ByVisitor));
    }

    /// What to tell the server when the visitor takes the quick exit. The page wipes first.
    #[must_use]
    pub fn leaving(&self, how: Leaving) -> Leave {
        Leave { credential: self.credential(), how }
    }

    /// Forgets every key at once.
    pub fn wipe(&mut self) {
        if let Some(seal) = &mut self.seal {
            seal.wipe();
        }
        self.seal = None;
        self.nickname.zeroize();
        self.draft.zeroize();
        self.channel = Channel::default();
    }

    /// What became of sealing a key.
    pub fn sealed(&mut self, answer: Result<(), Refusal>, now: Moment) {
        self.sealing = false;
        // The entry that counts comes over the stream; only what did not arrive is asked again.
        if matches!(answer, Err(Refusal::Unreachable | Refusal::Unavailable)) {
            self.to_seal = true;
            self.lost(Refusal::Unreachable, now);
        }
    }

    /// What became of a message.
    pub fn sent(&mut self, id: MessageId, answer: Result<Stored, Refusal>, now: Moment) {
        self.channel.sent(id, answer, now);
        self.keep();
        self.go_on(now);
    }

    fn credential(&self) -> Credential {
        Credential {
            version: VERSION,
            conversation: self.keys.conversation,
            token: self.keys.token.clone(),
        }
    }

    fn connect(&mut self, now: Moment) {
        let mut connection = [0; 16];
        self.randomness.fill(&mut connection);
        self.connection = ConnectionId::from_bytes(connection);
        self.link.connecting(now);
        self.actions.push(VisitorAction::Follow(Follow {
            credential: self.credential(),
            connection: self.connection,
            after: self.channel.cursor(),
        }));
    }

    /// With the server's share there is a root key, and what was kept can be opened.
    fn root(&mut self, share: &Share) {
        if self.seal.is_some() {
            return;
        }
        let seal = self.suite.visitor(&self.keys.secret, share, self.keys.conversation);
        let opened = self.kept.take().and_then(|kept| seal.recall(KEPT, &kept).ok());
        if let Some(kept) = opened.and_then(|kept| postcard::from_bytes::<Kept>(&kept).ok()) {
            self.nickname = kept.nickname;
            self.draft = kept.draft;
            self.channel.restore(kept.outbox);
        }
        self.seal = Some(seal);
    }

    fn keep(&mut self) {
        let Some(seal) = &mut self.seal else { return };
        let kept = Kept {
            nickname: self.nickname.clone(),
            draft: self.draft.clone(),
            outbox: self.channel.kept(),
        };
        let Ok(mut plain) = postcard::to_allocvec(&kept) else { return };
        if let Ok(kept) = seal.keep(KEPT, &plain) {
            self.actions.push(VisitorAction::Keep(kept));
        }
        plain.zeroize();
    }

    fn entry(&mut self, placed: Placed) {
        if !self.channel.advance(placed.seq) {
            return;
        }
        let Some(seal) = &mut self.seal else { return };
        match placed.entry {
            Entry::Roster { epoch, roster } => {
                // A roster that cannot be is shown, but never gets a key.
                self.to_seal = !roster.0.is_empty() && seal.enter(epoch, &roster).is_ok();
                self.sealing = false;
                self.channel.seat(placed.seq, placed.at, epoch, roster, Some(SeatId::VISITOR));
            }
            Entry::Sealed { epoch, .. } => {
                self.channel.keyed(epoch);
                self.to_seal &= epoch != self.channel.epoch();
            }
            Entry::KeyAsked { epoch, .. } => self.to_seal |= epoch == self.channel.epoch(),
            Entry::Envelope(envelope) => {
                let opened =
                    self.channel.receive(placed.seq, placed.at, &envelope, &AtHome(seal.as_mut()));
                debug_assert!(matches!(opened, Opened::Nothing | Opened::Greeting(..)));
            }
        }
    }

    /// Does what can be done now.
    fn go_on(&mut self, now: Moment) {
        if !self.caught_up || !self.link.is_open() {
            return;
        }
        let credential = self.credential();
        let Some(seal) = &mut self.seal else { return };
        if self.to_seal && !self.sealing {
            self.to_seal = false;
            let epoch = self.channel.epoch();
            if let Ok(keys) = seal.seal_key(epoch, self.channel.roster()) {
                self.sealing = true;
                let request = SealEpoch { credential: credential.clone(), epoch, keys };
                self.actions.push(VisitorAction::Seal(request));
            }
        }
        let envelope = self.channel.next_to_send(
            now,
            self.nickname.as_bytes(),
            &mut AtHome(seal.as_mut()),
            self.randomness.as_mut(),
        );
        if let Some(envelope) = envelope {
            self.keep();
            self.actions.push(VisitorAction::Send(VisitorSend { credential, envelope }));
        }
    }

    fn answer(&mut self) {
        self.actions.push(VisitorAction::Answer(VisitorAnswer {
            credential: self.credential(),
            connection: self.connection,
            seen: self.channel.cursor(),
        }));
    }

    fn end(&mut self, how: Option<Ending>) {
        self.link.close();
        self.wipe();
        self.phase = VisitorPhase::Ended(how);
        self.actions.push(VisitorAction::Unfollow);
        self.actions.push(VisitorAction::Wipe);
    }
}
