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
    /// The connection is over: the process stops, or the page is silent.
    End,
}

/// An open connection. Dropping it means that the page is gone.
pub(super) struct Pulse {
    switchboard: Arc<Switchboard>,
    party: Party,
    connection: ConnectionId,
    mailbox: Mailbox,
    beat: BoxFuture<'static, ()>,
    /// When the page will have been silent for too long, unless it answers.
    silence: BoxFuture<'static, ()>,
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
            silence: switchboard.runtime.sleep(SILENCE),
            switchboard: Arc::clone(switchboard),
            party,
            connection,
        }
    }

    pub(super) async fn next(&mut self) -> Next {
        let stopping = self.switchboard.stopping.clone();
        loop {
            tokio::select! {
                biased;
                () = stopping.cancelled() => return Next::End,
                hint = self.mailbox.next() => return Next::Hint(hint),
                () = &mut self.beat => {
                    self.beat = self.switchboard.runtime.sleep(Duration::from_secs(BEAT_SECONDS));
                    return Next::Beat;
                }
                () = &mut self.silence => {
                    let silent = self.switchboard.now().since(self.mailbox.heard());
                    if silent >= SILENCE {
                        self.switchboard.departs(self.party, self.connection).await;
                        return Next::End;
                    }
                    self.silence = self.switchboard.runtime.sleep(SILENCE.saturating_sub(silent));
                }
            }
        }
    }
}

impl Drop for Pulse {
    fn drop(&mut self) {
        self.switchboard.closed(self.party, self.connection);
    }
}
