//! What the process says about itself, on standard error: start, stop and errors. Never an address,
//! a token, a name or anything of a request.

use std::io::{self, IsTerminal};

use tracing::Level;

/// Switches it on, for this crate's own events and for the warnings of others.
pub fn start() {
    use tracing_subscriber::{filter::Targets, prelude::*};

    let shown =
        Targets::new().with_default(Level::ERROR).with_target(env!("CARGO_PKG_NAME"), Level::INFO);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .with_target(false);
    // A second start, in tests, changes nothing.
    let _ = tracing_subscriber::registry().with(lines.with_filter(shown)).try_init();
}
