//! What lets a tab come back.

use zeroize::Zeroize;

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
        let mut bytes = [0; Self::LENGTH];
        randomness.fill(&mut bytes);
        let keys = Self::from_bytes(&bytes);
        bytes.zeroize();
        keys
    }

    /// Those that a tab kept.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; Self::LENGTH]) -> Self {
        let (mut conversation, mut token, mut secret) = ([0; 16], [0; 32], [0; 32]);
        conversation.copy_from_slice(&bytes[..16]);
        token.copy_from_slice(&bytes[16..48]);
        secret.copy_from_slice(&bytes[48..]);
        Self {
            conversation: ConversationId::from_bytes(conversation),
            token: Token::from_bytes(token),
            secret: TabSecret::from_bytes(secret),
        }
    }

    /// The bytes, for the tab to keep.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; Self::LENGTH] {
        let mut bytes = [0; Self::LENGTH];
        bytes[..16].copy_from_slice(self.conversation.as_bytes());
        bytes[16..48].copy_from_slice(self.token.as_bytes());
        bytes[48..].copy_from_slice(self.secret.as_bytes());
        bytes
    }
}
