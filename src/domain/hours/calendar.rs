//! A day of the calendar as people read it: by the clock, whatever that does on the day.

use jiff::civil::Date;

use super::{Closure, Hours, Interval, TimeOfDay};

pub(super) fn on(hours: &Hours, day: Date) -> Vec<Interval> {
    if hours.holidays.fall_on(day) {
        return Vec::new();
    }
    let open = hours.week.day(day.weekday().into()).to_vec();
    hours.closures.iter().filter_map(|closure| part_of(*closure, day)).fold(open, without)
}

/// What a closure takes of a day.
fn part_of(closure: Closure, day: Date) -> Option<Interval> {
    let from = closure.from().max((day, TimeOfDay::START));
    let to = closure.to().min((day, TimeOfDay::END));
    if from.0 > day || to.0 < day {
        return None;
    }
    Interval::new(from.1, to.1).ok()
}

fn without(open: Vec<Interval>, taken: Interval) -> Vec<Interval> {
    let before = |span: Interval| Interval::new(span.from(), span.to().min(taken.from())).ok();
    let after = |span: Interval| Interval::new(span.from().max(taken.to()), span.to()).ok();
    open.into_iter().flat_map(|span| [before(span), after(span)]).flatten().collect()
}
