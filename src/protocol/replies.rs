//! What the desk asks about canned replies.

use serde::{Deserialize, Serialize};

use crate::domain::{
    ids::{RegionId, ReplyId},
    reply::{OwnReply, ReplyWords},
};

/// A worker's page wants the replies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListReplies {
    /// [`super::VERSION`] of the page.
    pub version: u8,
}

/// The replies that a worker can choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replies {
    /// The worker's own, in the order of their names.
    pub own: Vec<OwnReply>,
    /// Those of each region that the worker works for, the own one first.
    pub shared: Vec<SharedReplies>,
}

/// The replies of a region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedReplies {
    /// Which.
    pub region: RegionId,
    /// Its name.
    pub region_name: String,
    /// The replies, in its order.
    pub replies: Vec<ReplyWords>,
}

/// A worker adds a reply of their own, or changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveReply {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// The reply.
    pub reply: OwnReply,
}

/// A worker removes a reply of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoveReply {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// Which.
    pub reply: ReplyId,
}
