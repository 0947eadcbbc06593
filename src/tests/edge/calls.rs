//! Server functions: who may call them, and what the rest is told.

use axum::http::StatusCode;
use veiligchat::{
    domain::{
        advice::{DurationBucket, Owed},
        conversation::{Envelope, Header, Kind, ShiftPublic},
        desk::Answer,
        evaluation::Evaluation,
        ids::{
            ConnectionId, ConversationId, Epoch, MessageId, RegionId, RegistrationId, ReplyId,
            SeatId, Seq, StaffId,
        },
        reply::{OwnReply, ReplyWords},
        secret::{Ticket, Token},
    },
    protocol::{
        Accept, AllowReadingBack, AskAdvices, AskKey, BODY_LIMIT, Credential, DeskAnswer,
        DeskFollow, DutyWish, EndConversation, Evaluate, Follow, Leave, Leaving, ListReplies,
        PassOn, Reading, ReadingWish, Refusal, RegisterAdvice, RegisterKey, RemoveReply, Reply,
        ReplyTo, SaveReply, SealEpoch, SetDuty, SignUp, SignedUp, Stored, Transfer, Unlock,
        VERSION, VisitorAnswer, VisitorSend, VisitorTyping, WaiveAdvice, WorkerSend, WorkerTyping,
    },
};

use super::site::{Site, UTRECHT, credential, refusal_in};

const CONNECTION: ConnectionId = ConnectionId::from_bytes([7; 16]);

fn envelope() -> Envelope {
    let message = MessageId::from_bytes([9; 16]);
    let seat = SeatId::VISITOR;
    let header = Header { message, epoch: Epoch(1), seat, number: 0, kind: Kind::Message };
    Envelope { header, sealed: vec![1, 2, 3] }
}

fn encoded<Q: serde::Serialize>(request: &Q) -> Vec<u8> {
    postcard::to_allocvec(request).unwrap()
}

/// Every function of visitors but sign-up, with this credential.
pub(super) fn by_token(shown: &Credential) -> Vec<(&'static str, Vec<u8>)> {
    let credential = || shown.clone();
    let (connection, after, seen) = (CONNECTION, Seq(0), Seq(1));
    let seal = SealEpoch { credential: credential(), epoch: Epoch(1), keys: Vec::new() };
    let leave = Leave { credential: credential(), how: Leaving::Goodbye };
    let (to, answer) = (ReplyTo::Elsewhere, Answer::Yes);
    let reply = Reply { credential: credential(), to, answer };
    let (epoch, seat, keys) = (Epoch(1), SeatId(1), Vec::new());
    let reading_back = AllowReadingBack { credential: credential(), epoch, seat, keys };
    vec![
        ("follow", encoded(&Follow { credential: credential(), connection, after })),
        ("answer", encoded(&VisitorAnswer { credential: credential(), connection, seen })),
        ("seal", encoded(&seal)),
        ("send", encoded(&VisitorSend { credential: credential(), envelope: envelope() })),
        ("typing", encoded(&VisitorTyping { credential: credential() })),
        ("reply", encoded(&reply)),
        ("reading-back", encoded(&reading_back)),
        ("leave", encoded(&leave)),
    ]
}

fn own_reply(number: u8) -> OwnReply {
    let words = ReplyWords::parse("groet", "Hallo, fijn dat je er bent.").unwrap();
    OwnReply { id: ReplyId::from_bytes([number; 16]), words }
}

const OWED: Owed = Owed { region: UTRECHT, duration: DurationBucket::UnderTen };

fn no_advice(version: u8) -> RegisterAdvice {
    let Owed { region, duration } = OWED;
    let (id, edition) = (RegistrationId::from_bytes([6; 16]), "2025".to_owned());
    RegisterAdvice { version, id, edition, region, duration, chosen: Vec::new(), owed: None }
}

