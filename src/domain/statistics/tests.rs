//! Periods, steps, names of what is counted, and what events count as.

mod counting;
mod subtraction;

use std::{collections::BTreeSet, time::Duration};

use jiff::civil::date;

use super::*;
use crate::domain::{
    evaluation::{Asked, Opinion},
    ids::RegionId,
    misuse::Misuse,
    moment::Moment,
};

#[test]
fn a_period_is_read_as_it_is_written() {
    for (text, kind, from, to) in [
        ("2026-11-23", Kind::Day, date(2026, 11, 23), date(2026, 11, 23)),
        ("2026-w48", Kind::Week, date(2026, 11, 23), date(2026, 11, 29)),
        ("2026-w01", Kind::Week, date(2025, 12, 29), date(2026, 1, 4)),
        ("2026-w53", Kind::Week, date(2026, 12, 28), date(2027, 1, 3)),
        ("2028-02", Kind::Month, date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-q4", Kind::Quarter, date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-h1", Kind::HalfYear, date(2026, 1, 1), date(2026, 6, 30)),
        ("2026", Kind::Year, date(2026, 1, 1), date(2026, 12, 31)),
    ] {
        let period: Period = text.parse().unwrap();
        assert_eq!((period.kind(), period.first(), period.last()), (kind, from, to), "{text}");
        assert_eq!(period.to_string(), text);
        assert_eq!(Period::around(kind, to), period, "{text}");
        assert_eq!((period.next().previous(), period.previous().next()), (period, period));
        assert_eq!(period.next().first(), period.last().tomorrow().unwrap());
        assert!(period.has(from) && period.has(to) && !period.has(to.tomorrow().unwrap()));
    }
    assert_eq!(" 2026-Q4".parse(), "2026-q4".parse::<Period>());
}

#[test]
fn what_is_no_period_is_refused() {
    for text in [
        "",
        "2026-",
        "26",
        "2026-13",
        "2026-00",
        "2026-1",
        "2026-02-30",
        "2025-w53",
        "2026-w00",
        "2026-q5",
        "2026-q0",
        "2026-h3",
        "1999",
        "3000",
        "+026",
        "2026-q",
        "2026-w+1",
        "heel 2026",
        "2026-11-2",
        "２０２６",
        "2026-11-23-1",
    ] {
        assert_eq!(text.parse::<Period>(), Err(NoPeriod), "{text}");
    }
}

#[test]
fn a_long_period_is_made_of_months_and_a_short_one_of_days() {
    let parts = |text: &str| text.parse::<Period>().unwrap().parts().len();
    assert_eq!((parts("2026-11-23"), parts("2026-w48"), parts("2026-02")), (1, 7, 28));
    assert_eq!((parts("2026-q4"), parts("2026-h1"), parts("2026")), (3, 6, 12));
    let quarter = "2026-w53".parse::<Period>().unwrap().quarter();
    assert_eq!(quarter, Quarter { year: 2027, number: 1 });
}

#[test]
fn an_hour_of_the_week_is_the_clock_of_amsterdam() {
    // Monday 23 March 2026, 9:00 there.
    let nine = Moment::from_millis(1_774_252_800_000);
    assert_eq!(WeekHour::of(nine), WeekHour::new(9).unwrap());
    let hour = Duration::from_hours(1);
    let midnight = WeekHour::of(nine - hour * 10);
    assert_eq!((midnight.number(), midnight.day(), midnight.hour()), (167, 6, 23));
    // On Sunday 29 March the clock skips the hour from two to three.
    let sunday = nine + Duration::from_hours(5 * 24 + 16);
    let hours: Vec<_> = (0..4).map(|step| WeekHour::of(sunday + hour * step).hour()).collect();
    assert_eq!(hours, [1, 3, 4, 5]);
    assert_eq!(WeekHour::new(168), None);
    assert_eq!(Quarter::at(nine), Quarter { year: 2026, number: 1 });
    assert_eq!("2026-q1".parse(), Ok(Quarter::at(nine)));
    assert_eq!("2026-q5".parse::<Quarter>(), Err(()));
}

#[test]
fn everything_that_is_counted_has_a_name_of_its_own_that_leads_back() {
    let mut all = vec![
        Measure::SignedUp,
        Measure::Connected,
        Measure::Closed,
        Measure::Unattended,
        Measure::Full,
        Measure::Unregistered,
        Measure::HelpedBy(RegionId(7)),
    ];
    for range in WAIT_STEPS.ranges() {
        all.push(Measure::Waited(range.from));
        all.extend(GaveUp::ALL.map(|how| Measure::GaveUp(how, range.from)));
    }
    all.extend(LENGTH_STEPS.ranges().map(|range| Measure::Lasted(range.from)));
    all.extend(LookedAt::ALL.map(Measure::Looked));
    all.extend(Misuse::ALL.map(Measure::Misused));
    for asked in Asked::ALL {
        all.extend(Opinion::ALL.map(|opinion| Measure::Answered(asked, opinion)));
    }
    for measure in &all {
        assert_eq!(Measure::from_code(&measure.code()), Some(*measure));
    }
    let names: BTreeSet<_> = all.iter().map(|measure| measure.code()).collect();
    assert_eq!(names.len(), all.len());
    for name in ["", "wait", "wait.3", "wait.05", "length.-1", "gave-up.exit", "helped-by.x"] {
        assert_eq!(Measure::from_code(name), None, "{name}");
    }
}

#[test]
fn a_length_lies_in_the_step_that_begins_at_or_before_it() {
    let step = |seconds| WAIT_STEPS.step(Duration::from_secs(seconds));
    assert_eq!([0, 59, 60, 299, 300, 3599, 3600, 90_000].map(step), [0, 0, 1, 2, 5, 45, 60, 60]);
}

#[test]
fn median_and_ninetieth_percentile_are_the_step_in_which_they_lie() {
    let spread = |numbers: [u64; 10]| {
        let steps: Vec<u16> = WAIT_STEPS.ranges().map(|range| range.from).collect();
        Spread::new(WAIT_STEPS, |step| numbers[steps.iter().position(|at| *at == step).unwrap()])
    };
    let range = |from, to| Some(Range { from, to });
    let some = spread([2, 1, 0, 1, 0, 0, 0, 0, 0, 6]);
    assert_eq!(
        (some.total(), some.median(), some.ninetieth()),
        (10, range(60, None), range(60, None))
    );
    let even = spread([4, 1, 4, 1, 0, 0, 0, 0, 0, 0]);
    assert_eq!(even.median(), range(1, Some(2)), "the lower of the two in the middle");
    assert_eq!(even.ninetieth(), range(2, Some(5)));
    let few = spread([4, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!((few.median(), few.ninetieth()), (None, None));
    let five = spread([5, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!((five.median(), five.ninetieth()), (range(0, Some(1)), None));
}

#[test]
fn the_median_of_steps_is_the_step_of_the_median() {
    use proptest::prelude::*;
    proptest!(|(mut waits in proptest::collection::vec(0_u64..6000, 10..200))| {
        let spread = Spread::new(WAIT_STEPS, |step| {
            let in_step = |wait: &&u64| WAIT_STEPS.step(Duration::from_secs(**wait)) == step;
            u64::try_from(waits.iter().filter(in_step).count()).unwrap()
        });
        waits.sort_unstable();
        let at = |percent: usize| {
            let rank = (waits.len() * percent).div_ceil(100);
            WAIT_STEPS.step(Duration::from_secs(waits[rank - 1]))
        };
        prop_assert_eq!(spread.median().unwrap().from, at(50));
        prop_assert_eq!(spread.ninetieth().unwrap().from, at(90));
    });
}
