//! What must hold after every event, and whenever nothing is due.

mod colleagues;

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
    /// The regions that the visitor chose or was passed on to.
    regions: Vec<RegionId>,
    /// Whether backup regions may help.
    agreed: bool,
    /// Whom the visitor agreed to, by name.
    meant: Vec<StaffId>,
    wished: Option<Target>,
    /// What the visitor agreed to, until it is done.
    granted: Option<Target>,
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
            DeskEvent::SignedUp { conversation, region } => {
                let known = Known {
                    number: self.sign_ups,
                    met: false,
                    place: usize::MAX,
                    regions: vec![*region],
                    agreed: false,
                    meant: Vec::new(),
                    wished: None,
                    granted: None,
                };
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
                may_be_shown(before, *conversation, *to, rules)?;
                self.is_allowed(before, *conversation, *to, rules)?;
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
                may_be_taken(before, *conversation, *by)?;
                self.is_allowed(before, *conversation, *by, rules)?;
                within_capacity(after, *by, at, rules)?;
            }
            event => self.of_colleagues(event, before, after, at, rules)?,
        }
        self.nobody_is_lost_or_twice(after)?;
        outlooks_are_as_seen_one_by_one(after, at, rules)?;
        self.places_only_go_down(after)
    }

    /// Nobody who waits, is here, comes earlier and could be helped by the same worker is passed
    /// over, and who is open to all keeps a place.
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
        let near = |visit: &Visit| before.near(to, visit, rules).is_some();
        for (_, visit) in &earlier {
            let passed_over = near(visit) && visit.stage == Stage::Waiting;
            prop_assert!(!passed_over, "an earlier visitor was passed over");
        }
        let kept =
            earlier.iter().filter(|(_, visit)| visit.stage == Stage::OpenToAll && near(visit));
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
                    may_be_shown(desk, conversation, to, rules)?;
                    within_capacity(desk, to, now, rules)?;
                }
                Stage::Accepted { until, .. } => prop_assert!(until > now, "accepted for good"),
                Stage::OpenToAll => prop_assert!(here, "open to all while away"),
                Stage::Waiting if here => nobody_could_be_shown(desk, visit, now, rules)?,
                Stage::Waiting | Stage::Talking { .. } => {}
            }
            let invited = match visit.reader {
                Some(Reader::Asked { until, .. }) => until > now,
                Some(Reader::Joined { .. }) | None => true,
            };
            prop_assert!(invited, "an invitation outlives its end");
            let until = visit.wish.and_then(|wish| wish.until());
            prop_assert!(until.is_none_or(|until| until > now), "a wish outlives its end");
            let talks = matches!(visit.stage, Stage::Talking { .. });
            let alone = visit.reader.is_none() && visit.wish.is_none();
            prop_assert!(talks || alone, "something was kept after the conversation");
            let reader = visit.reader.map(Reader::who);
            prop_assert!(reader.is_none() || reader != visit.worker(), "reads along with oneself");
        }
        nothing_is_due_before_the_deadline(desk, now, rules)?;

        let snapshot = postcard::to_allocvec(desk).expect("a desk can be written");
        let restored: Desk = postcard::from_bytes(&snapshot).expect("and read");
        prop_assert_eq!(&restored, desk, "a snapshot restores another desk");
        Ok(())
    }
}

/// The visitor is here; the worker takes offers and may help.
fn may_be_shown(
    desk: &Desk,
    conversation: ConversationId,
    worker: StaffId,
    rules: &DeskRules,
) -> Checked {
    let visit = &desk.visits[&conversation];
    prop_assert!(visit.presence.is_here(), "a visitor who is away was shown");
    prop_assert!(desk.near(worker, visit, rules).is_some(), "shown to who may not help");
    let worker = &desk.workers[&worker];
    prop_assert_eq!(worker.duty, Duty::On, "shown to a worker who is not on duty");
    prop_assert!(worker.presence.is_here(), "shown to a worker who is away");
    prop_assert_eq!(worker.wrapping_until, None, "shown to a worker who is writing things up");
    Ok(())
}

/// The visitor is here and not offered to somebody else; the worker is at work.
fn may_be_taken(desk: &Desk, conversation: ConversationId, worker: StaffId) -> Checked {
    let visit = &desk.visits[&conversation];
    prop_assert!(visit.presence.is_here(), "a visitor who is away was taken");
    let of_another = matches!(visit.stage, Stage::Offered { to, .. } if to != worker);
    prop_assert!(!of_another, "taken from under the eyes of who was offered it");
    prop_assert!(visit.worker().is_none(), "taken from a colleague");
    let worker = &desk.workers[&worker];
    prop_assert!(worker.duty != Duty::Off, "taken off duty");
    prop_assert!(worker.presence.is_here(), "taken by a worker who is away");
    Ok(())
}

/// Offers, acceptances and conversations whose visitor has not been away for too long.
fn taken_places(desk: &Desk, worker: StaffId, now: Moment, rules: &DeskRules) -> usize {
    let counts = |visit: &&Visit| match visit.stage {
        Stage::Offered { to, .. } => to == worker,
        Stage::Accepted { by: with, .. } | Stage::Talking { with, .. } => {
            let gone = matches!(visit.presence, Presence::Away { since }
                if now.since(since) >= rules.away_frees_place);
            let reads = matches!(visit.reader, Some(Reader::Joined { who }) if who == worker);
            (with == worker || reads) && !gone
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

/// Who waits and is here waits for a reason: each worker who may help is full, or keeps what is
/// free for others who are open to all.
fn nobody_could_be_shown(desk: &Desk, waits: &Visit, now: Moment, rules: &DeskRules) -> Checked {
    for (worker, _) in desk.workers().filter(|(id, _)| desk.can_be_shown(*id, waits, rules)) {
        let kept = desk.visits().filter(|(_, visit)| {
            visit.stage == Stage::OpenToAll && desk.can_be_shown(worker, visit, rules)
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

/// What is worked out for everybody at once is what looking at each would say.
fn outlooks_are_as_seen_one_by_one(desk: &Desk, now: Moment, rules: &DeskRules) -> Checked {
    let waiting = desk.visits().filter(|(_, visit)| visit.worker().is_none());
    let seen: Outlooks = waiting
        .map(|(id, visit)| {
            let outlook = Outlook {
                place: desk.place(id),
                staffed: desk.is_staffed(visit.region, rules),
                elsewhere: visit.elsewhere,
                asks_elsewhere: desk.may_ask_elsewhere(id, now, rules),
            };
            (id, outlook)
        })
        .collect();
    prop_assert_eq!(desk.outlooks(now, rules), seen);
    Ok(())
}
