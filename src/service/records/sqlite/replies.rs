//! The tables of canned replies.

use rusqlite::{Connection, Transaction, params};

use super::{
    RecordsError, SqliteRecords, Unreadable, names_nothing,
    published::{check_region, is_region},
};
use crate::{
    domain::{
        ids::{RegionId, ReplyId, StaffId},
        reply::{OwnReply, REPLIES_LIMIT, ReplyWords},
    },
    service::records::{
        Answer, Change,
        replies::{ReplyRecords, default_replies},
    },
};

impl ReplyRecords for SqliteRecords {
    fn shared_replies(&self, region: RegionId) -> Answer<'_, Vec<ReplyWords>> {
        self.read(move |connection| shared(connection, region))
    }

    fn set_shared_replies(&self, region: RegionId, replies: Vec<ReplyWords>) -> Answer<'_, ()> {
        self.decide(Change::Replies(region, replies))
    }

    fn own_replies(&self, staff: StaffId) -> Answer<'_, Vec<OwnReply>> {
        self.read(move |connection| own(connection, staff))
    }

    fn save_own_reply(&self, staff: StaffId, reply: OwnReply) -> Answer<'_, ()> {
        self.erase(move |transaction| save(transaction, staff, &reply))
    }

    fn remove_own_reply(&self, staff: StaffId, reply: ReplyId) -> Answer<'_, ()> {
        self.erase(move |transaction| {
            let mut remove =
                transaction.prepare_cached("DELETE FROM own_reply WHERE staff = ? AND id = ?")?;
            remove.execute(params![staff.0, reply.as_bytes()])?;
            Ok(())
        })
    }
}

fn words(name: &str, text: &str) -> Result<ReplyWords, RecordsError> {
    Ok(ReplyWords::parse(name, text).map_err(|_| Unreadable("a canned reply"))?)
}

fn shared(connection: &Connection, region: RegionId) -> Result<Vec<ReplyWords>, RecordsError> {
    let decided = connection
        .prepare_cached("SELECT 1 FROM reply_set WHERE region = ?")?
        .exists([region.0])?;
    if !decided {
        if !is_region(connection, region)? {
            return Err(RecordsError::UnknownRegion);
        }
        return default_replies().map_err(|error| RecordsError::Internal(Box::new(error)));
    }
    let mut found = connection
        .prepare_cached("SELECT name, words FROM shared_reply WHERE region = ? ORDER BY place")?;
    found
        .query_map([region.0], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?
        .map(|row| {
            let (name, text) = row?;
            words(&name, &text)
        })
        .collect()
}

pub(super) fn set_shared(
    transaction: &Transaction<'_>,
    region: RegionId,
    replies: &[ReplyWords],
) -> Result<(), RecordsError> {
    check_region(transaction, region)?;
    if replies.len() > REPLIES_LIMIT {
        return Err(RecordsError::TooMany);
    }
    transaction.execute("INSERT OR IGNORE INTO reply_set (region) VALUES (?)", [region.0])?;
    transaction.execute("DELETE FROM shared_reply WHERE region = ?", [region.0])?;
    let mut add = transaction.prepare_cached(
        "INSERT INTO shared_reply (region, place, name, words) VALUES (?, ?, ?, ?)",
    )?;
    for (place, reply) in (1_i64..).zip(replies) {
        add.execute(params![region.0, place, reply.name(), reply.text()])?;
    }
    Ok(())
}

fn own(connection: &Connection, staff: StaffId) -> Result<Vec<OwnReply>, RecordsError> {
    let mut found = connection.prepare_cached(
        "SELECT id, name, words FROM own_reply WHERE staff = ? ORDER BY name COLLATE NOCASE, id",
    )?;
    found
        .query_map([staff.0], |row| {
            Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
        })?
        .map(|row| {
            let (id, name, text) = row?;
            Ok(OwnReply { id: ReplyId::from_bytes(id), words: words(&name, &text)? })
        })
        .collect()
}

fn save(
    transaction: &Transaction<'_>,
    staff: StaffId,
    reply: &OwnReply,
) -> Result<(), RecordsError> {
    let others: i64 = transaction
        .prepare_cached("SELECT count(*) FROM own_reply WHERE staff = ? AND id <> ?")?
        .query_row(params![staff.0, reply.id.as_bytes()], |row| row.get(0))?;
    if usize::try_from(others).unwrap_or(usize::MAX) >= REPLIES_LIMIT {
        return Err(RecordsError::TooMany);
    }
    let saved = transaction.execute(
        "INSERT INTO own_reply (staff, id, name, words) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET name = excluded.name, words = excluded.words",
        params![staff.0, reply.id.as_bytes(), reply.words.name(), reply.words.text()],
    );
    match saved {
        Ok(_) => Ok(()),
        Err(error) if names_nothing(&error) => Err(RecordsError::UnknownStaff),
        Err(error) => Err(error.into()),
    }
}
