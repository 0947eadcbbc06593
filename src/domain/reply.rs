//! Canned replies: a text that a worker can put into a message by its name.

use serde::{Deserialize, Serialize};

use super::ids::ReplyId;

/// The longest name of a reply, in characters.
pub const REPLY_NAME_LIMIT: usize = 40;

/// The longest text of a reply, in characters.
pub const REPLY_TEXT_LIMIT: usize = 1_000;

/// The most replies that one worker or one region has.
pub const REPLIES_LIMIT: usize = 100;

/// A reply that cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReplyError {
    /// No name, or one of more than [`REPLY_NAME_LIMIT`] characters or with control characters.
    #[error("a reply has a name of 1 to {REPLY_NAME_LIMIT} characters, on one line")]
    Name,
    /// No text, or one of more than [`REPLY_TEXT_LIMIT`] characters or with control characters.
    #[error("a reply has a text of 1 to {REPLY_TEXT_LIMIT} characters")]
    Text,
}

/// What a reply is called and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(String, String)", into = "(String, String)")]
pub struct ReplyWords {
    name: String,
    text: String,
}

impl ReplyWords {
    /// Reads a name and a text; the space around both is left out.
    pub fn parse(name: &str, text: &str) -> Result<Self, ReplyError> {
        let (name, text) = (name.trim(), text.trim());
        if !fits(name, REPLY_NAME_LIMIT) || name.chars().any(char::is_control) {
            return Err(ReplyError::Name);
        }
        let strange = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
        let text = text.replace("\r\n", "\n");
        if !fits(&text, REPLY_TEXT_LIMIT) || text.chars().any(strange) {
            return Err(ReplyError::Text);
        }
        Ok(Self { name: name.to_owned(), text })
    }

    /// The name, 1 to 40 characters.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text, 1 to 1,000 characters.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

fn fits(words: &str, limit: usize) -> bool {
    !words.is_empty() && words.chars().count() <= limit
}

impl TryFrom<(String, String)> for ReplyWords {
    type Error = ReplyError;

    fn try_from((name, text): (String, String)) -> Result<Self, ReplyError> {
        Self::parse(&name, &text)
    }
}

impl From<ReplyWords> for (String, String) {
    fn from(words: ReplyWords) -> Self {
        (words.name, words.text)
    }
}

/// A worker's own reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnReply {
    /// Its name for the program.
    pub id: ReplyId,
    /// What people read.
    pub words: ReplyWords,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_is_bounded() {
        assert!(ReplyWords::parse(&"é".repeat(40), &"é".repeat(1_000)).is_ok());
        assert_eq!(ReplyWords::parse(&"é".repeat(41), "x"), Err(ReplyError::Name));
        assert_eq!(ReplyWords::parse(" ", "x"), Err(ReplyError::Name));
        assert_eq!(ReplyWords::parse("a\nb", "x"), Err(ReplyError::Name));
        assert_eq!(ReplyWords::parse("a", &"x".repeat(1_001)), Err(ReplyError::Text));
        assert_eq!(ReplyWords::parse("a", "\t\n"), Err(ReplyError::Text));
        assert_eq!(ReplyWords::parse("a", "b\u{7}"), Err(ReplyError::Text));
    }

    #[test]
    fn the_space_around_it_is_left_out() {
        let words = ReplyWords::parse(" groet ", "\r\nDag!\r\nHoe is het? ").unwrap();
        assert_eq!((words.name(), words.text()), ("groet", "Dag!\nHoe is het?"));
    }

    #[test]
    fn what_came_over_the_wire_is_parsed_too() {
        let bytes = postcard::to_allocvec(&("", "text")).unwrap();
        assert!(postcard::from_bytes::<ReplyWords>(&bytes).is_err());
        let words = ReplyWords::parse("groet", "Dag!").unwrap();
        let bytes = postcard::to_allocvec(&words).unwrap();
        assert_eq!(postcard::from_bytes(&bytes), Ok(words));
    }
}
