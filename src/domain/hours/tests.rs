//! The clock of Amsterdam, day by day and over generated schedules.

mod calendar;
mod changes;
mod days;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use super::{Closure, Holidays, Hours, Interval, TimeOfDay, Week, Weekday};
use crate::domain::moment::Moment;

/// The moment of a UTC time such as `2026-03-29T01:00Z`.
fn utc(text: &str) -> Moment {
    let time: Timestamp = text.parse().unwrap();
    Moment::from_millis(time.as_millisecond())
}

/// The moment of an unambiguous time in Amsterdam such as `2026-07-01T09:00`.
fn at(text: &str) -> Moment {
    let zone: TimeZone = jiff::tz::get!("Europe/Amsterdam");
    let local: DateTime = text.parse().unwrap();
    let time = zone.to_ambiguous_timestamp(local).unambiguous().unwrap();
    Moment::from_millis(time.as_millisecond())
}

fn time(text: &str) -> TimeOfDay {
    text.parse().unwrap()
}

fn interval(text: &str) -> Interval {
    let (from, to) = text.split_once('-').unwrap();
    Interval::new(time(from), time(to)).unwrap()
}

/// Hours with these intervals and no holidays.
fn open_on(days: &[(Weekday, &str)]) -> Hours {
    closed_during(days, Vec::new())
}

fn closed_during(days: &[(Weekday, &str)], closures: Vec<Closure>) -> Hours {
    let mut week: [Vec<Interval>; 7] = Default::default();
    for (day, text) in days {
        week[day.index()].push(interval(text));
    }
    Hours::new(Week::new(week).unwrap(), Holidays::none(), closures).unwrap()
}
