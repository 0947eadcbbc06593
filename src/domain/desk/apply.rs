//! How events change the desk. Never refuses: what is recorded has happened.

use super::{Desk, DeskEvent, Duty, Met, OfferEnd, Party, Presence, Stage, Visit, Worker};
use crate::domain::{
    ids::{ConversationId, StaffId},
    moment::Moment,
    recorded::Recorded,
};

impl Desk {
    /// Makes what happened so.
    pub fn apply(&mut self, recorded: &Recorded<DeskEvent>) {
        self.seq = recorded.seq;
        let at = recorded.at;
        match &recorded.item {
            DeskEvent::SignedUp { conversation, region } => {
                let visit = Visit {
                    ticket: self.next_ticket,
                    region: *region,
                    signed_up: at,
                    met: Met::NotYet,
                    presence: Presence::Away { since: at },
                    stage: Stage::Waiting,
                    passed: Vec::new(),
                };
                self.next_ticket += 1;
                self.visits.insert(*conversation, visit);
            }
            DeskEvent::Arrived { party, node, connection } => {
                let here = Presence::Here { node: *node, connection: *connection };
                self.set_presence(*party, here, at);
            }
            DeskEvent::Departed { party } => {
                self.set_presence(*party, Presence::Away { since: at }, at);
            }
            DeskEvent::NodeStarted { .. } => {
                let visits = self.visits.values_mut().map(|visit| &mut visit.presence);
                let workers = self.workers.values_mut().map(|worker| &mut worker.presence);
                // Also who was away before: nobody could come back while no process ran.
                for presence in visits.chain(workers) {
                    *presence = Presence::Away { since: at };
                }
            }
            DeskEvent::Left { conversation, .. } => {
                let visit = self.visits.remove(conversation);
                if let Some(worker) = visit.and_then(|visit| visit.worker()) {
                    self.now_idle(worker, at);
                }
            }
            DeskEvent::DutyStarted { .. }
            | DeskEvent::CapacityChanged { .. }
            | DeskEvent::Paused { .. }
            | DeskEvent::Resumed { .. }
            | DeskEvent::DutyEnded { .. } => self.apply_duty(&recorded.item, at),
            DeskEvent::Offered { .. }
            | DeskEvent::OpenedToAll { .. }
            | DeskEvent::Withdrawn { .. }
            | DeskEvent::Accepted { .. }
            | DeskEvent::Connected { .. }
            | DeskEvent::NotConnected { .. }
            | DeskEvent::GivenBack { .. } => self.apply_stage(&recorded.item, at),
        }
        self.forget_absent_workers();
    }

    fn apply_duty(&mut self, event: &DeskEvent, at: Moment) {
        match event {
            DeskEvent::DutyStarted { worker, regions, capacity } => {
                let worker = self.worker_mut(*worker, at);
                if worker.duty == Duty::Off {
                    worker.idle_since = at;
                }
                worker.duty = Duty::On;
                worker.regions.clone_from(regions);
                worker.capacity = *capacity;
            }
            DeskEvent::CapacityChanged { worker, capacity } => {
                self.worker_mut(*worker, at).capacity = *capacity;
            }
            DeskEvent::Paused { worker } => self.worker_mut(*worker, at).duty = Duty::Paused,
            DeskEvent::Resumed { worker } => self.worker_mut(*worker, at).duty = Duty::On,
            DeskEvent::DutyEnded { worker } => self.worker_mut(*worker, at).duty = Duty::Off,
            _ => {}
        }
    }

    fn apply_stage(&mut self, event: &DeskEvent, at: Moment) {
        match event {
            DeskEvent::Offered { conversation, to, until } => {
                self.set_stage(*conversation, Stage::Offered { to: *to, until: *until });
            }
            DeskEvent::OpenedToAll { conversation } => {
                self.set_stage(*conversation, Stage::OpenToAll);
            }
            DeskEvent::Withdrawn { conversation, why } => {
                let before = self.set_stage(*conversation, Stage::Waiting);
                if let (Some(Stage::Offered { to, .. }), OfferEnd::Lapsed) = (before, why) {
                    if let Some(visit) = self.visits.get_mut(conversation) {
                        visit.passed.push(to);
                    }
                    self.now_idle(to, at);
                }
            }
            DeskEvent::Accepted { conversation, by, until } => {
                self.set_stage(*conversation, Stage::Accepted { by: *by, until: *until });
                self.now_idle(*by, at);
            }
            DeskEvent::Connected { conversation } => {
                let Some(visit) = self.visits.get_mut(conversation) else { return };
                if let Some(with) = visit.worker() {
                    visit.stage = Stage::Talking { with, since: at };
                    visit.met = Met::Already;
                }
            }
            DeskEvent::NotConnected { conversation } => {
                let before = self.set_stage(*conversation, Stage::Waiting);
                if let Some(visit) = self.visits.get_mut(conversation)
                    && visit.presence.is_here()
                {
                    visit.presence = Presence::Away { since: at };
                }
                if let Some(Stage::Accepted { by, .. }) = before {
                    self.now_idle(by, at);
                }
            }
            DeskEvent::GivenBack { conversation } => {
                self.set_stage(*conversation, Stage::Waiting);
            }
            _ => {}
        }
    }

    /// Sets the stage and gives the former one. Once it is neither waiting nor offered, the next
    /// round starts with everybody.
    fn set_stage(&mut self, conversation: ConversationId, stage: Stage) -> Option<Stage> {
        let visit = self.visits.get_mut(&conversation)?;
        if !matches!(stage, Stage::Waiting | Stage::Offered { .. }) {
            visit.passed.clear();
        }
        Some(std::mem::replace(&mut visit.stage, stage))
    }

    fn set_presence(&mut self, party: Party, presence: Presence, at: Moment) {
        match party {
            Party::Visitor(conversation) => {
                if let Some(visit) = self.visits.get_mut(&conversation) {
                    visit.presence = presence;
                }
            }
            Party::Worker(worker) => self.worker_mut(worker, at).presence = presence,
        }
    }

    fn now_idle(&mut self, worker: StaffId, at: Moment) {
        if let Some(worker) = self.workers.get_mut(&worker) {
            worker.idle_since = at;
        }
    }

    fn worker_mut(&mut self, worker: StaffId, at: Moment) -> &mut Worker {
        self.workers.entry(worker).or_insert_with(|| Worker {
            duty: Duty::Off,
            regions: Vec::new(),
            capacity: 2,
            presence: Presence::Away { since: at },
            idle_since: at,
        })
    }

    /// A worker who is off duty, away and with nobody leaves no trace.
    fn forget_absent_workers(&mut self) {
        let visits = &self.visits;
        self.workers.retain(|id, worker| {
            worker.duty != Duty::Off
                || worker.presence.is_here()
                || visits.values().any(|visit| visit.worker() == Some(*id))
        });
    }
}
