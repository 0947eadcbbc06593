//! An installation: the data folder, opened, and the service on top of it.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use jiff::SignedDuration;
use tokio_util::sync::CancellationToken;
use zeroize::Zeroizing;

use super::{
    commands::{Opening, Role},
    operations::{Measured, Measures},
};
use crate::{
    api::Rooms,
    domain::{
        audit::Deed,
        desk::DeskRules,
        ids::RegionId,
        region::Regions,
        staffing::{self, NameError, ShownName, SignInName},
    },
    service::{
        account::{
            AccountError, Accounts, ChosenPassword, Cost, Hasher, NewAccount, Password,
            PasswordError, add_demo_staff,
        },
        database::{Database, OpenError},
        jobs,
        journal::sqlite::Sqlite,
        records::{
            AuditEntry, Author, Records, RecordsError, SqliteRecords, Subject, announce_demo,
            forget_old_counts, help_each_other_out, open_round_the_clock, version_of_regions,
        },
        runtime::{Runtime, System},
        switchboard::{Failure, Switchboard},
    },
};

/// How often sessions that nobody uses are ended.
const EXPIRY: Duration = Duration::from_mins(15);

/// How often is looked for what has been kept long enough.
const FORGETTING: Duration = Duration::from_hours(6);

/// What the installation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Real visitors.
    Real,
    /// A demonstration, with its accounts, on a clock moved by `shift`.
    Demo {
        /// When it is open.
        opening: Opening,
        /// How far the clock is moved.
        shift: SignedDuration,
    },
}

/// Somebody to add to the staff, as written on the command line.
#[derive(Debug)]
pub struct NewStaff {
    /// The name to sign in with.
    pub name: String,
    /// The name that visitors see.
    pub shown: String,
    /// The short name of the region; administrators have none.
    pub region: Option<String>,
    /// What they may do.
    pub role: Role,
    /// The password.
    pub password: Zeroizing<String>,
}

