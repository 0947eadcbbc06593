//! A site whose journal and records lie in a file, which can be compared.

use std::{fmt::Write, sync::Arc, time::Duration};

use futures::future::BoxFuture;
use rusqlite::{Connection, types::Value};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;
use veiligchat::{
    api::Rooms,
    domain::{desk::DeskRules, moment::Moment},
    protocol::SignUp,
    service::{
        account::{Accounts, Cost, Hasher, add_demo_staff},
        database::Database,
        journal::sqlite::Sqlite,
        records::{Records, SqliteRecords, open_round_the_clock},
        runtime::{Runtime, System},
        switchboard::Switchboard,
    },
};

use crate::edge::site::{Site, UTRECHT, credential};

/// Somebody who asks.
pub struct Somebody {
    pub name: &'static str,
    pub cookies: String,
}

/// The real world, but that no time passes in it: a session that was used a minute ago is noted as
/// used when somebody asks, and how long these tests take is no concern of theirs.
struct Still(Moment);

impl Runtime for Still {
    fn now(&self) -> Moment {
        self.0
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'static, ()> {
        System::default().sleep(wait)
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        System::default().spawn(task);
    }

    fn fill(&self, bytes: &mut [u8]) {
        System::default().fill(bytes);
    }
}

/// A site on a file.
pub struct Kept {
    pub site: Site,
    looking: Connection,
    _folder: TempDir,
}

impl Kept {
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(folder.path()).unwrap();
        let runtime: Arc<dyn Runtime> = Arc::new(Still(System::default().now()));
        let records: Arc<dyn Records> =
            Arc::new(SqliteRecords::open(database.connect().unwrap()).unwrap());
        open_round_the_clock(records.as_ref()).await.unwrap();
        let switchboard = Switchboard::start(
            Arc::new(Sqlite::open(&database, Arc::clone(&runtime)).unwrap()),
            Arc::clone(&records),
            Arc::clone(&runtime),
            DeskRules::default(),
            CancellationToken::new(),
        );
        let switchboard = switchboard.await.unwrap();
        let accounts = Accounts::new(Arc::clone(&records), runtime, Hasher::here(Cost::Least));
        add_demo_staff(&accounts).await.unwrap();
        let looking = Connection::open(database.file()).unwrap();
        let rooms = Rooms { switchboard, accounts: Arc::new(accounts), records };
        Self { site: Site::with(rooms), looking, _folder: folder }
    }

    /// Nobody, and somebody of each role.
    pub async fn people(&self) -> Vec<Somebody> {
        let mut people = vec![Somebody { name: "nobody", cookies: String::new() }];
        for name in ["anna", "karin", "beheer"] {
            people.push(Somebody { name, cookies: self.site.sign_in(name).await });
        }
        people
    }

    /// A visitor in the queue, so that there is something that could change.
    pub async fn somebody_waits(&self) {
        self.site.with_anna_on_duty().await;
        let sign_up = SignUp { credential: credential(1), region: UTRECHT, work: None };
        let path = "/api/visitor/sign-up";
        let (_, answer) =
            self.site.call::<_, veiligchat::protocol::SignedUp>(path, "", &sign_up).await;
        assert!(answer.is_ok());
        // What has happened is counted before figures are shown: here it is already.
        self.site.rooms.switchboard.count_now().await.unwrap();
    }

    /// Every row of every table, as text.
    pub fn content(&self) -> String {
        let mut content = String::new();
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
        let mut statement = self.looking.prepare(tables).unwrap();
        let names = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        for name in names.map(Result::unwrap) {
            let mut statement = self.looking.prepare(&format!("SELECT * FROM \"{name}\"")).unwrap();
            let columns = statement.column_count();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let values = (0..columns).map(|column| row.get::<_, Value>(column).unwrap());
                writeln!(content, "{name}: {:?}", values.collect::<Vec<_>>()).unwrap();
            }
        }
        content
    }
}
