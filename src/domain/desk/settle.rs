//! What time alone makes happen: offers that end, people who were away too long, and the next
//! offers to whoever is free.

use std::{cmp::Reverse, time::Duration};

use super::{Desk, DeskEvent, DeskRules, Duty, Ending, Met, OfferEnd, Stage, Visit};
use crate::domain::{
    ids::{ConversationId, StaffId},
    moment::Moment,
};

impl Desk {
    /// Everything that is due now. Append it, apply it, and ask again until nothing is due: an
    /// answer depends on the one before.
    #[must_use]
    pub fn settle(&self, now: Moment, rules: &DeskRules) -> Vec<DeskEvent> {
        let mut due = self.workers_gone(now, rules);
        if due.is_empty() {
            due = self
                .visits
                .iter()
                .filter_map(|(id, visit)| self.visit_due(*id, visit, now, rules))
                .collect();
        }
        if due.is_empty() {
            due = self.offers_beyond_capacity(now, rules);
        }
        if due.is_empty() { self.offers(now, rules) } else { due }
    }

    /// When [`Self::settle`] may next have something to say, if nothing else happens: always
    /// after `now`.
    #[must_use]
    pub fn next_deadline(&self, now: Moment, rules: &DeskRules) -> Option<Moment> {
        let visits = self.visits.values().flat_map(|visit| {
            let until = match visit.stage {
                Stage::Offered { until, .. } | Stage::Accepted { until, .. } => Some(until),
                Stage::Waiting | Stage::OpenToAll | Stage::Talking { .. } => None,
            };
            let away = visit.presence.away_since();
            let gone = away.map(|since| since + away_window(visit, rules));
            let holding = away.filter(|_| visit.worker().is_some());
            let frees = holding.map(|since| since + rules.away_frees_place);
            [until, gone, frees]
        });
        let workers = self
            .workers
            .values()
            .map(|worker| worker.presence.away_since().map(|since| since + rules.worker_away));
        visits.chain(workers).flatten().filter(|at| *at > now).min()
    }

    /// Workers whose page has been gone for too long give back everybody and are off duty.
    fn workers_gone(&self, now: Moment, rules: &DeskRules) -> Vec<DeskEvent> {
        let mut events = Vec::new();
        for (id, worker) in &self.workers {
            if !passed(worker.presence.away_since(), rules.worker_away, now) {
                continue;
            }
            let theirs = self.visits.iter().filter(|(_, visit)| visit.worker() == Some(*id));
            events.extend(
                theirs
                    .map(|(conversation, _)| DeskEvent::GivenBack { conversation: *conversation }),
            );
            if worker.duty != Duty::Off {
                events.push(DeskEvent::DutyEnded { worker: *id });
            }
        }
        events
    }

    fn visit_due(
        &self,
        conversation: ConversationId,
        visit: &Visit,
        now: Moment,
        rules: &DeskRules,
    ) -> Option<DeskEvent> {
        if passed(visit.presence.away_since(), away_window(visit, rules), now) {
            return Some(DeskEvent::Left { conversation, how: Ending::Expired });
        }
        match visit.stage {
            Stage::Accepted { until, .. } if until <= now => {
                Some(DeskEvent::NotConnected { conversation })
            }
            Stage::Offered { .. } | Stage::OpenToAll if !visit.presence.is_here() => {
                Some(DeskEvent::Withdrawn { conversation, why: OfferEnd::VisitorAway })
            }
            Stage::Offered { to, .. } if !self.serves(to, visit.region) => {
                Some(DeskEvent::Withdrawn { conversation, why: OfferEnd::WorkerUnavailable })
            }
            Stage::Offered { until, .. } if until <= now => {
                Some(DeskEvent::Withdrawn { conversation, why: OfferEnd::Lapsed })
            }
            _ => None,
        }
    }

    /// Offers that no longer fit: a visitor who was away too long to count is back with the worker,
    /// or the capacity was lowered. The last in the queue go first.
    fn offers_beyond_capacity(&self, now: Moment, rules: &DeskRules) -> Vec<DeskEvent> {
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

    /// The next offers: in the order of the queue, each to the free worker who has the least to do,
    /// of those the one who has been idle longest, and who has not let it pass.
    ///
    /// A visitor who is shown to everybody keeps a place free with each of them, so that nobody who
    /// came later is offered in that place.
    fn offers(&self, now: Moment, rules: &DeskRules) -> Vec<DeskEvent> {
        let mut queue: Vec<_> = self
            .visits
            .iter()
            .filter(|(_, visit)| matches!(visit.stage, Stage::Waiting | Stage::OpenToAll))
            .filter(|(_, visit)| visit.presence.is_here())
            .collect();
        queue.sort_by_key(|(_, visit)| visit.turn());

        let mut standings = self.standings(now, rules);
        let mut events = Vec::new();
        for (conversation, visit) in queue {
            let conversation = *conversation;
            let able: Vec<StaffId> = standings
                .iter()
                .filter(|(id, standing)| standing.free() > 0 && self.serves(**id, visit.region))
                .map(|(id, _)| *id)
                .collect();
            if able.is_empty() {
                continue;
            }
            let next = able
                .iter()
                .filter(|id| !visit.passed.contains(id))
                .min_by_key(|id| (standings[id].taken, self.workers[id].idle_since, **id));
            let shown_to = match (visit.stage, next) {
                (Stage::OpenToAll, _) => able,
                (_, Some(to)) => {
                    let until = now + rules.offer;
                    events.push(DeskEvent::Offered { conversation, to: *to, until });
                    vec![*to]
                }
                (_, None) => {
                    events.push(DeskEvent::OpenedToAll { conversation });
                    able
                }
            };
            for worker in shown_to {
                standings.entry(worker).and_modify(|standing| standing.taken += 1);
            }
        }
        events
    }
}

/// How long this visitor may be away: longer once there is a conversation to come back to.
fn away_window(visit: &Visit, rules: &DeskRules) -> Duration {
    match visit.met {
        Met::NotYet => rules.waiting_away,
        Met::Already => rules.talking_away,
    }
}

fn passed(since: Option<Moment>, window: Duration, now: Moment) -> bool {
    since.is_some_and(|since| since + window <= now)
}
