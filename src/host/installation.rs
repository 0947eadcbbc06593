//! An installation: the data folder, opened, and the service on top of it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::SignedDuration;
use tokio_util::sync::CancellationToken;
use zeroize::Zeroizing;

use super::commands::Role;

/// What the installation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Real visitors.
    Real,
    /// A demonstration: open around the clock, with its accounts, on a clock moved by `shift`.
    Demo {
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
    /// The short name of the region.
    pub region: String,
    /// What they may do.
    pub role: Role,
    /// The password.
    pub password: Zeroizing<String>,
}

/// Why an installation cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum InstallationError {
    /// There is no such folder.
    #[error("there is no folder {}", .0.display())]
    Missing(PathBuf),
    /// The folder cannot be made or read.
    #[error("cannot use the folder {}: {source}", path.display())]
    Unusable {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Not built yet.
    #[error("this version cannot add staff yet")]
    NotYet,
}

/// An installation, opened.
#[derive(Debug)]
pub struct Installation {
    folder: PathBuf,
    mode: Mode,
}

impl Installation {
    /// Opens the data in `folder`, which is made when it is not there.
    pub fn open(folder: &Path, mode: Mode) -> Result<Self, InstallationError> {
        fs::create_dir_all(folder).map_err(|source| unusable(folder, source))?;
        Ok(Self { folder: folder.to_owned(), mode })
    }

    /// Opens data that must be there already.
    pub fn open_existing(folder: &Path) -> Result<Self, InstallationError> {
        match fs::read_dir(folder) {
            Ok(_) => Ok(Self { folder: folder.to_owned(), mode: Mode::Real }),
            Err(source) if source.kind() == io::ErrorKind::NotFound => {
                Err(InstallationError::Missing(folder.to_owned()))
            }
            Err(source) => Err(unusable(folder, source)),
        }
    }

    /// Adds somebody to the staff.
    pub fn add_staff(&self, staff: &NewStaff) -> Result<(), InstallationError> {
        let _ = (staff, &self.folder, self.mode);
        Err(InstallationError::NotYet)
    }

    /// What every request finds in its context. Streams end when `stopping` is cancelled.
    pub fn rooms(&self, stopping: CancellationToken) -> impl Fn() + Send + Sync + 'static {
        move || leptos::context::provide_context(stopping.clone())
    }
}

fn unusable(folder: &Path, source: io::Error) -> InstallationError {
    InstallationError::Unusable { path: folder.to_owned(), source }
}
