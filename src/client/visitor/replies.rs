//! What the visitor is asked, and answers.

use super::{VisitorAction, VisitorClient};
use crate::{
    domain::{desk::Answer, moment::Moment},
    protocol::{Asked, Elsewhere, Refusal, Reply, ReplyTo},
};

/// The questions that stand, and the answers that are yet to arrive.
#[derive(Debug, Default)]
pub(super) struct Asking {
    asked: Asked,
    answers: Vec<(ReplyTo, Answer)>,
    is_sending: bool,
    refusal: Option<Refusal>,
}

impl Asking {
    pub(super) fn asked(&mut self, asked: Asked) {
        self.asked = asked;
    }

    /// The server took an answer: what it says next may still be on the way.
    fn settled(&mut self, to: ReplyTo, answer: Answer) {
        match to {
            ReplyTo::Elsewhere if self.asked.elsewhere == Elsewhere::MayHelp => {
                self.asked.elsewhere = match answer {
                    Answer::Yes => Elsewhere::Agreed,
                    Answer::No => Elsewhere::Declined,
                };
            }
            ReplyTo::Elsewhere => {}
            ReplyTo::Transfer(number) => {
                self.asked.transfer.take_if(|asked| asked.number == number);
            }
        }
    }

    /// What is on its way over a lost connection is sent again.
    pub(super) fn reconnected(&mut self) {
        self.is_sending = false;
    }
}

impl VisitorClient {
    /// What the visitor is asked now: nothing that was answered a moment ago.
    #[must_use]
    pub fn asked(&self) -> Asked {
        let is_answered = |to| self.asking.answers.iter().any(|(answered, _)| *answered == to);
        let mut asked = self.asking.asked.clone();
        if asked.elsewhere == Elsewhere::MayHelp && is_answered(ReplyTo::Elsewhere) {
            asked.elsewhere = Elsewhere::NotAsked;
        }
        asked.transfer =
            asked.transfer.filter(|asked| !is_answered(ReplyTo::Transfer(asked.number)));
        asked
    }

    /// Why the last answer came to nothing, until the next one: [`Refusal::NoLongerAsked`] or
    /// [`Refusal::NotAvailable`]. The conversation goes on as it was.
    #[must_use]
    pub const fn reply_refused(&self) -> Option<Refusal> {
        self.asking.refusal
    }

    /// The visitor answers; a second press of the same button changes nothing.
    pub fn reply(&mut self, to: ReplyTo, answer: Answer, now: Moment) {
        if !self.asking.answers.contains(&(to, answer)) {
            self.asking.refusal = None;
            self.asking.answers.push((to, answer));
        }
        self.go_on(now);
    }

    /// What became of an answer.
    pub fn replied(&mut self, outcome: Result<(), Refusal>, now: Moment) {
        self.asking.is_sending = false;
        match outcome {
            Err(refusal) if refusal.passes() => {
                // It goes again once the page is connected.
                self.asking.is_sending = true;
                self.lost(Refusal::Unreachable, now);
            }
            outcome => {
                let answered =
                    (!self.asking.answers.is_empty()).then(|| self.asking.answers.remove(0));
                self.asking.refusal = outcome.err();
                if let Some((to, answer)) = answered.filter(|_| outcome.is_ok()) {
                    self.asking.settled(to, answer);
                }
                self.go_on(now);
            }
        }
    }

    pub(super) fn send_replies(&mut self) {
        if self.asking.is_sending {
            return;
        }
        if let Some(&(to, answer)) = self.asking.answers.first() {
            self.asking.is_sending = true;
            let credential = self.credential();
            self.actions.push(VisitorAction::Reply(Reply { credential, to, answer }));
        }
    }
}
