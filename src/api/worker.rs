//! What workers' pages ask. Only a signed-in worker may, and only of the own conversations.

#![expect(missing_docs, reason = "the macro makes a struct whose only field is the request")]

use leptos::prelude::*;
use server_fn::codec::{ByteStream, Postcard, Streaming};

use crate::protocol::{
    Accept, AskKey, DeskAnswer, DeskFollow, EndConversation, Reading, Refusal, RegisterKey,
    SetDuty, Stored, Transfer, Unlock, WorkerSend, WorkerTyping,
};

/// Opens the stream of frames (`protocol::frame`) of `DeskPush`. May be called by a worker.
#[server(DeskFollowCall, prefix = "/api", endpoint = "worker/follow", input = Postcard, output = Streaming)]
pub async fn follow(request: DeskFollow) -> Result<ByteStream<Refusal>, Refusal> {
    let worker = super::door::page_of_worker(request.version).await?;
    let share = worker.signed_in.share.clone();
    let switchboard = worker.rooms.switchboard;
    let frames =
        crate::service::follow::follow_desk(switchboard, worker.at_desk, share, request).await;
    super::door::told(frames).map(ByteStream::from)
}

/// Answers a heartbeat. May be called by a worker.
#[server(DeskAnswerCall, prefix = "/api", endpoint = "worker/answer", input = Postcard, output = Postcard)]
pub async fn answer(request: DeskAnswer) -> Result<(), Refusal> {
    let worker = super::door::page_of_worker(request.version).await?;
    super::door::told(worker.rooms.switchboard.desk_answer(&worker.at_desk, request).await)
}

/// Registers the public half of the tab's shift key. May be called by a worker.
#[server(RegisterCall, prefix = "/api", endpoint = "worker/register", input = Postcard, output = Postcard)]
pub async fn register(request: RegisterKey) -> Result<(), Refusal> {
    let worker = super::door::page_of_worker(request.version).await?;
    if !request.key.is_well_formed() {
        return Err(super::door::refused(Refusal::Malformed));
    }
    let registered =
        worker.rooms.records.set_shift_key(worker.signed_in.session, request.key.clone()).await;
    if let Err(error) = registered {
        tracing::error!(%error, "a shift key could not be registered");
        return Err(super::door::refused(Refusal::Unavailable));
    }
    super::door::told(worker.rooms.switchboard.rekey(&worker.at_desk, &request.key).await)
}

/// Goes on or off duty, for regions of the account. May be called by a worker.
#[server(DutyCall, prefix = "/api", endpoint = "worker/duty", input = Postcard, output = Postcard)]
pub async fn duty(request: SetDuty) -> Result<(), Refusal> {
    let worker = super::door::worker(request.version).await?;
    super::door::told(worker.rooms.switchboard.set_duty(&worker.at_desk, request.wish).await)
}

/// Takes a visitor who is offered, or waits. May be called by a worker whose key is registered.
#[server(AcceptCall, prefix = "/api", endpoint = "worker/accept", input = Postcard, output = Postcard)]
pub async fn accept(request: Accept) -> Result<(), Refusal> {
    let worker = super::door::worker(request.version).await?;
    let key = worker.key().map_err(super::door::refused)?;
    let switchboard = &worker.rooms.switchboard;
    super::door::told(switchboard.accept(&worker.at_desk, key, request.conversation).await)
}

/// Sends a sealed message. May be called by a worker with a seat in the conversation.
#[server(WorkerSendCall, prefix = "/api", endpoint = "worker/send", input = Postcard, output = Postcard)]
pub async fn send(request: WorkerSend) -> Result<Stored, Refusal> {
    let ask = crate::service::switchboard::Ask::Message;
    let worker = super::door::worker_to(ask, request.version).await?;
    super::door::told(worker.rooms.switchboard.worker_send(&worker.at_desk, request).await)
}

/// Tells that the worker is writing. May be called by a worker with a seat in the conversation.
#[server(WorkerTypingCall, prefix = "/api", endpoint = "worker/typing", input = Postcard, output = Postcard)]
pub async fn typing(request: WorkerTyping) -> Result<(), Refusal> {
    let ask = crate::service::switchboard::Ask::Typing;
    let worker = super::door::worker_to(ask, request.version).await?;
    let switchboard = &worker.rooms.switchboard;
    super::door::told(switchboard.worker_typing(&worker.at_desk, request.conversation).await)
}

/// Asks for a key again that did not open. May be called by a worker with a seat.
#[server(AskKeyCall, prefix = "/api", endpoint = "worker/ask-key", input = Postcard, output = Postcard)]
pub async fn ask_key(request: AskKey) -> Result<(), Refusal> {
    let worker = super::door::worker(request.version).await?;
    let switchboard = &worker.rooms.switchboard;
    let asked = switchboard.ask_key(&worker.at_desk, request.conversation, request.epoch);
    super::door::told(asked.await)
}

/// Asks a colleague to read along, joins, or ends it. May be called by a worker; whose registered
/// key it takes to join.
#[server(ReadingCall, prefix = "/api", endpoint = "worker/reading", input = Postcard, output = Postcard)]
pub async fn reading(request: Reading) -> Result<(), Refusal> {
    let worker = super::door::worker(request.version).await?;
    let (switchboard, conversation) = (&worker.rooms.switchboard, request.conversation);
    super::door::told(match request.wish {
        crate::protocol::ReadingWish::Ask(colleague) => {
            switchboard.ask_reader(&worker.at_desk, conversation, colleague).await
        }
        crate::protocol::ReadingWish::Join => {
            let key = worker.key().map_err(super::door::refused)?;
            switchboard.join_reading(&worker.at_desk, key, conversation).await
        }
        crate::protocol::ReadingWish::End => {
            switchboard.end_reading(&worker.at_desk, conversation).await
        }
    })
}

/// Passes a visitor on, or takes that back. May be called by the worker who has the conversation.
#[server(TransferCall, prefix = "/api", endpoint = "worker/transfer", input = Postcard, output = Postcard)]
pub async fn transfer(request: Transfer) -> Result<(), Refusal> {
    let worker = super::door::worker(request.version).await?;
    let switchboard = &worker.rooms.switchboard;
    let passed = switchboard.pass_on(&worker.at_desk, request.conversation, request.wish);
    super::door::told(passed.await)
}

/// Ends a conversation, and counts a misuse. May be called by the worker who has it.
#[server(EndCall, prefix = "/api", endpoint = "worker/end", input = Postcard, output = Postcard)]
pub async fn end(request: EndConversation) -> Result<(), Refusal> {
    let worker = super::door::worker(request.version).await?;
    let (switchboard, at_desk) = (worker.rooms.switchboard, worker.at_desk);
    super::door::told(match request.misuse {
        None => switchboard.dismiss(&at_desk, request.conversation).await,
        Some(misuse) => switchboard.dismiss_for(&at_desk, request.conversation, misuse).await,
    })
}

/// Opens the lock of the desk by the own password. May be called by a worker.
#[server(UnlockCall, prefix = "/api", endpoint = "worker/unlock", input = Postcard, output = Postcard)]
pub async fn unlock(request: Unlock) -> Result<(), Refusal> {
    let worker = super::door::page_of_worker(request.version).await?;
    let password = crate::service::account::Password::typed(request.password);
    super::door::confirmed(worker.rooms.accounts.unlock(&worker.signed_in, password).await)
}
