//! A participant's side as plain state machines: when to connect, what was seen, what is yet to be
//! sent, who is seated under which key, the conversation as shown.
//!
//! No DOM, no clock, no network: `browser` drives them in a page, the load client and the
//! simulation drive them without one. They are told what happened and say what to do next.

mod channel;
mod desk;
mod intake;
mod link;
#[cfg(test)]
mod lying_server;
mod numbers;
mod one_at_a_time;
mod outbox;
mod sealer;
mod thread;
mod visitor;

pub use channel::Channel;
pub use desk::{Choice, DeskAction, DeskChannel, DeskClient, DeskPhase, NOTES_LIMIT, Over};
pub use intake::Intake;
pub use link::Link;
pub use thread::{Delivery, Line, LineKey, Remark, Said};
pub use visitor::{Evaluated, MayReadBack, TabKeys, VisitorAction, VisitorClient, VisitorPhase};
