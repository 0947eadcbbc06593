//! How often somebody may try.
//!
//! A browser that the person signed in from before counts for itself: strangers can use up what
//! the account and the installation allow without locking anybody out.

use std::{collections::HashMap, time::Duration};

use sha2::{Digest, Sha256};

use crate::{
    domain::{
        ids::StaffId,
        moment::Moment,
        rate::{Bucket, Rate},
        staffing::SignInName,
    },
    service::records::{DeviceHash, SessionId},
};

/// Where an attempt comes from.
pub(super) enum Origin {
    /// A browser in which this person signed in before.
    Known(DeviceHash),
    /// Anywhere else, for the account with this name, if it is a name.
    Anywhere(Option<SignInName>),
    /// The second step of this person: in a browser where they signed in before, or elsewhere.
    SecondStep(StaffId, Option<DeviceHash>),
    /// The own password, asked once more in this session.
    OwnPassword(SessionId),
}

/// What an attempt at something but signing in counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Once {
    SecondStep(StaffId, Option<DeviceHash>),
    OwnPassword(SessionId),
}

const ACCOUNT: Rate = Rate::new(5, Duration::from_mins(1));
const DEVICE: Rate = Rate::new(10, Duration::from_secs(30));
/// A code has a million values, of which five are right at a time.
const SECOND_STEP: Rate = Rate::new(10, Duration::from_mins(5));
const OWN_PASSWORD: Rate = Rate::new(5, Duration::from_mins(1));
const OVERALL: Rate = Rate::new(60, Duration::from_secs(1));

/// The attempts of the last minutes. Names are kept as hashes: some people type their password
/// into the wrong field.
pub(super) struct Attempts {
    overall: Bucket,
    accounts: HashMap<[u8; 32], Bucket>,
    devices: HashMap<DeviceHash, Bucket>,
    once: HashMap<Once, Bucket>,
}

impl Default for Attempts {
    fn default() -> Self {
        Self {
            overall: Bucket::FULL,
            accounts: HashMap::new(),
            devices: HashMap::new(),
            once: HashMap::new(),
        }
    }
}

fn account(name: &SignInName) -> [u8; 32] {
    Sha256::digest(name.as_str()).into()
}

impl Attempts {
    /// Counts an attempt, or tells how long to wait and counts nothing.
    pub(super) fn take(&mut self, from: &Origin, now: Moment) -> Result<(), Duration> {
        self.forget(now);
        let buckets = self.buckets(from);
        let waits = buckets.iter().map(|(bucket, rate)| bucket.wait(rate, now));
        match waits.max().unwrap_or_default() {
            Duration::ZERO => {
                for (bucket, rate) in buckets {
                    bucket.draw(rate, now);
                }
                Ok(())
            }
            wait => Err(wait),
        }
    }

    /// Takes back the count of an attempt that was right.
    pub(super) fn give_back(&mut self, from: &Origin) {
        for (bucket, rate) in self.buckets(from) {
            bucket.give_back(rate);
        }
    }

    fn buckets(&mut self, from: &Origin) -> Vec<(&mut Bucket, &'static Rate)> {
        match from {
            Origin::Known(device) => {
                vec![(self.devices.entry(*device).or_insert(Bucket::FULL), &DEVICE)]
            }
            Origin::SecondStep(staff, device) => {
                let bucket = self.once.entry(Once::SecondStep(*staff, *device));
                vec![(bucket.or_insert(Bucket::FULL), &SECOND_STEP)]
            }
            Origin::OwnPassword(session) => {
                let bucket = self.once.entry(Once::OwnPassword(*session));
                vec![(bucket.or_insert(Bucket::FULL), &OWN_PASSWORD)]
            }
            Origin::Anywhere(name) => {
                let mut buckets = vec![(&mut self.overall, &OVERALL)];
                if let Some(name) = name {
                    let bucket = self.accounts.entry(account(name)).or_insert(Bucket::FULL);
                    buckets.push((bucket, &ACCOUNT));
                }
                buckets
            }
        }
    }

