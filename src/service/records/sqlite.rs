//! The records in `SQLite`: one connection, used by one piece of work at a time.

mod appearances;
mod audit;
mod backups;
mod counts;
mod editing;
mod engine;
mod factors;
mod hours;
mod installation;
mod invitations;
mod people;
mod published;
mod questions;
mod regions;
mod registrations;
mod replies;
mod sessions;
mod staff;

use std::sync::Arc;

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};
use tokio::sync::watch;

use self::engine::Engine;
use super::{
    Answer, Change, Credentials, DeviceHash, NewSession, NewStaff, Published, Records,
    RecordsError, Session, SessionHash, SessionId, Settings, StaffMember, TextPlace, Words,
};
use crate::domain::{
    conversation::ShiftPublic,
    hours::Hours,
    ids::{RegionId, StaffId},
    moment::Moment,
    staffing::SignInName,
};

impl From<rusqlite::Error> for RecordsError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Internal(Box::new(error))
    }
}

/// What is stored is not what this program stores.
#[derive(Debug, thiserror::Error)]
#[error("the records hold something that this program never wrote: {0}")]
struct Unreadable(&'static str);

impl From<Unreadable> for RecordsError {
    fn from(error: Unreadable) -> Self {
        Self::Internal(Box::new(error))
    }
}

/// The engine. Fills an empty database with what a new installation starts with.
pub struct SqliteRecords {
    engine: Engine,
    published: watch::Sender<Arc<Published>>,
}

impl SqliteRecords {
    /// Records in a database that has their tables, worked on by a thread of their own, which
    /// ends with this value. The connection must enforce foreign keys and erase what it deletes.
    pub fn open(mut connection: Connection) -> Result<Self, RecordsError> {
        let published = start(&mut connection)?;
        Ok(Self { engine: Engine::thread(connection)?, published })
    }

    /// Records that are gone with this value, worked on by whoever asks: nothing waits for a
    /// thread, so that a simulated clock stands still meanwhile.
    pub fn in_memory() -> Result<Self, RecordsError> {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;")?;
        connection.execute_batch(include_str!("../database/0002_records.sql"))?;
        connection.execute_batch(include_str!("../database/0003_replies.sql"))?;
        connection.execute_batch(include_str!("../database/0004_counts.sql"))?;
        connection.execute_batch(include_str!("../database/0005_routing.sql"))?;
        connection.execute_batch(include_str!("../database/0006_questions.sql"))?;
        connection.execute_batch(include_str!("../database/0007_accounts.sql"))?;
        connection.execute_batch(include_str!("../database/0008_registrations.sql"))?;
        connection.execute_batch(include_str!("../database/0009_versions.sql"))?;
        connection.execute_batch(include_str!("../database/0010_installation.sql"))?;
        connection.execute_batch(include_str!("../database/0011_statistics.sql"))?;
        connection.execute_batch(include_str!("../database/0012_appearance.sql"))?;
        let published = start(&mut connection)?;
        Ok(Self { engine: Engine::here(connection), published })
    }

    fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, RecordsError> + Send + 'static,
    ) -> Answer<'_, T> {
        self.engine.run(move |connection| work(connection))
    }

    /// All or nothing.
    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, RecordsError> + Send + 'static,
    ) -> Answer<'_, T> {
        self.engine.run(move |connection| in_transaction(connection, work))
    }

    /// A write after which the log holds nothing of what was erased.
    fn erase<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, RecordsError> + Send + 'static,
    ) -> Answer<'_, T> {
        self.engine.run(move |connection| {
            let done = in_transaction(connection, work)?;
            // The erasure stands whatever this says: when a reader is in the way, the checkpoint
            // after the next erasure does it.
            let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
            Ok(done)
        })
    }

    /// A write that changes what is published.
    fn publish<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, RecordsError> + Send + 'static,
    ) -> Answer<'_, T> {
        let sender = self.published.clone();
        self.engine.run(move |connection| {
            let (done, now) = in_transaction(connection, |transaction| {
                let done = work(transaction)?;
                Ok((done, published::load(transaction)?))
            })?;
            sender.send_if_modified(|before| {
                let changed = **before != now;
                if changed {
                    *before = Arc::new(now);
                }
                changed
            });
            Ok(done)
        })
    }
}

