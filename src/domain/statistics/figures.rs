//! The figures as they may be seen. What is shown of a month is decided once, for every organisation
//! and for all of them together, as one table with its totals. What is longer shows a number only
//! where each of its months does, so that it tells nothing that the months do not.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

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
#[derive(Debug)]
pub struct Figures<'a> {
    ledger: &'a Ledger,
    /// What was decided already: larger figures ask for the same parts again and again.
    decided: RefCell<BTreeMap<(Subject, Period), Rc<Decided>>>,
}

/// What is shown of a table in a month, for each organisation and for all.
type Decided = BTreeMap<Scope, Table>;

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
    pub fn new(ledger: &'a Ledger) -> Self {
        Self { ledger, decided: RefCell::default() }
    }

    /// A table of a month or longer.
    #[must_use]
    pub fn table(&self, subject: Subject, scope: Scope, period: Period) -> Table {
        // Nobody had chosen an organisation yet.
        let scope = if subject == Subject::Looked { Scope::All } else { scope };
        if period.kind() > Kind::Month {
            let months = period.split(Kind::Month).into_iter();
            let months: Vec<Table> =
                months.map(|month| self.table(subject, scope, month)).collect();
            return together(subject.lines(self.ledger), &months);
        }
        let key = (subject, period);
        let known = self.decided.borrow().get(&key).map(Rc::clone);
        let decided = known.unwrap_or_else(|| {
            let decided = Rc::new(self.decide(subject, period));
            self.decided.borrow_mut().insert(key, Rc::clone(&decided));
            decided
        });
        decided.get(&scope).cloned().unwrap_or_else(|| Table {
            // Nothing was ever counted there.
            lines: subject.lines(self.ledger).into_iter().map(|line| (line, NONE)).collect(),
            total: (subject.total() != Total::None).then_some(NONE),
        })
    }

    /// Decides a month's table for everybody at once.
    fn decide(&self, subject: Subject, month: Period) -> Decided {
        let lines = subject.lines(self.ledger);
        let mut scopes: Vec<Scope> = self.ledger.regions().map(Scope::Region).collect();
        if subject == Subject::Looked || scopes.is_empty() {
            scopes = vec![Scope::All];
        }
        let number = |scope: &Scope| {
            let numbers = lines.iter();
            numbers.map(|line| subject.number(*line, self.ledger, *scope, month)).collect()
        };
        let counts: Vec<Vec<u64>> = scopes.iter().map(number).collect();
        let fixed = match subject.total() {
            Total::Of(other, at) => {
                let line = |scope: &Scope| self.table(other, *scope, month).lines[at].1;
                Some(scopes.iter().chain([&Scope::All]).map(line).collect::<Vec<Cell>>())
            }
            Total::Own | Total::None => None,
        };
        let totals = match (&fixed, subject.total()) {
            (Some(fixed), _) => Margin::Fixed(fixed),
            (None, Total::None) => Margin::Absent,
            (None, _) => Margin::Free,
        };
        let alone = scopes == [Scope::All];
        let decided = suppress(&counts, totals, if alone { Margin::Absent } else { Margin::Free });
        let mut rows: Vec<(Scope, Vec<Cell>, Cell)> = scopes
            .into_iter()
            .zip(decided.rows)
            .zip(decided.row_totals)
            .map(|((scope, cells), total)| (scope, cells, total))
            .collect();
        if !alone {
            rows.push((Scope::All, decided.column_totals, decided.total));
        }
        let table = |(scope, mut cells, total): (Scope, Vec<Cell>, Cell)| {
            if fixed.is_some() && !is_shown(total) {
                leave_out(&mut cells);
            }
            let lines = lines.iter().copied().zip(cells).collect();
            let total = (subject.total() != Total::None).then_some(total);
            (scope, Table { lines, total })
        };
        rows.into_iter().map(table).collect()
    }

    /// The conversations of each day of a month.
    fn days(&self, scope: Scope, month: Period) -> Vec<(Date, Cell)> {
        let days = month.split(Kind::Day);
        let regions: Vec<Scope> = self.ledger.regions().map(Scope::Region).collect();
        let number = |scope: &Scope| -> Vec<u64> {
            days.iter().map(|day| self.ledger.sum(Measure::Connected, *scope, *day)).collect()
        };
        let counts: Vec<Vec<u64>> = regions.iter().map(number).collect();
        let totals = regions.iter().chain([&Scope::All]);
        let totals: Vec<Cell> = totals.map(|scope| self.conversations(*scope, month)).collect();
        let decided = suppress(&counts, Margin::Fixed(&totals), Margin::Free);
        let mut shown = decided.rows.into_iter().chain([decided.column_totals]).zip(totals);
        let at = regions.iter().position(|region| *region == scope);
        let found = match scope {
            Scope::All => shown.last(),
            Scope::Region(_) => at.and_then(|at| shown.nth(at)),
        };
        let (mut cells, total) = found.unwrap_or_else(|| (vec![NONE; days.len()], NONE));
        cells.resize(days.len(), NONE);
        if !is_shown(total) {
            leave_out(&mut cells);
        }
        days.iter().map(|day| day.first()).zip(cells).collect()
    }

    /// The conversations of a period.
    #[must_use]
    pub fn conversations(&self, scope: Scope, period: Period) -> Cell {
        if period.kind() < Kind::Month {
            let days = self.parts(scope, period).into_iter();
            return sum_of(&days.map(|(_, cell)| cell).collect::<Vec<_>>());
        }
        let table = self.table(Subject::Outcome, scope, period);
        table.lines.first().map_or(Cell::Hidden, |line| line.1)
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
        let mut decided =
            suppress(std::slice::from_ref(&counts), Margin::Fixed(&sum), Margin::Absent);
        let mut cells = decided.rows.pop().unwrap_or_default();
        if measures.contains(&Measure::Connected) {
            let quarter = self.conversations(scope, Period::of_quarter(quarter));
            if !is_shown(quarter) && cells.iter().all(|cell| is_shown(*cell)) {
                also_hide(&counts, &mut cells);
            }
        }
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

/// Nothing was counted.
const NONE: Cell = Cell::Shown(0);

const fn is_shown(cell: Cell) -> bool {
    matches!(cell, Cell::Shown(_))
}

/// Leaves out all there is.
fn leave_out(cells: &mut [Cell]) {
    for cell in cells.iter_mut().filter(|cell| **cell != NONE) {
        *cell = Cell::Hidden;
    }
}

/// The table of a period from those of its months.
fn together(lines: Vec<Line>, months: &[Table]) -> Table {
    let line = |(at, line): (usize, Line)| {
        let parts: Vec<Cell> = months.iter().map(|month| month.lines[at].1).collect();
        (line, sum_of(&parts))
    };
    let totals: Option<Vec<Cell>> = months.iter().map(|month| month.total).collect();
    let total = totals.map(|totals| sum_of(&totals));
    Table { lines: lines.into_iter().enumerate().map(line).collect(), total }
}

/// What may be shown of the sum of these, which tells nothing that they do not.
fn sum_of(parts: &[Cell]) -> Cell {
    let shown: Option<u64> = parts
        .iter()
        .map(|part| match part {
            Cell::Shown(number) => Some(*number),
            Cell::Few | Cell::Hidden => None,
        })
        .sum();
    let mut there = parts.iter().filter(|part| **part != NONE);
    match (shown, there.next(), there.next()) {
        (Some(sum), ..) => Cell::Shown(sum),
        (None, Some(Cell::Few), None) => Cell::Few,
        _ => Cell::Hidden,
    }
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
