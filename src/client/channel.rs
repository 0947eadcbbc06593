//! One conversation from one side: the roster, the key, what was said, what is yet to be sent.

use super::{
    numbers::Numbers,
    outbox::{Outbox, Outgoing},
    sealer::Sealer,
    thread::{Delivery, Line, LineKey, Remark, Said, Thread},
};
use crate::{
    domain::{
        conversation::{Envelope, Header, Kind, Roster},
        ids::{Epoch, MessageId, SeatId, Seq},
        moment::Moment,
    },
    protocol::{Refusal, Stored},
    sealed::Randomness,
};

/// How long somebody counts as writing after the last sign of it, in milliseconds.
const WRITING: i64 = 6_000;

/// How long to wait before sending again what did not arrive, in milliseconds.
const AGAIN: i64 = 1_500;

/// A participant's view of one conversation.
#[derive(Debug, Default)]
pub struct Channel {
    epoch: Epoch,
    roster: Roster,
    /// The own seat; `None` while not on the roster.
    own: Option<SeatId>,
    /// The last epoch whose key is here and counts.
    keyed: Epoch,
    greeted: Epoch,
    numbers: Numbers,
    /// Whose each seat is, or was.
    names: Vec<(SeatId, String)>,
    outbox: Outbox,
    failed: Vec<Outgoing>,
    again: Option<Moment>,
    stuck: bool,
    thread: Thread,
    cursor: Seq,
    others_seen: Seq,
    writing: Vec<(SeatId, Moment)>,
    unread: usize,
}

/// An envelope that was opened, as far as the owner has to deal with it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Opened {
    /// A seat showed that it has the key.
    Greeting(SeatId, Vec<u8>),
    /// Nothing to do.
    Nothing,
}

impl Channel {
    /// Whether the server is there and cannot store what is sent: it is sent again until it can.
    #[must_use]
    pub const fn is_stuck(&self) -> bool {
        self.stuck
    }

    /// Who takes part, the visitor aside.
    #[must_use]
    pub const fn roster(&self) -> &Roster {
        &self.roster
    }

