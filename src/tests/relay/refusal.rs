//! What the switchboard refuses.

use veiligchat::{
    client::Remark,
    domain::{
        conversation::{Envelope, Header, Kind},
        ids::{ConnectionId, Epoch, MessageId, SeatId, Seq},
        secret::{Share, Token},
    },
    protocol::{
        Credential, DeskPush, DutyWish, ENVELOPE_LIMIT, Entry, Follow, Leave, Leaving, Placed,
        Refusal, SealEpoch, VisitorAnswer, VisitorPush, VisitorSend, WorkerSend,
    },
    service::{follow::follow_visitor, switchboard::Failure},
};

use crate::stage::{House, MAX_ASKS, MINUTE, SECOND, Visitor, Worker, on_duty};

fn envelope(epoch: u32, seat: SeatId) -> Envelope {
    let message = MessageId::from_bytes([9; 16]);
    let header = Header { message, epoch: Epoch(epoch), seat, number: 0, kind: Kind::Message };
    Envelope { header, sealed: vec![1, 2, 3] }
}

fn refused<T>(answer: Result<T, Failure>) -> Option<Refusal> {
    answer.err().map(|failure| failure.refusal())
}

/// Everything that takes a credential, with this one.
async fn every_call(house: &House, credential: &Credential) -> Vec<Option<Refusal>> {
    let switchboard = house.process().unwrap().switchboard().clone();
    let credential = || credential.clone();
    let connection = ConnectionId::from_bytes([1; 16]);
    let follow = Follow { credential: credential(), connection, after: Seq(0) };
    let answer = VisitorAnswer { credential: credential(), connection, seen: Seq(1) };
    let seal = SealEpoch { credential: credential(), epoch: Epoch(1), keys: Vec::new() };
    let send = VisitorSend { credential: credential(), envelope: envelope(1, SeatId::VISITOR) };
    vec![
        refused(follow_visitor(switchboard.clone(), follow).await),
        refused(switchboard.visitor_answer(answer).await),
        refused(switchboard.seal_epoch(seal).await),
        refused(switchboard.visitor_send(send).await),
        refused(switchboard.visitor_typing(&credential()).await),
    ]
}

#[tokio::test(start_paused = true)]
async fn a_wrong_token_is_refused_as_if_there_were_no_conversation() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let kim = house.visitor("Kim").await;
    let wrong = Credential { token: kim.credential().token, ..roos.credential() };
    let guessed = Credential { token: Token::from_bytes([3; 32]), ..roos.credential() };
    for credential in [wrong, guessed] {
        assert_eq!(every_call(&house, &credential).await, [Some(Refusal::Gone); 5]);
        let switchboard = house.process().unwrap().switchboard().clone();
        let leave = Leave { credential, how: Leaving::Goodbye };
        // The same as for a conversation that has ended.
        assert_eq!(switchboard.leave(leave).await, Ok(None));
    }
    assert!(roos.is_talking());
    roos.writes("hoi");
    house.until("nothing happened", || anna.reads(&roos) == ["hoi"]).await;
}

#[tokio::test(start_paused = true)]
async fn nobody_writes_from_a_seat_that_is_not_theirs() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let bram = house.worker("bram", 1).await;
    let switchboard = house.process().unwrap().switchboard().clone();

    let as_worker = VisitorSend { credential: roos.credential(), envelope: envelope(1, SeatId(1)) };
    assert_eq!(refused(switchboard.visitor_send(as_worker).await), Some(Refusal::NotSeated));

    let send =
        |seat| WorkerSend { version: 1, conversation: roos.id(), envelope: envelope(1, seat) };
    let as_visitor = switchboard.worker_send(anna.at_desk(), send(SeatId::VISITOR)).await;
    assert_eq!(refused(as_visitor), Some(Refusal::NotSeated));
    for seat in [SeatId::VISITOR, SeatId(1), SeatId(2)] {
        let as_stranger = switchboard.worker_send(bram.at_desk(), send(seat)).await;
        assert_eq!(refused(as_stranger), Some(Refusal::NotSeated));
    }
    let at_desk = bram.at_desk();
    let typing = switchboard.worker_typing(at_desk, roos.id()).await;
    let asking = switchboard.ask_key(at_desk, roos.id(), Epoch(1)).await;
    let ending = switchboard.dismiss(at_desk, roos.id()).await;
    assert_eq!(refused(typing), Some(Refusal::NotSeated));
    assert_eq!(refused(asking), Some(Refusal::NotSeated));
    assert_eq!(refused(ending), Some(Refusal::NotSeated));
    assert!(roos.is_talking());
}

#[tokio::test(start_paused = true)]
async fn an_envelope_that_no_message_can_fill_is_refused() {
    let house = House::open().await;
    let (roos, _anna) = house.conversation().await;
    let switchboard = house.process().unwrap().switchboard().clone();
    for (length, answer) in [(ENVELOPE_LIMIT, None), (ENVELOPE_LIMIT + 1, Some(Refusal::Malformed))]
    {
        let envelope = Envelope { sealed: vec![7; length], ..envelope(1, SeatId::VISITOR) };
        let send = VisitorSend { credential: roos.credential(), envelope };
        assert_eq!(refused(switchboard.visitor_send(send).await), answer, "{length} bytes");
    }
}

