//! A conversation that was none.

use super::{AtDesk, Failure, Switchboard};
use crate::domain::{desk::DeskCommand, ids::ConversationId, misuse::Misuse};

impl Switchboard {
    /// A worker ends a conversation because of misuse: it ends as any other, and the kind is
    /// counted for the region that the visitor chose.
    pub async fn dismiss_for(
        &self,
        worker: &AtDesk,
        conversation: ConversationId,
        misuse: Misuse,
    ) -> Result<(), Failure> {
        self.dismiss_because(worker, conversation, Some(misuse)).await
    }

    pub(super) async fn dismiss_because(
        &self,
        worker: &AtDesk,
        conversation: ConversationId,
        misuse: Option<Misuse>,
    ) -> Result<(), Failure> {
        self.command(DeskCommand::Dismiss { conversation, worker: worker.staff, misuse }).await
    }
}
