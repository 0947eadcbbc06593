//! The work behind the server functions: decides by the rules, writes to the journal, and tells
//! who listens.
//!
//! Holds copies of what the journal says and nothing that is not in it: whatever is appended here
//! names the place it was decided at, and is decided again when somebody was first.

mod allowance;
mod codec;
mod consequences;
mod conversations;
mod counting;
mod desk_copy;
mod evaluation;
mod failure;
mod gate;
mod misuse;
mod outlooks;
mod presence;
mod registration;
mod routing;
mod visitor;
mod worker;

use std::sync::{Arc, PoisonError, RwLock, Weak};

use tokio::sync::{Mutex, Notify, oneshot};
use tokio_util::sync::CancellationToken;

use self::{
    allowance::Allowances, consequences::With, conversations::Conversations, counting::Uncounted,
    desk_copy::DeskCopy, evaluation::Tickets, gate::Gate, outlooks::KnownOutlooks,
};
use super::{
    journal::{AppendError, Journal},
    push::{Cursors, Hub, Names},
    records::Records,
    runtime::Runtime,
};
use crate::domain::{
    desk::{Desk, DeskCommand, DeskEvent, DeskRules, Met},
    ids::{ConversationId, NodeId, RegionId, StaffId},
    moment::Moment,
    waits::{RecentWaits, WaitRange},
};

