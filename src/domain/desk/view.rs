//! What can be seen of the desk.

use std::collections::BTreeMap;

use super::{Desk, DeskRules, Met, Party, Presence, Reader, Stage, Visit, Worker};
use crate::domain::{
    ids::{ConversationId, RegionId, Seq, StaffId},
    moment::Moment,
};

/// How many conversations a worker has, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Offers, acceptances, conversations, and those read along with, that take up a place.
    pub taken: usize,
    /// The capacity.
    pub capacity: u8,
}

impl Standing {
    /// How many more visitors may be offered.
    #[must_use]
    pub fn free(&self) -> usize {
        usize::from(self.capacity).saturating_sub(self.taken)
    }

    /// How many more there are than may be: somebody came back, the capacity was lowered, or a
    /// colleague's conversation is read along with.
    #[must_use]
    pub fn excess(&self) -> usize {
        self.taken.saturating_sub(usize::from(self.capacity))
    }

    /// Whether this visit is within the capacity of the worker whose standing this is.
    pub(super) fn has_place_for(
        &self,
        worker: StaffId,
        visit: &Visit,
        now: Moment,
        rules: &DeskRules,
    ) -> bool {
        let own = usize::from(visit.held_by(now, rules).any(|holder| holder == worker));
        self.taken - own < usize::from(self.capacity)
    }
}

/// A waiting visitor, as workers see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitingRow {
    /// Which visit.
    pub conversation: ConversationId,
    /// The region that the visitor chose.
    pub region: RegionId,
    /// When the visitor signed up.
    pub since: Moment,
    /// Whether the visitor was with a worker before.
    pub met: Met,
    /// Whether the visitor's page is connected.
    pub presence: Presence,
    /// Waiting, offered or open to all.
    pub stage: Stage,
}

impl Desk {
    /// The last event applied.
    #[must_use]
    pub const fn seq(&self) -> Seq {
        self.seq
    }

    /// This visit, while it lasts.
    #[must_use]
    pub fn visit_of(&self, conversation: ConversationId) -> Option<&Visit> {
        self.visits.get(&conversation)
    }

    /// Everybody who is here.
    pub fn visits(&self) -> impl Iterator<Item = (ConversationId, &Visit)> {
        self.visits.iter().map(|(id, visit)| (*id, visit))
    }

    /// This worker, while on duty, connected or in conversation.
    #[must_use]
    pub fn worker(&self, worker: StaffId) -> Option<&Worker> {
        self.workers.get(&worker)
    }

    /// All workers who are on duty, connected or in conversation.
    pub fn workers(&self) -> impl Iterator<Item = (StaffId, &Worker)> {
        self.workers.iter().map(|(id, worker)| (*id, worker))
    }

    /// Whether this page is connected.
    #[must_use]
    pub fn presence(&self, party: Party) -> Option<Presence> {
        match party {
            Party::Visitor(conversation) => {
                self.visits.get(&conversation).map(|visit| visit.presence)
            }
            Party::Worker(worker) => self.workers.get(&worker).map(|worker| worker.presence),
        }
    }

    /// The place in the queue: 1 and the visitors of the same region who signed up earlier and
    /// have not met their first worker. `None` for who has met one.
    #[must_use]
    pub fn place(&self, conversation: ConversationId) -> Option<usize> {
        let own = self.visits.get(&conversation).filter(|visit| visit.met == Met::NotYet)?;
        let earlier = self.visits.values().filter(|visit| {
            visit.region == own.region && visit.met == Met::NotYet && visit.ticket < own.ticket
        });
        Some(1 + earlier.count())
    }

    /// The waiting visitors whom this worker may help, in the order in which they will be helped.
    #[must_use]
    pub fn waiting_for(&self, worker: StaffId, rules: &DeskRules) -> Vec<WaitingRow> {
        self.waiting(|visit| self.near(worker, visit, rules).is_some())
    }

    /// The waiting visitors of these regions, in the order in which they will be helped.
    #[must_use]
    pub fn waiting_in(&self, regions: &[RegionId]) -> Vec<WaitingRow> {
        self.waiting(|visit| regions.contains(&visit.region))
    }

    fn waiting(&self, wanted: impl Fn(&Visit) -> bool) -> Vec<WaitingRow> {
        let mut waiting: Vec<_> = self
            .visits
            .iter()
            .filter(|(_, visit)| visit.worker().is_none() && wanted(visit))
            .collect();
        waiting.sort_by_key(|(_, visit)| visit.turn());
        waiting
            .into_iter()
            .map(|(conversation, visit)| WaitingRow {
                conversation: *conversation,
                region: visit.region,
                since: visit.signed_up,
                met: visit.met,
                presence: visit.presence,
                stage: visit.stage,
            })
            .collect()
    }

    /// The conversations that this worker has or is about to have.
    pub fn conversations_of(
        &self,
        worker: StaffId,
    ) -> impl Iterator<Item = (ConversationId, &Visit)> {
        self.visits().filter(move |(_, visit)| visit.worker() == Some(worker))
    }

    /// The conversations at which this worker has a seat or is about to: the own ones, and those
    /// that the worker reads along with.
    pub fn seats_of(&self, worker: StaffId) -> impl Iterator<Item = (ConversationId, &Visit)> {
        self.visits().filter(move |(_, visit)| visit.seated().any(|seated| seated == worker))
    }

    /// The conversations that this worker was asked to read along with.
    pub fn invitations_of(
        &self,
        worker: StaffId,
    ) -> impl Iterator<Item = (ConversationId, &Visit)> {
        self.visits().filter(move |(_, visit)| {
            matches!(visit.reader, Some(Reader::Asked { who, .. }) if who == worker)
        })
    }

    /// How much of the worker's capacity is taken.
    #[must_use]
    pub fn standing(&self, worker: StaffId, now: Moment, rules: &DeskRules) -> Option<Standing> {
        let capacity = self.workers.get(&worker)?.capacity;
        let holders = self.visits.values().flat_map(|visit| visit.held_by(now, rules));
        Some(Standing { taken: holders.filter(|holder| *holder == worker).count(), capacity })
    }

    /// How much of every worker's capacity is taken.
    #[must_use]
    pub fn standings(&self, now: Moment, rules: &DeskRules) -> BTreeMap<StaffId, Standing> {
        let mut standings: BTreeMap<_, _> = self
            .workers
            .iter()
            .map(|(id, worker)| (*id, Standing { taken: 0, capacity: worker.capacity }))
            .collect();
        for by in self.visits.values().flat_map(|visit| visit.held_by(now, rules)) {
            if let Some(standing) = standings.get_mut(&by) {
                standing.taken += 1;
            }
        }
        standings
    }

    /// Whether this visit is within the worker's capacity, with everything else the worker has.
    pub(super) fn has_place_for(
        &self,
        worker: StaffId,
        visit: &Visit,
        now: Moment,
        rules: &DeskRules,
    ) -> bool {
        self.standing(worker, now, rules)
            .is_some_and(|standing| standing.has_place_for(worker, visit, now, rules))
    }
}
