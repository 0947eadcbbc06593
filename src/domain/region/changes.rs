//! What differs between two states of the regions, for somebody to look at before it is done.

use std::collections::{BTreeMap, BTreeSet};

use super::{Kind, Municipality, Regions};
use crate::domain::ids::RegionId;

/// What happens to an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegionChange {
    /// A new one.
    Added(String),
    /// It gets another name and stays what it is.
    Renamed {
        /// The name until now.
        from: String,
        /// The name from now on.
        to: String,
    },
    /// Visitors cannot choose it any more; staff, hours and figures stay.
    Closed {
        /// Which.
        id: RegionId,
        /// Its name.
        name: String,
    },
    /// One that was closed to visitors can be chosen again.
    Reopened(String),
}

/// What happens to a municipality, or to another name for one. Organisations stand here by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceChange {
    /// It was not there.
    Added {
        /// The municipality.
        name: String,
        /// Its organisation.
        region: String,
    },
    /// It is there no more.
    Removed {
        /// The municipality.
        name: String,
        /// The organisation that it had.
        region: String,
    },
    /// It goes from one organisation to another.
    Moved {
        /// The municipality.
        name: String,
        /// The organisation until now.
        from: String,
        /// The organisation from now on.
        to: String,
    },
    /// It became a municipality of today, a former one, or another name.
    Kind {
        /// The municipality.
        name: String,
        /// What it was.
        from: Kind,
        /// What it is.
        to: Kind,
    },
}

/// All differences, in the order of the alphabet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Those of organisations.
    pub regions: Vec<RegionChange>,
    /// Those of municipalities.
    pub places: Vec<PlaceChange>,
}

impl Changes {
    /// What makes `after` out of `before`.
    #[must_use]
    pub fn between(before: &Regions, after: &Regions) -> Self {
        Self { regions: regions(before, after), places: places(before, after) }
    }

    /// True when nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.regions.is_empty() && self.places.is_empty()
    }
}

fn regions(before: &Regions, after: &Regions) -> Vec<RegionChange> {
    let mut changes = Vec::new();
    for region in after.all() {
        let Some(old) = before.get(region.id) else {
            changes.push(RegionChange::Added(region.name.clone()));
            continue;
        };
        if old.name != region.name {
            let (from, to) = (old.name.clone(), region.name.clone());
            changes.push(RegionChange::Renamed { from, to });
        }
        match (before.is_closed(region.id), after.is_closed(region.id)) {
            (false, true) => {
                changes.push(RegionChange::Closed { id: region.id, name: region.name.clone() });
            }
            (true, false) => changes.push(RegionChange::Reopened(region.name.clone())),
            _ => {}
        }
    }
    changes
}

fn places(before: &Regions, after: &Regions) -> Vec<PlaceChange> {
    let (old, new) = (by_name(before), by_name(after));
    let names: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    let none = BTreeMap::new();
    let mut changes = Vec::new();
    for name in names {
        let (had, has) = (old.get(name).unwrap_or(&none), new.get(name).unwrap_or(&none));
        changes.extend(of_one(name, (before, had), (after, has)));
    }
    changes
}

/// The regions of one name, with its kind in each.
type Homes = BTreeMap<RegionId, Kind>;

fn by_name(regions: &Regions) -> BTreeMap<&str, Homes> {
    let mut found: BTreeMap<&str, Homes> = BTreeMap::new();
    for Municipality { name, region, kind } in regions.municipalities() {
        found.entry(name).or_default().insert(*region, *kind);
    }
    found
}

fn of_one(
    name: &str,
    (before, had): (&Regions, &Homes),
    (after, has): (&Regions, &Homes),
) -> Vec<PlaceChange> {
    let called = |regions: &Regions, id: RegionId| {
        regions.get(id).map(|region| region.name.clone()).unwrap_or_default()
    };
    let mut changes = Vec::new();
    for (region, from) in had {
        if let Some(to) = has.get(region)
            && from != to
        {
            changes.push(PlaceChange::Kind { name: name.to_owned(), from: *from, to: *to });
        }
    }
    let left: Vec<RegionId> = had.keys().filter(|id| !has.contains_key(id)).copied().collect();
    let come: Vec<RegionId> = has.keys().filter(|id| !had.contains_key(id)).copied().collect();
    if let ([from], [to]) = (&left[..], &come[..])
        && had[from] == has[to]
    {
        let (from, to) = (called(before, *from), called(after, *to));
        changes.push(PlaceChange::Moved { name: name.to_owned(), from, to });
        return changes;
    }
    changes.extend(
        left.into_iter()
            .map(|id| PlaceChange::Removed { name: name.to_owned(), region: called(before, id) }),
    );
    changes.extend(
        come.into_iter()
            .map(|id| PlaceChange::Added { name: name.to_owned(), region: called(after, id) }),
    );
    changes
}
