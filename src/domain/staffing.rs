//! Who works here, for which region, and under which names.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::ids::RegionId;

/// What somebody may do, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Chats with the visitors of a region.
    Worker(RegionId),
    /// Runs the chat of a region.
    Coordinator(RegionId),
    /// Runs the installation; belongs to no region.
    Administrator,
}

impl Role {
    /// The region that somebody with this role belongs to.
    #[must_use]
    pub const fn region(self) -> Option<RegionId> {
        match self {
            Self::Worker(region) | Self::Coordinator(region) => Some(region),
            Self::Administrator => None,
        }
    }

    /// Whether somebody with this role runs the accounts of people with that one: a coordinator the
    /// workers of the own organisation, an administrator coordinators and administrators.
    #[must_use]
    pub fn runs(self, that: Self) -> bool {
        match (self, that) {
            (Self::Coordinator(own), Self::Worker(region)) => own == region,
            (Self::Administrator, Self::Coordinator(_) | Self::Administrator) => true,
            _ => false,
        }
    }
}

/// A name that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing but space.
    #[error("a name has at least one letter")]
    Empty,
    /// More than 40 characters.
    #[error("a name has at most 40 characters")]
    TooLong,
    /// A character that names do not have.
    #[error("a name cannot have the character {0:?}")]
    Character(char),
}

const LONGEST: usize = 40;

fn bounded(name: &str, allowed: impl Fn(char) -> bool) -> Result<(), NameError> {
    if name.is_empty() {
        return Err(NameError::Empty);
    }
    if name.chars().count() > LONGEST {
        return Err(NameError::TooLong);
    }
    match name.chars().find(|&letter| !allowed(letter)) {
        Some(letter) => Err(NameError::Character(letter)),
        None => Ok(()),
    }
}

/// The name that somebody types to sign in. No visitor ever sees it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignInName(String);

impl SignInName {
    /// Reads a name of 1 to 40 letters, digits, full stops, hyphens and underscores; case and the
    /// space around it do not matter.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let name = text.trim().to_lowercase();
        bounded(&name, |letter| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_'))?;
        Ok(Self(name))
    }

    /// The name in small letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SignInName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignInName([redacted])")
    }
}

/// The name that visitors and colleagues see: "Anna".
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ShownName(String);

impl ShownName {
    /// Reads a name of 1 to 40 characters of one line; the space around it is left out.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let name = text.trim();
        bounded(name, |letter| !letter.is_control() && !turns_text(letter))?;
        Ok(Self(name.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Marks that change the direction or the lines of the text around them.
fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl fmt::Debug for ShownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShownName([redacted])")
    }
}

impl TryFrom<String> for ShownName {
    type Error = NameError;

    fn try_from(name: String) -> Result<Self, NameError> {
        Self::parse(&name)
    }
}

impl From<ShownName> for String {
    fn from(name: ShownName) -> Self {
        name.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_name_is_the_same_in_any_case() {
        assert_eq!(SignInName::parse(" Anna.B "), SignInName::parse("anna.b"));
        assert_eq!(SignInName::parse(" Anna.B ").unwrap().as_str(), "anna.b");
    }

    #[test]
    fn everybody_runs_the_accounts_of_their_own_people_only() {
        let (here, there) = (RegionId(20), RegionId(19));
        let all = [
            Role::Worker(here),
            Role::Worker(there),
            Role::Coordinator(here),
            Role::Coordinator(there),
            Role::Administrator,
        ];
        for by in all {
            let run: Vec<Role> = all.into_iter().filter(|that| by.runs(*that)).collect();
            let expected = match by {
                Role::Worker(_) => vec![],
                Role::Coordinator(region) => vec![Role::Worker(region)],
                Role::Administrator => {
                    vec![Role::Coordinator(here), Role::Coordinator(there), Role::Administrator]
                }
            };
            assert_eq!(run, expected, "{by:?}");
        }
    }

    #[test]
    fn names_are_bounded() {
        for (text, error) in [
            ("  ", NameError::Empty),
            (&*"a".repeat(41), NameError::TooLong),
            ("an na", NameError::Character(' ')),
            ("anna@", NameError::Character('@')),
        ] {
            assert_eq!(SignInName::parse(text), Err(error), "{text}");
        }
        assert!(SignInName::parse(&"é".repeat(40)).is_ok());
        for (text, error) in [
            ("", NameError::Empty),
            (&*"a".repeat(41), NameError::TooLong),
            ("An\nna", NameError::Character('\n')),
            ("An\u{202e}na", NameError::Character('\u{202e}')),
        ] {
            assert_eq!(ShownName::parse(text), Err(error), "{text}");
        }
        assert_eq!(ShownName::parse(" Anna de Vries ").unwrap().as_str(), "Anna de Vries");
    }

    #[test]
    fn names_are_not_printed() {
        let printed = format!("{:?}{:?}", SignInName::parse("anna"), ShownName::parse("Anna"));
        assert!(!printed.to_lowercase().contains("anna"));
    }
}
