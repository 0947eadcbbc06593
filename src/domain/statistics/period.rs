//! Stretches of time that figures are asked for.

use std::{fmt, str::FromStr};

use jiff::{
    ToSpan,
    civil::{Date, ISOWeekDate, Weekday},
};

use super::week_hour::Quarter;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

impl Kind {
    /// Every kind, the shortest first.
    pub const ALL: [Self; 6] =
        [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::HalfYear, Self::Year];

    /// How many months it lasts; `None` for less than one.
    const fn months(self) -> Option<i8> {
        match self {
            Self::Day | Self::Week => None,
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::HalfYear => Some(6),
            Self::Year => Some(12),
        }
    }
}

/// A day, a week from Monday, a month, a quarter, half a year or a year of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    kind: Kind,
    from: Date,
}

/// The first year of which there can be figures, and the last that is asked for.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2999;

impl Period {
    /// The period of this kind in which the date lies.
    #[must_use]
    pub fn around(kind: Kind, date: Date) -> Self {
        let from = match kind.months() {
            None if kind == Kind::Day => date,
            None => {
                let monday = date.iso_week_date();
                let monday = ISOWeekDate::new(monday.year(), monday.week(), Weekday::Monday);
                monday.map_or(date, ISOWeekDate::date)
            }
            Some(months) => {
                let month = (date.month() - 1) / months * months + 1;
                Date::new(date.year(), month, 1).unwrap_or(date)
            }
        };
        Self { kind, from }
    }

    /// How long it is.
    #[must_use]
    pub const fn kind(self) -> Kind {
        self.kind
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> Date {
        self.from
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Date {
        self.after().yesterday().unwrap_or(self.from)
    }

    /// The period of the same kind just before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::around(self.kind, self.from.yesterday().unwrap_or(self.from))
    }

    /// The period of the same kind just after.
    #[must_use]
    pub fn next(self) -> Self {
        Self::around(self.kind, self.after())
    }

    /// The day after the last.
    fn after(self) -> Date {
        let length = match self.kind.months() {
            None if self.kind == Kind::Day => 1.day(),
            None => 1.week(),
            Some(months) => i32::from(months).months(),
        };
        self.from.saturating_add(length)
    }

    /// Whether this day lies in it.
    #[must_use]
    pub fn has(self, date: Date) -> bool {
        self.from <= date && date <= self.last()
    }

    /// Its days, or for what is longer than a month its months, in order.
    #[must_use]
    pub fn parts(self) -> Vec<Self> {
        self.split(if self.kind > Kind::Month { Kind::Month } else { Kind::Day })
    }

    /// The shorter periods of this kind that begin in it, in order.
    #[must_use]
    pub fn split(self, kind: Kind) -> Vec<Self> {
        let first = Self::around(kind, self.from);
        std::iter::successors(Some(first), |part| Some(part.next()))
            .take_while(|part| part.from <= self.last())
            .collect()
    }

    /// A quarter as a period.
    #[must_use]
    pub fn of_quarter(quarter: Quarter) -> Self {
        let month = i8::try_from(quarter.number).unwrap_or(1) * 3 - 2;
        let from = Date::new(quarter.year, month, 1).unwrap_or(Date::ZERO);
        Self { kind: Kind::Quarter, from }
    }

    /// The quarter in which it ends.
    #[must_use]
    pub fn quarter(self) -> Quarter {
        Quarter::of(self.last())
    }
}

/// As it stands in an address: `2026-11-23`, `2026-w48`, `2026-11`, `2026-q4`, `2026-h2`, `2026`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.from.year(), self.from.month());
        match self.kind {
            Kind::Day => write!(f, "{}", self.from),
            Kind::Week => {
                let week = self.from.iso_week_date();
                write!(f, "{:04}-w{:02}", week.year(), week.week())
            }
            Kind::Month => write!(f, "{year:04}-{month:02}"),
            Kind::Quarter => write!(f, "{year:04}-q{}", (month - 1) / 3 + 1),
            Kind::HalfYear => write!(f, "{year:04}-h{}", (month - 1) / 6 + 1),
            Kind::Year => write!(f, "{year:04}"),
        }
    }
}

/// The text names no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no period")]
pub struct NoPeriod;

impl FromStr for Period {
    type Err = NoPeriod;

    /// Reads what [`fmt::Display`] writes, of the years 2000 to 2999; capitals are fine.
    fn from_str(text: &str) -> Result<Self, NoPeriod> {
        if text.len() > 10 {
            return Err(NoPeriod);
        }
        let text = text.trim().to_ascii_lowercase();
        let found = match text.split_once('-') {
            None => year(&text).and_then(|year| starting(Kind::Year, year, 1)),
            Some((first, rest)) => year(first).and_then(|year| in_year(year, rest)),
        };
        found.ok_or(NoPeriod)
    }
}

fn in_year(year: i16, rest: &str) -> Option<Period> {
    let digits = |text: &str, length: usize| {
        let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse::<i8>().ok()).flatten()
    };
    if let Some(week) = rest.strip_prefix('w') {
        let monday = ISOWeekDate::new(year, digits(week, 2)?, Weekday::Monday).ok()?;
        return Some(Period { kind: Kind::Week, from: monday.date() });
    }
    if let Some(quarter) = rest.strip_prefix('q') {
        let quarter = digits(quarter, 1).filter(|number| (1..=4).contains(number))?;
        return starting(Kind::Quarter, year, quarter * 3 - 2);
    }
    if let Some(half) = rest.strip_prefix('h') {
        let half = digits(half, 1).filter(|number| (1..=2).contains(number))?;
        return starting(Kind::HalfYear, year, half * 6 - 5);
    }
    match rest.split_once('-') {
        None => starting(Kind::Month, year, digits(rest, 2)?),
        Some((month, day)) => {
            let from = Date::new(year, digits(month, 2)?, digits(day, 2)?).ok()?;
            Some(Period { kind: Kind::Day, from })
        }
    }
}

fn starting(kind: Kind, year: i16, month: i8) -> Option<Period> {
    Some(Period { kind, from: Date::new(year, month, 1).ok()? })
}

/// A year of four digits.
pub(super) fn year(text: &str) -> Option<i16> {
    let plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| plain && YEARS.contains(year))
}
