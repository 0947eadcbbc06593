//! Both sides of a conversation, without a browser: what opens, and above all what does not.

mod epochs;
mod kept;
mod known_answers;
#[cfg(target_os = "linux")]
mod memory;
mod messages;
mod rfc9180;
mod wycheproof;

use sha2::{Digest, Sha256};

use super::{Desk, DeskSeal, Randomness, TabSecret, Visitor, VisitorSeal, stack::wipe_stack};
use crate::domain::{
    conversation::{Envelope, Header, Kind, Roster, Seat},
    ids::{ConversationId, Epoch, MessageId, RegionId, SeatId, StaffId},
    secret::Share,
};

const CONVERSATION: ConversationId = ConversationId::from_bytes([3; 16]);
const OTHER_CONVERSATION: ConversationId = ConversationId::from_bytes([4; 16]);
const EPOCH: Epoch = Epoch(1);
const ANNA: SeatId = SeatId(1);
const BRAM: SeatId = SeatId(2);

/// The same bytes in every run, other ones for every seed.
struct Seeded {
    seed: u64,
    count: u64,
}

impl Randomness for Seeded {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            self.count += 1;
            let block =
                Sha256::digest([self.seed.to_be_bytes(), self.count.to_be_bytes()].concat());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}

fn seeded(seed: u64) -> Box<dyn Randomness> {
    Box::new(Seeded { seed, count: 0 })
}

fn share(byte: u8) -> Share {
    Share::from_bytes([byte; 32])
}

/// A visitor's tab of the conversation; `seed` is only for what is random anew.
fn visitor(seed: u64) -> Box<dyn VisitorSeal> {
    visitor_in(CONVERSATION, &share(1), seed)
}

fn visitor_in(conversation: ConversationId, share: &Share, seed: u64) -> Box<dyn VisitorSeal> {
    let secret = TabSecret::from_bytes([9; 32]);
    Box::new(Visitor::new(&secret, share, conversation, seeded(seed)))
}

/// A desk tab with the shift key that follows from `seed`.
fn desk(seed: u64) -> Box<dyn DeskSeal> {
    Box::new(Desk::new(&share(2), seeded(seed)))
}

fn seat(id: SeatId, name: &str, desk: &dyn DeskSeal) -> Seat {
    Seat {
        id,
        staff: StaffId(0),
        name: name.to_owned(),
        region: RegionId(9),
        region_name: "Utrecht".to_owned(),
        key: desk.public(),
    }
}

/// A visitor and Anna in the first epoch, both with the key.
fn seated() -> (Box<dyn VisitorSeal>, Box<dyn DeskSeal>, Roster) {
    let (mut visitor, mut anna) = (visitor(1), desk(2));
    let roster = Roster(vec![seat(ANNA, "Anna", anna.as_ref())]);
    let keys = visitor.seal_key(EPOCH, &roster).unwrap();
    anna.take_key(CONVERSATION, EPOCH, &roster, &keys[0]).unwrap();
    (visitor, anna, roster)
}

fn header(seat: SeatId, epoch: Epoch) -> Header {
    Header { message: MessageId::from_bytes([7; 16]), epoch, seat, number: 12, kind: Kind::Message }
}

fn from_visitor(visitor: &mut dyn VisitorSeal, epoch: Epoch, text: &str) -> Envelope {
    let header = header(SeatId::VISITOR, epoch);
    Envelope { header, sealed: visitor.seal(&header, text.as_bytes()).unwrap() }
}

fn from_desk(desk: &mut dyn DeskSeal, seat: SeatId, epoch: Epoch, text: &str) -> Envelope {
    let header = header(seat, epoch);
    let sealed = desk.seal(CONVERSATION, &header, text.as_bytes()).unwrap();
    Envelope { header, sealed }
}
