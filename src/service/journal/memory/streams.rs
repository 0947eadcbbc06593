//! The streams themselves.

use std::collections::BTreeMap;

use bytes::Bytes;

use crate::{
    domain::{
        ids::{MessageId, Seq},
        moment::Moment,
    },
    service::journal::{
        Item, Reading, Recorded, Snapshot, Stream, Unavailable, transaction::Transaction,
    },
};

/// All streams that exist.
pub(super) struct Streams(BTreeMap<Stream, Log>);

#[derive(Default)]
struct Log {
    snapshot: Option<Snapshot>,
    entries: Vec<Recorded<Item>>,
}

impl Default for Streams {
    fn default() -> Self {
        Self(BTreeMap::from([(Stream::Desk, Log::default())]))
    }
}

impl Streams {
    /// A page of the stream; `None` when it does not exist.
    pub(super) fn read(&self, stream: Stream, after: Seq) -> Option<Reading> {
        let log = self.0.get(&stream)?;
        let mut reading = Reading {
            snapshot: log.snapshot.clone().filter(|snapshot| after < snapshot.through),
            ..Reading::default()
        };
        let mut bytes = 0;
        for entry in log.entries.iter().filter(|entry| entry.seq > after) {
            if Reading::is_full(reading.entries.len(), bytes) {
                reading.more = true;
                break;
            }
            bytes += entry.item.bytes.len();
            reading.entries.push(Recorded {
                seq: entry.seq,
                at: entry.at,
                item: entry.item.bytes.clone(),
            });
        }
        Some(reading)
    }
}

impl Log {
    fn through(&self) -> Seq {
        self.snapshot.as_ref().map_or(Seq(0), |snapshot| snapshot.through)
    }
}

impl Transaction for Streams {
    fn last(&self, stream: Stream) -> Result<Option<Seq>, Unavailable> {
        let last = |log: &Log| log.entries.last().map_or_else(|| log.through(), |entry| entry.seq);
        Ok(self.0.get(&stream).map(last))
    }

    fn find(&self, stream: Stream, id: MessageId) -> Result<Option<(Seq, Moment)>, Unavailable> {
        let mut entries = self.0.get(&stream).into_iter().flat_map(|log| &log.entries);
        let found = entries.find(|entry| entry.item.id == Some(id));
        Ok(found.map(|entry| (entry.seq, entry.at)))
    }

    fn snapshot(&self, stream: Stream) -> Result<Seq, Unavailable> {
        Ok(self.0.get(&stream).map_or(Seq(0), Log::through))
    }

    fn insert(
        &mut self,
        stream: Stream,
        seq: Seq,
        at: Moment,
        item: &Item,
    ) -> Result<(), Unavailable> {
        let entries = &mut self.0.entry(stream).or_default().entries;
        entries.push(Recorded { seq, at, item: item.clone() });
        Ok(())
    }

    fn erase(&mut self, stream: Stream) -> Result<(), Unavailable> {
        self.0.remove(&stream);
        Ok(())
    }

    fn replace(
        &mut self,
        stream: Stream,
        through: Seq,
        _at: Moment,
        snapshot: &Bytes,
    ) -> Result<(), Unavailable> {
        let log = self.0.entry(stream).or_default();
        log.entries.retain(|entry| entry.seq > through);
        log.snapshot = Some(Snapshot { through, bytes: snapshot.clone() });
        Ok(())
    }
}
