//! What the desk asks about canned replies.

use serde::{Deserialize, Serialize};

use crate::domain::{
    ids::ReplyId,
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
    /// Those of the worker's region, in its order.
    pub shared: Vec<ReplyWords>,
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
