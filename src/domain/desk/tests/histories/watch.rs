//! What must hold after every event, and whenever nothing is due.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use proptest::{prelude::*, test_runner::TestCaseError};

use super::{step::REGIONS, *};

type Checked = Result<(), TestCaseError>;

/// What the events told, kept apart from the desk.
#[derive(Default)]
pub struct Watch {
    /// Who signed up and has not left, by how many signed up before, with the last place seen.
    present: BTreeMap<ConversationId, Known>,
    gone: BTreeSet<ConversationId>,
    /// Who let which visitor pass in this round.
    let_pass: BTreeSet<(ConversationId, StaffId)>,
    sign_ups: u64,
}

struct Known {
    number: u64,
    met: bool,
    place: usize,
}

impl Watch {
    pub fn event(
        &mut self,
        before: &Desk,
        recorded: &Recorded<DeskEvent>,
        after: &Desk,
        rules: &DeskRules,
    ) -> Checked {
        let at = recorded.at;
        match &recorded.item {
            DeskEvent::SignedUp { conversation, .. } => {
                let known = Known { number: self.sign_ups, met: false, place: usize::MAX };
                self.sign_ups += 1;
                prop_assert!(!self.gone.contains(conversation), "who left came back by itself");
                prop_assert!(self.present.insert(*conversation, known).is_none(), "twice");
            }
            DeskEvent::Left { conversation, .. } => {
                prop_assert!(self.present.remove(conversation).is_some(), "left twice");
                self.gone.insert(*conversation);
                self.let_pass.retain(|(visitor, _)| visitor != conversation);
            }
            DeskEvent::Offered { conversation, to, .. } => {
                let again = self.let_pass.contains(&(*conversation, *to));
                prop_assert!(!again, "offered to who let it pass in this round");
                may_be_shown(before, *conversation, *to)?;
                within_capacity(after, *to, at, rules)?;
                self.order_is_kept(before, *conversation, *to, at, rules)?;
            }
            DeskEvent::OpenedToAll { conversation } => {
                self.let_pass.retain(|(visitor, _)| visitor != conversation);
            }
            DeskEvent::Withdrawn { conversation, why: OfferEnd::Lapsed } => {
                if let Stage::Offered { to, .. } = before.visits[conversation].stage {
                    self.let_pass.insert((*conversation, to));
                }
            }
            DeskEvent::Accepted { conversation, by, .. } => {
                self.let_pass.retain(|(visitor, _)| visitor != conversation);
                may_be_shown(before, *conversation, *by)?;
                within_capacity(after, *by, at, rules)?;
            }
            DeskEvent::Connected { conversation } => {
                if let Some(known) = self.present.get_mut(conversation) {
                    known.met = true;
                }
            }
            _ => {}
        }
        self.nobody_is_lost_or_twice(after)?;
        self.places_only_go_down(after)
    }

    /// Nobody of the same region who waits, is here and comes earlier is passed over, and who is
    /// open to all keeps a place.
    fn order_is_kept(
        &self,
        before: &Desk,
        offered: ConversationId,
        to: StaffId,
        at: Moment,
        rules: &DeskRules,
    ) -> Checked {
        let turn = |id: &ConversationId| (!self.present[id].met, self.present[id].number);
        let earlier: Vec<_> = before
            .visits()
            .filter(|(id, visit)| visit.presence.is_here() && turn(id) < turn(&offered))
            .collect();
        let region = before.visits[&offered].region;
        for (_, visit) in &earlier {
            let passed_over = visit.region == region && visit.stage == Stage::Waiting;
            prop_assert!(!passed_over, "an earlier visitor was passed over");
        }
        let kept = earlier.iter().filter(|(_, visit)| {
            visit.stage == Stage::OpenToAll && before.serves(to, visit.region)
        });
        let free = free_places(before, to, at, rules);
        prop_assert!(free > kept.count(), "the place of who is open to all was given away");
        Ok(())
    }

    fn nobody_is_lost_or_twice(&self, after: &Desk) -> Checked {
        let mut seen: BTreeMap<ConversationId, usize> = BTreeMap::new();
        for row in after.waiting_in(&REGIONS) {
            *seen.entry(row.conversation).or_default() += 1;
        }
        for (worker, _) in after.workers() {
            for (conversation, _) in after.conversations_of(worker) {
                *seen.entry(conversation).or_default() += 1;
            }
        }
        prop_assert!(seen.values().all(|times| *times == 1), "somebody is in two places");
        prop_assert!(seen.keys().eq(self.present.keys()), "somebody was lost or made up");
        Ok(())
    }

