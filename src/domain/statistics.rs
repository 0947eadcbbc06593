//! What is counted of the use of the chat, and what can be said of it.
//!
//! Counters only: per region and date, and per region, hour of the week and quarter; never a date
//! with an hour, never anything of one visit. What leaves here for a screen or a file has been
//! through [`super::suppression`].

mod counting;
mod figures;
mod ledger;
mod live;
mod measure;
mod period;
mod spread;
mod subject;
#[cfg(test)]
mod tests;
mod week_hour;

pub use counting::counted;
pub use figures::{Figures, Table, YEARS_BY_DAY};
pub use ledger::{Ledger, Scope};
pub use live::Live;
pub use measure::{GaveUp, LookedAt, Measure};
pub use period::{Kind, NoPeriod, Period};
pub use spread::{LENGTH_STEPS, Range, Scale, Spread, WAIT_STEPS};
pub use subject::{Line, Subject};
pub use week_hour::{Quarter, WeekHour};