#[tokio::test(start_paused = true)]
async fn an_offer_to_one_worker_is_refused_to_another() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let roos = house.visitor("Roos").await;
    house.until("offered", || anna.is_offered(&roos)).await;
    let bram = house.worker("bram", 1).await;
    assert_eq!(bram.tries_to_accept(&roos).await, Err(Refusal::NotOffered));
    bram.wishes(DutyWish::Off).await.unwrap();
    assert_eq!(bram.wishes(DutyWish::Pause).await, Err(Refusal::NotOnDuty));
    for capacity in [0, 5] {
        assert_eq!(bram.wishes(on_duty(capacity)).await, Err(Refusal::Malformed));
    }
}

#[tokio::test(start_paused = true)]
async fn a_message_for_a_former_roster_is_sealed_anew_and_delivered_once() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    let calls_before = roos.look(|client| client.channel().cursor());
    roos.wire().holds_the_stream();
    anna.reloads_without_keys();
    anna.is_ready().await;
    roos.writes("hoi");
    house.pass(2 * SECOND).await;
    assert!(anna.reads(&roos).is_empty());

    roos.wire().releases_the_stream();
    house.until_within(MINUTE, "it arrives", || anna.reads(&roos) == ["hoi"]).await;
    house.pass(MINUTE).await;
    assert_eq!(anna.reads(&roos), ["hoi"]);
    assert_eq!(roos.words(), ["hoi"]);
    assert!(roos.cursor() > calls_before);
    assert!(!anna.remarks(&roos).contains(&Remark::Missing));
}

#[tokio::test(start_paused = true)]
async fn a_message_stored_under_a_former_roster_is_known_when_it_comes_again() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.wire().holds_the_stream();
    roos.wire().loses_answers();
    roos.writes("hoi");
    house.until("it arrives", || anna.reads(&roos) == ["hoi"]).await;
    anna.reloads_without_keys();
    anna.is_ready().await;
    house.pass(5 * SECOND).await;
    roos.wire().mends();
    house.until_within(MINUTE, "both can talk", || roos.is_talking()).await;
    house.pass(MINUTE).await;
    assert_eq!(roos.words(), ["hoi"]);
}

#[tokio::test(start_paused = true)]
async fn what_is_stored_is_known_also_once_the_roster_has_changed() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    roos.writes("hoi");
    house.until("it arrives", || anna.reads(&roos) == ["hoi"]).await;
    let (stored, envelope) = last_envelope(&anna);
    anna.reloads_without_keys();
    anna.is_ready().await;

    let switchboard = house.process().unwrap().switchboard().clone();
    let mut other = envelope.clone();
    other.sealed.push(0);
    let again = VisitorSend { credential: roos.credential(), envelope };
    assert_eq!(switchboard.visitor_send(again).await.map(|stored| stored.seq), Ok(stored));
    let other = VisitorSend { credential: roos.credential(), envelope: other };
    assert_eq!(refused(switchboard.visitor_send(other).await), Some(Refusal::StaleEpoch));
}

/// The envelope that a worker's page was told last, and its place.
fn last_envelope(worker: &Worker) -> (Seq, Envelope) {
    let envelopes = worker.told().into_iter().filter_map(|push| match push {
        DeskPush::Entry(_, Placed { seq, entry: Entry::Envelope(envelope), .. }) => {
            Some((seq, envelope))
        }
        _ => None,
    });
    envelopes.last().unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_key_that_never_opens_is_asked_for_three_times_and_then_both_know() {
    let house = House::open().await;
    let (roos, anna) = house.conversation().await;
    // The server presents another key than the worker's own.
    let other = house.shift_key_of_nobody(&Share::from_bytes([5; 32]));
    let switchboard = house.process().unwrap().switchboard().clone();
    switchboard.rekey(anna.at_desk(), &other).await.unwrap();
    let knows = |remarks: &[Remark]| remarks.contains(&Remark::Unreadable);
    house
        .until_within(MINUTE, "both know", || knows(&roos.remarks()) && knows(&anna.remarks(&roos)))
        .await;
    house.pass(MINUTE).await;
    let asked = asks(&roos);
    assert_eq!(asked, usize::from(MAX_ASKS));
    let refusal = switchboard.ask_key(anna.at_desk(), roos.id(), Epoch(2)).await;
    assert_eq!(refused(refusal), Some(Refusal::AskedTooOften));
}

fn asks(visitor: &Visitor) -> usize {
    let told = visitor.told();
    let asks = told.iter().filter(|push| {
        matches!(push, VisitorPush::Entry(placed) if matches!(placed.entry, Entry::KeyAsked { .. }))
    });
    asks.count()
}
