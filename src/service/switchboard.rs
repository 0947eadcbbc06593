//! The work behind the server functions: decides by the rules, writes to the journal, and tells
//! who listens.
//!
//! Holds copies of what the journal says and nothing that is not in it: whatever is appended here
//! names the place it was decided at, and is decided again when somebody was first.

mod codec;
mod consequences;
mod conversations;
mod desk_copy;
mod failure;
mod presence;
mod visitor;
mod worker;

use std::sync::Arc;

use tokio::sync::{Mutex, Notify};
use tokio_util::sync::CancellationToken;

use self::{consequences::With, conversations::Conversations, desk_copy::DeskCopy};
use super::{
    journal::{AppendError, Journal},
    push::{Cursors, Hub},
    records::Records,
    runtime::Runtime,
};
use crate::domain::{
    desk::{Desk, DeskCommand, DeskEvent, DeskRules},
    ids::{NodeId, RegionId},
    moment::Moment,
};

pub use failure::Failure;
pub(super) use presence::SILENCE;
pub use worker::AtDesk;

/// How often a decision is made anew when somebody was first, before it is given up.
const TRIES: usize = 100;

/// The switchboard of one node.
pub struct Switchboard {
    pub(super) journal: Arc<dyn Journal>,
    pub(super) records: Arc<dyn Records>,
    pub(super) runtime: Arc<dyn Runtime>,
    pub(super) rules: DeskRules,
    pub(super) node: NodeId,
    pub(super) desk: DeskCopy,
    pub(super) conversations: Conversations,
    pub(super) hub: Hub,
    pub(super) cursors: Cursors,
    /// Something changed at the desk: time to settle, and perhaps to compact.
    pub(super) changed: Notify,
    pub(super) ended: Notify,
    pub(super) stopping: CancellationToken,
    /// Decisions of this node about the desk, one at a time, so that they do not conflict with
    /// each other.
    turn: Mutex<()>,
}

impl Switchboard {
    /// Reads the desk from the journal and marks whatever was connected to this node before as
    /// away. Streams end when `stopping` is cancelled.
    pub async fn start(
        journal: Arc<dyn Journal>,
        records: Arc<dyn Records>,
        runtime: Arc<dyn Runtime>,
        rules: DeskRules,
        stopping: CancellationToken,
    ) -> Result<Arc<Self>, Failure> {
        let mut node = [0; 16];
        runtime.fill(&mut node);
        let switchboard = Arc::new(Self {
            desk: DeskCopy::default(),
            conversations: Conversations::default(),
            hub: Hub::default(),
            cursors: Cursors::default(),
            changed: Notify::new(),
            ended: Notify::new(),
            turn: Mutex::new(()),
            node: NodeId::from_bytes(node),
            journal,
            records,
            runtime,
            rules,
            stopping,
        });
        switchboard.catch_up().await?;
        switchboard.command(DeskCommand::StartNode { node: switchboard.node }).await?;
        Ok(switchboard)
    }

    /// The journal's time.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.journal.now()
    }

    /// Looks at the desk.
    pub fn look<T>(&self, look: impl FnOnce(&Desk) -> T) -> T {
        self.desk.look(look)
    }

    /// Cancelled when the process stops.
    #[must_use]
    pub const fn stopping(&self) -> &CancellationToken {
        &self.stopping
    }

    /// Does what was asked of the desk.
    pub(super) async fn command(&self, command: DeskCommand) -> Result<(), Failure> {
        self.command_with(command, &With::Nothing).await
    }

    /// Does what was asked of the desk, together with something in a conversation.
    async fn command_with(&self, command: DeskCommand, with: &With) -> Result<(), Failure> {
        self.decide(with, |desk, now| {
            desk.decide(now, command.clone(), &self.rules).map_err(Failure::from)
        })
        .await
    }

    /// Does what time made due, until nothing is.
    pub(super) async fn settle(&self) -> Result<(), Failure> {
        loop {
            let mut anything = false;
            self.decide(&With::Nothing, |desk, now| {
                let due = desk.settle(now, &self.rules);
                anything = !due.is_empty();
                Ok(due)
            })
            .await?;
            if !anything {
                return Ok(());
            }
        }
    }

    /// Decides on the newest desk, appends what was decided with all that follows from it, and
    /// applies it; again when somebody was first.
    async fn decide(
        &self,
        with: &With,
        mut decide: impl FnMut(&Desk, Moment) -> Result<Vec<DeskEvent>, Failure>,
    ) -> Result<(), Failure> {
        let _turn = self.turn.lock().await;
        for _ in 0..TRIES {
            let now = self.journal.now();
            let (events, at) =
                self.look(|desk| decide(desk, now).map(|events| (events, desk.seq())))?;
            let plan = self.plan(events, at, with).await?;
            if plan.is_empty() {
                return Ok(());
            }
            match self.journal.append(plan.batch()).await {
                Ok(appended) => {
                    self.carry_out(plan, &appended);
                    return Ok(());
                }
                Err(AppendError::Conflict(_) | AppendError::Gone(_)) => self.catch_up().await?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(Failure::Broken(format!("nothing could be decided in {TRIES} tries")))
    }

    /// The name of a region as people see it.
    pub(super) fn region_name(&self, region: RegionId) -> String {
        let published = self.records.published();
        published.regions.get(region).map(|region| region.name.clone()).unwrap_or_default()
    }
}
