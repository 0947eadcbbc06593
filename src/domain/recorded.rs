//! What happened, with its place and its time.

use crate::domain::{ids::Seq, moment::Moment};

/// An entry of a stream as the journal gives it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded<T> {
    /// Its place in its stream.
    pub seq: Seq,
    /// When the journal stored it; never before the entry that precedes it.
    pub at: Moment,
    /// What was stored.
    pub item: T,
}
