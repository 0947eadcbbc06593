//! Everything that happens, in order: one stream for the desk and one for each conversation.
//!
//! A stream holds what its conversation needs to go on and nothing else: an erased one leaves no
//! entry, no time and no id behind. That is also why an id that was erased is not known any more:
//! that ids are never used twice rests on their 128 random bits.
//!
//! No SQL and no habit of an engine leaks out of here: every engine passes the same contract suite.

mod command;
#[cfg(test)]
mod contract;
mod hints;
pub mod memory;
pub mod sqlite;
mod transaction;

use bytes::Bytes;
use futures::future::BoxFuture;
use thiserror::Error;

pub use crate::domain::recorded::Recorded;
use crate::domain::{
    ids::{ConversationId, MessageId, Seq},
    moment::Moment,
};

pub use hints::{Hint, Hints};

/// How many entries one [`Journal::read`] gives at most.
pub const PAGE_ENTRIES: usize = 500;

/// How many bytes of entries one [`Journal::read`] gives, give or take the last one.
pub const PAGE_BYTES: usize = 1 << 20;

/// Which of the streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stream {
    /// Who waits, who is on duty, who was offered what. It always exists and cannot be erased.
    Desk,
    /// One conversation: sealed envelopes and rosters.
    Conversation(ConversationId),
}

/// What the writer believes about the stream it appends to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// It does not exist yet: this append makes it.
    New,
    /// Its last entry has this place.
    At(Seq),
    /// It exists.
    Any,
}

/// An entry to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Makes a retry harmless: no two entries of one stream have the same id. A compaction forgets
    /// the ids that it covers.
    pub id: Option<MessageId>,
    /// What the journal keeps and never looks into.
    pub bytes: Bytes,
}

/// Entries for the end of one stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Append {
    /// The stream.
    pub stream: Stream,
    /// What must be true of the stream.
    pub expected: Expected,
    /// The entries, in order; at least one.
    pub items: Vec<Item>,
}

/// What is stored together or not at all. It names each stream at most once, and each id at most
/// once in a stream.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// The appends.
    pub appends: Vec<Append>,
    /// The conversations of which nothing may remain.
    pub erase: Vec<Stream>,
}

/// An append that was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The stream.
    pub stream: Stream,
    /// The place of the first entry.
    pub first: Seq,
    /// The place of the last entry.
    pub last: Seq,
    /// The time of all of them.
    pub at: Moment,
}

/// Why nothing of a batch was stored.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AppendError {
    /// Somebody was first: read on and decide again.
    #[error("the stream has moved on")]
    Conflict(Stream),
    /// The stream does not exist, or not any more.
    #[error("the stream does not exist")]
    Gone(Stream),
    /// The entry with this id is stored already, by an earlier try: treat it as stored. Comes
    /// before [`AppendError::Conflict`], since the earlier try has moved the stream.
    #[error("the entry is stored already")]
    Known {
        /// The stream.
        stream: Stream,
        /// The id.
        id: MessageId,
        /// The place of the entry.
        seq: Seq,
        /// The time of the entry.
        at: Moment,
    },
    /// The batch names a stream or an id twice, appends nothing to a stream, or erases the desk.
    #[error("the batch makes no sense")]
    Malformed,
    /// The engine failed. The batch may have been stored all the same: try again with the same
    /// ids.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// A stream from some place on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// What stands for the entries that are gone; there when the reader's place lies before it.
    pub snapshot: Option<Snapshot>,
    /// The entries that follow, in order, without a gap.
    pub entries: Vec<Recorded<Bytes>>,
    /// Whether there are more after these: read on from the last.
    pub more: bool,
}

/// What stands for the entries that a compaction took away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The place of the last entry that it stands for.
    pub through: Seq,
    /// What the journal keeps and never looks into.
    pub bytes: Bytes,
}

/// Why a stream cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The stream does not exist, or not any more.
    #[error("the stream does not exist")]
    Gone,
    /// The engine failed.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// Why a stream was not compacted. Nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CompactError {
    /// The stream does not exist, or not any more.
    #[error("the stream does not exist")]
    Gone,
    /// The stream has never had an entry in that place.
    #[error("the stream has no entry in that place")]
    NoSuchEntry,
    /// The engine failed.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// The engine cannot do its work: a full disk, a locked or broken file, a process that stops. The
/// text is for the log only.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the journal is unavailable: {0}")]
pub struct Unavailable(pub String);

/// The journal; shared as `Arc<dyn Journal>`.
pub trait Journal: Send + Sync + 'static {
    /// Stores the batch, all or nothing; on the disk when it returns. The first append that cannot
    /// be is the one that the error tells of. When the caller stops waiting, the batch may be
    /// stored all the same.
    fn append(&self, batch: Batch) -> BoxFuture<'_, Result<Vec<Appended>, AppendError>>;

    /// What the stream has after `after`, at most a page of it.
    fn read(&self, stream: Stream, after: Seq) -> BoxFuture<'_, Result<Reading, ReadError>>;

    /// Tells from now on which streams grew or were erased.
    fn watch(&self) -> Hints;

    /// Puts `snapshot` in the place of every entry up to and with `through`, at once; nothing of
    /// those entries remains. Does nothing where a later snapshot stands already.
    fn compact(
        &self,
        stream: Stream,
        through: Seq,
        snapshot: Bytes,
    ) -> BoxFuture<'_, Result<(), CompactError>>;

    /// The journal's time: the clock on the wall, but never before the last recorded time.
    fn now(&self) -> Moment;
}

impl Batch {
    /// Whether the batch names each stream once, each id once, and does nothing senseless.
    fn is_well_formed(&self) -> bool {
        let mut streams: Vec<_> = self.appends.iter().map(|append| append.stream).collect();
        streams.extend(&self.erase);
        all_differ(streams)
            && !self.erase.contains(&Stream::Desk)
            && self.appends.iter().all(|append| {
                !append.items.is_empty()
                    && all_differ(append.items.iter().filter_map(|item| item.id).collect())
            })
    }

    /// The streams that change.
    fn streams(&self) -> impl Iterator<Item = Stream> {
        self.appends.iter().map(|append| append.stream).chain(self.erase.iter().copied())
    }
}

impl Reading {
    /// Whether a page is full with this many entries and bytes.
    fn is_full(entries: usize, bytes: usize) -> bool {
        entries >= PAGE_ENTRIES || bytes >= PAGE_BYTES
    }
}

fn all_differ<T: Ord>(mut names: Vec<T>) -> bool {
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    names.len() == count
}
