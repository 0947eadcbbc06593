//! The figures as they may be seen. What is shown of a number is decided once for each region and
//! month, and every larger number is held against its parts: a quarter against its months, all
//! regions together against each, so that no small count follows from what two pages show.

use jiff::{ToSpan, civil::Date};

use super::{
    ledger::{Ledger, Scope},
    measure::Measure,
    period::{Kind, Period},
    spread::{LENGTH_STEPS, Spread, WAIT_STEPS},
    subject::{Line, Subject, Total},
    week_hour::{Quarter, WeekHour},
};
use crate::domain::suppression::{Cell, Margin, SHOWN_FROM, suppress};

/// For how many years counts are kept by the day; older ones by the month.
pub const YEARS_BY_DAY: i32 = 2;

/// The figures of an installation, from what was counted.
#[derive(Debug, Clone, Copy)]
pub struct Figures<'a> {
    ledger: &'a Ledger,
}

/// A table as it may be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its lines with their numbers.
    pub lines: Vec<(Line, Cell)>,
    /// What stands below them, when they are parts of a whole.
    pub total: Option<Cell>,
}

impl<'a> Figures<'a> {
    /// The figures from these counts.
    #[must_use]
    pub const fn new(ledger: &'a Ledger) -> Self {
        Self { ledger }
    }

    /// A table of a month or longer.
    #[must_use]
    pub fn table(&self, subject: Subject, scope: Scope, period: Period) -> Table {
        let lines = subject.lines(self.ledger);
        let counts: Vec<u64> =
            lines.iter().map(|line| subject.number(*line, self.ledger, scope, period)).collect();
        let fixed = match subject.total() {
            Total::Of(other, at) => {
                let total = self.table(other, scope, period).lines.get(at).map(|line| line.1);
                total.map(|total| [total; 2])
            }
            Total::Own | Total::None => None,
        };
        let margin = match (&fixed, subject.total()) {
            (Some(fixed), _) => Margin::Fixed(fixed),
            (None, Total::None) => Margin::Absent,
            (None, _) => Margin::Free,
        };
        let mut decided = suppress(&[counts.clone()], margin, Margin::Absent);
        let mut cells = decided.rows.pop().unwrap_or_default();
        let mut total = decided.row_totals.pop().filter(|_| subject.total() != Total::None);

        // What the parts would give away is left out too.
        let parts: Vec<Vec<Part>> = Self::partitions(self.ledger, subject, scope, period)
            .into_iter()
            .map(|parts| {
                let part = |(scope, period)| self.part(subject, scope, period);
                parts.into_iter().map(part).collect()
            })
            .collect();
        let mut left_out = false;
        for (at, cell) in cells.iter_mut().enumerate() {
            let stands = parts.iter().all(|parts| {
                may_stand(parts.iter().map(|part| (part.counts[at], part.table.lines[at].1)))
            });
            if matches!(cell, Cell::Shown(1..)) && !stands {
                (*cell, left_out) = (Cell::Hidden, true);
            }
        }
        let sums = |part: &Part| (part.counts.iter().sum(), part.table.total);
        let total_stands = parts.iter().all(|parts| {
            let totals: Vec<(u64, Option<Cell>)> = parts.iter().map(sums).collect();
            may_stand(totals.into_iter().filter_map(|(sum, cell)| Some((sum, cell?))))
        });
        if left_out || !total_stands {
            match (fixed, &mut total) {
                (None, Some(total)) if matches!(total, Cell::Shown(1..)) => *total = Cell::Hidden,
                _ if left_out => also_hide(&counts, &mut cells),
                _ => {}
            }
        }
        Table { lines: lines.into_iter().zip(cells).collect(), total }
    }

    fn part(&self, subject: Subject, scope: Scope, period: Period) -> Part {
        let table = self.table(subject, scope, period);
        let number = |line: &(Line, Cell)| subject.number(line.0, self.ledger, scope, period);
        Part { counts: table.lines.iter().map(number).collect(), table }
    }

