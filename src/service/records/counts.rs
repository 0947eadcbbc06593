//! How often something happened: per region and date, never with an hour, and with nothing that
//! leads to a conversation or a person.

use std::fmt;

use jiff::civil::Date;

use super::Answer;
use crate::domain::{ids::RegionId, misuse::Misuse};

/// The longest name of what is counted.
const LONGEST: usize = 60;

/// What is counted: a stable name such as `misuse.spam`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Counted(String);

impl Counted {
    /// The thing with this name: 1 to 60 small letters, digits, full stops and hyphens; `None` for
    /// anything else.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let plain = |byte: u8| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-')
        };
        let fits = (1..=LONGEST).contains(&name.len()) && name.bytes().all(plain);
        fits.then(|| Self(name.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Misuse> for Counted {
    fn from(misuse: Misuse) -> Self {
        Self(misuse.code().to_owned())
    }
}

impl fmt::Debug for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How often something happened in a region on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// When, in Amsterdam.
    pub day: Date,
    /// What.
    pub what: Counted,
    /// How often; at least once.
    pub number: u64,
}

/// The part of the port that counts.
pub trait CountRecords: Send + Sync {
    /// Counts once more. Errors: [`super::RecordsError::UnknownRegion`].
    fn count(&self, region: RegionId, day: Date, what: Counted) -> Answer<'_, ()>;

    /// Counts each of these once more, all or none. Errors: [`super::RecordsError::UnknownRegion`].
    fn count_all(&self, region: RegionId, day: Date, what: Vec<Counted>) -> Answer<'_, ()>;

    /// What was counted in a region from one day to another, both included, in the order of days
    /// and names.
    fn counts(&self, region: RegionId, from: Date, to: Date) -> Answer<'_, Vec<Count>>;
}
