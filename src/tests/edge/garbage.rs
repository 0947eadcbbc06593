//! Every server function, asked with garbage by everybody: raw bytes, and well-formed requests that were
//! changed here and there. Whatever comes, the answer is one of ours, soon, and the rest goes on.

use std::time::Duration;

use proptest::{
    collection::vec,
    prelude::{Just, Strategy, any, prop_oneof},
    sample::Index,
    strategy::ValueTree,
    test_runner::TestRunner,
};
use veiligchat::{
    domain::{
        conversation::ShiftPublic,
        evaluation::Evaluation,
        ids::{ConnectionId, Seq},
        secret::Ticket,
    },
    protocol::{
        Accept, Evaluate, RegisterKey, SignUp, SignedUp, VERSION, VisitorAnswer, VisitorTyping,
    },
};

use super::{
    calls::{by_session, by_token},
    site::{Site, UTRECHT, credential},
};

/// How many bodies each function gets from everybody.
const BODIES: usize = 12;

/// How many times all of it is done, each on a site of its own: what hits may end a conversation.
const ROUNDS: usize = 4;

/// How long an answer may take.
const SOON: Duration = Duration::from_secs(5);

/// What can happen to a body.
#[derive(Clone, Debug)]
enum Change {
    /// One bit of it.
    Flip(Index, u8),
    /// Everything from there on is missing.
    Cut(Index),
    /// Other bytes in place of as many.
    Overwrite(Index, Vec<u8>),
    /// Further bytes.
    Insert(Index, Vec<u8>),
    /// A number that is as large as can be, or larger.
    Huge(Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let bytes = || vec(any::<u8>(), 1..12);
    prop_oneof![
        3 => (any::<Index>(), 0..8_u8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        1 => any::<Index>().prop_map(Change::Cut),
        3 => (any::<Index>(), bytes()).prop_map(|(at, bytes)| Change::Overwrite(at, bytes)),
        1 => (any::<Index>(), bytes()).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        2 => (any::<Index>(), 1..11_usize).prop_map(|(at, length)| Change::Huge(at, length)),
    ]
}

fn apply(change: Change, body: &mut Vec<u8>) {
    let length = body.len();
    let place = |at: Index| at.index(length + 1);
    match change {
        Change::Flip(at, bit) => {
            if let Some(byte) = body.get_mut(place(at)) {
                *byte ^= 1 << bit;
            }
        }
        Change::Cut(at) => body.truncate(place(at)),
        Change::Overwrite(at, bytes) => {
            let at = place(at);
            let end = body.len().min(at + bytes.len());
            body.splice(at..end, bytes);
        }
        Change::Insert(at, bytes) => {
            let at = place(at);
            body.splice(at..at, bytes);
        }
        Change::Huge(at, length) => {
            let at = place(at);
            let mut number = vec![0xFF; length - 1];
            number.push(0x0F);
            body.splice(at..body.len().min(at + 1), number);
        }
    }
}

/// Raw bytes, or this request with a few changes.
fn garbage(request: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    // The first byte is the version: with it right, more is looked at.
    let raw = vec(any::<u8>(), 0..400).prop_map(|mut bytes| {
        if let Some(first) = bytes.first_mut() {
            *first = VERSION;
        }
        bytes
    });
    let changed = (Just(request), vec(change(), 1..4)).prop_map(|(mut body, changes)| {
        for change in changes {
            apply(change, &mut body);
        }
        body
    });
    prop_oneof![1 => vec(any::<u8>(), 0..400), 1 => raw, 4 => changed]
}

/// A well-formed request for each function.
fn requests() -> Vec<(String, Vec<u8>)> {
    let of = |caller: &str, requests: Vec<(&str, Vec<u8>)>| -> Vec<(String, Vec<u8>)> {
        requests.into_iter().map(|(name, body)| (format!("/api/{caller}/{name}"), body)).collect()
    };
    let sign_up = SignUp { credential: credential(9), region: UTRECHT, work: None };
    let (ticket, evaluation) = (Ticket::from_bytes([7; 32]), Evaluation::default());
    let evaluate = Evaluate { version: VERSION, ticket, evaluation };
    let more = vec![
        ("sign-up", postcard::to_allocvec(&sign_up).unwrap()),
        ("evaluate", postcard::to_allocvec(&evaluate).unwrap()),
    ];
    [
        of("visitor", by_token(&credential(5))),
        of("visitor", more),
        of("worker", by_session(VERSION)),
    ]
    .concat()
}

/// A site with a conversation under way, so that there is something to break.
async fn site_with_a_conversation() -> (Site, String) {
    let site = Site::open().await;
    site.rooms.switchboard.lift_limits();
    let anna = site.with_anna_on_duty().await;
    let sign_up = SignUp { credential: credential(5), region: UTRECHT, work: None };
    site.call::<_, SignedUp>("/api/visitor/sign-up", "", &sign_up).await.1.unwrap();
    let key = ShiftPublic::from_bytes(vec![1; ShiftPublic::LENGTH]).unwrap();
    let register = RegisterKey { version: VERSION, key };
    site.call::<_, ()>("/api/worker/register", &anna, &register).await.1.unwrap();
    let conversation = credential(5).conversation;
    let accept = Accept { version: VERSION, conversation };
    // Accepted or not yet offered: both are worth trying.
    let _accepted = site.call::<_, ()>("/api/worker/accept", &anna, &accept).await;
    (site, anna)
}

#[tokio::test]
async fn garbage_from_anybody_is_refused_soon_and_breaks_nothing() {
    let mut runner = TestRunner::deterministic();
    let mut asked = 0;
    for round in 0..ROUNDS {
        let (site, anna) = site_with_a_conversation().await;
        let (karin, beheer) = (site.sign_in("karin").await, site.sign_in("beheer").await);
        for (path, request) in requests() {
            let bodies = vec(garbage(request), BODIES);
            for (who, cookies) in [
                ("nobody", ""),
                ("anna", anna.as_str()),
                ("karin", karin.as_str()),
                ("beheer", beheer.as_str()),
            ] {
                for body in bodies.new_tree(&mut runner).unwrap().current() {
                    let answer = site.head_of_call(&path, cookies, body.clone());
                    let Ok(status) = tokio::time::timeout(SOON, answer).await else {
                        panic!("{path} as {who} does not answer to {body:?}");
                    };
                    assert!(!status.is_server_error(), "{path} as {who}: {status} to {body:?}");
                    asked += 1;
                }
            }
        }
        goes_on(&site, round).await;
    }
    assert_eq!(asked, ROUNDS * requests().len() * 4 * BODIES);
}

/// Somebody who means well is served as ever.
async fn goes_on(site: &Site, round: usize) {
    site.with_anna_on_duty().await;
    let shown = credential(200);
    let sign_up = SignUp { credential: shown.clone(), region: UTRECHT, work: None };
    let (_, signed_up) = site.call::<_, SignedUp>("/api/visitor/sign-up", "", &sign_up).await;
    assert!(signed_up.is_ok(), "in round {round}: {signed_up:?}");
    let typing = VisitorTyping { credential: shown.clone() };
    let (_, told) = site.call::<_, ()>("/api/visitor/typing", "", &typing).await;
    assert_eq!(told, Ok(()), "in round {round}");
    let connection = ConnectionId::from_bytes([1; 16]);
    let answer = VisitorAnswer { credential: shown, connection, seen: Seq(1) };
    let (_, told) = site.call::<_, ()>("/api/visitor/answer", "", &answer).await;
    assert_eq!(told, Ok(()), "in round {round}");
}
