//! When the chat is open: a week, holidays and extra closures on the clock of Europe/Amsterdam.
//!
//! The zone's rules are compiled in. Never reads a clock, nor the zone of the machine.

mod amsterdam;
mod calendar;
mod closure;
mod holidays;
mod status;
#[cfg(test)]
mod tests;
mod time;
mod week;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use amsterdam::{Civil, date_of, next_midnight};
pub use closure::Closure;
pub use holidays::{Holiday, Holidays};
pub use status::{Status, overall};
pub use time::{TimeOfDay, Weekday};
pub use week::{Interval, Week};

use crate::domain::moment::Moment;

/// Opening hours as somebody entered them, refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// The text is no time of the day from 0:00 to 24:00.
    #[error("this is no time from 0:00 to 24:00")]
    NotATime,
    /// An interval ends at or before its start.
    #[error("{from} to {to} ends before it starts")]
    Reversed {
        /// The start as entered.
        from: TimeOfDay,
        /// The end as entered.
        to: TimeOfDay,
    },
    /// Two intervals of one day share time.
    #[error("{first} and {second} of one day overlap")]
    Overlap {
        /// The day of both.
        weekday: Weekday,
        /// The one that starts first.
        first: Interval,
        /// The one that starts while the first still runs.
        second: Interval,
    },
    /// A day has more than [`Week::MOST_INTERVALS`] intervals.
    #[error("a day has at most {} intervals", Week::MOST_INTERVALS)]
    TooManyIntervals(Weekday),
    /// A closure ends at or before its start.
    #[error("the closure ends before it starts")]
    ReversedClosure,
    /// There are more than [`Hours::MOST_CLOSURES`] closures.
    #[error("there are at most {} closures", Hours::MOST_CLOSURES)]
    TooManyClosures,
}

/// The opening hours of one region.
///
/// The default: Monday to Friday from 9:00 to 17:00, closed on the usual Dutch holidays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "(Week, Holidays, Vec<Closure>)", into = "(Week, Holidays, Vec<Closure>)")]
pub struct Hours {
    week: Week,
    holidays: Holidays,
    closures: Vec<Closure>,
}

impl Hours {
    /// The most closures that one region can have at a time.
    pub const MOST_CLOSURES: usize = 200;

    /// These hours; closures may overlap each other and the holidays.
    pub fn new(
        week: Week,
        holidays: Holidays,
        mut closures: Vec<Closure>,
    ) -> Result<Self, HoursError> {
        if closures.len() > Self::MOST_CLOSURES {
            return Err(HoursError::TooManyClosures);
        }
        closures.sort();
        Ok(Self { week, holidays, closures })
    }

    /// Open day and night, holidays included.
    #[must_use]
    pub fn round_the_clock() -> Self {
        Self { week: Week::round_the_clock(), holidays: Holidays::none(), closures: Vec::new() }
    }

    /// The ordinary week.
    #[must_use]
    pub fn week(&self) -> &Week {
        &self.week
    }

    /// The holidays on which the region is closed.
    #[must_use]
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// The extra closures, in order of their start.
    #[must_use]
    pub fn closures(&self) -> &[Closure] {
        &self.closures
    }

    /// When it is open on this day, on the clock: the week's intervals without closures; nothing on
    /// a holiday.
    #[must_use]
    pub fn on(&self, day: Date) -> Vec<Interval> {
        calendar::on(self, day)
    }

    /// The holiday that this day is, when it is one on which the region is closed.
    #[must_use]
    pub fn holiday_on(&self, day: Date) -> Option<Holiday> {
        self.holidays.iter().find(|holiday| holiday.date(day.year()) == Some(day))
    }

    /// Open or closed at `now`, and until when.
    #[must_use]
    pub fn status(&self, now: Moment) -> Status {
        status::of(self, now)
    }
}

impl TryFrom<(Week, Holidays, Vec<Closure>)> for Hours {
    type Error = HoursError;

    fn try_from(
        (week, holidays, closures): (Week, Holidays, Vec<Closure>),
    ) -> Result<Self, HoursError> {
        Self::new(week, holidays, closures)
    }
}

impl From<Hours> for (Week, Holidays, Vec<Closure>) {
    fn from(hours: Hours) -> Self {
        (hours.week, hours.holidays, hours.closures)
    }
}
