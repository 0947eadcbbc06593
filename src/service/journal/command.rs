//! What waits for the next sync, and the answers that wait for it to be done.

use bytes::Bytes;
use tokio::sync::oneshot;

use super::{
    AppendError, Appended, Batch, CompactError, Stream, Unavailable,
    transaction::{self, Transaction},
};
use crate::domain::{ids::Seq, moment::Moment};

/// A change that somebody waits for.
pub(super) enum Command {
    Append {
        batch: Batch,
        answer: oneshot::Sender<Result<Vec<Appended>, AppendError>>,
    },
    Compact {
        stream: Stream,
        through: Seq,
        snapshot: Bytes,
        answer: oneshot::Sender<Result<(), CompactError>>,
    },
}

/// A decision that nobody knows before it is on the disk.
pub(super) enum Answer {
    Append(oneshot::Sender<Result<Vec<Appended>, AppendError>>, Result<Vec<Appended>, AppendError>),
    Compact(oneshot::Sender<Result<(), CompactError>>, Result<(), CompactError>),
}

/// What a group of commands has done to the streams.
#[derive(Default)]
pub(super) struct Effect {
    /// The streams that grew or were erased.
    pub(super) changed: Vec<Stream>,
    /// Whether something was taken away.
    pub(super) removed: bool,
}

impl Effect {
    /// Whether anything has to reach the disk.
    pub(super) fn is_some(&self) -> bool {
        self.removed || !self.changed.is_empty()
    }
}

impl Command {
    /// Does it within the transaction; what it does to the streams goes into `effect`.
    pub(super) fn carry_out(
        self,
        transaction: &mut impl Transaction,
        at: Moment,
        effect: &mut Effect,
    ) -> Answer {
        match self {
            Self::Append { batch, answer } => {
                let result = transaction::append(transaction, &batch, at);
                if result.is_ok() {
                    effect.changed.extend(batch.streams());
                    effect.removed |= !batch.erase.is_empty();
                }
                Answer::Append(answer, result)
            }
            Self::Compact { stream, through, snapshot, answer } => {
                let result = transaction::compact(transaction, stream, through, at, &snapshot);
                effect.removed |= result.is_ok();
                Answer::Compact(answer, result)
            }
        }
    }

    /// Tells that it will not be done.
    pub(super) fn fail(self, why: &Unavailable) {
        match self {
            Self::Append { answer, .. } => drop(answer.send(Err(why.clone().into()))),
            Self::Compact { answer, .. } => drop(answer.send(Err(why.clone().into()))),
        }
    }
}

impl Answer {
    /// Why the engine could not do it, if that is the answer.
    pub(super) fn failure(&self) -> Option<&Unavailable> {
        match self {
            Self::Append(_, Err(AppendError::Unavailable(why)))
            | Self::Compact(_, Err(CompactError::Unavailable(why))) => Some(why),
            Self::Append(..) | Self::Compact(..) => None,
        }
    }

    /// Tells what was decided; who stopped waiting is not told.
    pub(super) fn send(self) {
        match self {
            Self::Append(answer, result) => drop(answer.send(result)),
            Self::Compact(answer, result) => drop(answer.send(result)),
        }
    }

    /// Tells that it may not have been done.
    pub(super) fn fail(self, why: &Unavailable) {
        match self {
            Self::Append(answer, _) => drop(answer.send(Err(why.clone().into()))),
            Self::Compact(answer, _) => drop(answer.send(Err(why.clone().into()))),
        }
    }
}
