//! Which regions help which others out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::ids::RegionId;

/// For every region the regions whose workers may help its visitors, once those agree.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Backups(BTreeMap<RegionId, Vec<RegionId>>);

impl Backups {
    /// The regions that back this one up, in order of their numbers.
    #[must_use]
    pub fn of(&self, region: RegionId) -> &[RegionId] {
        self.0.get(&region).map_or(&[], Vec::as_slice)
    }
}

impl FromIterator<(RegionId, RegionId)> for Backups {
    /// From pairs of a region and one that backs it up. No region backs up itself, and a pair
    /// counts once.
    fn from_iter<I: IntoIterator<Item = (RegionId, RegionId)>>(pairs: I) -> Self {
        let mut backups: BTreeMap<RegionId, Vec<RegionId>> = BTreeMap::new();
        for (region, backup) in pairs.into_iter().filter(|(region, backup)| region != backup) {
            backups.entry(region).or_default().push(backup);
        }
        for regions in backups.values_mut() {
            regions.sort_unstable();
            regions.dedup();
        }
        Self(backups)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_backed_up_by_others_once_each_and_never_by_itself() {
        let [one, two, three] = [RegionId(1), RegionId(2), RegionId(3)];
        let backups: Backups =
            [(one, three), (one, two), (one, three), (one, one), (two, two)].into_iter().collect();

        assert_eq!(backups.of(one), [two, three]);
        assert_eq!(backups.of(two), []);
        assert_eq!(backups.of(three), []);
    }
}
