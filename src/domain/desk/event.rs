//! What can happen at the desk.

use serde::{Deserialize, Serialize};

use crate::domain::{
    ids::{ConnectionId, ConversationId, NodeId, RegionId, StaffId},
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
    DutyStarted { worker: StaffId, regions: Vec<RegionId>, capacity: u8 },
    /// A worker changed how many conversations at once.
    CapacityChanged { worker: StaffId, capacity: u8 },
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
}
