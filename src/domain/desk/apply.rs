//! How events change the desk. Never refuses: what is recorded has happened.

mod passing_on;

use super::{Consent, Desk, DeskEvent, Duty, Met, OfferEnd, Party, Presence, Stage, Visit, Worker};
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
                let visit = Visit::new(self.next_ticket, *region, at);
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
                match visit.map(|visit| visit.stage) {
                    Some(Stage::Talking { with, .. }) => self.wraps_up(with, at),
                    Some(Stage::Accepted { by, .. }) => self.now_idle(by, at),
                    _ => {}
                }
            }
            DeskEvent::DutyStarted { .. }
            | DeskEvent::CapacityChanged { .. }
            | DeskEvent::WrapUpChanged { .. }
            | DeskEvent::WrapUpEnded { .. }
            | DeskEvent::Paused { .. }
            | DeskEvent::Resumed { .. }
            | DeskEvent::DutyEnded { .. } => self.apply_duty(&recorded.item, at),
            DeskEvent::ElsewhereAgreed { conversation } => {
                self.set_consent(*conversation, Consent::Agreed);
            }
            DeskEvent::ElsewhereDeclined { conversation } => {
                let region = self.visits.get(conversation).map(|visit| visit.region);
                let alone = region.is_some_and(|region| !self.is_staffed_itself(region));
                let consent = if alone { Consent::DeclinedAlone } else { Consent::Declined };
                self.set_consent(*conversation, consent);
            }
            DeskEvent::ReaderAsked { .. }
            | DeskEvent::ReaderJoined { .. }
            | DeskEvent::ReaderLeft { .. }
            | DeskEvent::HandedOver { .. }
            | DeskEvent::Transferred { .. }
            | DeskEvent::Wished { .. }
            | DeskEvent::WishGranted { .. }
            | DeskEvent::WishEnded { .. } => self.apply_passing_on(&recorded.item, at),
            // What it is counted as, before the visit is over.
            DeskEvent::Misused { .. } => {}
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
            DeskEvent::DutyStarted { worker, regions, capacity, wrap_up } => {
                let worker = self.worker_mut(*worker, at);
                if worker.duty == Duty::Off {
                    worker.idle_since = at;
                }
                worker.duty = Duty::On;
                worker.regions.clone_from(regions);
                worker.capacity = *capacity;
                worker.wrap_up = *wrap_up;
            }
            DeskEvent::CapacityChanged { worker, capacity } => {
                self.worker_mut(*worker, at).capacity = *capacity;
            }
            DeskEvent::Paused { worker } => self.worker_mut(*worker, at).duty = Duty::Paused,
            DeskEvent::Resumed { worker } => self.worker_mut(*worker, at).duty = Duty::On,
            DeskEvent::WrapUpChanged { worker, wrap_up } => {
                self.worker_mut(*worker, at).wrap_up = *wrap_up;
            }
            DeskEvent::WrapUpEnded { worker } => {
                let worker = self.worker_mut(*worker, at);
                worker.wrapping_until = None;
                worker.idle_since = at;
            }
            DeskEvent::DutyEnded { worker } => {
                let worker = self.worker_mut(*worker, at);
                worker.duty = Duty::Off;
                worker.wrapping_until = None;
            }
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
                if let Some(visit) = self.visits.get_mut(conversation) {
                    visit.passed_on = None;
                }
                self.now_idle(*by, at);
            }
            DeskEvent::Connected { conversation } => {
                let Some(visit) = self.visits.get_mut(conversation) else { return };
                if let Some(with) = visit.worker() {
                    visit.stage = Stage::Talking { with, since: at };
                    visit.met = Met::Already;
                    visit.met_at = visit.met_at.or(Some(at));
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
                if let Some(visit) = self.visits.get_mut(conversation) {
                    visit.reader = None;
                    visit.wish = None;
                    visit.handed_over_by = None;
                }
            }
            _ => {}
        }
    }

    fn set_consent(&mut self, conversation: ConversationId, consent: Consent) {
        if let Some(visit) = self.visits.get_mut(&conversation) {
            visit.elsewhere = consent;
        }
    }

    /// Sets the stage and gives the former one. Once it is neither waiting nor offered, the next
    /// round starts with everybody.
    pub(super) fn set_stage(
        &mut self,
        conversation: ConversationId,
        stage: Stage,
    ) -> Option<Stage> {
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

    fn wraps_up(&mut self, worker: StaffId, at: Moment) {
        if let Some(worker) = self.workers.get_mut(&worker) {
            worker.wraps_up(at);
        }
    }

    fn worker_mut(&mut self, worker: StaffId, at: Moment) -> &mut Worker {
        self.workers.entry(worker).or_insert_with(|| Worker::new(at))
    }

    /// A worker who is off duty, away and with nobody leaves no trace.
    fn forget_absent_workers(&mut self) {
        let visits = &self.visits;
        self.workers.retain(|id, worker| {
            worker.duty != Duty::Off
                || worker.presence.is_here()
                || visits.values().any(|visit| visit.seated().any(|seated| seated == *id))
        });
    }
}
