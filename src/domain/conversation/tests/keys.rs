//! Sealing the key of a roster, and asking for it again.

use super::*;

#[test]
fn sealing_twice_is_sealing_once() {
    let mut talk = Talk::opened();
    talk.join(ANNA);
    assert_eq!(talk.seal().len(), 1);
    assert_eq!(talk.seal(), []);
}

#[test]
fn a_key_for_another_epoch_is_stale() {
    let mut talk = Talk::opened();
    let seal = |talk: &Talk, epoch| talk.conversation.seal(Epoch(epoch), talk.fitting_keys());
    assert_eq!(seal(&talk, 0), Err(ConversationRefusal::StaleEpoch), "there is no roster yet");

    talk.join(ANNA);
    talk.join_with(ANNA, shift_key(2));
    assert_eq!(seal(&talk, 1), Err(ConversationRefusal::StaleEpoch));
    assert_eq!(seal(&talk, 3), Err(ConversationRefusal::StaleEpoch));
    assert!(seal(&talk, 2).is_ok());
}

#[test]
fn there_must_be_one_well_formed_key_for_each_seat_in_the_order_of_the_roster() {
    let mut talk = Talk::opened();
    let anna = sealed_key(talk.join(ANNA));
    let bram = sealed_key(talk.join(BRAM));
    let stranger = sealed_key(SeatId(9));
    let visitor = sealed_key(SeatId::VISITOR);
    let short = SealedKey { seat: bram.seat, bytes: vec![9; SealedKey::LENGTH - 1] };
    let long = SealedKey { seat: bram.seat, bytes: vec![9; SealedKey::LENGTH + 1] };
    let wrong = [
        vec![],
        vec![anna.clone()],
        vec![bram.clone(), anna.clone()],
        vec![anna.clone(), anna.clone()],
        vec![anna.clone(), stranger],
        vec![visitor, anna.clone(), bram.clone()],
        vec![anna.clone(), short],
        vec![anna.clone(), long],
    ];
    for keys in wrong {
        let refused = talk.conversation.seal(Epoch(2), keys);
        assert_eq!(refused, Err(ConversationRefusal::WrongKeys));
    }
    assert!(talk.conversation.seal(Epoch(2), vec![anna, bram]).is_ok());
}

#[test]
fn there_is_nothing_to_seal_when_nobody_is_seated() {
    let mut talk = Talk::sealed_with(ANNA);
    talk.remove(ANNA);
    assert_eq!(talk.seal(), []);
    assert!(!talk.conversation.is_sealed());
}

#[test]
fn a_key_is_asked_for_at_most_three_times_in_an_epoch() {
    let mut talk = Talk::sealed_with(ANNA);
    for _ in 0..3 {
        assert_eq!(talk.ask_key(ANNA), Ok(()));
        talk.seal();
    }
    assert_eq!(talk.ask_key(ANNA), Err(ConversationRefusal::AskedTooOften));

    talk.join(BRAM);
    talk.seal();
    assert_eq!(talk.ask_key(ANNA), Ok(()), "another epoch, another key");
}

#[test]
fn each_seat_has_its_own_three_times() {
    let mut talk = Talk::opened();
    talk.join(ANNA);
    talk.join(BRAM);
    talk.seal();
    for _ in 0..3 {
        talk.ask_key(ANNA).unwrap();
    }
    assert_eq!(talk.ask_key(ANNA), Err(ConversationRefusal::AskedTooOften));
    assert_eq!(talk.ask_key(BRAM), Ok(()));
}

#[test]
fn a_key_is_sealed_again_only_for_who_asked_and_once_for_each_time() {
    let mut talk = Talk::opened();
    talk.join(ANNA);
    let bram = talk.join(BRAM);
    talk.seal();
    talk.ask_key(BRAM).unwrap();

    let again = ConversationEvent::Sealed { epoch: Epoch(2), keys: vec![sealed_key(bram)] };
    assert_eq!(talk.seal(), [again]);
    assert_eq!(talk.seal(), []);
    assert!(talk.conversation.is_sealed());
}

#[test]
fn only_who_is_seated_asks_for_the_key_of_the_current_roster_and_only_once_it_is_sealed() {
    let mut talk = Talk::opened();
    let ask =
        |talk: &Talk, epoch, staff| talk.conversation.ask_key(Epoch(epoch), staff).unwrap_err();
    talk.join(ANNA);
    assert_eq!(ask(&talk, 1, ANNA), ConversationRefusal::NotSealed);
    talk.seal();
    assert_eq!(ask(&talk, 1, BRAM), ConversationRefusal::NotSeated);
    talk.join(BRAM);
    talk.seal();
    assert_eq!(ask(&talk, 1, ANNA), ConversationRefusal::StaleEpoch);
    talk.remove(ANNA);
    talk.seal();
    assert_eq!(ask(&talk, 3, ANNA), ConversationRefusal::NotSeated);
}

#[test]
fn a_question_from_an_epoch_before_is_not_answered_in_this_one() {
    let mut talk = Talk::sealed_with(ANNA);
    let late = talk.conversation.ask_key(Epoch(1), ANNA).unwrap();
    talk.join(BRAM);
    talk.seal();
    talk.record(late);
    assert_eq!(talk.seal(), []);
}
