//! When the answer is no: a stable code, for which the page has a sentence.

use serde::{Deserialize, Serialize};
use server_fn::{
    codec::PostcardEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use thiserror::Error;

use crate::domain::{moment::Moment, work::Challenge};

/// Why a request was not granted. Nothing internal is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum Refusal {
    /// The page is of another version than the server.
    #[error("other version")]
    OtherVersion,
    /// The request is not what it should be.
    #[error("malformed request")]
    Malformed,
    /// Nobody is signed in here.
    #[error("not signed in")]
    NotSignedIn,
    /// Who is signed in may not do this.
    #[error("not allowed")]
    NotAllowed,
    /// Too much at once; later it may go.
    #[error("too much at once")]
    TooMuch,
    /// The chat of the region is closed.
    #[error("closed")]
    Closed {
        /// When it opens, if that is known.
        opens: Option<Moment>,
    },
    /// There is no such region.
    #[error("unknown region")]
    UnknownRegion,
    /// The chat is open, but nobody is on duty.
    #[error("nobody on duty")]
    NobodyOnDuty,
    /// As many visitors wait as may.
    #[error("queue full")]
    QueueFull,
    /// There is no such conversation, not any more, or not for this token.
    #[error("no such conversation")]
    Gone,
    /// The roster has changed: seal anew.
    #[error("the roster has changed")]
    StaleEpoch,
    /// The conversation has no key yet.
    #[error("no key yet")]
    NotSealed,
    /// The sender has no seat in the conversation.
    #[error("no seat")]
    NotSeated,
    /// A key was asked for too often.
    #[error("asked too often")]
    AskedTooOften,
    /// The worker is not on duty.
    #[error("not on duty")]
    NotOnDuty,
    /// The visitor is not offered to this worker.
    #[error("not offered")]
    NotOffered,
    /// Another worker has the visitor.
    #[error("already taken")]
    AlreadyTaken,
    /// The worker has as many conversations as the capacity allows.
    #[error("no free place")]
    NoFreePlace,
    /// The desk page has not registered its key yet.
    #[error("no key registered")]
    NoKey,
    /// The server cannot store anything at the moment. Nothing was done.
    #[error("unavailable")]
    Unavailable,
    /// The server could not be reached, or did not answer in time. What was asked may have been
    /// done or not: asking again is safe.
    #[error("unreachable")]
    Unreachable,
    /// The visitor is not in conversation with anybody yet.
    #[error("not in conversation")]
    NotTalking,
    /// The colleague is not at the desk or has no place, or nobody is on duty for the region.
    #[error("not available")]
    NotAvailable,
    /// Somebody reads along already, or was asked to.
    #[error("has a reader")]
    HasReader,
    /// The invitation to read along is gone.
    #[error("not invited")]
    NotInvited,
    /// What the visitor answers is not asked any more.
    #[error("no longer asked")]
    NoLongerAsked,
    /// The password is not that of whoever is signed in.
    #[error("wrong password")]
    WrongPassword,
    /// Very many sign up: this is to be done first, then the same is to be asked again.
    #[error("work needed")]
    WorkNeeded(Challenge),
}

impl Refusal {
    /// Whether the same may well be granted in a moment: nothing was wrong with what was asked.
    #[must_use]
    pub const fn passes(self) -> bool {
        matches!(self, Self::Unreachable | Self::Unavailable | Self::TooMuch)
    }
}

impl FromServerFnError for Refusal {
    type Encoder = PostcardEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::Serialization(_) => Self::Malformed,
            _ => Self::Unreachable,
        }
    }
}
