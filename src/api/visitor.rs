//! What visitors' pages ask. Anybody may; what concerns a conversation takes its token.

#![expect(missing_docs, reason = "the macro makes a struct whose only field is the request")]

use leptos::prelude::*;
use server_fn::codec::{ByteStream, Postcard, Streaming};

use crate::{
    domain::secret::Ticket,
    protocol::{
        AllowReadingBack, Evaluate, Follow, Leave, Refusal, Reply, SealEpoch, SignUp, SignedUp,
        Stored, VisitorAnswer, VisitorSend, VisitorTyping,
    },
};

/// Waits for a worker. May be called by anybody.
#[server(SignUpCall, prefix = "/api", endpoint = "visitor/sign-up", input = Postcard, output = Postcard)]
pub async fn sign_up(request: SignUp) -> Result<SignedUp, Refusal> {
    let rooms = super::door::anybody(request.credential.version)?;
    super::door::told(rooms.switchboard.sign_up(request).await)
}

/// Opens the stream of frames (`protocol::frame`) of `VisitorPush`. May be called by whoever has
/// the token.
#[server(FollowCall, prefix = "/api", endpoint = "visitor/follow", input = Postcard, output = Streaming)]
pub async fn follow(request: Follow) -> Result<ByteStream<Refusal>, Refusal> {
    let rooms = super::door::anybody(request.credential.version)?;
    let frames = crate::service::follow::follow_visitor(rooms.switchboard, request).await;
    super::door::told(frames).map(ByteStream::from)
}

/// Answers a heartbeat. May be called by whoever has the token.
#[server(AnswerCall, prefix = "/api", endpoint = "visitor/answer", input = Postcard, output = Postcard)]
pub async fn answer(request: VisitorAnswer) -> Result<(), Refusal> {
    let rooms = super::door::anybody(request.credential.version)?;
    super::door::told(rooms.switchboard.visitor_answer(request).await)
}

/// Seals the key of an epoch. May be called by whoever has the token.
#[server(SealCall, prefix = "/api", endpoint = "visitor/seal", input = Postcard, output = Postcard)]
pub async fn seal(request: SealEpoch) -> Result<(), Refusal> {
    let rooms = super::door::anybody(request.credential.version)?;
    super::door::told(rooms.switchboard.seal_epoch(request).await)
}

/// Sends a sealed message. May be called by whoever has the token.
#[server(SendCall, prefix = "/api", endpoint = "visitor/send", input = Postcard, output = Postcard)]
pub async fn send(request: VisitorSend) -> Result<Stored, Refusal> {
    let rooms = super::door::anybody(request.credential.version)?;
    super::door::told(rooms.switchboard.visitor_send(request).await)
}

/// Tells that the visitor is writing. May be called by whoever has the token.
#[server(TypingCall, prefix = "/api", endpoint = "visitor/typing", input = Postcard, output = Postcard)]
pub async fn typing(request: VisitorTyping) -> Result<(), Refusal> {
    let rooms = super::door::anybody(request.credential.version)?;
    super::door::told(rooms.switchboard.visitor_typing(&request.credential).await)
}

/// Answers what the visitor is asked. May be called by whoever has the token.
#[server(ReplyCall, prefix = "/api", endpoint = "visitor/reply", input = Postcard, output = Postcard)]
pub async fn reply(request: Reply) -> Result<(), Refusal> {
    let rooms = super::door::anybody(request.credential.version)?;
    super::door::told(rooms.switchboard.reply(request).await)
}

/// Lets a worker read what was said before they joined. May be called by whoever has the token.
#[server(ReadingBackCall, prefix = "/api", endpoint = "visitor/reading-back", input = Postcard, output = Postcard)]
pub async fn reading_back(request: AllowReadingBack) -> Result<(), Refusal> {
    let rooms = super::door::anybody(request.credential.version)?;
    super::door::told(rooms.switchboard.allow_reading_back(request).await)
}

/// Leaves for good; gives what one may evaluate the conversation with. May be called by whoever has
/// the token.
#[server(LeaveCall, prefix = "/api", endpoint = "visitor/leave", input = Postcard, output = Postcard)]
pub async fn leave(request: Leave) -> Result<Option<Ticket>, Refusal> {
    let rooms = super::door::anybody(request.credential.version)?;
    super::door::told(rooms.switchboard.leave(request).await)
}

/// Says what the visitor thinks of the chat. May be called by whoever has an unused ticket.
#[server(EvaluateCall, prefix = "/api", endpoint = "visitor/evaluate", input = Postcard, output = Postcard)]
pub async fn evaluate(request: Evaluate) -> Result<(), Refusal> {
    let rooms = super::door::anybody(request.version)?;
    super::door::told(rooms.switchboard.evaluate(request).await)
}
