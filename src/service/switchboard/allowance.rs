//! How much one conversation, one worker, and whoever shows nothing may ask. Nobody who types comes near
//! it, and a page that does is told [`Refusal::TooMuch`] and asks again later with the same.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::{
    domain::{
        ids::{ConversationId, StaffId},
        moment::Moment,
        rate::{Bucket, Rate},
    },
    protocol::Refusal,
};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// To store a message.
    Message,
    /// To pass on that somebody is writing.
    Typing,
    /// Anything else, a stream too.
    Other,
}

/// Rates for messages, signs of writing and everything else.
type Rates = [Rate; 3];

/// One visitor. A page tells that somebody is writing each three seconds, and answers what it is told.
const VISITOR: Rates = [
    Rate::new(60, Duration::from_millis(250)),
    Rate::new(20, Duration::from_secs(1)),
    Rate::new(150, Duration::from_millis(100)),
];

/// One worker, who has up to four conversations.
const WORKER: Rates = [
    Rate::new(120, Duration::from_millis(100)),
    Rate::new(60, Duration::from_millis(300)),
    Rate::new(400, Duration::from_millis(40)),
];

/// Everybody together who names a conversation that nobody has: each is looked for in the journal.
const STRANGERS: Rate = Rate::new(500, Duration::from_millis(5));

/// How many workers are remembered before those are forgotten who asked nothing lately.
const MANY: usize = 1_000;

/// What is left of each allowance.
pub(super) struct Allowances(Mutex<Left>);

struct Left {
    lifted: bool,
    visitors: HashMap<ConversationId, [Bucket; 3]>,
    workers: HashMap<StaffId, [Bucket; 3]>,
    strangers: Bucket,
}

impl Default for Allowances {
    fn default() -> Self {
        Self(Mutex::new(Left {
            lifted: false,
            visitors: HashMap::new(),
            workers: HashMap::new(),
            strangers: Bucket::FULL,
        }))
    }
}

fn take<K: Hash + Eq>(
    all: &mut HashMap<K, [Bucket; 3]>,
    who: K,
    ask: Ask,
    rates: &Rates,
    now: Moment,
) -> Result<(), Refusal> {
    let [messages, typing, others] = all.entry(who).or_insert([Bucket::FULL; 3]);
    let (bucket, rate) = match ask {
        Ask::Message => (messages, &rates[0]),
        Ask::Typing => (typing, &rates[1]),
        Ask::Other => (others, &rates[2]),
    };
    bucket.take(rate, now).map_err(|_| Refusal::TooMuch)
}

impl Allowances {
    /// Takes from what a conversation may ask, whose token was shown.
    pub(super) fn visitor(
        &self,
        who: ConversationId,
        ask: Ask,
        now: Moment,
    ) -> Result<(), Refusal> {
        let mut left = self.lock();
        if left.lifted { Ok(()) } else { take(&mut left.visitors, who, ask, &VISITOR, now) }
    }

    /// Takes from what a worker may ask.
    pub(super) fn worker(&self, who: StaffId, ask: Ask, now: Moment) -> Result<(), Refusal> {
        let mut left = self.lock();
        if left.workers.len() > MANY {
            left.workers.retain(|_, buckets| buckets.iter().any(|bucket| !bucket.is_full(now)));
        }
        if left.lifted { Ok(()) } else { take(&mut left.workers, who, ask, &WORKER, now) }
    }

    /// Takes from what strangers may ask.
    pub(super) fn stranger(&self, now: Moment) -> Result<(), Refusal> {
        let mut left = self.lock();
        if left.lifted {
            return Ok(());
        }
        left.strangers.take(&STRANGERS, now).map_err(|_| Refusal::TooMuch)
    }

    /// Everybody may ask as much as they want from now on.
    pub(super) fn lift(&self) {
        self.lock().lifted = true;
    }

    pub(super) fn are_lifted(&self) -> bool {
        self.lock().lifted
    }

    /// A conversation is over. Whoever asked nothing lately needs no place either.
    pub(super) fn forget(&self, who: ConversationId, now: Moment) {
        self.lock().visitors.retain(|other, buckets| {
            *other != who && buckets.iter().any(|bucket| !bucket.is_full(now))
        });
    }

    fn lock(&self) -> MutexGuard<'_, Left> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment::from_millis(1_800_000_000_000);
    const ROOS: ConversationId = ConversationId::from_bytes([1; 16]);
    const NOOR: ConversationId = ConversationId::from_bytes([2; 16]);
    const ANNA: StaffId = StaffId(1);

    #[test]
    fn a_visitor_writes_as_quickly_as_people_do_and_no_quicker() {
        let allowances = Allowances::default();
        let write = |now| allowances.visitor(ROOS, Ask::Message, now);
        (0..60).for_each(|_| write(NOON).unwrap());
        assert_eq!(write(NOON), Err(Refusal::TooMuch));
        for second in 1..100 {
            let now = NOON + Duration::from_secs(second);
            let stored = (0..20).filter(|_| write(now).is_ok()).count();
            assert_eq!(stored, 4, "in second {second}");
        }
    }

    #[test]
    fn what_one_uses_up_is_nobody_elses_and_no_other_kind() {
        let allowances = Allowances::default();
        while allowances.visitor(ROOS, Ask::Message, NOON).is_ok() {}
        assert_eq!(allowances.visitor(ROOS, Ask::Other, NOON), Ok(()));
        assert_eq!(allowances.visitor(ROOS, Ask::Typing, NOON), Ok(()));
        assert_eq!(allowances.visitor(NOOR, Ask::Message, NOON), Ok(()));
        assert_eq!(allowances.worker(ANNA, Ask::Message, NOON), Ok(()));
    }

    #[test]
    fn strangers_have_one_allowance_together() {
        let allowances = Allowances::default();
        assert_eq!((0..10_000).filter(|_| allowances.stranger(NOON).is_ok()).count(), 500);
        assert_eq!(allowances.stranger(NOON + Duration::from_millis(5)), Ok(()));
    }

    #[test]
    fn nobody_is_remembered_for_longer_than_it_counts() {
        let allowances = Allowances::default();
        allowances.visitor(ROOS, Ask::Other, NOON).unwrap();
        allowances.forget(ROOS, NOON);
        for number in 0..=1_000 {
            allowances.worker(StaffId(number), Ask::Other, NOON).unwrap();
        }
        allowances.worker(ANNA, Ask::Other, NOON + Duration::from_mins(1)).unwrap();
        let left = allowances.lock();
        assert!(left.visitors.is_empty());
        assert_eq!(left.workers.len(), 1);
    }
}
