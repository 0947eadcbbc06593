//! What the visitor thinks of the chat, after the goodbye.

use super::{VisitorAction, VisitorClient, VisitorPhase};
use crate::{
    domain::{evaluation::Evaluation, secret::Ticket},
    protocol::{Evaluate, Refusal, VERSION},
};

/// What became of what the visitor thinks of the chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evaluated {
    /// It is on its way.
    Told,
    /// It was counted, or can no longer be.
    Done,
    /// It did not arrive or was not counted: it may be sent again.
    Failed,
}

impl VisitorClient {
    /// The server took leave of the visitor, who may evaluate the conversation with the ticket.
    pub fn left(&mut self, ticket: Option<Ticket>) {
        self.ticket = ticket;
    }

    /// Whether the conversation is over and the visitor may say what they think of it.
    #[must_use]
    pub const fn may_evaluate(&self) -> bool {
        matches!(self.phase, VisitorPhase::Ended(_)) && self.ticket.is_some()
    }

    /// What became of it, once it was said.
    #[must_use]
    pub const fn evaluated(&self) -> Option<Evaluated> {
        self.evaluated
    }

    /// The visitor says what they think of the conversation, once.
    pub fn evaluate(&mut self, evaluation: Evaluation) {
        if let Some(ticket) = self.ticket.take() {
            self.evaluated = Some(Evaluated::Told);
            let request = Evaluate { version: VERSION, ticket, evaluation };
            self.actions.push(VisitorAction::Evaluate(request));
        }
    }

    /// The server's answer to what was said with this ticket.
    pub fn evaluation_told(&mut self, ticket: Ticket, answer: Result<(), Refusal>) {
        let is_gone = matches!(answer, Ok(()) | Err(Refusal::Gone));
        self.evaluated = Some(if is_gone { Evaluated::Done } else { Evaluated::Failed });
        self.ticket = (!is_gone).then_some(ticket);
    }
}
