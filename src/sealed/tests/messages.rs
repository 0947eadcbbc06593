//! Messages between two sides that both hold the key.

use proptest::prelude::*;

use super::*;
use crate::sealed::{SealError, padding::BLOCK};

/// Nonce, one padded block, tag.
const SMALLEST: usize = 24 + BLOCK + 16;

#[test]
fn both_sides_read_what_either_side_writes() {
    let (mut visitor, mut anna, _) = seated();

    let question = from_visitor(visitor.as_mut(), EPOCH, "Mag ik iets vragen? 🙂");
    let answer = from_desk(anna.as_mut(), ANNA, EPOCH, "Natuurlijk.");

    for (envelope, text) in [(question, "Mag ik iets vragen? 🙂"), (answer, "Natuurlijk.")] {
        assert_eq!(anna.open(CONVERSATION, &envelope).unwrap(), text.as_bytes());
        assert_eq!(visitor.open(&envelope).unwrap(), text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_text_comes_through_and_shows_its_length_only_in_blocks(
        text in prop::collection::vec(any::<u8>(), 0..20_000),
    ) {
        let (mut visitor, anna, _) = seated();
        let header = header(SeatId::VISITOR, EPOCH);

        let sealed = visitor.seal(&header, &text).unwrap();

        prop_assert_eq!((sealed.len() - 40) % BLOCK, 0);
        let envelope = Envelope { header, sealed };
        prop_assert_eq!(anna.open(CONVERSATION, &envelope), Ok(text));
    }
}

#[test]
fn short_texts_are_all_of_one_size() {
    let (mut visitor, _, _) = seated();

    for text in ["", "ja", &"n".repeat(252)] {
        assert_eq!(from_visitor(visitor.as_mut(), EPOCH, text).sealed.len(), SMALLEST);
    }
    assert_eq!(
        from_visitor(visitor.as_mut(), EPOCH, &"n".repeat(253)).sealed.len(),
        SMALLEST + BLOCK
    );
}

#[test]
fn the_same_text_is_sealed_differently_each_time() {
    let (mut visitor, _, _) = seated();

    assert_ne!(
        from_visitor(visitor.as_mut(), EPOCH, "ja").sealed,
        from_visitor(visitor.as_mut(), EPOCH, "ja").sealed
    );
}

#[test]
fn every_flipped_bit_is_refused() {
    let (mut visitor, anna, _) = seated();
    let envelope = from_visitor(visitor.as_mut(), EPOCH, "help");

    for bit in 0..envelope.sealed.len() * 8 {
        let mut flipped = envelope.clone();
        flipped.sealed[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(anna.open(CONVERSATION, &flipped), Err(SealError::Refused), "bit {bit}");
    }
}

#[test]
fn every_shortened_envelope_is_refused() {
    let (mut visitor, anna, _) = seated();
    let envelope = from_visitor(visitor.as_mut(), EPOCH, "help");

    for length in 0..envelope.sealed.len() {
        let mut short = envelope.clone();
        short.sealed.truncate(length);
        let error = anna.open(CONVERSATION, &short).unwrap_err();
        let expected = if length < 40 { SealError::Malformed } else { SealError::Refused };
        assert_eq!(error, expected, "{length} bytes");
    }
}

#[test]
fn another_outside_is_refused() {
    let (mut visitor, mut anna, roster) = seated();
    // Both sides hold a second epoch, so that only the seal can tell the epochs apart.
    let keys = visitor.seal_key(EPOCH.next(), &roster).unwrap();
    anna.take_key(CONVERSATION, EPOCH.next(), &roster, &keys[0]).unwrap();
    let envelope = from_visitor(visitor.as_mut(), EPOCH, "help");
    let right = envelope.header;

    let wrong = [
        ("message", Header { message: MessageId::from_bytes([8; 16]), ..right }),
        ("epoch", Header { epoch: EPOCH.next(), ..right }),
        ("seat", Header { seat: ANNA, ..right }),
        ("seat that is not there", Header { seat: BRAM, ..right }),
        ("number", Header { number: 13, ..right }),
        ("kind", Header { kind: Kind::Hello, ..right }),
    ];

    for (what, header) in wrong {
        let moved = Envelope { header, sealed: envelope.sealed.clone() };
        assert_eq!(anna.open(CONVERSATION, &moved), Err(SealError::Refused), "{what}");
        assert_eq!(visitor.open(&moved), Err(SealError::Refused), "{what}");
    }
}

#[test]
fn an_envelope_of_another_conversation_is_refused() {
    let (_, mut anna, roster) = seated();
    let mut other = visitor_in(OTHER_CONVERSATION, &share(1), 5);
    let keys = other.seal_key(EPOCH, &roster).unwrap();
    anna.take_key(OTHER_CONVERSATION, EPOCH, &roster, &keys[0]).unwrap();

    let envelope = from_visitor(other.as_mut(), EPOCH, "help");

    assert_eq!(anna.open(OTHER_CONVERSATION, &envelope).unwrap(), b"help");
    assert_eq!(anna.open(CONVERSATION, &envelope), Err(SealError::Refused));
}

#[test]
fn nobody_writes_from_the_seat_of_somebody_else() {
    let (mut visitor, mut anna, _) = seated();

    assert_eq!(visitor.seal(&header(ANNA, EPOCH), b"x"), Err(SealError::Refused));
    for seat in [SeatId::VISITOR, BRAM] {
        assert_eq!(anna.seal(CONVERSATION, &header(seat, EPOCH), b"x"), Err(SealError::Refused));
    }
}

#[test]
fn without_the_epoch_key_nothing_is_sealed_or_opened() {
    let (mut visitor, mut anna, _) = seated();
    let mut envelope = from_visitor(visitor.as_mut(), EPOCH, "help");
    envelope.header.epoch = EPOCH.next();

    assert_eq!(anna.open(CONVERSATION, &envelope), Err(SealError::NoKey));
    assert_eq!(anna.open(OTHER_CONVERSATION, &envelope), Err(SealError::NoKey));
    assert_eq!(visitor.open(&envelope), Err(SealError::NoKey));
    assert_eq!(anna.seal(CONVERSATION, &header(ANNA, EPOCH.next()), b"x"), Err(SealError::NoKey));
}
