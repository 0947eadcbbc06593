//! The Dutch holidays, computed for any year.

use std::collections::BTreeSet;

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};
use serde::{Deserialize, Serialize};

/// A day on which an organisation may be closed every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// The Friday before Easter; an ordinary working day unless chosen.
    GoodFriday,
    /// Easter.
    EasterSunday,
    /// The day after Easter.
    EasterMonday,
    /// 27 April, or the 26th when the 27th is a Sunday.
    KingsDay,
    /// 5 May, every fifth year only: 2025, 2030.
    LiberationDay,
    /// The Thursday 39 days after Easter.
    Ascension,
    /// 49 days after Easter.
    WhitSunday,
    /// 50 days after Easter.
    WhitMonday,
    /// 25 December.
    Christmas,
    /// 26 December.
    SecondChristmas,
}

impl Holiday {
    /// Every holiday, in the order of the year.
    pub const ALL: [Self; 11] = [
        Self::NewYear,
        Self::GoodFriday,
        Self::EasterSunday,
        Self::EasterMonday,
        Self::KingsDay,
        Self::LiberationDay,
        Self::Ascension,
        Self::WhitSunday,
        Self::WhitMonday,
        Self::Christmas,
        Self::SecondChristmas,
    ];

    /// The stable word for it in storage.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NewYear => "new-year",
            Self::GoodFriday => "good-friday",
            Self::EasterSunday => "easter-sunday",
            Self::EasterMonday => "easter-monday",
            Self::KingsDay => "kings-day",
            Self::LiberationDay => "liberation-day",
            Self::Ascension => "ascension",
            Self::WhitSunday => "whit-sunday",
            Self::WhitMonday => "whit-monday",
            Self::Christmas => "christmas",
            Self::SecondChristmas => "second-christmas",
        }
    }

    /// The holiday with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|holiday| holiday.code() == code)
    }

    /// The date of the holiday in this year (1583 to 9998); `None` in a year without it.
    #[must_use]
    pub fn date(self, year: i16) -> Option<Date> {
        if !(1583..=9998).contains(&year) {
            return None;
        }
        let easter = |days: i64| easter_sunday(year).checked_add(days.days()).ok();
        match self {
            Self::NewYear => Some(date(year, 1, 1)),
            Self::GoodFriday => easter(-2),
            Self::EasterSunday => easter(0),
            Self::EasterMonday => easter(1),
            Self::KingsDay => {
                let birthday = date(year, 4, 27);
                let sunday = birthday.weekday() == Weekday::Sunday;
                Some(if sunday { date(year, 4, 26) } else { birthday })
            }
            Self::LiberationDay => (year % 5 == 0).then(|| date(year, 5, 5)),
            Self::Ascension => easter(39),
            Self::WhitSunday => easter(49),
            Self::WhitMonday => easter(50),
            Self::Christmas => Some(date(year, 12, 25)),
            Self::SecondChristmas => Some(date(year, 12, 26)),
        }
    }
}

/// Easter by the Gregorian computus (Meeus, Jones and Butcher, "Astronomical Algorithms", ch. 8).
fn easter_sunday(year: i16) -> Date {
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    date(year, 3, 22).saturating_add(i64::from(epact + weekday - 7 * late).days())
}

/// The holidays on which a region is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holidays(BTreeSet<Holiday>);

impl Holidays {
    /// Open on every holiday.
    #[must_use]
    pub const fn none() -> Self {
        Self(BTreeSet::new())
    }

    /// The holidays, in the order of the year.
    pub fn iter(&self) -> impl Iterator<Item = Holiday> {
        self.0.iter().copied()
    }

    /// True when closed on this holiday.
    #[must_use]
    pub fn contains(&self, holiday: Holiday) -> bool {
        self.0.contains(&holiday)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn fall_on(&self, day: Date) -> bool {
        self.iter().any(|holiday| holiday.date(day.year()) == Some(day))
    }
}

impl Default for Holidays {
    /// Every holiday but Good Friday.
    fn default() -> Self {
        Holiday::ALL.into_iter().filter(|&holiday| holiday != Holiday::GoodFriday).collect()
    }
}

impl FromIterator<Holiday> for Holidays {
    fn from_iter<I: IntoIterator<Item = Holiday>>(holidays: I) -> Self {
        Self(holidays.into_iter().collect())
    }
}
