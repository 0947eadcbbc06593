//! The body of every server function, as its decoder takes it, and what the rules of a conversation
//! make of what visitors and workers send into one.

use std::fmt::Debug;

use serde::{Serialize, de::DeserializeOwned};

use super::{choice, done};
use crate::{
    domain::{
        conversation::{Conversation, ConversationEvent, NewSeat, SealedKey, ShiftPublic},
        ids::{Epoch, RegionId, SeatId, Seq, StaffId},
        moment::Moment,
        recorded::Recorded,
        secret::{Share, TokenHash},
        work::{PARTS, Solution},
    },
    protocol::{
        Accept, AllowReadingBack, AskAdvices, AskKey, DeskAnswer, DeskFollow, EndConversation,
        Evaluate, Follow, Leave, ListReplies, Reading, RegisterAdvice, RegisterKey, RemoveReply,
        Reply, SaveReply, SealEpoch, SetDuty, SignUp, Transfer, Unlock, VisitorAnswer, VisitorSend,
        VisitorTyping, WaiveAdvice, WorkerSend, WorkerTyping,
    },
};

const ANNA: StaffId = StaffId(1);

/// The first byte says which function, the rest is the body.
pub fn requests(bytes: &[u8]) {
    let (which, body) = choice(bytes);
    match which {
        0 => done(read::<SignUp>(body)),
        1 => done(read::<Follow>(body)),
        2 => done(read::<VisitorAnswer>(body)),
        3 => done(read::<VisitorTyping>(body)),
        4 => done(read::<Reply>(body)),
        5 => done(read::<Leave>(body)),
        6 => done(read::<Evaluate>(body)),
        7 => done(read::<DeskFollow>(body)),
        8 => done(read::<DeskAnswer>(body)),
        9 => done(read::<RegisterKey>(body)),
        10 => done(read::<SetDuty>(body)),
        11 => done(read::<Accept>(body)),
        12 => done(read::<WorkerTyping>(body)),
        13 => done(read::<Reading>(body)),
        14 => done(read::<Transfer>(body)),
        15 => done(read::<EndConversation>(body)),
        16 => done(read::<Unlock>(body)),
        17 => done(read::<AskAdvices>(body)),
        18 => done(read::<RegisterAdvice>(body)),
        19 => done(read::<WaiveAdvice>(body)),
        20 => done(read::<ListReplies>(body)),
        21 => done(read::<RemoveReply>(body)),
        // Its words are judged as they are read.
        22 => done(read::<SaveReply>(body)),
        _ => into_a_conversation(which, body),
    }
}

/// What a browser says to have worked out: as the server reads it, and as the page reads its worker.
pub fn work(bytes: &[u8]) {
    let Some(solution) = read::<Solution>(bytes) else { return };
    // Whoever asks for nothing gets by with anything; our own challenges ask for something.
    done(solution.is_right());
    let mut answers = [0; 4 * PARTS];
    for (place, answer) in answers.chunks_exact_mut(4).zip(solution.answers) {
        place.copy_from_slice(&answer.to_be_bytes());
    }
    assert_eq!(Solution::from_solver(solution.challenge, &answers), solution);
}

/// What was read is written and read as the same.
fn read<T: Serialize + DeserializeOwned + PartialEq + Debug>(body: &[u8]) -> Option<T> {
    let read: T = postcard::from_bytes(body).ok()?;
    let written = postcard::to_allocvec(&read).expect("what was read can be written");
    assert_eq!(postcard::from_bytes::<T>(&written).as_ref(), Ok(&read));
    Some(read)
}

fn into_a_conversation(which: u8, body: &[u8]) {
    let mut talk = sealed();
    let decided = match which % 5 {
        0 => read::<VisitorSend>(body)
            .map(|request| talk.send(SeatId::VISITOR, request.envelope).map(|event| vec![event])),
        1 => read::<WorkerSend>(body)
            .map(|request| talk.send(SeatId(1), request.envelope).map(|event| vec![event])),
        2 => read::<SealEpoch>(body).map(|request| talk.seal(request.epoch, request.keys)),
        3 => read::<AllowReadingBack>(body)
            .map(|request| talk.give_earlier(request.epoch, request.seat, request.keys)),
        _ => read::<AskKey>(body).map(|request| talk.ask_key(request.epoch, ANNA)),
    };
    for event in decided.and_then(Result::ok).into_iter().flatten() {
        record(&mut talk, event);
    }
}

/// A conversation with Anna, whose second epoch is sealed.
fn sealed() -> Conversation {
    let item = ConversationEvent::Opened {
        region: RegionId(1),
        token: TokenHash::from_bytes([1; 32]),
        share: Share::from_bytes([2; 32]),
    };
    let first = Recorded { seq: Seq(1), at: Moment::from_millis(0), item };
    let mut talk = Conversation::open(&first).expect("the first entry opens it");
    for key in 1..=2 {
        let new = NewSeat {
            staff: ANNA,
            name: "Anna".to_owned(),
            region: RegionId(1),
            region_name: "Utrecht".to_owned(),
            key: ShiftPublic::from_bytes(vec![key; ShiftPublic::LENGTH]).expect("its own length"),
        };
        for event in talk.with_seat(new) {
            record(&mut talk, event);
        }
        let keys = vec![SealedKey { seat: SeatId(1), bytes: vec![0; SealedKey::LENGTH] }];
        record(&mut talk, ConversationEvent::Sealed { epoch: Epoch(u32::from(key)), keys });
    }
    talk
}

fn record(talk: &mut Conversation, item: ConversationEvent) {
    let seq = talk.seq().next();
    talk.apply(&Recorded { seq, at: Moment::from_millis(0), item });
}
