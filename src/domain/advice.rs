//! The registration of an advice: coded answers from the lists of the statutory annex, and nothing
//! that leads back to a conversation or a person.

mod duration;
mod period;
#[cfg(test)]
mod tests;
mod totals;

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::ids::RegionId;

pub use duration::DurationBucket;
pub use period::{HalfYear, Month};
pub use totals::{Line, ListTotals, Totals, totals};

/// The lists that belong together, as they were published at one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its name: `2025`.
    pub name: String,
    /// Its lists, in the order in which they are asked.
    pub lists: Vec<CodeList>,
}

/// A question with its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeList {
    /// Its short name, the same in every edition: `aanleiding`.
    pub name: String,
    /// Its title, in Dutch as in the annex.
    pub title: String,
    /// How many answers.
    pub cardinality: Cardinality,
    /// What it is for.
    pub usage: Usage,
    /// The answers, in the order of the annex.
    pub codes: Vec<Code>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Its short name in the edition: this program's own, and no number of the annex.
    pub name: String,
    /// Its number in the annex, where that is known. None is ever made up.
    pub number: Option<String>,
    /// Its words, in Dutch as in the annex.
    pub label: String,
}

/// How many answers a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cardinality {
    /// Exactly one.
    One,
    /// One or more.
    Several,
}

/// What a list is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Usage {
    /// Asked for every advice.
    Advice,
    /// Asked for an official report only, which the chat never takes.
    Report,
    /// How the statistics office groups the answers; nobody is asked.
    Group,
}

/// An answer that was given: a code by its name, and its list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Chosen {
    /// [`CodeList::name`].
    pub list: String,
    /// [`Code::name`].
    pub code: String,
}

/// An advice as it is registered; only [`Edition::advice`] makes one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Advice {
    region: RegionId,
    edition: String,
    duration: DurationBucket,
    chosen: Vec<Chosen>,
}

/// An advice that a worker gave and has not registered: all that is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Owed {
    /// The region that the visitor chose.
    pub region: RegionId,
    /// About how long the conversation was.
    pub duration: DurationBucket,
}

/// What is wrong with a registration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AdviceError {
    /// An answer to a question that this edition does not ask.
    #[error("there is no list {0:?} for an advice in this edition")]
    UnknownList(String),
    /// An answer that the list does not have.
    #[error("the list {list:?} has no code {code:?}")]
    UnknownCode {
        /// The list.
        list: String,
        /// What was given.
        code: String,
    },
    /// A question without an answer, by the name of its list.
    #[error("the list {0:?} has no answer")]
    Missing(String),
    /// A question with more than its one answer, by the name of its list.
    #[error("the list {0:?} has more than one answer")]
    TooMany(String),
}

impl AdviceError {
    /// The name of the list that it is about.
    #[must_use]
    pub fn list(&self) -> &str {
        match self {
            Self::UnknownList(list)
            | Self::UnknownCode { list, .. }
            | Self::Missing(list)
            | Self::TooMany(list) => list,
        }
    }
}

impl Edition {
    /// The questions of an advice.
    pub fn asked(&self) -> impl Iterator<Item = &CodeList> {
        self.lists.iter().filter(|list| list.usage == Usage::Advice)
    }

    /// The list with this name.
    #[must_use]
    pub fn list(&self, name: &str) -> Option<&CodeList> {
        self.lists.iter().find(|list| list.name == name)
    }

    /// The code that was chosen.
    #[must_use]
    pub fn code(&self, chosen: &Chosen) -> Option<&Code> {
        self.list(&chosen.list)?.codes.iter().find(|code| code.name == chosen.code)
    }

    /// Everything that is wrong with these answers, in the order of the questions.
    #[must_use]
    pub fn objections(&self, chosen: &[Chosen]) -> Vec<AdviceError> {
        let mut found = Vec::new();
        for list in self.asked() {
            let mut given: Vec<&str> = Vec::new();
            for one in chosen.iter().filter(|one| one.list == list.name) {
                if !list.codes.iter().any(|code| code.name == one.code) {
                    let (list, code) = (one.list.clone(), one.code.clone());
                    found.push(AdviceError::UnknownCode { list, code });
                } else if !given.contains(&one.code.as_str()) {
                    given.push(&one.code);
                }
            }
            match (list.cardinality, given.len()) {
                (_, 0) => found.push(AdviceError::Missing(list.name.clone())),
                (Cardinality::One, 2..) => found.push(AdviceError::TooMany(list.name.clone())),
                _ => {}
            }
        }
        let unasked = chosen.iter().filter(|one| !self.asked().any(|list| list.name == one.list));
        found.extend(unasked.map(|one| AdviceError::UnknownList(one.list.clone())));
        found
    }

    /// An advice with these answers, in the order of the lists.
    ///
    /// Errors: what [`Self::objections`] finds.
    pub fn advice(
        &self,
        region: RegionId,
        duration: DurationBucket,
        chosen: &[Chosen],
    ) -> Result<Advice, Vec<AdviceError>> {
        let objections = self.objections(chosen);
        if !objections.is_empty() {
            return Err(objections);
        }
        let all = self.asked().flat_map(|list| {
            list.codes
                .iter()
                .map(|code| Chosen { list: list.name.clone(), code: code.name.clone() })
        });
        let chosen = all.filter(|one| chosen.contains(one)).collect();
        Ok(Advice { region, edition: self.name.clone(), duration, chosen })
    }
}

impl Advice {
    /// The region that it counts for.
    #[must_use]
    pub const fn region(&self) -> RegionId {
        self.region
    }

    /// The name of the edition whose codes it has.
    #[must_use]
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// About how long the conversation was.
    #[must_use]
    pub const fn duration(&self) -> DurationBucket {
        self.duration
    }

    /// The answers, in the order of the lists.
    #[must_use]
    pub fn chosen(&self) -> &[Chosen] {
        &self.chosen
    }
}

impl fmt::Display for Owed {
    /// As an address has it: `20_10-20`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.region.0, self.duration.code())
    }
}

impl FromStr for Owed {
    type Err = NotOwed;

    fn from_str(text: &str) -> Result<Self, NotOwed> {
        let (region, duration) = text.split_once('_').ok_or(NotOwed)?;
        let region = region.parse().map(RegionId).map_err(|_| NotOwed)?;
        Ok(Self { region, duration: DurationBucket::from_code(duration).ok_or(NotOwed)? })
    }
}

/// The text does not say what is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this does not say what is to be registered")]
pub struct NotOwed;

impl fmt::Display for Chosen {
    /// As a form posts it: `list.code`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.list, self.code)
    }
}