pub use allowance::Ask;
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
    windows: DeskRules,
    pub(super) node: NodeId,
    pub(super) desk: DeskCopy,
    outlooks: KnownOutlooks,
    pub(super) conversations: Conversations,
    pub(super) hub: Hub,
    pub(super) cursors: Cursors,
    pub(super) names: Names,
    /// Something changed at the desk: time to settle, and perhaps to compact.
    pub(super) changed: Notify,
    pub(super) ended: Notify,
    pub(super) stopping: CancellationToken,
    tickets: Tickets,
    gate: Gate,
    allowances: Allowances,
    uncounted: Uncounted,
    /// Since this process started.
    waits: RwLock<RecentWaits>,
    /// Decisions of this node about the desk, one at a time, so that they do not conflict with
    /// each other.
    turn: Mutex<()>,
    /// This very value, for work that outlives whoever asked for it.
    own: Weak<Self>,
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
        let switchboard = Arc::new_cyclic(|own| Self {
            desk: DeskCopy::default(),
            outlooks: KnownOutlooks::default(),
            conversations: Conversations::default(),
            hub: Hub::default(),
            cursors: Cursors::default(),
            changed: Notify::new(),
            ended: Notify::new(),
            turn: Mutex::new(()),
            own: Weak::clone(own),
            node: NodeId::from_bytes(node),
            names: Names::default(),
            gate: Gate::new(runtime.as_ref()),
            allowances: Allowances::default(),
            journal,
            records,
            runtime,
            windows: rules,
            stopping,
            tickets: Tickets::default(),
            uncounted: Uncounted::default(),
            waits: RwLock::default(),
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

    /// The rules as they are now: the windows, the time to return as it is set, and which regions
    /// help each other out.
    #[must_use]
    pub fn rules(&self) -> DeskRules {
        let published = self.records.published();
        let backups = Arc::clone(&published.backups);
        let talking_away = published.settings.return_window.length();
        DeskRules { talking_away, backups, ..self.windows.clone() }
    }

    /// Takes from what a worker may ask.
    pub fn allow(&self, worker: StaffId, ask: Ask) -> Result<(), Failure> {
        Ok(self.allowances.worker(worker, ask, self.now())?)
    }

    /// Lifts what anybody may ask, and asks for no work: for measurements.
    pub fn lift_limits(&self) {
        self.allowances.lift();
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

    /// How long visitors of this region waited lately.
    pub(in crate::service) fn wait_range(&self, region: RegionId) -> Option<WaitRange> {
        let waits = self.waits.read().unwrap_or_else(PoisonError::into_inner);
        waits.range(region, self.now())
    }

    /// Notes how long a visitor has waited who meets the first worker.
    fn note_wait(&self, conversation: ConversationId, until: Moment) {
        let first = self.look(|desk| {
            let visit = desk.visit_of(conversation)?;
            (visit.met == Met::NotYet).then_some((visit.region, visit.signed_up))
        });
        if let Some((region, from)) = first {
            let mut waits = self.waits.write().unwrap_or_else(PoisonError::into_inner);
            waits.note(region, from, until);
        }
    }

    /// Does what was asked of the desk.
    pub(super) async fn command(&self, command: DeskCommand) -> Result<(), Failure> {
        self.command_with(command, With::Nothing).await
    }

    /// Does what was asked of the desk, together with something in a conversation.
    async fn command_with(&self, command: DeskCommand, with: With) -> Result<(), Failure> {
        let decide = move |desk: &Desk, now, rules: &DeskRules| {
            desk.decide(now, command.clone(), rules).map_err(Failure::from)
        };
        self.decide(with, decide).await.map(|_| ())
    }

    /// Does what time made due, until nothing is.
    pub(super) async fn settle(&self) -> Result<(), Failure> {
        let due = |desk: &Desk, now, rules: &DeskRules| Ok(desk.settle(now, rules));
        while self.decide(With::Nothing, due).await? == Outcome::Something {}
        Ok(())
    }

    /// Decides on the newest desk, appends what was decided with all that follows from it, and
    /// applies it; again when somebody was first.
    async fn decide(
        &self,
        with: With,
        decide: impl Decide + Send + 'static,
    ) -> Result<Outcome, Failure> {
        self.to_the_end(|switchboard| async move { switchboard.decide_now(&with, decide).await })
            .await
    }

    async fn decide_now(&self, with: &With, decide: impl Decide) -> Result<Outcome, Failure> {
        let _turn = self.turn.lock().await;
        for _ in 0..TRIES {
            let now = self.journal.now();
            let rules = self.rules();
            let (events, at) =
                self.look(|desk| decide(desk, now, &rules).map(|events| (events, desk.seq())))?;
            let plan = self.plan(events, at, with).await?;
            if plan.is_empty() {
                return Ok(Outcome::Nothing);
            }
            match self.journal.append(plan.batch()).await {
                Ok(appended) => {
                    // Before anybody is told: who then asks what is owed finds it.
                    self.owe(&plan, now).await;
                    self.carry_out(plan, &appended);
                    return Ok(Outcome::Something);
                }
                Err(AppendError::Conflict(_) | AppendError::Gone(_)) => self.catch_up().await?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(Failure::Broken(format!("nothing could be decided in {TRIES} tries")))
    }

    /// Does `work` beside the caller. When the caller stops waiting, since a page lost its
    /// connection, what is stored by then is told to everybody whom it concerns all the same.
    async fn to_the_end<T, W>(&self, work: impl FnOnce(Arc<Self>) -> W) -> Result<T, Failure>
    where
        T: Send + 'static,
        W: Future<Output = Result<T, Failure>> + Send + 'static,
    {
        let stops = || Failure::Broken("the process stops".to_owned());
        let work = work(self.own.upgrade().ok_or_else(stops)?);
        let (answer, done) = oneshot::channel();
        self.runtime.spawn(Box::pin(async move {
            // Nobody may be waiting any more.
            let _ = answer.send(work.await);
        }));
        done.await.unwrap_or_else(|_| Err(stops()))
    }

    /// The name of a region as people see it.
    pub(super) fn region_name(&self, region: RegionId) -> String {
        let published = self.records.published();
        published.regions.get(region).map(|region| region.name.clone()).unwrap_or_default()
    }
}

/// What somebody wants of the desk.
trait Decide: Fn(&Desk, Moment, &DeskRules) -> Result<Vec<DeskEvent>, Failure> {}

impl<D: Fn(&Desk, Moment, &DeskRules) -> Result<Vec<DeskEvent>, Failure>> Decide for D {}

/// What became of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It was so already.
    Nothing,
    /// Something was stored.
    Something,
}
