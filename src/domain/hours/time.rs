//! Times of the day and days of the week, as people write them in a schedule.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::HoursError;

/// A time on the clock in whole minutes, from 0:00 up to and including 24:00, the end of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// 0:00, the start of a day.
    pub const START: Self = Self(0);
    /// 24:00, the end of a day; the same moment as 0:00 of the next.
    pub const END: Self = Self(24 * 60);
    pub(super) const NINE: Self = Self(9 * 60);
    pub(super) const SEVENTEEN: Self = Self(17 * 60);

    /// This hour (0 to 24) and minute (0 to 59; 0 when the hour is 24).
    #[must_use]
    pub const fn new(hour: u8, minute: u8) -> Option<Self> {
        if minute >= 60 {
            return None;
        }
        Self::from_minutes(hour as u16 * 60 + minute as u16)
    }

    /// The time so many minutes after 0:00; at most 1440.
    #[must_use]
    pub const fn from_minutes(minutes: u16) -> Option<Self> {
        if minutes > Self::END.0 { None } else { Some(Self(minutes)) }
    }

    /// Minutes since 0:00, 0 to 1440.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// The hour, 0 to 24.
    #[must_use]
    pub const fn hour(self) -> u16 {
        self.0 / 60
    }

    /// The minute of the hour, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u16 {
        self.0 % 60
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

impl FromStr for TimeOfDay {
    type Err = HoursError;

    /// Reads `9:00`, `09:00` and `9.00`.
    fn from_str(text: &str) -> Result<Self, HoursError> {
        let (hour, minute) = text.trim().split_once([':', '.']).ok_or(HoursError::NotATime)?;
        let number = |digits: &str, longest: usize| {
            let plain = (1..=longest).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<u8>().ok().filter(|_| plain)
        };
        match (number(hour, 2), number(minute, 2).filter(|_| minute.len() == 2)) {
            (Some(hour), Some(minute)) => Self::new(hour, minute).ok_or(HoursError::NotATime),
            _ => Err(HoursError::NotATime),
        }
    }
}

impl TryFrom<u16> for TimeOfDay {
    type Error = HoursError;

    fn try_from(minutes: u16) -> Result<Self, HoursError> {
        Self::from_minutes(minutes).ok_or(HoursError::NotATime)
    }
}

impl From<TimeOfDay> for u16 {
    fn from(time: TimeOfDay) -> Self {
        time.0
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names of the days say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// The seven days, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The day's place in [`Self::ALL`]: 0 for Monday, 6 for Sunday.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl From<jiff::civil::Weekday> for Weekday {
    fn from(day: jiff::civil::Weekday) -> Self {
        match day {
            jiff::civil::Weekday::Monday => Self::Monday,
            jiff::civil::Weekday::Tuesday => Self::Tuesday,
            jiff::civil::Weekday::Wednesday => Self::Wednesday,
            jiff::civil::Weekday::Thursday => Self::Thursday,
            jiff::civil::Weekday::Friday => Self::Friday,
            jiff::civil::Weekday::Saturday => Self::Saturday,
            jiff::civil::Weekday::Sunday => Self::Sunday,
        }
    }
}
