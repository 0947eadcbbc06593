//! A worker's side: one desk tab, one shift key, several conversations.

mod action;
mod channel;
mod choices;
mod earlier;
mod entries;
mod notes;

use std::collections::BTreeMap;

use super::{channel::new_id, link::Link, one_at_a_time::OneAtATime};
use crate::{
    domain::{
        ids::{ConnectionId, ConversationId, MessageId, Seq},
        moment::Moment,
    },
    protocol::{
        DeskAnswer, DeskFollow, DeskPush, DeskState, DeskWelcome, QueueStanding, Refusal,
        RegisterKey, Stored, VERSION, WorkerTyping,
    },
    sealed::{DeskSeal, DeskSuite, Randomness},
};

pub use action::{DeskAction, DeskPhase};
pub use channel::{DeskChannel, Over};
pub use choices::Choice;
pub use notes::NOTES_LIMIT;

/// What the tab keeps of a conversation is sealed under this label.
const KEPT: &str = "desk";

/// How long to wait between two signs of writing, in milliseconds.
const TYPING_EVERY: i64 = 3_000;

/// A worker's side of all conversations.
pub struct DeskClient {
    suite: Box<dyn DeskSuite>,
    randomness: Box<dyn Randomness>,
    seal: Option<Box<dyn DeskSeal>>,
    link: Link,
    connection: ConnectionId,
    phase: DeskPhase,
    welcome: Option<DeskWelcome>,
    state: Option<DeskState>,
    channels: BTreeMap<ConversationId, DeskChannel>,
    /// What the tab kept, until the share is there to open it with.
    kept_shift_key: Option<Vec<u8>>,
    kept: BTreeMap<ConversationId, Vec<u8>>,
    registered: bool,
    registering: bool,
    caught_up: bool,
    clock_ahead: Option<i64>,
    telling: OneAtATime,
    actions: Vec<DeskAction>,
}

impl DeskClient {
    /// A desk tab that opens, with what it kept: its shift key, and something of each
    /// conversation.
    #[must_use]
    pub fn new(
        kept_shift_key: Option<Vec<u8>>,
        kept: BTreeMap<ConversationId, Vec<u8>>,
        now: Moment,
        suite: Box<dyn DeskSuite>,
        randomness: Box<dyn Randomness>,
    ) -> Self {
        let mut client = Self {
            suite,
            randomness,
            seal: None,
            link: Link::default(),
            connection: ConnectionId::from_bytes([0; 16]),
            phase: DeskPhase::Connecting,
            welcome: None,
            state: None,
            channels: BTreeMap::new(),
            kept_shift_key,
            kept,
            registered: false,
            registering: false,
            caught_up: false,
            clock_ahead: None,
            telling: OneAtATime::default(),
            actions: Vec::new(),
        };
        client.connect(now);
        client
    }

    /// What to do since the last time this was asked.
    pub fn actions(&mut self) -> Vec<DeskAction> {
        std::mem::take(&mut self.actions)
    }

    /// How the page stands.
    #[must_use]
    pub const fn phase(&self) -> DeskPhase {
        self.phase
    }

    /// Who the server says this is.
    #[must_use]
    pub const fn welcome(&self) -> Option<&DeskWelcome> {
        self.welcome.as_ref()
    }

    /// How the desk stands.
    #[must_use]
    pub const fn state(&self) -> Option<&DeskState> {
        self.state.as_ref()
    }

    /// The conversations, those that just ended too.
    pub fn channels(&self) -> impl Iterator<Item = (ConversationId, &DeskChannel)> {
        self.channels.iter().map(|(id, channel)| (*id, channel))
    }

    /// How many visitors are offered to this worker, and conversations to read along with.
    #[must_use]
    pub fn offers(&self) -> usize {
        offers(self.state.as_ref())
    }

    /// The server's clock less this device's, in milliseconds, once the server told its time.
    #[must_use]
    pub const fn clock_ahead(&self) -> Option<i64> {
        self.clock_ahead
    }

    /// Whether the connection was lost and is not back yet.
    #[must_use]
    pub const fn is_offline(&self) -> bool {
        self.link.is_lost()
    }

    /// Whether the server knows this tab's key: before that nothing can be accepted.
    #[must_use]
    pub const fn is_ready(&self) -> bool {
        self.registered
    }

    /// Something came over the stream.
    pub fn push(&mut self, push: DeskPush, now: Moment) {
        self.link.heard(now);
        match push {
            DeskPush::Welcome(welcome) => {
                self.clock_ahead = Some(welcome.now.as_millis().saturating_sub(now.as_millis()));
                self.welcomed(welcome);
            }
            DeskPush::Beat => self.answer(),
            DeskPush::CaughtUp => self.caught_up(),
            DeskPush::Desk(state) => self.stand(state),
            DeskPush::Entry(id, placed) => {
                self.entry(id, placed);
                if self.caught_up {
                    self.answer();
                }
            }
            DeskPush::Typing(id, seat) => {
                if let Some(channel) = self.channels.get_mut(&id) {
                    channel.channel.typing(seat, now);
                }
            }
            DeskPush::Seen(id, _, seq) => {
                if let Some(channel) = self.channels.get_mut(&id) {
                    channel.channel.seen(seq);
                }
            }
            DeskPush::Ended(id, how) => self.over(id, Over::Ended(how)),
            DeskPush::NotConnected(id) => self.over(id, Over::NotConnected),
            DeskPush::GivenBack(id) => self.over(id, Over::GivenBack),
            DeskPush::HandedOver(id) => self.over(id, Over::HandedOver),
            DeskPush::ReadingOver(id) => self.over(id, Over::ReadingOver),
            DeskPush::Earlier(id, placed) => self.earlier(id, placed),
            DeskPush::Superseded => {
                self.link.close();
                self.phase = DeskPhase::Elsewhere;
            }
            DeskPush::SignedOut => self.sign_out(),
        }
        self.go_on(now);
    }

