//! The table of who did what.

use rusqlite::{Connection, params};

use super::{RecordsError, SqliteRecords, Unreadable, names_nothing};
use crate::{
    domain::{
        audit::Deed,
        ids::{RegionId, StaffId},
        moment::Moment,
        staffing::ShownName,
    },
    service::records::{Answer, AuditEntry, AuditPlace, AuditRecords, AuditScope, Author, Subject},
};

impl AuditRecords for SqliteRecords {
    fn note(&self, entry: AuditEntry) -> Answer<'_, ()> {
        self.write(move |transaction| {
            let (staff, who) = match &entry.who {
                Author::Staff(staff, name) => (Some(staff.0), name.as_str()),
                Author::CommandLine => (None, ""),
            };
            let noted = transaction.execute(
                "INSERT INTO audit (at, staff, who, region, what, about) VALUES (?, ?, ?, ?, ?, ?)",
                params![
                    entry.at.as_millis(),
                    staff,
                    who,
                    entry.region.map(|region| region.0),
                    entry.what.code(),
                    entry.about.as_str(),
                ],
            );
            match noted {
                Err(error) if names_nothing(&error) => Err(RecordsError::UnknownStaff),
                noted => Ok(noted.map(|_| ())?),
            }
        })
    }

    fn audit(
        &self,
        scope: AuditScope,
        before: Option<AuditPlace>,
        most: usize,
    ) -> Answer<'_, Vec<(AuditPlace, AuditEntry)>> {
        self.read(move |connection| entries(connection, scope, before, most))
    }

    fn forget_audit_before(&self, moment: Moment) -> Answer<'_, usize> {
        self.erase(move |transaction| {
            Ok(transaction.execute("DELETE FROM audit WHERE at < ?", [moment.as_millis()])?)
        })
    }
}

fn entries(
    connection: &Connection,
    scope: AuditScope,
    before: Option<AuditPlace>,
    most: usize,
) -> Result<Vec<(AuditPlace, AuditEntry)>, RecordsError> {
    let region = match scope {
        AuditScope::Region(region) => Some(region.0),
        AuditScope::Everything => None,
    };
    let before = before.map_or(i64::MAX, |place| place.0);
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut found = connection.prepare_cached(
        "SELECT id, at, staff, who, region, what, about FROM audit
         WHERE (?1 IS NULL OR region = ?1) AND id < ?2 ORDER BY id DESC LIMIT ?3",
    )?;
    let rows = found.query_map(params![region, before, most], |row| {
        let place = AuditPlace(row.get(0)?);
        let at = Moment::from_millis(row.get(1)?);
        let author: (Option<u32>, String) = (row.get(2)?, row.get(3)?);
        let region: Option<u16> = row.get(4)?;
        let deed: (String, String) = (row.get(5)?, row.get(6)?);
        Ok((place, at, author, region, deed))
    })?;
    rows.map(|row| {
        let (place, at, (staff, name), region, (what, about)) = row?;
        let who = match staff {
            Some(staff) => {
                let name = ShownName::parse(&name).map_err(|_| Unreadable("a shown name"))?;
                Author::Staff(StaffId(staff), name)
            }
            None => Author::CommandLine,
        };
        let what = Deed::named(&what).ok_or(Unreadable("a deed"))?;
        let (region, about) = (region.map(RegionId), Subject::named(&about));
        Ok((place, AuditEntry { at, who, region, what, about }))
    })
    .collect()
}
