//! The tables of registrations.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{RecordsError, SqliteRecords, Unreadable, names_nothing, published::check_region};
use crate::{
    domain::{
        advice::{Advice, Chosen, DurationBucket, Month, Owed},
        ids::{RegionId, RegistrationId, StaffId},
    },
    service::records::{
        Answer, codes,
        registrations::{MISSED, NONE, OwnAdvice, RegistrationRecords},
    },
};

impl RegistrationRecords for SqliteRecords {
    fn owe_advice(&self, staff: StaffId, day: Date, owed: Owed) -> Answer<'_, ()> {
        self.write(move |transaction| {
            check_region(transaction, owed.region)?;
            let added = transaction.execute(
                "INSERT INTO owed_advice (staff, day, region, duration, number)
                 VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET number = number + 1",
                params![staff.0, day.to_string(), owed.region.0, owed.duration.code()],
            );
            of_staff(added)
        })
    }

    fn owed_advices(&self, staff: StaffId, day: Date) -> Answer<'_, Vec<(Owed, u32)>> {
        self.read(move |connection| {
            let mut found = connection.prepare_cached(
                "SELECT region, duration, number FROM owed_advice
                 WHERE staff = ? AND day = ? ORDER BY region, duration",
            )?;
            found
                .query_map(params![staff.0, day.to_string()], |row| {
                    Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))
                })?
                .map(|row| {
                    let (region, bucket, number) = row?;
                    Ok((Owed { region: RegionId(region), duration: duration(&bucket)? }, number))
                })
                .collect()
        })
    }

    fn waive_advice(&self, staff: StaffId, day: Date, owed: Owed, left: u32) -> Answer<'_, ()> {
        self.erase(move |transaction| {
            let number = number_owed(transaction, staff, day, owed)?;
            if number == left {
                return Ok(());
            }
            if number.checked_sub(1) != Some(left) {
                return Err(RecordsError::UnknownRegistration);
            }
            settle(transaction, staff, day, owed)?;
            count(transaction, owed.region, day, NONE, 1)
        })
    }

    fn register_advice(
        &self,
        staff: StaffId,
        day: Date,
        own: OwnAdvice,
        instead_of: Option<Owed>,
    ) -> Answer<'_, ()> {
        self.erase(move |transaction| register(transaction, staff, day, &own, instead_of))
    }

    fn own_advices(&self, staff: StaffId, day: Date) -> Answer<'_, Vec<OwnAdvice>> {
        self.read(move |connection| {
            let rows = connection
                .prepare_cached(
                    "SELECT id, month, region, edition, duration FROM registration
                     WHERE staff = ? AND day = ? ORDER BY id",
                )?
                .query_map(params![staff.0, day.to_string()], Row::of)?
                .collect::<Result<Vec<_>, _>>()?;
            let read = |row: &Row| {
                let advice = row.advice(connection)?;
                Ok(OwnAdvice { id: RegistrationId::from_bytes(row.id), advice })
            };
            rows.iter().map(read).collect()
        })
    }

    fn remove_advice(&self, staff: StaffId, day: Date, id: RegistrationId) -> Answer<'_, ()> {
        self.erase(move |transaction| {
            transaction.execute(
                "DELETE FROM registration WHERE id = ? AND staff = ? AND day = ?",
                params![id.as_bytes(), staff.0, day.to_string()],
            )?;
            Ok(())
        })
    }

    fn advices(
        &self,
        region: RegionId,
        from: Month,
        to: Month,
    ) -> Answer<'_, Vec<(Month, Advice)>> {
        self.read(move |connection| {
            let rows = connection
                .prepare_cached(
                    "SELECT id, month, region, edition, duration FROM registration
                     WHERE region = ? AND month BETWEEN ? AND ?",
                )?
                .query_map(params![region.0, from.to_string(), to.to_string()], Row::of)?
                .collect::<Result<Vec<_>, _>>()?;
            let read = |row: &Row| {
                let month = row.month.parse().map_err(|_| Unreadable("the month of an advice"))?;
                Ok((month, row.advice(connection)?))
            };
            let mut advices = rows.iter().map(read).collect::<Result<Vec<_>, RecordsError>>()?;
            advices.sort();
            Ok(advices)
        })
    }

    fn close_days(&self, today: Date) -> Answer<'_, ()> {
        self.erase(move |transaction| close_days(transaction, today))
    }
}

/// A registration as it is stored.
struct Row {
    id: [u8; 16],
    month: String,
    region: u16,
    edition: String,
    duration: String,
}

