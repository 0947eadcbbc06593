//! How far each participant has come: a message is delivered once the other side is past it.
//!
//! Kept in memory only; pages tell theirs again whenever they connect.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, PoisonError},
};

use crate::domain::ids::{ConversationId, SeatId, Seq};

/// The cursors of all conversations that pages are connected for.
#[derive(Debug, Default)]
pub struct Cursors {
    seen: Mutex<HashMap<ConversationId, BTreeMap<SeatId, Seq>>>,
}

impl Cursors {
    /// Notes that a seat has everything up to `seq`; false when that was known.
    pub fn advance(&self, conversation: ConversationId, seat: SeatId, seq: Seq) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let cursor = seen.entry(conversation).or_default().entry(seat).or_default();
        let further = seq > *cursor;
        *cursor = seq.max(*cursor);
        further
    }

    /// The cursors of a conversation.
    #[must_use]
    pub fn of(&self, conversation: ConversationId) -> Vec<(SeatId, Seq)> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let cursors = seen.get(&conversation).into_iter().flatten();
        cursors.map(|(seat, seq)| (*seat, *seq)).collect()
    }

    /// Forgets a conversation that is over.
    pub fn forget(&self, conversation: ConversationId) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).remove(&conversation);
    }
}