/// Every function of workers, with this version.
pub(super) fn by_session(version: u8) -> Vec<(&'static str, Vec<u8>)> {
    let conversation = ConversationId::from_bytes([5; 16]);
    let connection = CONNECTION;
    let key = ShiftPublic::from_bytes(vec![1; ShiftPublic::LENGTH]).unwrap();
    let duty =
        SetDuty { version, wish: DutyWish::On { capacity: 1, regions: Vec::new(), wrap_up: 0 } };
    let reading = ReadingWish::Ask(StaffId(2));
    vec![
        ("follow", encoded(&DeskFollow { version, connection, after: Vec::new() })),
        ("answer", encoded(&DeskAnswer { version, connection, seen: Vec::new() })),
        ("register", encoded(&RegisterKey { version, key })),
        ("duty", encoded(&duty)),
        ("accept", encoded(&Accept { version, conversation })),
        ("send", encoded(&WorkerSend { version, conversation, envelope: envelope() })),
        ("typing", encoded(&WorkerTyping { version, conversation })),
        ("ask-key", encoded(&AskKey { version, conversation, epoch: Epoch(1) })),
        ("replies", encoded(&ListReplies { version })),
        ("save-reply", encoded(&SaveReply { version, reply: own_reply(1) })),
        ("remove-reply", encoded(&RemoveReply { version, reply: own_reply(1).id })),
        ("advices", encoded(&AskAdvices { version })),
        ("register-advice", encoded(&no_advice(version))),
        ("waive-advice", encoded(&WaiveAdvice { version, owed: OWED, left: 0 })),
        ("reading", encoded(&Reading { version, conversation, wish: reading })),
        ("transfer", encoded(&Transfer { version, conversation, wish: PassOn::Withdraw })),
        ("unlock", encoded(&Unlock { version, password: "verkeerd".to_owned() })),
        ("end", encoded(&EndConversation { version, conversation, misuse: None })),
    ]
}

#[tokio::test]
async fn every_server_function_is_tried_here() {
    let tried =
        by_token(&credential(1)).into_iter().map(|(name, _)| format!("/api/visitor/{name}"));
    let tried =
        tried.chain(by_session(VERSION).into_iter().map(|(name, _)| format!("/api/worker/{name}")));
    let mut tried: Vec<String> =
        tried.chain(["sign-up", "evaluate"].map(|name| format!("/api/visitor/{name}"))).collect();
    let mut known: Vec<String> =
        server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    tried.sort();
    known.sort();
    assert_eq!(tried, known);
}

#[tokio::test]
async fn a_visitor_signs_up_answers_and_leaves() {
    let site = Site::open().await;
    site.with_anna_on_duty().await;
    let sign_up = SignUp { credential: credential(1), region: UTRECHT, work: None };
    let (status, first) = site.call::<_, SignedUp>("/api/visitor/sign-up", "", &sign_up).await;
    assert_eq!(status, StatusCode::OK);
    let (_, again) = site.call::<_, SignedUp>("/api/visitor/sign-up", "", &sign_up).await;
    assert!(first.is_ok() && first == again, "a repeat gives the same answer");

    let answer = VisitorAnswer { credential: credential(1), connection: CONNECTION, seen: Seq(1) };
    let (_, answered) = site.call::<_, ()>("/api/visitor/answer", "", &answer).await;
    assert_eq!(answered, Ok(()));
    let send = VisitorSend { credential: credential(1), envelope: envelope() };
    let (status, sent) = site.call::<_, Stored>("/api/visitor/send", "", &send).await;
    assert_eq!((status, sent), (StatusCode::CONFLICT, Err(Refusal::StaleEpoch)));

    let leave = Leave { credential: credential(1), how: Leaving::QuickExit };
    for _ in 0..2 {
        let (status, left) = site.call::<_, Option<Ticket>>("/api/visitor/leave", "", &leave).await;
        assert_eq!((status, left), (StatusCode::OK, Ok(None)));
    }
    let (status, late) = site.call::<_, ()>("/api/visitor/answer", "", &answer).await;
    assert_eq!((status, late), (StatusCode::NOT_FOUND, Err(Refusal::Gone)));
}

