//! What an administrator decides: the organisations with their municipalities, and the settings.

use jiff::civil::Date;

use super::{Answer, Fingerprint, Settings};
use crate::domain::region::Regions;

/// The part of the port that an administrator uses.
pub trait InstallationRecords: Send + Sync {
    /// Replaces the regions and municipalities. New regions get the default hours; none is ever
    /// removed, so `after` has every region that there is. Errors:
    /// [`super::RecordsError::Conflict`] when what is stored is no longer what `version` says,
    /// [`super::RecordsError::UnknownRegion`] when a region that there is lacks in `after`.
    fn set_regions(&self, version: Fingerprint, after: Regions) -> Answer<'_, ()>;

    /// Replaces what an administrator sets; the mode stays. Errors:
    /// [`super::RecordsError::Conflict`] when what is stored is no longer what `version` says.
    fn change_settings(&self, version: Fingerprint, settings: Settings) -> Answer<'_, ()>;

    /// Forgets what was counted on days before this one.
    fn forget_counts_before(&self, day: Date) -> Answer<'_, ()>;
}

/// The version of the regions.
#[must_use]
pub fn version_of_regions(regions: &Regions) -> Fingerprint {
    let mut parts = Vec::new();
    for region in regions.all() {
        let closed = if regions.is_closed(region.id) { "closed" } else { "open" };
        parts.extend([region.id.0.to_string(), region.name.clone(), closed.to_owned()]);
    }
    for place in regions.municipalities() {
        let (region, kind) = (place.region.0.to_string(), place.kind.code().to_owned());
        parts.extend([place.name.clone(), region, kind]);
    }
    Fingerprint::of(parts.iter().map(String::as_str))
}
