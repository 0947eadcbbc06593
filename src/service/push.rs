//! From the journal to every open page: who listens, and what they are told beside the entries
//! that they read for themselves.
//!
//! A hint may be lost: a page that falls behind is told so and reads everything anew from its own
//! place. Nothing here is stored, and nothing here decides.

mod cursors;
mod hub;
mod mailbox;
mod names;

pub use cursors::Cursors;
pub use hub::Hub;
pub use mailbox::{Hint, Line, Mailbox};
pub use names::Names;
