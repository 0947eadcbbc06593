//! Who signs up while very many do: they show work that was asked of this very conversation, lately,
//! and that was not shown before.
//!
//! A challenge is not remembered: it carries a seal that only this process can make. What is remembered,
//! for as long as it would count again, is work that was shown, of which the limit on all sign-ups lets
//! in no more than some thousands.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{
    domain::{
        ids::{ConversationId, RegionId},
        moment::Moment,
        rate::{Bucket, Rate},
        work::{Challenge, Effort, Pressure, Solution},
    },
    protocol::Refusal,
    service::runtime::Runtime,
};

/// For how long a challenge can be answered: whoever fills in the questions meanwhile has time.
const VALID: Duration = Duration::from_mins(5);

/// All sign-ups together, whatever work is shown: what no rush of people comes near.
const SIGN_UPS: Rate = Rate::new(200, Duration::from_millis(200));

/// What the seal of a challenge is about.
const LABEL: &[u8] = b"veiligchat work 1";

/// The gate of one process.
pub(super) struct Gate {
    key: Zeroizing<[u8; 32]>,
    state: Mutex<State>,
}

struct State {
    pressure: Pressure,
    sign_ups: Bucket,
    /// The seals of work that was shown, until when they would count.
    shown: BTreeMap<[u8; 32], Moment>,
}

