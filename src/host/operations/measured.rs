//! A journal of which it is known how long storing takes, and whether it can.

use std::{sync::Arc, time::Instant};

use bytes::Bytes;
use futures::future::BoxFuture;

use super::Measures;
use crate::{
    domain::{ids::Seq, moment::Moment},
    service::journal::{
        AppendError, Appended, Batch, CompactError, Hints, Journal, ReadError, Reading, Stream,
    },
};

/// Another journal, measured.
pub struct Measured<J> {
    inner: J,
    measures: Arc<Measures>,
}

impl<J: Journal> Measured<J> {
    /// This journal, measured.
    pub const fn new(inner: J, measures: Arc<Measures>) -> Self {
        Self { inner, measures }
    }
}

impl<J: Journal> Journal for Measured<J> {
    fn append(&self, batch: Batch) -> BoxFuture<'_, Result<Vec<Appended>, AppendError>> {
        Box::pin(async move {
            let begun = Instant::now();
            let outcome = self.inner.append(batch).await;
            match &outcome {
                Ok(_) => {
                    self.measures.stored(begun.elapsed());
                    self.measures.could_store(true);
                }
                Err(AppendError::Unavailable(_)) => self.measures.could_store(false),
                // The engine did its work: it looked.
                Err(_) => {}
            }
            outcome
        })
    }

    fn read(&self, stream: Stream, after: Seq) -> BoxFuture<'_, Result<Reading, ReadError>> {
        self.inner.read(stream, after)
    }

    fn watch(&self) -> Hints {
        self.inner.watch()
    }

    fn compact(
        &self,
        stream: Stream,
        through: Seq,
        snapshot: Bytes,
    ) -> BoxFuture<'_, Result<(), CompactError>> {
        Box::pin(async move {
            let outcome = self.inner.compact(stream, through, snapshot).await;
            // Every minute, also when nobody writes: so a disk that has room again is noticed.
            match outcome {
                Ok(()) => self.measures.could_store(true),
                Err(CompactError::Unavailable(_)) => self.measures.could_store(false),
                Err(_) => {}
            }
            outcome
        })
    }

    fn now(&self) -> Moment {
        self.inner.now()
    }
}
