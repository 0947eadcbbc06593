//! What every engine does: the same stories, told to each.

mod decided;
mod signed_in;

use std::{future::Future, sync::Arc};

use super::{NewStaff, PasswordHash, Records, SqliteRecords};
use crate::domain::{
    ids::RegionId,
    moment::Moment,
    staffing::{Role, ShownName, SignInName},
};

pub(super) const UTRECHT: RegionId = RegionId(20);
pub(super) const NOWHERE: RegionId = RegionId(999);
pub(super) const NOON: Moment = Moment::from_millis(1_800_000_000_000);

/// A database file as `service::database` would hand it over.
pub(super) fn connection(folder: &std::path::Path) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(folder.join("records.db")).unwrap();
    let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                   PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;";
    connection.execute_batch(pragmas).unwrap();
    let old = connection.prepare("SELECT 1 FROM sqlite_schema").unwrap().exists([]).unwrap();
    if !old {
        connection.execute_batch(include_str!("../database/0002_records.sql")).unwrap();
    }
    connection
}

/// Tells a story to each engine, empty.
pub(super) fn each<Story, Told>(story: Story)
where
    Story: Fn(Arc<dyn Records>) -> Told,
    Told: Future<Output = ()>,
{
    let folder = tempfile::tempdir().unwrap();
    let engines: [Arc<dyn Records>; 2] = [
        Arc::new(SqliteRecords::in_memory().unwrap()),
        Arc::new(SqliteRecords::open(connection(folder.path())).unwrap()),
    ];
    for engine in engines {
        tell(story(engine));
    }
}

pub(super) fn tell<T>(story: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(story)
}

pub(super) fn new_staff(name: &str, role: Role) -> NewStaff {
    NewStaff {
        sign_in_name: SignInName::parse(name).unwrap(),
        shown_name: ShownName::parse(&name.to_uppercase()).unwrap(),
        password: PasswordHash::from_phc(format!("hash of {name}")),
        role,
    }
}
