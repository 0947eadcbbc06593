//! Changes of accounts, and the sessions of one person.

use rusqlite::{OptionalExtension, params};

use super::{RecordsError, SqliteRecords, published::check_region, sessions, staff};
use crate::{
    domain::{
        ids::{RegionId, StaffId},
        moment::Moment,
    },
    service::records::{Answer, OwnSession, PasswordHash, PeopleRecords, SessionId, Standing},
};

impl PeopleRecords for SqliteRecords {
    fn set_standing(&self, id: StaffId, standing: Standing) -> Answer<'_, ()> {
        self.erase(move |transaction| {
            let changed = transaction.execute(
                "UPDATE staff SET standing = ? WHERE id = ?",
                params![staff::standing_name(standing), id.0],
            )?;
            known(changed)?;
            if standing == Standing::Disabled {
                sessions::end_all_of(transaction, id)?;
            }
            Ok(())
        })
    }

    fn password_of(&self, id: StaffId) -> Answer<'_, PasswordHash> {
        self.read(move |connection| {
            let mut found =
                connection.prepare_cached("SELECT password_hash FROM staff WHERE id = ?")?;
            let found = found.query_row([id.0], |row| row.get(0)).optional()?;
            found.map(PasswordHash::from_phc).ok_or(RecordsError::UnknownStaff)
        })
    }

    fn set_password(&self, id: StaffId, password: PasswordHash, kept: SessionId) -> Answer<'_, ()> {
        self.erase(move |transaction| {
            let changed = transaction.execute(
                "UPDATE staff SET password_hash = ? WHERE id = ?",
                params![password.as_str(), id.0],
            )?;
            known(changed)?;
            transaction.execute(
                "DELETE FROM session WHERE staff = ? AND id <> ?",
                params![id.0, kept.0],
            )?;
            Ok(())
        })
    }

    fn add_staff_region(&self, id: StaffId, region: RegionId) -> Answer<'_, ()> {
        self.write(move |transaction| {
            check_region(transaction, region)?;
            if staff::get(transaction, id)?.is_none() {
                return Err(RecordsError::UnknownStaff);
            }
            transaction.execute(
                "INSERT INTO staff_region (staff, region) VALUES (?, ?) ON CONFLICT DO NOTHING",
                params![id.0, region.0],
            )?;
            Ok(())
        })
    }

    fn remove_staff_region(&self, id: StaffId, region: RegionId) -> Answer<'_, ()> {
        self.write(move |transaction| {
            transaction.execute(
                "DELETE FROM staff_region WHERE staff = ? AND region = ?",
                params![id.0, region.0],
            )?;
            Ok(())
        })
    }

    fn sessions_of(&self, id: StaffId) -> Answer<'_, Vec<OwnSession>> {
        self.read(move |connection| {
            let mut found = connection.prepare_cached(
                "SELECT id, created, last_seen FROM session WHERE staff = ? ORDER BY id",
            )?;
            let rows = found.query_map([id.0], |row| {
                Ok(OwnSession {
                    id: SessionId(row.get(0)?),
                    created: Moment::from_millis(row.get(1)?),
                    last_seen: Moment::from_millis(row.get(2)?),
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    fn end_own_session(&self, id: StaffId, session: SessionId) -> Answer<'_, bool> {
        self.erase(move |transaction| {
            let ended = transaction.execute(
                "DELETE FROM session WHERE staff = ? AND id = ?",
                params![id.0, session.0],
            )?;
            Ok(ended > 0)
        })
    }

    fn end_other_sessions(&self, id: StaffId, kept: SessionId) -> Answer<'_, usize> {
        self.erase(move |transaction| {
            Ok(transaction.execute(
                "DELETE FROM session WHERE staff = ? AND id <> ?",
                params![id.0, kept.0],
            )?)
        })
    }

    fn note_activity(&self, session: SessionId, now: Moment) -> Answer<'_, ()> {
        self.write(move |transaction| {
            transaction.execute(
                "UPDATE session SET last_active = max(last_active, ?) WHERE id = ?",
                params![now.as_millis(), session.0],
            )?;
            Ok(())
        })
    }
}

/// A change of one row names somebody who is there.
const fn known(changed: usize) -> Result<(), RecordsError> {
    if changed == 0 { Err(RecordsError::UnknownStaff) } else { Ok(()) }
}
