//! What an event at the desk adds to the counts. Decided from the desk as it stood just before and
//! from the event alone, so that whoever reads the same stream counts the same.

use std::time::Duration;

use super::{
    measure::{GaveUp, Measure},
    spread::{LENGTH_STEPS, WAIT_STEPS},
};
use crate::domain::{
    desk::{Desk, DeskEvent, Ending, Met, Visit},
    ids::RegionId,
    moment::Moment,
    recorded::Recorded,
};

/// What is counted, for which region, when this happens at the desk.
#[must_use]
pub fn counted(before: &Desk, event: &Recorded<DeskEvent>) -> Vec<(RegionId, Measure)> {
    let at = event.at;
    match &event.item {
        DeskEvent::SignedUp { region, .. } => vec![(*region, Measure::SignedUp)],
        DeskEvent::Connected { conversation } => {
            let visit = before.visit_of(*conversation);
            visit.map(|visit| of_connecting(before, visit, at)).unwrap_or_default()
        }
        DeskEvent::Left { conversation, how } => {
            let visit = before.visit_of(*conversation);
            visit.map(|visit| of_leaving(visit, *how, at)).into_iter().collect()
        }
        DeskEvent::Misused { conversation, misuse } => {
            let visit = before.visit_of(*conversation);
            visit.map(|visit| (visit.region, Measure::Misused(*misuse))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn of_connecting(before: &Desk, visit: &Visit, at: Moment) -> Vec<(RegionId, Measure)> {
    if visit.met == Met::Already {
        return Vec::new();
    }
    let region = visit.region;
    let wait = WAIT_STEPS.step(at.since(visit.signed_up));
    let mut counts = vec![(region, Measure::Connected), (region, Measure::Waited(wait))];
    // A worker who is on duty for several regions, this one among them, is no other region's.
    let regions = visit.worker().and_then(|worker| before.worker(worker));
    let regions = regions.map_or(&[][..], |worker| &worker.regions);
    if let Some(helper) = regions.first().filter(|_| !regions.contains(&region)) {
        counts.push((region, Measure::HelpedBy(*helper)));
    }
    counts
}

fn of_leaving(visit: &Visit, how: Ending, at: Moment) -> (RegionId, Measure) {
    // Who was away until the window closed left when the page did.
    let away = visit.presence.away_since().filter(|_| how == Ending::Expired);
    let until = away.unwrap_or(at);
    let length = |from: Moment| -> Duration { until.since(from) };
    let measure = if let Some(from) = visit.met_at {
        Measure::Lasted(LENGTH_STEPS.step(length(from)))
    } else {
        let how = match how {
            Ending::QuickExit => GaveUp::Exited,
            Ending::Expired => GaveUp::Expired,
            Ending::StoppedWaiting | Ending::ByVisitor | Ending::ByWorker => GaveUp::Stopped,
        };
        Measure::GaveUp(how, WAIT_STEPS.step(length(visit.signed_up)))
    };
    (visit.region, measure)
}
