//! The state of something that several people change, as a form carries it.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// A short word that is another one after every change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of these parts.
    #[must_use]
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part.len().to_be_bytes());
            hash.update(part);
        }
        let mut word = String::new();
        for byte in hash.finalize().iter().take(12) {
            // Writing to a string never fails.
            let _ = write!(word, "{byte:02x}");
        }
        Self(word)
    }

    /// The fingerprint that a form carried; any other word is that of nothing.
    #[must_use]
    pub fn from_form(word: &str) -> Self {
        Self(word.to_owned())
    }

    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_parts_have_another_fingerprint() {
        let one = Fingerprint::of(["a", "bc"]);
        assert_eq!(one, Fingerprint::of(["a", "bc"]));
        assert_ne!(one, Fingerprint::of(["ab", "c"]));
        assert_ne!(one, Fingerprint::of(["a", "b", "c"]));
        assert_eq!(Fingerprint::from_form(one.as_str()), one);
    }
}
