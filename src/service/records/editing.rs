//! What coordinators and administrators edit, so that two of them never overwrite each other: each
//! thing has a version, and a change states which one it was made on.

use std::fmt;

use super::{Answer, TextPlace, Words};
use crate::domain::{
    appearance::Appearance, hours::Hours, ids::RegionId, questions::Questions, reply::ReplyWords,
};

/// Something that is edited as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thing {
    /// The opening hours of a region.
    Hours(RegionId),
    /// The regions that back up a region.
    Backups(RegionId),
    /// The words for the text with this key, in all languages, for one region or for all.
    Text(String, Option<RegionId>),
    /// What is asked in one region, or where a region has no questions of its own.
    Questions(Option<RegionId>),
    /// The canned replies of a region.
    Replies(RegionId),
    /// How a region looks, or the installation as a whole.
    Appearance(Option<RegionId>),
}

/// A thing as it is to be from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// See [`super::Records::set_hours`].
    Hours(RegionId, Hours),
    /// See [`super::Records::set_backups`].
    Backups(RegionId, Vec<RegionId>),
    /// See [`super::Records::set_text`]; all of one key and one region.
    Texts(Vec<(TextPlace, Option<Words>)>),
    /// See [`super::QuestionRecords::set_questions`].
    Questions(Option<RegionId>, Option<Questions>),
    /// See [`super::ReplyRecords::set_shared_replies`].
    Replies(RegionId, Vec<ReplyWords>),
    /// How a region looks, or the installation as a whole.
    Appearance(Option<RegionId>, Appearance),
}

/// How often a thing was changed: 0 for what never was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Version(u32);

impl Version {
    /// The version with this number.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The version that a form carried; `None` when that is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Change {
    /// What it changes; `None` for texts that are none, or not all of one key and one region.
    #[must_use]
    pub fn thing(&self) -> Option<Thing> {
        Some(match self {
            Self::Hours(region, _) => Thing::Hours(*region),
            Self::Backups(region, _) => Thing::Backups(*region),
            Self::Texts(texts) => {
                let (first, _) = texts.first()?;
                let same = |place: &TextPlace| {
                    (place.key(), place.region()) == (first.key(), first.region())
                };
                if !texts.iter().all(|(place, _)| same(place)) {
                    return None;
                }
                Thing::Text(first.key().to_owned(), first.region())
            }
            Self::Questions(region, _) => Thing::Questions(*region),
            Self::Replies(region, _) => Thing::Replies(*region),
            Self::Appearance(region, _) => Thing::Appearance(*region),
        })
    }
}

/// The part of the port about editing. Whoever shows a thing to edit it reads its version first:
/// what is then read of the thing is that version or a later one, never an earlier one.
pub trait EditRecords: Send + Sync {
    /// The version of a thing.
    fn version(&self, thing: Thing) -> Answer<'_, Version>;

    /// Makes a change that was made on this version, whole or not at all, and gives the version
    /// that there is now, one more. Errors: [`super::RecordsError::Conflict`] when the version is
    /// another, [`super::RecordsError::UnknownRegion`], [`super::RecordsError::TooMany`].
    fn change(&self, on: Version, change: Change) -> Answer<'_, Version>;
}
