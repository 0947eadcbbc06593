//! Nothing of what is erased or compacted is left in any file: no byte, no id, no time.

use std::collections::{BTreeMap, HashSet};

use rusqlite::Connection;

use super::*;
use crate::{
    domain::ids::{ConversationId, MessageId},
    service::journal::{Item, sqlite::tables::Tables, transaction::Transaction},
};

/// Marks in entries, and the ids of messages and conversations.
type Mark = [u8; 16];

/// A time as the file holds it.
type Time = [u8; 6];

/// A made-up history, long enough for the engine to move rows about a great deal: conversations in
/// one table grow side by side, are compacted, are erased; others come.
struct History {
    connection: Connection,
    world: Arc<dyn Runtime>,
    clock: i64,
    live: BTreeMap<Stream, (Seq, Vec<Mark>, Vec<Time>)>,
    gone: (HashSet<Mark>, HashSet<Time>),
}

impl History {
    fn new(database: &Database) -> Self {
        let connection = database.connect().unwrap();
        // Thousands of commits, none of which anybody relies on.
        connection.pragma_update(None, "synchronous", "OFF").unwrap();
        tables::prepare(&connection).unwrap();
        let (live, gone) = (BTreeMap::default(), Default::default());
        Self { connection, world: world(), clock: 1_800_000_000_000, live, gone }
    }

    fn draw<const N: usize>(&self) -> [u8; N] {
        let mut drawn = [0; N];
        self.world.fill(&mut drawn);
        drawn
    }

    fn below(&self, limit: usize) -> usize {
        usize::from(u16::from_le_bytes(self.draw())) % limit
    }

    fn new_conversation(&self) -> Stream {
        let mut id = self.draw();
        id[0] = 0;
        Stream::Conversation(ConversationId::from_bytes(id))
    }

    /// A time that nothing else has.
    fn tick(&mut self) -> (Moment, Time) {
        self.clock += 1;
        (Moment::from_millis(self.clock), self.clock.to_be_bytes()[2..].try_into().unwrap())
    }

    fn write(&mut self, stream: Stream) {
        let (id, mark): (Mark, Mark) = (self.draw(), self.draw());
        let bytes = Bytes::from(mark.repeat(1 + self.below(self.below(200) + 1)));
        let (at, time) = self.tick();
        let (last, marks, times) = self.live.entry(stream).or_default();
        *last = last.next();
        marks.extend([id, mark]);
        times.push(time);
        let item = Item { id: Some(MessageId::from_bytes(id)), bytes };
        Tables(&self.connection).insert(stream, *last, at, &item).unwrap();
    }

    fn erase(&mut self, stream: Stream) {
        Tables(&self.connection).erase(stream).unwrap();
        let Stream::Conversation(id) = stream else { return };
        self.gone.0.insert(*id.as_bytes());
        self.lose(stream);
    }

    fn compact(&mut self, stream: Stream) {
        let (mark, (at, time)) = (self.draw(), self.tick());
        let last = self.lose(stream);
        let snapshot = Bytes::copy_from_slice(&mark);
        Tables(&self.connection).replace(stream, last, at, &snapshot).unwrap();
        self.live.insert(stream, (last, vec![mark], vec![time]));
    }

    fn lose(&mut self, stream: Stream) -> Seq {
        let (last, marks, times) = self.live.remove(&stream).unwrap();
        self.gone.0.extend(marks);
        self.gone.1.extend(times);
        last
    }

    fn go(&mut self, rounds: usize) {
        let mut conversations = vec![];
        for _ in 0..rounds {
            self.connection.execute_batch("BEGIN IMMEDIATE").unwrap();
            if conversations.len() < 20 {
                conversations.push(self.new_conversation());
                self.write(conversations[conversations.len() - 1]);
            }
            let which = self.below(conversations.len());
            self.write(conversations[which]);
            self.write(Stream::Desk);
            match self.below(100) {
                0..3 => self.erase(conversations.swap_remove(which)),
                3 => self.compact(conversations[which]),
                4 => self.compact(Stream::Desk),
                _ => {}
            }
            self.connection.execute_batch("COMMIT").unwrap();
        }
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    }
}

#[test]
fn nothing_of_an_erased_or_compacted_stream_is_left_in_any_file() {
    let folder = TempDir::new().unwrap();
    let database = Database::open(folder.path()).unwrap();
    let mut history = History::new(&database);
    history.go(3_000);

    let live: HashSet<_> = history.live.values().flat_map(|(_, marks, _)| marks).copied().collect();
    assert_eq!(found(folder.path(), &live), live.len(), "the search misses what is there");
    let (marks, times) = &history.gone;
    assert!(marks.len() > 5_000 && times.len() > 2_500, "{} {}", marks.len(), times.len());
    assert_eq!(found(folder.path(), marks), 0, "marks or ids are left");
    assert_eq!(found(folder.path(), times), 0, "times are left");
}

const MARK: &Mark = b"a marked message";

#[tokio::test]
async fn the_log_is_emptied_soon_after_an_erasure_and_after_a_compaction() {
    let (place, marks) = (Place::new(), HashSet::from([*MARK]));
    let text = std::str::from_utf8(MARK).unwrap();
    place.write(conversation(1), Expected::New, text).await;
    place.write(conversation(2), Expected::New, text).await;
    assert_eq!(found(place.folder.path(), &marks), 1);
    place.journal.compact(conversation(1), Seq(1), Bytes::new()).await.unwrap();
    place.wait_for_an_empty_log();
    assert_eq!(found(place.folder.path(), &marks), 1);
    place.erase(conversation(2)).await;
    place.wait_for_an_empty_log();
    assert_eq!(found(place.folder.path(), &marks), 0);
}

#[tokio::test]
async fn a_reader_that_is_in_the_way_delays_the_emptying_of_the_log_and_nothing_else() {
    let (place, marks) = (Place::new(), HashSet::from([*MARK]));
    place.write(conversation(1), Expected::New, std::str::from_utf8(MARK).unwrap()).await;
    let reader = place.database.connect().unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM stream_desk").unwrap();

    place.erase(conversation(1)).await;
    for _ in 0..10 {
        place.write(Stream::Desk, Expected::Any, "event").await;
    }
    assert_eq!(found(place.folder.path(), &marks), 1);
    // Nor does it last when the process is killed just then.
    let after = Place::at(place.killed());
    assert_eq!(found(after.folder.path(), &marks), 0);

    reader.execute_batch("COMMIT").unwrap();
    place.wait_for_an_empty_log();
    assert_eq!(found(place.folder.path(), &marks), 0);
}
