//! A conversation that was none.

use super::{AtDesk, Failure, Switchboard, consequences::With};
use crate::domain::{desk::DeskCommand, hours::date_of, ids::ConversationId, misuse::Misuse};

impl Switchboard {
    /// A worker ends a conversation because of misuse: it ends as any other, and the kind is
    /// counted for the region that the visitor chose.
    pub async fn dismiss_for(
        &self,
        worker: &AtDesk,
        conversation: ConversationId,
        misuse: Misuse,
    ) -> Result<(), Failure> {
        let region = self.look(|desk| desk.visit_of(conversation).map(|visit| visit.region));
        let dismiss = DeskCommand::Dismiss { conversation, worker: worker.staff };
        self.command_with(dismiss, With::Misuse).await?;
        if let Some(region) = region {
            let counted = self.records.count(region, date_of(self.now()), misuse.into()).await;
            if let Err(error) = counted {
                // The conversation has ended; a count that is missing hurts nobody.
                tracing::error!(%error, "a misuse was not counted");
            }
        }
        Ok(())
    }
}
