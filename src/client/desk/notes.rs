//! What a worker notes beside a conversation, for nobody else.

use super::DeskClient;
use crate::domain::ids::ConversationId;

/// The longest note, in characters; what goes beyond is cut off.
pub const NOTES_LIMIT: usize = 4_000;

impl DeskClient {
    /// The worker noted something. It is kept over a reload, sealed, and never sent; it goes with
    /// the conversation.
    pub fn note(&mut self, id: ConversationId, notes: &str) {
        let Some(channel) = self.channels.get_mut(&id) else { return };
        if channel.over.is_some() {
            return;
        }
        channel.notes = notes.chars().take(NOTES_LIMIT).collect();
        self.keep(id);
    }
}
