//! Cases that somebody could look up in a calendar.

use jiff::civil::date;

use super::super::{
    Civil, Closure, Holiday, Holidays, Hours, HoursError, Interval, Status, TimeOfDay, Week,
    Weekday, overall,
};
use super::{at, closed_during, interval, open_on, time, utc};
use crate::domain::moment::Moment;

fn open_until(until: Moment) -> Status {
    Status::Open { until: Some(until) }
}

fn opens(opens: Moment) -> Status {
    Status::Closed { opens: Some(opens) }
}

#[test]
fn the_default_week_is_monday_to_friday_from_nine_to_five() {
    let hours = Hours::default();
    for (now, expected) in [
        ("2026-07-01T08:59", opens(at("2026-07-01T09:00"))),
        ("2026-07-01T09:00", open_until(at("2026-07-01T17:00"))),
        ("2026-07-01T16:59:59.999", open_until(at("2026-07-01T17:00"))),
        ("2026-07-01T17:00", opens(at("2026-07-02T09:00"))),
        ("2026-07-03T17:00", opens(at("2026-07-06T09:00"))),
        ("2026-07-05T12:00", opens(at("2026-07-06T09:00"))),
    ] {
        assert_eq!(hours.status(at(now)), expected, "at {now}");
    }
}

#[test]
fn nine_oclock_follows_daylight_saving() {
    let hours = Hours::default();
    assert_eq!(hours.status(at("2026-03-27T18:00")), opens(utc("2026-03-30T07:00Z")));
    assert_eq!(hours.status(at("2026-10-23T18:00")), opens(utc("2026-10-26T08:00Z")));
}

#[test]
fn holidays_close_the_chat() {
    let hours = Hours::default();
    for (now, first_opening) in [
        ("2025-12-31T18:00", "2026-01-02T09:00"), // New Year
        ("2026-04-03T18:00", "2026-04-07T09:00"), // Easter Monday
        ("2026-04-26T12:00", "2026-04-28T09:00"), // King's Day on a Monday
        ("2026-05-13T18:00", "2026-05-15T09:00"), // Ascension
        ("2026-05-22T18:00", "2026-05-26T09:00"), // Whit Monday
        ("2025-05-02T18:00", "2025-05-06T09:00"), // 5 May 2025, a Monday
        ("2025-12-24T18:00", "2025-12-29T09:00"), // Christmas on Thursday and Friday
        ("2026-05-04T18:00", "2026-05-05T09:00"), // 5 May 2026 is an ordinary day
        ("2026-04-02T18:00", "2026-04-03T09:00"), // so is Good Friday
    ] {
        assert_eq!(hours.status(at(now)), opens(at(first_opening)), "at {now}");
    }
}

#[test]
fn good_friday_closes_only_where_it_was_chosen() {
    let holidays: Holidays = [Holiday::GoodFriday].into_iter().collect();
    let hours = Hours::new(Week::default(), holidays, Vec::new()).unwrap();
    assert_eq!(hours.status(at("2026-04-02T18:00")), opens(at("2026-04-06T09:00")));
}

#[test]
fn moving_holidays_fall_on_the_dates_of_the_calendar() {
    for (holiday, year, expected) in [
        (Holiday::EasterSunday, 2024, Some(date(2024, 3, 31))),
        (Holiday::EasterSunday, 2025, Some(date(2025, 4, 20))),
        (Holiday::EasterSunday, 2026, Some(date(2026, 4, 5))),
        (Holiday::EasterSunday, 2008, Some(date(2008, 3, 23))),
        (Holiday::EasterSunday, 2038, Some(date(2038, 4, 25))),
        (Holiday::EasterSunday, 1818, Some(date(1818, 3, 22))),
        (Holiday::EasterMonday, 2027, Some(date(2027, 3, 29))),
        (Holiday::Ascension, 2025, Some(date(2025, 5, 29))),
        (Holiday::WhitSunday, 2026, Some(date(2026, 5, 24))),
        (Holiday::WhitMonday, 2025, Some(date(2025, 6, 9))),
        (Holiday::GoodFriday, 2026, Some(date(2026, 4, 3))),
        (Holiday::KingsDay, 2025, Some(date(2025, 4, 26))),
        (Holiday::KingsDay, 2026, Some(date(2026, 4, 27))),
        (Holiday::KingsDay, 2031, Some(date(2031, 4, 26))),
        (Holiday::LiberationDay, 2025, Some(date(2025, 5, 5))),
        (Holiday::LiberationDay, 2026, None),
        (Holiday::LiberationDay, 2030, Some(date(2030, 5, 5))),
    ] {
        assert_eq!(holiday.date(year), expected, "{holiday:?} {year}");
    }
}

