//! Generated schedules: the status holds until the moment it names, and changes exactly then.

use std::time::Duration;

use jiff::{
    Timestamp,
    civil::{Date, date},
    tz::TimeZone,
};
use proptest::{collection::vec, prelude::*};

use super::super::{Closure, Holiday, Holidays, Hours, Interval, TimeOfDay, Week, Weekday};
use crate::domain::moment::Moment;

fn day_intervals() -> impl Strategy<Value = Vec<Interval>> {
    // Sorted distinct borders, taken in pairs, are intervals that do not overlap.
    proptest::collection::btree_set(0_u16..=96, 0..=6).prop_map(|borders| {
        let times: Vec<TimeOfDay> = borders
            .into_iter()
            .filter_map(|quarter| TimeOfDay::from_minutes(quarter * 15))
            .collect();
        times.chunks_exact(2).map(|pair| Interval::new(pair[0], pair[1]).unwrap()).collect()
    })
}

fn some_day() -> impl Strategy<Value = Date> {
    (0_i64..900).prop_map(|days| date(2025, 6, 1).saturating_add(jiff::Span::new().days(days)))
}

fn closures() -> impl Strategy<Value = Vec<Closure>> {
    let one =
        (some_day(), 0_u16..1440, 1_i64..20, 0_u16..=1440).prop_map(|(from, start, days, end)| {
            let to = from.saturating_add(jiff::Span::new().days(days));
            let time = |minutes| TimeOfDay::from_minutes(minutes).unwrap();
            Closure::new((from, time(start)), (to, time(end))).unwrap()
        });
    vec(one, 0..4)
}

fn hours() -> impl Strategy<Value = Hours> {
    let holidays = proptest::sample::subsequence(Holiday::ALL.to_vec(), 0..=11);
    (vec(day_intervals(), 7), holidays, closures()).prop_map(|(days, holidays, closures)| {
        let days: [Vec<Interval>; 7] = days.try_into().unwrap();
        let holidays: Holidays = holidays.into_iter().collect();
        Hours::new(Week::new(days).unwrap(), holidays, closures).unwrap()
    })
}

/// Any moment of two years; half of them within a day of a change of the clock.
fn now() -> impl Strategy<Value = Moment> {
    let start = date(2025, 6, 1).to_zoned_millis();
    let near = prop_oneof![
        Just(1_761_440_400_000_i64), // 26 October 2025, 1:00 UTC
        Just(1_774_746_000_000),     // 29 March 2026, 1:00 UTC
        Just(1_792_890_000_000),     // 25 October 2026, 1:00 UTC
    ];
    prop_oneof![
        (0_i64..63_072_000_000).prop_map(move |later| start + later),
        (near, -86_400_000_i64..86_400_000).prop_map(|(change, off)| change + off),
    ]
    .prop_map(Moment::from_millis)
}

trait ZonedMillis {
    fn to_zoned_millis(self) -> i64;
}

impl ZonedMillis for Date {
    fn to_zoned_millis(self) -> i64 {
        TimeZone::UTC.to_timestamp(self.at(0, 0, 0, 0)).unwrap().as_millisecond()
    }
}

/// What somebody with a calendar and a clock on the wall would say.
fn looked_up(hours: &Hours, now: Moment) -> bool {
    let zone: TimeZone = jiff::tz::get!("Europe/Amsterdam");
    let local = zone.to_datetime(Timestamp::from_millisecond(now.as_millis()).unwrap());
    let minutes =
        u16::try_from(local.hour()).unwrap() * 60 + u16::try_from(local.minute()).unwrap();
    let time = TimeOfDay::from_minutes(minutes).unwrap();
    let here = (local.date(), time);
    let in_week = hours.week().day(Weekday::from(local.weekday())).iter();
    let in_week = in_week.clone().any(|open| open.from() <= time && time < open.to());
    let holiday = hours.holidays().iter().any(|day| day.date(local.year()) == Some(local.date()));
    // An end at 24:00 of one day is before 0:00 of the next in this order too.
    let closed =
        hours.closures().iter().any(|closure| closure.from() <= here && here < closure.to());
    in_week && !holiday && !closed
}

/// Within the day of a change of the clock, where the wall shows an hour twice.
fn clock_changes_near(now: Moment) -> bool {
    let zone: TimeZone = jiff::tz::get!("Europe/Amsterdam");
    let offset = |moment: Moment| {
        zone.to_offset(Timestamp::from_millisecond(moment.as_millis()).unwrap()).seconds()
    };
    let before = Moment::from_millis(now.as_millis() - 7_200_000);
    offset(before) != offset(now + Duration::from_hours(2))
}

proptest! {
    #[test]
    fn the_status_changes_exactly_when_it_says(hours in hours(), now in now(), part in 0.0..1.0) {
        let status = hours.status(now);
        if let Some(change) = status.next_change() {
            prop_assert!(change > now);
            let length = change.since(now);
            for moment in [
                now + length.mul_f64(part),
                Moment::from_millis(change.as_millis() - 1),
            ] {
                prop_assert_eq!(hours.status(moment), status);
            }
            prop_assert_ne!(hours.status(change).is_open(), status.is_open());
        }
    }

    #[test]
    fn the_status_is_what_a_calendar_and_a_clock_say(hours in hours(), now in now()) {
        if !clock_changes_near(now) {
            prop_assert_eq!(hours.status(now).is_open(), looked_up(&hours, now));
        }
    }

    #[test]
    fn hours_survive_the_wire(hours in hours()) {
        let bytes = postcard::to_allocvec(&hours).unwrap();
        prop_assert_eq!(postcard::from_bytes::<Hours>(&bytes).unwrap(), hours);
    }
}
