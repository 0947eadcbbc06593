//! What the server tells an open page. Entries are numbered and replayed; all else is the current
//! state, told on connecting and when it changes.

use serde::{Deserialize, Serialize};

use super::{Asked, Colleague, Invitation, Placed, ReadAlong, RegionChoice, WishTold};
use crate::domain::{
    desk::{Duty, Ending},
    ids::{ConversationId, RegionId, SeatId, Seq, StaffId},
    moment::Moment,
    secret::{Share, Ticket},
    waits::WaitRange,
};

/// Something for a visitor's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum VisitorPush {
    /// Always the first.
    Welcome(Welcome),
    /// A heartbeat, to be answered at once.
    Beat,
    /// How things stand.
    Situation(Situation),
    /// The next entry.
    Entry(Placed),
    /// All entries that there were at the time of connecting have been told.
    CaughtUp,
    /// Somebody else is writing.
    Typing(SeatId),
    /// Somebody else has everything up to there.
    Seen(SeatId, Seq),
    /// The visit is over; the stream ends.
    Ended(Ending),
    /// Another tab took the conversation over; the stream ends.
    Superseded,
    /// The conversation is about to end, and may be evaluated with this.
    MayEvaluate(Ticket),
    /// What the visitor is asked.
    Asked(Asked),
}

/// How a visitor's stream begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Welcome {
    /// The server's half of the root key.
    pub share: Share,
    /// The server's time: what the page counts from.
    pub now: Moment,
}

/// How things stand for a visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Situation {
    /// In the queue.
    Waiting {
        /// The place, from 1.
        place: u32,
        /// What there is to say about it.
        notice: Notice,
        /// How long others waited lately; `None` when there were too few.
        range: Option<WaitRange>,
    },
    /// Back in the queue, before all who have not met a worker.
    WaitingAgain(Notice),
    /// A worker accepted.
    Called,
    /// In conversation.
    Talking(PeerPresence),
}

/// What a waiting visitor should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// Nothing.
    None,
    /// It is past closing time; who waits may stay while a worker is on duty.
    PastClosing,
    /// Nobody is on duty at the moment.
    NobodyOnDuty,
    /// Both: nobody comes any more today.
    Closed,
}

/// Whether somebody's page is connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeerPresence {
    /// It is.
    Here,
    /// Not since then.
    Away(Moment),
}

/// Something for a worker's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeskPush {
    /// Always the first.
    Welcome(DeskWelcome),
    /// A heartbeat, to be answered at once.
    Beat,
    /// How the desk stands.
    Desk(DeskState),
    /// The next entry of one of the worker's conversations.
    Entry(ConversationId, Placed),
    /// All entries that there were at the time of connecting have been told.
    CaughtUp,
    /// Somebody else is writing.
    Typing(ConversationId, SeatId),
    /// Somebody else has everything up to there.
    Seen(ConversationId, SeatId, Seq),
    /// A conversation is over.
    Ended(ConversationId, Ending),
    /// The visitor's page did not connect after being accepted: the visitor is away, the worker
    /// free.
    NotConnected(ConversationId),
    /// The worker was away for too long: the visitor went back to the queue.
    GivenBack(ConversationId),
    /// Another tab took the desk over; the stream ends.
    Superseded,
    /// The session is over; the stream ends.
    SignedOut,
    /// The worker passed the conversation on, or who read along has it now.
    HandedOver(ConversationId),
    /// The worker reads along no longer.
    ReadingOver(ConversationId),
    /// Something from before the worker joined: it can be read once the entry has come that says so.
    Earlier(ConversationId, Placed),
}

/// How a worker's stream begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskWelcome {
    /// Who this is.
    pub staff: StaffId,
    /// The name that visitors see.
    pub name: String,
    /// The worker's region.
    pub region_name: String,
    /// What the tab seals its shift key under.
    pub share: Share,
    /// The server's time: what the page counts from.
    pub now: Moment,
}

/// How the desk stands for a worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskState {
    /// On duty or not.
    pub duty: Duty,
    /// How many conversations at once.
    pub capacity: u8,
    /// The waiting visitors whom the worker may help, in the order in which they will be helped; at
    /// most 100.
    pub queue: Vec<QueueRow>,
    /// The worker's conversations, those that the worker reads along with too.
    pub handled: Vec<Handled>,
    /// The regions on duty for; those of the account while off duty.
    pub regions: Vec<RegionChoice>,
    /// All regions that the account may be on duty for.
    pub own_regions: Vec<RegionChoice>,
    /// How many minutes nothing is offered after a conversation.
    pub wrap_up: u8,
    /// Until when nothing is offered, since a conversation just ended.
    pub wrapping_until: Option<Moment>,
    /// What this worker is asked to read along with.
    pub invitations: Vec<Invitation>,
    /// The colleagues at work, in order of their names; at most 100.
    pub colleagues: Vec<Colleague>,
    /// The regions that somebody is on duty for, in order of their names.
    pub staffed: Vec<RegionChoice>,
}

/// A waiting visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueRow {
    /// Which.
    pub conversation: ConversationId,
    /// The region that the visitor chose.
    pub region_name: String,
    /// Since when.
    pub since: Moment,
    /// How it stands with this visitor.
    pub standing: QueueStanding,
    /// Whether this worker may take the visitor now, offered or by hand.
    pub may_take: bool,
}

/// How it stands with a waiting visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum QueueStanding {
    /// Waits in turn.
    Waiting,
    /// Was with a worker before, and goes first.
    Returned,
    /// Is shown to this worker: alone until then, or with every free worker.
    Offered {
        /// Until when this worker alone may.
        until: Option<Moment>,
    },
    /// Offered to a colleague.
    OfferedElsewhere,
    /// Not connected just now; the place is kept.
    Away,
}

/// A conversation of this worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handled {
    /// Which.
    pub conversation: ConversationId,
    /// The region that the visitor chose.
    pub region_name: String,
    /// How far it is.
    pub stage: HandledStage,
    /// Whether the visitor's page is connected.
    pub presence: PeerPresence,
    /// What this worker is in it.
    pub part: Part,
    /// Who reads along, or was asked to.
    pub reader: Option<ReadAlong>,
    /// What the visitor was asked on the worker's behalf.
    pub wish: Option<WishTold>,
    /// The regions that may help without another yes of the visitor.
    pub reach: Vec<RegionId>,
}

/// What a worker is in a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// The worker who has it.
    Worker,
    /// The second reader, who may write too.
    Reader,
}

/// How far a worker's conversation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum HandledStage {
    /// Accepted; the visitor's page has yet to seal the key.
    Connecting,
    /// In conversation since then.
    Talking(Moment),
}
