//! The tables of sessions and of known browsers.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{
    DeviceHash, NewSession, RecordsError, Session, SessionHash, SessionId, Unreadable,
    names_nothing, staff,
};
use crate::domain::{conversation::ShiftPublic, ids::StaffId, moment::Moment, secret::Share};

pub(super) fn start(
    transaction: &Transaction<'_>,
    new: &NewSession,
) -> Result<SessionId, RecordsError> {
    transaction
        .query_row(
            "INSERT INTO session (token_hash, staff, share, created, last_seen, last_active)
             VALUES (?1, ?2, ?3, ?4, ?4, ?4) RETURNING id",
            params![
                new.token.as_bytes(),
                new.staff.0,
                new.share.as_bytes(),
                new.created.as_millis()
            ],
            |row| row.get(0),
        )
        .map(SessionId)
        .map_err(unknown_staff)
}

/// Sessions and known browsers name nothing but a member of staff.
fn unknown_staff(error: rusqlite::Error) -> RecordsError {
    if names_nothing(&error) { RecordsError::UnknownStaff } else { error.into() }
}

pub(super) fn get(
    connection: &Connection,
    token: SessionHash,
) -> Result<Option<Session>, RecordsError> {
    let mut found = connection.prepare_cached(&format!(
        "SELECT {}, session.id, share, shift_public, created, last_seen, last_active
         FROM session JOIN staff ON staff.id = session.staff WHERE token_hash = ?",
        staff::MEMBER
    ))?;
    let found = found
        .query_row([token.as_bytes()], |row| {
            let own = |column| staff::MEMBER_COLUMNS + column;
            let share: [u8; 32] = row.get(own(1))?;
            let shift_key: Option<Vec<u8>> = row.get(own(2))?;
            let moment = |column| row.get(own(column)).map(Moment::from_millis);
            let times = (moment(3)?, moment(4)?, moment(5)?);
            let id = SessionId(row.get(own(0))?);
            Ok((id, staff::member(row)?, Share::from_bytes(share), shift_key, times))
        })
        .optional()?;
    let Some((id, staff, share, shift_key, times)) = found else { return Ok(None) };
    let staff = staff?;
    let shift_key = shift_key
        .map(|bytes| ShiftPublic::from_bytes(bytes).ok_or(Unreadable("a shift key")))
        .transpose()?;
    let (created, last_seen, last_active) = times;
    Ok(Some(Session { id, staff, share, shift_key, created, last_seen, last_active }))
}

pub(super) fn touch(
    transaction: &Transaction<'_>,
    id: SessionId,
    now: Moment,
) -> Result<(), RecordsError> {
    transaction.execute(
        "UPDATE session SET last_seen = max(last_seen, ?) WHERE id = ?",
        params![now.as_millis(), id.0],
    )?;
    Ok(())
}

pub(super) fn set_shift_key(
    transaction: &Transaction<'_>,
    id: SessionId,
    key: &ShiftPublic,
) -> Result<(), RecordsError> {
    let changed = transaction.execute(
        "UPDATE session SET shift_public = ? WHERE id = ?",
        params![key.as_bytes(), id.0],
    )?;
    if changed == 0 { Err(RecordsError::UnknownSession) } else { Ok(()) }
}

pub(super) fn end(transaction: &Transaction<'_>, id: SessionId) -> Result<(), RecordsError> {
    transaction.execute("DELETE FROM session WHERE id = ?", [id.0])?;
    Ok(())
}

pub(super) fn end_all_of(
    transaction: &Transaction<'_>,
    staff: StaffId,
) -> Result<usize, RecordsError> {
    Ok(transaction.execute("DELETE FROM session WHERE staff = ?", [staff.0])?)
}

pub(super) fn end_idle(
    transaction: &Transaction<'_>,
    moment: Moment,
) -> Result<usize, RecordsError> {
    Ok(transaction.execute("DELETE FROM session WHERE last_seen < ?", [moment.as_millis()])?)
}

pub(super) fn remember_device(
    transaction: &Transaction<'_>,
    device: DeviceHash,
    staff: StaffId,
    now: Moment,
) -> Result<(), RecordsError> {
    transaction
        .execute(
            "INSERT INTO device (token_hash, staff, last_used) VALUES (?, ?, ?)
             ON CONFLICT DO UPDATE SET last_used = max(last_used, excluded.last_used)",
            params![device.as_bytes(), staff.0, now.as_millis()],
        )
        .map_err(unknown_staff)?;
    Ok(())
}

pub(super) fn knows_device(
    connection: &Connection,
    device: DeviceHash,
    staff: StaffId,
) -> Result<bool, RecordsError> {
    let mut found =
        connection.prepare_cached("SELECT 1 FROM device WHERE token_hash = ? AND staff = ?")?;
    Ok(found.exists(params![device.as_bytes(), staff.0])?)
}

pub(super) fn forget_devices(
    transaction: &Transaction<'_>,
    moment: Moment,
) -> Result<usize, RecordsError> {
    Ok(transaction.execute("DELETE FROM device WHERE last_used < ?", [moment.as_millis()])?)
}
