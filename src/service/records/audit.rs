//! Who did what to accounts and settings, and when. Never content.

use std::fmt;

use super::Answer;
use crate::domain::{
    audit::Deed,
    ids::{RegionId, StaffId},
    moment::Moment,
    staffing::ShownName,
};

/// Whoever did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// A member of staff, by the name that was shown then.
    Staff(StaffId, ShownName),
    /// Somebody at the command line of the machine.
    CommandLine,
}

/// About whom or what something was done: a name, never content.
#[derive(Clone, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    /// The most characters that are kept.
    const LONGEST: usize = 80;

    /// The thing with this name; what is beyond 80 characters is left out.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self(name.chars().filter(|letter| !letter.is_control()).take(Self::LONGEST).collect())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&ShownName> for Subject {
    fn from(name: &ShownName) -> Self {
        Self::named(name.as_str())
    }
}

impl fmt::Debug for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Subject([redacted])")
    }
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// When.
    pub at: Moment,
    /// By whom.
    pub who: Author,
    /// For which organisation; `None` for the installation.
    pub region: Option<RegionId>,
    /// What.
    pub what: Deed,
    /// About whom or what.
    pub about: Subject,
}

/// The place of an entry in the log: later ones are greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AuditPlace(pub i64);

/// Which entries somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditScope {
    /// Those about one organisation.
    Region(RegionId),
    /// All.
    Everything,
}

/// The part of the port that remembers who did what.
pub trait AuditRecords: Send + Sync {
    /// Writes something down. Errors: [`super::RecordsError::UnknownStaff`] when the author or the
    /// region is none.
    fn note(&self, entry: AuditEntry) -> Answer<'_, ()>;

    /// At most `most` entries, the latest first, from before `before` or from the end.
    fn audit(
        &self,
        scope: AuditScope,
        before: Option<AuditPlace>,
        most: usize,
    ) -> Answer<'_, Vec<(AuditPlace, AuditEntry)>>;

    /// Forgets what was done before this moment; tells how many entries there were.
    fn forget_audit_before(&self, moment: Moment) -> Answer<'_, usize>;
}
