//! The streams down: everything that an open page is told, from where it was.
//!
//! Entries are read by place, so that nothing is missed and nothing told twice whatever happens to
//! hints; all else is told as it stands, on connecting and when it changed.

mod asked;
mod desk;
mod desk_state;
mod pulse;
mod visitor;

pub use desk::follow_desk;
pub use visitor::follow_visitor;
