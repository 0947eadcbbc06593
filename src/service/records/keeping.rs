//! Forgetting what has been kept long enough.

use jiff::ToSpan;

use super::{Answer, Records};
use crate::domain::{hours::date_of, moment::Moment};

/// Forgets the counts that are older than the settings say. Doing it again changes nothing.
pub fn forget_old_counts(records: &dyn Records, now: Moment) -> Answer<'_, ()> {
    let kept = records.published().settings.retention.figures.months();
    records.forget_counts_before(date_of(now).saturating_sub(i64::from(kept).months()))
}
