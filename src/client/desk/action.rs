//! What a worker's side tells its driver.

use crate::{
    domain::ids::ConversationId,
    protocol::{AskKey, DeskAnswer, DeskFollow, RegisterKey, WorkerSend, WorkerTyping},
};

/// How the desk page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskPhase {
    /// The server has not said how things stand yet.
    Connecting,
    /// The desk is this tab's.
    Live,
    /// Another tab has the desk.
    Elsewhere,
    /// The session is over.
    SignedOut,
}

/// What the driver has to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskAction {
    /// Open a stream, and drop any older one.
    Follow(DeskFollow),
    /// Ask the server, until it agrees; then [`DeskClient::registered`].
    Register(RegisterKey),
    /// Ask the server; then [`DeskClient::sent`].
    Send(WorkerSend),
    /// Ask the server; nothing depends on the answer.
    AskKey(AskKey),
    /// Tell the server; nothing depends on the answer.
    Answer(DeskAnswer),
    /// Tell the server; nothing depends on the answer.
    Typing(WorkerTyping),
    /// Keep the shift key over a reload.
    KeepShiftKey(Vec<u8>),
    /// Keep this of a conversation over a reload, in place of what was kept before.
    Keep(ConversationId, Vec<u8>),
    /// Forget what was kept of a conversation.
    Forget(ConversationId),
    /// Forget everything that the tab kept.
    Wipe,
    /// Draw attention: a visitor is offered.
    Ring,
}
