//! What a visitor's side tells its driver.

use crate::{
    domain::desk::Ending,
    protocol::{
        AllowReadingBack, Evaluate, Follow, Leave, Reply, SealEpoch, Situation, VisitorAnswer,
        VisitorSend, VisitorTyping,
    },
};

/// How far a visit has come, as the page sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitorPhase {
    /// The server has not said how things stand yet.
    Connecting,
    /// The server said how things stand.
    Live(Situation),
    /// Another tab has the conversation.
    Elsewhere,
    /// It is over; how, if that was told.
    Ended(Option<Ending>),
}

/// What the driver has to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitorAction {
    /// Open a stream, and drop any older one.
    Follow(Follow),
    /// Drop the stream.
    Unfollow,
    /// Ask the server; then [`VisitorClient::sealed`].
    Seal(SealEpoch),
    /// Ask the server; then [`VisitorClient::sent`].
    Send(VisitorSend),
    /// Tell the server; nothing depends on the answer.
    Answer(VisitorAnswer),
    /// Tell the server; nothing depends on the answer.
    Typing(VisitorTyping),
    /// Ask the server; then [`VisitorClient::replied`].
    Reply(Reply),
    /// Ask the server; then [`VisitorClient::reading_back_allowed`].
    AllowReadingBack(AllowReadingBack),
    /// Tell the server, more than once if need be; then [`VisitorClient::left`].
    Leave(Leave),
    /// Tell the server; nothing depends on the answer.
    Evaluate(Evaluate),
    /// Keep this over a reload, in place of what was kept before.
    Keep(Vec<u8>),
    /// Forget everything that the tab kept.
    Wipe,
}
