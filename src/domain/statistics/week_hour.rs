//! Hours of the week and quarters of the year: the only hours that are ever counted.

use std::{fmt, str::FromStr};

use jiff::civil::Date;

use crate::domain::{
    hours::{Civil, date_of},
    moment::Moment,
};

/// An hour of the week in Amsterdam: 0 is Monday from 0:00, 167 Sunday from 23:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeekHour(u8);

impl WeekHour {
    /// How many there are.
    pub const COUNT: usize = 7 * 24;

    /// The hour with this number, 0 to 167.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if (number as usize) < Self::COUNT { Some(Self(number)) } else { None }
    }

    /// The hour in which this moment lies.
    #[must_use]
    pub fn of(moment: Moment) -> Self {
        let civil = Civil::of(moment, moment);
        let day = u8::try_from(civil.weekday.index()).unwrap_or(0);
        Self(day * 24 + civil.hour)
    }

    /// All of them, from Monday on.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..7 * 24).map(Self)
    }

    /// Its number, 0 to 167.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The day of the week, 0 for Monday to 6.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.0 / 24
    }

    /// The hour of that day, 0 to 23.
    #[must_use]
    pub const fn hour(self) -> u8 {
        self.0 % 24
    }
}

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// The year.
    pub year: i16,
    /// 1 to 4.
    pub number: u8,
}

impl Quarter {
    /// The quarter in which this date lies.
    #[must_use]
    pub fn of(date: Date) -> Self {
        let month = u8::try_from(date.month()).unwrap_or(1);
        Self { year: date.year(), number: (month - 1) / 3 + 1 }
    }

    /// The quarter in which this moment lies, in Amsterdam.
    #[must_use]
    pub fn at(moment: Moment) -> Self {
        Self::of(date_of(moment))
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-q{}", self.year, self.number)
    }
}

impl FromStr for Quarter {
    type Err = ();

    /// Reads what [`fmt::Display`] writes: `2026-q4`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, number) = text.split_once("-q").ok_or(())?;
        let year = super::period::year(year).ok_or(())?;
        let number = number.parse().ok().filter(|number| (1..=4).contains(number)).ok_or(())?;
        Ok(Self { year, number })
    }
}
