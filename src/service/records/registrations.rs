//! Registrations of advices, and how many are still to be made.

use jiff::civil::Date;

use super::Answer;
use crate::domain::{
    advice::{Advice, Month, Owed},
    ids::{RegionId, RegistrationId, StaffId},
};

/// What advices that were not registered in time are counted as.
pub(super) const MISSED: &str = "advice.missed";

/// What conversations without an advice are counted as.
pub(super) const NONE: &str = "advice.none";

/// A worker's own registration of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnAdvice {
    /// Its name until the day is over.
    pub id: RegistrationId,
    /// What it says.
    pub advice: Advice,
}

/// The part of the port about registrations. Every `day` is one in Amsterdam.
pub trait RegistrationRecords: Send + Sync {
    /// Notes that a worker has one more advice to register. Errors:
    /// [`super::RecordsError::UnknownStaff`], [`super::RecordsError::UnknownRegion`].
    fn owe_advice(&self, staff: StaffId, day: Date, owed: Owed) -> Answer<'_, ()>;

    /// What a worker has yet to register of this day, and how many of each.
    fn owed_advices(&self, staff: StaffId, day: Date) -> Answer<'_, Vec<(Owed, u32)>>;

    /// A worker says that one of the conversations was no advice: it is counted, and `left` like it
    /// are owed from now on. Does nothing when that many are owed already. Errors:
    /// [`super::RecordsError::UnknownRegistration`] when it is not one more than that.
    fn waive_advice(&self, staff: StaffId, day: Date, owed: Owed, left: u32) -> Answer<'_, ()>;

    /// Adds a registration, in place of one that was owed if there is one like `instead_of`; or
    /// corrects the one of this worker and day with this id. Errors:
    /// [`super::RecordsError::UnknownStaff`], [`super::RecordsError::UnknownRegion`];
    /// [`super::RecordsError::UnknownRegistration`] when the id is another worker's or day's.
    fn register_advice(
        &self,
        staff: StaffId,
        day: Date,
        own: OwnAdvice,
        instead_of: Option<Owed>,
    ) -> Answer<'_, ()>;

    /// A worker's registrations of this day; their order says nothing.
    fn own_advices(&self, staff: StaffId, day: Date) -> Answer<'_, Vec<OwnAdvice>>;

    /// Removes a worker's registration of this day; does nothing when there is none.
    fn remove_advice(&self, staff: StaffId, day: Date, id: RegistrationId) -> Answer<'_, ()>;

    /// All registrations of a region in these months, both included, those of today too; their
    /// order within a month says nothing.
    fn advices(&self, region: RegionId, from: Month, to: Month)
    -> Answer<'_, Vec<(Month, Advice)>>;

    /// Ends every day before `today`: its registrations lose day, worker and name, and what was
    /// still owed is counted as missed and forgotten. Again does nothing.
    fn close_days(&self, today: Date) -> Answer<'_, ()>;
}
