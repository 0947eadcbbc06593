//! Reading back: what was said before somebody joined, once the visitor agrees.

use serde::{Deserialize, Serialize};

use super::Credential;
use crate::domain::{
    conversation::EarlierKey,
    ids::{Epoch, SeatId},
};

/// A visitor lets a worker read what was said before they joined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllowReadingBack {
    /// Whose.
    pub credential: Credential,
    /// The roster in which the worker sits.
    pub epoch: Epoch,
    /// The worker's seat.
    pub seat: SeatId,
    /// The keys of earlier epochs, sealed to that seat: at most
    /// [`crate::domain::conversation::Conversation::MAX_EARLIER_KEYS`].
    pub keys: Vec<EarlierKey>,
}
