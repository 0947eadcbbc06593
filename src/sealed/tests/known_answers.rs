//! Answers that others computed: the X-Wing vectors of its draft, and our own formats written a
//! second time in another language.

use std::collections::HashMap;

use hpke::{Deserializable, Kem, Serializable, kem::XWing};

use super::*;
use crate::{
    domain::conversation::{SealedKey, ShiftPublic},
    sealed::{binding::Binding, key::Key, randomness::Source, shift::ShiftKey},
};

const X_WING: &str = include_str!("../vectors/x_wing.txt");
const OURS: &str = include_str!("../vectors/known_answers.txt");

/// The answers in a file: lines of a name and hexadecimal bytes, an empty line between two.
pub(super) fn answers(file: &str) -> Vec<HashMap<&str, Vec<u8>>> {
    file.split("\n\n").skip(1).map(|block| block.lines().map(answer).collect()).collect()
}

fn answer(line: &str) -> (&str, Vec<u8>) {
    let (name, hexadecimal) = line.split_once(' ').unwrap();
    let byte = |place: usize| u8::from_str_radix(&hexadecimal[place..place + 2], 16).unwrap();
    (name, (0..hexadecimal.len()).step_by(2).map(byte).collect())
}

/// Gives out these bytes, once.
pub(super) struct Fixed(pub(super) Vec<u8>);

impl Randomness for Fixed {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.copy_from_slice(&self.0.drain(..bytes.len()).collect::<Vec<_>>());
    }
}

#[test]
fn x_wing_gives_the_answers_of_its_draft() {
    let vectors = answers(X_WING);
    assert_eq!(vectors.len(), 3);

    for vector in vectors {
        let shift = ShiftKey::new(&mut Fixed(vector["sk"].clone()));
        assert_eq!(shift.public().as_bytes(), vector["pk"]);

        let public = <XWing as Kem>::PublicKey::from_bytes(&vector["pk"]).unwrap();
        let mut randomness = Fixed(vector["eseed"].clone());
        let (secret, encapsulated) =
            XWing::encap_with_rng(&public, None, &mut Source(&mut randomness)).unwrap();
        assert_eq!(secret.0.as_slice(), vector["ss"]);
        assert_eq!(encapsulated.to_bytes().as_slice(), vector["ct"]);

        let private = <XWing as Kem>::PrivateKey::from_bytes(shift.seed().as_bytes()).unwrap();
        let opened = XWing::decap(&private, None, &encapsulated).unwrap();
        assert_eq!(opened.0.as_slice(), vector["ss"]);
    }
}

/// The visitor and the worker of `known_answers.py`.
fn sides(vector: &HashMap<&str, Vec<u8>>) -> (Visitor, Desk, Roster, ConversationId) {
    let conversation = ConversationId::from_bytes([0x33; 16]);
    let tab_secret = TabSecret::from_bytes([0x11; 32]);
    // The nonce of the envelope, then of what is kept.
    let randomness = Box::new(Fixed(vec![0x55; 48]));
    let visitor =
        Visitor::new(&tab_secret, &Share::from_bytes([0x22; 32]), conversation, randomness);
    let desk = Desk::new(&share(2), Box::new(Fixed(vector["sk"].clone())));
    let roster = Roster(vec![Seat {
        id: SeatId(3),
        staff: StaffId(1),
        name: "Anna".to_owned(),
        region: RegionId(9),
        region_name: "Fryslân".to_owned(),
        key: ShiftPublic::from_bytes(vector["pk"].clone()).unwrap(),
    }]);
    (visitor, desk, roster, conversation)
}

#[test]
fn our_formats_are_what_their_second_implementation_makes() {
    let x_wing = answers(X_WING).remove(0);
    let ours = answers(OURS).remove(0);
    let (mut visitor, mut desk, roster, conversation) = sides(&x_wing);
    let epoch = Epoch(7);

    let sealed_key = SealedKey { seat: SeatId(3), bytes: ours["sealed_key"].clone() };
    desk.take_key(conversation, epoch, &roster, &sealed_key).unwrap();
    let header = Header {
        message: MessageId::from_bytes([0x44; 16]),
        epoch,
        seat: SeatId(3),
        number: 5,
        kind: Kind::Message,
    };
    let envelope = Envelope { header, sealed: ours["envelope"].clone() };
    visitor.enter(epoch, &roster).unwrap();

    assert_eq!(visitor.roster_hash(&roster).unwrap().0.as_slice(), ours["roster"]);
    assert_eq!(desk.open(conversation, &envelope).unwrap(), b"Goedemiddag");
    assert_eq!(visitor.open(&envelope).unwrap(), b"Goedemiddag");
    assert_eq!(visitor.recall("draft", &ours["kept"]).unwrap(), b"Ik wil");
    assert_eq!(visitor.keep("draft", b"Ik wil").unwrap(), ours["kept"]);
}

#[test]
fn a_key_differs_with_its_salt_material_and_binding() {
    use crate::sealed::binding::Purpose;
    let key = |salt, material, purpose| {
        *Key::from_halves(&[salt; 32], &[material; 32], &Binding::new(purpose)).as_bytes()
    };
    let known = key(1, 1, Purpose::Root);

    for other in [key(2, 1, Purpose::Root), key(1, 2, Purpose::Root), key(1, 1, Purpose::Epoch)] {
        assert_ne!(known, other);
    }
}
