//! Sealing and opening in one conversation, the same for both sides.

use crate::{
    domain::{
        conversation::{Envelope, Header},
        ids::ConversationId,
    },
    sealed::{DeskSeal, SealError, VisitorSeal},
};

/// What a channel needs of the seals.
pub(super) trait Sealer {
    fn seal(&mut self, header: &Header, plain: &[u8]) -> Result<Vec<u8>, SealError>;
    fn open(&self, envelope: &Envelope) -> Result<Vec<u8>, SealError>;
}

/// The visitor's side.
pub(super) struct AtHome<'a>(pub &'a mut dyn VisitorSeal);

impl Sealer for AtHome<'_> {
    fn seal(&mut self, header: &Header, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        self.0.seal(header, plain)
    }

    fn open(&self, envelope: &Envelope) -> Result<Vec<u8>, SealError> {
        self.0.open(envelope)
    }
}

/// The worker's side, in one of the conversations.
pub(super) struct AtDesk<'a>(pub &'a mut dyn DeskSeal, pub ConversationId);

impl Sealer for AtDesk<'_> {
    fn seal(&mut self, header: &Header, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        self.0.seal(self.1, header, plain)
    }

    fn open(&self, envelope: &Envelope) -> Result<Vec<u8>, SealError> {
        self.0.open(self.1, envelope)
    }
}
