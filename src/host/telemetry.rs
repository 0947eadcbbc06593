//! What the process says about itself, on standard error: start, stop and errors. Never an address,
//! a token, a name or anything of a request, whatever is asked for.

use std::{
    any::Any,
    env,
    io::{self, IsTerminal},
    panic::{self, PanicHookInfo},
};

use tracing::{Level, level_filters::LevelFilter};
use tracing_subscriber::{filter::Targets, prelude::*};

/// Where whoever runs the server asks for more or for less.
const ASKED: &str = "RUST_LOG";

/// This crate, in the names of events.
const OWN: &str = env!("CARGO_PKG_NAME");

/// Switches it on, for this crate's own events and the errors of others, or for what `RUST_LOG`
/// asks.
pub fn start() {
    let asked = env::var(ASKED).ok();
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .with_target(false);
    let shown = shown(asked.as_deref());
    let understood = shown.is_some();
    // A second start, in tests, changes nothing.
    let _ = tracing_subscriber::registry()
        .with(lines.with_filter(shown.unwrap_or_else(usual)))
        .try_init();
    panic::set_hook(Box::new(tell));
    if !understood {
        tracing::warn!("{ASKED} cannot be understood and changes nothing");
    }
}

/// Tells of a fault in the program: where, and in which words.
fn tell(fault: &PanicHookInfo<'_>) {
    let place = fault.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!("panicked at {place}: {}", words(fault.payload()));
}

/// The words of a fault, where they stand in the program as they are. What was put together when it
/// happened may hold something that somebody sent.
fn words(payload: &(dyn Any + Send)) -> &'static str {
    payload.downcast_ref::<&'static str>().copied().unwrap_or("[redacted]")
}

fn usual() -> Targets {
    Targets::new().with_default(LevelFilter::ERROR).with_target(OWN, Level::INFO)
}

/// What is shown: the usual, or what was asked; `None` when that makes no sense.
///
/// The libraries stay at warnings. What those for HTTP and TLS say below that tells of whoever is
/// on the other side, and no wish of whoever runs the server may bring that into a log.
fn shown(asked: Option<&str>) -> Option<Targets> {
    let Some(asked) = asked.filter(|asked| !asked.trim().is_empty()) else {
        return Some(usual());
    };
    let asked: Targets = asked.parse().ok()?;
    let all = asked.default_level().unwrap_or(LevelFilter::OFF);
    let own = asked.iter().filter(|(target, _)| is_own(target));
    let own = own.map(|(target, level)| (target.to_owned(), level));
    let others = Targets::new().with_default(all.min(LevelFilter::WARN));
    Some(others.with_target(OWN, all).with_targets(own))
}

/// Whether this is a target of this crate.
fn is_own(target: &str) -> bool {
    target.strip_prefix(OWN).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether an event of this target at this level is shown.
    fn shows(asked: Option<&str>, target: &str, level: Level) -> bool {
        shown(asked).unwrap().would_enable(target, &level)
    }

    const OWN_PART: &str = "veiligchat::service::jobs";

    #[test]
    fn usually_own_events_are_shown_and_errors_of_others() {
        for asked in [None, Some(""), Some(" ")] {
            assert!(shows(asked, OWN_PART, Level::INFO));
            assert!(!shows(asked, OWN_PART, Level::DEBUG));
            assert!(shows(asked, "hyper::proto", Level::ERROR));
            assert!(!shows(asked, "hyper::proto", Level::WARN));
        }
    }

    #[test]
    fn more_can_be_asked_of_this_crate() {
        for asked in
            ["trace", "veiligchat=trace", "warn,veiligchat=trace", "off,veiligchat::service=trace"]
        {
            assert!(shows(Some(asked), OWN_PART, Level::TRACE), "{asked}");
        }
        assert!(!shows(Some("trace,veiligchat=info"), OWN_PART, Level::DEBUG));
        assert!(!shows(Some("off"), OWN_PART, Level::ERROR));
    }

    #[test]
    fn no_wish_makes_a_library_tell_of_requests() {
        let libraries = ["axum::rejection", "h2::codec", "hyper::proto", "rustls::server", "tower"];
        for asked in ["trace", "axum::rejection=trace", "h2=debug", "trace,hyper=trace,rustls=info"]
        {
            for library in libraries {
                assert!(!shows(Some(asked), library, Level::INFO), "{library} with {asked}");
            }
        }
    }

    #[test]
    fn of_a_fault_only_the_programs_own_words_are_told() {
        let sent = "127.0.0.1".to_owned();
        let put_together = panic::catch_unwind(|| panic!("no such address: {sent}")).unwrap_err();
        assert_eq!(words(put_together.as_ref()), "[redacted]");
        let broken = "127.0.0.1".parse::<u16>();
        let expected = panic::catch_unwind(|| broken.expect("it works")).unwrap_err();
        assert_eq!(words(expected.as_ref()), "[redacted]");
        let own = panic::catch_unwind(|| panic!("the desk is missing")).unwrap_err();
        assert_eq!(words(own.as_ref()), "the desk is missing");
    }

    #[test]
    fn a_wish_that_makes_no_sense_is_found_out() {
        assert!(shown(Some("veiligchat=loud")).is_none());
    }
}
