//! What can happen in a conversation.

use serde::{Deserialize, Serialize};

use super::{EarlierKey, Envelope, Roster, SealedKey};
use crate::domain::{
    ids::{Epoch, RegionId, SeatId},
    secret::{Share, TokenHash},
};

/// An entry of a conversation's stream. There is no entry for its end: at the end the stream is
/// erased.
#[expect(missing_docs, reason = "fields are named after what they hold")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConversationEvent {
    /// The visitor signed up: always the first entry.
    Opened { region: RegionId, token: TokenHash, share: Share },
    /// The server proposes a roster; it counts once the visitor's page has sealed its key.
    Proposed { epoch: Epoch, roster: Roster },
    /// The visitor's page sealed the key of the epoch to its seats.
    Sealed { epoch: Epoch, keys: Vec<SealedKey> },
    /// A seat could not open its key, and asks for it again.
    KeyAsked { epoch: Epoch, seat: SeatId },
    /// Somebody wrote.
    Sent(Envelope),
    /// The visitor lets a seat of this epoch read earlier ones.
    EarlierSealed { epoch: Epoch, seat: SeatId, keys: Vec<EarlierKey> },
}