    fn places_only_go_down(&mut self, after: &Desk) -> Checked {
        for (conversation, known) in &mut self.present {
            let Some(place) = after.place(*conversation) else {
                prop_assert!(known.met, "a place was lost before the first worker");
                continue;
            };
            prop_assert!(!known.met, "who has met a worker has no place");
            prop_assert!((1..=known.place).contains(&place), "a place went up");
            known.place = place;
        }
        Ok(())
    }

    /// What must hold when nothing is due.
    pub fn rest(desk: &Desk, now: Moment, rules: &DeskRules) -> Checked {
        prop_assert_eq!(desk.settle(now, rules), Vec::new(), "the desk does not come to rest");
        for (conversation, visit) in desk.visits() {
            let here = visit.presence.is_here();
            match visit.stage {
                Stage::Offered { to, until } => {
                    prop_assert!(until > now, "an offer outlives its end");
                    may_be_shown(desk, conversation, to)?;
                    within_capacity(desk, to, now, rules)?;
                }
                Stage::Accepted { until, .. } => prop_assert!(until > now, "accepted for good"),
                Stage::OpenToAll => prop_assert!(here, "open to all while away"),
                Stage::Waiting if here => nobody_could_be_shown(desk, visit, now, rules)?,
                Stage::Waiting | Stage::Talking { .. } => {}
            }
        }
        nothing_is_due_before_the_deadline(desk, now, rules)?;

        let snapshot = postcard::to_allocvec(desk).expect("a desk can be written");
        let restored: Desk = postcard::from_bytes(&snapshot).expect("and read");
        prop_assert_eq!(&restored, desk, "a snapshot restores another desk");
        Ok(())
    }
}

/// The visitor is here; the worker is here, on duty for the region, and not paused.
fn may_be_shown(desk: &Desk, conversation: ConversationId, worker: StaffId) -> Checked {
    let visit = &desk.visits[&conversation];
    prop_assert!(visit.presence.is_here(), "a visitor who is away was shown");
    let worker = &desk.workers[&worker];
    prop_assert_eq!(worker.duty, Duty::On, "shown to a worker who is not on duty");
    prop_assert!(worker.presence.is_here(), "shown to a worker who is away");
    prop_assert!(worker.regions.contains(&visit.region), "shown in another region");
    Ok(())
}

/// Offers, acceptances and conversations whose visitor has not been away for too long.
fn taken_places(desk: &Desk, worker: StaffId, now: Moment, rules: &DeskRules) -> usize {
    let counts = |visit: &&Visit| match visit.stage {
        Stage::Offered { to, .. } => to == worker,
        Stage::Accepted { by: with, .. } | Stage::Talking { with, .. } => {
            let gone = matches!(visit.presence, Presence::Away { since }
                if now.since(since) >= rules.away_frees_place);
            with == worker && !gone
        }
        Stage::Waiting | Stage::OpenToAll => false,
    };
    desk.visits.values().filter(counts).count()
}

fn free_places(desk: &Desk, worker: StaffId, now: Moment, rules: &DeskRules) -> usize {
    let capacity = usize::from(desk.workers[&worker].capacity);
    capacity.saturating_sub(taken_places(desk, worker, now, rules))
}

fn within_capacity(desk: &Desk, worker: StaffId, now: Moment, rules: &DeskRules) -> Checked {
    let capacity = usize::from(desk.workers[&worker].capacity);
    prop_assert!(taken_places(desk, worker, now, rules) <= capacity, "more than the capacity");
    Ok(())
}

/// Who waits and is here waits for a reason: each worker of the region is full, or keeps what is
/// free for others who are open to all.
fn nobody_could_be_shown(desk: &Desk, waits: &Visit, now: Moment, rules: &DeskRules) -> Checked {
    for (worker, _) in desk.workers().filter(|(id, _)| desk.serves(*id, waits.region)) {
        let kept = desk.visits().filter(|(_, visit)| {
            visit.stage == Stage::OpenToAll && desk.serves(worker, visit.region)
        });
        let free = free_places(desk, worker, now, rules);
        prop_assert!(free <= kept.count(), "somebody waits while a worker is free");
    }
    Ok(())
}

fn nothing_is_due_before_the_deadline(desk: &Desk, now: Moment, rules: &DeskRules) -> Checked {
    let next = desk.next_deadline(now, rules);
    prop_assert!(next.is_none_or(|next| next > now), "a deadline in the past");
    let quiet = next.map_or(Duration::from_hours(24), |next| next.since(now));
    for before in [quiet / 2, quiet.saturating_sub(Duration::from_millis(1))] {
        prop_assert_eq!(desk.settle(now + before, rules), Vec::new(), "due before the deadline");
    }
    Ok(())
}
