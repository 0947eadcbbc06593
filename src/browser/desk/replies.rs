//! Canned replies, asked of the server.

use server_fn::ServerFn;

use super::{DeskDriver, call};
use crate::{
    api::replies::{ListRepliesCall, RemoveReplyCall, SaveReplyCall},
    browser::sealing::BrowserRandomness,
    domain::{
        ids::ReplyId,
        reply::{OwnReply, ReplyWords},
    },
    protocol::{ListReplies, Refusal, RemoveReply, Replies, SaveReply, VERSION},
    sealed::Randomness,
};

impl DeskDriver {
    /// The replies to choose from.
    pub async fn replies(&self) -> Result<Replies, Refusal> {
        call::call(ListRepliesCall::PATH, &ListReplies { version: VERSION }).await
    }

    /// Changes a reply, or adds one; the answer is why not.
    pub async fn save_reply(&self, id: Option<ReplyId>, words: ReplyWords) -> Result<(), Refusal> {
        let id = id.unwrap_or_else(|| {
            let mut bytes = [0; 16];
            BrowserRandomness.fill(&mut bytes);
            ReplyId::from_bytes(bytes)
        });
        let reply = OwnReply { id, words };
        call::call(SaveReplyCall::PATH, &SaveReply { version: VERSION, reply }).await
    }

    /// Removes a reply; the answer is why not.
    pub async fn remove_reply(&self, reply: ReplyId) -> Result<(), Refusal> {
        call::call(RemoveReplyCall::PATH, &RemoveReply { version: VERSION, reply }).await
    }
}
