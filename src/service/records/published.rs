//! What the organisations have decided, as one value that readers share.

use std::{collections::BTreeMap, sync::Arc};

use super::Settings;
use crate::domain::{
    appearance::Appearances,
    hours::{Hours, Status, overall},
    ids::RegionId,
    moment::Moment,
    questions::QuestionSets,
    region::{Backups, Regions},
};

/// Regions, hours, backups, texts and settings at one time. It never changes; a new one takes its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Published {
    /// The regions and their municipalities.
    pub regions: Regions,
    /// The opening hours of every region.
    pub hours: BTreeMap<RegionId, Hours>,
    /// What visitors are asked before the chat.
    pub questions: QuestionSets,
    /// Which regions help which others out.
    pub backups: Arc<Backups>,
    /// The organisations' own words.
    pub texts: Texts,
    /// How the organisations look.
    pub appearances: Appearances,
    /// What holds for the whole installation.
    pub settings: Settings,
}

impl Published {
    /// Open or closed, for one region; `None` when there is no such region. One that visitors
    /// cannot choose any more never opens.
    #[must_use]
    pub fn status(&self, region: RegionId, now: Moment) -> Option<Status> {
        let hours = self.hours.get(&region)?;
        let closed = self.regions.is_closed(region);
        Some(if closed { Status::Closed { opens: None } } else { hours.status(now) })
    }

    /// Open when any region is.
    #[must_use]
    pub fn overall_status(&self, now: Moment) -> Status {
        let open = self.hours.iter().filter(|(region, _)| !self.regions.is_closed(**region));
        overall(open.map(|(_, hours)| hours), now)
    }
}

/// Words that cannot take the place of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// Not the key of a text, nor the tag of a language.
    #[error("there is no such text")]
    NoSuchText,
    /// More than 4,000 characters, or none.
    #[error("a text has 1 to 4,000 characters")]
    Length,
    /// A control character other than the end of a line.
    #[error("a text has no control characters")]
    Control,
}

/// Which text of the catalogue, in which language, for whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextPlace {
    key: String,
    language: String,
    region: Option<RegionId>,
}

impl TextPlace {
    /// The text with this key (1 to 80 small letters, digits, full stops, hyphens, underscores) in
    /// a language (its BCP 47 tag, such as `nl`), for one region or, with `None`, for all.
    pub fn new(key: &str, language: &str, region: Option<RegionId>) -> Result<Self, WordsError> {
        let word = |text: &str, longest: usize| {
            let plain = |byte: u8| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-_".contains(&byte)
            };
            (1..=longest).contains(&text.len()) && text.bytes().all(plain)
        };
        if word(key, 80) && word(language, 12) {
            Ok(Self { key: key.to_owned(), language: language.to_owned(), region })
        } else {
            Err(WordsError::NoSuchText)
        }
    }

    /// The key in the catalogue.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The tag of the language.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The region; `None` for all.
    #[must_use]
    pub const fn region(&self) -> Option<RegionId> {
        self.region
    }
}

/// An organisation's own words for a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(String);

impl Words {
    /// Reads 1 to 4,000 characters, in lines, nothing hidden.
    pub fn parse(text: &str) -> Result<Self, WordsError> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > 4_000 {
            return Err(WordsError::Length);
        }
        let hidden = |letter: char| letter.is_control() && letter != '\n';
        if text.chars().any(hidden) { Err(WordsError::Control) } else { Ok(Self(text.to_owned())) }
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The texts for which an organisation has its own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts(BTreeMap<TextPlace, Words>);

impl Texts {
    /// The words for a text: the region's own, else the installation's, else `None`, which means
    /// the catalogue's.
    #[must_use]
    pub fn get(&self, key: &str, language: &str, region: Option<RegionId>) -> Option<&str> {
        let found = |region| {
            let place = TextPlace { key: key.to_owned(), language: language.to_owned(), region };
            self.0.get(&place).map(Words::as_str)
        };
        region.and_then(|id| found(Some(id))).or_else(|| found(None))
    }
}

impl Texts {
    /// Every text with own words.
    pub fn iter(&self) -> impl Iterator<Item = (&TextPlace, &Words)> {
        self.0.iter()
    }

    /// The own words of exactly this place.
    #[must_use]
    pub fn own(&self, place: &TextPlace) -> Option<&str> {
        self.0.get(place).map(Words::as_str)
    }
}

impl FromIterator<(TextPlace, Words)> for Texts {
    fn from_iter<I: IntoIterator<Item = (TextPlace, Words)>>(texts: I) -> Self {
        Self(texts.into_iter().collect())
    }
}
