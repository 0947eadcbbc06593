//! Between moments and the clock of Europe/Amsterdam.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::{AmbiguousOffset, TimeZone},
};
use serde::{Deserialize, Serialize};

use super::{TimeOfDay, Weekday};
use crate::domain::moment::Moment;

static AMSTERDAM: TimeZone = jiff::tz::get!("Europe/Amsterdam");

/// A moment in the words of a sentence: "vandaag om 17.00 uur", "maandag om 9.00 uur".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Civil {
    /// The day of the week.
    pub weekday: Weekday,
    /// The day of the month, 1 to 31.
    pub day: u8,
    /// The month, 1 to 12.
    pub month: u8,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// Midnights between now and then: 0 today, 1 tomorrow, negative for what is past.
    pub days_from_now: i32,
}

impl Civil {
    /// How `moment` reads on a clock and calendar in Amsterdam, for somebody who lives at `now`.
    #[must_use]
    pub fn of(moment: Moment, now: Moment) -> Self {
        let local = local(moment);
        let number = |part: i8| u8::try_from(part).unwrap_or(0);
        Self {
            weekday: local.weekday().into(),
            day: number(local.day()),
            month: number(local.month()),
            hour: number(local.hour()),
            minute: number(local.minute()),
            days_from_now: days_between(date_of(now), local.date()),
        }
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    i32::try_from(to.duration_since(from).as_hours() / 24).unwrap_or(i32::MAX)
}

/// Which of two moments is meant when the clock shows a time twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Showing {
    /// The first: where something starts.
    First,
    /// The second: where something ends.
    Last,
}

/// The date in Amsterdam.
#[must_use]
pub fn date_of(moment: Moment) -> Date {
    local(moment).date()
}

/// The next midnight in Amsterdam, after `moment`.
#[must_use]
pub fn next_midnight(moment: Moment) -> Option<Moment> {
    moment_at(date_of(moment), TimeOfDay::END, Showing::First)
}

fn local(moment: Moment) -> DateTime {
    let edge = if moment.as_millis() < 0 { Timestamp::MIN } else { Timestamp::MAX };
    AMSTERDAM.to_datetime(Timestamp::from_millisecond(moment.as_millis()).unwrap_or(edge))
}

/// The moment when the clock shows this time. A time that the clock jumps over in spring is the
/// jump itself. `None` only at the end of the calendar, in the year 9999.
pub(super) fn moment_at(day: Date, time: TimeOfDay, showing: Showing) -> Option<Moment> {
    let (day, minutes) = match time {
        TimeOfDay::END => (day.tomorrow().ok()?, 0),
        _ => (day, i8::try_from(time.minute()).ok()?),
    };
    let hour = i8::try_from(time.hour() % 24).ok()?;
    let shown = AMSTERDAM.to_ambiguous_timestamp(day.at(hour, minutes, 0, 0));
    let timestamp = match (shown.offset(), showing) {
        (AmbiguousOffset::Gap { .. }, _) => {
            AMSTERDAM.following(shown.earlier().ok()?).next()?.timestamp()
        }
        (_, Showing::First) => shown.earlier().ok()?,
        (_, Showing::Last) => shown.later().ok()?,
    };
    Some(Moment::from_millis(timestamp.as_millisecond()))
}
