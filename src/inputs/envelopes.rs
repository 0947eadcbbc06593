//! Sealed bytes of every kind. Nothing that anybody makes without the keys may open.

use super::choice;
use crate::{
    domain::{
        conversation::{Envelope, Header, Kind, Roster, SealedKey, Seat},
        ids::{ConversationId, Epoch, MessageId, RegionId, SeatId, StaffId},
        secret::Share,
    },
    sealed::{Desk, DeskSeal, Randomness, TabSecret, Visitor, VisitorSeal},
};

const CONVERSATION: ConversationId = ConversationId::from_bytes([3; 16]);
const EPOCH: Epoch = Epoch(1);
const ANNA: SeatId = SeatId(1);

/// Always the same bytes: an input that was found does the same again.
pub(super) struct Same;

impl Randomness for Same {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(5);
    }
}

/// The first byte says which kind, the rest is what was sealed.
pub fn envelopes(bytes: &[u8]) {
    let (which, sealed) = choice(bytes);
    let share = Share::from_bytes([2; 32]);
    let secret = TabSecret::from_bytes([9; 32]);
    let mut visitor = Visitor::new(&secret, &share, CONVERSATION, Box::new(Same));
    match which % 4 {
        0 => {
            let header = Header {
                message: MessageId::from_bytes([7; 16]),
                epoch: EPOCH,
                seat: SeatId::VISITOR,
                number: 0,
                kind: Kind::Message,
            };
            visitor.enter(EPOCH, &Roster::default()).expect("nobody is a roster");
            assert!(visitor.open(&Envelope { header, sealed: sealed.to_vec() }).is_err());
        }
        1 => assert!(visitor.recall("visitor", sealed).is_err()),
        2 => assert!(Desk::restore(&share, sealed, Box::new(Same)).is_err()),
        _ => {
            let mut desk = Desk::new(&share, Box::new(Same));
            let roster = Roster(vec![Seat {
                id: ANNA,
                staff: StaffId(1),
                name: "Anna".to_owned(),
                region: RegionId(9),
                region_name: "Utrecht".to_owned(),
                key: desk.public(),
            }]);
            let key = SealedKey { seat: ANNA, bytes: sealed.to_vec() };
            assert!(desk.take_key(CONVERSATION, EPOCH, &roster, &key).is_err());
        }
    }
}
