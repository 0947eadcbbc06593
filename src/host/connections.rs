//! How many connections are open at once, and which one goes when another wants in.
//!
//! Nobody is told apart by an address. When every place is taken, the connection makes room that has
//! had no request under way for the longest time: one that says nothing, sends its head a byte at a
//! time, or waits between two requests, which browsers open anew by themselves. A stream and a request
//! that is being answered are never cut off for another. So opening connections and leaving them idle
//! only drives out others of that kind.

mod counted;
mod patient;
mod places;

use std::num::NonZeroUsize;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

pub use counted::counted;
pub use patient::Patient;
pub use places::{Place, Places};

/// What the process opens beside connections: the database, the listener, the log.
const OTHER_FILES: u64 = 128;

/// As many of the `wanted` connections as the system lets this process open, and at least one. Takes
/// what the system allows when asked for, and less than wanted only when it allows no more.
#[must_use]
pub fn as_many_as_possible(wanted: NonZeroUsize) -> NonZeroUsize {
    let needed = u64::try_from(wanted.get()).unwrap_or(u64::MAX).saturating_add(OTHER_FILES);
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    // No limit at all is `None`.
    let mut files = current.unwrap_or(u64::MAX);
    if files < needed {
        let asked = needed.min(maximum.unwrap_or(u64::MAX));
        let raised = setrlimit(Resource::Nofile, Rlimit { current: Some(asked), maximum });
        files = if raised.is_ok() { asked } else { files };
    }
    let possible = usize::try_from(files.saturating_sub(OTHER_FILES)).unwrap_or(usize::MAX);
    let possible = NonZeroUsize::new(possible).unwrap_or(NonZeroUsize::MIN);
    if possible < wanted {
        tracing::warn!(%wanted, %possible, "the system allows fewer connections than are set");
    }
    possible.min(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_connections_are_taken_than_the_system_can_open() {
        let few = NonZeroUsize::new(10).unwrap();
        assert_eq!(as_many_as_possible(few), few);
        let hard = getrlimit(Resource::Nofile).maximum.unwrap_or(u64::MAX);
        let possible = as_many_as_possible(NonZeroUsize::MAX).get();
        assert!(u64::try_from(possible).unwrap() <= hard);
    }
}