#[test]
fn an_evening_past_midnight_is_one_stretch() {
    let hours = open_on(&[(Weekday::Friday, "20:00-24:00"), (Weekday::Saturday, "0:00-2:00")]);
    assert_eq!(hours.status(at("2026-07-03T21:00")), open_until(at("2026-07-04T02:00")));
    assert_eq!(hours.status(at("2026-07-04T00:00")), open_until(at("2026-07-04T02:00")));
}

#[test]
fn a_day_may_have_several_intervals() {
    let hours = open_on(&[(Weekday::Monday, "19:00-21:30"), (Weekday::Monday, "9:00-12:00")]);
    assert_eq!(hours.status(at("2026-07-06T12:00")), opens(at("2026-07-06T19:00")));
    assert_eq!(hours.status(at("2026-07-06T21:29")), open_until(at("2026-07-06T21:30")));
}

#[test]
fn a_time_that_spring_skips_is_the_jump_itself() {
    // On 29 March 2026 the clock goes from 2:00 to 3:00, at 1:00 UTC.
    let hours = open_on(&[(Weekday::Sunday, "2:30-5:00")]);
    assert_eq!(hours.status(at("2026-03-29T01:00")), opens(utc("2026-03-29T01:00Z")));
    let hours = open_on(&[(Weekday::Sunday, "1:00-2:30")]);
    assert_eq!(hours.status(at("2026-03-29T01:59")), open_until(utc("2026-03-29T01:00Z")));
    let skipped = open_on(&[(Weekday::Sunday, "2:00-3:00")]);
    assert_eq!(skipped.status(at("2026-03-29T01:00")), opens(utc("2026-04-05T00:00Z")));
}

#[test]
fn the_hour_that_autumn_shows_twice_opens_at_the_first_and_closes_at_the_second() {
    // On 25 October 2026 the clock goes from 3:00 back to 2:00, at 1:00 UTC.
    let hours = open_on(&[(Weekday::Sunday, "2:15-2:45")]);
    assert_eq!(hours.status(utc("2026-10-25T00:00Z")), opens(utc("2026-10-25T00:15Z")));
    assert_eq!(hours.status(utc("2026-10-25T00:50Z")), open_until(utc("2026-10-25T01:45Z")));
    let two = open_on(&[(Weekday::Sunday, "1:00-2:15"), (Weekday::Sunday, "2:45-4:00")]);
    assert_eq!(two.status(utc("2026-10-25T00:00Z")), open_until(utc("2026-10-25T03:00Z")));
}

#[test]
fn a_closure_counts_from_its_first_minute_to_its_last() {
    let days = [(Weekday::Monday, "9:00-17:00"), (Weekday::Tuesday, "9:00-17:00")];
    let monday = date(2026, 7, 6);
    let lunch = Closure::new((monday, time("12:00")), (monday, time("13:00"))).unwrap();
    let hours = closed_during(&days, vec![lunch]);
    assert_eq!(hours.status(at("2026-07-06T11:00")), open_until(at("2026-07-06T12:00")));
    assert_eq!(hours.status(at("2026-07-06T12:00")), opens(at("2026-07-06T13:00")));
    let summer = Closure::days(date(2026, 7, 7), date(2026, 8, 2)).unwrap();
    let hours = closed_during(&days, vec![summer, lunch]);
    assert_eq!(hours.status(at("2026-07-06T16:00")), open_until(at("2026-07-06T17:00")));
    assert_eq!(hours.status(at("2026-07-06T17:00")), opens(at("2026-08-03T09:00")));
}

#[test]
fn round_the_clock_never_changes_unless_somebody_closes_it() {
    let now = at("2026-12-25T03:00");
    assert_eq!(Hours::round_the_clock().status(now), Status::Open { until: None });
    let party = Closure::days(date(2027, 1, 5), date(2027, 1, 5)).unwrap();
    let week = Week::round_the_clock();
    let hours = Hours::new(week.clone(), Holidays::none(), vec![party]).unwrap();
    assert_eq!(hours.status(now), open_until(at("2027-01-05T00:00")));
    let far = Closure::days(date(2032, 1, 5), date(2032, 1, 5)).unwrap();
    let hours = Hours::new(week, Holidays::none(), vec![far]).unwrap();
    assert_eq!(hours.status(now), Status::Open { until: None });
}

