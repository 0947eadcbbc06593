//! What this room gets from outside: the time, a way to wait, tasks and randomness.
//!
//! Nothing else in `service` reads a clock, sleeps, spawns or draws a random number: a simulation
//! that hands in another runtime decides all of it.

mod simulated;
mod system;

use std::time::Duration;

use futures::future::BoxFuture;

use crate::domain::moment::Moment;

pub use simulated::Simulated;
pub use system::System;

/// The world as the service sees it; shared as `Arc<dyn Runtime>`.
pub trait Runtime: Send + Sync + 'static {
    /// The time of the clock on the wall. It may jump, back too: what is recorded carries the
    /// journal's time instead.
    fn now(&self) -> Moment;

    /// Is ready after `wait`.
    fn sleep(&self, wait: Duration) -> BoxFuture<'static, ()>;

    /// Runs `task` beside the caller until it is done.
    fn spawn(&self, task: BoxFuture<'static, ()>);

    /// Fills `bytes` with randomness that is fit for ids and secrets.
    fn fill(&self, bytes: &mut [u8]);
}
