//! What pages ask of the server. Every request is safe to repeat: whatever it makes has a name
//! that the page gave it.

use serde::{Deserialize, Serialize};

use crate::domain::{
    conversation::{Envelope, SealedKey, ShiftPublic},
    evaluation::Evaluation,
    ids::{ConnectionId, ConversationId, Epoch, RegionId, Seq},
    misuse::Misuse,
    moment::Moment,
    secret::{Share, Ticket, Token},
    work::Solution,
};

/// What a visitor's page shows with every request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// The conversation.
    pub conversation: ConversationId,
    /// The proof that it is this tab's.
    pub token: Token,
}

/// A visitor wants to wait for a worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUp {
    /// The new conversation's name and token, made by the tab.
    pub credential: Credential,
    /// The region that the visitor chose.
    pub region: RegionId,
    /// What was done after [`super::Refusal::WorkNeeded`].
    pub work: Option<Solution>,
}

/// The visitor waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedUp {
    /// The server's half of the root key.
    pub share: Share,
}

/// A visitor's page opens its stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follow {
    /// Whose.
    pub credential: Credential,
    /// The name of this connection; a newer one takes over.
    pub connection: ConnectionId,
    /// The last entry that the page has; 0 for none.
    pub after: Seq,
}

/// A visitor's page answers a heartbeat, or says how far it has read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitorAnswer {
    /// Whose.
    pub credential: Credential,
    /// Over which connection it came.
    pub connection: ConnectionId,
    /// The last entry that the page has.
    pub seen: Seq,
}

/// A visitor's page sealed the key of an epoch to its seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealEpoch {
    /// Whose.
    pub credential: Credential,
    /// Which epoch.
    pub epoch: Epoch,
    /// One key for each seat of the roster, in its order.
    pub keys: Vec<SealedKey>,
}

/// A visitor wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitorSend {
    /// Whose.
    pub credential: Credential,
    /// What, sealed.
    pub envelope: Envelope,
}

/// A message is stored, now or earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// Its place in the conversation.
    pub seq: Seq,
    /// When it was stored.
    pub at: Moment,
}

/// A visitor is writing. A hint that may be lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitorTyping {
    /// Whose.
    pub credential: Credential,
}

/// A visitor leaves for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leave {
    /// Whose.
    pub credential: Credential,
    /// How.
    pub how: Leaving,
}

/// How a visitor leaves for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Leaving {
    /// By ending the conversation, or by no longer waiting.
    Goodbye,
    /// Through the quick exit.
    QuickExit,
}

/// What a visitor thinks of the chat, after the goodbye.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluate {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// What the page got at the end; good for once.
    pub ticket: Ticket,
    /// The answers that were given.
    pub evaluation: Evaluation,
}

/// A worker's page opens its stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskFollow {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// The name of this connection; a newer one takes over.
    pub connection: ConnectionId,
    /// The last entry that the page has of each conversation; none named, none had.
    pub after: Vec<(ConversationId, Seq)>,
}

/// A worker's page answers a heartbeat, or says how far it has read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskAnswer {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// Over which connection it came.
    pub connection: ConnectionId,
    /// The last entry that the page has of each conversation.
    pub seen: Vec<(ConversationId, Seq)>,
}

/// A worker's page registers the public half of its shift key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterKey {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// The key.
    pub key: ShiftPublic,
}

/// A worker goes on or off duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetDuty {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// What is wished.
    pub wish: DutyWish,
}

/// What a worker wishes for the duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DutyWish {
    /// No new visitors, and nobody counts on this worker; conversations go on.
    Off,
    /// New visitors, up to so many conversations at once.
    On {
        /// How many conversations: 1 to 4.
        capacity: u8,
        /// For which regions, of those of the account; none named, all of them.
        regions: Vec<RegionId>,
        /// How many minutes nothing is offered after a conversation: 0 to 10.
        wrap_up: u8,
    },
    /// No new visitors for now.
    Pause,
    /// New visitors again.
    Resume,
    /// New visitors before the minutes after a conversation are over.
    EndWrapUp,
}

/// A worker takes a visitor who is offered, or waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accept {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// Which visitor.
    pub conversation: ConversationId,
}

/// A worker wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerSend {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// Where.
    pub conversation: ConversationId,
    /// What, sealed.
    pub envelope: Envelope,
}

/// A worker is writing. A hint that may be lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerTyping {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// Where.
    pub conversation: ConversationId,
}

/// A worker's page could not open the key of an epoch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskKey {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// Where.
    pub conversation: ConversationId,
    /// Of which epoch.
    pub epoch: Epoch,
}

/// A worker ends a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndConversation {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// Which.
    pub conversation: ConversationId,
    /// Why, when it was none: counted, and nothing else.
    pub misuse: Option<Misuse>,
}
