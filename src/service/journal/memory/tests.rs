//! What only an engine whose disk can be held can show.

use std::sync::Arc;

use futures::{FutureExt, future::BoxFuture};

use super::*;
use crate::service::journal::{
    Expected,
    contract::{append, conversation, message, message_id, world},
};

fn first(journal: &Memory) -> BoxFuture<'_, Result<Vec<Appended>, AppendError>> {
    let appends = vec![append(conversation(1), Expected::New, [message(1, "hello")])];
    journal.append(Batch { appends, erase: vec![] })
}

/// A journal whose disk is slow, with one append on its way.
macro_rules! held {
    ($journal:ident, $waiting:ident) => {
        let $journal = Memory::new(world());
        $journal.hold_syncs();
        let mut $waiting = first(&$journal);
        assert_eq!((&mut $waiting).now_or_never(), None);
        $journal.runtime.sleep(SYNC * 100).await;
        assert_eq!((&mut $waiting).now_or_never(), None);
    };
}

#[tokio::test(start_paused = true)]
async fn what_is_not_synced_is_seen_by_nobody() {
    held!(journal, waiting);
    let mut hints = journal.watch();
    assert_eq!(journal.read(conversation(1), Seq(0)).await, Err(ReadError::Gone));
    assert_eq!(hints.next().now_or_never(), None);

    journal.release_syncs();
    assert!(waiting.await.is_ok());
    assert_eq!(journal.read(conversation(1), Seq(0)).await.unwrap().entries.len(), 1);
    assert!(hints.next().now_or_never().is_some());
}

#[tokio::test(start_paused = true)]
async fn a_crash_can_lose_what_was_not_synced_but_nothing_else() {
    held!(journal, waiting);
    journal.release_syncs();
    waiting.await.unwrap();
    journal.hold_syncs();
    let appends = vec![append(conversation(1), Expected::Any, [message(2, "lost")])];
    let mut waiting = journal.append(Batch { appends, erase: vec![] });
    assert_eq!((&mut waiting).now_or_never(), None);

    journal.crash(Tail::Lost);
    assert!(matches!(waiting.await, Err(AppendError::Unavailable(_))));
    assert_eq!(journal.read(conversation(1), Seq(0)).await.unwrap().entries.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_crash_can_keep_what_nobody_was_told_of() {
    held!(journal, waiting);
    journal.crash(Tail::Kept);
    assert!(matches!(waiting.await, Err(AppendError::Unavailable(_))));
    let again = first(&journal).await;
    let id = message_id(1);
    assert!(matches!(again, Err(AppendError::Known { id: known, .. }) if known == id), "{again:?}");
}

#[tokio::test(start_paused = true)]
async fn a_journal_goes_on_after_a_crash() {
    held!(journal, waiting);
    journal.crash(Tail::Lost);
    waiting.await.unwrap_err();
    let shared: Arc<dyn Journal> = Arc::new(journal.clone());
    assert!(first(&journal).await.is_ok());
    assert_eq!(shared.read(conversation(1), Seq(0)).await.unwrap().entries.len(), 1);
}
