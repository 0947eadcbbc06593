//! No small count follows from what the figures show, within a table, from several tables of a page,
//! or from the pages of several periods and organisations together.
//!
//! The reader of all that is played by bounds: every count that is not shown lies between two
//! numbers, every sum that is shown pulls them together, until nothing moves any more.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::domain::{ids::RegionId, suppression::Cell};

const REGIONS: [RegionId; 3] = [RegionId(1), RegionId(2), RegionId(3)];

/// What a reader knows of a count: at least, at most.
type Bounds = (u64, u64);

const ANY: u64 = 1_000_000;

fn known(cell: Cell) -> Bounds {
    match cell {
        Cell::Shown(number) => (number, number),
        Cell::Few => (1, 4),
        Cell::Hidden => (0, ANY),
    }
}

/// A reader who knows bounds of some counts, and which of them are the sum of which others.
struct Reader<Name> {
    bounds: BTreeMap<Name, Bounds>,
    sums: Vec<(Name, Vec<Name>)>,
}

impl<Name: Ord + Copy> Reader<Name> {
    fn new() -> Self {
        Self { bounds: BTreeMap::new(), sums: Vec::new() }
    }

    fn reads(&mut self, name: Name, cell: Cell) {
        let (least, most) = known(cell);
        let now = self.bounds.entry(name).or_insert((0, ANY));
        *now = (now.0.max(least), now.1.min(most));
    }

    fn knows_sum(&mut self, whole: Name, parts: Vec<Name>) {
        for name in parts.iter().chain([&whole]) {
            self.bounds.entry(*name).or_insert((0, ANY));
        }
        self.sums.push((whole, parts));
    }

    fn thinks(&mut self) {
        loop {
            let before = self.bounds.clone();
            for (whole, parts) in &self.sums {
                let least: u64 = parts.iter().map(|part| self.bounds[part].0).sum();
                let most: u64 = parts.iter().map(|part| self.bounds[part].1).sum();
                let sum = self.bounds[whole];
                let sum = (sum.0.max(least), sum.1.min(most));
                self.bounds.insert(*whole, sum);
                for part in parts {
                    let own = self.bounds[part];
                    let others = (least - own.0, most - own.1);
                    let from = own.0.max(sum.0.saturating_sub(others.1));
                    let to = own.1.min(sum.1.saturating_sub(others.0));
                    self.bounds.insert(*part, (from, to));
                    if (from, to) != own {
                        // The others of this sum are looked at again in the next round.
                        break;
                    }
                }
            }
            if self.bounds == before {
                return;
            }
        }
    }
}

fn month(number: i8) -> Period {
    Period::around(Kind::Month, date(2026, number, 1))
}

/// For each region, and each month of a quarter: how many waited for so long, and how many left.
fn ledgers() -> impl Strategy<Value = Ledger> {
    let count = prop_oneof![3 => 0_u64..3, 2 => 0_u64..9, 1 => 0_u64..60];
    proptest::collection::vec(count, REGIONS.len() * 3 * 8).prop_map(|counts| {
        let mut counts = counts.into_iter();
        let mut ledger = Ledger::default();
        for region in REGIONS {
            for number in 10..=12 {
                let mut next = || counts.next().unwrap_or(0);
                let day = date(2026, number, 15);
                let mut note = |measure, number| ledger.note(measure, Some(region), day, number);
                let waits: Vec<u64> = (0..4).map(|_| next()).collect();
                for (step, number) in [0, 5, 15, 30].into_iter().zip(&waits) {
                    note(Measure::Waited(step), *number);
                }
                note(Measure::Connected, waits.iter().sum());
                for (step, how) in [(0, GaveUp::Stopped), (5, GaveUp::Exited), (5, GaveUp::Stopped)]
                {
                    note(Measure::GaveUp(how, step), next());
                }
                note(Measure::Answered(Asked::Heard, Opinion::Yes), next());
            }
        }
        ledger
    })
}

/// A count that a page may show: of a table, at a line or (`None`) below them.
type Place = (Subject, Option<usize>, Scope, Period);

fn reads_table(reader: &mut Reader<Place>, figures: &Figures<'_>, place: (Subject, Scope, Period)) {
    let (subject, scope, period) = place;
    let table = figures.table(subject, scope, period);
    let at = |line| (subject, line, scope, period);
    for (number, (_, cell)) in table.lines.iter().enumerate() {
        reader.reads(at(Some(number)), *cell);
    }
    if let Some(total) = table.total {
        reader.reads(at(None), total);
        let lines = (0..table.lines.len()).map(|line| at(Some(line))).collect();
        reader.knows_sum(at(None), lines);
    }
    let same = match subject {
        Subject::Waits => Some(0),
        Subject::GaveUp | Subject::GaveUpHow => Some(1),
        _ => None,
    };
    if let Some(line) = same {
        reader.knows_sum((Subject::Outcome, Some(line), scope, period), vec![at(None)]);
    }
}

