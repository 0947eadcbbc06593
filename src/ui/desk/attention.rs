//! When to call the worker: something new came while nobody looks at the page.

/// What waits for the worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// How many visitors may be accepted.
    pub offers: usize,
    /// How many messages were not seen.
    pub unread: usize,
}

/// What to do with the notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// Leave it as it is.
    Nothing,
    /// Say that somebody waits.
    Offer,
    /// Say that there is a message.
    Message,
    /// Take it away: it was seen, or there is nothing any more.
    Close,
}

/// Whether the page is in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// It is.
    Seen,
    /// It is not.
    Hidden,
}

impl Waiting {
    /// What to do when this has become `now`.
    #[must_use]
    pub const fn call(self, now: Self, view: View) -> Call {
        match view {
            View::Seen => Call::Close,
            View::Hidden if now.offers > self.offers => Call::Offer,
            View::Hidden if now.unread > self.unread => Call::Message,
            View::Hidden if now.offers == 0 && now.unread == 0 => Call::Close,
            View::Hidden => Call::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Waiting = Waiting { offers: 0, unread: 0 };
    const OFFER: Waiting = Waiting { offers: 1, unread: 0 };
    const MESSAGE: Waiting = Waiting { offers: 0, unread: 1 };

    #[test]
    fn only_what_is_new_and_unseen_calls() {
        assert_eq!(NOTHING.call(OFFER, View::Hidden), Call::Offer);
        assert_eq!(NOTHING.call(MESSAGE, View::Hidden), Call::Message);
        assert_eq!(OFFER.call(OFFER, View::Hidden), Call::Nothing);
        assert_eq!(NOTHING.call(OFFER, View::Seen), Call::Close);
    }

    #[test]
    fn what_is_no_longer_there_calls_no_longer() {
        assert_eq!(OFFER.call(NOTHING, View::Hidden), Call::Close);
        assert_eq!(OFFER.call(MESSAGE, View::Hidden), Call::Message);
    }
}
