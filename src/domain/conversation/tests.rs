//! Seats, epochs, keys and envelopes of one conversation.

mod histories;
mod keys;
mod reading_back;
mod seats;
mod writing;

use super::*;
use crate::domain::{ids::MessageId, moment::Moment, recorded::Recorded};

const ANNA: StaffId = StaffId(1);
const BRAM: StaffId = StaffId(2);

/// A conversation and the stream that it was made from.
struct Talk {
    conversation: Conversation,
    stream: Vec<Recorded<ConversationEvent>>,
}

impl Talk {
    /// The visitor signed up, nobody is seated.
    fn opened() -> Self {
        let item = ConversationEvent::Opened {
            region: RegionId(1),
            token: TokenHash::from_bytes([1; 32]),
            share: Share::from_bytes([2; 32]),
        };
        let first = Recorded { seq: Seq(1), at: Moment::from_millis(0), item };
        let conversation = Conversation::open(&first).expect("the first entry opens it");
        Self { conversation, stream: vec![first] }
    }

    /// This worker is seated and the visitor has sealed the key.
    fn sealed_with(worker: StaffId) -> Self {
        let mut talk = Self::opened();
        talk.join(worker);
        talk.seal();
        talk
    }

    fn record(&mut self, events: Vec<ConversationEvent>) {
        for item in events {
            let seq = self.conversation.seq().next();
            let recorded = Recorded { seq, at: Moment::from_millis(0), item };
            self.conversation.apply(&recorded);
            self.stream.push(recorded);
        }
    }

    fn join(&mut self, worker: StaffId) -> SeatId {
        self.join_with(worker, shift_key(1))
    }

    fn join_with(&mut self, worker: StaffId, key: ShiftPublic) -> SeatId {
        self.record(self.conversation.with_seat(new_seat(worker, key)));
        self.conversation.roster().seat_of(worker).expect("seated").id
    }

    fn remove(&mut self, worker: StaffId) {
        self.record(self.conversation.without_seat(worker));
    }

    /// One well-formed key for each seat of the roster.
    fn fitting_keys(&self) -> Vec<SealedKey> {
        self.conversation.roster().0.iter().map(|seat| sealed_key(seat.id)).collect()
    }

    /// The visitor's page seals the key of the current roster.
    fn seal(&mut self) -> Vec<ConversationEvent> {
        let events = self
            .conversation
            .seal(self.conversation.epoch(), self.fitting_keys())
            .expect("the keys fit");
        self.record(events.clone());
        events
    }

    fn ask_key(&mut self, worker: StaffId) -> Result<(), ConversationRefusal> {
        let events = self.conversation.ask_key(self.conversation.epoch(), worker)?;
        self.record(events);
        Ok(())
    }

    /// What the server says to an envelope that this seat sealed in this epoch.
    fn send(&self, seat: SeatId, epoch: Epoch) -> Result<ConversationEvent, ConversationRefusal> {
        self.conversation.send(seat, envelope(seat, epoch))
    }

    fn send_now(&self, seat: SeatId) -> Result<ConversationEvent, ConversationRefusal> {
        self.send(seat, self.conversation.epoch())
    }
}

fn shift_key(byte: u8) -> ShiftPublic {
    ShiftPublic::from_bytes(vec![byte; ShiftPublic::LENGTH]).expect("the right length")
}

fn new_seat(staff: StaffId, key: ShiftPublic) -> NewSeat {
    NewSeat {
        staff,
        name: "Anna".to_owned(),
        region: RegionId(1),
        region_name: "Utrecht".to_owned(),
        key,
    }
}

fn sealed_key(seat: SeatId) -> SealedKey {
    SealedKey { seat, bytes: vec![9; SealedKey::LENGTH] }
}

fn envelope(seat: SeatId, epoch: Epoch) -> Envelope {
    let message = MessageId::from_bytes([3; 16]);
    let header = Header { message, epoch, seat, number: 1, kind: Kind::Message };
    Envelope { header, sealed: vec![4; 300] }
}
