//! The tables of second factors and recovery codes.

use rusqlite::{OptionalExtension, Transaction, params};

use super::{RecordsError, SqliteRecords, names_nothing};
use crate::{
    domain::ids::StaffId,
    service::records::{Answer, CodeStep, FactorRecords, FactorSecret, NewFactor, RecoveryHash},
};

impl FactorRecords for SqliteRecords {
    fn set_factor(&self, staff: StaffId, factor: NewFactor) -> Answer<'_, ()> {
        self.erase(move |transaction| {
            transaction
                .execute(
                    "INSERT INTO second_factor (staff, secret, last_step) VALUES (?, ?, ?)
                     ON CONFLICT (staff) DO UPDATE
                     SET secret = excluded.secret, last_step = excluded.last_step",
                    params![staff.0, factor.secret.as_bytes(), number(factor.used)],
                )
                .map_err(unknown_staff)?;
            replace_recovery(transaction, staff, &factor.recovery)
        })
    }

    fn factor(&self, staff: StaffId) -> Answer<'_, Option<FactorSecret>> {
        self.read(move |connection| {
            let mut found =
                connection.prepare_cached("SELECT secret FROM second_factor WHERE staff = ?")?;
            let found: Option<[u8; 20]> =
                found.query_row([staff.0], |row| row.get(0)).optional()?;
            Ok(found.map(FactorSecret::from_bytes))
        })
    }

    fn use_step(&self, staff: StaffId, step: CodeStep) -> Answer<'_, bool> {
        self.write(move |transaction| {
            let used = transaction.execute(
                "UPDATE second_factor SET last_step = ?2 WHERE staff = ?1 AND last_step < ?2",
                params![staff.0, number(step)],
            )?;
            Ok(used > 0)
        })
    }

    fn set_recovery(&self, staff: StaffId, codes: Vec<RecoveryHash>) -> Answer<'_, ()> {
        self.erase(move |transaction| replace_recovery(transaction, staff, &codes))
    }

    fn use_recovery(&self, staff: StaffId, code: RecoveryHash) -> Answer<'_, bool> {
        self.erase(move |transaction| {
            let used = transaction.execute(
                "DELETE FROM recovery_code WHERE staff = ? AND code_hash = ?",
                params![staff.0, code.as_bytes()],
            )?;
            Ok(used > 0)
        })
    }

    fn recovery_left(&self, staff: StaffId) -> Answer<'_, usize> {
        self.read(move |connection| {
            let mut found =
                connection.prepare_cached("SELECT count(*) FROM recovery_code WHERE staff = ?")?;
            let left: i64 = found.query_row([staff.0], |row| row.get(0))?;
            Ok(usize::try_from(left).unwrap_or(0))
        })
    }

    fn remove_factor(&self, staff: StaffId) -> Answer<'_, ()> {
        self.erase(move |transaction| {
            transaction.execute("DELETE FROM second_factor WHERE staff = ?", [staff.0])?;
            transaction.execute("DELETE FROM recovery_code WHERE staff = ?", [staff.0])?;
            Ok(())
        })
    }
}

fn replace_recovery(
    transaction: &Transaction<'_>,
    staff: StaffId,
    codes: &[RecoveryHash],
) -> Result<(), RecordsError> {
    transaction.execute("DELETE FROM recovery_code WHERE staff = ?", [staff.0])?;
    let mut add =
        transaction.prepare_cached("INSERT INTO recovery_code (staff, code_hash) VALUES (?, ?)")?;
    for code in codes {
        add.execute(params![staff.0, code.as_bytes()]).map_err(unknown_staff)?;
    }
    Ok(())
}

/// Second factors and recovery codes name nothing but a member of staff.
fn unknown_staff(error: rusqlite::Error) -> RecordsError {
    if names_nothing(&error) { RecordsError::UnknownStaff } else { error.into() }
}

fn number(step: CodeStep) -> i64 {
    i64::try_from(step.0).unwrap_or(i64::MAX)
}
