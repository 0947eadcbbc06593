//! What travels between a participant's page and the server: requests up, pushes down, refusals.
//!
//! Everything is encoded with postcard. Nothing here decides anything, and nothing here can hold
//! readable content: what people write travels in envelopes that were sealed before they got here.

mod entry;
pub mod frame;
mod lock;
mod push;
mod reading;
mod refusal;
mod registration;
mod replies;
mod request;
mod routing;

pub use entry::{EarlierKeys, Entry, Placed};
pub use lock::Unlock;
pub use push::{
    DeskPush, DeskState, DeskWelcome, Handled, HandledStage, Notice, Part, PeerPresence, QueueRow,
    QueueStanding, Situation, VisitorPush, Welcome,
};
pub use reading::AllowReadingBack;
pub use refusal::Refusal;
pub use registration::{AdviceDesk, AskAdvices, OwedAdvice, RegisterAdvice, WaiveAdvice};
pub use replies::{ListReplies, RemoveReply, Replies, SaveReply, SharedReplies};
pub use request::{
    Accept, AskKey, Credential, DeskAnswer, DeskFollow, DutyWish, EndConversation, Evaluate,
    Follow, Leave, Leaving, RegisterKey, SealEpoch, SetDuty, SignUp, SignedUp, Stored,
    VisitorAnswer, VisitorSend, VisitorTyping, WorkerSend, WorkerTyping,
};
pub use routing::{
    Asked, Availability, Colleague, Elsewhere, Invitation, OfferedHelp, PassOn, ReadAlong, Reading,
    ReadingWish, RegionChoice, Reply, ReplyTo, Transfer, TransferAsked, WishTold,
};

/// The version of everything in this module. A page that speaks another one is refused with
/// [`Refusal::OtherVersion`] and asked to load anew.
pub const VERSION: u8 = 3;

/// The longest nickname, in characters.
pub const NICKNAME_LIMIT: usize = 40;

/// The longest message, in characters.
pub const MESSAGE_LIMIT: usize = 4_000;

/// The largest request body, in bytes.
pub const BODY_LIMIT: usize = 64 * 1024;

/// The largest sealed envelope, in bytes: a message of 4,000 characters of four bytes each, with
/// its length, padding, nonce and tag.
pub const ENVELOPE_LIMIT: usize = 17 * 1024;

/// Seconds between two heartbeats.
pub const BEAT_SECONDS: u64 = 15;

/// Seconds without a sign of life after which either side gives a connection up.
pub const SILENCE_SECONDS: u64 = 40;