    /// Every way in which these figures are the sum of others that somebody may see.
    fn partitions(
        ledger: &Ledger,
        subject: Subject,
        scope: Scope,
        period: Period,
    ) -> Vec<Vec<(Scope, Period)>> {
        let mut all: Vec<Vec<(Scope, Period)>> = [Kind::Month, Kind::Quarter, Kind::HalfYear]
            .into_iter()
            .filter(|kind| *kind < period.kind())
            .map(|kind| period.split(kind).into_iter().map(|part| (scope, part)).collect())
            .collect();
        // Nobody had chosen a region: these are the same for every one.
        if scope == Scope::All && subject != Subject::Looked {
            all.push(ledger.regions().map(|region| (Scope::Region(region), period)).collect());
        }
        all
    }

    /// The conversations of each day of a month.
    #[must_use]
    pub fn days(&self, scope: Scope, month: Period) -> Vec<(Date, Cell)> {
        let days = month.split(Kind::Day);
        let counts: Vec<u64> =
            days.iter().map(|day| self.ledger.sum(Measure::Connected, scope, *day)).collect();
        let total = [self.conversations(scope, month); 2];
        let mut decided = suppress(&[counts.clone()], Margin::Fixed(&total), Margin::Absent);
        let mut cells = decided.rows.pop().unwrap_or_default();
        if scope == Scope::All {
            let regions: Vec<_> = self.ledger.regions().map(Scope::Region).collect();
            let parts: Vec<_> = regions.iter().map(|region| self.days(*region, month)).collect();
            let mut left_out = false;
            for (at, cell) in cells.iter_mut().enumerate() {
                let of_regions = regions.iter().zip(&parts).map(|(region, part)| {
                    (self.ledger.sum(Measure::Connected, *region, days[at]), part[at].1)
                });
                if matches!(cell, Cell::Shown(1..)) && !may_stand(of_regions) {
                    (*cell, left_out) = (Cell::Hidden, true);
                }
            }
            if left_out {
                also_hide(&counts, &mut cells);
            }
        }
        days.iter().map(|day| day.first()).zip(cells).collect()
    }

    /// The conversations of a period.
    #[must_use]
    pub fn conversations(&self, scope: Scope, period: Period) -> Cell {
        match period.kind() {
            Kind::Day | Kind::Week => {
                let days = self.parts(scope, period);
                let count = |day| self.ledger.sum(Measure::Connected, scope, day);
                let counts: Vec<(u64, Cell)> =
                    days.iter().map(|(day, cell)| (count(*day), *cell)).collect();
                let sum = counts.iter().map(|(count, _)| count).sum();
                match days[..] {
                    [(_, only)] => only,
                    _ if may_stand(counts.into_iter()) => Cell::of(sum),
                    _ if sum < SHOWN_FROM => Cell::Few,
                    _ => Cell::Hidden,
                }
            }
            _ => {
                let table = self.table(Subject::Outcome, scope, period);
                table.lines.first().map_or(Cell::Hidden, |line| line.1)
            }
        }
    }

    /// The conversations of each day of a period, or of each month of one that is longer than a
    /// month.
    #[must_use]
    pub fn parts(&self, scope: Scope, period: Period) -> Vec<(Period, Cell)> {
        if period.kind() > Kind::Month {
            let months = period.parts().into_iter();
            return months.map(|month| (month, self.conversations(scope, month))).collect();
        }
        let months = [period.first(), period.last()].map(|day| Period::around(Kind::Month, day));
        let [first, last] = months.map(|month| self.days(scope, month));
        let days = if months[0] == months[1] { first } else { [first, last].concat() };
        let days = days.into_iter().filter(|(day, _)| period.has(*day));
        days.map(|(day, cell)| (Period::around(Kind::Day, day), cell)).collect()
    }

