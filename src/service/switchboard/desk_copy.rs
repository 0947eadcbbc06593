//! This node's copy of the desk.

use std::sync::{PoisonError, RwLock};

use super::{Failure, Switchboard, codec};
use crate::{
    domain::{
        desk::{Desk, DeskEvent},
        recorded::Recorded,
    },
    service::journal::Stream,
};

/// The desk as far as this node has read.
#[derive(Debug, Default)]
pub(in crate::service) struct DeskCopy(RwLock<Desk>);

impl DeskCopy {
    pub(super) fn look<T>(&self, look: impl FnOnce(&Desk) -> T) -> T {
        look(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Applies what follows on what is there; false for what does not.
    pub(super) fn apply(&self, recorded: &Recorded<DeskEvent>) -> bool {
        let mut desk = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let follows = recorded.seq == desk.seq().next();
        if follows {
            desk.apply(recorded);
        }
        follows
    }

    fn replace(&self, newer: Desk) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = newer;
    }
}

impl Switchboard {
    /// Reads on from where this node's copy of the desk is.
    pub(super) async fn catch_up(&self) -> Result<(), Failure> {
        loop {
            let reading = self.journal.read(Stream::Desk, self.look(Desk::seq)).await?;
            if let Some(snapshot) = reading.snapshot {
                self.desk.replace(codec::decode(&snapshot.bytes)?);
            }
            for entry in reading.entries {
                self.happened(&codec::decoded(&entry)?);
            }
            if !reading.more {
                return Ok(());
            }
        }
    }

    /// Whether the journal answers.
    pub async fn journal_answers(&self) -> bool {
        self.journal.read(Stream::Desk, self.look(Desk::seq)).await.is_ok()
    }

    /// Puts a snapshot of who is here now in the place of everything that has happened, once that
    /// is counted.
    pub(in crate::service) async fn compact(&self) -> Result<(), Failure> {
        let look = |desk: &Desk| (desk.seq(), codec::encode(desk));
        let (through, snapshot) = self.count_through(look).await?;
        match self.journal.compact(Stream::Desk, through, snapshot).await {
            Ok(()) => Ok(()),
            Err(error) => Err(Failure::Broken(error.to_string())),
        }
    }
}
