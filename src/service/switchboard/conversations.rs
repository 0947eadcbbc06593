//! This node's copies of the conversations that it has to do with.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{Failure, Switchboard, codec};
use crate::{
    domain::{
        conversation::{Conversation, ConversationEvent},
        ids::{ConversationId, Seq},
        recorded::Recorded,
    },
    protocol::Refusal,
    service::journal::Stream,
};

/// The conversations as far as this node has read them.
#[derive(Debug, Default)]
pub(in crate::service) struct Conversations(Mutex<HashMap<ConversationId, Conversation>>);

impl Conversations {
    /// Looks at a conversation that was read; `None` when there is no copy.
    pub(in crate::service) fn look<T>(
        &self,
        id: ConversationId,
        look: impl FnOnce(&Conversation) -> T,
    ) -> Option<T> {
        self.lock().get(&id).map(look)
    }

    /// Applies an entry to the copy, where it follows.
    pub(super) fn apply(&self, id: ConversationId, recorded: &Recorded<ConversationEvent>) {
        let mut all = self.lock();
        match all.get_mut(&id) {
            Some(state) if recorded.seq == state.seq().next() => state.apply(recorded),
            Some(_) => {}
            None => {
                if let Some(state) = Conversation::open(recorded) {
                    all.insert(id, state);
                }
            }
        }
    }

    pub(super) fn forget(&self, id: ConversationId) {
        self.lock().remove(&id);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ConversationId, Conversation>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Switchboard {
    /// Makes sure that there is a copy of the conversation.
    pub(in crate::service) async fn know(&self, id: ConversationId) -> Result<(), Failure> {
        if self.conversations.look(id, |_| ()).is_some() {
            return Ok(());
        }
        if self.look(|desk| desk.visit_of(id).is_none()) {
            self.allowances.stranger(self.now())?;
        }
        self.read_on(id).await
    }

    /// Reads on from where the copy of a conversation is.
    pub(super) async fn read_on(&self, id: ConversationId) -> Result<(), Failure> {
        loop {
            let after = self.conversations.look(id, Conversation::seq).unwrap_or(Seq(0));
            let reading = self.journal.read(Stream::Conversation(id), after).await?;
            for entry in reading.entries {
                self.conversations.apply(id, &codec::decoded(&entry)?);
            }
            if !reading.more {
                break;
            }
        }
        // A stream that ended while it was read leaves no copy behind.
        if self.look(|desk| desk.visit_of(id).is_none()) {
            self.conversations.forget(id);
            return Err(Refusal::Gone.into());
        }
        Ok(())
    }

    /// The entries of a conversation after a place, for a page that reads on.
    pub(in crate::service) async fn entries_after(
        &self,
        id: ConversationId,
        mut after: Seq,
    ) -> Result<Vec<Recorded<ConversationEvent>>, Failure> {
        let mut entries = Vec::new();
        loop {
            let reading = self.journal.read(Stream::Conversation(id), after).await?;
            for entry in reading.entries {
                after = entry.seq;
                entries.push(codec::decoded(&entry)?);
            }
            if !reading.more {
                return Ok(entries);
            }
        }
    }
}