    /// How often something happened in each hour of the weeks of a quarter.
    #[must_use]
    pub fn week_hours(
        &self,
        measures: &[Measure],
        scope: Scope,
        quarter: Quarter,
    ) -> Vec<(WeekHour, Cell)> {
        let hours: Vec<WeekHour> = WeekHour::all().collect();
        let count = |scope, hour: &WeekHour| -> u64 {
            let counts = measures.iter();
            counts.map(|measure| self.ledger.in_hour(*measure, scope, quarter, *hour)).sum()
        };
        let counts: Vec<u64> = hours.iter().map(|hour| count(scope, hour)).collect();
        // The sum is known: it is the quarter's number on another page.
        let sum = [Cell::Shown(counts.iter().sum()); 2];
        let mut decided = suppress(&[counts.clone()], Margin::Fixed(&sum), Margin::Absent);
        let mut cells = decided.rows.pop().unwrap_or_default();
        if scope == Scope::All {
            let regions: Vec<_> = self.ledger.regions().map(Scope::Region).collect();
            for (hour, cell) in hours.iter().zip(&mut cells) {
                let parts = regions.iter().map(|region| count(*region, hour));
                if matches!(cell, Cell::Shown(1..)) && !may_stand(parts.map(|n| (n, Cell::of(n)))) {
                    *cell = Cell::Hidden;
                }
            }
        }
        hours.into_iter().zip(cells).collect()
    }

    /// How long who was helped had waited.
    #[must_use]
    pub fn waits(&self, scope: Scope, period: Period) -> Spread {
        Spread::new(WAIT_STEPS, |step| self.ledger.sum(Measure::Waited(step), scope, period))
    }

    /// How long conversations lasted.
    #[must_use]
    pub fn lengths(&self, scope: Scope, period: Period) -> Spread {
        Spread::new(LENGTH_STEPS, |step| self.ledger.sum(Measure::Lasted(step), scope, period))
    }

    /// The visitors of other regions whom this one helped, as the figures of those regions show it.
    #[must_use]
    pub fn helped(&self, scope: Scope, period: Period) -> Vec<(Scope, Cell)> {
        let Scope::Region(helper) = scope else { return Vec::new() };
        let others = self.ledger.regions().filter(|region| *region != helper);
        let cell = |region| {
            let table = self.table(Subject::Overflow, Scope::Region(region), period);
            let of_helper = |line: &&(Line, Cell)| line.0 == Line::Helper(helper);
            table.lines.iter().find(of_helper).map(|line| (Scope::Region(region), line.1))
        };
        others.filter_map(cell).filter(|(_, cell)| *cell != Cell::Shown(0)).collect()
    }

    /// Whether the counts of this period are still kept by the day.
    #[must_use]
    pub fn has_days(period: Period, today: Date) -> bool {
        period.first() >= today.saturating_sub(YEARS_BY_DAY.years()).first_of_month()
    }
}

/// A part of larger figures, with the counts behind it.
struct Part {
    counts: Vec<u64>,
    table: Table,
}

/// Whether a sum may be shown beside these parts of it: what is not shown of them is several, is
/// together no small number, and can be divided among them in more than one way.
fn may_stand(parts: impl Iterator<Item = (u64, Cell)>) -> bool {
    let unseen: Vec<(u64, Cell)> =
        parts.filter(|(_, cell)| !matches!(cell, Cell::Shown(_))).collect();
    let number = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
    let few = number(unseen.iter().filter(|(_, cell)| *cell == Cell::Few).count());
    let sum: u64 = unseen.iter().map(|(count, _)| count).sum();
    match unseen.len() {
        0 => true,
        1 => false,
        all if number(all) == few => sum > few && sum < few * (SHOWN_FROM - 1) && sum >= SHOWN_FROM,
        _ => sum > few && sum >= SHOWN_FROM,
    }
}

/// Leaves out the smallest of what is shown, so that what was left out cannot be computed.
fn also_hide(counts: &[u64], cells: &mut [Cell]) {
    let shown = counts.iter().zip(cells).filter(|(_, cell)| matches!(cell, Cell::Shown(1..)));
    if let Some((_, cell)) = shown.min_by_key(|(count, _)| **count) {
        *cell = Cell::Hidden;
    }
}
