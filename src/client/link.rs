//! When to connect: at once, and after a loss with growing waits, so that a server that comes back
//! is not run over.

use std::time::Duration;

use crate::{domain::moment::Moment, protocol::SILENCE_SECONDS};

/// The state of a page's connection.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    state: State,
    losses: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    /// Not wanted.
    #[default]
    Closed,
    /// A stream was asked for.
    Connecting { since: Moment },
    /// Something came over it.
    Open { heard: Moment },
    /// Lost; the next try is due then.
    Lost { until: Moment },
}

impl Link {
    /// The first wait after a loss; it doubles with each further one.
    const FIRST_WAIT: Duration = Duration::from_millis(500);

    /// The longest wait.
    const LONGEST_WAIT: Duration = Duration::from_secs(10);

    /// A stream was asked for.
    pub fn connecting(&mut self, now: Moment) {
        self.state = State::Connecting { since: now };
    }

    /// Something came over the stream.
    pub fn heard(&mut self, now: Moment) {
        self.state = State::Open { heard: now };
        self.losses = 0;
    }

    /// The stream is gone. `jitter` is any random number: pages that lost the same server do not
    /// come back at the same moment.
    pub fn lost(&mut self, now: Moment, jitter: u16) {
        if self.state == State::Closed {
            return;
        }
        let longest = (Self::FIRST_WAIT * 2_u32.pow(self.losses.min(5))).min(Self::LONGEST_WAIT);
        self.losses += 1;
        // Between a half and the whole of it.
        let wait = longest / 2 + longest / 2 * u32::from(jitter) / u32::from(u16::MAX);
        self.state = State::Lost { until: now + wait };
    }

    /// The network is back: no reason to wait any longer.
    pub fn hurry(&mut self, now: Moment) {
        if let State::Lost { .. } = self.state {
            self.state = State::Lost { until: now };
        }
    }

    /// No connection is wanted any more.
    pub fn close(&mut self) {
        *self = Self::default();
    }

    /// Whether it is time to ask for a stream: after a loss, or when an open one is silent.
    #[must_use]
    pub fn is_due(&self, now: Moment) -> bool {
        let silent = Duration::from_secs(SILENCE_SECONDS);
        match self.state {
            State::Closed => false,
            State::Connecting { since } => now.since(since) > silent,
            State::Open { heard } => now.since(heard) > silent,
            State::Lost { until } => now >= until,
        }
    }

    /// Whether the server can be heard.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, State::Open { .. })
    }

    /// Whether the connection was lost and is not back yet.
    #[must_use]
    pub const fn is_lost(&self) -> bool {
        matches!(self.state, State::Lost { .. }) || self.losses > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Moment = Moment::from_millis(1_000_000);

    fn wait_after(losses: u32, jitter: u16) -> Duration {
        let mut link = Link::default();
        link.connecting(START);
        for _ in 0..losses {
            link.lost(START, jitter);
        }
        let due = (0..20_000).find(|ms| link.is_due(START + Duration::from_millis(*ms)));
        Duration::from_millis(due.unwrap())
    }

    #[test]
    fn waits_grow_up_to_a_bound_and_differ_by_the_jitter() {
        assert_eq!(wait_after(1, u16::MAX), Duration::from_millis(500));
        assert_eq!(wait_after(1, 0), Duration::from_millis(250));
        assert_eq!(wait_after(3, u16::MAX), Duration::from_secs(2));
        assert_eq!(wait_after(30, u16::MAX), Duration::from_secs(10));
    }

    #[test]
    fn a_silent_stream_counts_as_lost() {
        let mut link = Link::default();
        link.connecting(START);
        link.heard(START);
        assert!(!link.is_due(START + Duration::from_secs(40)));
        assert!(link.is_due(START + Duration::from_secs(41)));
    }

    #[test]
    fn a_closed_link_stays_closed() {
        let mut link = Link::default();
        link.connecting(START);
        link.close();
        link.lost(START, 0);
        assert!(!link.is_due(START + Duration::from_hours(1)));
    }

    #[test]
    fn a_network_that_is_back_is_used_at_once() {
        let mut link = Link::default();
        link.connecting(START);
        (0..5).for_each(|_| link.lost(START, u16::MAX));
        link.hurry(START);
        assert!(link.is_due(START));
    }
}