impl Row {
    fn of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            month: row.get(1)?,
            region: row.get(2)?,
            edition: row.get(3)?,
            duration: row.get(4)?,
        })
    }

    fn advice(&self, connection: &Connection) -> Result<Advice, RecordsError> {
        let chosen = connection
            .prepare_cached("SELECT list, code FROM registration_code WHERE registration = ?")?
            .query_map([&self.id], |row| Ok(Chosen { list: row.get(0)?, code: row.get(1)? }))?
            .collect::<Result<Vec<_>, _>>()?;
        let edition = codes::edition(&self.edition).ok_or(Unreadable("an edition of codes"))?;
        let advice = edition.advice(RegionId(self.region), duration(&self.duration)?, &chosen);
        Ok(advice.map_err(|_| Unreadable("the codes of an advice"))?)
    }
}

fn duration(code: &str) -> Result<DurationBucket, RecordsError> {
    Ok(DurationBucket::from_code(code).ok_or(Unreadable("a duration"))?)
}

fn of_staff(done: rusqlite::Result<usize>) -> Result<(), RecordsError> {
    match done {
        Ok(_) => Ok(()),
        Err(error) if names_nothing(&error) => Err(RecordsError::UnknownStaff),
        Err(error) => Err(error.into()),
    }
}

/// How many of this are owed.
fn number_owed(
    transaction: &Transaction<'_>,
    staff: StaffId,
    day: Date,
    owed: Owed,
) -> Result<u32, RecordsError> {
    let number = transaction
        .query_row(
            "SELECT number FROM owed_advice
             WHERE staff = ? AND day = ? AND region = ? AND duration = ?",
            params![staff.0, day.to_string(), owed.region.0, owed.duration.code()],
            |row| row.get(0),
        )
        .optional()?;
    Ok(number.unwrap_or(0))
}

/// One less of this is owed, if any was.
fn settle(
    transaction: &Transaction<'_>,
    staff: StaffId,
    day: Date,
    owed: Owed,
) -> Result<(), RecordsError> {
    let key = params![staff.0, day.to_string(), owed.region.0, owed.duration.code()];
    transaction.execute(
        "DELETE FROM owed_advice
         WHERE staff = ? AND day = ? AND region = ? AND duration = ? AND number = 1",
        key,
    )?;
    transaction.execute(
        "UPDATE owed_advice SET number = number - 1
         WHERE staff = ? AND day = ? AND region = ? AND duration = ?",
        key,
    )?;
    Ok(())
}

fn register(
    transaction: &Transaction<'_>,
    staff: StaffId,
    day: Date,
    own: &OwnAdvice,
    instead_of: Option<Owed>,
) -> Result<(), RecordsError> {
    let OwnAdvice { id, advice } = own;
    check_region(transaction, advice.region())?;
    let known: Option<(Option<u32>, Option<String>)> = transaction
        .query_row("SELECT staff, day FROM registration WHERE id = ?", [id.as_bytes()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let own_day = (Some(staff.0), Some(day.to_string()));
    match known {
        Some(known) if known != own_day => return Err(RecordsError::UnknownRegistration),
        Some(_) => {
            let old = "DELETE FROM registration WHERE id = ?";
            transaction.execute(old, [id.as_bytes()])?;
        }
        None => {
            if let Some(owed) = instead_of {
                settle(transaction, staff, day, owed)?;
            }
        }
    }
    of_staff(transaction.execute(
        "INSERT INTO registration (id, month, region, edition, duration, day, staff)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
        params![
            id.as_bytes(),
            Month::of(day).to_string(),
            advice.region().0,
            advice.edition(),
            advice.duration().code(),
            day.to_string(),
            staff.0
        ],
    ))?;
    let mut add = transaction.prepare_cached(
        "INSERT INTO registration_code (registration, list, code) VALUES (?, ?, ?)",
    )?;
    for Chosen { list, code } in advice.chosen() {
        add.execute(params![id.as_bytes(), list, code])?;
    }
    Ok(())
}

fn close_days(transaction: &Transaction<'_>, today: Date) -> Result<(), RecordsError> {
    let today = today.to_string();
    transaction.execute(
        "UPDATE registration SET id = randomblob(16), day = NULL, staff = NULL WHERE day < ?",
        [&today],
    )?;
    transaction.execute(
        "INSERT INTO count (region, day, what, number)
         SELECT region, day, ?, sum(number) FROM owed_advice WHERE day < ? GROUP BY region, day
         ON CONFLICT DO UPDATE SET number = number + excluded.number",
        params![MISSED, today],
    )?;
    transaction.execute("DELETE FROM owed_advice WHERE day < ?", [&today])?;
    Ok(())
}

fn count(
    transaction: &Transaction<'_>,
    region: RegionId,
    day: Date,
    what: &str,
    number: u32,
) -> Result<(), RecordsError> {
    transaction.execute(
        "INSERT INTO count (region, day, what, number) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET number = number + excluded.number",
        params![region.0, day.to_string(), what, number],
    )?;
    Ok(())
}
