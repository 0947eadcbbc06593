//! Moments as lists show them.

use crate::{
    domain::{
        hours::{Civil, date_of},
        moment::Moment,
    },
    ui::office::stamp::Stamp,
};

/// How a moment reads in Amsterdam, to the minute.
pub(super) fn stamp(moment: Moment) -> Stamp {
    let Civil { month, day, hour, minute, .. } = Civil::of(moment, moment);
    Stamp { year: date_of(moment).year(), month, day, hour, minute }
}
