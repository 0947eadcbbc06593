//! The real world.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use futures::future::BoxFuture;
use jiff::SignedDuration;

use super::Runtime;
use crate::domain::moment::Moment;

/// The system's clock and generator, and tokio's timers and tasks. Its methods must be called
/// within a tokio runtime.
#[derive(Debug, Clone, Copy, Default)]
pub struct System {
    shift: SignedDuration,
}

impl System {
    /// A world whose clock runs ahead of the real one by `shift`, or behind it when negative.
    #[must_use]
    pub const fn shifted(shift: SignedDuration) -> Self {
        Self { shift }
    }
}

impl Runtime for System {
    fn now(&self) -> Moment {
        let real = match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(after) => milliseconds(after),
            Err(before) => -milliseconds(before.duration()),
        };
        let shift = i64::try_from(self.shift.as_millis()).unwrap_or(0);
        Moment::from_millis(real.saturating_add(shift))
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(wait))
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        tokio::spawn(task);
    }

    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the generator of a system that has started never fails");
    }
}

fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shifted_clock_runs_ahead_or_behind_by_its_shift() {
        let hours = SignedDuration::from_hours(3);
        let real = System::default().now();
        let ahead = System::shifted(hours).now().since(real);
        let behind = real.since(System::shifted(-hours).now());
        for shift in [ahead, behind] {
            assert!(shift.abs_diff(hours.unsigned_abs()) < Duration::from_mins(1), "{shift:?}");
        }
    }

    #[test]
    fn two_draws_differ() {
        let (mut one, mut other) = ([0; 16], [0; 16]);
        System::default().fill(&mut one);
        System::default().fill(&mut other);
        assert_ne!(one, other);
    }
}
