//! One server process: when it dies, everything that it was doing is gone at once.

use std::{sync::Arc, time::Duration};

use futures::future::BoxFuture;
use tokio_util::sync::CancellationToken;
use veiligchat::{
    domain::{desk::DeskRules, moment::Moment},
    service::{
        jobs,
        journal::Journal,
        records::Records,
        runtime::{Runtime, Simulated},
        switchboard::Switchboard,
    },
};

pub struct Process {
    switchboard: Arc<Switchboard>,
    dead: CancellationToken,
}

impl Process {
    pub async fn start(
        world: Arc<Simulated>,
        journal: Arc<dyn Journal>,
        records: Arc<dyn Records>,
    ) -> Arc<Self> {
        let dead = CancellationToken::new();
        let runtime = Arc::new(Mortal { world, dead: dead.clone() });
        let stopping = CancellationToken::new();
        let rules = DeskRules::default();
        let switchboard = Switchboard::start(journal, records, runtime, rules, stopping);
        let switchboard = switchboard.await.unwrap();
        jobs::start(&switchboard);
        Arc::new(Self { switchboard, dead })
    }

    pub fn switchboard(&self) -> &Arc<Switchboard> {
        &self.switchboard
    }

    /// Ends the streams and starts nothing new.
    pub fn stop(&self) {
        self.switchboard.stopping().cancel();
    }

    pub fn die(&self) {
        self.dead.cancel();
    }

    /// Waits for the death of the process.
    pub async fn died(&self) {
        self.dead.cancelled().await;
    }
}

/// The world as one process sees it, until it dies.
struct Mortal {
    world: Arc<Simulated>,
    dead: CancellationToken,
}

impl Runtime for Mortal {
    fn now(&self) -> Moment {
        self.world.now()
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'static, ()> {
        self.world.sleep(wait)
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        let dead = self.dead.clone();
        if !dead.is_cancelled() {
            self.world.spawn(Box::pin(async move {
                tokio::select! {
                    biased;
                    () = dead.cancelled() => {}
                    () = task => {}
                }
            }));
        }
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.world.fill(bytes);
    }
}
