//! What can happen at the desk.

use serde::{Deserialize, Serialize};

use super::{Target, WishEnd};
use crate::domain::{
    ids::{ConnectionId, ConversationId, NodeId, RegionId, StaffId},
    misuse::Misuse,
    moment::Moment,
};

/// Whose page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Party {
    /// A visitor's.
    Visitor(ConversationId),
    /// A worker's.
    Worker(StaffId),
}

/// How a visit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Ending {
    /// The visitor ended the conversation.
    ByVisitor,
    /// The worker ended the conversation.
    ByWorker,
    /// The visitor stopped waiting.
    StoppedWaiting,
    /// The visitor left through the quick exit, on purpose, for good.
    QuickExit,
    /// The visitor was away for longer than the window.
    Expired,
}

/// Why an offer to one worker ended without being accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OfferEnd {
    /// Nobody took it in time.
    Lapsed,
    /// The worker is no longer free for it.
    WorkerUnavailable,
    /// The visitor's page is gone.
    VisitorAway,
}

/// How a colleague's reading along came to an end, or to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ReadingEnd {
    /// The colleague would rather not.
    Declined,
    /// The colleague did not join in time.
    Lapsed,
    /// The colleague left the desk before joining.
    Unavailable,
    /// The colleague stopped.
    Left,
    /// The worker took the invitation back, or asked the colleague to leave.
    SentAway,
    /// The colleague's page was away for too long.
    Vanished,
}

/// Why a conversation went to the colleague who read along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HandOver {
    /// The worker handed it over.
    ByHand,
    /// The worker was away for too long.
    WorkerGone,
}

/// What happened at the desk. No names, no content.
#[expect(missing_docs, reason = "fields are named after what they hold")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeskEvent {
    /// A visitor joined the end of the queue.
    SignedUp { conversation: ConversationId, region: RegionId },
    /// A page connected, or connected anew.
    Arrived { party: Party, node: NodeId, connection: ConnectionId },
    /// A page is gone.
    Departed { party: Party },
    /// A process started: whatever was connected before is not any more.
    NodeStarted { node: NodeId },
    /// A visit is over; nothing of it stays.
    Left { conversation: ConversationId, how: Ending },
    /// A worker is on duty.
    DutyStarted { worker: StaffId, regions: Vec<RegionId>, capacity: u8, wrap_up: u8 },
    /// A worker changed how many conversations at once.
    CapacityChanged { worker: StaffId, capacity: u8 },
    /// A worker changed how many minutes nothing is offered after a conversation.
    WrapUpChanged { worker: StaffId, wrap_up: u8 },
    /// The time after a conversation is over, or was cut short.
    WrapUpEnded { worker: StaffId },
    /// A worker takes no new visitors for now.
    Paused { worker: StaffId },
    /// A worker takes visitors again.
    Resumed { worker: StaffId },
    /// A worker is off duty, by choice or for being away too long.
    DutyEnded { worker: StaffId },
    /// A waiting visitor is shown to one worker.
    Offered { conversation: ConversationId, to: StaffId, until: Moment },
    /// Every free worker let the visitor pass: now each of them may accept.
    OpenedToAll { conversation: ConversationId },
    /// The visitor is no longer shown to whom it was.
    Withdrawn { conversation: ConversationId, why: OfferEnd },
    /// A worker accepted; the visitor's page has until then to seal the key.
    Accepted { conversation: ConversationId, by: StaffId, until: Moment },
    /// The visitor's page sealed the key: they are connected.
    Connected { conversation: ConversationId },
    /// The visitor's page did not seal the key in time: away, with the place kept.
    NotConnected { conversation: ConversationId },
    /// The worker is gone: the visitor goes to the front of the queue.
    GivenBack { conversation: ConversationId },
    /// The visitor may be helped by the backup regions.
    ElsewhereAgreed { conversation: ConversationId },
    /// The visitor would rather wait for the own region.
    ElsewhereDeclined { conversation: ConversationId },
    /// A colleague was asked to read along.
    ReaderAsked { conversation: ConversationId, reader: StaffId, until: Moment },
    /// The colleague reads along from now on.
    ReaderJoined { conversation: ConversationId, reader: StaffId },
    /// The colleague does not read along, or no longer.
    ReaderLeft { conversation: ConversationId, reader: StaffId, why: ReadingEnd },
    /// The colleague who read along has the conversation now.
    HandedOver { conversation: ConversationId, from: StaffId, to: StaffId, why: HandOver },
    /// The worker passed the visitor on: front of the queue.
    Transferred { conversation: ConversationId, by: StaffId, to: Target },
    /// The worker would like what the visitor has a say in.
    Wished { conversation: ConversationId, to: Target, until: Moment },
    /// The visitor said yes; what was wished follows.
    WishGranted { conversation: ConversationId },
    /// Nothing comes of the wish.
    WishEnded { conversation: ConversationId, why: WishEnd },
    /// The worker says that the conversation was none; it ends in the same breath.
    Misused { conversation: ConversationId, misuse: Misuse },
}
