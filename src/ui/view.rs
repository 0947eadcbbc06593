//! What a conversation looks like, apart from how it came about: the glue in the islands turns the
//! state of `client` into these values, and the components draw them.

pub mod lines;
mod links;

pub use links::{Piece, pieces};

/// A worker as the visitor sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The shown name.
    pub name: String,
    /// The name of the region, without "Veilig Thuis".
    pub region: String,
}

/// One line of a conversation, in the order in which it is shown. The log draws lines by their
/// place: a line that is already shown keeps its element when its delivery changes, so lines are
/// only ever added at the end or changed in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who wrote it.
    pub author: Author,
    /// What it says, in pieces; see [`pieces`].
    pub pieces: Vec<Piece>,
    /// The time of day, such as `14:03`; empty for none.
    pub time: String,
}

/// Who wrote a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// The person at this screen.
    Me(Delivery),
    /// Somebody else, by shown name.
    Other(String),
    /// Nobody: the chat tells what happened ("Bram doet nu mee.").
    Notice,
}

/// How far one's own message has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Kept in this tab until somebody is there to read it.
    Kept,
    /// In the outbox, on its way.
    Sending,
    /// Stored on the server: "verstuurd".
    Stored,
    /// The other side has it: "bezorgd".
    Delivered,
    /// Refused for good.
    Failed,
}

impl Line {
    /// A message of the person at this screen.
    #[must_use]
    pub fn mine(text: &str, time: String, delivery: Delivery) -> Self {
        Self { author: Author::Me(delivery), pieces: pieces(text), time }
    }

    /// A message of somebody else.
    #[must_use]
    pub fn of(name: String, text: &str, time: String) -> Self {
        Self { author: Author::Other(name), pieces: pieces(text), time }
    }

    /// A line in which the chat tells what happened.
    #[must_use]
    pub fn notice(text: String, time: String) -> Self {
        Self { author: Author::Notice, pieces: vec![Piece::Text(text)], time }
    }
}
