//! The next offers, and those that no longer fit.

use std::cmp::Reverse;

use super::super::{Desk, DeskEvent, DeskRules, OfferEnd, Stage};
use crate::domain::{ids::StaffId, moment::Moment};

impl Desk {
    /// Offers that no longer fit: a visitor who was away too long to count is back with the worker,
    /// or the capacity was lowered. The last in the queue go first.
    pub(super) fn offers_beyond_capacity(&self, now: Moment, rules: &DeskRules) -> Vec<DeskEvent> {
        let mut events = Vec::new();
        for (worker, standing) in self.standings(now, rules) {
            if standing.excess() == 0 {
                continue;
            }
            let mut offered: Vec<_> = self
                .visits
                .iter()
                .filter(
                    |(_, visit)| matches!(visit.stage, Stage::Offered { to, .. } if to == worker),
                )
                .collect();
            offered.sort_by_key(|(_, visit)| Reverse(visit.turn()));
            events.extend(offered.into_iter().take(standing.excess()).map(|(id, _)| {
                DeskEvent::Withdrawn { conversation: *id, why: OfferEnd::WorkerUnavailable }
            }));
        }
        events
    }

    /// The next offers: in the order of the queue, each to the nearest free worker, of those to the
    /// one who has the least to do, of those to the one who has been idle longest, and who has not
    /// let it pass.
    ///
    /// A visitor who is shown to everybody keeps a place free with each of them, so that nobody who
    /// came later is offered in that place.
    pub(super) fn offers(&self, now: Moment, rules: &DeskRules) -> Vec<DeskEvent> {
        let mut queue: Vec<_> = self
            .visits
            .iter()
            .filter(|(_, visit)| matches!(visit.stage, Stage::Waiting | Stage::OpenToAll))
            .filter(|(_, visit)| visit.presence.is_here())
            .collect();
        queue.sort_by_key(|(_, visit)| visit.turn());

        let mut standings = self.standings(now, rules);
        standings.retain(|id, _| self.workers[id].takes_offers());
        let mut events = Vec::new();
        for (conversation, visit) in queue {
            let conversation = *conversation;
            let able: Vec<_> = standings
                .iter()
                .filter(|(_, standing)| standing.free() > 0)
                .filter_map(|(id, _)| Some((self.near(*id, visit, rules)?, *id)))
                .collect();
            if able.is_empty() {
                continue;
            }
            let next = able.iter().filter(|(_, id)| !visit.passed.contains(id)).min_by_key(
                |(nearness, id)| (*nearness, standings[id].taken, self.workers[id].idle_since, *id),
            );
            let able = || able.iter().map(|(_, id)| *id).collect();
            let shown_to: Vec<StaffId> = match (visit.stage, next) {
                (Stage::OpenToAll, _) => able(),
                (_, Some((_, to))) => {
                    let until = now + rules.offer;
                    events.push(DeskEvent::Offered { conversation, to: *to, until });
                    vec![*to]
                }
                (_, None) => {
                    events.push(DeskEvent::OpenedToAll { conversation });
                    able()
                }
            };
            for worker in shown_to {
                standings.entry(worker).and_modify(|standing| standing.taken += 1);
            }
        }
        events
    }
}
