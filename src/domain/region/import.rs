//! A table of municipalities as somebody hands it in: which of its lines can be used, and what is
//! wrong with each of the others.

use std::collections::BTreeMap;

use super::{Kind, Municipality, Region, Regions, name};
use crate::domain::ids::RegionId;

/// How many lines a table may have.
pub const LINES_LIMIT: usize = 5_000;

/// How many organisations there may be, those that are closed to visitors included.
pub const REGIONS_LIMIT: usize = 500;

/// The longest name, in characters.
pub const NAME_LIMIT: usize = 100;

/// How many wrong lines are named at once.
pub const FAULTS_SHOWN: usize = 20;

/// One line of the table, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file, from 1.
    pub number: u64,
    /// The municipality.
    pub name: String,
    /// Whether it exists today, as a word.
    pub kind: String,
    /// The organisation.
    pub region: String,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The line that names the columns is not there or lacks this one.
    Header(&'static str),
    /// Fewer or more columns than the first line names.
    Columns {
        /// How many the first line names.
        expected: usize,
        /// How many this line has.
        found: usize,
    },
    /// Letters in another encoding than UTF-8.
    Encoding,
    /// No municipality.
    NoName,
    /// Not a name: longer than [`NAME_LIMIT`], without a letter, or with hidden characters.
    Name,
    /// Not `current`, `former` or `alias`.
    Kind,
    /// No organisation.
    NoRegion,
    /// Not the name of an organisation, in the same way as [`Self::Name`].
    Region,
    /// The organisation is spelled in another way on an earlier line.
    Spelling {
        /// The number of that line.
        first: u64,
    },
    /// An earlier line says the same.
    Twice {
        /// The number of that line.
        first: u64,
    },
    /// A municipality of today has another organisation on an earlier line.
    TwoRegions {
        /// The number of that line.
        first: u64,
    },
    /// There is nothing in the table.
    Empty,
    /// More than [`LINES_LIMIT`] lines, or more than [`REGIONS_LIMIT`] organisations.
    TooMany,
}

/// A line that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The number of the line in the file, from 1.
    pub line: u64,
    /// Why.
    pub wrong: Wrong,
}

/// Why a table cannot be used: at least one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults {
    first: Vec<Fault>,
    total: usize,
}

impl Faults {
    /// All of these; `None` when there is none.
    #[must_use]
    pub fn of(mut all: Vec<Fault>) -> Option<Self> {
        let total = all.len();
        all.sort_by_key(|fault| fault.line);
        all.truncate(FAULTS_SHOWN);
        (total > 0).then_some(Self { first: all, total })
    }

    /// A single one.
    #[must_use]
    pub fn one(line: u64, wrong: Wrong) -> Self {
        Self { first: vec![Fault { line, wrong }], total: 1 }
    }

    /// The first [`FAULTS_SHOWN`], in order of their lines.
    #[must_use]
    pub fn shown(&self) -> &[Fault] {
        &self.first
    }

    /// How many there are.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.total
    }
}

/// One municipality and its organisation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The municipality.
    pub name: String,
    /// The name of the organisation, without "Veilig Thuis".
    pub region: String,
    /// Whether the municipality exists today, under this name.
    pub kind: Kind,
}

