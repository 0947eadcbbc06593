//! Signing in: passwords, attempts, sessions.
//!
//! Whoever asks learns nothing from a refusal: an unknown name, a wrong password and the time that
//! either takes are the same. No address is ever looked at; what is limited is attempts.

mod attempts;
mod demo;
mod hasher;
mod password;
#[cfg(test)]
mod tests;
mod token;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

pub use demo::add_demo_staff;
pub use hasher::{Cost, Hasher};
pub use password::{ChosenPassword, Password, PasswordError};
pub use token::{DeviceToken, SessionToken};

use self::attempts::{Attempts, Origin};
use super::{
    records::{
        DeviceHash, NewSession, NewStaff, PasswordHash, Records, RecordsError, SessionId,
        StaffMember,
    },
    runtime::Runtime,
};
use crate::domain::{
    conversation::ShiftPublic,
    ids::{RegionId, StaffId},
    secret::Share,
    staffing::{Role, ShownName, SignInName},
};

/// How long a session lasts that nobody uses.
pub const IDLE: Duration = Duration::from_hours(12);

/// How long a browser is remembered after the last time that somebody signed in there.
pub const DEVICE_MEMORY: Duration = Duration::from_hours(24 * 90);

/// How exactly the last use of a session is recorded, so that not every request writes.
const TOUCH: Duration = Duration::from_mins(1);

/// Why somebody is not signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The name or the password is wrong; nobody is told which.
    #[error("the name or the password is wrong")]
    Refused,
    /// There were too many attempts.
    #[error("too many attempts")]
    TooMany {
        /// How long to wait for the next one.
        wait: Duration,
    },
    /// The password could not be checked.
    #[error(transparent)]
    Internal(#[from] AccountError),
}

/// Why an account cannot be used or made.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The records refuse.
    #[error(transparent)]
    Records(#[from] RecordsError),
    /// A password cannot be hashed.
    #[error("a password cannot be hashed")]
    Hashing,
}

/// What somebody typed into the form, and what their browser sent along.
#[derive(Debug)]
pub struct SignIn {
    /// The name as typed.
    pub name: String,
    /// The password as typed.
    pub password: Password,
    /// What the browser got when somebody signed in there before.
    pub device: Option<DeviceToken>,
    /// The session that the browser still has; it ends when the new one starts.
    pub previous: Option<SessionToken>,
}

/// Somebody has signed in.
#[derive(Debug)]
pub struct Welcome {
    /// What the browser shows from now on; only its hash is kept here.
    pub token: SessionToken,
    /// What the browser shows when somebody signs in again.
    pub device: DeviceToken,
    /// Who it is.
    pub who: SignedIn,
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// This time of being signed in.
    pub session: SessionId,
    /// Who it is.
    pub staff: StaffId,
    /// The name that visitors and colleagues see.
    pub shown_name: ShownName,
    /// What they may do, and where.
    pub role: Role,
    /// The regions they work for beside the one of their role.
    pub further: Vec<RegionId>,
    /// The server's half of what seals the desk tab's shift key over a reload.
    pub share: Share,
    /// The public half of the shift key, once a desk tab has registered it.
    pub shift_key: Option<ShiftPublic>,
}

impl SignedIn {
    /// The region they belong to; none for an administrator.
    #[must_use]
    pub const fn region(&self) -> Option<RegionId> {
        self.role.region()
    }

    /// All regions that they may help the visitors of, the own one first; none for an
    /// administrator.
    #[must_use]
    pub fn regions(&self) -> Vec<RegionId> {
        let Some(own) = self.region() else { return Vec::new() };
        let further = self.further.iter().copied().filter(|region| *region != own);
        std::iter::once(own).chain(further).collect()
    }
}

/// Somebody who gets an account.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// What they type to sign in.
    pub sign_in_name: SignInName,
    /// What visitors and colleagues see.
    pub shown_name: ShownName,
    /// What they may do.
    pub role: Role,
}

/// The accounts of the staff.
pub struct Accounts {
    records: Arc<dyn Records>,
    runtime: Arc<dyn Runtime>,
    hasher: Hasher,
    attempts: Mutex<Attempts>,
    /// A hash that no password has: what is checked for a name that nobody has.
    nobody: PasswordHash,
}

impl Accounts {
    /// The accounts in these records.
    #[must_use]
    pub fn new(records: Arc<dyn Records>, runtime: Arc<dyn Runtime>, hasher: Hasher) -> Self {
        let mut random = [0; 48];
        runtime.fill(&mut random);
        let nobody = hasher.hash_of_nobody(&random);
        Self { records, runtime, hasher, attempts: Mutex::default(), nobody }
    }

