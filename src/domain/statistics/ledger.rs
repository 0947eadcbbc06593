//! What was counted, put together to be asked by region and period.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    measure::Measure,
    period::Period,
    week_hour::{Quarter, WeekHour},
};
use crate::domain::ids::RegionId;

/// Whom figures are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// One organisation.
    Region(RegionId),
    /// All organisations together.
    All,
}

impl Scope {
    pub(super) fn has(self, region: Option<RegionId>) -> bool {
        match self {
            Self::All => true,
            Self::Region(own) => region == Some(own),
        }
    }
}

/// The counts of some periods, all regions'. Where a region is `None`, none was chosen yet.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    numbers: BTreeMap<(Measure, Option<RegionId>, Date), u64>,
    hours: BTreeMap<(Measure, Option<RegionId>, Quarter, WeekHour), u64>,
    regions: BTreeSet<RegionId>,
    helpers: BTreeSet<RegionId>,
}

impl Ledger {
    /// Notes what was counted on a day; noting the same again changes nothing.
    pub fn note(&mut self, measure: Measure, region: Option<RegionId>, day: Date, number: u64) {
        self.regions.extend(region);
        if let Measure::HelpedBy(helper) = measure {
            self.helpers.insert(helper);
        }
        self.numbers.insert((measure, region, day), number);
    }

    /// Notes what was counted in an hour of the week over a quarter.
    pub fn note_hour(
        &mut self,
        measure: Measure,
        region: Option<RegionId>,
        hour: (Quarter, WeekHour),
        number: u64,
    ) {
        self.regions.extend(region);
        self.hours.insert((measure, region, hour.0, hour.1), number);
    }

    /// How often this happened there and then.
    #[must_use]
    pub fn sum(&self, measure: Measure, scope: Scope, period: Period) -> u64 {
        let days = (period.first(), period.last());
        let range = match scope {
            Scope::Region(region) => {
                let region = Some(region);
                (measure, region, days.0)..=(measure, region, days.1)
            }
            Scope::All => {
                let last = Some(RegionId(u16::MAX));
                (measure, None, Date::MIN)..=(measure, last, Date::MAX)
            }
        };
        let found = self.numbers.range(range).filter(|((_, _, day), _)| period.has(*day));
        found.map(|(_, number)| number).sum()
    }

    /// How often this happened in this hour of the weeks of a quarter.
    #[must_use]
    pub fn in_hour(&self, measure: Measure, scope: Scope, quarter: Quarter, hour: WeekHour) -> u64 {
        let regions: Vec<Option<RegionId>> = match scope {
            Scope::Region(region) => vec![Some(region)],
            Scope::All => std::iter::once(None).chain(self.regions().map(Some)).collect(),
        };
        let found = regions
            .into_iter()
            .filter_map(|region| self.hours.get(&(measure, region, quarter, hour)));
        found.sum()
    }

    /// The regions in which anything was counted.
    pub fn regions(&self) -> impl Iterator<Item = RegionId> {
        self.regions.iter().copied()
    }

    /// The regions whose workers helped visitors of another.
    pub(super) fn helpers(&self) -> impl Iterator<Item = RegionId> {
        self.helpers.iter().copied()
    }

    /// Whether anything was counted there and then.
    #[must_use]
    pub fn has_anything(&self, scope: Scope, period: Period) -> bool {
        self.numbers.keys().any(|(_, region, day)| scope.has(*region) && period.has(*day))
    }
}
