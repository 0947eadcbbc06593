//! What a tab keeps over a reload, and what is gone after the end.

use super::*;
use crate::sealed::{SealError, padding::BLOCK};

#[test]
fn a_reloaded_visitor_recalls_what_the_tab_kept() {
    let kept = visitor(1).keep("draft", "Ik wil graag…".as_bytes()).unwrap();

    assert_eq!(visitor(2).recall("draft", &kept).unwrap(), "Ik wil graag…".as_bytes());
    assert_eq!(kept.len(), 24 + BLOCK + 16);
}

#[test]
fn what_a_visitor_kept_does_not_open_elsewhere() {
    let kept = visitor(1).keep("draft", b"Ik wil").unwrap();
    let secret = TabSecret::from_bytes([10; 32]);
    let other_secret = Visitor::new(&secret, &share(1), CONVERSATION, seeded(1));

    assert_eq!(visitor(1).recall("outbox", &kept), Err(SealError::Refused));
    for other in [
        visitor_in(CONVERSATION, &share(2), 1),
        visitor_in(OTHER_CONVERSATION, &share(1), 1),
        Box::new(other_secret),
    ] {
        assert_eq!(other.recall("draft", &kept), Err(SealError::Refused));
    }
}

#[test]
fn every_flipped_bit_of_something_kept_is_refused() {
    let kept = visitor(1).keep("draft", b"Ik wil").unwrap();
    let reloaded = visitor(2);

    for bit in 0..kept.len() * 8 {
        let mut flipped = kept.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(reloaded.recall("draft", &flipped), Err(SealError::Refused), "bit {bit}");
    }
    assert_eq!(reloaded.recall("draft", b"too short"), Err(SealError::Malformed));
}

#[test]
fn what_a_desk_kept_opens_only_in_its_session_conversation_and_use() {
    let mut anna = desk(2);
    let kept = anna.keep(CONVERSATION, "outbox", b"Hallo").unwrap();
    let other_session = Desk::new(&share(3), seeded(2));

    assert_eq!(anna.recall(CONVERSATION, "outbox", &kept).unwrap(), b"Hallo");
    assert_eq!(anna.recall(OTHER_CONVERSATION, "outbox", &kept), Err(SealError::Refused));
    assert_eq!(anna.recall(CONVERSATION, "draft", &kept), Err(SealError::Refused));
    assert_eq!(other_session.recall(CONVERSATION, "outbox", &kept), Err(SealError::Refused));
}

#[test]
fn a_restored_desk_opens_what_the_first_could() {
    let (mut visitor, mut anna, roster) = seated();
    let envelope = from_visitor(visitor.as_mut(), EPOCH, "help");
    let outbox = anna.keep(CONVERSATION, "outbox", b"Hallo").unwrap();
    let sealed_key = visitor.seal_key(EPOCH, &roster).unwrap().remove(0);
    let kept = anna.keep_shift_key().unwrap();

    let mut restored = Desk::restore(&share(2), &kept, seeded(9)).unwrap();

    assert_eq!(restored.public(), anna.public());
    assert!(!restored.has_key(CONVERSATION, EPOCH));
    restored.take_key(CONVERSATION, EPOCH, &roster, &sealed_key).unwrap();
    assert!(restored.has_key(CONVERSATION, EPOCH));
    assert_eq!(restored.open(CONVERSATION, &envelope).unwrap(), b"help");
    assert_eq!(restored.recall(CONVERSATION, "outbox", &outbox).unwrap(), b"Hallo");
}

#[test]
fn a_shift_key_is_not_restored_in_another_session_or_from_something_else() {
    let mut anna = desk(2);
    let kept = anna.keep_shift_key().unwrap();
    let outbox = anna.keep(CONVERSATION, "outbox", &[0; 32]).unwrap();
    let error = |share: &Share, kept: &[u8]| Desk::restore(share, kept, seeded(1)).err();

    assert_eq!(error(&share(3), &kept), Some(SealError::Refused));
    assert_eq!(error(&share(2), &outbox), Some(SealError::Refused));
    assert_eq!(error(&share(2), &kept[1..]), Some(SealError::Refused));
    assert_eq!(error(&share(2), &[]), Some(SealError::Malformed));
}

#[test]
fn every_desk_has_a_shift_key_of_its_own() {
    assert_ne!(desk(2).public(), desk(3).public());
}

#[test]
fn a_wiped_visitor_has_no_keys() {
    let (mut visitor, _, roster) = seated();
    let envelope = from_visitor(visitor.as_mut(), EPOCH, "help");
    let kept = visitor.keep("draft", b"Ik wil").unwrap();

    visitor.wipe();

    assert_eq!(visitor.open(&envelope), Err(SealError::NoKey));
    assert_eq!(visitor.seal(&envelope.header, b"x"), Err(SealError::NoKey));
    assert_eq!(visitor.recall("draft", &kept), Err(SealError::NoKey));
    assert_eq!(visitor.keep("draft", b"x"), Err(SealError::NoKey));
    assert_eq!(visitor.enter(EPOCH, &roster), Err(SealError::NoKey));
    assert_eq!(visitor.seal_key(EPOCH, &roster), Err(SealError::NoKey));
}

#[test]
fn a_desk_forgets_one_conversation_or_everything() {
    let (mut visitor, mut anna, roster) = seated();
    let envelope = from_visitor(visitor.as_mut(), EPOCH, "help");
    let sealed_key = visitor.seal_key(EPOCH, &roster).unwrap().remove(0);
    let mut other = visitor_in(OTHER_CONVERSATION, &share(1), 5);
    let other_key = other.seal_key(EPOCH, &roster).unwrap().remove(0);
    anna.take_key(OTHER_CONVERSATION, EPOCH, &roster, &other_key).unwrap();

    anna.forget(CONVERSATION);
    assert_eq!(anna.open(CONVERSATION, &envelope), Err(SealError::NoKey));
    assert!(anna.has_key(OTHER_CONVERSATION, EPOCH));

    anna.wipe();
    assert!(!anna.has_key(OTHER_CONVERSATION, EPOCH));
    assert_eq!(anna.take_key(CONVERSATION, EPOCH, &roster, &sealed_key), Err(SealError::NoKey));
    assert_eq!(anna.keep_shift_key(), Err(SealError::NoKey));
    assert_eq!(anna.keep(CONVERSATION, "outbox", b"x"), Err(SealError::NoKey));
}
