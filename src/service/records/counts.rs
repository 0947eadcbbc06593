//! How often something happened: per region and date, and for a few things per region, hour of the
//! week and quarter. Never a date with an hour, and nothing that leads to a conversation or a
//! person.

use std::fmt;

use jiff::civil::Date;

use super::Answer;
use crate::domain::{
    ids::{RegionId, Seq},
    misuse::Misuse,
    statistics::{Measure, Quarter, WeekHour},
};

/// The longest name of what is counted.
const LONGEST: usize = 60;

/// What is counted: a stable name such as `misuse.spam`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Counted(String);

impl Counted {
    /// The thing with this name: 1 to 60 small letters, digits, full stops and hyphens; `None` for
    /// anything else.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let plain = |byte: u8| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-')
        };
        let fits = (1..=LONGEST).contains(&name.len()) && name.bytes().all(plain);
        fits.then(|| Self(name.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Measure> for Counted {
    fn from(measure: Measure) -> Self {
        Self(measure.code())
    }
}

impl From<Misuse> for Counted {
    fn from(misuse: Misuse) -> Self {
        Self(misuse.code().to_owned())
    }
}

impl fmt::Debug for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How often something happened in a region on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// When, in Amsterdam.
    pub day: Date,
    /// What.
    pub what: Counted,
    /// How often; at least once.
    pub number: u64,
}

/// How often something happened in a region in an hour of the week, over a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HourCount {
    /// In which hour, in Amsterdam.
    pub hour: WeekHour,
    /// What.
    pub what: Counted,
    /// How often; at least once.
    pub number: u64,
}

/// Something to count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// In which region; `None` when it happened before one was chosen.
    pub region: Option<RegionId>,
    /// On which day in Amsterdam.
    pub day: Date,
    /// For what is counted by the hour too: which one, of which quarter. Stored apart from the day.
    pub hour: Option<(Quarter, WeekHour)>,
    /// What.
    pub what: Counted,
}

/// Something to count once that happened at the desk, with its place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskTally {
    /// The event that it comes from.
    pub seq: Seq,
    /// What to count.
    pub tally: Tally,
}

/// The part of the port that counts.
pub trait CountRecords: Send + Sync {
    /// Counts once more. Errors: [`super::RecordsError::UnknownRegion`].
    fn count(&self, region: RegionId, day: Date, what: Counted) -> Answer<'_, ()>;

    /// Counts all of these, each as often as it says, or none.
    fn count_all(&self, tallies: Vec<(Tally, u64)>) -> Answer<'_, ()>;

    /// Counts what happened at the desk up to and with `through`, all or nothing. What comes from a
    /// place up to which everything was counted before is a repeat, and left out.
    fn count_desk(&self, through: Seq, tallies: Vec<DeskTally>) -> Answer<'_, ()>;

    /// What was counted in a region from one day to another, both included, in the order of days
    /// and names.
    fn counts(&self, region: RegionId, from: Date, to: Date) -> Answer<'_, Vec<Count>>;

    /// What was counted everywhere, with the region (`None` for before one was chosen), from one
    /// day to another, both included, in the order of regions, days and names.
    fn counts_everywhere(&self, from: Date, to: Date)
    -> Answer<'_, Vec<(Option<RegionId>, Count)>>;

    /// What was counted by the hour of the week over a quarter, in the order of regions, hours and
    /// names.
    fn counts_by_hour(&self, quarter: Quarter) -> Answer<'_, Vec<(Option<RegionId>, HourCount)>>;

    /// Adds the counts of days before this one up by month, each on the first day of its month; tells
    /// how many days' counts are gone by that.
    fn fold_counts(&self, before: Date) -> Answer<'_, usize>;
}