    /// Whether something could be sent now.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.own.is_some() && !self.roster.0.is_empty() && self.keyed == self.epoch
    }

    /// The last entry seen.
    #[must_use]
    pub const fn cursor(&self) -> Seq {
        self.cursor
    }

    /// How many messages of others came in since [`Self::read`].
    #[must_use]
    pub const fn unread(&self) -> usize {
        self.unread
    }

    /// The conversation is in view.
    pub fn read(&mut self) {
        self.unread = 0;
    }

    /// The seats that are writing now.
    pub fn writing(&self, now: Moment) -> impl Iterator<Item = SeatId> {
        let fresh = move |at: Moment| now.as_millis().saturating_sub(at.as_millis()) < WRITING;
        self.writing.iter().filter(move |(_, at)| fresh(*at)).map(|(seat, _)| *seat)
    }

    /// Everything in order: what is stored, and after it what is yet to be.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        let own = |item: &Outgoing, delivery| Line {
            key: LineKey::Message(item.id),
            at: None,
            said: Said::Message {
                seat: self.own.unwrap_or(SeatId::VISITOR),
                name: self.own_name(),
                text: String::from_utf8_lossy(&item.plain).into_owned(),
                delivery: Some(delivery),
            },
        };
        let failed = self.failed.iter().map(|item| own(item, Delivery::Failed));
        let sending = self.outbox.messages().map(|item| own(item, Delivery::Sending));
        self.thread.lines(self.others_seen).chain(failed).chain(sending).collect()
    }

    pub(super) fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// An entry has come; false when it was seen before.
    pub(super) fn advance(&mut self, seq: Seq) -> bool {
        let new = seq > self.cursor;
        self.cursor = self.cursor.max(seq);
        new
    }

    /// Another roster is proposed, in which `own` is the own seat. False when it changes nothing:
    /// epochs only go up, and a server that tells an old one again, or another roster for the one
    /// that counts, contradicts itself. People read that, and what was shown stays.
    pub(super) fn seat(
        &mut self,
        (seq, at): (Seq, Moment),
        epoch: Epoch,
        roster: &Roster,
        own: Option<SeatId>,
    ) -> bool {
        if epoch <= self.epoch {
            if epoch < self.epoch || *roster != self.roster {
                self.remark(seq, at, Remark::Contradicted);
            }
            return false;
        }
        let same_seat = own.is_some() && own == self.own;
        let follows = epoch == self.epoch.next();
        if !same_seat {
            self.numbers.change_seats();
        } else if !follows {
            // Whoever keeps a seat is told every roster.
            self.remark(seq, at, Remark::Contradicted);
            self.numbers.begin_anew();
        }
        self.numbers.unseal();
        self.thread.seat(seq, at, roster);
        for seat in &roster.0 {
            self.names.retain(|(known, _)| *known != seat.id);
            self.names.push((seat.id, seat.name.clone()));
        }
        self.epoch = epoch;
        self.roster.clone_from(roster);
        self.own = own;
        self.writing.clear();
        self.outbox.unseal(epoch);
        self.again = None;
        true
    }

    /// Whether the roster has seats and no key yet.
    pub(super) fn lacks_key(&self) -> bool {
        !self.roster.0.is_empty() && self.keyed < self.epoch
    }

    /// The page has a new connection. What is on its way over a lost one may never be answered:
    /// it is sent again, as the same bytes.
    pub(super) fn reconnected(&mut self) {
        self.outbox.come_back();
        self.again = None;
    }

    /// Something went wrong that people have to know.
    pub(super) fn remark(&mut self, seq: Seq, at: Moment, remark: Remark) {
        self.thread.remark(seq, at, remark);
    }

    /// The key of an epoch is here; it counts when the epoch does.
    pub(super) fn keyed(&mut self, epoch: Epoch) {
        if epoch == self.epoch {
            self.keyed = epoch;
        }
    }

    /// Somebody else has everything up to there.
    pub(super) fn seen(&mut self, seq: Seq) {
        self.others_seen = self.others_seen.max(seq);
    }

    /// Somebody else is writing.
    pub(super) fn typing(&mut self, seat: SeatId, now: Moment) {
        self.writing.retain(|(other, _)| *other != seat);
        self.writing.push((seat, now));
    }

    /// An envelope has come.
    pub(super) fn receive(
        &mut self,
        seq: Seq,
        at: Moment,
        envelope: &Envelope,
        sealer: &dyn Sealer,
    ) -> Opened {
        let header = &envelope.header;
        // Until it is opened anybody may have written what stands on the outside.
        let Ok(plain) = sealer.open(envelope) else {
            self.numbers.unreadable(header);
            self.thread.remark(seq, at, Remark::Unreadable);
            return Opened::Nothing;
        };
        let own = self.own == Some(header.seat);
        if own {
            self.numbers.stored(header.number);
            if header.kind == Kind::Hello && header.epoch == self.epoch {
                self.greeted = header.epoch;
            }
        }
        let mine = self.outbox.take(header.message).is_some() || own;
        self.writing.retain(|(seat, _)| *seat != header.seat);
        if self.numbers.arrived(header) && !mine {
            self.thread.remark(seq, at, Remark::Missing);
        }
        match header.kind {
            Kind::Hello if mine => Opened::Nothing,
            Kind::Hello => Opened::Greeting(header.seat, plain),
            Kind::Message => {
                let text = String::from_utf8_lossy(&plain).into_owned();
                self.say(seq, at, header, text, mine);
                Opened::Nothing
            }
        }
    }

    /// An envelope has come that only a page with another key could open: it may be opened later.
    pub(super) fn put_aside(&mut self, envelope: &Envelope) {
        if self.own == Some(envelope.header.seat) {
            self.numbers.stored(envelope.header.number);
        }
        self.outbox.take_same(envelope);
    }

    /// An envelope from before this side could read is opened now; `roster` is the one of its epoch,
    /// in which `own` is the own seat, and `numbers` what was counted in it so far.
    pub(super) fn receive_earlier(
        &mut self,
        (seq, at): (Seq, Moment),
        envelope: &Envelope,
        roster: &Roster,
        own: Option<SeatId>,
        numbers: &mut Numbers,
        sealer: &dyn Sealer,
    ) {
        let header = &envelope.header;
        let Ok(plain) = sealer.open(envelope) else {
            self.thread.remark(seq, at, Remark::Unreadable);
            return;
        };
        if numbers.arrived(header) {
            self.thread.remark(seq, at, Remark::Missing);
        }
        if header.kind == Kind::Message {
            let name = roster.seat(header.seat).map(|seat| seat.name.clone());
            let said = Said::Message {
                seat: header.seat,
                name: name.unwrap_or_default(),
                text: String::from_utf8_lossy(&plain).into_owned(),
                delivery: (own == Some(header.seat)).then_some(Delivery::Stored),
            };
            self.thread.say(seq, at, header.message, said);
        }
    }

    fn say(&mut self, seq: Seq, at: Moment, header: &Header, text: String, mine: bool) {
        // What comes late is still who said it: whoever left keeps the name.
        let name = self.names.iter().find(|(seat, _)| *seat == header.seat);
        let name = name.map(|(_, name)| name.clone()).unwrap_or_default();
        let delivery = mine.then_some(Delivery::Stored);
        let said = Said::Message { seat: header.seat, name, text, delivery };
        if self.thread.say(seq, at, header.message, said) && !mine {
            self.unread += 1;
        }
    }

    /// Puts a message in the outbox.
    pub(super) fn write(&mut self, id: MessageId, text: &str) {
        self.outbox.add(id, Kind::Message, text.as_bytes().to_vec());
    }

    /// What the greeting says has changed: it is sent once more.
    pub(super) fn greet_again(&mut self) {
        self.outbox.drop_greeting();
        self.greeted = Epoch::default();
    }

    /// The next envelope to send, if there is one and it is time: the greeting of an epoch first.
    pub(super) fn next_to_send(
        &mut self,
        now: Moment,
        greeting: &[u8],
        sealer: &mut dyn Sealer,
        randomness: &mut dyn Randomness,
    ) -> Option<Envelope> {
        let seat = self.own.filter(|_| self.is_open())?;
        if self.outbox.is_busy() || self.again.is_some_and(|again| now < again) {
            return None;
        }
        self.again = None;
        let greets = self.outbox.head().is_some_and(|item| item.kind == Kind::Hello);
        if self.greeted != self.epoch && !greets {
            self.outbox.add_first(new_id(randomness), Kind::Hello, greeting.to_vec());
        }
        let (epoch, number) = (self.epoch, self.numbers.next());
        let item = self.outbox.head()?;
        if item.sealed.as_ref().is_none_or(|sealed| sealed.header.epoch != epoch) {
            let header = Header { message: item.id, epoch, seat, number, kind: item.kind };
            let bytes = sealer.seal(&header, &item.plain).ok()?;
            item.sealed = Some(Envelope { header, sealed: bytes });
        }
        let envelope = item.sealed.clone()?;
        // One that was sealed before a reload has its number already.
        self.numbers.sealed(envelope.header.number);
        self.outbox.leave();
        Some(envelope)
    }

    /// What became of an envelope; `own` words are shown as stored from now on.
    pub(super) fn sent(&mut self, id: MessageId, answer: Result<Stored, Refusal>, now: Moment) {
        self.stuck = answer == Err(Refusal::Unavailable);
        match answer {
            Ok(stored) => {
                let Some(item) = self.outbox.take(id) else { return };
                let Some(envelope) = item.sealed else { return };
                self.numbers.stored(envelope.header.number);
                if item.kind == Kind::Hello {
                    self.greeted = envelope.header.epoch;
                } else {
                    let text = String::from_utf8_lossy(&item.plain).into_owned();
                    self.say(stored.seq, stored.at, &envelope.header, text, true);
                }
            }
            Err(Refusal::Malformed | Refusal::OtherVersion | Refusal::NotAllowed) => {
                self.failed.extend(self.outbox.take(id));
            }
            Err(_) if !self.outbox.is_on_its_way(id) => {}
            // Sealed for a roster that is no more: at once under the new one, if that is here.
            Err(Refusal::StaleEpoch) if self.outbox.is_unsealed(id) => self.outbox.come_back(),
            Err(_) => {
                self.outbox.come_back();
                self.again = Some(Moment::from_millis(now.as_millis() + AGAIN));
            }
        }
    }

    pub(super) fn kept(&self) -> Vec<Outgoing> {
        self.outbox.kept()
    }

    pub(super) fn restore(&mut self, kept: Vec<Outgoing>) {
        self.outbox.restore(kept);
    }

    fn own_name(&self) -> String {
        let seat = self.own.and_then(|own| self.roster.seat(own));
        seat.map(|seat| seat.name.clone()).unwrap_or_default()
    }
}

/// A new message id.
pub(super) fn new_id(randomness: &mut dyn Randomness) -> MessageId {
    let mut bytes = [0; 16];
    randomness.fill(&mut bytes);
    MessageId::from_bytes(bytes)
}
