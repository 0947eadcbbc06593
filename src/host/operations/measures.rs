//! What is measured while the process runs. Nothing here knows a region, a path or a person.

use std::{
    collections::VecDeque,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use axum::http::StatusCode;

/// The statuses that are counted: the refusals that say something of an attack or of a limit, and
/// whatever is the server's own fault.
pub(super) const COUNTED: [StatusCode; 9] = [
    StatusCode::BAD_REQUEST,
    StatusCode::UNAUTHORIZED,
    StatusCode::FORBIDDEN,
    StatusCode::NOT_FOUND,
    StatusCode::PAYLOAD_TOO_LARGE,
    StatusCode::TOO_MANY_REQUESTS,
    StatusCode::INTERNAL_SERVER_ERROR,
    StatusCode::SERVICE_UNAVAILABLE,
    StatusCode::INSUFFICIENT_STORAGE,
];

/// Up to how long storing takes, in milliseconds: what is told is one of these.
const STEPS: [u64; 11] = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 10_000];

/// How many of the last times are looked at.
const LAST: usize = 1_000;

/// The measurements of one process.
#[derive(Debug)]
pub struct Measures {
    started: Instant,
    answers: [AtomicU64; COUNTED.len()],
    storing_fails: AtomicBool,
    stored: Mutex<VecDeque<u8>>,
}

impl Default for Measures {
    fn default() -> Self {
        Self {
            started: Instant::now(),
            answers: Default::default(),
            storing_fails: AtomicBool::new(false),
            stored: Mutex::new(VecDeque::with_capacity(LAST)),
        }
    }
}

impl Measures {
    /// An answer was given with this status.
    pub fn answered(&self, status: StatusCode) {
        let counted = COUNTED.iter().position(|counted| *counted == status);
        if let Some(count) = counted.and_then(|place| self.answers.get(place)) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Something was stored, which took so long.
    pub(super) fn stored(&self, took: Duration) {
        let step = STEPS.iter().position(|step| took <= Duration::from_millis(*step));
        let mut last = self.last();
        if last.len() == LAST {
            last.pop_front();
        }
        last.push_back(u8::try_from(step.unwrap_or(STEPS.len() - 1)).unwrap_or(u8::MAX));
    }

    /// Whether the engine could do its work the last time that it was asked to store something.
    pub(super) fn could_store(&self, could: bool) {
        self.storing_fails.store(!could, Ordering::Relaxed);
    }

    /// Whether nothing can be stored.
    #[must_use]
    pub fn storing_fails(&self) -> bool {
        self.storing_fails.load(Ordering::Relaxed)
    }

    /// How long the process runs.
    pub(super) fn uptime(&self) -> Duration {
        self.started.elapsed()
    }

    /// How often each of [`COUNTED`] was answered.
    pub(super) fn answers(&self) -> impl Iterator<Item = (StatusCode, u64)> {
        COUNTED
            .into_iter()
            .zip(&self.answers)
            .map(|(status, count)| (status, count.load(Ordering::Relaxed)))
    }

    /// Within how long so many of each hundred of the last things were stored; nothing before there
    /// are any.
    pub(super) fn stored_within(&self, of_hundred: usize) -> Option<Duration> {
        let mut last: Vec<u8> = self.last().iter().copied().collect();
        last.sort_unstable();
        let place = (last.len() * of_hundred).div_ceil(100).checked_sub(1)?;
        let step = STEPS.get(usize::from(*last.get(place)?))?;
        Some(Duration::from_millis(*step))
    }

    fn last(&self) -> MutexGuard<'_, VecDeque<u8>> {
        self.stored.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_storing_takes_is_told_of_the_last_thousand() {
        let measures = Measures::default();
        assert_eq!(measures.stored_within(50), None);
        for _ in 0..LAST {
            measures.stored(Duration::from_mins(1));
        }
        for _ in 0..LAST - 1 {
            measures.stored(Duration::from_micros(1_200));
        }
        assert_eq!(measures.stored_within(50), Some(Duration::from_millis(2)));
        assert_eq!(measures.stored_within(99), Some(Duration::from_millis(2)));
        assert_eq!(measures.stored_within(100), Some(Duration::from_secs(10)));
    }

    #[test]
    fn what_is_no_error_is_not_counted() {
        let measures = Measures::default();
        measures.answered(StatusCode::OK);
        measures.answered(StatusCode::SEE_OTHER);
        assert_eq!(measures.answers().map(|(_, count)| count).sum::<u64>(), 0);
        measures.answered(StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(measures.answers().map(|(_, count)| count).sum::<u64>(), 1);
    }
}
