//! The one file that journal and records share when `SQLite` is the engine: where it lies, who may
//! open it, its form, and how every connection to it behaves.
//!
//! Nothing here writes to a file that is not ours or that a newer program has made.

mod migrations;
#[cfg(test)]
mod tests;

use std::{
    fs::{DirBuilder, File, OpenOptions, TryLockError},
    io,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags};
use thiserror::Error;

pub(in crate::service) use migrations::{DESK_TABLE, conversation_table, stream_tables};

const FILE: &str = "veiligchat.db";
const LOCK: &str = "veiligchat.lock";

/// Marks the file as ours in its header (`PRAGMA application_id`): "VEIC".
const APPLICATION: i32 = 0x5645_4943;

/// The size of the smallest database, in bytes.
const SHORTEST: u64 = 512;

/// How long one connection waits for another before it gives up.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many pages of 4 KB the log gathers before they move into the file.
const LOG_PAGES: u32 = 4_000;

/// Why a folder's database cannot be used. Nothing in it was changed.
#[derive(Debug, Error)]
pub enum OpenError {
    /// Another process serves this folder.
    #[error("another process is using this folder")]
    AlreadyOpen,
    /// A newer program has made it, or brought it to a form that this one does not know.
    #[error("the database has form {found}, this program knows {known}: use a newer program")]
    NewerDatabase {
        /// The form of the database.
        found: u32,
        /// The newest form that this program knows.
        known: u32,
    },
    /// A running server must bring it to this program's form first.
    #[error("the running server is older than this program: restart it with this one first")]
    OlderServer,
    /// The file is damaged, or something else altogether.
    #[error("{FILE} is not a database of this program")]
    NotADatabase,
    /// The folder or a file in it cannot be made or opened.
    #[error("the folder cannot be used: {0}")]
    Folder(#[source] io::Error),
    /// The file system cannot keep a write-ahead log in shared memory.
    #[error("the folder's file system cannot hold a write-ahead log")]
    NoLog,
    /// The engine refuses for another reason.
    #[error("the database cannot be used: {0}")]
    Engine(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::NotADatabase,
            _ => Self::Engine(error),
        }
    }
}

/// A folder's database, in the form that this program knows. The folder stays ours until the last
/// clone is dropped.
#[derive(Debug, Clone)]
pub struct Database(Arc<Opened>);

#[derive(Debug)]
struct Opened {
    file: PathBuf,
    /// Held for its lock, which the operating system lifts when the process ends.
    _lock: Option<File>,
}

impl Database {
    /// Opens the database in `folder` for the process that serves it. Makes what is missing,
    /// readable for the process's own user only, and brings an older form up to date.
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        let lock = lock(folder)?.ok_or(OpenError::AlreadyOpen)?;
        Self::prepare(folder, Some(lock))
    }

    /// Opens the database in `folder` for a short change by the command line, also while another
    /// process serves it. Never for the serving process itself, whose locks it would lift.
    pub fn open_beside(folder: &Path) -> Result<Self, OpenError> {
        if let Some(lock) = lock(folder)? {
            return Self::prepare(folder, Some(lock));
        }
        let file = folder.join(FILE);
        if look(&file)? != migrations::known() {
            return Err(OpenError::OlderServer);
        }
        Ok(Self(Arc::new(Opened { file, _lock: None })))
    }

    /// Whether there is a database in `folder`.
    #[must_use]
    pub fn is_in(folder: &Path) -> bool {
        folder.join(FILE).exists()
    }

    fn prepare(folder: &Path, lock: Option<File>) -> Result<Self, OpenError> {
        let file = folder.join(FILE);
        look(&file)?;
        // The engine gives its log the permissions of the file that it finds.
        private(&file)?;
        let database = Self(Arc::new(Opened { file, _lock: lock }));
        let mut connection = database.connect()?;
        migrations::run(&mut connection)?;
        // A process that was killed may have left in its log what had been erased since.
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(database)
    }

    /// A new connection: what it commits is on the disk, what it deletes is overwritten, and
    /// nothing temporary touches a file.
    pub fn connect(&self) -> Result<Connection, OpenError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.0.file, flags)?;
        connection.busy_timeout(PATIENCE)?;
        let log: String =
            connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if log != "wal" {
            return Err(OpenError::NoLog);
        }
        connection.execute_batch(&format!(
            "PRAGMA synchronous = FULL;
             PRAGMA secure_delete = ON;
             PRAGMA foreign_keys = ON;
             PRAGMA temp_store = MEMORY;
             PRAGMA trusted_schema = OFF;
             PRAGMA wal_autocheckpoint = {LOG_PAGES};"
        ))?;
        Ok(connection)
    }

    /// The database's file, its log beside it; for whoever measures what is left in them.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.0.file
    }
}

/// Takes the folder, unless another process has it. Makes the folder if need be.
fn lock(folder: &Path) -> Result<Option<File>, OpenError> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(OpenError::Folder)?;
    let lock = private(&folder.join(LOCK))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(OpenError::Folder(error)),
    }
}

/// Opens a file that only its owner may read, and makes it if need be.
fn private(file: &Path) -> Result<File, OpenError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(0o600);
    options.open(file).map_err(OpenError::Folder)
}

/// Looks, without a change to the file, whether this program may use it; tells its form.
fn look(file: &Path) -> Result<u32, OpenError> {
    match file.metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        Err(error) => return Err(OpenError::Folder(error)),
        Ok(found) => match found.len() {
            0 => return Ok(0),
            // The engine takes what is shorter than a page for an empty file.
            1..SHORTEST => return Err(OpenError::NotADatabase),
            _ => {}
        },
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(PATIENCE)?;
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let objects: u32 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application != APPLICATION && objects > 0 {
        return Err(OpenError::NotADatabase);
    }
    let (found, known) = (migrations::found(&connection)?, migrations::known());
    if found > known { Err(OpenError::NewerDatabase { found, known }) } else { Ok(found) }
}
