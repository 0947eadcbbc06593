//! How things look for who waits, worked out for everybody at once: a desk is asked this after
//! every event, on behalf of every open page.

use std::collections::{BTreeMap, BTreeSet};

use super::{Consent, Desk, DeskRules, Met, Stage, Visit};
use crate::domain::{
    ids::{ConversationId, RegionId},
    moment::Moment,
};

/// How things look for one waiting visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlook {
    /// The place in the queue, as [`Desk::place`]; `None` for who has met a worker.
    pub place: Option<usize>,
    /// Whether somebody is on duty who may help, as [`Desk::is_staffed`].
    pub staffed: bool,
    /// What there is to know about help from another region.
    pub elsewhere: Consent,
    /// Whether that is to be asked now, as [`Desk::may_ask_elsewhere`].
    pub asks_elsewhere: bool,
}

/// How things look for everybody who waits.
pub type Outlooks = BTreeMap<ConversationId, Outlook>;

impl Desk {
    /// How things look for everybody who waits: who is with a worker, or about to be, has none.
    #[must_use]
    pub fn outlooks(&self, now: Moment, rules: &DeskRules) -> Outlooks {
        let places = self.places();
        let free = self.free_regions(now, rules);
        let waiting = self.visits.iter().filter(|(_, visit)| visit.worker().is_none());
        waiting
            .map(|(id, visit)| {
                let outlook = Outlook {
                    place: places.get(id).copied(),
                    staffed: self.is_staffed(visit.region, rules),
                    elsewhere: visit.elsewhere,
                    asks_elsewhere: self
                        .asks_elsewhere(visit, rules, |region| free.contains(&region)),
                };
                (*id, outlook)
            })
            .collect()
    }

    /// The place of everybody who has one.
    fn places(&self) -> BTreeMap<ConversationId, usize> {
        let mut new: Vec<_> =
            self.visits.iter().filter(|(_, visit)| visit.met == Met::NotYet).collect();
        new.sort_unstable_by_key(|(_, visit)| visit.ticket);
        let mut counted = BTreeMap::<RegionId, usize>::new();
        new.into_iter()
            .map(|(id, visit)| {
                let place = counted.entry(visit.region).or_default();
                *place += 1;
                (*id, *place)
            })
            .collect()
    }

    /// The regions for which somebody who takes offers has a free place.
    fn free_regions(&self, now: Moment, rules: &DeskRules) -> BTreeSet<RegionId> {
        let standings = self.standings(now, rules);
        self.workers
            .iter()
            .filter(|(id, worker)| {
                worker.takes_offers() && standings.get(id).is_some_and(|found| found.free() > 0)
            })
            .flat_map(|(_, worker)| worker.regions.iter().copied())
            .collect()
    }

    /// Whether this visitor may be asked to be helped by a backup region, where `is_free` says for
    /// which regions somebody has a free place.
    pub(super) fn asks_elsewhere(
        &self,
        visit: &Visit,
        rules: &DeskRules,
        is_free: impl Fn(RegionId) -> bool,
    ) -> bool {
        let open = match visit.elsewhere {
            Consent::NotAsked => true,
            Consent::Declined => !self.is_staffed_itself(visit.region),
            Consent::Agreed | Consent::DeclinedAlone => false,
        };
        let waits = matches!(visit.stage, Stage::Waiting | Stage::OpenToAll);
        open && waits
            && visit.presence.is_here()
            && !is_free(visit.region)
            && rules.backups.of(visit.region).iter().any(|backup| is_free(*backup))
    }
}
