//! How often each answer was given in a half year, as it may be shown.

use super::{Advice, Cardinality, DurationBucket, Edition, HalfYear, Month};
use crate::domain::suppression::{Cell, Margin, Suppressed, suppress, suppress_row};

/// A half year of registrations of one organisation. Small numbers are left out, across all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// The six months.
    pub months: [Month; 6],
    /// All registrations, by month and together.
    pub all: Line,
    /// By duration.
    pub durations: Vec<(DurationBucket, Line)>,
    /// By the answers to each question.
    pub lists: Vec<ListTotals>,
}

/// How often each answer to a question was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListTotals {
    /// The title of the list.
    pub title: String,
    /// One for each answer of each edition that was used: the edition, the words, the numbers.
    pub lines: Vec<(String, String, Line)>,
}

/// Numbers by month, and together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// One for each of the six months.
    pub months: Vec<Cell>,
    /// The half year.
    pub total: Cell,
}

/// The totals of a half year of these registrations; others are left out. The questions are those of
/// `editions`, as far as they were used; of the last edition always.
#[must_use]
pub fn totals(half: HalfYear, given: &[(Month, Advice)], editions: &[&Edition]) -> Totals {
    let months = half.months();
    let counted = |fits: &dyn Fn(&Advice) -> bool| -> Vec<u64> {
        let number = |month: &Month| {
            given.iter().filter(|(when, advice)| when == month && fits(advice)).count() as u64
        };
        months.iter().map(number).collect()
    };
    let (by_month, total) = suppress_row(&counted(&|_| true));
    let mut fixed = by_month.clone();
    fixed.push(total);
    let exactly_one = Margin::Fixed(&fixed);

    let counts: Vec<_> = DurationBucket::ALL
        .into_iter()
        .map(|bucket| counted(&|advice| advice.duration == bucket))
        .collect();
    let durations = DurationBucket::ALL
        .into_iter()
        .zip(lines(suppress(&counts, Margin::Free, exactly_one)))
        .collect();

    let is_used = |edition: &Edition| {
        let last = editions.last().is_some_and(|last| last.name == edition.name);
        last || given
            .iter()
            .any(|(month, advice)| months.contains(month) && advice.edition == edition.name)
    };
    let used: Vec<&Edition> = editions.iter().copied().filter(|edition| is_used(edition)).collect();
    let mut names: Vec<&str> = Vec::new();
    for list in used.iter().rev().flat_map(|edition| edition.asked()) {
        if !names.contains(&list.name.as_str()) {
            names.push(&list.name);
        }
    }
    let lists = names.into_iter().filter_map(|name| {
        let asking = || {
            let asked = used.iter().map(move |edition| (*edition, edition.list(name)));
            asked.filter_map(|(edition, list)| Some((edition, list?)))
        };
        let title = asking().last()?.1.title.clone();
        let rows: Vec<_> = asking()
            .flat_map(|(edition, list)| list.codes.iter().map(move |code| (edition, code)))
            .collect();
        let counts: Vec<_> = rows
            .iter()
            .map(|(edition, code)| {
                counted(&|advice| {
                    let says = |one: &super::Chosen| one.list == name && one.code == code.name;
                    advice.edition == edition.name && advice.chosen.iter().any(says)
                })
            })
            .collect();
        // Answers add up to the registrations only where each has exactly one.
        let one = used.iter().all(|edition| {
            let list = edition.asked().find(|list| list.name == name);
            list.is_some_and(|list| list.cardinality == Cardinality::One)
        });
        let columns = if one { exactly_one } else { Margin::Absent };
        let shown = lines(suppress(&counts, Margin::Free, columns));
        let named = rows
            .into_iter()
            .zip(shown)
            .map(|((edition, code), line)| (edition.name.clone(), code.label.clone(), line));
        Some(ListTotals { title, lines: named.collect() })
    });
    Totals { months, lists: lists.collect(), all: Line { months: by_month, total }, durations }
}

fn lines(shown: Suppressed) -> Vec<Line> {
    let totals = shown.row_totals.into_iter();
    shown.rows.into_iter().zip(totals).map(|(months, total)| Line { months, total }).collect()
}
