//! The table of versions, and the changes that count in it.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{
    RecordsError, SqliteRecords, Unreadable, appearances, backups, hours, published, questions,
    replies,
};
use crate::service::records::{
    Answer,
    editing::{Change, EditRecords, Thing, Version},
};

impl EditRecords for SqliteRecords {
    fn version(&self, thing: Thing) -> Answer<'_, Version> {
        self.read(move |connection| version(connection, &thing))
    }

    fn change(&self, on: Version, change: Change) -> Answer<'_, Version> {
        self.publish(move |transaction| {
            let thing = changed(&change)?;
            if version(transaction, &thing)? != on {
                return Err(RecordsError::Conflict);
            }
            make(transaction, &change)?;
            count(transaction, &thing)?;
            version(transaction, &thing)
        })
    }
}

impl SqliteRecords {
    /// Makes a change whatever the version is.
    pub(super) fn decide(&self, change: Change) -> Answer<'_, ()> {
        self.publish(move |transaction| {
            make(transaction, &change)?;
            count(transaction, &changed(&change)?)
        })
    }
}

fn changed(change: &Change) -> Result<Thing, RecordsError> {
    Ok(change.thing().ok_or(Unreadable("texts of several keys"))?)
}

fn make(transaction: &Transaction<'_>, change: &Change) -> Result<(), RecordsError> {
    match change {
        Change::Hours(region, hours) => hours::set(transaction, *region, hours),
        Change::Backups(region, backups) => backups::set(transaction, *region, backups),
        Change::Texts(texts) => texts
            .iter()
            .try_for_each(|(place, words)| published::set_text(transaction, place, words.as_ref())),
        Change::Questions(region, questions) => {
            questions::set(transaction, *region, questions.as_ref())
        }
        Change::Replies(region, replies) => replies::set_shared(transaction, *region, replies),
        Change::Appearance(region, appearance) => {
            appearances::set(transaction, *region, appearance)
        }
    }
}

/// What a thing is called in the table.
fn named(thing: &Thing) -> (String, u16) {
    let (name, region) = match thing {
        Thing::Hours(region) => ("hours".to_owned(), Some(*region)),
        Thing::Backups(region) => ("backups".to_owned(), Some(*region)),
        Thing::Text(key, region) => (format!("text {key}"), *region),
        Thing::Questions(region) => ("questions".to_owned(), *region),
        Thing::Replies(region) => ("replies".to_owned(), Some(*region)),
        Thing::Appearance(region) => ("appearance".to_owned(), *region),
    };
    (name, region.unwrap_or_default().0)
}

fn version(connection: &Connection, thing: &Thing) -> Result<Version, RecordsError> {
    let (name, region) = named(thing);
    let number = connection
        .prepare_cached("SELECT number FROM version WHERE thing = ? AND region = ?")?
        .query_row(params![name, region], |row| row.get(0))
        .optional()?;
    Ok(number.map(Version::new).unwrap_or_default())
}

fn count(transaction: &Transaction<'_>, thing: &Thing) -> Result<(), RecordsError> {
    let (name, region) = named(thing);
    transaction
        .prepare_cached(
            "INSERT INTO version (thing, region, number) VALUES (?, ?, 1)
             ON CONFLICT DO UPDATE SET number = number + 1",
        )?
        .execute(params![name, region])?;
    Ok(())
}
