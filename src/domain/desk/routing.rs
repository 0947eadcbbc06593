//! Who may help whom: by region, by the visitor's consent, and by what is free.

use super::{Desk, DeskRules, Duty, Stage, Target, Visit};
use crate::domain::{
    ids::{ConversationId, RegionId, StaffId},
    moment::Moment,
};

/// How near a worker is to a waiting visitor: the nearest is offered the visitor first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// The visitor was passed on to this very worker.
    Meant,
    /// On duty for the visitor's region.
    Own,
    /// On duty for a backup region, and the visitor agreed.
    Backup,
}

impl Desk {
    /// Whether somebody is on duty for the region or for one that backs it up: also when full or
    /// gone for a moment, not when paused.
    #[must_use]
    pub fn is_staffed(&self, region: RegionId, rules: &DeskRules) -> bool {
        self.is_staffed_itself(region)
            || rules.backups.of(region).iter().any(|backup| self.is_staffed_itself(*backup))
    }

    /// Whether somebody is on duty for the region itself.
    #[must_use]
    pub fn is_staffed_itself(&self, region: RegionId) -> bool {
        self.workers
            .values()
            .any(|worker| worker.duty == Duty::On && worker.regions.contains(&region))
    }

    /// How near this worker is to a visitor; `None` when the worker may not help at all.
    #[must_use]
    pub fn nearness(
        &self,
        worker: StaffId,
        conversation: ConversationId,
        rules: &DeskRules,
    ) -> Option<Nearness> {
        self.near(worker, self.visits.get(&conversation)?, rules)
    }

    pub(super) fn near(
        &self,
        worker: StaffId,
        visit: &Visit,
        rules: &DeskRules,
    ) -> Option<Nearness> {
        if visit.meant_for() == Some(worker) {
            return Some(Nearness::Meant);
        }
        let regions = &self.workers.get(&worker)?.regions;
        if regions.contains(&visit.region) {
            return Some(Nearness::Own);
        }
        visit.reach(rules).any(|region| regions.contains(&region)).then_some(Nearness::Backup)
    }

    /// Whether this visitor can be shown to the worker now.
    pub(super) fn can_be_shown(&self, worker: StaffId, visit: &Visit, rules: &DeskRules) -> bool {
        self.workers.get(&worker).is_some_and(super::Worker::takes_offers)
            && self.near(worker, visit, rules).is_some()
    }

    /// Whether the worker may take this visitor now: the one who is offered the visitor alone, or
    /// by hand whoever is at work, has a free place and may help.
    #[must_use]
    pub fn may_take(
        &self,
        worker: StaffId,
        conversation: ConversationId,
        now: Moment,
        rules: &DeskRules,
    ) -> bool {
        self.takeable(worker, now, rules)(conversation)
    }

    /// Which visitors the worker may take now, as [`Self::may_take`], for asking about many.
    pub fn takeable(
        &self,
        worker: StaffId,
        now: Moment,
        rules: &DeskRules,
    ) -> impl Fn(ConversationId) -> bool {
        let standing = self.standing(worker, now, rules);
        move |conversation| {
            self.visits.get(&conversation).is_some_and(|visit| {
                self.is_within_reach(worker, visit, rules)
                    && standing.is_some_and(|all| all.has_place_for(worker, visit, now, rules))
            })
        }
    }

    pub(super) fn is_within_reach(
        &self,
        worker: StaffId,
        visit: &Visit,
        rules: &DeskRules,
    ) -> bool {
        visit.presence.is_here()
            && match visit.stage {
                Stage::Offered { to, .. } => {
                    to == worker && self.can_be_shown(worker, visit, rules)
                }
                Stage::Waiting | Stage::OpenToAll => {
                    self.is_at_work(worker) && self.near(worker, visit, rules).is_some()
                }
                Stage::Accepted { .. } | Stage::Talking { .. } => false,
            }
    }

    /// Whether colleagues may count on this worker.
    #[must_use]
    pub fn is_at_work(&self, worker: StaffId) -> bool {
        self.workers.get(&worker).is_some_and(super::Worker::is_at_work)
    }

    /// Whether a waiting visitor may be asked to be helped by a backup region: nobody of the own
    /// region has a free place, and somebody of a backup region does. Who said no is asked once
    /// more when nobody is on duty for the own region any more.
    #[must_use]
    pub fn may_ask_elsewhere(
        &self,
        conversation: ConversationId,
        now: Moment,
        rules: &DeskRules,
    ) -> bool {
        self.visits.get(&conversation).is_some_and(|visit| {
            self.asks_elsewhere(visit, rules, |region| self.is_free_for(region, now, rules))
        })
    }

    /// Whether somebody who takes offers for the region has a free place.
    fn is_free_for(&self, region: RegionId, now: Moment, rules: &DeskRules) -> bool {
        self.workers.iter().any(|(id, worker)| {
            worker.takes_offers()
                && worker.regions.contains(&region)
                && self.standing(*id, now, rules).is_some_and(|standing| standing.free() > 0)
        })
    }

    /// Whether the visitor's consent covers this target: otherwise the visitor is asked first.
    #[must_use]
    pub fn is_covered(&self, visit: &Visit, to: Target, rules: &DeskRules) -> bool {
        match to {
            Target::Region(region) => visit.reach(rules).any(|reached| reached == region),
            Target::Colleague(colleague) | Target::Reader(colleague) => {
                self.near(colleague, visit, rules).is_some()
            }
        }
    }
}
