//! The rules of the helpline. No I/O, no async, no clock, no randomness: `now` is always passed in,
//! and everything here compiles for the server and for the browser.

pub mod advice;
pub mod appearance;
pub mod audit;
pub mod bytes;
pub mod conversation;
pub mod desk;
pub mod evaluation;
pub mod hours;
pub mod ids;
pub mod misuse;
pub mod moment;
pub mod questions;
pub mod rate;
pub mod recorded;
pub mod region;
pub mod reply;
pub mod secret;
pub mod staffing;
pub mod statistics;
pub mod suppression;
#[cfg(test)]
mod tally;
pub mod waits;
pub mod work;