#[tokio::test]
async fn a_sign_up_that_is_refused_says_why() {
    let site = Site::open().await;
    let sign_up = |region| SignUp { credential: credential(1), region, work: None };
    let path = "/api/visitor/sign-up";
    let (status, nobody) = site.call::<_, SignedUp>(path, "", &sign_up(UTRECHT)).await;
    assert_eq!((status, nobody), (StatusCode::CONFLICT, Err(Refusal::NobodyOnDuty)));
    let (status, unknown) = site.call::<_, SignedUp>(path, "", &sign_up(RegionId(999))).await;
    assert_eq!((status, unknown), (StatusCode::NOT_FOUND, Err(Refusal::UnknownRegion)));
}

#[tokio::test]
async fn another_visitors_token_opens_nothing() {
    let site = Site::open().await;
    site.with_anna_on_duty().await;
    for number in [1, 2] {
        let sign_up = SignUp { credential: credential(number), region: UTRECHT, work: None };
        site.call::<_, SignedUp>("/api/visitor/sign-up", "", &sign_up).await.1.unwrap();
    }
    let of_another = Credential { token: credential(2).token, ..credential(1) };
    let guessed = Credential { token: Token::from_bytes([3; 32]), ..credential(1) };
    let of_nobody = credential(4);
    for shown in [of_another, guessed, of_nobody] {
        for (name, body) in by_token(&shown) {
            let answer = site.post_bytes(&format!("/api/visitor/{name}"), "", body).await;
            if name == "leave" {
                // The same as for one that has ended.
                assert_eq!(answer.status, StatusCode::OK);
            } else {
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
                assert_eq!(refusal_in(&answer), Refusal::Gone, "{name}");
            }
        }
    }
    let answer = VisitorAnswer { credential: credential(1), connection: CONNECTION, seen: Seq(1) };
    let (_, answered) = site.call::<_, ()>("/api/visitor/answer", "", &answer).await;
    assert_eq!(answered, Ok(()), "the conversation is untouched");
}

#[tokio::test]
async fn an_evaluation_takes_a_ticket_that_was_given() {
    let site = Site::open().await;
    let request = Evaluate {
        version: VERSION,
        ticket: Ticket::from_bytes([7; 32]),
        evaluation: Evaluation::default(),
    };
    let (status, told) = site.call::<_, ()>("/api/visitor/evaluate", "", &request).await;
    assert_eq!((status, told), (StatusCode::NOT_FOUND, Err(Refusal::Gone)));
}

#[tokio::test]
async fn no_worker_function_works_without_a_session_or_with_one_of_nobody() {
    let site = Site::open().await;
    let signed_out = site.sign_in("bram").await;
    site.post_form("/uitloggen", &signed_out, "").await;
    let forged = format!("__Host-sessie={}", "ab".repeat(32));
    let unprotected = signed_out.replace("__Host-", "");
    for cookies in ["", "__Host-sessie=x", &forged, &signed_out, &unprotected] {
        for (name, body) in by_session(VERSION) {
            let answer = site.post_bytes(&format!("/api/worker/{name}"), cookies, body).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{name} with {cookies:?}");
            assert_eq!(refusal_in(&answer), Refusal::NotSignedIn, "{name} with {cookies:?}");
        }
    }
}

#[tokio::test]
async fn an_administrator_has_no_desk() {
    let site = Site::open().await;
    let beheer = site.sign_in("beheer").await;
    for (name, body) in by_session(VERSION) {
        let answer = site.post_bytes(&format!("/api/worker/{name}"), &beheer, body).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}");
        assert_eq!(refusal_in(&answer), Refusal::NotAllowed, "{name}");
    }
}

