//! How things stand at the desk now, in numbers: for whoever runs an organisation.

use std::time::Duration;

use crate::domain::{
    desk::{Desk, Duty},
    ids::RegionId,
    moment::Moment,
};

/// How things stand in one region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Live {
    /// Visitors of this region who wait for a worker, away or not.
    pub waiting: usize,
    /// For how long the one has waited who waits longest, since signing up.
    pub longest: Option<Duration>,
    /// Workers on duty for this region, at their desk and not paused.
    pub on_duty: usize,
    /// Workers on duty for this region who take nobody for now.
    pub paused: usize,
    /// Visitors of this region who are with a worker.
    pub conversations: usize,
}

impl Live {
    /// How things stand at the desk for a region at `now`.
    #[must_use]
    pub fn of(desk: &Desk, region: RegionId, now: Moment) -> Self {
        let mut live = Self::default();
        for (_, visit) in desk.visits().filter(|(_, visit)| visit.region == region) {
            if visit.worker().is_some() {
                live.conversations += 1;
            } else {
                live.waiting += 1;
                live.longest = live.longest.max(Some(now.since(visit.signed_up)));
            }
        }
        for (_, worker) in desk.workers().filter(|(_, worker)| worker.regions.contains(&region)) {
            match worker.duty {
                Duty::On if worker.is_at_work() => live.on_duty += 1,
                Duty::Paused if worker.is_at_work() => live.paused += 1,
                _ => {}
            }
        }
        live
    }
}
