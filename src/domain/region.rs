//! The regions, the municipalities that belong to them, and what a visitor may type to find one.
//!
//! Which regions there are is data (`service::records` keeps it); here are its shape and the rules
//! of looking up. A visitor's words are matched where they were typed and never sent.

mod backups;
mod changes;
mod import;
mod name;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use backups::Backups;
pub use changes::{Changes, PlaceChange, RegionChange};
pub use import::{
    FAULTS_SHOWN, Fault, Faults, LINES_LIMIT, Line, NAME_LIMIT, REGIONS_LIMIT, Row, Table, Wrong,
};

use super::ids::RegionId;

/// One of the organisations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// Its number, which stays the same whatever it is called.
    pub id: RegionId,
    /// Its name, without "Veilig Thuis": "Noord- en Oost-Gelderland".
    pub name: String,
    /// Its name in an address: "noord-en-oost-gelderland".
    pub slug: String,
}

impl Region {
    /// A region with the slug that follows from its name.
    #[must_use]
    pub fn new(id: RegionId, name: &str) -> Self {
        Self { id, name: name.to_owned(), slug: name::slug(name) }
    }
}

/// What a name in the table of municipalities stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A municipality of today.
    Current,
    /// One that was merged into another, and whose name people still use.
    Former,
    /// Another name of a municipality of today: "Den Bosch".
    Alias,
}

impl Kind {
    /// The stable word for it in files and in storage.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Former => "former",
            Self::Alias => "alias",
        }
    }

    /// The kind with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Current, Self::Former, Self::Alias].into_iter().find(|kind| kind.code() == code)
    }
}

/// A municipality, or another name for one, and its region. A former one that was split between
/// regions stands there once for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// The name as people write it.
    pub name: String,
    /// The region it belongs to.
    pub region: RegionId,
    /// Whether it exists under this name.
    pub kind: Kind,
}

/// What typed words lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// One region.
    Region(RegionId),
    /// More than one, in order of their numbers: somebody has to choose.
    Several(Vec<RegionId>),
    /// None.
    Unknown,
}

/// All regions and municipalities of an installation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Regions {
    regions: Vec<Region>,
    municipalities: Vec<Municipality>,
    closed: BTreeSet<RegionId>,
}

impl Regions {
    /// These regions, put in order of their numbers, and these municipalities; one whose region is
    /// not among them is left out.
    #[must_use]
    pub fn new(mut regions: Vec<Region>, mut municipalities: Vec<Municipality>) -> Self {
        regions.sort_by_key(|region| region.id);
        municipalities.retain(|place| regions.iter().any(|region| region.id == place.region));
        Self { regions, municipalities, closed: BTreeSet::new() }
    }

    /// The same regions, of which these are closed to visitors: nobody can choose them, while
    /// their staff, hours and figures stay.
    #[must_use]
    pub fn closed_to_visitors(mut self, closed: impl IntoIterator<Item = RegionId>) -> Self {
        self.closed = closed.into_iter().filter(|id| self.get(*id).is_some()).collect();
        self
    }

    /// Whether visitors cannot choose this region any more.
    #[must_use]
    pub fn is_closed(&self, id: RegionId) -> bool {
        self.closed.contains(&id)
    }

    /// The regions named in a table of municipalities, numbered from 1 in the order of the
    /// alphabet.
    #[must_use]
    pub fn from_table(rows: &[(String, Kind, String)]) -> Self {
        let mut numbers: BTreeMap<&str, RegionId> =
            rows.iter().map(|(_, _, region)| (region.as_str(), RegionId::default())).collect();
        for (number, id) in (1..).zip(numbers.values_mut()) {
            *id = RegionId(number);
        }
        let municipalities = rows
            .iter()
            .filter_map(|(name, kind, region)| {
                let region = *numbers.get(region.as_str())?;
                Some(Municipality { name: name.clone(), region, kind: *kind })
            })
            .collect();
        let regions = numbers.iter().map(|(name, &id)| Region::new(id, name)).collect();
        Self::new(regions, municipalities)
    }

    /// The regions, in order of their numbers, those that are closed to visitors included.
    #[must_use]
    pub fn all(&self) -> &[Region] {
        &self.regions
    }

    /// The regions that visitors can choose, in order of their numbers.
    pub fn open(&self) -> impl Iterator<Item = &Region> {
        self.regions.iter().filter(|region| !self.is_closed(region.id))
    }

    /// The municipalities, former ones and aliases included.
    #[must_use]
    pub fn municipalities(&self) -> &[Municipality] {
        &self.municipalities
    }

    /// The region with this number.
    #[must_use]
    pub fn get(&self, id: RegionId) -> Option<&Region> {
        self.regions.iter().find(|region| region.id == id)
    }

    /// The region with this slug.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.slug == slug)
    }

    /// What the typed name of a region ("Utrecht", "Veilig Thuis Utrecht"), municipality, former
    /// municipality or alias leads to. Case, accents, spaces, hyphens and apostrophes do not
    /// matter. A region's own name goes before a municipality's; one that is closed to visitors is
    /// not found.
    #[must_use]
    pub fn find(&self, typed: &str) -> Match {
        let typed = name::typed_key(typed);
        if typed.is_empty() {
            return Match::Unknown;
        }
        let named = |region: &&Region| name::matches(&region.name, &typed);
        if let Some(region) = self.open().find(named) {
            return Match::Region(region.id);
        }
        let mut found: Vec<RegionId> = self
            .municipalities
            .iter()
            .filter(|place| !self.is_closed(place.region) && name::matches(&place.name, &typed))
            .map(|place| place.region)
            .collect();
        found.sort();
        found.dedup();
        match found[..] {
            [] => Match::Unknown,
            [only] => Match::Region(only),
            _ => Match::Several(found),
        }
    }
}
