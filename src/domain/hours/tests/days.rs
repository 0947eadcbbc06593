//! A day on the calendar, and the moments of that day.

use jiff::civil::{Date, date};

use super::{super::Holiday, *};

fn texts(intervals: &[Interval]) -> Vec<String> {
    intervals.iter().map(ToString::to_string).collect()
}

#[test]
fn a_day_has_its_intervals_without_what_is_closed() {
    let closure = |from: &str, to: &str| {
        let at = |text: &str| {
            let (day, clock) = text.split_once(' ').unwrap();
            (day.parse::<Date>().unwrap(), time(clock))
        };
        Closure::new(at(from), at(to)).unwrap()
    };
    let week = [
        (Weekday::Monday, "9:00-12:00"),
        (Weekday::Monday, "13:00-24:00"),
        (Weekday::Tuesday, "9:00-17:00"),
        (Weekday::Wednesday, "9:00-17:00"),
    ];
    let closures = vec![
        closure("2026-07-06 11:00", "2026-07-06 14:30"),
        closure("2026-07-06 22:00", "2026-07-07 10:00"),
        closure("2026-07-07 24:00", "2026-07-09 0:00"),
    ];
    let hours = closed_during(&week, closures);
    let on = |day| texts(&hours.on(date(2026, 7, day)));
    assert_eq!(on(6), ["09:00-11:00", "14:30-22:00"]);
    assert_eq!(on(7), ["10:00-17:00"]);
    assert_eq!(on(8), Vec::<String>::new());
    assert_eq!(on(13), ["09:00-12:00", "13:00-24:00"]);
    assert_eq!(on(12), Vec::<String>::new());
}

#[test]
fn a_holiday_has_none_and_says_which_it_is() {
    let hours = Hours::default();
    let kings_day = date(2026, 4, 27);
    assert_eq!(hours.on(kings_day), []);
    assert_eq!(hours.holiday_on(kings_day), Some(Holiday::KingsDay));
    assert_eq!(hours.holiday_on(date(2026, 4, 28)), None);
    assert_eq!(hours.holiday_on(date(2026, 4, 3)), None, "Good Friday is not chosen");
    assert_eq!(texts(&hours.on(date(2026, 4, 3))), ["09:00-17:00"]);
}

#[test]
fn the_calendar_says_what_the_clock_says() {
    let closures = vec![
        Closure::days(date(2026, 4, 1), date(2026, 4, 2)).unwrap(),
        Closure::new((date(2026, 4, 7), time("9:30")), (date(2026, 4, 8), time("12:00"))).unwrap(),
    ];
    let hours = Hours::new(Week::default(), Holidays::default(), closures).unwrap();
    let mut open = 0;
    for day in date(2026, 3, 30).series(jiff::Span::new().days(1)).take(30) {
        for quarter in 0..96_u16 {
            let clock = TimeOfDay::from_minutes(quarter * 15).unwrap();
            let shown = hours.on(day).iter().any(|open| open.from() <= clock && clock < open.to());
            let moment = at(&format!("{day}T{clock}"));
            assert_eq!(hours.status(moment).is_open(), shown, "{day} {clock}");
            open += usize::from(shown);
        }
    }
    assert!(open > 400, "only {open} open quarters");
}
