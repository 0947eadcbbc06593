//! What changes about an account once it is there, and the sessions that somebody has.

use super::{Answer, PasswordHash, SessionId};
use crate::domain::{
    ids::{RegionId, StaffId},
    moment::Moment,
};

/// Whether an account may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It may.
    Active,
    /// It may not, until somebody enables it again.
    Disabled,
}

/// Whether somebody has a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Factor {
    /// Not yet, or not any more.
    Missing,
    /// An authenticator makes codes.
    Codes,
}

/// A session as its owner sees it: nothing says from where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnSession {
    /// Its number.
    pub id: SessionId,
    /// When it started.
    pub created: Moment,
    /// When it was last used, to the minute.
    pub last_seen: Moment,
}

/// The part of the port that changes accounts.
pub trait PeopleRecords: Send + Sync {
    /// Disables an account, which ends its sessions in the same step, or enables it. Errors:
    /// [`super::RecordsError::UnknownStaff`].
    fn set_standing(&self, staff: StaffId, standing: Standing) -> Answer<'_, ()>;

    /// The hash of somebody's password. Errors: [`super::RecordsError::UnknownStaff`].
    fn password_of(&self, staff: StaffId) -> Answer<'_, PasswordHash>;

    /// Replaces a password and ends every session of this person but `kept`. Errors:
    /// [`super::RecordsError::UnknownStaff`].
    fn set_password(
        &self,
        staff: StaffId,
        password: PasswordHash,
        kept: SessionId,
    ) -> Answer<'_, ()>;

    /// Lets somebody work for a further region. Errors: [`super::RecordsError::UnknownStaff`],
    /// [`super::RecordsError::UnknownRegion`].
    fn add_staff_region(&self, staff: StaffId, region: RegionId) -> Answer<'_, ()>;

    /// Takes a further region from somebody; does nothing when it is none of theirs.
    fn remove_staff_region(&self, staff: StaffId, region: RegionId) -> Answer<'_, ()>;

    /// Somebody's sessions, the oldest first.
    fn sessions_of(&self, staff: StaffId) -> Answer<'_, Vec<OwnSession>>;

    /// Ends a session if it is this person's; tells whether it was.
    fn end_own_session(&self, staff: StaffId, session: SessionId) -> Answer<'_, bool>;

    /// Ends every session of this person but `kept`; tells how many there were.
    fn end_other_sessions(&self, staff: StaffId, kept: SessionId) -> Answer<'_, usize>;

    /// Notes that its person did something with a session at `now`; never moves it back.
    fn note_activity(&self, session: SessionId, now: Moment) -> Answer<'_, ()>;
}
