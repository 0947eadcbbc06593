//! Parts that several screens share.

pub mod confirm;
pub mod conversation;
pub mod danger;
pub mod house;
pub mod icon;
pub mod look;
pub mod own;
pub mod questions;
pub mod region;
pub mod shell;
pub mod status;
pub mod words;

/// A sentence in a place that is often empty: then there is no text at all, and the style gives the
/// place no room.
#[must_use]
pub fn shown(words: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.to_owned())
}
