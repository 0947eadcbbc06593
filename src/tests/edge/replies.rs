//! Canned replies over the wire.

use axum::http::StatusCode;
use veiligchat::{
    domain::{
        ids::ReplyId,
        reply::{OwnReply, REPLIES_LIMIT, ReplyWords},
    },
    protocol::{ListReplies, Refusal, RemoveReply, Replies, SaveReply, SharedReplies, VERSION},
};

use super::site::Site;

const LIST: ListReplies = ListReplies { version: VERSION };

fn reply(number: u8, name: &str) -> OwnReply {
    let words = ReplyWords::parse(name, "Een zin.").unwrap();
    OwnReply { id: ReplyId::from_bytes([number; 16]), words }
}

fn names(shared: &[SharedReplies]) -> Vec<&str> {
    shared.iter().map(|shared| shared.region_name.as_str()).collect()
}

impl Site {
    async fn replies(&self, cookies: &str) -> Replies {
        self.call::<_, Replies>("/api/worker/replies", cookies, &LIST).await.1.unwrap()
    }

    async fn save(&self, cookies: &str, reply: OwnReply) -> (StatusCode, Result<(), Refusal>) {
        let save = SaveReply { version: VERSION, reply };
        self.call("/api/worker/save-reply", cookies, &save).await
    }
}

#[tokio::test]
async fn a_worker_has_the_regions_replies_and_the_own_ones() {
    let site = Site::open().await;
    let (anna, bram) = (site.sign_in("anna").await, site.sign_in("bram").await);
    let shared = site.replies(&anna).await.shared;
    assert_eq!(names(&shared), ["Utrecht"]);
    assert!(shared[0].replies.iter().any(|words| words.name() == "groet"));
    for _ in 0..2 {
        assert_eq!(site.save(&anna, reply(1, "wandelen")).await, (StatusCode::OK, Ok(())));
    }
    assert_eq!(site.replies(&anna).await.own, [reply(1, "wandelen")]);
    assert!(site.replies(&bram).await.own.is_empty());

    // The same name is another reply of another worker.
    let remove = RemoveReply { version: VERSION, reply: reply(1, "x").id };
    let (_, removed) = site.call::<_, ()>("/api/worker/remove-reply", &bram, &remove).await;
    assert_eq!(removed, Ok(()));
    assert_eq!(site.save(&bram, reply(1, "van Bram")).await.1, Ok(()));
    assert_eq!(site.replies(&anna).await.own, [reply(1, "wandelen")]);
    let (_, removed) = site.call::<_, ()>("/api/worker/remove-reply", &anna, &remove).await;
    assert_eq!(removed, Ok(()));
    assert!(site.replies(&anna).await.own.is_empty());
    assert_eq!(site.replies(&bram).await.own, [reply(1, "van Bram")]);
}

#[tokio::test]
async fn a_worker_of_several_regions_has_the_replies_of_each() {
    let site = Site::open().await;
    let dina = site.sign_in("dina").await;
    let shared = site.replies(&dina).await.shared;
    assert_eq!(names(&shared), ["IJsselland", "Twente"]);
    assert!(shared.iter().all(|shared| !shared.replies.is_empty()));
}

#[tokio::test]
async fn a_reply_that_is_too_long_or_one_too_many_is_refused() {
    let site = Site::open().await;
    let anna = site.sign_in("anna").await;
    // As on the wire: version, id, name, text.
    for (name, text) in [("", "tekst"), (&*"n".repeat(41), "tekst"), ("naam", &*"t".repeat(1_001))]
    {
        let body = postcard::to_allocvec(&(VERSION, ([1_u8; 16], (name, text)))).unwrap();
        let answer = site.post_bytes("/api/worker/save-reply", &anna, body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{name} {text}");
    }
    for number in 0..u8::try_from(REPLIES_LIMIT).unwrap() {
        assert_eq!(site.save(&anna, reply(number, "zin")).await.1, Ok(()));
    }
    let refused = site.save(&anna, reply(200, "te veel")).await;
    assert_eq!(refused, (StatusCode::TOO_MANY_REQUESTS, Err(Refusal::TooMuch)));
    assert_eq!(site.replies(&anna).await.own.len(), REPLIES_LIMIT);
}
