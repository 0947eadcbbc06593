//! Properties of the desk over generated histories: several visitors and workers do anything in any
//! order, time passes in any steps, the timer comes late, the process stops and starts again.
//!
//! The generator always starts from the same seed. What the histories reached is printed, and
//! nothing may be missing.

mod kinds;
mod play;
mod step;
mod watch;

use std::cell::RefCell;

use proptest::{
    collection::vec,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use super::*;
use crate::domain::tally::Tally;
use play::Play;

/// How many histories, of up to how many steps. A few seconds without optimisation.
const HISTORIES: u32 = 500;
const STEPS: usize = 200;

#[test]
fn no_history_breaks_a_rule_of_the_desk() {
    let tally = RefCell::new(Tally::of("Desk: generated histories", kinds::all()));
    let config = Config {
        cases: HISTORIES,
        failure_persistence: None,
        max_shrink_iters: 4_000,
        ..Config::default()
    };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let result =
        TestRunner::new_with_rng(config, seed).run(&vec(step::any(), 1..=STEPS), |steps| {
            let mut play = Play::open(&tally)?;
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
