//! The staff's table.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::{
    Credentials, NewStaff, RecordsError, StaffMember, Unreadable, is_taken, names_nothing,
    published::check_region,
};
use crate::{
    domain::{
        ids::{RegionId, StaffId},
        staffing::{Role, ShownName, SignInName},
    },
    service::records::{Factor, PasswordHash, Standing},
};

/// What [`member`] reads, in this order.
pub(super) const MEMBER: &str =
    "staff.id, staff.sign_in_name, staff.shown_name, staff.role, staff.region,
    (SELECT group_concat(staff_region.region, ' ') FROM staff_region
     WHERE staff_region.staff = staff.id),
    staff.standing,
    EXISTS (SELECT 1 FROM second_factor WHERE second_factor.staff = staff.id)";

/// How many columns [`MEMBER`] has.
pub(super) const MEMBER_COLUMNS: usize = 8;

pub(super) fn add(transaction: &Transaction<'_>, new: &NewStaff) -> Result<StaffId, RecordsError> {
    transaction
        .query_row(
            "INSERT INTO staff (sign_in_name, shown_name, password_hash, role, region)
             VALUES (?, ?, ?, ?, ?) RETURNING id",
            params![
                new.sign_in_name.as_str(),
                new.shown_name.as_str(),
                new.password.as_str(),
                role_name(new.role),
                new.role.region().map(|region| region.0),
            ],
            |row| row.get(0),
        )
        .map(StaffId)
        .map_err(|error| match error {
            error if is_taken(&error) => RecordsError::NameTaken,
            // The row names nothing but its region.
            error if names_nothing(&error) => RecordsError::UnknownRegion,
            error => error.into(),
        })
}

pub(super) fn credentials(
    connection: &Connection,
    name: &SignInName,
) -> Result<Option<Credentials>, RecordsError> {
    let mut found = connection.prepare_cached(&format!(
        "SELECT {MEMBER}, password_hash FROM staff WHERE sign_in_name = ?"
    ))?;
    let found = found
        .query_row([name.as_str()], |row| Ok((member(row)?, row.get(MEMBER_COLUMNS)?)))
        .optional()?;
    found
        .map(|(member, phc)| {
            Ok(Credentials { member: member?, password: PasswordHash::from_phc(phc) })
        })
        .transpose()
}

pub(super) fn get(
    connection: &Connection,
    id: StaffId,
) -> Result<Option<StaffMember>, RecordsError> {
    let mut found =
        connection.prepare_cached(&format!("SELECT {MEMBER} FROM staff WHERE id = ?"))?;
    Ok(found.query_row([id.0], member).optional()?.transpose()?)
}

pub(super) fn set_regions(
    transaction: &Transaction<'_>,
    id: StaffId,
    regions: &[RegionId],
) -> Result<(), RecordsError> {
    if get(transaction, id)?.is_none() {
        return Err(RecordsError::UnknownStaff);
    }
    transaction.execute("DELETE FROM staff_region WHERE staff = ?", [id.0])?;
    let mut add = transaction.prepare_cached(
        "INSERT INTO staff_region (staff, region) VALUES (?, ?) ON CONFLICT DO NOTHING",
    )?;
    for region in regions {
        check_region(transaction, *region)?;
        add.execute(params![id.0, region.0])?;
    }
    Ok(())
}

pub(super) fn all(connection: &Connection) -> Result<Vec<StaffMember>, RecordsError> {
    let mut found =
        connection.prepare_cached(&format!("SELECT {MEMBER} FROM staff ORDER BY id"))?;
    found.query_map([], member)?.map(|row| Ok(row??)).collect()
}

/// Reads the first columns of a row, which must be [`MEMBER`].
pub(super) fn member(row: &Row<'_>) -> rusqlite::Result<Result<StaffMember, Unreadable>> {
    let (sign_in_name, shown_name): (String, String) = (row.get(1)?, row.get(2)?);
    let (role, region): (String, Option<u16>) = (row.get(3)?, row.get(4)?);
    let (id, further): (_, Option<String>) = (StaffId(row.get(0)?), row.get(5)?);
    let (standing, factor): (String, bool) = (row.get(6)?, row.get(7)?);
    Ok((|| {
        Ok(StaffMember {
            id,
            sign_in_name: SignInName::parse(&sign_in_name)
                .map_err(|_| Unreadable("a sign-in name"))?,
            shown_name: ShownName::parse(&shown_name).map_err(|_| Unreadable("a shown name"))?,
            role: role_named(&role, region)?,
            further: further_regions(further.as_deref().unwrap_or_default())?,
            standing: standing_named(&standing)?,
            factor: if factor { Factor::Codes } else { Factor::Missing },
        })
    })())
}

/// How a role is written.
pub(super) const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Worker(_) => "worker",
        Role::Coordinator(_) => "coordinator",
        Role::Administrator => "administrator",
    }
}

/// Reads what [`role_name`] wrote, with the region beside it.
pub(super) fn role_named(name: &str, region: Option<u16>) -> Result<Role, Unreadable> {
    match (name, region.map(RegionId)) {
        ("worker", Some(region)) => Ok(Role::Worker(region)),
        ("coordinator", Some(region)) => Ok(Role::Coordinator(region)),
        ("administrator", None) => Ok(Role::Administrator),
        _ => Err(Unreadable("a role")),
    }
}

/// How a standing is written.
pub(super) const fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Active => "active",
        Standing::Disabled => "disabled",
    }
}

fn standing_named(name: &str) -> Result<Standing, Unreadable> {
    let known = [Standing::Active, Standing::Disabled];
    let found = known.into_iter().find(|standing| standing_name(*standing) == name);
    found.ok_or(Unreadable("a standing"))
}

fn further_regions(numbers: &str) -> Result<Vec<RegionId>, Unreadable> {
    let mut regions = numbers
        .split_whitespace()
        .map(|number| number.parse().map(RegionId).map_err(|_| Unreadable("a region of staff")))
        .collect::<Result<Vec<_>, _>>()?;
    regions.sort_unstable();
    Ok(regions)
}
