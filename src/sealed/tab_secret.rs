//! The visitor's half of a root key.

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::randomness::{Randomness, random};

/// Thirty-two random bytes that never leave the visitor's tab: kept in its session storage, worth
/// nothing without the server's [`Share`](crate::domain::secret::Share). Never printed.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct TabSecret([u8; 32]);

impl TabSecret {
    /// A new secret, for a new conversation.
    #[must_use]
    pub fn new(randomness: &mut dyn Randomness) -> Self {
        Self(random(randomness))
    }

    /// The secret that the tab kept.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, for the tab to keep.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}
