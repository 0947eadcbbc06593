//! How long things took, kept in steps only: from those come the median and the 90th percentile,
//! as the range in which they lie.

use std::time::Duration;

/// The steps in which waits are counted: the first minute of each, the last without an end.
pub const WAIT_STEPS: Scale = Scale(&[0, 1, 2, 5, 10, 15, 20, 30, 45, 60]);

/// The steps in which the length of conversations is counted.
pub const LENGTH_STEPS: Scale = Scale(&[0, 5, 10, 15, 20, 30, 45, 60, 90]);

/// Steps of whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale(&'static [u16]);

/// Between two numbers of minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// From this many minutes on.
    pub from: u16,
    /// Less than this many; `None` for the last step.
    pub to: Option<u16>,
}

impl Scale {
    /// How many steps there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.len()
    }

    /// A scale without steps; there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The first minute of the step in which this lies.
    #[must_use]
    pub fn step(self, length: Duration) -> u16 {
        let minutes = length.as_secs() / 60;
        let below = self.0.iter().rev().find(|step| u64::from(**step) <= minutes);
        below.copied().unwrap_or(0)
    }

    /// Whether a step begins at this minute.
    #[must_use]
    pub fn has(self, step: u16) -> bool {
        self.0.contains(&step)
    }

    /// The steps, in order.
    pub fn ranges(self) -> impl Iterator<Item = Range> {
        let ends = self.0.iter().skip(1).copied().map(Some).chain([None]);
        self.0.iter().zip(ends).map(|(from, to)| Range { from: *from, to })
    }
}

/// How many lie in each step of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    scale: Scale,
    numbers: Vec<u64>,
}

impl Spread {
    /// From so many, a median says something about nobody in particular.
    const ENOUGH: u64 = 5;

    /// The numbers of a scale, by the first minute of each step.
    #[must_use]
    pub fn new(scale: Scale, number: impl Fn(u16) -> u64) -> Self {
        Self { scale, numbers: scale.0.iter().map(|step| number(*step)).collect() }
    }

    /// The numbers, in the order of the steps.
    #[must_use]
    pub fn numbers(&self) -> &[u64] {
        &self.numbers
    }

    /// How many there are in all.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.numbers.iter().sum()
    }

    /// In which step the middle one lies; `None` for fewer than five.
    #[must_use]
    pub fn median(&self) -> Option<Range> {
        (self.total() >= Self::ENOUGH).then(|| self.at(50)).flatten()
    }

    /// In which step the one lies that nine of ten do not go beyond; `None` for fewer than ten,
    /// where it would be about the last one alone.
    #[must_use]
    pub fn ninetieth(&self) -> Option<Range> {
        (self.total() >= 2 * Self::ENOUGH).then(|| self.at(90)).flatten()
    }

    /// The step of the nearest-rank percentile.
    fn at(&self, percent: u64) -> Option<Range> {
        let rank = (self.total() * percent).div_ceil(100).max(1);
        let mut seen = 0;
        self.scale.ranges().zip(&self.numbers).find_map(|(range, number)| {
            seen += number;
            (seen >= rank).then_some(range)
        })
    }
}
