//! What every engine does: the same stories, told to each.

mod audit;
mod counts;
mod decided;
mod editing;
mod factors;
mod installation;
mod invitations;
mod people;
mod questions;
mod registrations;
mod replies;
mod signed_in;

use std::{future::Future, path::Path, sync::Arc};

use super::{NewStaff, PasswordHash, Records, SqliteRecords};
use crate::{
    domain::{
        ids::RegionId,
        moment::Moment,
        staffing::{Role, ShownName, SignInName},
    },
    service::database::Database,
};

pub(super) const UTRECHT: RegionId = RegionId(20);
pub(super) const NOWHERE: RegionId = RegionId(999);
pub(super) const NOON: Moment = Moment::from_millis(1_800_000_000_000);

/// A connection to the database of a folder, which stays usable for the next one.
pub(super) fn connection(folder: &Path) -> rusqlite::Connection {
    Database::open(folder).unwrap().connect().unwrap()
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
