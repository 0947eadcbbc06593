//! The visitor's half of a root key.

use super::{key::Key, randomness::Randomness};

/// Thirty-two random bytes that never leave the visitor's tab: kept in its session storage, worth
/// nothing without the server's [`Share`](crate::domain::secret::Share). Never printed, and wiped
/// when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct TabSecret(Key);

impl TabSecret {
    /// A new secret, for a new conversation.
    #[must_use]
    pub fn new(randomness: &mut dyn Randomness) -> Self {
        Self(Key::random(randomness))
    }

    /// The secret that the tab kept; the caller wipes its own bytes.
    #[must_use]
    pub fn copied(bytes: &[u8; 32]) -> Self {
        Self(Key::copied(bytes).expect("a tab secret is as long as a key"))
    }

    /// The secret with these bytes; the caller's own stay where they are.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self::copied(&bytes)
    }

    /// The bytes, for the tab to keep.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Puts zeros in its place, when it has to go before it is dropped.
    pub fn wipe(&mut self) {
        self.0.wipe();
    }
}