fn in_transaction<T>(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, RecordsError>,
) -> Result<T, RecordsError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = work(&transaction)?;
    transaction.commit()?;
    Ok(done)
}

fn start(connection: &mut Connection) -> Result<watch::Sender<Arc<Published>>, RecordsError> {
    let published = in_transaction(connection, |transaction| {
        published::seed(transaction)?;
        published::load(transaction)
    })?;
    Ok(watch::Sender::new(Arc::new(published)))
}

/// True when a row was refused because it names something that is not there.
fn names_nothing(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::SqliteFailure(failure, _)
        if failure.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY)
}

/// True when a row was refused because another one has what must be its own.
fn is_taken(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::SqliteFailure(failure, _)
        if failure.code == ErrorCode::ConstraintViolation
            && failure.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE)
}

impl Records for SqliteRecords {
    fn add_staff(&self, new: NewStaff) -> Answer<'_, StaffId> {
        self.write(move |transaction| staff::add(transaction, &new))
    }

    fn credentials(&self, name: SignInName) -> Answer<'_, Option<Credentials>> {
        self.read(move |connection| staff::credentials(connection, &name))
    }

    fn staff(&self, id: StaffId) -> Answer<'_, Option<StaffMember>> {
        self.read(move |connection| staff::get(connection, id))
    }

    fn all_staff(&self) -> Answer<'_, Vec<StaffMember>> {
        self.read(staff::all)
    }

    fn set_staff_regions(&self, id: StaffId, regions: Vec<RegionId>) -> Answer<'_, ()> {
        self.write(move |transaction| staff::set_regions(transaction, id, &regions))
    }

    fn start_session(&self, new: NewSession) -> Answer<'_, SessionId> {
        self.write(move |transaction| sessions::start(transaction, &new))
    }

    fn session(&self, token: SessionHash) -> Answer<'_, Option<Session>> {
        self.read(move |connection| sessions::get(connection, token))
    }

    fn touch_session(&self, id: SessionId, now: Moment) -> Answer<'_, ()> {
        self.write(move |transaction| sessions::touch(transaction, id, now))
    }

    fn set_shift_key(&self, id: SessionId, key: ShiftPublic) -> Answer<'_, ()> {
        self.write(move |transaction| sessions::set_shift_key(transaction, id, &key))
    }

    fn end_session(&self, id: SessionId) -> Answer<'_, ()> {
        self.erase(move |transaction| sessions::end(transaction, id))
    }

    fn end_sessions_of(&self, staff: StaffId) -> Answer<'_, usize> {
        self.erase(move |transaction| sessions::end_all_of(transaction, staff))
    }

    fn end_sessions_idle_since(&self, moment: Moment) -> Answer<'_, usize> {
        self.erase(move |transaction| sessions::end_idle(transaction, moment))
    }

    fn remember_device(&self, device: DeviceHash, staff: StaffId, now: Moment) -> Answer<'_, ()> {
        self.write(move |transaction| sessions::remember_device(transaction, device, staff, now))
    }

    fn knows_device(&self, device: DeviceHash, staff: StaffId) -> Answer<'_, bool> {
        self.read(move |connection| sessions::knows_device(connection, device, staff))
    }

    fn forget_devices_idle_since(&self, moment: Moment) -> Answer<'_, usize> {
        self.erase(move |transaction| sessions::forget_devices(transaction, moment))
    }

    fn set_hours(&self, region: RegionId, hours: Hours) -> Answer<'_, ()> {
        self.decide(Change::Hours(region, hours))
    }

    fn set_backups(&self, region: RegionId, backups: Vec<RegionId>) -> Answer<'_, ()> {
        self.decide(Change::Backups(region, backups))
    }

    fn set_text(&self, place: TextPlace, words: Option<Words>) -> Answer<'_, ()> {
        self.decide(Change::Texts(vec![(place, words)]))
    }

    fn set_settings(&self, settings: Settings) -> Answer<'_, ()> {
        self.publish(move |transaction| published::set_settings(transaction, &settings))
    }

    fn published(&self) -> Arc<Published> {
        self.published.borrow().clone()
    }

    fn watch(&self) -> watch::Receiver<Arc<Published>> {
        self.published.subscribe()
    }
}
