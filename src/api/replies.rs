//! Canned replies. Only a signed-in worker may ask, and only for the own ones and those of the
//! regions of the account.

#![expect(missing_docs, reason = "the macro makes a struct whose only field is the request")]

use leptos::prelude::*;
use server_fn::codec::Postcard;

use crate::protocol::{ListReplies, Refusal, RemoveReply, Replies, SaveReply};

/// The replies to choose from. May be called by a worker.
#[server(ListRepliesCall, prefix = "/api", endpoint = "worker/replies", input = Postcard, output = Postcard)]
pub async fn list(request: ListReplies) -> Result<Replies, Refusal> {
    let worker = super::door::worker(request.version).await?;
    let records = worker.rooms.records;
    let own = super::door::recorded(records.own_replies(worker.at_desk.staff).await)?;
    let published = records.published();
    let mut shared = Vec::new();
    for region in worker.at_desk.regions {
        let Some(known) = published.regions.get(region) else { continue };
        let replies = super::door::recorded(records.shared_replies(region).await)?;
        let region_name = known.name.clone();
        shared.push(crate::protocol::SharedReplies { region, region_name, replies });
    }
    Ok(Replies { own, shared })
}

/// Adds or changes a reply of one's own. May be called by a worker.
#[server(SaveReplyCall, prefix = "/api", endpoint = "worker/save-reply", input = Postcard, output = Postcard)]
pub async fn save(request: SaveReply) -> Result<(), Refusal> {
    let worker = super::door::worker(request.version).await?;
    let records = worker.rooms.records;
    super::door::recorded(records.save_own_reply(worker.at_desk.staff, request.reply).await)
}

/// Removes a reply of one's own. May be called by a worker.
#[server(RemoveReplyCall, prefix = "/api", endpoint = "worker/remove-reply", input = Postcard, output = Postcard)]
pub async fn remove(request: RemoveReply) -> Result<(), Refusal> {
    let worker = super::door::worker(request.version).await?;
    let records = worker.rooms.records;
    super::door::recorded(records.remove_own_reply(worker.at_desk.staff, request.reply).await)
}
