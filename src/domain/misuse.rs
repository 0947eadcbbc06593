//! Why a worker ends a conversation that is none. Counted per region and date, and nothing else:
//! nothing here can lead to whoever it was.

use serde::{Deserialize, Serialize};

/// What kind of misuse it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Misuse {
    /// Sexual talk for its own sake.
    Sexual,
    /// Abuse or threats against the worker.
    Abuse,
    /// A joke or a test.
    Prank,
    /// Advertising, or the same text over and over.
    Spam,
    /// Something else.
    Other,
}

impl Misuse {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Sexual, Self::Abuse, Self::Prank, Self::Spam, Self::Other];

    /// The name under which it is counted; it never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sexual => "misuse.sexual",
            Self::Abuse => "misuse.abuse",
            Self::Prank => "misuse.prank",
            Self::Spam => "misuse.spam",
            Self::Other => "misuse.other",
        }
    }
}
