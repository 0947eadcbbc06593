//! The streams in their tables.
//!
//! `secure_delete` overwrites a deleted row where it lies, but not the copies of it that `SQLite`
//! has left in the gaps of other pages while it moved rows about. It does overwrite every page of
//! a table that is emptied whole. So conversations are spread over 256 tables, and whatever takes
//! rows away empties the table and puts back the little that stays.

use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension, named_params, params};

use crate::{
    domain::{
        ids::{MessageId, Seq},
        moment::Moment,
    },
    service::{
        database::{DESK_TABLE, conversation_table, stream_tables},
        journal::{
            Item, Reading, Recorded, Snapshot, Stream, Unavailable, transaction::Transaction,
        },
    },
};

/// Statements for each of the tables stay prepared.
const STATEMENTS: usize = 2_048;

/// The tables as a transaction on `connection` sees them.
pub(super) struct Tables<'connection>(pub(super) &'connection Connection);

/// Makes the connection ready to write through [`Tables`].
pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.execute_batch(&format!(
        "CREATE TEMP TABLE kept AS SELECT * FROM {DESK_TABLE} WHERE false;
         PRAGMA temp.secure_delete = ON;"
    ))
}

/// The latest time in any stream; the start of 1970 when there is none.
pub(super) fn last_recorded(connection: &Connection) -> rusqlite::Result<Moment> {
    let mut last = 0;
    for table in stream_tables() {
        let sql = format!("SELECT coalesce(max(at), 0) FROM {table}");
        last = last.max(connection.query_row(&sql, [], |row| row.get(0))?);
    }
    Ok(Moment::from_millis(last))
}

/// A page of the stream; `None` when it does not exist.
pub(super) fn read(
    connection: &Connection,
    stream: Stream,
    after: Seq,
) -> rusqlite::Result<Option<Reading>> {
    // One view of the stream, whatever is written meanwhile.
    let view = connection.unchecked_transaction()?;
    if Tables(&view).last_seq(stream)?.is_none() {
        return Ok(None);
    }
    let mut statement = view.prepare_cached(&format!(
        "SELECT seq, at, snapshot, bytes FROM {table} WHERE stream = ?1 AND seq > ?2 ORDER BY seq",
        table = table(stream)
    ))?;
    let mut rows = statement.query(params![key(&stream), number(after)])?;
    let (mut reading, mut size) = (Reading::default(), 0);
    while let Some(row) = rows.next()? {
        let seq = place(row.get(0)?);
        let bytes = Bytes::from(row.get::<_, Vec<u8>>(3)?);
        if row.get(2)? {
            reading.snapshot = Some(Snapshot { through: seq, bytes });
            continue;
        }
        if Reading::is_full(reading.entries.len(), size) {
            reading.more = true;
            break;
        }
        size += bytes.len();
        let at = Moment::from_millis(row.get(1)?);
        reading.entries.push(Recorded { seq, at, item: bytes });
    }
    Ok(Some(reading))
}

