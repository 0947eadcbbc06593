//! Between the password and the second factor: a state that gives no rights, and ends soon.

use std::{collections::HashMap, time::Duration};

use super::{DeviceToken, HalfToken, SessionToken};
use crate::{
    domain::{ids::StaffId, moment::Moment},
    service::records::FactorSecret,
};

/// How long somebody may take for the second step; making a second factor takes longer than typing
/// a code, but not much.
pub(super) const PATIENCE: Duration = Duration::from_mins(15);

/// How many wrong codes end it.
const TRIES: u8 = 5;

/// How many of one person may stand open at a time.
const OF_ONE: usize = 4;

/// Somebody who knew the password.
#[derive(Clone)]
pub(super) struct Half {
    pub staff: StaffId,
    pub device: Option<DeviceToken>,
    pub previous: Option<SessionToken>,
    /// What a first second factor is made from; `None` when a code of the one there is is asked.
    pub fresh: Option<FactorSecret>,
    until: Moment,
    tries: u8,
}

impl Half {
    pub(super) fn new(
        staff: StaffId,
        device: Option<DeviceToken>,
        previous: Option<SessionToken>,
        fresh: Option<FactorSecret>,
        now: Moment,
    ) -> Self {
        Self { staff, device, previous, fresh, until: now + PATIENCE, tries: 0 }
    }
}

/// Everybody who is half signed in, by the hash of what their browser shows. In memory only: when
/// the process ends, they sign in again.
#[derive(Default)]
pub(super) struct Halves(HashMap<[u8; 32], Half>);

impl Halves {
    pub(super) fn begin(&mut self, token: &HalfToken, half: Half, now: Moment) {
        self.0.retain(|_, half| half.until > now);
        let own = |other: &Half| other.staff == half.staff;
        if self.0.values().filter(|other| own(other)).count() >= OF_ONE {
            let oldest = self.0.iter().filter(|(_, other)| own(other));
            let oldest = oldest.min_by_key(|(_, other)| other.until).map(|(key, _)| *key);
            oldest.and_then(|key| self.0.remove(&key));
        }
        self.0.insert(token.hash(), half);
    }

    pub(super) fn get(&self, token: &HalfToken, now: Moment) -> Option<Half> {
        self.0.get(&token.hash()).filter(|half| half.until > now).cloned()
    }

    /// Counts a wrong code; the last one ends it.
    pub(super) fn fail(&mut self, token: &HalfToken) {
        if let Some(half) = self.0.get_mut(&token.hash()) {
            half.tries += 1;
            if half.tries >= TRIES {
                self.0.remove(&token.hash());
            }
        }
    }

    /// Takes it out, so that it leads to one session only; `None` when somebody was first.
    pub(super) fn end(&mut self, token: &HalfToken) -> Option<Half> {
        self.0.remove(&token.hash())
    }

    /// Ends all of one person.
    pub(super) fn end_all_of(&mut self, staff: StaffId) {
        self.0.retain(|_, half| half.staff != staff);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment::from_millis(1_800_000_000_000);

    fn token(number: u8) -> HalfToken {
        HalfToken::from_bytes([number; 32])
    }

    fn half(staff: u32, now: Moment) -> Half {
        Half::new(StaffId(staff), None, None, None, now)
    }

    #[test]
    fn it_ends_after_a_while_and_after_five_wrong_codes() {
        let mut halves = Halves::default();
        halves.begin(&token(1), half(1, NOON), NOON);
        assert!(halves.get(&token(1), NOON + PATIENCE - Duration::from_millis(1)).is_some());
        assert!(halves.get(&token(1), NOON + PATIENCE).is_none());
        assert!(halves.get(&token(2), NOON).is_none());
        for _ in 0..TRIES {
            assert!(halves.get(&token(1), NOON).is_some());
            halves.fail(&token(1));
        }
        assert!(halves.get(&token(1), NOON).is_none());
    }

    #[test]
    fn one_person_has_a_few_at_a_time_and_uses_each_once() {
        let mut halves = Halves::default();
        halves.begin(&token(9), half(2, NOON), NOON);
        for number in 0..5 {
            let now = NOON + Duration::from_secs(u64::from(number));
            halves.begin(&token(number), half(1, now), now);
        }
        assert!(halves.get(&token(0), NOON).is_none(), "the oldest makes place");
        assert!(halves.get(&token(1), NOON).is_some() && halves.get(&token(9), NOON).is_some());
        assert!(halves.end(&token(1)).is_some() && halves.end(&token(1)).is_none());
        halves.end_all_of(StaffId(1));
        assert!(halves.get(&token(4), NOON).is_none() && halves.get(&token(9), NOON).is_some());
    }
}
