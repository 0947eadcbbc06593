//! A visitor's side, from "Start de chat" to goodbye.

mod action;
mod entries;
mod evaluation;
mod kept;
mod keys;
mod reading_back;
mod replies;
mod seen;

use zeroize::Zeroize;

use super::{
    Intake,
    channel::{Channel, new_id},
    link::Link,
    one_at_a_time::OneAtATime,
};
use crate::{
    domain::{
        desk::Ending,
        ids::{ConnectionId, MessageId, RegionId},
        moment::Moment,
        secret::Ticket,
        work::Solution,
    },
    protocol::{
        Credential, Follow, Leave, Leaving, Refusal, SignUp, SignedUp, Stored, VERSION,
        VisitorPush, VisitorTyping,
    },
    sealed::{Randomness, VisitorSeal, VisitorSuite},
};

pub use action::{VisitorAction, VisitorPhase};
pub use evaluation::Evaluated;
pub use keys::TabKeys;
pub use reading_back::MayReadBack;
use reading_back::ReadingBack;
use replies::Asking;

/// How long to wait between two signs of writing, in milliseconds.
const TYPING_EVERY: i64 = 3_000;

/// Whether a worker who was greeted already is greeted once more.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Greeting {
    /// No.
    Once,
    /// Yes: the page came back in another language.
    Anew,
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
    intake: Intake,
    /// The language that the page is in now, where it came back and may have changed.
    reads: Option<String>,
    greeting: Greeting,
    draft: String,
    /// What the tab kept, until the share is there to open it with.
    kept: Option<Vec<u8>>,
    /// The current roster has to be sealed (again).
    to_seal: bool,
    sealing: bool,
    /// How often a seat asked for the key of this roster again.
    asked: u8,
    caught_up: bool,
    typed: Option<Moment>,
    ticket: Option<Ticket>,
    evaluated: Option<Evaluated>,
    asking: Asking,
    reading_back: ReadingBack,
    telling: OneAtATime,
    actions: Vec<VisitorAction>,
}

impl VisitorClient {
    /// A visitor who is about to sign up.
    #[must_use]
    pub fn new(
        intake: Intake,
        suite: Box<dyn VisitorSuite>,
        mut randomness: Box<dyn Randomness>,
    ) -> Self {
        let keys = TabKeys::new(randomness.as_mut());
        Self { intake, ..Self::with(keys, None, suite, randomness) }
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
            intake: Intake::default(),
            reads: None,
            greeting: Greeting::Once,
            draft: String::new(),
            kept,
            to_seal: false,
            sealing: false,
            asked: 0,
            caught_up: false,
            typed: None,
            ticket: None,
            evaluated: None,
            asking: Asking::default(),
            reading_back: ReadingBack::default(),
            telling: OneAtATime::default(),
            actions: Vec::new(),
        }
    }

    /// The page that came back is in this language.
    pub fn reads(&mut self, language: String) {
        self.reads = Some(language);
    }

    /// What the tab has to keep before it signs up.
    #[must_use]
    pub const fn keys(&self) -> &TabKeys {
        &self.keys
    }

    /// What to ask the server with; then [`Self::signed_up`]. After [`Refusal::WorkNeeded`] once more,
    /// with the work.
    #[must_use]
    pub fn sign_up(&self, region: RegionId, work: Option<Solution>) -> SignUp {
        SignUp { credential: self.credential(), region, work }
    }

    /// The server took the visitor in.
    pub fn signed_up(&mut self, answer: &SignedUp, now: Moment) {
        self.root(&answer.share, now);
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
                self.root(&welcome.share, now);
                self.caught_up = false;
                self.channel.reconnected();
                self.telling.forget();
            }
            VisitorPush::Beat => self.answer(),
            VisitorPush::Situation(situation) => self.phase = VisitorPhase::Live(situation),
            VisitorPush::Asked(asked) => self.asking.asked(asked),
            VisitorPush::Entry(placed) => {
                self.entry(placed);
                if self.caught_up {
                    self.answer();
                }
            }
            VisitorPush::CaughtUp => {
                self.caught_up = true;
                // A key that was on its way over a lost connection may not have arrived.
                self.sealing = false;
                self.asking.reconnected();
                self.reading_back.go_on();
                self.to_seal |= self.channel.lacks_key();
                self.answer();
            }
            VisitorPush::Typing(seat) => self.channel.typing(seat, now),
            VisitorPush::Seen(_, seq) => self.channel.seen(seq),
            VisitorPush::Ended(how) => self.end(Some(how)),
            VisitorPush::MayEvaluate(ticket) => self.ticket = Some(ticket),
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
        let nobody_there = self.channel.roster().0.is_empty();
        self.end(Some(if nobody_there { Ending::StoppedWaiting } else { Ending::ByVisitor }));
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
        self.keys.wipe();
        self.intake.wipe();
        self.draft.zeroize();
        self.channel = Channel::default();
        self.reading_back = ReadingBack::default();
        self.asking = Asking::default();
    }

    /// What became of sealing a key.
    pub fn sealed(&mut self, answer: Result<(), Refusal>, now: Moment) {
        self.sealing = false;
        // The entry that counts comes over the stream; only what did not arrive is asked again.
        if answer.is_err_and(Refusal::passes) {
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

    fn end(&mut self, how: Option<Ending>) {
        self.link.close();
        self.wipe();
        self.phase = VisitorPhase::Ended(how);
        self.actions.push(VisitorAction::Unfollow);
        self.actions.push(VisitorAction::Wipe);
    }
}
