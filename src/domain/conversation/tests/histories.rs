//! Properties of a conversation over generated histories: workers come, change their key and go;
//! visitor and workers seal, ask and write at any moment, for any epoch. Always the same seed.

mod play;

use std::cell::RefCell;

use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use super::*;
use crate::domain::tally::Tally;
use play::Play;

const HISTORIES: u32 = 600;
const STEPS: usize = 60;
const WORKERS: [StaffId; 3] = [StaffId(1), StaffId(2), StaffId(3)];

/// Which epoch a page believes in: the current one, or so many less or more.
type Skew = i64;

#[derive(Debug, Clone)]
enum Step {
    Join(StaffId, u8),
    Remove(StaffId),
    Seal(Skew, Keys),
    Ask(Skew, StaffId),
    /// The key of so many epochs before, twice, to a seat.
    GiveEarlier(Skew, SeatId, u32),
    /// `None`: the visitor.
    Send(Skew, Option<StaffId>),
    /// Under a seat that is not the sender's.
    Forge(Option<StaffId>, SeatId),
}

#[derive(Debug, Clone, Copy)]
enum Keys {
    Fitting,
    OneTooFew,
    TooShort,
}

fn any_step() -> impl Strategy<Value = Step> {
    let worker = || select(WORKERS.to_vec());
    let sender = || prop::option::of(select(WORKERS.to_vec()));
    let skew = || select(vec![0, 0, 0, 0, 0, 0, 0, 0, -1, 1]);
    let keys = select(vec![Keys::Fitting, Keys::Fitting, Keys::OneTooFew, Keys::TooShort]);
    prop_oneof![
        2 => (worker(), select(vec![1, 1, 1, 2])).prop_map(|(worker, key)| Step::Join(worker, key)),
        1 => worker().prop_map(Step::Remove),
        12 => (skew(), keys).prop_map(|(skew, keys)| Step::Seal(skew, keys)),
        12 => (skew(), worker()).prop_map(|(skew, worker)| Step::Ask(skew, worker)),
        12 => (skew(), 0..6_u16, 0..4_u32)
            .prop_map(|(skew, seat, back)| Step::GiveEarlier(skew, SeatId(seat), back)),
        12 => (skew(), sender()).prop_map(|(skew, sender)| Step::Send(skew, sender)),
        2 => (sender(), 0..4_u16).prop_map(|(sender, seat)| Step::Forge(sender, SeatId(seat))),
    ]
}

#[test]
fn no_history_breaks_a_rule_of_a_conversation() {
    let tally = RefCell::new(Tally::of("Conversation: generated histories", play::KINDS));
    let config = Config { cases: HISTORIES, failure_persistence: None, ..Config::default() };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let histories = vec(any_step(), 1..=STEPS);
    let result = TestRunner::new_with_rng(config, seed).run(&histories, |steps| {
        let mut play = Play::open(&tally);
        for step in &steps {
            play.step(step)?;
        }
        play.close()
    });

    let tally = tally.into_inner();
    tally.print();
    if let Err(broken) = result {
        panic!("{broken}");
    }
    tally.assert_everything_occurred();
}
