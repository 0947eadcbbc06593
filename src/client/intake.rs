//! What a visitor tells before the chat. It stays in the tab, sealed, until a worker is there, and
//! travels in the visitor's first envelope of every roster.

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use crate::domain::questions::GivenAnswer;

/// The longest tag of a language.
const LONGEST_TAG: usize = 8;

/// The nickname, the answers to the questions that were not skipped, and the language of the page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Intake {
    /// 1 to 40 characters.
    pub nickname: String,
    /// Within the bounds of [`GivenAnswer::bounded`].
    pub answers: Vec<GivenAnswer>,
    /// The tag of the language in which the visitor reads the page (BCP 47), such as `ar`.
    pub language: String,
}

impl Intake {
    /// The bytes that are sealed; none where there is nothing.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// What a visitor's page sent; `None` when it is no such thing.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let Self { nickname, answers, mut language } = postcard::from_bytes(bytes).ok()?;
        if language.len() > LONGEST_TAG {
            language.clear();
        }
        Some(Self { nickname, answers: GivenAnswer::bounded(answers), language })
    }

    pub(super) fn wipe(&mut self) {
        self.nickname.zeroize();
        for answer in &mut self.answers {
            answer.question.zeroize();
            answer.answer.zeroize();
        }
        self.answers.clear();
    }
}
