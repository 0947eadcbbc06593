//! How long messages travel: from the sender's call to the other side's frame.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use veiligchat::domain::ids::MessageId;

/// All messages of one measurement.
#[derive(Default)]
pub struct Journeys(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    begun: HashMap<MessageId, Instant>,
    took: Vec<Duration>,
    written: u32,
    stored: u32,
}

/// How many messages came how far.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub written: u32,
    pub stored: u32,
    pub arrived: u32,
}

impl Journeys {
    /// A message was written.
    pub fn written(&self) {
        self.lock().written += 1;
    }

    /// A message that was written then is sent under this id, or sent again.
    pub fn sent(&self, id: MessageId, written: Instant) {
        self.lock().begun.entry(id).or_insert(written);
    }

    /// The server has stored a message.
    pub fn stored(&self) {
        self.lock().stored += 1;
    }

    /// The other side has a message's frame.
    pub fn arrived(&self, id: MessageId) {
        let now = Instant::now();
        let mut inner = self.lock();
        if let Some(begun) = inner.begun.remove(&id) {
            inner.took.push(now - begun);
        }
    }

    pub fn count(&self) -> Count {
        let inner = self.lock();
        let arrived = u32::try_from(inner.took.len()).unwrap_or(u32::MAX);
        Count { written: inner.written, stored: inner.stored, arrived }
    }

    /// What was measured so far; begins anew.
    pub fn take(&self) -> Vec<Duration> {
        std::mem::take(&mut *self.lock()).took
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The value that so many of a hundred stay under; zero of none.
pub fn percentile(values: &mut [Duration], percent: usize) -> Duration {
    values.sort_unstable();
    let place = (values.len() * percent).div_ceil(100).saturating_sub(1);
    values.get(place).copied().unwrap_or_default()
}
