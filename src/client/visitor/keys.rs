//! What lets a tab come back.

use zeroize::Zeroizing;

use crate::{
    domain::{ids::ConversationId, secret::Token},
    sealed::{Randomness, TabSecret},
};

/// What lets a tab come back to its conversation: written once, worth nothing after the end.
#[derive(Clone, PartialEq, Eq)]
pub struct TabKeys {
    /// The conversation.
    pub conversation: ConversationId,
    /// The proof that it is this tab's.
    pub token: Token,
    /// This tab's half of the root key.
    pub secret: TabSecret,
}

impl TabKeys {
    /// How many bytes they are.
    pub const LENGTH: usize = 16 + 32 + 32;

    /// New ones, for a new conversation.
    #[must_use]
    pub fn new(randomness: &mut dyn Randomness) -> Self {
        let mut bytes = Zeroizing::new([0; Self::LENGTH]);
        randomness.fill(bytes.as_mut_slice());
        Self::from_bytes(&bytes)
    }

    /// Those that a tab kept; the caller wipes its own bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; Self::LENGTH]) -> Self {
        let (conversation, secrets) = bytes.split_first_chunk().expect("16 of 80 bytes");
        let (token, secret) = secrets.split_first_chunk().expect("32 of 64 bytes");
        Self {
            conversation: ConversationId::from_bytes(*conversation),
            token: Token::copied(token),
            secret: TabSecret::copied(secret.try_into().expect("32 bytes are left")),
        }
    }

    /// The bytes, for the tab to keep: wiped when dropped.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(Self::LENGTH));
        bytes.extend_from_slice(self.conversation.as_bytes());
        bytes.extend_from_slice(self.token.as_bytes());
        bytes.extend_from_slice(self.secret.as_bytes());
        bytes
    }

    /// They are worth nothing any more, and go before the page does.
    pub(super) fn wipe(&mut self) {
        self.token.wipe();
        self.secret.wipe();
    }
}
