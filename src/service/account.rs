//! Accounts: signing in, what proves who somebody is, who may change whose account.
//!
//! Whoever asks learns nothing from a refusal: an unknown name, a wrong password and the time that
//! either takes are the same. No address is ever looked at; what is limited is attempts.

mod attempts;
mod codes;
mod demo;
mod entering;
mod guessable;
mod half;
mod hasher;
mod joining;
mod once;
mod own;
mod password;
mod people;
mod recovery;
mod second_step;
#[cfg(test)]
mod tests;
mod token;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

#[cfg(any(test, fuzzing))]
pub use codes::is_right_code;
pub use codes::{Drift, Enrolment};
pub use demo::add_demo_staff;
pub use entering::{Entry, SignIn, SignInError, Welcome};
pub use hasher::{Cost, Hasher};
pub use joining::{INVITATION_VALID, JoinError};
pub use once::ShownOnce;
pub use own::OwnError;
pub use password::{ChosenPassword, Password, PasswordError};
pub use people::{People, PeopleError};
pub use recovery::{RECOVERY_CODES, RecoveryCode};
pub use second_step::{By, SecondStep, SecondStepError};
pub use token::{DeviceToken, HalfToken, InvitationToken, SessionToken};

use self::{
    attempts::{Attempts, Origin},
    half::Halves,
    once::InHand,
};
use super::{
    records::{
        AuditEntry, Author, Mode, NewStaff, PasswordHash, Records, RecordsError, SessionId,
        StaffMember, Standing, Subject,
    },
    runtime::Runtime,
};
use crate::domain::{
    audit::Deed,
    conversation::ShiftPublic,
    ids::{RegionId, StaffId},
    moment::Moment,
    secret::Share,
    staffing::{Role, ShownName, SignInName},
};

/// How long a session lasts that nobody uses.
pub const IDLE: Duration = Duration::from_hours(12);

/// How long a session lasts, however much it is used (NIST SP 800-63B-4 section 2.2.3): who works
/// with the chat signs in once a day.
pub const SESSION: Duration = Duration::from_hours(24);

/// How long a browser is remembered after the last time that somebody signed in there.
pub const DEVICE_MEMORY: Duration = Duration::from_hours(24 * 90);

/// How long somebody may do nothing before a session is locked.
pub const LOCK_AFTER: Duration = Duration::from_mins(15);

/// No month is longer.
const LONGEST_MONTH: Duration = Duration::from_hours(24 * 31);

/// How long a link that cannot be used any more is known, so that it can be said why.
const INVITATION_MEMORY: Duration = Duration::from_hours(24 * 30);

/// How exactly the last use of a session is recorded, so that not every request writes.
const TOUCH: Duration = Duration::from_mins(1);

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
    /// When they last did something, to the minute.
    pub last_active: Moment,
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
    halves: Mutex<Halves>,
    in_hand: Mutex<InHand>,
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
        Self {
            records,
            runtime,
            hasher,
            attempts: Mutex::default(),
            halves: Mutex::default(),
            in_hand: Mutex::default(),
            nobody,
        }
    }

    /// Adds somebody to the staff. Errors: [`RecordsError::NameTaken`],
    /// [`RecordsError::UnknownRegion`].
    pub async fn add(
        &self,
        account: NewAccount,
        password: ChosenPassword,
    ) -> Result<StaffId, AccountError> {
        let password = self.hash(password.into()).await?;
        let NewAccount { sign_in_name, shown_name, role } = account;
        let new = NewStaff { sign_in_name, shown_name, password, role };
        Ok(self.records.add_staff(new).await?)
    }

    /// Who shows this token; `None` when the session has ended, lasted for [`SESSION`], or was not
    /// used for [`IDLE`].
    pub async fn who_is(&self, token: &SessionToken) -> Result<Option<SignedIn>, AccountError> {
        let Some(session) = self.records.session(token.hash()).await? else { return Ok(None) };
        let now = self.runtime.now();
        let unused = now.since(session.last_seen);
        let over = unused > IDLE || now.since(session.created) > SESSION;
        if over || session.staff.standing == Standing::Disabled {
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
            last_active: session.last_active,
        }))
    }

    /// Notes that somebody did something themselves, which their page's own signs of life are not.
    /// It opens no lock.
    pub async fn note_activity(&self, who: &SignedIn) -> Result<(), AccountError> {
        let now = self.runtime.now();
        if now.since(who.last_active) >= TOUCH && !self.is_locked(who) {
            self.records.note_activity(who.session, now).await?;
        }
        Ok(())
    }

    /// Whether somebody did nothing for [`LOCK_AFTER`]: then the password is asked again.
    #[must_use]
    pub fn is_locked(&self, who: &SignedIn) -> bool {
        self.runtime.now().since(who.last_active) >= LOCK_AFTER
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

    /// Ends the sessions that nobody used for [`IDLE`], and forgets browsers after
    /// [`DEVICE_MEMORY`], old invitations, and after the months that the settings say who did what; tells how many
    /// sessions ended.
    pub async fn expire(&self) -> Result<usize, AccountError> {
        let now = self.runtime.now();
        self.records.forget_devices_idle_since(now - DEVICE_MEMORY).await?;
        self.records.forget_invitations_before(now - INVITATION_MEMORY).await?;
        let kept = self.records.published().settings.retention.log.months();
        self.records.forget_audit_before(now - LONGEST_MONTH * u32::from(kept)).await?;
        Ok(self.records.end_sessions_idle_since(now - IDLE).await?)
    }

    fn attempts<T>(&self, work: impl FnOnce(&mut Attempts) -> T) -> T {
        // Counting attempts leaves nothing half done.
        work(&mut self.attempts.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn halves<T>(&self, work: impl FnOnce(&mut Halves) -> T) -> T {
        work(&mut self.halves.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn in_hand<T>(&self, work: impl FnOnce(&mut InHand) -> T) -> T {
        work(&mut self.in_hand.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn random<const LENGTH: usize>(&self) -> [u8; LENGTH] {
        let mut bytes = [0; LENGTH];
        self.runtime.fill(&mut bytes);
        bytes
    }

    async fn hash(&self, password: Password) -> Result<PasswordHash, AccountError> {
        self.hasher.hash(password, self.random()).await
    }

    /// In the demo a second factor is made only by who wants one.
    fn is_demo(&self) -> bool {
        self.records.published().settings.mode == Mode::Demo
    }

    /// Writes down what somebody did, for an organisation or, without one, for the installation.
    async fn note(
        &self,
        who: Author,
        what: Deed,
        region: Option<RegionId>,
        about: Subject,
    ) -> Result<(), AccountError> {
        let at = self.runtime.now();
        Ok(self.records.note(AuditEntry { at, who, region, what, about }).await?)
    }
}
