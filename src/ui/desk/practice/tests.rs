//! A practice, on a moved clock.

use super::*;
use crate::ui::text::practice::SCRIPTS;

struct Rehearsal {
    practice: Practice,
    now: Moment,
}

impl Rehearsal {
    fn with(script: &'static Script) -> Self {
        let now = Moment::from_millis(0);
        Self { practice: Practice::begin(script, Language::Dutch, now), now }
    }

    fn wait(&mut self, seconds: u64) {
        for _ in 0..seconds {
            self.now = self.now + Duration::from_secs(1);
            self.practice.tick(self.now);
        }
    }

    /// Writes, and what is answered within ten seconds.
    fn write(&mut self, text: &str) -> String {
        let before = self.practice.turns().len();
        self.practice.write(text, self.now);
        self.wait(10);
        assert_eq!(self.practice.turns().len(), before + 2, "one answer to {text}");
        self.practice.turns().last().unwrap().text.clone()
    }
}

#[test]
fn the_visitor_types_before_saying_something() {
    let mut stage = Rehearsal::with(&SCRIPTS[0]);
    assert!(!stage.practice.is_typing(stage.now) && stage.practice.turns().is_empty());
    stage.wait(3);
    assert!(stage.practice.is_typing(stage.now) && stage.practice.turns().is_empty());
    stage.wait(8);
    assert!(!stage.practice.is_typing(stage.now));
    assert_eq!(stage.practice.turns().len(), 1);
}

#[test]
fn every_script_reacts_to_what_is_asked_and_ends_with_feedback() {
    for script in &SCRIPTS {
        let mut stage = Rehearsal::with(script);
        stage.wait(10);
        assert_eq!(stage.write("Ben je nu veilig?"), script.safety.dutch);
        assert_eq!(stage.write("Hoe is dat gekomen?"), script.story[0].dutch);
        assert_eq!(stage.write("Wat gebeurde er toen?"), script.story[1].dutch);
        assert_eq!(stage.write("Goed dat je dit vertelt."), script.kind.dutch);
        assert_eq!(stage.write("Je kunt met de huisarts praten."), script.advice.dutch);
        assert_eq!(stage.write("Bel ons op 0800-2000."), script.number.dutch);
        assert_eq!(stage.write("Veel sterkte."), script.farewell.dutch);
        assert_eq!(stage.practice.stage(), Stage::Over);
        assert!(stage.practice.feedback().iter().all(|point| point.well), "{}", script.name);
    }
}

#[test]
fn advice_before_listening_and_blame_are_told_in_the_feedback() {
    let mut stage = Rehearsal::with(&SCRIPTS[0]);
    stage.wait(10);
    assert_eq!(stage.write("Je moet weggaan."), SCRIPTS[0].advice_early.dutch);
    assert_eq!(stage.write("Waarom ga je niet weg?"), SCRIPTS[0].blamed.dutch);
    stage.practice.end();
    let well: Vec<bool> = stage.practice.feedback().iter().map(|point| point.well).collect();
    assert_eq!(well, [false; 7]);
}

#[test]
fn a_silent_worker_is_asked_once_and_then_left() {
    let mut stage = Rehearsal::with(&SCRIPTS[1]);
    stage.wait(10);
    stage.wait(75);
    assert_eq!(stage.practice.turns().last().unwrap().text, SCRIPTS[1].still_there.dutch);
    stage.wait(75);
    assert_eq!(stage.practice.turns().last().unwrap().text, SCRIPTS[1].gives_up.dutch);
    assert_eq!(stage.practice.stage(), Stage::Over);
    let turns = stage.practice.turns().len();
    stage.practice.write("Ben je er nog?", stage.now);
    stage.wait(100);
    assert_eq!(stage.practice.turns().len(), turns, "who has left says nothing more");
}

#[test]
fn two_messages_in_a_row_get_one_answer() {
    let mut stage = Rehearsal::with(&SCRIPTS[2]);
    stage.wait(10);
    stage.practice.write("Hallo.", stage.now);
    stage.wait(1);
    assert_eq!(stage.write("Ben je nu veilig?"), SCRIPTS[2].safety.dutch);
    stage.wait(20);
    assert_eq!(stage.practice.turns().len(), 4);
}
