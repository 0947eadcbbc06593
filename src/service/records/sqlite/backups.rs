//! The table of regions that help each other out.

use rusqlite::{Connection, Transaction};

use super::{RecordsError, published::check_region};
use crate::domain::{ids::RegionId, region::Backups};

pub(super) fn all(connection: &Connection) -> Result<Backups, RecordsError> {
    let mut found = connection.prepare_cached("SELECT region, backup FROM backup")?;
    let pairs = found.query_map([], |row| Ok((RegionId(row.get(0)?), RegionId(row.get(1)?))))?;
    Ok(pairs.collect::<Result<Backups, _>>()?)
}

pub(super) fn set(
    transaction: &Transaction<'_>,
    region: RegionId,
    backups: &[RegionId],
) -> Result<(), RecordsError> {
    check_region(transaction, region)?;
    transaction.execute("DELETE FROM backup WHERE region = ?", [region.0])?;
    let mut add = transaction.prepare_cached(
        "INSERT INTO backup (region, backup) VALUES (?, ?) ON CONFLICT DO NOTHING",
    )?;
    for backup in backups.iter().filter(|backup| **backup != region) {
        check_region(transaction, *backup)?;
        add.execute([region.0, backup.0])?;
    }
    Ok(())
}
