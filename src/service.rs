//! The work behind the server functions. It gets its clock, its randomness, its tasks and its
//! journal from outside, so that the whole of it can be simulated in one thread from one seed.

pub mod account;
pub mod database;
pub mod follow;
pub mod jobs;
pub mod journal;
pub mod push;
pub mod records;
pub mod runtime;
pub mod switchboard;