    /// Full buckets need no place; what the installation allows bounds the number of the others.
    fn forget(&mut self, now: Moment) {
        self.accounts.retain(|_, bucket| !bucket.is_full(now));
        self.devices.retain(|_, bucket| !bucket.is_full(now));
        self.once.retain(|_, bucket| !bucket.is_full(now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment::from_millis(1_800_000_000_000);

    fn anywhere(name: &str) -> Origin {
        Origin::Anywhere(Some(SignInName::parse(name).unwrap()))
    }

    fn take(attempts: &mut Attempts, from: &Origin, times: u32, now: Moment) {
        for _ in 0..times {
            attempts.take(from, now).unwrap();
        }
    }

    #[test]
    fn an_account_has_five_attempts_and_then_one_a_minute() {
        let mut attempts = Attempts::default();
        let anna = anywhere("anna");
        take(&mut attempts, &anna, 5, NOON);
        let later = NOON + Duration::from_secs(20);
        assert_eq!(attempts.take(&anna, later), Err(Duration::from_secs(40)));
        attempts.take(&anywhere("bram"), later).unwrap();
        let minute = NOON + Duration::from_mins(1);
        take(&mut attempts, &anna, 1, minute);
        assert_eq!(attempts.take(&anna, minute), Err(Duration::from_mins(1)));
        take(&mut attempts, &anna, 5, minute + Duration::from_mins(5));
    }

    #[test]
    fn an_attempt_that_was_right_does_not_count() {
        let mut attempts = Attempts::default();
        let anna = anywhere("anna");
        for _ in 0..100 {
            attempts.take(&anna, NOON).unwrap();
            attempts.give_back(&anna);
        }
        take(&mut attempts, &anna, 5, NOON);
        assert!(attempts.take(&anna, NOON).is_err());
    }

    #[test]
    fn guessing_through_many_names_uses_up_what_the_installation_allows() {
        let mut attempts = Attempts::default();
        for number in 0..60 {
            attempts.take(&anywhere(&format!("guess{number}")), NOON).unwrap();
        }
        let second = Duration::from_secs(1);
        assert_eq!(attempts.take(&anywhere("guess60"), NOON), Err(second));
        assert_eq!(attempts.take(&Origin::Anywhere(None), NOON), Err(second));
        attempts.take(&Origin::Anywhere(None), NOON + second).unwrap();
    }

    #[test]
    fn a_known_browser_counts_for_itself() {
        let mut attempts = Attempts::default();
        let device = Origin::Known(DeviceHash::from_bytes([1; 32]));
        while attempts.take(&Origin::Anywhere(None), NOON).is_ok() {}
        take(&mut attempts, &device, 10, NOON);
        assert_eq!(attempts.take(&device, NOON), Err(Duration::from_secs(30)));
        take(&mut attempts, &Origin::Known(DeviceHash::from_bytes([2; 32])), 10, NOON);
    }

    #[test]
    fn a_clock_that_was_put_back_locks_nobody_out() {
        let mut attempts = Attempts::default();
        let anna = anywhere("anna");
        take(&mut attempts, &anna, 5, NOON);
        let yesterday = NOON - Duration::from_hours(24);
        assert_eq!(attempts.take(&anna, yesterday), Err(Duration::from_mins(1)));
    }

    #[test]
    fn nothing_is_remembered_for_longer_than_it_counts() {
        let mut attempts = Attempts::default();
        take(&mut attempts, &anywhere("anna"), 5, NOON);
        take(&mut attempts, &Origin::Known(DeviceHash::from_bytes([1; 32])), 10, NOON);
        attempts.take(&Origin::Anywhere(None), NOON + Duration::from_mins(5)).unwrap();
        assert!(attempts.accounts.is_empty() && attempts.devices.is_empty());
    }
}
