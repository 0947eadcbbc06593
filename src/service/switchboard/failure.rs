//! Why something was not done.

use thiserror::Error;

use crate::{
    domain::{conversation::ConversationRefusal, desk::DeskRefusal},
    protocol::Refusal,
    service::journal::{AppendError, ReadError, Unavailable},
};

/// A refusal for the person, or a fault for the log.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Failure {
    /// The answer is no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The journal or the records cannot do their work; nothing was done.
    #[error("{0}")]
    Broken(String),
}

impl Failure {
    /// What the page is told.
    #[must_use]
    pub const fn refusal(&self) -> Refusal {
        match self {
            Self::Refused(refusal) => *refusal,
            Self::Broken(_) => Refusal::Unavailable,
        }
    }
}

impl From<DeskRefusal> for Failure {
    fn from(refusal: DeskRefusal) -> Self {
        Self::Refused(match refusal {
            DeskRefusal::NobodyOnDuty => Refusal::NobodyOnDuty,
            DeskRefusal::QueueFull => Refusal::QueueFull,
            DeskRefusal::NoSuchVisit => Refusal::Gone,
            DeskRefusal::NotOnDuty => Refusal::NotOnDuty,
            DeskRefusal::NotOffered | DeskRefusal::NotAccepted => Refusal::NotOffered,
            DeskRefusal::AlreadyTaken => Refusal::AlreadyTaken,
            DeskRefusal::NoFreePlace => Refusal::NoFreePlace,
            DeskRefusal::NotYours => Refusal::NotSeated,
            DeskRefusal::BadDuty => Refusal::Malformed,
            DeskRefusal::NotTalking => Refusal::NotTalking,
            DeskRefusal::NotAvailable => Refusal::NotAvailable,
            DeskRefusal::HasReader => Refusal::HasReader,
            DeskRefusal::NotInvited => Refusal::NotInvited,
            DeskRefusal::WishGone => Refusal::NoLongerAsked,
        })
    }
}

impl From<ConversationRefusal> for Failure {
    fn from(refusal: ConversationRefusal) -> Self {
        Self::Refused(match refusal {
            ConversationRefusal::StaleEpoch => Refusal::StaleEpoch,
            ConversationRefusal::NotSealed => Refusal::NotSealed,
            ConversationRefusal::NotSeated => Refusal::NotSeated,
            ConversationRefusal::WrongKeys => Refusal::Malformed,
            ConversationRefusal::AskedTooOften => Refusal::AskedTooOften,
        })
    }
}

impl From<Unavailable> for Failure {
    fn from(error: Unavailable) -> Self {
        Self::Broken(error.to_string())
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Gone => Self::Refused(Refusal::Gone),
            ReadError::Unavailable(error) => error.into(),
        }
    }
}

impl From<AppendError> for Failure {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Gone(_) | AppendError::Conflict(_) => Self::Refused(Refusal::Gone),
            AppendError::Unavailable(error) => error.into(),
            AppendError::Known { .. } | AppendError::Malformed => Self::Broken(error.to_string()),
        }
    }
}