impl Gate {
    pub(super) fn new(runtime: &dyn Runtime) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        runtime.fill(&mut *key);
        let state =
            State { pressure: Pressure::default(), sign_ups: Bucket::FULL, shown: BTreeMap::new() };
        Self { key, state: Mutex::new(state) }
    }

    /// Lets somebody through to the desk, and counts them; refuses with
    /// [`Refusal::WorkNeeded`] when there is something to do first.
    pub(super) fn pass(
        &self,
        conversation: ConversationId,
        region: RegionId,
        work: Option<&Solution>,
        now: Moment,
    ) -> Result<(), Refusal> {
        let needed = self.lock().pressure.effort(region, now);
        if let Some(needed) = needed {
            // Not under the lock: it takes a while.
            let does = work.is_some_and(|work| self.counts(work, needed, conversation, now));
            if !does {
                return Err(Refusal::WorkNeeded(self.challenge(conversation, needed, now)));
            }
        }
        let mut state = self.lock();
        state.sign_ups.take(&SIGN_UPS, now).map_err(|_| Refusal::TooMuch)?;
        if let Some(work) = work.filter(|_| needed.is_some()) {
            state.shown.retain(|_, until| *until > now);
            let until = work.challenge.issued + VALID;
            if state.shown.insert(work.challenge.seal, until).is_some() {
                drop(state);
                let needed = needed.unwrap_or(Effort::FIRST);
                return Err(Refusal::WorkNeeded(self.challenge(conversation, needed, now)));
            }
        }
        state.pressure.count(region, now);
        Ok(())
    }

    /// Whether this work counts, apart from whether it was shown before.
    fn counts(
        &self,
        work: &Solution,
        needed: Effort,
        conversation: ConversationId,
        now: Moment,
    ) -> bool {
        let Challenge { issued, effort, seal } = work.challenge;
        let fresh = issued <= now && now.since(issued) < VALID;
        fresh
            && effort.does_for(needed)
            && self.mac(conversation, issued, effort).verify_slice(&seal).is_ok()
            && work.is_right()
    }

    fn challenge(&self, conversation: ConversationId, effort: Effort, now: Moment) -> Challenge {
        let seal = self.mac(conversation, now, effort).finalize().into_bytes().into();
        Challenge { issued: now, effort, seal }
    }

    /// Everything in it has a fixed length.
    fn mac(&self, conversation: ConversationId, issued: Moment, effort: Effort) -> Hmac<Sha256> {
        Hmac::<Sha256>::new_from_slice(self.key.as_slice())
            .expect("a key of any length will do")
            .chain_update(LABEL)
            .chain_update(conversation.as_bytes())
            .chain_update(issued.as_millis().to_le_bytes())
            .chain_update(effort.number().to_le_bytes())
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::runtime::System;

    const NOON: Moment = Moment::from_millis(1_800_000_000_000);
    const UTRECHT: RegionId = RegionId(20);
    const TWENTE: RegionId = RegionId(19);
    const ROOS: ConversationId = ConversationId::from_bytes([1; 16]);
    const NOOR: ConversationId = ConversationId::from_bytes([2; 16]);

    /// A gate where so many signed up for Utrecht at noon.
    fn after(sign_ups: u8) -> Gate {
        let gate = Gate::new(&System::default());
        for number in 0..sign_ups {
            let other = ConversationId::from_bytes([100 + number; 16]);
            gate.pass(other, UTRECHT, None, NOON).unwrap();
        }
        gate
    }

    fn asked(gate: &Gate, who: ConversationId, now: Moment) -> Challenge {
        match gate.pass(who, UTRECHT, None, now) {
            Err(Refusal::WorkNeeded(challenge)) => challenge,
            other => panic!("no work is asked: {other:?}"),
        }
    }

    fn is_asked_again(gate: &Gate, who: ConversationId, work: &Solution, now: Moment) -> bool {
        matches!(gate.pass(who, UTRECHT, Some(work), now), Err(Refusal::WorkNeeded(_)))
    }

    #[test]
    fn in_a_rush_who_does_the_work_gets_in_once() {
        let gate = after(20);
        let work = asked(&gate, ROOS, NOON).solve();
        assert_eq!(gate.pass(ROOS, UTRECHT, Some(&work), NOON), Ok(()));
        assert!(is_asked_again(&gate, ROOS, &work, NOON), "the same work a second time");
        assert_eq!(gate.pass(NOOR, TWENTE, None, NOON), Ok(()), "nothing is asked elsewhere");
    }

    #[test]
    fn work_cannot_be_sold_made_up_or_kept() {
        let gate = after(20);
        let work = asked(&gate, ROOS, NOON).solve();
        assert!(is_asked_again(&gate, NOOR, &work, NOON), "another's work");
        let mut easier = work;
        easier.challenge.issued = NOON + Duration::from_millis(1);
        assert!(is_asked_again(&gate, ROOS, &easier, easier.challenge.issued), "another moment");
        let wrong = Solution { answers: [u32::MAX; 4], ..work };
        assert!(is_asked_again(&gate, ROOS, &wrong, NOON), "no work at all");
        let elsewhere = after(20);
        assert!(is_asked_again(&elsewhere, ROOS, &work, NOON), "another process's");
        let kept = gate.challenge(ROOS, Effort::FIRST, NOON - VALID).solve();
        assert!(is_asked_again(&gate, ROOS, &kept, NOON), "work of long ago");
    }

    #[test]
    fn work_of_a_moment_ago_does_not_open_a_door_that_has_become_much_heavier() {
        let gate = after(20);
        let work = asked(&gate, ROOS, NOON).solve();
        for number in 0..15 {
            gate.lock().pressure.count(UTRECHT, NOON);
            if number == 9 {
                assert_eq!(gate.pass(ROOS, UTRECHT, Some(&work), NOON), Ok(()));
                gate.lock().shown.clear();
            }
        }
        assert!(is_asked_again(&gate, ROOS, &work, NOON));
    }

    #[test]
    fn however_much_work_is_done_there_is_a_limit_to_all() {
        let gate = Gate::new(&System::default());
        let mut admitted = 0;
        for number in 0..1_000_u16 {
            gate.lock().pressure = Pressure::default();
            let mut id = [0; 16];
            id[..2].copy_from_slice(&number.to_le_bytes());
            match gate.pass(ConversationId::from_bytes(id), UTRECHT, None, NOON) {
                Ok(()) => admitted += 1,
                refused => assert_eq!(refused, Err(Refusal::TooMuch)),
            }
        }
        assert_eq!(admitted, 200);
        assert_eq!(gate.pass(ROOS, TWENTE, None, NOON + SIGN_UPS.interval), Ok(()));
    }

    #[test]
    fn what_was_shown_is_forgotten_when_it_counts_no_more() {
        let gate = after(20);
        let work = asked(&gate, ROOS, NOON).solve();
        gate.pass(ROOS, UTRECHT, Some(&work), NOON).unwrap();
        let later = NOON + VALID;
        for _ in 0..30 {
            gate.lock().pressure.count(UTRECHT, later);
        }
        let other = asked(&gate, NOOR, later).solve();
        gate.pass(NOOR, UTRECHT, Some(&other), later).unwrap();
        assert_eq!(gate.lock().shown.len(), 1);
    }
}
