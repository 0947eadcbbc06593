//! Who is here: decided at the desk, from what connections do.

use std::{sync::Arc, time::Duration};

use super::{Failure, Switchboard};
use crate::{
    domain::{
        desk::{DeskCommand, Party},
        ids::{ConnectionId, RegionId},
    },
    protocol::{Refusal, SILENCE_SECONDS},
    service::push::Mailbox,
};

/// How long after the end of a stream a page counts as away: a reload is quicker.
const GRACE: Duration = Duration::from_secs(5);

/// Without a sign of life for so long, a connection is given up.
pub(in crate::service) const SILENCE: Duration = Duration::from_secs(SILENCE_SECONDS);

impl Switchboard {
    /// A page connected.
    pub(in crate::service) async fn arrives(
        &self,
        party: Party,
        connection: ConnectionId,
    ) -> Result<(), Failure> {
        self.command(DeskCommand::Arrive { party, node: self.node, connection }).await
    }

    /// How many pages are open on this node.
    #[must_use]
    pub fn open_pages(&self) -> usize {
        let (visitors, workers) = self.hub.count();
        visitors + workers
    }

    /// Opens the mailbox of a page that connected.
    pub(in crate::service) fn listen(&self, party: Party, connection: ConnectionId) -> Mailbox {
        self.hub.connect(party, connection, self.now())
    }

    /// A page gave a sign of life. One that slept and was counted as away is here again.
    pub(super) async fn answered(
        &self,
        party: Party,
        connection: ConnectionId,
    ) -> Result<(), Failure> {
        let open = self.hub.hear(party, connection, self.now());
        let here = self.look(|desk| desk.presence(party).is_none_or(|now| now.is_here()));
        if open && !here {
            self.arrives(party, connection).await?;
        }
        Ok(())
    }

    /// A stream closed: after a moment of grace the page is away, unless it came back.
    pub(in crate::service) fn closed(self: &Arc<Self>, party: Party, connection: ConnectionId) {
        self.hub.disconnect(party, connection);
        if self.stopping.is_cancelled() {
            return;
        }
        let switchboard = Arc::clone(self);
        let grace = self.runtime.sleep(GRACE);
        self.runtime.spawn(Box::pin(async move {
            grace.await;
            switchboard.departs(party, connection).await;
        }));
    }

    /// A connection is given up.
    pub(in crate::service) async fn departs(&self, party: Party, connection: ConnectionId) {
        // When this cannot be stored, the next start counts the page as away.
        if let Err(error) = self.command(DeskCommand::Depart { party, connection }).await
            && !self.stopping.is_cancelled()
        {
            tracing::error!(%error, "a departure could not be recorded");
        }
    }

    /// Refuses when the region is unknown, or its chat closed.
    pub(in crate::service) fn doors_open(&self, region: RegionId) -> Result<(), Failure> {
        use crate::domain::hours::Status;
        match self.records.published().status(region, self.now()) {
            None => Err(Refusal::UnknownRegion.into()),
            Some(Status::Open { .. }) => Ok(()),
            Some(Status::Closed { opens }) => Err(Refusal::Closed { opens }.into()),
        }
    }
}
