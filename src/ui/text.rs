//! Every sentence that people see: visitors' in every language that they can choose, workers' in
//! Dutch and in English.
//!
//! Each screen has its own catalogue, so that a page carries only its own texts; a text that lacks
//! one of its languages does not compile. Visitors' texts are plain Dutch (B1; A2 where it is about
//! danger or leaving), which a test holds. What a visitor's page says by itself is not in the WASM:
//! the texts of the page's language are a file beside it ([`words`]).

pub mod accessibility;
pub mod asked;
mod catalogue;
pub mod common;
pub mod conversation;
pub mod desk;
pub mod desk_lock;
pub mod desk_tools;
pub mod embed;
pub mod hours;
pub mod house;
mod isolate;
mod language;
pub mod office;
pub mod own;
pub mod pages;
pub mod passing;
#[cfg(test)]
mod plain;
pub mod practice;
pub mod sign_in;
pub mod statements;
mod template;
pub mod visit;
pub mod visitor;
pub mod words;

use catalogue::{catalogue, visitor_catalogue};

pub use isolate::runs;
pub use language::Language;
pub use template::{Counted, Template};

/// The name of a text, and the text in each of its languages.
#[cfg(test)]
type Entry = (&'static str, Vec<&'static str>);
