//! What time alone makes happen: offers, invitations and wishes that end, people who were away too
//! long, and the next offers to whoever is free.

mod offers;

use std::time::Duration;

use super::{
    Desk, DeskEvent, DeskRules, Duty, Ending, HandOver, Met, OfferEnd, Reader, ReadingEnd, Stage,
    Target, Visit, WishEnd,
};
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
            due = self.wrap_ups_over(now);
            due.extend(
                self.visits.iter().filter_map(|(id, visit)| self.visit_due(*id, visit, now, rules)),
            );
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
            let invited = match visit.reader {
                Some(Reader::Asked { until, .. }) => Some(until),
                Some(Reader::Joined { .. }) | None => None,
            };
            let wished = visit.wish.and_then(|wish| wish.until());
            [until, gone, frees, invited, wished]
        });
        let workers = self.workers.values().flat_map(|worker| {
            let away = worker.presence.away_since();
            [away.map(|since| since + rules.worker_away), worker.wrapping_until]
        });
        visits.chain(workers).flatten().filter(|at| *at > now).min()
    }

    /// Workers whose page has been gone for too long give everybody back, or leave them to who
    /// reads along, and are off duty.
    fn workers_gone(&self, now: Moment, rules: &DeskRules) -> Vec<DeskEvent> {
        let is_gone = |worker: StaffId| {
            let away = self.workers.get(&worker).and_then(|worker| worker.presence.away_since());
            passed(away, rules.worker_away, now)
        };
        let mut events = Vec::new();
        for (id, visit) in &self.visits {
            let conversation = *id;
            let worker = visit.worker().filter(|worker| is_gone(*worker));
            let reader = visit.second_reader();
            match (worker, reader) {
                (Some(from), Some(to)) if !is_gone(to) => {
                    let why = HandOver::WorkerGone;
                    events.push(DeskEvent::HandedOver { conversation, from, to, why });
                }
                (Some(_), _) => events.push(DeskEvent::GivenBack { conversation }),
                (None, Some(reader)) if is_gone(reader) => {
                    let why = ReadingEnd::Vanished;
                    events.push(DeskEvent::ReaderLeft { conversation, reader, why });
                }
                (None, _) => {}
            }
        }
        let on_duty = self.workers.iter().filter(|(_, worker)| worker.duty != Duty::Off);
        let ended = on_duty.filter(|(id, _)| is_gone(**id));
        events.extend(ended.map(|(id, _)| DeskEvent::DutyEnded { worker: *id }));
        events
    }

    fn wrap_ups_over(&self, now: Moment) -> Vec<DeskEvent> {
        let over = self
            .workers
            .iter()
            .filter(|(_, worker)| worker.wrapping_until.is_some_and(|until| until <= now));
        over.map(|(id, _)| DeskEvent::WrapUpEnded { worker: *id }).collect()
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
            Stage::Offered { to, .. } if !self.can_be_shown(to, visit, rules) => {
                Some(DeskEvent::Withdrawn { conversation, why: OfferEnd::WorkerUnavailable })
            }
            Stage::Offered { until, .. } if until <= now => {
                Some(DeskEvent::Withdrawn { conversation, why: OfferEnd::Lapsed })
            }
            _ => self
                .invitation_due(conversation, visit, now)
                .or_else(|| self.wish_due(conversation, visit, now)),
        }
    }

    fn invitation_due(
        &self,
        conversation: ConversationId,
        visit: &Visit,
        now: Moment,
    ) -> Option<DeskEvent> {
        let Some(Reader::Asked { who: reader, until }) = visit.reader else { return None };
        let why = if !self.is_at_work(reader) {
            ReadingEnd::Unavailable
        } else if until <= now {
            ReadingEnd::Lapsed
        } else {
            return None;
        };
        Some(DeskEvent::ReaderLeft { conversation, reader, why })
    }

    fn wish_due(
        &self,
        conversation: ConversationId,
        visit: &Visit,
        now: Moment,
    ) -> Option<DeskEvent> {
        let wish = visit.wish?;
        let until = wish.until()?;
        let why = if !self.is_there(wish.to) {
            WishEnd::Unavailable
        } else if until <= now {
            WishEnd::Lapsed
        } else {
            return None;
        };
        Some(DeskEvent::WishEnded { conversation, why })
    }

    /// Whether a target can still be had.
    pub(super) fn is_there(&self, to: Target) -> bool {
        match to {
            Target::Colleague(colleague) | Target::Reader(colleague) => self.is_at_work(colleague),
            Target::Region(region) => self.is_staffed_itself(region),
        }
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
