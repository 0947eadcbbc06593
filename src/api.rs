//! Server functions, by caller. Thin: who are you, call the service, map the error.

pub mod caller;