#[test]
fn no_opening_within_a_year_is_none() {
    let now = at("2026-07-06T12:00");
    assert_eq!(open_on(&[]).status(now), Status::Closed { opens: None });
    let years = Closure::days(date(2026, 7, 7), date(2036, 1, 1)).unwrap();
    let hours = closed_during(&[(Weekday::Monday, "9:00-17:00")], vec![years]);
    assert_eq!(hours.status(now), open_until(at("2026-07-06T17:00")));
    assert_eq!(hours.status(at("2026-07-06T17:00")), Status::Closed { opens: None });
}

#[test]
fn several_regions_together_are_open_while_any_is() {
    let day = open_on(&[(Weekday::Monday, "9:00-17:00")]);
    let evening = open_on(&[(Weekday::Monday, "16:00-21:00"), (Weekday::Tuesday, "9:00-10:00")]);
    let both = [day, evening];
    let status = |now| overall(&both, at(now));
    assert_eq!(status("2026-07-06T10:00"), open_until(at("2026-07-06T21:00")));
    assert_eq!(status("2026-07-06T08:00"), opens(at("2026-07-06T09:00")));
    assert_eq!(status("2026-07-06T21:00"), opens(at("2026-07-07T09:00")));
    assert_eq!(overall([], at("2026-07-06T08:00")), Status::Closed { opens: None });
    let always = Hours::round_the_clock();
    let all = [&both[0], &always];
    assert_eq!(overall(all, at("2026-07-06T08:00")), Status::Open { until: None });
}

#[test]
fn a_week_is_refused_when_its_intervals_are_reversed_or_overlap() {
    assert_eq!(
        Interval::new(time("17:00"), time("9:00")),
        Err(HoursError::Reversed { from: time("17:00"), to: time("9:00") })
    );
    assert!(Interval::new(time("9:00"), time("9:00")).is_err());
    let mut days: [Vec<Interval>; 7] = Default::default();
    days[2] = vec![interval("12:00-14:00"), interval("9:00-12:01")];
    assert_eq!(
        Week::new(days.clone()),
        Err(HoursError::Overlap {
            weekday: Weekday::Wednesday,
            first: interval("9:00-12:01"),
            second: interval("12:00-14:00"),
        })
    );
    days[2] = vec![interval("12:00-14:00"), interval("9:00-12:00")];
    assert_eq!(Week::new(days.clone()).unwrap().day(Weekday::Wednesday), [interval("9:00-14:00")]);
    days[6] = (0..9).map(|hour| interval(&format!("{hour}:00-{hour}:30"))).collect();
    assert_eq!(Week::new(days), Err(HoursError::TooManyIntervals(Weekday::Sunday)));
}

#[test]
fn a_closure_is_refused_when_it_ends_before_it_starts() {
    let day = date(2026, 7, 6);
    assert_eq!(Closure::days(day, date(2026, 7, 5)), Err(HoursError::ReversedClosure));
    let noon = (day, time("12:00"));
    assert_eq!(Closure::new(noon, noon), Err(HoursError::ReversedClosure));
    let one = Closure::days(day, day).unwrap();
    assert_eq!(
        Hours::new(Week::default(), Holidays::none(), vec![one; 201]),
        Err(HoursError::TooManyClosures)
    );
}

#[test]
fn a_time_is_read_as_people_write_it() {
    for (text, expected) in [("9:00", "09:00"), ("09.05", "09:05"), (" 24:00 ", "24:00")] {
        assert_eq!(text.parse::<TimeOfDay>().unwrap().to_string(), expected);
    }
    for text in ["", "9", "9:5", "24:01", "9:60", "-1:00", "+9:00", "9:00:00", "١:00", "009:00"] {
        assert_eq!(text.parse::<TimeOfDay>(), Err(HoursError::NotATime), "{text}");
    }
}

#[test]
fn a_moment_is_told_in_the_words_of_amsterdam() {
    let now = at("2026-03-28T23:30");
    let opening = Civil::of(utc("2026-03-30T07:05Z"), now);
    assert_eq!(
        opening,
        Civil { weekday: Weekday::Monday, day: 30, month: 3, hour: 9, minute: 5, days_from_now: 2 }
    );
    for (moment, days) in [
        ("2026-03-28T23:59", 0),
        ("2026-03-29T00:00", 1),
        ("2026-03-27T23:59", -1),
        ("2027-03-28T00:00", 365),
    ] {
        assert_eq!(Civil::of(at(moment), now).days_from_now, days, "{moment}");
    }
}

#[test]
fn the_ends_of_time_do_not_panic() {
    for now in [i64::MIN, i64::MAX] {
        let now = Moment::from_millis(now);
        assert!(!Hours::default().status(now).is_open());
        let _ = Civil::of(now, now);
    }
}