#[tokio::test]
async fn a_worker_has_no_say_in_a_conversation_of_nobody_or_of_a_colleague() {
    let site = Site::open().await;
    let anna = site.with_anna_on_duty().await;
    let sign_up = SignUp { credential: credential(5), region: UTRECHT, work: None };
    for exists in [false, true] {
        if exists {
            site.call::<_, SignedUp>("/api/visitor/sign-up", "", &sign_up).await.1.unwrap();
        }
        for (name, body) in by_session(VERSION) {
            if ["send", "typing", "ask-key", "reading", "transfer", "end"].contains(&name) {
                let answer = site.post_bytes(&format!("/api/worker/{name}"), &anna, body).await;
                let expected = if exists { Refusal::NotSeated } else { Refusal::Gone };
                let told = refusal_in(&answer);
                let too_early = name == "ask-key" && told == Refusal::StaleEpoch;
                assert!(told == expected || too_early, "{name}: {told:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_visitor_can_only_be_accepted_with_a_registered_key() {
    let site = Site::open().await;
    let anna = site.with_anna_on_duty().await;
    let accept = Accept { version: VERSION, conversation: ConversationId::from_bytes([5; 16]) };
    let (status, answer) = site.call::<_, ()>("/api/worker/accept", &anna, &accept).await;
    assert_eq!((status, answer), (StatusCode::CONFLICT, Err(Refusal::NoKey)));
    let key = ShiftPublic::from_bytes(vec![1; ShiftPublic::LENGTH]).unwrap();
    let register = RegisterKey { version: VERSION, key };
    site.call::<_, ()>("/api/worker/register", &anna, &register).await.1.unwrap();
    let (status, answer) = site.call::<_, ()>("/api/worker/accept", &anna, &accept).await;
    assert_eq!((status, answer), (StatusCode::NOT_FOUND, Err(Refusal::Gone)));
}

#[tokio::test]
async fn a_key_of_another_length_is_malformed() {
    let site = Site::open().await;
    let anna = site.sign_in("anna").await;
    // As on the wire: the version, the length of the key, the key.
    for body in [encoded(&(VERSION, vec![1_u8; 10])), encoded(&(VERSION, Vec::<u8>::new()))] {
        let answer = site.post_bytes("/api/worker/register", &anna, body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert_eq!(refusal_in(&answer), Refusal::Malformed);
    }
}

#[tokio::test]
async fn a_page_of_another_version_is_told_so_by_every_function() {
    let site = Site::open().await;
    let anna = site.sign_in("anna").await;
    for version in [0, VERSION + 1] {
        let shown = Credential { version, ..credential(1) };
        let sign_up = encoded(&SignUp { credential: shown.clone(), region: UTRECHT, work: None });
        let visitors = by_token(&shown).into_iter().chain([("sign-up", sign_up)]);
        let visitors = visitors.map(|(name, body)| (format!("/api/visitor/{name}"), body));
        let workers = by_session(version).into_iter();
        let workers = workers.map(|(name, body)| (format!("/api/worker/{name}"), body));
        for (path, body) in visitors.chain(workers) {
            let answer = site.post_bytes(&path, &anna, body).await;
            assert_eq!(answer.status, StatusCode::UPGRADE_REQUIRED, "{path}");
            assert_eq!(refusal_in(&answer), Refusal::OtherVersion, "{path}");
        }
    }
}

#[tokio::test]
async fn garbage_is_refused_by_every_function_and_breaks_nothing() {
    let site = Site::open().await;
    let anna = site.sign_in("anna").await;
    let paths: Vec<_> = server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    let garbage = [Vec::new(), vec![0xFF; 40], vec![0x80; 2_000], b"name=x&y=z".to_vec()];
    for path in paths {
        for body in &garbage {
            let answer = site.post_bytes(path, &anna, body.clone()).await;
            // Some garbage reads as a request of a version that there never was.
            let understood = match refusal_in(&answer) {
                Refusal::OtherVersion => StatusCode::UPGRADE_REQUIRED,
                refusal => {
                    assert_eq!(refusal, Refusal::Malformed, "{path} with {body:?}");
                    StatusCode::BAD_REQUEST
                }
            };
            assert_eq!(answer.status, understood, "{path} with {body:?}");
        }
    }
    let too_large = site.post_bytes("/api/visitor/send", "", vec![0; BODY_LIMIT + 1]).await;
    assert_eq!(too_large.status, StatusCode::PAYLOAD_TOO_LARGE);
}
