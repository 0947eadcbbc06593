//! What visitors think of the chat: at most three questions after the goodbye. Only how often each
//! answer was given is ever kept, never who answered what together.

use serde::{Deserialize, Serialize};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asked {
    /// Whether the visitor felt taken seriously.
    Heard,
    /// Whether the visitor knows what to do now.
    NextStep,
    /// Whether the visitor would use the chat again.
    Again,
}

/// What can be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Opinion {
    /// Yes.
    Yes,
    /// A little.
    Somewhat,
    /// No.
    No,
}

/// One visitor's answers; any of them may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Evaluation {
    /// See [`Asked::Heard`].
    pub heard: Option<Opinion>,
    /// See [`Asked::NextStep`].
    pub next_step: Option<Opinion>,
    /// See [`Asked::Again`].
    pub again: Option<Opinion>,
}

impl Asked {
    /// Everything that is asked, in the order in which it is.
    pub const ALL: [Self; 3] = [Self::Heard, Self::NextStep, Self::Again];

    /// The name under which answers are counted.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Heard => "heard",
            Self::NextStep => "next-step",
            Self::Again => "again",
        }
    }
}

impl Opinion {
    /// Everything that can be answered, in the order in which it is shown.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Somewhat, Self::No];

    /// The name under which it is counted.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Somewhat => "somewhat",
            Self::No => "no",
        }
    }
}

impl Evaluation {
    /// The answer to one question.
    #[must_use]
    pub const fn answer(&self, asked: Asked) -> Option<Opinion> {
        match asked {
            Asked::Heard => self.heard,
            Asked::NextStep => self.next_step,
            Asked::Again => self.again,
        }
    }

    /// The answers that were given.
    pub fn given(self) -> impl Iterator<Item = (Asked, Opinion)> {
        Asked::ALL.into_iter().filter_map(move |asked| Some((asked, self.answer(asked)?)))
    }
}
