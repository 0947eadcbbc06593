//! Canned replies, asked of the server.

use server_fn::ServerFn;

use super::{DeskDriver, call};
use crate::{
    api::replies::{ListRepliesCall, RemoveReplyCall, SaveReplyCall},
    domain::{
        ids::ReplyId,
        reply::{OwnReply, ReplyWords},
    },
    protocol::{ListReplies, Refusal, RemoveReply, Replies, SaveReply, VERSION},
};

impl DeskDriver {
    /// The replies to choose from.
    pub async fn replies(&self) -> Result<Replies, Refusal> {
        call::call(ListRepliesCall::PATH, &ListReplies { version: VERSION }).await
    }

    /// Changes a reply, or adds one; the answer is why not.
    ///
    /// # Panics
    /// Never: every browser that runs WASM has a random generator.
    pub async fn save_reply(&self, id: Option<ReplyId>, words: ReplyWords) -> Result<(), Refusal> {
        let id = id.unwrap_or_else(|| {
            let mut bytes = [0; 16];
            // Every browser that runs WASM has `crypto.getRandomValues`.
            getrandom::fill(&mut bytes).expect("the browser has a random generator");
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
