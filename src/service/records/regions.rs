//! The organisations and their municipalities, replaced as a whole.

use super::{Answer, Version};
use crate::domain::region::Regions;

/// The part of the port that changes the regions.
pub trait RegionRecords: Send + Sync {
    /// Replaces the regions and municipalities. New regions get the default hours; none is ever
    /// removed, so `after` has every region that there is. Errors:
    /// [`super::RecordsError::Conflict`] when what is stored is no longer what `version` says,
    /// [`super::RecordsError::UnknownRegion`] when a region that there is lacks in `after`.
    fn set_regions(&self, version: Version, after: Regions) -> Answer<'_, ()>;
}

/// The version of the regions.
#[must_use]
pub fn version_of_regions(regions: &Regions) -> Version {
    let mut parts = Vec::new();
    for region in regions.all() {
        let closed = if regions.is_closed(region.id) { "closed" } else { "open" };
        parts.extend([region.id.0.to_string(), region.name.clone(), closed.to_owned()]);
    }
    for place in regions.municipalities() {
        let (region, kind) = (place.region.0.to_string(), place.kind.code().to_owned());
        parts.extend([place.name.clone(), region, kind]);
    }
    Version::of(parts.iter().map(String::as_str))
}
