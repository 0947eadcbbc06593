//! Earlier keys, for who may read back.

use super::*;
use crate::domain::conversation::EarlierKey;

fn earlier(of: Epoch, seat: SeatId) -> EarlierKey {
    EarlierKey { of, key: SealedKey { seat, bytes: vec![1; SealedKey::LENGTH] } }
}

/// Anna talked, Bram took over.
fn taken_over() -> (Talk, SeatId) {
    let mut talk = Talk::sealed_with(ANNA);
    talk.remove(ANNA);
    let seat = talk.join(BRAM);
    talk.seal();
    (talk, seat)
}

#[test]
fn a_seat_gets_an_earlier_key_once() {
    let (mut talk, seat) = taken_over();
    let keys = vec![earlier(Epoch(1), seat)];
    assert!(!talk.conversation.may_read(seat, Epoch(1)));
    let events = talk.conversation.give_earlier(Epoch(3), seat, keys.clone()).unwrap();
    let expected = ConversationEvent::EarlierSealed { epoch: Epoch(3), seat, keys: keys.clone() };
    assert_eq!(events, [expected]);
    talk.record(events);
    assert!(talk.conversation.may_read(seat, Epoch(1)));
    assert_eq!(talk.conversation.give_earlier(Epoch(3), seat, keys), Ok(vec![]));
}

#[test]
fn a_new_shift_key_has_to_be_given_the_earlier_keys_anew() {
    let (mut talk, seat) = taken_over();
    let keys = vec![earlier(Epoch(1), seat)];
    let events = talk.conversation.give_earlier(Epoch(3), seat, keys.clone()).unwrap();
    talk.record(events);
    talk.join_with(BRAM, shift_key(2));
    talk.seal();
    assert!(!talk.conversation.may_read(seat, Epoch(1)));
    assert!(!talk.conversation.give_earlier(Epoch(4), seat, keys).unwrap().is_empty());
}

#[test]
fn earlier_keys_that_do_not_fit_are_refused() {
    let (talk, seat) = taken_over();
    let give = |epoch, seat, keys| talk.conversation.give_earlier(epoch, seat, keys);
    let short = EarlierKey { of: Epoch(1), key: SealedKey { seat, bytes: vec![1; 10] } };
    let many = vec![earlier(Epoch(1), seat); Conversation::MAX_EARLIER_KEYS + 1];
    for keys in [
        vec![earlier(Epoch(3), seat)],
        vec![earlier(Epoch(2), seat)],
        vec![earlier(Epoch(0), seat)],
        vec![earlier(Epoch(1), SeatId(1))],
        vec![short],
        many,
    ] {
        assert_eq!(give(Epoch(3), seat, keys), Err(ConversationRefusal::WrongKeys));
    }
    let keys = || vec![earlier(Epoch(1), seat)];
    assert_eq!(give(Epoch(2), seat, keys()), Err(ConversationRefusal::StaleEpoch));
    assert_eq!(give(Epoch(3), SeatId(1), keys()), Err(ConversationRefusal::NotSeated));

    let mut unsealed = Talk::sealed_with(ANNA);
    unsealed.join(BRAM);
    let refused = unsealed.conversation.give_earlier(Epoch(2), seat, keys());
    assert_eq!(refused, Err(ConversationRefusal::NotSealed));
}
