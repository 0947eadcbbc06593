//! A worker's side: one desk tab, one shift key, several conversations.

mod channel;

use std::collections::BTreeMap;

use super::{
    channel::{Opened, new_id},
    link::Link,
    sealer::AtDesk,
};
use crate::{
    domain::{
        conversation::Roster,
        ids::{ConnectionId, ConversationId, Epoch, MessageId, SeatId, Seq},
        moment::Moment,
    },
    protocol::{
        AskKey, DeskAnswer, DeskFollow, DeskPush, DeskState, DeskWelcome, Entry, Placed,
        QueueStanding, Refusal, RegisterKey, Stored, VERSION, WorkerSend, WorkerTyping,
    },
    sealed::{DeskSeal, DeskSuite, Randomness},
};

pub use channel::{DeskChannel, Over};

/// What the tab keeps of a conversation is sealed under this label.
const KEPT: &str = "desk";

/// How long to wait between two signs of writing, in milliseconds.
const TYPING_EVERY: i64 = 3_000;

/// How the desk page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskPhase {
    /// The server has not said how things stand yet.
    Connecting,
    /// The desk is this tab's.
    Live,
    /// Another tab has the desk.
    Elsewhere,
    /// The session is over.
    SignedOut,
}

/// What the driver has to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskAction {
    /// Open a stream, and drop any older one.
    Follow(DeskFollow),
    /// Ask the server, until it agrees; then [`DeskClient::registered`].
    Register(RegisterKey),
    /// Ask the server; then [`DeskClient::sent`].
    Send(WorkerSend),
    /// Ask the server; nothing depends on the answer.
    AskKey(AskKey),
    /// Tell the server; nothing depends on the answer.
    Answer(DeskAnswer),
    /// Tell the server; nothing depends on the answer.
    Typing(WorkerTyping),
    /// Keep the shift key over a reload.
    KeepShiftKey(Vec<u8>),
    /// Keep this of a conversation over a reload, in place of what was kept before.
    Keep(ConversationId, Vec<u8>),
    /// Forget what was kept of a conversation.
    Forget(ConversationId),
    /// Forget everything that the tab kept.
    Wipe,
    /// Draw attention: a visitor is offered.
    Ring,
}

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
    clock_ahead: Option<i64>,
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
            clock_ahead: None,
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

    /// How many visitors this worker may accept.
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
                self.clock_ahead = Some(welcome.now.as_millis() - now.as_millis());
                self.welcomed(welcome);
            }
            DeskPush::Beat | DeskPush::CaughtUp => self.answer(),
            DeskPush::Desk(state) => self.stand(state),
            DeskPush::Entry(id, placed) => {
                self.entry(id, placed);
                self.answer();
            }
            DeskPush::Typing(id, seat) => self.channel(id).channel.typing(seat, now),
            DeskPush::Seen(id, _, seq) => self.channel(id).channel.seen(seq),
            DeskPush::Ended(id, how) => self.over(id, Over::Ended(how)),
            DeskPush::NotConnected(id) => self.over(id, Over::NotConnected),
            DeskPush::GivenBack(id) => self.over(id, Over::GivenBack),
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

    fn answer(&mut self) {
        self.actions.push(DeskAction::Answer(DeskAnswer {
            version: VERSION,
            connection: self.connection,
            seen: self.cursors(),
        }));
    }

    fn welcomed(&mut self, welcome: DeskWelcome) {
        self.phase = DeskPhase::Live;
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
            self.actions.push(DeskAction::Register(register));
        }
        self.welcome = Some(welcome);
    }

    fn stand(&mut self, state: DeskState) {
        if offers(Some(&state)) > offers(self.state.as_ref()) {
            self.actions.push(DeskAction::Ring);
        }
        for handled in &state.handled {
            let channel = self.channel(handled.conversation);
            channel.handled = Some(handled.clone());
            channel.over = None;
        }
        let gone: Vec<_> = self
            .channels
            .iter()
            .filter(|(id, channel)| {
                channel.over.is_none()
                    && state.handled.iter().all(|handled| handled.conversation != **id)
            })
            .map(|(id, _)| *id)
            .collect();
        for id in gone {
            self.over(id, Over::Gone);
        }
        self.state = Some(state);
    }

    fn channel(&mut self, id: ConversationId) -> &mut DeskChannel {
        let restored = match (self.channels.contains_key(&id), &self.seal, self.kept.remove(&id)) {
            (false, Some(seal), Some(kept)) => {
                seal.recall(id, KEPT, &kept).ok().and_then(|kept| DeskChannel::restore(&kept))
            }
            _ => None,
        };
        self.channels.entry(id).or_insert_with(|| restored.unwrap_or_default())
    }

    fn keep(&mut self, id: ConversationId) {
        let (Some(channel), Some(seal)) = (self.channels.get(&id), &mut self.seal) else { return };
        if let Some(plain) = channel.kept()
            && let Ok(kept) = seal.keep(id, KEPT, &plain)
        {
            self.actions.push(DeskAction::Keep(id, kept));
        }
    }

    fn over(&mut self, id: ConversationId, how: Over) {
        if let Some(seal) = &mut self.seal {
            seal.forget(id);
        }
        // What was said goes with the keys; that it ended stays until it was seen.
        if let Some(channel) = self.channels.get_mut(&id) {
            channel.end(how);
        }
        self.actions.push(DeskAction::Forget(id));
    }

    fn entry(&mut self, id: ConversationId, placed: Placed) {
        let staff = self.welcome.as_ref().map(|welcome| welcome.staff);
        if !self.channel(id).channel.advance(placed.seq) {
            return;
        }
        let (Some(channel), Some(seal)) = (self.channels.get_mut(&id), &mut self.seal) else {
            return;
        };
        let channel_of = &mut channel.channel;
        match placed.entry {
            Entry::Roster { epoch, roster } => {
                let own = staff.and_then(|staff| roster.seat_of(staff)).map(|seat| seat.id);
                channel.rosters.insert(epoch, roster.clone());
                channel_of.seat(placed.seq, placed.at, epoch, roster, own);
            }
            Entry::Sealed { epoch, key: Some(key) } => {
                let nobody = Roster::default();
                let roster = channel.rosters.get(&epoch).unwrap_or(&nobody);
                match seal.take_key(id, epoch, roster, &key) {
                    Ok(()) => channel_of.keyed(epoch),
                    Err(_) if epoch == channel_of.epoch() => self.ask(id, epoch),
                    Err(_) => {}
                }
            }
            Entry::Envelope(envelope) => {
                let sealer = AtDesk(seal.as_mut(), id);
                let opened = channel_of.receive(placed.seq, placed.at, &envelope, &sealer);
                if let Opened::Greeting(SeatId::VISITOR, nickname) = opened {
                    channel.nickname = String::from_utf8_lossy(&nickname).into_owned();
                }
            }
            Entry::Sealed { key: None, .. } | Entry::KeyAsked { .. } => {}
        }
    }

    fn ask(&mut self, conversation: ConversationId, epoch: Epoch) {
        self.actions.push(DeskAction::AskKey(AskKey { version: VERSION, conversation, epoch }));
    }

    fn go_on(&mut self, now: Moment) {
        let Some(seal) = self.seal.as_mut().filter(|_| self.link.is_open()) else { return };
        let mut sent = Vec::new();
        for (id, channel) in &mut self.channels {
            let mut sealer = AtDesk(seal.as_mut(), *id);
            let randomness = self.randomness.as_mut();
            let envelope = channel.channel.next_to_send(now, &[], &mut sealer, randomness);
            if let Some(envelope) = envelope {
                sent.push((*id, envelope));
            }
        }
        for (id, envelope) in sent {
            self.keep(id);
            let request = WorkerSend { version: VERSION, conversation: id, envelope };
            self.actions.push(DeskAction::Send(request));
        }
    }
}

/// How many visitors this worker may accept.
fn offers(state: Option<&DeskState>) -> usize {
    let rows = state.into_iter().flat_map(|state| &state.queue);
    rows.filter(|row| matches!(row.standing, QueueStanding::Offered { .. })).count()
}
