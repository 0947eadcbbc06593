//! The ordinary week.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{HoursError, TimeOfDay, Weekday};

/// A stretch of one day, its end not included. What runs past midnight is two of them: one that
/// ends at 24:00, and one of the next day that starts at 0:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(TimeOfDay, TimeOfDay)", into = "(TimeOfDay, TimeOfDay)")]
pub struct Interval {
    from: TimeOfDay,
    to: TimeOfDay,
}

impl Interval {
    const WHOLE_DAY: Self = Self { from: TimeOfDay::START, to: TimeOfDay::END };

    /// From one time to a later one.
    pub fn new(from: TimeOfDay, to: TimeOfDay) -> Result<Self, HoursError> {
        if from < to { Ok(Self { from, to }) } else { Err(HoursError::Reversed { from, to }) }
    }

    /// The first minute.
    #[must_use]
    pub const fn from(self) -> TimeOfDay {
        self.from
    }

    /// The first minute that no longer belongs to it.
    #[must_use]
    pub const fn to(self) -> TimeOfDay {
        self.to
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

impl TryFrom<(TimeOfDay, TimeOfDay)> for Interval {
    type Error = HoursError;

    fn try_from((from, to): (TimeOfDay, TimeOfDay)) -> Result<Self, HoursError> {
        Self::new(from, to)
    }
}

impl From<Interval> for (TimeOfDay, TimeOfDay) {
    fn from(interval: Interval) -> Self {
        (interval.from, interval.to)
    }
}

/// The intervals of each day of the week: in order, apart from each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[Vec<Interval>; 7]", into = "[Vec<Interval>; 7]")]
pub struct Week([Vec<Interval>; 7]);

impl Week {
    /// The most intervals that one day can have.
    pub const MOST_INTERVALS: usize = 8;

    /// A week with these intervals, Monday first. They may come in any order; those that touch
    /// become one.
    pub fn new(mut days: [Vec<Interval>; 7]) -> Result<Self, HoursError> {
        for (weekday, day) in Weekday::ALL.into_iter().zip(&mut days) {
            if day.len() > Self::MOST_INTERVALS {
                return Err(HoursError::TooManyIntervals(weekday));
            }
            day.sort();
            let mut joined: Vec<Interval> = Vec::with_capacity(day.len());
            for &second in day.iter() {
                match joined.last_mut() {
                    Some(first) if first.to > second.from => {
                        return Err(HoursError::Overlap { weekday, first: *first, second });
                    }
                    Some(first) if first.to == second.from => first.to = second.to,
                    _ => joined.push(second),
                }
            }
            *day = joined;
        }
        Ok(Self(days))
    }

    /// Day and night, all week.
    #[must_use]
    pub fn round_the_clock() -> Self {
        Self(std::array::from_fn(|_| vec![Interval::WHOLE_DAY]))
    }

    /// The intervals of a day, in order.
    #[must_use]
    pub fn day(&self, weekday: Weekday) -> &[Interval] {
        &self.0[weekday.index()]
    }

    pub(super) fn is_never_open(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    pub(super) fn is_round_the_clock(&self) -> bool {
        self.0.iter().all(|day| day == &[Interval::WHOLE_DAY])
    }
}

impl Default for Week {
    /// Monday to Friday, 9:00 to 17:00.
    fn default() -> Self {
        let office = Interval { from: TimeOfDay::NINE, to: TimeOfDay::SEVENTEEN };
        Self(std::array::from_fn(|day| {
            if day <= Weekday::Friday.index() { vec![office] } else { Vec::new() }
        }))
    }
}

impl TryFrom<[Vec<Interval>; 7]> for Week {
    type Error = HoursError;

    fn try_from(days: [Vec<Interval>; 7]) -> Result<Self, HoursError> {
        Self::new(days)
    }
}

impl From<Week> for [Vec<Interval>; 7] {
    fn from(week: Week) -> Self {
        week.0
    }
}
