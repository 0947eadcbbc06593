//! What the visitor thinks of the chat, after the goodbye.

use super::{VisitorAction, VisitorClient, VisitorPhase};
use crate::{
    domain::{evaluation::Evaluation, secret::Ticket},
    protocol::{Evaluate, VERSION},
};

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

    /// The visitor says what they think of the conversation, once.
    pub fn evaluate(&mut self, evaluation: Evaluation) {
        if let Some(ticket) = self.ticket.take() {
            let request = Evaluate { version: VERSION, ticket, evaluation };
            self.actions.push(VisitorAction::Evaluate(request));
        }
    }
}
