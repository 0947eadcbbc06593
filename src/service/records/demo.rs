//! The demo's records.

use super::{Answer, Mode, Records};
use crate::domain::{hours::Hours, ids::RegionId};

/// The regions whose workers the demo has: they help everybody.
const HELPERS: [&str; 3] = ["utrecht", "twente", "ijsselland"];

/// Says that this is a demo. Doing it again changes nothing.
pub fn announce_demo(records: &dyn Records) -> Answer<'_, ()> {
    Box::pin(async move {
        let mut settings = records.published().settings.clone();
        settings.mode = Mode::Demo;
        records.set_settings(settings).await
    })
}

/// Opens every region day and night and says that this is a demo. Doing it again changes nothing.
pub fn open_round_the_clock(records: &dyn Records) -> Answer<'_, ()> {
    Box::pin(async move {
        let before = records.published();
        for (&region, hours) in &before.hours {
            if *hours != Hours::round_the_clock() {
                records.set_hours(region, Hours::round_the_clock()).await?;
            }
        }
        announce_demo(records).await
    })
}

/// Lets the regions that have workers in the demo back up every region. Doing it again changes
/// nothing.
pub fn help_each_other_out(records: &dyn Records) -> Answer<'_, ()> {
    Box::pin(async move {
        let published = records.published();
        let helpers = HELPERS.iter().filter_map(|slug| published.regions.by_slug(slug));
        let helpers: Vec<RegionId> = helpers.map(|region| region.id).collect();
        for region in published.regions.all() {
            records.set_backups(region.id, helpers.clone()).await?;
        }
        Ok(())
    })
}
