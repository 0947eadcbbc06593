//! Who may write, under which key.

use super::*;

#[test]
fn both_sides_write_once_the_key_is_sealed() {
    let mut talk = Talk::opened();
    let anna = talk.join(ANNA);
    assert_eq!(talk.send_now(SeatId::VISITOR), Err(ConversationRefusal::NotSealed));
    assert_eq!(talk.send_now(anna), Err(ConversationRefusal::NotSealed));

    talk.seal();
    for seat in [SeatId::VISITOR, anna] {
        let sent = ConversationEvent::Sent(envelope(seat, Epoch(1)));
        assert_eq!(talk.send_now(seat), Ok(sent));
    }
}

#[test]
fn nobody_writes_while_nobody_is_seated() {
    let mut talk = Talk::opened();
    assert_eq!(talk.send_now(SeatId::VISITOR), Err(ConversationRefusal::NotSealed));

    let anna = talk.join(ANNA);
    talk.seal();
    talk.remove(ANNA);
    talk.seal();
    assert_eq!(talk.send_now(SeatId::VISITOR), Err(ConversationRefusal::NotSealed));
    assert_eq!(talk.send_now(anna), Err(ConversationRefusal::NotSealed));
}

#[test]
fn what_was_sealed_for_another_roster_is_stale() {
    let mut talk = Talk::sealed_with(ANNA);
    talk.join(BRAM);
    talk.seal();
    for seat in [SeatId::VISITOR, SeatId(1)] {
        assert_eq!(talk.send(seat, Epoch(1)), Err(ConversationRefusal::StaleEpoch));
        assert_eq!(talk.send(seat, Epoch(3)), Err(ConversationRefusal::StaleEpoch));
        assert!(talk.send(seat, Epoch(2)).is_ok());
    }
}

#[test]
fn a_worker_who_was_removed_cannot_write() {
    let mut talk = Talk::sealed_with(ANNA);
    talk.join(BRAM);
    talk.seal();
    talk.remove(ANNA);
    talk.seal();

    assert_eq!(talk.send(SeatId(1), Epoch(2)), Err(ConversationRefusal::StaleEpoch));
    assert_eq!(talk.send_now(SeatId(1)), Err(ConversationRefusal::NotSeated));
    assert!(talk.send_now(SeatId(2)).is_ok());
}

#[test]
fn nobody_writes_under_anothers_seat() {
    let mut talk = Talk::sealed_with(ANNA);
    let bram = talk.join(BRAM);
    talk.seal();
    let forged = [(SeatId(1), bram), (SeatId::VISITOR, bram), (bram, SeatId::VISITOR)];
    for (sender, claimed) in forged {
        let refused = talk.conversation.send(sender, envelope(claimed, Epoch(2)));
        assert_eq!(refused, Err(ConversationRefusal::NotSeated));
    }
    assert_eq!(talk.send_now(SeatId(9)), Err(ConversationRefusal::NotSeated));
}
