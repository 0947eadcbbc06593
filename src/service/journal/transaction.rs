//! The rules of the journal, the same for every engine: what is stored, what is refused and why.

use bytes::Bytes;

use super::{
    Append, AppendError, Appended, Batch, CompactError, Expected, Item, Stream, Unavailable,
};
use crate::domain::{
    ids::{MessageId, Seq},
    moment::Moment,
};

/// What an engine can do between two syncs. It sees what was done before in the same transaction.
pub(super) trait Transaction {
    /// The place of the stream's last entry, whether or not a snapshot stands for it; `None` when
    /// the stream does not exist. The desk always does.
    fn last(&self, stream: Stream) -> Result<Option<Seq>, Unavailable>;

    /// Where and when the entry with this id was stored.
    fn find(&self, stream: Stream, id: MessageId) -> Result<Option<(Seq, Moment)>, Unavailable>;

    /// The place of the stream's snapshot; zero without one.
    fn snapshot(&self, stream: Stream) -> Result<Seq, Unavailable>;

    /// Stores an entry behind the others.
    fn insert(
        &mut self,
        stream: Stream,
        seq: Seq,
        at: Moment,
        item: &Item,
    ) -> Result<(), Unavailable>;

    /// Removes the stream.
    fn erase(&mut self, stream: Stream) -> Result<(), Unavailable>;

    /// Puts `snapshot` in the place of every entry up to and with `through`.
    fn replace(
        &mut self,
        stream: Stream,
        through: Seq,
        at: Moment,
        snapshot: &Bytes,
    ) -> Result<(), Unavailable>;
}

/// Stores all of the batch or nothing of it.
pub(super) fn append(
    transaction: &mut impl Transaction,
    batch: &Batch,
    at: Moment,
) -> Result<Vec<Appended>, AppendError> {
    if !batch.is_well_formed() {
        return Err(AppendError::Malformed);
    }
    // A batch names each stream once, so that all can be looked at before any is changed.
    let mut befores = Vec::with_capacity(batch.appends.len());
    for append in &batch.appends {
        befores.push(admit(transaction, append)?);
    }
    for stream in &batch.erase {
        transaction.last(*stream)?.ok_or(AppendError::Gone(*stream))?;
    }

    let mut stored = Vec::with_capacity(batch.appends.len());
    for (append, before) in batch.appends.iter().zip(befores) {
        let mut last = before;
        for item in &append.items {
            last = last.next();
            transaction.insert(append.stream, last, at, item)?;
        }
        stored.push(Appended { stream: append.stream, first: before.next(), last, at });
    }
    for stream in &batch.erase {
        transaction.erase(*stream)?;
    }
    Ok(stored)
}

/// The place of the stream's last entry, if the append may follow it.
fn admit(transaction: &impl Transaction, append: &Append) -> Result<Seq, AppendError> {
    let stream = append.stream;
    let Some(last) = transaction.last(stream)? else {
        return match append.expected {
            Expected::New => Ok(Seq(0)),
            Expected::At(_) | Expected::Any => Err(AppendError::Gone(stream)),
        };
    };
    for id in append.items.iter().filter_map(|item| item.id) {
        if let Some((seq, at)) = transaction.find(stream, id)? {
            return Err(AppendError::Known { stream, id, seq, at });
        }
    }
    match append.expected {
        Expected::Any => Ok(last),
        Expected::At(seq) if seq == last => Ok(last),
        Expected::At(_) | Expected::New => Err(AppendError::Conflict(stream)),
    }
}

/// Compacts the stream.
pub(super) fn compact(
    transaction: &mut impl Transaction,
    stream: Stream,
    through: Seq,
    at: Moment,
    snapshot: &Bytes,
) -> Result<(), CompactError> {
    let last = transaction.last(stream)?.ok_or(CompactError::Gone)?;
    if through == Seq(0) || through > last {
        return Err(CompactError::NoSuchEntry);
    }
    if through >= transaction.snapshot(stream)? {
        transaction.replace(stream, through, at, snapshot)?;
    }
    Ok(())
}
