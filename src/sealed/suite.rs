//! The doors to the cryptography: whoever holds a suite needs to name nothing else. There is one
//! for each side, so that neither side's program carries the other's half.

use super::{Desk, DeskSeal, Randomness, TabSecret, Visitor, VisitorSeal};
use crate::domain::{ids::ConversationId, secret::Share};

/// Makes the seals of a visitor.
pub trait VisitorSuite: Send + Sync {
    /// The keys of a conversation in the visitor's tab.
    fn visitor(
        &self,
        secret: &TabSecret,
        share: &Share,
        conversation: ConversationId,
    ) -> Box<dyn VisitorSeal>;
}

/// Makes the seals of a worker.
pub trait DeskSuite: Send + Sync {
    /// The keys of a desk tab: those that it kept, or new ones where they do not open.
    fn desk(&self, share: &Share, kept: Option<&[u8]>) -> Box<dyn DeskSeal>;
}

/// The suite of this version, with a source of randomness for each seal that it makes.
pub struct Standard {
    randomness: fn() -> Box<dyn Randomness>,
}

impl Standard {
    /// The suite that draws from these sources.
    #[must_use]
    pub const fn new(randomness: fn() -> Box<dyn Randomness>) -> Self {
        Self { randomness }
    }
}

impl VisitorSuite for Standard {
    fn visitor(
        &self,
        secret: &TabSecret,
        share: &Share,
        conversation: ConversationId,
    ) -> Box<dyn VisitorSeal> {
        Box::new(Visitor::new(secret, share, conversation, (self.randomness)()))
    }
}

impl DeskSuite for Standard {
    fn desk(&self, share: &Share, kept: Option<&[u8]>) -> Box<dyn DeskSeal> {
        let restored = kept.and_then(|kept| Desk::restore(share, kept, (self.randomness)()).ok());
        Box::new(restored.unwrap_or_else(|| Desk::new(share, (self.randomness)())))
    }
}