/// Why an installation cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum InstallationError {
    /// There is no data in the folder.
    #[error("there is no data in {}", .0.display())]
    Missing(PathBuf),
    /// The data cannot be opened.
    #[error("cannot use the data in {}: {source}", path.display())]
    Unusable {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: OpenError,
    },
    /// The region is none.
    #[error("there is no region {0:?}; write it as in an address, such as utrecht")]
    UnknownRegion(String),
    /// Whoever works for a region needs one.
    #[error("{0} belongs to a region: write which, such as --region utrecht")]
    WithoutRegion(&'static str),
    /// An administrator was given a region.
    #[error("an administrator belongs to no region: leave out --region")]
    WithRegion,
    /// The name that visitors see would tell them the name to sign in with.
    #[error("the shown name must not be the name to sign in with: visitors see it")]
    SameName,
    /// A name cannot be used.
    #[error(transparent)]
    Name(#[from] NameError),
    /// A password cannot be used.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The account was not made.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The records refuse.
    #[error(transparent)]
    Records(#[from] RecordsError),
    /// The queue and the conversations cannot be read.
    #[error("cannot go on from what is stored: {0}")]
    Service(#[from] Failure),
    /// The system gives no threads.
    #[error("the system refused to start the program's threads: {0}")]
    Threads(#[from] io::Error),
}

/// An installation, opened.
pub struct Installation {
    database: Database,
    records: Arc<dyn Records>,
    runtime: Arc<dyn Runtime>,
    mode: Mode,
}

impl Installation {
    /// Opens the data in `folder` to serve it; made when it is not there.
    pub fn open(folder: &Path, mode: Mode) -> Result<Self, InstallationError> {
        Self::with(Database::open(folder), folder, mode)
    }

    /// Opens the data in `folder` beside a process that may be serving it.
    pub fn open_beside(folder: &Path) -> Result<Self, InstallationError> {
        Self::with(Database::open_beside(folder), folder, Mode::Real)
    }

    /// Opens data that must be there already, to look at it.
    pub fn open_existing(folder: &Path) -> Result<Self, InstallationError> {
        if !Database::is_in(folder) {
            return Err(InstallationError::Missing(folder.to_owned()));
        }
        Self::open_beside(folder)
    }

    fn with(
        database: Result<Database, OpenError>,
        folder: &Path,
        mode: Mode,
    ) -> Result<Self, InstallationError> {
        let unusable = |source| InstallationError::Unusable { path: folder.to_owned(), source };
        let database = database.map_err(unusable)?;
        let records = SqliteRecords::open(database.connect().map_err(unusable)?)?;
        let shift = match mode {
            Mode::Real => SignedDuration::ZERO,
            Mode::Demo { shift, .. } => shift,
        };
        let (records, runtime) = (Arc::new(records), Arc::new(System::shifted(shift)));
        Ok(Self { database, records, runtime, mode })
    }

    /// Adds somebody to the staff.
    pub async fn add_staff(&self, staff: NewStaff) -> Result<(), InstallationError> {
        let published = self.records.published();
        let region = |who| -> Result<RegionId, InstallationError> {
            let slug = staff.region.as_ref().ok_or(InstallationError::WithoutRegion(who))?;
            let found = published.regions.by_slug(slug);
            found
                .map(|region| region.id)
                .ok_or_else(|| InstallationError::UnknownRegion(slug.clone()))
        };
        let role = match staff.role {
            Role::Worker => staffing::Role::Worker(region("a worker")?),
            Role::Coordinator => staffing::Role::Coordinator(region("a coordinator")?),
            Role::Administrator if staff.region.is_some() => {
                return Err(InstallationError::WithRegion);
            }
            Role::Administrator => staffing::Role::Administrator,
        };
        let account = NewAccount {
            sign_in_name: SignInName::parse(&staff.name)?,
            shown_name: ShownName::parse(&staff.shown)?,
            role,
        };
        if account.shown_name.as_str().to_lowercase() == account.sign_in_name.as_str() {
            return Err(InstallationError::SameName);
        }
        let password = Password::typed(staff.password.as_str().to_owned());
        let password = ChosenPassword::choose(password, &[&staff.name, &staff.shown])?;
        let about = Subject::from(&account.shown_name);
        self.accounts()?.add(account, password).await?;
        let (at, who) = (self.runtime.now(), Author::CommandLine);
        let entry = AuditEntry { at, who, region: role.region(), what: Deed::Added, about };
        self.records.note(entry).await?;
        Ok(())
    }

    /// The organisations and their municipalities.
    #[must_use]
    pub fn regions(&self) -> Regions {
        self.records.published().regions.clone()
    }

    /// Replaces the organisations and their municipalities, unless they are no longer `before`.
    pub async fn set_regions(
        &self,
        before: &Regions,
        after: Regions,
    ) -> Result<(), InstallationError> {
        self.records.set_regions(version_of_regions(before), after).await?;
        let entry = AuditEntry {
            at: self.runtime.now(),
            who: Author::CommandLine,
            region: None,
            what: Deed::MunicipalitiesImported,
            about: Subject::named(""),
        };
        Ok(self.records.note(entry).await?)
    }

    /// Starts everything that works behind the server functions. Streams end when `stopping` is
    /// cancelled.
    pub async fn start(
        &self,
        stopping: CancellationToken,
        measures: Arc<Measures>,
    ) -> Result<Rooms, InstallationError> {
        let accounts = Arc::new(self.accounts()?);
        if let Mode::Demo { opening, .. } = self.mode {
            match opening {
                Opening::Always => open_round_the_clock(self.records.as_ref()).await?,
                Opening::Office => announce_demo(self.records.as_ref()).await?,
            }
            help_each_other_out(self.records.as_ref()).await?;
            add_demo_staff(&accounts).await?;
        }
        let journal =
            Sqlite::open(&self.database, Arc::clone(&self.runtime)).map_err(|source| {
                InstallationError::Unusable { path: self.database.file().to_owned(), source }
            })?;
        let switchboard = Switchboard::start(
            Arc::new(Measured::new(journal, measures)),
            Arc::clone(&self.records),
            Arc::clone(&self.runtime),
            DeskRules::default(),
            stopping,
        )
        .await?;
        jobs::start(&switchboard);
        expire(Arc::clone(&accounts), &self.runtime, switchboard.stopping().clone());
        forget(Arc::clone(&self.records), &self.runtime, switchboard.stopping().clone());
        Ok(Rooms { switchboard, accounts, records: Arc::clone(&self.records) })
    }

    fn accounts(&self) -> Result<Accounts, InstallationError> {
        let hasher = Hasher::on_threads(Cost::Standard)?;
        Ok(Accounts::new(Arc::clone(&self.records), Arc::clone(&self.runtime), hasher))
    }
}

/// Ends sessions that nobody uses, for as long as the process runs.
fn expire(accounts: Arc<Accounts>, runtime: &Arc<dyn Runtime>, stopping: CancellationToken) {
    let clock = Arc::clone(runtime);
    runtime.spawn(Box::pin(async move {
        while !stopping.is_cancelled() {
            if let Err(error) = accounts.expire().await {
                tracing::error!(%error, "sessions that nobody uses could not be ended");
            }
            tokio::select! {
                () = stopping.cancelled() => {}
                () = clock.sleep(EXPIRY) => {}
            }
        }
    }));
}

/// Forgets what has been kept long enough, for as long as the process runs.
fn forget(records: Arc<dyn Records>, runtime: &Arc<dyn Runtime>, stopping: CancellationToken) {
    let clock = Arc::clone(runtime);
    runtime.spawn(Box::pin(async move {
        while !stopping.is_cancelled() {
            if let Err(error) = forget_old_counts(records.as_ref(), clock.now()).await {
                tracing::error!(%error, "old counts could not be forgotten");
            }
            tokio::select! {
                () = stopping.cancelled() => {}
                () = clock.sleep(FORGETTING) => {}
            }
        }
    }));
}
