//! Drives `client/` in a page: the only room that touches the DOM, and only from effects and event
//! handlers, so that it does nothing on the server.

pub mod by_region;
mod call;
pub mod choices;
pub mod desk;
pub mod early;
pub mod focus;
pub mod idle;
pub mod keys;
pub mod lazy;
pub mod log;
pub mod notify;
pub mod page;
pub mod panic;
pub mod questions;
pub mod regions;
mod ring;
pub mod screen;
pub mod scripts;
mod sealing;
mod stream;
mod tabs;
pub mod visitor;
mod work;