    /// The stream is gone, or could not be had.
    pub fn lost(&mut self, why: Refusal, now: Moment) {
        if why == Refusal::NotSignedIn {
            self.sign_out();
            return;
        }
        let mut jitter = [0; 2];
        self.randomness.fill(&mut jitter);
        self.link.lost(now, u16::from_le_bytes(jitter));
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

    /// Takes the desk back from another tab.
    pub fn come_back(&mut self, now: Moment) {
        if self.phase == DeskPhase::Elsewhere {
            self.phase = DeskPhase::Connecting;
            self.connect(now);
        }
    }

    /// What became of registering the key.
    pub fn registered(&mut self, answer: Result<(), Refusal>, now: Moment) {
        self.registered = answer.is_ok();
        self.registering = false;
        if let Err(why) = answer {
            self.lost(why, now);
        }
    }

    /// The worker wrote.
    pub fn write(&mut self, id: ConversationId, text: &str, now: Moment) {
        let message = new_id(self.randomness.as_mut());
        let Some(channel) = self.channels.get_mut(&id) else { return };
        channel.channel.write(message, text);
        channel.draft.clear();
        self.keep(id);
        self.go_on(now);
    }

    /// The worker is typing; the text is kept over a reload.
    pub fn type_draft(&mut self, id: ConversationId, text: &str, now: Moment) {
        let Some(channel) = self.channels.get_mut(&id) else { return };
        text.clone_into(&mut channel.draft);
        let due = channel.typed.is_none_or(|at| now.as_millis() - at.as_millis() >= TYPING_EVERY);
        if due && !text.is_empty() && channel.channel.is_open() {
            channel.typed = Some(now);
            let typing = WorkerTyping { version: VERSION, conversation: id };
            self.actions.push(DeskAction::Typing(typing));
        }
        self.keep(id);
    }

    /// A conversation is in view.
    pub fn read(&mut self, id: ConversationId) {
        if let Some(channel) = self.channels.get_mut(&id) {
            channel.channel.read();
        }
    }

    /// The worker has seen how a conversation ended.
    pub fn put_away(&mut self, id: ConversationId) {
        if self.channels.get(&id).is_some_and(|channel| channel.over.is_some()) {
            self.channels.remove(&id);
        }
    }

    /// What became of a message.
    pub fn sent(
        &mut self,
        id: ConversationId,
        message: MessageId,
        answer: Result<Stored, Refusal>,
        now: Moment,
    ) {
        let Some(channel) = self.channels.get_mut(&id) else { return };
        channel.channel.sent(message, answer, now);
        self.keep(id);
        self.go_on(now);
    }

    /// The worker signs out, or was signed out: no key stays.
    pub fn sign_out(&mut self) {
        self.link.close();
        if let Some(seal) = &mut self.seal {
            seal.wipe();
        }
        self.seal = None;
        self.channels.clear();
        self.phase = DeskPhase::SignedOut;
        self.actions.push(DeskAction::Wipe);
    }

    fn connect(&mut self, now: Moment) {
        let mut connection = [0; 16];
        self.randomness.fill(&mut connection);
        self.connection = ConnectionId::from_bytes(connection);
        self.link.connecting(now);
        let after = self.cursors();
        self.actions.push(DeskAction::Follow(DeskFollow {
            version: VERSION,
            connection: self.connection,
            after,
        }));
    }

    fn cursors(&self) -> Vec<(ConversationId, Seq)> {
        let live = self.channels.iter().filter(|(_, channel)| channel.over.is_none());
        live.map(|(id, channel)| (*id, channel.channel.cursor())).collect()
    }

    /// Tells how far the page has come, or leaves it to the end of the request that is under way.
    fn answer(&mut self) {
        if self.telling.begin() {
            self.actions.push(DeskAction::Answer(DeskAnswer {
                version: VERSION,
                connection: self.connection,
                seen: self.cursors(),
            }));
        }
    }

    /// The request of [`DeskAction::Answer`] has ended, in whatever way.
    pub fn answered(&mut self) {
        if self.telling.end() {
            self.answer();
        }
    }

    fn welcomed(&mut self, mut welcome: DeskWelcome) {
        self.phase = DeskPhase::Live;
        self.caught_up = false;
        self.telling.forget();
        for channel in self.channels.values_mut() {
            channel.channel.reconnected();
        }
        if self.seal.is_none() {
            let kept = self.kept_shift_key.take();
            let mut seal = self.suite.desk(&welcome.share, kept.as_deref());
            if let Ok(kept) = seal.keep_shift_key() {
                self.actions.push(DeskAction::KeepShiftKey(kept));
            }
            self.seal = Some(seal);
        }
        if let Some(seal) = &self.seal {
            let register = RegisterKey { version: VERSION, key: seal.public() };
            self.registering = true;
            self.actions.push(DeskAction::Register(register));
        }
        welcome.share.wipe();
        self.welcome = Some(welcome);
    }
}

/// How many visitors are offered to this worker, and conversations to read along with.
fn offers(state: Option<&DeskState>) -> usize {
    let rows = state.into_iter().flat_map(|state| &state.queue);
    let offered = rows.filter(|row| matches!(row.standing, QueueStanding::Offered { .. })).count();
    offered + state.map_or(0, |state| state.invitations.len())
}
