//! How long visitors waited lately, and what whoever waits now may expect.
//!
//! Kept in memory only, and coarse: neither the minute at which somebody was helped nor how long
//! exactly they waited.

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use serde::{Deserialize, Serialize};

use super::{ids::RegionId, moment::Moment};

/// The waits of the last hours, by region.
#[derive(Debug, Clone, Default)]
pub struct RecentWaits(BTreeMap<RegionId, VecDeque<Wait>>);

#[derive(Debug, Clone, Copy)]
struct Wait {
    /// When it was over, to the quarter of an hour below.
    until: Moment,
    /// Whole minutes.
    minutes: u16,
}

/// What most visitors waited lately, in coarse steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WaitRange {
    /// At most so many minutes.
    UpTo(u16),
    /// Between so many and so many minutes.
    Between(u16, u16),
    /// More than so many minutes.
    MoreThan(u16),
}

/// The steps in which a wait is told, in minutes.
const STEPS: [u16; 8] = [0, 5, 10, 15, 20, 30, 45, 60];

/// How many waits of a region are looked at, at the most.
const KEPT: usize = 20;

/// From how many waits on something is told.
const ENOUGH: usize = 5;

/// How long ago a wait may be over to count.
const LATELY: Duration = Duration::from_hours(3);

/// To what a moment is rounded down, in milliseconds.
const QUARTER: i64 = 15 * 60 * 1_000;

impl RecentWaits {
    /// A visitor who signed up for this region at `from` met a worker at `until`.
    pub fn note(&mut self, region: RegionId, from: Moment, until: Moment) {
        let minutes = u16::try_from(until.since(from).as_secs() / 60).unwrap_or(u16::MAX);
        let until = Moment::from_millis(until.as_millis() / QUARTER * QUARTER);
        let waits = self.0.entry(region).or_default();
        if waits.len() == KEPT {
            waits.pop_front();
        }
        waits.push_back(Wait { until, minutes });
    }

    /// Between which steps the middle half of the recent waits in this region lie; `None` when
    /// there are too few to say anything.
    #[must_use]
    pub fn range(&self, region: RegionId, now: Moment) -> Option<WaitRange> {
        let waits = self.0.get(&region)?;
        let mut minutes: Vec<u16> = waits
            .iter()
            .filter(|wait| now.since(wait.until) <= LATELY)
            .map(|wait| wait.minutes)
            .collect();
        if minutes.len() < ENOUGH {
            return None;
        }
        minutes.sort_unstable();
        let quarter = minutes.len() / 4;
        Some(WaitRange::around(minutes[quarter], minutes[minutes.len() - 1 - quarter]))
    }
}

impl WaitRange {
    fn around(least: u16, most: u16) -> Self {
        let from = STEPS.into_iter().rev().find(|step| *step <= least).unwrap_or(0);
        let to = STEPS.into_iter().find(|step| *step > most);
        match (from, to) {
            (from, None) => Self::MoreThan(from),
            (0, Some(to)) => Self::UpTo(to),
            (from, Some(to)) => Self::Between(from, to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UTRECHT: RegionId = RegionId(20);
    const TWENTE: RegionId = RegionId(19);
    const NINE: Moment = Moment::from_millis(1_774_252_800_000);

    fn after(waits: &[u64]) -> RecentWaits {
        let mut recent = RecentWaits::default();
        for minutes in waits {
            recent.note(UTRECHT, NINE, NINE + Duration::from_mins(*minutes));
        }
        recent
    }

    fn range(waits: &[u64]) -> Option<WaitRange> {
        after(waits).range(UTRECHT, NINE + Duration::from_hours(2))
    }

    #[test]
    fn too_few_waits_tell_nothing() {
        assert_eq!(range(&[]), None);
        assert_eq!(range(&[5, 5, 5, 5]), None);
        assert!(range(&[5, 5, 5, 5, 5]).is_some());
    }

    #[test]
    fn the_middle_half_is_told_in_coarse_steps() {
        assert_eq!(range(&[0, 1, 1, 2, 4]), Some(WaitRange::UpTo(5)));
        assert_eq!(range(&[1, 6, 7, 8, 90]), Some(WaitRange::Between(5, 10)));
        assert_eq!(range(&[12, 13, 17, 19, 22]), Some(WaitRange::Between(10, 20)));
        assert_eq!(range(&[1, 50, 70, 80, 90]), Some(WaitRange::MoreThan(45)));
        assert_eq!(range(&[59; 5]), Some(WaitRange::Between(45, 60)));
        assert_eq!(range(&[60; 5]), Some(WaitRange::MoreThan(60)));
    }

    #[test]
    fn a_wait_is_forgotten_after_three_hours_and_after_twenty_others() {
        let recent = after(&[1, 1, 1, 1, 1]);
        assert!(recent.range(UTRECHT, NINE + Duration::from_hours(3)).is_some());
        assert_eq!(recent.range(UTRECHT, NINE + Duration::from_mins(181)), None);
        let mut waits = vec![50; 20];
        waits.extend([1; 20]);
        assert_eq!(range(&waits), Some(WaitRange::UpTo(5)));
    }

    #[test]
    fn every_region_has_its_own() {
        let mut recent = after(&[1; 5]);
        recent.note(TWENTE, NINE, NINE + Duration::from_mins(50));
        assert_eq!(recent.range(TWENTE, NINE + Duration::from_hours(1)), None);
    }

    #[test]
    fn a_clock_that_was_set_back_does_no_harm() {
        let mut recent = RecentWaits::default();
        for _ in 0..5 {
            recent.note(UTRECHT, NINE + Duration::from_hours(1), NINE);
        }
        assert_eq!(recent.range(UTRECHT, NINE), Some(WaitRange::UpTo(5)));
    }
}
