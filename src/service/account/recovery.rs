//! Codes on paper, for when the authenticator is lost.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::service::records::RecoveryHash;

/// How many somebody gets.
pub const RECOVERY_CODES: usize = 10;

/// Crockford's letters and digits: none looks like another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many letters a code has: 80 bits, so that its hash needs no salt and no slowness.
const LENGTH: usize = 16;

/// A code that lets somebody in once, in the place of one of the authenticator.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode([u8; LENGTH]);

impl RecoveryCode {
    /// The code made from these bytes, which must come from a cryptographic generator.
    #[must_use]
    pub fn from_bytes(bytes: [u8; LENGTH]) -> Self {
        Self(bytes.map(|byte| LETTERS[usize::from(byte) % LETTERS.len()]))
    }

    /// Reads a code however it is written: in capitals, without hyphens, with an O for a zero.
    /// `None` when it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut letters = [0; LENGTH];
        let mut typed = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
        for place in &mut letters {
            let letter = match typed.next()?.to_ascii_lowercase() {
                'o' => '0',
                'i' | 'l' => '1',
                letter => letter,
            };
            *place = u8::try_from(letter).ok().filter(|byte| LETTERS.contains(byte))?;
        }
        typed.next().is_none().then_some(Self(letters))
    }

    /// The code in four groups of four, as it stands on paper.
    #[must_use]
    pub fn to_text(&self) -> String {
        let groups = self.0.chunks(4).map(|group| group.iter().copied().map(char::from).collect());
        groups.collect::<Vec<String>>().join("-")
    }

    /// What is kept of it.
    #[must_use]
    pub fn hash(&self) -> RecoveryHash {
        RecoveryHash::from_bytes(Sha256::digest(self.0).into())
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_written() {
        let code =
            RecoveryCode::from_bytes([0, 1, 2, 3, 10, 11, 12, 13, 31, 30, 29, 28, 5, 6, 7, 8]);
        assert_eq!(code.to_text(), "0123-abcd-zyxw-5678");
        for text in ["0123-abcd-zyxw-5678", " OI23 ABCD ZYXW 5678", "ol23abcdzyxw5678"] {
            assert_eq!(RecoveryCode::parse(text), Some(code.clone()), "{text}");
        }
        for text in ["", "0123-abcd-zyxw-567", "0123-abcd-zyxw-56789", "0123-abcu-zyxw-5678", "é"]
        {
            assert_eq!(RecoveryCode::parse(text), None, "{text}");
        }
        assert_eq!(format!("{code:?}"), "[redacted]");
    }
}