    /// Adds somebody to the staff. Errors: [`RecordsError::NameTaken`],
    /// [`RecordsError::UnknownRegion`].
    pub async fn add(
        &self,
        account: NewAccount,
        password: ChosenPassword,
    ) -> Result<StaffId, AccountError> {
        let mut salt = [0; 16];
        self.runtime.fill(&mut salt);
        let password = self.hasher.hash(password.into(), salt).await?;
        let NewAccount { sign_in_name, shown_name, role } = account;
        let new = NewStaff { sign_in_name, shown_name, password, role };
        Ok(self.records.add_staff(new).await?)
    }

    /// Checks the password and starts a session.
    pub async fn sign_in(&self, attempt: SignIn) -> Result<Welcome, SignInError> {
        let name = SignInName::parse(&attempt.name).ok();
        let found = match name.clone() {
            Some(name) => self.records.credentials(name).await.map_err(AccountError::from)?,
            None => None,
        };
        let (member, hash) = match found {
            Some(found) => (Some(found.member), found.password),
            None => (None, self.nobody.clone()),
        };
        let device = attempt.device.as_ref().map(DeviceToken::hash);
        let from = match device {
            Some(device) if self.is_known(device, member.as_ref()).await? => Origin::Known(device),
            _ => Origin::Anywhere(name),
        };
        self.attempts(|attempts| attempts.take(&from, self.runtime.now()))
            .map_err(|wait| SignInError::TooMany { wait })?;
        let right = self.hasher.verify(attempt.password, hash).await?;
        let Some(member) = member.filter(|_| right) else { return Err(SignInError::Refused) };
        // Whoever knows the password has not used up an attempt.
        self.attempts(|attempts| attempts.give_back(&from));
        Ok(self.welcome(member, attempt.device, attempt.previous).await?)
    }

    /// Asks also when nobody has the name, so that the answer takes as long.
    async fn is_known(
        &self,
        device: DeviceHash,
        member: Option<&StaffMember>,
    ) -> Result<bool, AccountError> {
        let staff = member.map_or(StaffId(0), |member| member.id);
        Ok(self.records.knows_device(device, staff).await?)
    }

    async fn welcome(
        &self,
        member: StaffMember,
        device: Option<DeviceToken>,
        previous: Option<SessionToken>,
    ) -> Result<Welcome, AccountError> {
        if let Some(previous) = previous {
            self.sign_out(&previous).await?;
        }
        let now = self.runtime.now();
        let token = SessionToken::from_bytes(self.random());
        let share = Share::from_bytes(self.random());
        let device = device.unwrap_or_else(|| DeviceToken::from_bytes(self.random()));
        self.records.remember_device(device.hash(), member.id, now).await?;
        let new = NewSession {
            token: token.hash(),
            staff: member.id,
            share: share.clone(),
            created: now,
        };
        let session = self.records.start_session(new).await?;
        let StaffMember { id: staff, shown_name, role, further, .. } = member;
        let who = SignedIn { session, staff, shown_name, role, further, share, shift_key: None };
        Ok(Welcome { token, device, who })
    }

    /// Who shows this token; `None` when the session has ended or was not used for [`IDLE`].
    pub async fn who_is(&self, token: &SessionToken) -> Result<Option<SignedIn>, AccountError> {
        let Some(session) = self.records.session(token.hash()).await? else { return Ok(None) };
        let now = self.runtime.now();
        let unused = now.since(session.last_seen);
        if unused > IDLE {
            self.records.end_session(session.id).await?;
            return Ok(None);
        }
        if unused >= TOUCH {
            self.records.touch_session(session.id, now).await?;
        }
        let StaffMember { id: staff, shown_name, role, further, .. } = session.staff;
        Ok(Some(SignedIn {
            session: session.id,
            staff,
            shown_name,
            role,
            further,
            share: session.share,
            shift_key: session.shift_key,
        }))
    }

    /// Ends the session with this token; does nothing when it has ended.
    pub async fn sign_out(&self, token: &SessionToken) -> Result<(), AccountError> {
        if let Some(session) = self.records.session(token.hash()).await? {
            self.records.end_session(session.id).await?;
        }
        Ok(())
    }

    /// Ends every session of somebody; tells how many there were.
    pub async fn sign_out_everywhere(&self, staff: StaffId) -> Result<usize, AccountError> {
        Ok(self.records.end_sessions_of(staff).await?)
    }

    /// Ends the sessions that nobody used for [`IDLE`] and forgets browsers after
    /// [`DEVICE_MEMORY`]; tells how many sessions ended.
    pub async fn expire(&self) -> Result<usize, AccountError> {
        let now = self.runtime.now();
        self.records.forget_devices_idle_since(now - DEVICE_MEMORY).await?;
        Ok(self.records.end_sessions_idle_since(now - IDLE).await?)
    }

    fn attempts<T>(&self, work: impl FnOnce(&mut Attempts) -> T) -> T {
        // Counting attempts leaves nothing half done.
        work(&mut self.attempts.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn random(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.runtime.fill(&mut bytes);
        bytes
    }
}
