//! Counts what generated histories reach, so that a test over them cannot pass by reaching nothing.

use std::{
    collections::BTreeMap,
    io::{Write, stdout},
};

/// How often each kind of thing occurred.
pub struct Tally {
    title: &'static str,
    counts: BTreeMap<&'static str, u64>,
}

impl Tally {
    /// Nothing counted yet of these kinds.
    pub fn of(title: &'static str, kinds: impl IntoIterator<Item = &'static str>) -> Self {
        Self { title, counts: kinds.into_iter().map(|kind| (kind, 0)).collect() }
    }

    /// One more. Panics for a kind that was not named at the start.
    pub fn count(&mut self, kind: &'static str) {
        *self.counts.get_mut(kind).unwrap_or_else(|| panic!("{kind} is not in the table")) += 1;
    }

    /// Prints the table, also when the test passes: the counts are a result.
    pub fn print(&self) {
        let rows = self.counts.iter().map(|(kind, count)| format!("{count:>9}  {kind}\n"));
        let table = format!("\n{}\n{}", self.title, rows.collect::<String>());
        stdout().write_all(table.as_bytes()).expect("the standard output is open");
    }

    /// Fails when something never occurred.
    pub fn assert_everything_occurred(&self) {
        let never: Vec<_> = self.counts.iter().filter(|(_, count)| **count == 0).collect();
        assert!(never.is_empty(), "{}: never occurred: {never:?}", self.title);
    }
}
