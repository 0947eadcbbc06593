//! Telling something that only counts in its newest form: while one request is under way, all that
//! come up meanwhile are one request after it.

/// Whether a request is under way, and whether another is due after it.
#[derive(Debug, Default)]
pub struct OneAtATime {
    under_way: bool,
    again: bool,
}

impl OneAtATime {
    /// Something is to be told: true when now, false when after what is under way.
    pub fn begin(&mut self) -> bool {
        self.again = self.under_way;
        !std::mem::replace(&mut self.under_way, true)
    }

    /// What was under way has ended, in whatever way: true when it is to be told again.
    pub fn end(&mut self) -> bool {
        self.under_way = false;
        std::mem::take(&mut self.again)
    }

    /// What was under way went with its connection: nothing waits for it any more.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_comes_up_meanwhile_is_one_request() {
        let mut telling = OneAtATime::default();
        assert!(telling.begin());
        assert!(!telling.begin() && !telling.begin());
        assert!(telling.end());
        assert!(telling.begin());
        assert!(!telling.end());
        assert!(telling.begin());
    }

    #[test]
    fn a_lost_connection_holds_nothing_up() {
        let mut telling = OneAtATime::default();
        assert!(telling.begin() && !telling.begin());
        telling.forget();
        assert!(telling.begin() && !telling.end());
    }
}
