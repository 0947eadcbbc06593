//! Server functions, by caller. Thin: who are you, call the service, map the error.
//!
//! Each takes one struct of `protocol`, at its own path, encoded with postcard: a client that is no
//! browser can speak it. Each begins by stating who may call it, through `door`.

pub mod caller;
#[cfg(feature = "ssr")]
mod door;
pub mod registration;
pub mod replies;
pub mod visitor;
pub mod worker;

#[cfg(feature = "ssr")]
pub use door::Rooms;