/// A table without faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// Judges every line. `faults` are those that were found while they were read.
    pub fn judge(lines: &[Line], mut faults: Vec<Fault>) -> Result<Self, Faults> {
        let mut seen = Seen::default();
        let mut rows = Vec::new();
        for (place, line) in lines.iter().enumerate() {
            if place == LINES_LIMIT {
                faults.push(Fault { line: line.number, wrong: Wrong::TooMany });
                break;
            }
            match row(line).and_then(|row| seen.note(line.number, row)) {
                Ok(row) => rows.push(row),
                Err(wrong) => faults.push(Fault { line: line.number, wrong }),
            }
        }
        if lines.is_empty() && faults.is_empty() {
            return Err(Faults::one(1, Wrong::Empty));
        }
        if let Some(faults) = Faults::of(faults) {
            return Err(faults);
        }
        rows.sort();
        Ok(Self { rows })
    }

    /// What is stored, as a table of it would say: closed organisations are not in it.
    #[must_use]
    pub fn of(regions: &Regions) -> Self {
        let mut rows: Vec<Row> = regions
            .municipalities()
            .iter()
            .filter_map(|place| {
                let region = regions.get(place.region)?.name.clone();
                Some(Row { name: place.name.clone(), region, kind: place.kind })
            })
            .collect();
        rows.sort();
        Self { rows }
    }

    /// The rows, in order of the municipalities' names.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The regions as this table wants them, coming from those of `before`. Numbers stay: whoever
    /// has the same name, or the same municipalities of today under another name, is the same
    /// organisation. One that is not in the table is closed to visitors. Errors:
    /// [`Wrong::TooMany`] beyond [`REGIONS_LIMIT`] organisations.
    pub fn applied_to(&self, before: &Regions) -> Result<Regions, Wrong> {
        let mut wanted: BTreeMap<String, &str> =
            self.rows.iter().map(|row| (name::slug(&row.region), row.region.as_str())).collect();
        let (mut regions, mut gone) = (Vec::new(), Vec::new());
        for region in before.all() {
            match wanted.remove(&region.slug) {
                Some(name) => regions.push(Region::new(region.id, name)),
                None => gone.push(region),
            }
        }
        let mut last = before.all().iter().map(|region| region.id.0).max().unwrap_or(0);
        for name in wanted.into_values() {
            let renamed = gone.iter().position(|region| self.is_renamed(before, region.id, name));
            let id = match renamed {
                Some(place) => gone.remove(place).id,
                None => {
                    last = last.checked_add(1).ok_or(Wrong::TooMany)?;
                    RegionId(last)
                }
            };
            regions.push(Region::new(id, name));
        }
        if regions.len() + gone.len() > REGIONS_LIMIT {
            return Err(Wrong::TooMany);
        }
        let by_slug: BTreeMap<String, RegionId> =
            regions.iter().map(|region| (region.slug.clone(), region.id)).collect();
        let closed: Vec<RegionId> = gone.iter().map(|region| region.id).collect();
        regions.extend(gone.into_iter().cloned());
        let mut places: Vec<Municipality> = self
            .rows
            .iter()
            .filter_map(|row| {
                let region = *by_slug.get(&name::slug(&row.region))?;
                Some(Municipality { name: row.name.clone(), region, kind: row.kind })
            })
            .collect();
        places.sort_by(|one, other| (&one.name, one.region).cmp(&(&other.name, other.region)));
        Ok(Regions::new(regions, places).closed_to_visitors(closed))
    }

    /// True when the organisation has exactly the municipalities of today that the table gives to
    /// `name`.
    fn is_renamed(&self, before: &Regions, id: RegionId, name: &str) -> bool {
        let mut had: Vec<&str> = before
            .municipalities()
            .iter()
            .filter(|place| place.region == id && place.kind == Kind::Current)
            .map(|place| place.name.as_str())
            .collect();
        let mut has: Vec<&str> = self
            .rows
            .iter()
            .filter(|row| row.region == name && row.kind == Kind::Current)
            .map(|row| row.name.as_str())
            .collect();
        had.sort_unstable();
        has.sort_unstable();
        !has.is_empty() && had == has
    }
}

fn row(line: &Line) -> Result<Row, Wrong> {
    let (name, region) = (line.name.trim(), name::without_prefix(line.region.trim()));
    if name.is_empty() {
        return Err(Wrong::NoName);
    }
    if region.is_empty() {
        return Err(Wrong::NoRegion);
    }
    if !name::is_usable(name, NAME_LIMIT) {
        return Err(Wrong::Name);
    }
    if !name::is_usable(region, NAME_LIMIT) {
        return Err(Wrong::Region);
    }
    let kind = Kind::from_code(line.kind.trim()).ok_or(Wrong::Kind)?;
    Ok(Row { name: name.to_owned(), region: region.to_owned(), kind })
}

/// What earlier lines said, each with the number of its line.
#[derive(Default)]
struct Seen {
    spellings: BTreeMap<String, (String, u64)>,
    rows: BTreeMap<(String, String), u64>,
    today: BTreeMap<String, u64>,
}

impl Seen {
    fn note(&mut self, line: u64, row: Row) -> Result<Row, Wrong> {
        let slug = name::slug(&row.region);
        if let Some((spelled, first)) = self.spellings.get(&slug)
            && *spelled != row.region
        {
            return Err(Wrong::Spelling { first: *first });
        }
        let key = name::slug(&row.name);
        if let Some(&first) = self.rows.get(&(key.clone(), slug.clone())) {
            return Err(Wrong::Twice { first });
        }
        if row.kind == Kind::Current {
            if let Some(&first) = self.today.get(&key) {
                return Err(Wrong::TwoRegions { first });
            }
            self.today.insert(key.clone(), line);
        }
        self.rows.insert((key, slug.clone()), line);
        self.spellings.entry(slug).or_insert_with(|| (row.region.clone(), line));
        Ok(row)
    }
}

#[cfg(test)]
mod tests;
