//! The tables of regions and municipalities.

use std::collections::BTreeSet;

use rusqlite::{Connection, Transaction, params};

use super::{RecordsError, Unreadable, hours};
use crate::{
    domain::{
        hours::Hours,
        ids::RegionId,
        region::{Kind, Municipality, Region, Regions},
    },
    service::records::{Fingerprint, version_of_regions},
};

/// Replaces the regions, unless they are no longer what the version says.
pub(super) fn change(
    transaction: &Transaction<'_>,
    version: &Fingerprint,
    after: &Regions,
) -> Result<(), RecordsError> {
    let before = load(transaction)?;
    if version_of_regions(&before) == *version {
        replace(transaction, &before, after)
    } else {
        Err(RecordsError::Conflict)
    }
}

pub(super) fn load(connection: &Connection) -> Result<Regions, RecordsError> {
    let mut found = connection.prepare_cached("SELECT id, name, slug, closed FROM region")?;
    let found = found.query_map([], |row| {
        let region = Region { id: RegionId(row.get(0)?), name: row.get(1)?, slug: row.get(2)? };
        Ok((region, row.get::<_, bool>(3)?))
    })?;
    let (mut regions, mut closed) = (Vec::new(), BTreeSet::new());
    for row in found {
        let (region, is_closed) = row?;
        if is_closed {
            closed.insert(region.id);
        }
        regions.push(region);
    }
    let mut found = connection.prepare_cached("SELECT name, region, kind FROM municipality")?;
    let municipalities = found
        .query_map([], |row| Ok((row.get(0)?, RegionId(row.get(1)?), row.get::<_, String>(2)?)))?
        .map(|row| {
            let (name, region, kind) = row?;
            let kind = Kind::from_code(&kind).ok_or(Unreadable("a kind of municipality"))?;
            Ok(Municipality { name, region, kind })
        })
        .collect::<Result<Vec<_>, RecordsError>>()?;
    Ok(Regions::new(regions, municipalities).closed_to_visitors(closed))
}

/// Adds what a new installation has.
pub(super) fn fill(transaction: &Transaction<'_>, regions: &Regions) -> Result<(), RecordsError> {
    replace(transaction, &Regions::default(), regions)
}

fn replace(
    transaction: &Transaction<'_>,
    before: &Regions,
    after: &Regions,
) -> Result<(), RecordsError> {
    if before.all().iter().any(|region| after.get(region.id).is_none()) {
        return Err(RecordsError::UnknownRegion);
    }
    // Two may take each other's names; a name with a number before it is nobody's.
    transaction
        .execute("UPDATE region SET name = id || ' ' || name, slug = id || ' ' || slug", [])?;
    let mut add = transaction.prepare_cached(
        "INSERT INTO region (id, name, slug, closed) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE
         SET name = excluded.name, slug = excluded.slug, closed = excluded.closed",
    )?;
    for region in after.all() {
        let closed = after.is_closed(region.id);
        add.execute(params![region.id.0, region.name, region.slug, closed])?;
        if before.get(region.id).is_none() {
            hours::set(transaction, region.id, &Hours::default())?;
        }
    }
    transaction.execute("DELETE FROM municipality", [])?;
    let mut add = transaction
        .prepare_cached("INSERT INTO municipality (name, region, kind) VALUES (?, ?, ?)")?;
    for place in after.municipalities() {
        add.execute(params![place.name, place.region.0, place.kind.code()])?;
    }
    Ok(())
}
