//! What lasts: who works here, who is signed in, and what the organisations decided (regions,
//! hours, backups, texts, settings).
//!
//! Nothing of a conversation is ever here. Of tokens, passwords and recovery codes only hashes are.
//! Two secrets are kept whole, and neither opens anything by itself: the server's share of a desk
//! tab's key, and what the codes of somebody's second factor are made from.

mod audit;
mod codes;
#[cfg(test)]
mod contract;
mod counts;
mod demo;
mod editing;
mod factors;
mod fingerprint;
mod installation;
mod invitations;
mod keeping;
mod people;
mod published;
mod questions;
mod registrations;
mod replies;
mod seed;
mod session;
mod settings;
mod sqlite;
mod staff;
mod table;

use std::sync::Arc;

use futures::future::BoxFuture;
use tokio::sync::watch;

pub use audit::{AuditEntry, AuditPlace, AuditRecords, AuditScope, Author, Subject};
pub use codes::{edition, edition_in_force, editions};
pub use counts::{Count, CountRecords, Counted, DeskTally, HourCount, Tally};
pub use demo::{announce_demo, help_each_other_out, open_round_the_clock};
pub use editing::{Change, EditRecords, Thing, Version};
pub use factors::{CodeStep, FactorRecords, FactorSecret, NewFactor};
pub use fingerprint::Fingerprint;
pub use installation::{InstallationRecords, version_of_regions};
pub use invitations::{
    Acceptance, Invitation, InvitationId, InvitationRecords, Invited, NewInvitation,
};
pub use keeping::forget_old_counts;
pub use people::{Factor, OwnSession, PeopleRecords, Standing};
pub use published::{Published, TextPlace, Texts, Words, WordsError};
pub use questions::QuestionRecords;
pub use registrations::{OwnAdvice, RegistrationRecords};
pub use replies::ReplyRecords;
pub use session::{
    DeviceHash, InvitationHash, NewSession, RecoveryHash, Session, SessionHash, SessionId,
};
pub use settings::{
    ExitAddress, FrameSite, FrameSites, Mode, Retention, RetentionMonths, ReturnWindow,
    SITES_LIMIT, SettingError, Settings,
};
pub use sqlite::SqliteRecords;
pub use staff::{Credentials, NewStaff, PasswordHash, StaffMember};
pub use table::{Edition, read_table};

use crate::domain::{
    conversation::ShiftPublic,
    hours::Hours,
    ids::{RegionId, StaffId},
    moment::Moment,
    staffing::SignInName,
};

/// Why something was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum RecordsError {
    /// Somebody else signs in under this name.
    #[error("this sign-in name is taken")]
    NameTaken,
    /// Nobody on the staff has this id.
    #[error("there is no such member of staff")]
    UnknownStaff,
    /// No region has this id.
    #[error("there is no such region")]
    UnknownRegion,
    /// The session has ended.
    #[error("the session has ended")]
    UnknownSession,
    /// There is no such invitation, or not any more.
    #[error("there is no such invitation")]
    UnknownInvitation,
    /// There is no such registration, or its day is over.
    #[error("there is no such registration of this day")]
    UnknownRegistration,
    /// There are as many as there may be.
    #[error("there are too many")]
    TooMany,
    /// Somebody else has changed it in the meantime.
    #[error("somebody else has changed it in the meantime")]
    Conflict,
    /// The engine failed; nothing was changed.
    #[error("the records cannot be used")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// What an answer of the records looks like.
pub type Answer<'a, T> = BoxFuture<'a, Result<T, RecordsError>>;

/// The port. What an answer confirms is on the disk.
pub trait Records:
    ReplyRecords
    + CountRecords
    + QuestionRecords
    + InstallationRecords
    + InvitationRecords
    + FactorRecords
    + PeopleRecords
    + AuditRecords
    + RegistrationRecords
    + EditRecords
    + Send
    + Sync
    + 'static
{
    /// Adds somebody to the staff. Errors: [`RecordsError::NameTaken`],
    /// [`RecordsError::UnknownRegion`].
    fn add_staff(&self, new: NewStaff) -> Answer<'_, StaffId>;

    /// Who signs in under this name, with the hash of the password.
    fn credentials(&self, name: SignInName) -> Answer<'_, Option<Credentials>>;

    /// The member of staff with this id.
    fn staff(&self, id: StaffId) -> Answer<'_, Option<StaffMember>>;

    /// The whole staff, in the order of joining.
    fn all_staff(&self) -> Answer<'_, Vec<StaffMember>>;

    /// Replaces the regions that somebody works for beside the own one. Errors:
    /// [`RecordsError::UnknownStaff`], [`RecordsError::UnknownRegion`].
    fn set_staff_regions(&self, id: StaffId, regions: Vec<RegionId>) -> Answer<'_, ()>;

    /// Starts a session. Errors: [`RecordsError::UnknownStaff`].
    fn start_session(&self, new: NewSession) -> Answer<'_, SessionId>;

    /// The session whose token has this hash.
    fn session(&self, token: SessionHash) -> Answer<'_, Option<Session>>;

    /// Notes that the session was used at `now`; never moves it back. Does nothing when the
    /// session has ended.
    fn touch_session(&self, id: SessionId, now: Moment) -> Answer<'_, ()>;

    /// Registers the public half of the shift key. Errors: [`RecordsError::UnknownSession`].
    fn set_shift_key(&self, id: SessionId, key: ShiftPublic) -> Answer<'_, ()>;

    /// Ends a session and erases its share; does nothing when it has ended.
    fn end_session(&self, id: SessionId) -> Answer<'_, ()>;

    /// Ends every session of a member of staff; tells how many there were.
    fn end_sessions_of(&self, staff: StaffId) -> Answer<'_, usize>;

    /// Ends every session that was last used before this moment; tells how many there were.
    fn end_sessions_idle_since(&self, moment: Moment) -> Answer<'_, usize>;

    /// Notes that somebody signed in from this browser at `now`. Errors:
    /// [`RecordsError::UnknownStaff`].
    fn remember_device(&self, device: DeviceHash, staff: StaffId, now: Moment) -> Answer<'_, ()>;

    /// Whether this member of staff signed in from this browser before.
    fn knows_device(&self, device: DeviceHash, staff: StaffId) -> Answer<'_, bool>;

    /// Forgets the browsers last used before this moment; tells how many there were.
    fn forget_devices_idle_since(&self, moment: Moment) -> Answer<'_, usize>;

    /// Replaces the hours of a region. Errors: [`RecordsError::UnknownRegion`].
    fn set_hours(&self, region: RegionId, hours: Hours) -> Answer<'_, ()>;

    /// Replaces the regions whose workers may help the visitors of a region, once those agree; the
    /// region itself is left out. Errors: [`RecordsError::UnknownRegion`].
    fn set_backups(&self, region: RegionId, backups: Vec<RegionId>) -> Answer<'_, ()>;

    /// Puts an organisation's own words in the place of a text; `None` brings the catalogue's
    /// back. Errors: [`RecordsError::UnknownRegion`].
    fn set_text(&self, place: TextPlace, words: Option<Words>) -> Answer<'_, ()>;

    /// Replaces the settings of the installation.
    fn set_settings(&self, settings: Settings) -> Answer<'_, ()>;

    /// What the organisations have decided, as it is now; cheap.
    fn published(&self) -> Arc<Published>;

    /// Tells when [`Self::published`] has changed. Changes close together may be told once.
    fn watch(&self) -> watch::Receiver<Arc<Published>>;
}
