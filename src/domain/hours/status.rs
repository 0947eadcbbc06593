//! Open or closed, and when that changes.

use std::time::Duration;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Hours, TimeOfDay,
    amsterdam::{Showing, date_of, moment_at},
};
use crate::domain::moment::Moment;

/// How far ahead a change is looked for: longer than holidays can hide a weekly opening.
const HORIZON_DAYS: u16 = 400;
const DAY: Duration = Duration::from_hours(24);
const HORIZON: Duration = Duration::from_hours(HORIZON_DAYS as u64 * 24);

/// Whether the chat is open at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Open.
    Open {
        /// The first moment at which it is closed; `None` when that is more than a year away.
        until: Option<Moment>,
    },
    /// Closed.
    Closed {
        /// The first moment at which it is open; `None` when that is more than a year away.
        opens: Option<Moment>,
    },
}

impl Status {
    /// True while open.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// The next moment with another answer, when there is one in the coming year.
    #[must_use]
    pub const fn next_change(self) -> Option<Moment> {
        match self {
            Self::Open { until } => until,
            Self::Closed { opens } => opens,
        }
    }
}

/// Open as long as any of these is open; closed, with the first opening, when none is.
#[must_use]
pub fn overall<'a>(all: impl IntoIterator<Item = &'a Hours>, now: Moment) -> Status {
    let all: Vec<&Hours> = all.into_iter().collect();
    // One region may take over from another, so the end is sought until nobody goes on.
    let mut at = now;
    while at.since(now) < HORIZON {
        let mut until = None;
        let mut opens: Option<Moment> = None;
        for status in all.iter().map(|hours| hours.status(at)) {
            match status {
                Status::Open { until: None } => return Status::Open { until: None },
                Status::Open { until: end } => until = until.max(end),
                Status::Closed { opens: start } => opens = opens.into_iter().chain(start).min(),
            }
        }
        match until {
            Some(end) => at = end,
            None if at > now => return Status::Open { until: Some(at) },
            None => return Status::Closed { opens },
        }
    }
    Status::Open { until: None }
}

/// A stretch of time, its end not included.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: Moment,
    to: Moment,
}

impl Span {
    /// From the first time that the clock shows `from` to the last time that it shows `to`;
    /// `None` for an hour that the clock skips.
    fn shown(from: (Date, TimeOfDay), to: (Date, TimeOfDay)) -> Option<Self> {
        let from = moment_at(from.0, from.1, Showing::First)?;
        let to = moment_at(to.0, to.1, Showing::Last)?;
        (from < to).then_some(Self { from, to })
    }
}

pub(super) fn of(hours: &Hours, now: Moment) -> Status {
    if hours.week.is_never_open() {
        return Status::Closed { opens: None };
    }
    if hours.week.is_round_the_clock() && hours.holidays.is_empty() && hours.closures.is_empty() {
        return Status::Open { until: None };
    }
    // The stretch that runs now or comes next, joined with what follows without a break.
    let mut found: Option<Span> = None;
    for open in open_spans(hours, now).filter(|open| open.to > now) {
        match &mut found {
            Some(span) if open.from > span.to => return answer(*span, now),
            Some(span) => span.to = span.to.max(open.to),
            None => found = Some(open),
        }
    }
    match found {
        // It ends where the search ends, so it goes on.
        Some(span) if span.from <= now && span.to.since(now) + DAY > HORIZON => {
            Status::Open { until: None }
        }
        Some(span) => answer(span, now),
        None => Status::Closed { opens: None },
    }
}

fn answer(span: Span, now: Moment) -> Status {
    if span.from <= now {
        Status::Open { until: Some(span.to) }
    } else {
        Status::Closed { opens: Some(span.from) }
    }
}

/// The stretches of the coming days, in order.
fn open_spans(hours: &Hours, now: Moment) -> impl Iterator<Item = Span> {
    let closed: Vec<Span> = hours
        .closures
        .iter()
        .filter_map(|closure| Span::shown(closure.from(), closure.to()))
        .filter(|span| span.to > now)
        .collect();
    date_of(now)
        .series(jiff::Span::new().days(1))
        .take(usize::from(HORIZON_DAYS))
        .filter(|&day| !hours.holidays.fall_on(day))
        .flat_map(|day| open_on(hours, day))
        .flat_map(move |open| without(open, &closed))
}

/// The stretches of one day. Two of them share time when both lie in the hour that the clock
/// shows twice in autumn; they are one then.
fn open_on(hours: &Hours, day: Date) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let intervals = hours.week.day(day.weekday().into()).iter();
    for next in intervals.filter_map(|open| Span::shown((day, open.from()), (day, open.to()))) {
        match spans.last_mut() {
            Some(last) if last.to >= next.from => last.to = last.to.max(next.to),
            _ => spans.push(next),
        }
    }
    spans
}

/// What remains of a stretch when others are taken out of it.
fn without(open: Span, closed: &[Span]) -> Vec<Span> {
    let mut remaining = vec![open];
    for taken in closed {
        remaining = remaining
            .into_iter()
            .flat_map(|span| {
                [
                    Span { from: span.from, to: span.to.min(taken.from) },
                    Span { from: span.from.max(taken.to), to: span.to },
                ]
            })
            .filter(|span| span.from < span.to)
            .collect();
    }
    remaining
}
