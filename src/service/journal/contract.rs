//! What every engine promises, tried on each of them.

mod appending;
mod compacting;
mod model;
mod reading;

use std::sync::Arc;

use bytes::Bytes;
use tempfile::TempDir;

use super::{
    Append, AppendError, Appended, Batch, Expected, Item, Journal, Stream, memory::Memory,
    sqlite::Sqlite,
};
use crate::{
    domain::{
        ids::{ConversationId, MessageId, Seq},
        moment::Moment,
    },
    service::{database::Database, runtime::Simulated},
};

/// An engine, fresh, with what a test needs beside it.
pub(super) struct Subject {
    pub(super) journal: Arc<dyn Journal>,
    pub(super) world: Arc<Simulated>,
    syncs: Box<dyn Fn() -> u64>,
    _folder: Option<TempDir>,
}

/// Tries each promise on both engines.
macro_rules! promises {
    ($($promise:ident),* $(,)?) => {
        mod on_memory {
            $(#[tokio::test]
            async fn $promise() {
                super::$promise(crate::service::journal::contract::Subject::on_memory()).await;
            })*
        }
        mod on_sqlite {
            $(#[tokio::test]
            async fn $promise() {
                super::$promise(crate::service::journal::contract::Subject::on_sqlite()).await;
            })*
        }
    };
}
use promises;

impl Subject {
    fn on_memory() -> Self {
        let world = world();
        let journal = Memory::new(world.clone());
        let counted = journal.clone();
        Self {
            journal: Arc::new(journal),
            world,
            syncs: Box::new(move || counted.syncs()),
            _folder: None,
        }
    }

    fn on_sqlite() -> Self {
        let (world, folder) = (world(), TempDir::new().unwrap());
        let database = Database::open(folder.path()).unwrap();
        let journal = Arc::new(Sqlite::open(&database, world.clone()).unwrap());
        let counted = Arc::clone(&journal);
        Self { journal, world, syncs: Box::new(move || counted.syncs()), _folder: Some(folder) }
    }

    fn syncs(&self) -> u64 {
        (self.syncs)()
    }

    /// Appends one entry without an id.
    async fn write(&self, stream: Stream, expected: Expected, text: &str) -> Stored {
        self.store(vec![append(stream, expected, [plain(text)])]).await.map(|stored| stored[0])
    }

    async fn store(&self, appends: Vec<Append>) -> Result<Vec<Appended>, AppendError> {
        self.journal.append(Batch { appends, erase: vec![] }).await
    }

    async fn erase(&self, stream: Stream) -> Result<Vec<Appended>, AppendError> {
        self.journal.append(Batch { appends: vec![], erase: vec![stream] }).await
    }

    /// The texts that the stream has after `after`.
    async fn texts(&self, stream: Stream, after: u64) -> Vec<String> {
        let reading = self.journal.read(stream, Seq(after)).await.unwrap();
        reading.entries.iter().map(|entry| text(&entry.item)).collect()
    }
}

type Stored = Result<Appended, AppendError>;

pub(super) fn world() -> Arc<Simulated> {
    Arc::new(Simulated::new(Moment::from_millis(1_800_000_000_000), 1))
}

/// A conversation; those under sixteen lie in the same table of the file.
pub(super) fn conversation(number: u8) -> Stream {
    let mut id = [7; 16];
    id[0] = number >> 4;
    id[15] = number;
    Stream::Conversation(ConversationId::from_bytes(id))
}

pub(super) fn append(
    stream: Stream,
    expected: Expected,
    items: impl IntoIterator<Item = Item>,
) -> Append {
    Append { stream, expected, items: items.into_iter().collect() }
}

pub(super) fn plain(text: &str) -> Item {
    Item { id: None, bytes: Bytes::copy_from_slice(text.as_bytes()) }
}

pub(super) fn message(id: u8, text: &str) -> Item {
    Item { id: Some(message_id(id)), ..plain(text) }
}

pub(super) fn message_id(id: u8) -> MessageId {
    MessageId::from_bytes([id; 16])
}

pub(super) fn text(bytes: &Bytes) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
