//! Drives `client/` in a page: the only room that touches the DOM, and only from effects and event
//! handlers, so that it does nothing on the server.

pub mod early;
pub mod lazy;
pub mod scripts;
