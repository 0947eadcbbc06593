//! Who sits where, in which epoch.

use super::*;

#[test]
fn only_an_opening_entry_opens_a_conversation() {
    let talk = Talk::sealed_with(ANNA);
    assert_eq!(Conversation::open(&talk.stream[1]), None);
}

#[test]
fn a_new_conversation_has_nobody_in_it() {
    let talk = Talk::opened();
    assert_eq!(talk.conversation.epoch(), Epoch(0));
    assert_eq!(talk.conversation.roster(), &Roster::default());
    assert!(!talk.conversation.is_sealed());
}

#[test]
fn every_change_of_the_roster_starts_an_epoch_that_has_to_be_sealed() {
    let mut talk = Talk::sealed_with(ANNA);
    assert_eq!(talk.conversation.epoch(), Epoch(1));
    assert!(talk.conversation.is_sealed());

    talk.join(BRAM);
    assert_eq!(talk.conversation.epoch(), Epoch(2));
    assert!(!talk.conversation.is_sealed());
    talk.seal();
    assert!(talk.conversation.is_sealed());
    talk.remove(ANNA);
    assert_eq!(talk.conversation.epoch(), Epoch(3));
    assert!(!talk.conversation.is_sealed());
}

#[test]
fn a_seat_is_never_used_again() {
    let mut talk = Talk::opened();
    assert_eq!(talk.join(ANNA), SeatId(1));
    talk.remove(ANNA);
    assert_eq!(talk.join(BRAM), SeatId(2));
    talk.remove(BRAM);
    assert_eq!(talk.join(ANNA), SeatId(3));
}

#[test]
fn a_new_shift_key_keeps_the_seat_and_starts_an_epoch() {
    let mut talk = Talk::sealed_with(ANNA);
    assert_eq!(talk.join_with(ANNA, shift_key(2)), SeatId(1));

    assert_eq!(talk.conversation.epoch(), Epoch(2));
    assert_eq!(talk.conversation.roster().0.len(), 1);
    assert_eq!(talk.conversation.roster().0[0].key, shift_key(2));
    assert!(!talk.conversation.is_sealed());
}

#[test]
fn seating_who_is_seated_and_removing_who_is_not_changes_nothing() {
    let talk = Talk::sealed_with(ANNA);
    assert_eq!(talk.conversation.with_seat(new_seat(ANNA, shift_key(1))), []);
    assert_eq!(talk.conversation.without_seat(BRAM), []);
}

#[test]
fn a_seat_is_known_by_epoch_to_whom_it_belonged_then() {
    let mut talk = Talk::sealed_with(ANNA);
    let bram = talk.join(BRAM);
    talk.remove(ANNA);
    let seat_in = |epoch, staff| talk.conversation.seat_in(Epoch(epoch), staff);

    assert_eq!(seat_in(1, ANNA), Some(SeatId(1)));
    assert_eq!(seat_in(1, BRAM), None, "Bram was not there yet");
    assert_eq!(seat_in(2, ANNA), Some(SeatId(1)));
    assert_eq!(seat_in(2, BRAM), Some(bram));
    assert_eq!(seat_in(3, ANNA), None, "Anna was not there any more");
    assert_eq!(seat_in(3, BRAM), Some(bram));
    assert_eq!(seat_in(0, ANNA), None);
    assert_eq!(seat_in(4, BRAM), None);
}

#[test]
fn secrets_and_contents_are_not_printed() {
    let mut talk = Talk::sealed_with(ANNA);
    talk.record(vec![talk.send_now(SeatId::VISITOR).unwrap()]);
    let printed = format!("{:?} {:?}", talk.conversation, talk.stream);
    for secret in ["[1, 1", "[2, 2", "[3, 3", "[4, 4", "[9, 9"] {
        assert!(!printed.contains(secret), "{secret} is in {printed}");
    }
}

#[test]
fn a_shift_key_has_one_length() {
    assert!(ShiftPublic::from_bytes(vec![0; ShiftPublic::LENGTH - 1]).is_none());
    assert!(ShiftPublic::from_bytes(vec![0; ShiftPublic::LENGTH + 1]).is_none());
    let short: ShiftPublic = postcard::from_bytes(&[2, 0, 0]).unwrap();
    assert!(!short.is_well_formed());
    assert!(shift_key(1).is_well_formed());
}
