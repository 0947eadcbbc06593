//! A world that is made up: its time moves with tokio's paused clock, its randomness comes from a
//! seed.

use std::{
    sync::atomic::{AtomicI64, AtomicU64, Ordering},
    time::Duration,
};

use futures::future::BoxFuture;
use sha2::{Digest, Sha256};
use tokio::time::Instant;

use super::Runtime;
use crate::domain::moment::Moment;

/// A runtime for tests and simulations on tokio's current-thread scheduler with `start_paused`:
/// the same seed gives the same history. Never for real work: its randomness can be foretold.
///
/// Only tokio's own threads see its clock move: with a paused clock use the journal in memory.
#[derive(Debug)]
pub struct Simulated {
    start: Moment,
    began: Instant,
    /// How far somebody has put the clock on the wall, in milliseconds.
    set: AtomicI64,
    seed: u64,
    drawn: AtomicU64,
}

impl Simulated {
    /// A world where it is `start`, and everything random follows from `seed`. Must be made within
    /// a tokio runtime.
    #[must_use]
    pub fn new(start: Moment, seed: u64) -> Self {
        Self {
            start,
            began: Instant::now(),
            set: AtomicI64::new(0),
            seed,
            drawn: AtomicU64::new(0),
        }
    }

    /// Puts the clock on the wall back by `step`; timers do not notice.
    pub fn set_back(&self, step: Duration) {
        self.set.fetch_sub(milliseconds(step), Ordering::SeqCst);
    }
}

impl Runtime for Simulated {
    fn now(&self) -> Moment {
        let passed = milliseconds(self.began.elapsed());
        Moment::from_millis(self.start.as_millis() + passed + self.set.load(Ordering::SeqCst))
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(wait))
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        tokio::spawn(task);
    }

    fn fill(&self, bytes: &mut [u8]) {
        for block in bytes.chunks_mut(32) {
            let number = self.drawn.fetch_add(1, Ordering::SeqCst);
            let drawn = Sha256::new()
                .chain_update(self.seed.to_le_bytes())
                .chain_update(number.to_le_bytes())
                .finalize();
            block.copy_from_slice(&drawn[..block.len()]);
        }
    }
}

fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Moment = Moment::from_millis(1_800_000_000_000);

    #[tokio::test(start_paused = true)]
    async fn time_moves_with_the_paused_clock_and_can_be_put_back() {
        let world = Simulated::new(START, 1);
        world.sleep(Duration::from_mins(1)).await;
        assert_eq!(world.now(), START + Duration::from_mins(1));
        world.set_back(Duration::from_secs(59));
        assert_eq!(world.now(), START + Duration::from_secs(1));
    }

    #[tokio::test(start_paused = true)]
    async fn the_same_seed_draws_the_same_and_never_twice_the_same() {
        let draw = |seed| {
            let world = Simulated::new(START, seed);
            let mut drawn = [[0; 40]; 2];
            for bytes in &mut drawn {
                world.fill(bytes);
            }
            drawn
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
        let [first, second] = draw(1);
        assert_ne!(first, second);
    }
}