impl Tables<'_> {
    fn last_seq(&self, stream: Stream) -> rusqlite::Result<Option<Seq>> {
        let sql = format!("SELECT max(seq) FROM {} WHERE stream = ?1", table(stream));
        let last: Option<i64> =
            self.0.prepare_cached(&sql)?.query_row([key(&stream)], |row| row.get(0))?;
        let empty = (stream == Stream::Desk).then_some(Seq(0));
        Ok(last.map(place).or(empty))
    }

    /// Takes away the stream's rows up to and with `through`, and every trace of them.
    fn remove(&self, stream: Stream, through: i64) -> rusqlite::Result<()> {
        let table = table(stream);
        let keep =
            format!("INSERT INTO temp.kept SELECT * FROM {table} WHERE stream <> ?1 OR seq > ?2");
        self.0.prepare_cached(&keep)?.execute(params![key(&stream), through])?;
        let put_back = format!("INSERT INTO {table} SELECT * FROM temp.kept ORDER BY stream, seq");
        for sql in [&format!("DELETE FROM {table}"), &put_back, "DELETE FROM temp.kept"] {
            self.0.prepare_cached(sql)?.execute([])?;
        }
        Ok(())
    }

    fn put(
        &self,
        stream: Stream,
        seq: Seq,
        at: Moment,
        content: &Content<'_>,
    ) -> rusqlite::Result<()> {
        let sql = format!(
            "INSERT INTO {table} (stream, seq, at, id, snapshot, bytes)
             VALUES (:stream, :seq, :at, :id, :snapshot, :bytes)",
            table = table(stream)
        );
        let (id, is_snapshot, bytes) = match content {
            Content::Entry(item) => (item.id.as_ref().map(MessageId::as_bytes), false, &item.bytes),
            Content::Snapshot(bytes) => (None, true, *bytes),
        };
        self.0.prepare_cached(&sql)?.execute(named_params! {
            ":stream": key(&stream),
            ":seq": number(seq),
            ":at": at.as_millis(),
            ":id": id,
            ":snapshot": is_snapshot,
            ":bytes": bytes.as_ref(),
        })?;
        Ok(())
    }
}

/// What a row holds.
enum Content<'batch> {
    Entry(&'batch Item),
    Snapshot(&'batch Bytes),
}

impl Transaction for Tables<'_> {
    fn last(&self, stream: Stream) -> Result<Option<Seq>, Unavailable> {
        Ok(self.last_seq(stream)?)
    }

    fn find(&self, stream: Stream, id: MessageId) -> Result<Option<(Seq, Moment)>, Unavailable> {
        let sql = format!("SELECT seq, at FROM {} WHERE stream = ?1 AND id = ?2", table(stream));
        let mut statement = self.0.prepare_cached(&sql)?;
        let found = statement.query_row(params![key(&stream), id.as_bytes()], |row| {
            Ok((place(row.get(0)?), Moment::from_millis(row.get(1)?)))
        });
        Ok(found.optional()?)
    }

    fn snapshot(&self, stream: Stream) -> Result<Seq, Unavailable> {
        let sql = format!(
            "SELECT seq, snapshot FROM {} WHERE stream = ?1 ORDER BY seq LIMIT 1",
            table(stream)
        );
        let mut statement = self.0.prepare_cached(&sql)?;
        let first: Option<(i64, bool)> =
            statement.query_row([key(&stream)], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(first.filter(|(_, is_snapshot)| *is_snapshot).map_or(Seq(0), |(seq, _)| place(seq)))
    }

    fn insert(
        &mut self,
        stream: Stream,
        seq: Seq,
        at: Moment,
        item: &Item,
    ) -> Result<(), Unavailable> {
        Ok(self.put(stream, seq, at, &Content::Entry(item))?)
    }

    fn erase(&mut self, stream: Stream) -> Result<(), Unavailable> {
        Ok(self.remove(stream, i64::MAX)?)
    }

    fn replace(
        &mut self,
        stream: Stream,
        through: Seq,
        at: Moment,
        snapshot: &Bytes,
    ) -> Result<(), Unavailable> {
        self.remove(stream, number(through))?;
        Ok(self.put(stream, through, at, &Content::Snapshot(snapshot))?)
    }
}

fn table(stream: Stream) -> String {
    match stream {
        Stream::Desk => DESK_TABLE.to_owned(),
        Stream::Conversation(id) => conversation_table(id.as_bytes()[0]),
    }
}

fn key(stream: &Stream) -> &[u8] {
    match stream {
        Stream::Desk => &[],
        Stream::Conversation(id) => id.as_bytes(),
    }
}

fn number(seq: Seq) -> i64 {
    i64::try_from(seq.0).unwrap_or(i64::MAX)
}

fn place(number: i64) -> Seq {
    Seq(number.unsigned_abs())
}