const SUBJECTS: [Subject; 5] = [
    Subject::Outcome,
    Subject::Waits,
    Subject::GaveUp,
    Subject::GaveUpHow,
    Subject::Evaluation(Asked::Heard),
];

/// The small counts that the reader knows although they are not shown.
fn found_out(reader: &Reader<Place>, figures: &Figures<'_>) -> Vec<Place> {
    let small = |(place, bounds): (&Place, &Bounds)| {
        let (subject, line, scope, period) = *place;
        let table = figures.table(subject, scope, period);
        let cell = line.map_or(table.total, |line| Some(table.lines[line].1));
        let unseen = matches!(cell, Some(Cell::Few | Cell::Hidden));
        (unseen && bounds.0 == bounds.1 && (1..5).contains(&bounds.0)).then_some(*place)
    };
    reader.bounds.iter().filter_map(small).collect()
}

proptest! {
    #[test]
    fn no_small_count_follows_from_a_page(ledger in ledgers()) {
        let figures = Figures::new(&ledger);
        let quarter = Period::around(Kind::Quarter, date(2026, 10, 1));
        for period in [month(10), quarter] {
            for scope in REGIONS.map(Scope::Region).into_iter().chain([Scope::All]) {
                let mut reader = Reader::new();
                for subject in SUBJECTS {
                    reads_table(&mut reader, &figures, (subject, scope, period));
                }
                reader.thinks();
                prop_assert_eq!(found_out(&reader, &figures), vec![], "{:?} {}", scope, period);
            }
        }
    }

    #[test]
    fn no_small_count_follows_from_an_organisation_and_all_of_them(ledger in ledgers()) {
        let figures = Figures::new(&ledger);
        let scopes = REGIONS.map(Scope::Region);
        for subject in SUBJECTS {
            let mut reader = Reader::new();
            for scope in scopes.into_iter().chain([Scope::All]) {
                reads_table(&mut reader, &figures, (subject, scope, month(10)));
            }
            for line in 0..subject.lines(&ledger).len() {
                let at = |scope| (subject, Some(line), scope, month(10));
                reader.knows_sum(at(Scope::All), scopes.map(at).to_vec());
            }
            reader.thinks();
            prop_assert_eq!(found_out(&reader, &figures), vec![]);
        }
    }

    #[test]
    fn no_small_count_follows_from_a_quarter_and_its_months(ledger in ledgers()) {
        let figures = Figures::new(&ledger);
        let quarter = Period::around(Kind::Quarter, date(2026, 10, 1));
        let months = [10, 11, 12].map(month);
        for subject in SUBJECTS {
            for scope in REGIONS.map(Scope::Region) {
                let mut reader = Reader::new();
                for period in months.into_iter().chain([quarter]) {
                    reads_table(&mut reader, &figures, (subject, scope, period));
                }
                for line in 0..subject.lines(&ledger).len() {
                    let at = |period| (subject, Some(line), scope, period);
                    reader.knows_sum(at(quarter), months.map(at).to_vec());
                }
                reader.thinks();
                prop_assert_eq!(found_out(&reader, &figures), vec![]);
            }
        }
    }

    #[test]
    fn what_is_shown_is_what_was_counted(ledger in ledgers()) {
        let figures = Figures::new(&ledger);
        for subject in SUBJECTS {
            for scope in REGIONS.map(Scope::Region).into_iter().chain([Scope::All]) {
                let table = figures.table(subject, scope, month(11));
                for (line, cell) in &table.lines {
                    let counted = subject.number(*line, &ledger, scope, month(11));
                    prop_assert!(matches!(*cell, Cell::Hidden) || Cell::of(counted) == *cell);
                }
            }
        }
    }
}

#[test]
fn the_reader_does_find_what_is_shown_carelessly() {
    let mut reader = Reader::new();
    reader.reads("whole", Cell::Shown(20));
    reader.reads("one", Cell::Shown(17));
    reader.reads("other", Cell::Few);
    reader.knows_sum("whole", vec!["one", "other"]);
    reader.thinks();
    assert_eq!(reader.bounds["other"], (3, 3));
}
