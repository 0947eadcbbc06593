//! The life of one connection: its heartbeats, its silence, its end.

use std::{sync::Arc, time::Duration};

use futures::future::BoxFuture;

use crate::{
    domain::{desk::Party, ids::ConnectionId},
    protocol::BEAT_SECONDS,
    service::{
        push::{Hint, Mailbox},
        switchboard::{SILENCE, Switchboard},
    },
};

/// What a connection has to deal with next.
pub(super) enum Next {
    /// Something to tell.
    Hint(Hint),
    /// Time for a heartbeat.
    Beat,
    /// The connection is over: the process stops, the page is silent, or a newer one took over.
    End,
}

/// An open connection. Dropping it means that the page is gone.
pub(super) struct Pulse {
    switchboard: Arc<Switchboard>,
    party: Party,
    connection: ConnectionId,
    mailbox: Mailbox,
    beat: BoxFuture<'static, ()>,
}

impl Pulse {
    /// Listens for a page that connects.
    pub(super) fn start(
        switchboard: &Arc<Switchboard>,
        party: Party,
        connection: ConnectionId,
    ) -> Self {
        Self {
            mailbox: switchboard.listen(party, connection),
            beat: switchboard.runtime.sleep(Duration::from_secs(BEAT_SECONDS)),
            switchboard: Arc::clone(switchboard),
            party,
            connection,
        }
    }

    pub(super) async fn next(&mut self) -> Next {
        let stopping = self.switchboard.stopping.clone();
        tokio::select! {
            biased;
            () = stopping.cancelled() => Next::End,
            hint = self.mailbox.next() => hint.map_or(Next::End, Next::Hint),
            () = &mut self.beat => {
                self.beat = self.switchboard.runtime.sleep(Duration::from_secs(BEAT_SECONDS));
                let silent = self.switchboard.now().since(self.mailbox.heard());
                if silent <= SILENCE {
                    return Next::Beat;
                }
                self.switchboard.departs(self.party, self.connection).await;
                Next::End
            }
        }
    }
}

impl Drop for Pulse {
    fn drop(&mut self) {
        self.switchboard.closed(self.party, self.connection);
    }
}
