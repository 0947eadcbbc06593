//! Months and half years of the calendar.

use std::{fmt, str::FromStr};

use jiff::civil::Date;

/// A month of a year, written `2026-07`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    number: i8,
}

/// A half year, written `2026-2` for July to December.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfYear {
    year: i16,
    second: bool,
}

/// The text is no month or half year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no month or half year")]
pub struct NotAPeriod;

impl Month {
    /// The month of a date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), number: date.month() }
    }

    /// 1 for January, 12 for December.
    #[must_use]
    pub const fn number(self) -> i8 {
        self.number
    }
}

impl HalfYear {
    /// The half year of a date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), second: date.month() > 6 }
    }

    /// Its six months, in turn.
    #[must_use]
    pub fn months(self) -> [Month; 6] {
        let first = if self.second { 7 } else { 1 };
        [0, 1, 2, 3, 4, 5].map(|later| Month { year: self.year, number: first + later })
    }

    /// The one before.
    #[must_use]
    pub const fn before(self) -> Self {
        let year = if self.second { self.year } else { self.year - 1 };
        Self { year, second: !self.second }
    }

    /// The one after.
    #[must_use]
    pub const fn after(self) -> Self {
        let year = if self.second { self.year + 1 } else { self.year };
        Self { year, second: !self.second }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.number)
    }
}

impl fmt::Display for HalfYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{}", self.year, if self.second { 2 } else { 1 })
    }
}

/// A year of four digits, and what follows the hyphen.
fn parts(text: &str) -> Result<(i16, &str), NotAPeriod> {
    let (year, rest) = text.split_once('-').ok_or(NotAPeriod)?;
    let plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year = year.parse().map_err(|_| NotAPeriod)?;
    if plain && year > 0 { Ok((year, rest)) } else { Err(NotAPeriod) }
}

impl FromStr for Month {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let (year, rest) = parts(text)?;
        let plain = rest.len() == 2 && rest.bytes().all(|byte| byte.is_ascii_digit());
        let number = rest.parse().ok().filter(|number| plain && (1..=12).contains(number));
        Ok(Self { year, number: number.ok_or(NotAPeriod)? })
    }
}

impl FromStr for HalfYear {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        match parts(text)? {
            (year, "1") => Ok(Self { year, second: false }),
            (year, "2") => Ok(Self { year, second: true }),
            _ => Err(NotAPeriod),
        }
    }
}
