//! Extra closures: a staff day, a summer week, an afternoon.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{HoursError, TimeOfDay};

/// One unbroken stretch in which a region is closed, whatever its week says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(
    try_from = "((Date, TimeOfDay), (Date, TimeOfDay))",
    into = "((Date, TimeOfDay), (Date, TimeOfDay))"
)]
pub struct Closure {
    from: (Date, TimeOfDay),
    to: (Date, TimeOfDay),
}

impl Closure {
    /// Closed from this date and time up to that one, which is not included.
    pub fn new(from: (Date, TimeOfDay), to: (Date, TimeOfDay)) -> Result<Self, HoursError> {
        if from < to { Ok(Self { from, to }) } else { Err(HoursError::ReversedClosure) }
    }

    /// Closed on whole days, the last one included.
    pub fn days(first: Date, last: Date) -> Result<Self, HoursError> {
        Self::new((first, TimeOfDay::START), (last, TimeOfDay::END))
    }

    /// The start.
    #[must_use]
    pub const fn from(self) -> (Date, TimeOfDay) {
        self.from
    }

    /// The end, itself not included.
    #[must_use]
    pub const fn to(self) -> (Date, TimeOfDay) {
        self.to
    }
}

impl TryFrom<((Date, TimeOfDay), (Date, TimeOfDay))> for Closure {
    type Error = HoursError;

    fn try_from((from, to): ((Date, TimeOfDay), (Date, TimeOfDay))) -> Result<Self, HoursError> {
        Self::new(from, to)
    }
}

impl From<Closure> for ((Date, TimeOfDay), (Date, TimeOfDay)) {
    fn from(closure: Closure) -> Self {
        (closure.from, closure.to)
    }
}
