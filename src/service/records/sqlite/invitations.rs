//! The table of invitations.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::{RecordsError, SqliteRecords, Unreadable, is_taken, names_nothing, staff};
use crate::{
    domain::{
        moment::Moment,
        staffing::{ShownName, SignInName},
    },
    service::records::{
        Acceptance, Answer, Invitation, InvitationHash, InvitationId, InvitationRecords, Invited,
        NewInvitation, NewStaff, PasswordHash,
    },
};

/// What [`read`] reads, in this order.
const COLUMNS: &str = "id, sign_in_name, shown_name, role, region, until";

impl InvitationRecords for SqliteRecords {
    fn invite(&self, new: NewInvitation, now: Moment) -> Answer<'_, InvitationId> {
        self.write(move |transaction| invite(transaction, &new, now))
    }

    fn renew_invitation(
        &self,
        id: InvitationId,
        token: InvitationHash,
        until: Moment,
    ) -> Answer<'_, ()> {
        self.write(move |transaction| {
            let changed = transaction.execute(
                "UPDATE invitation SET token_hash = ?, until = ? WHERE id = ? AND state = 'open'",
                params![token.as_bytes(), until.as_millis(), id.0],
            )?;
            known(changed)
        })
    }

    fn withdraw_invitation(&self, id: InvitationId) -> Answer<'_, ()> {
        self.write(move |transaction| {
            let changed = transaction.execute(
                "UPDATE invitation SET state = 'withdrawn' WHERE id = ? AND state = 'open'",
                [id.0],
            )?;
            known(changed)
        })
    }

    fn open_invitations(&self) -> Answer<'_, Vec<Invitation>> {
        self.read(|connection| {
            let mut found = connection.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM invitation WHERE state = 'open' ORDER BY id"
            ))?;
            found.query_map([], read)?.map(|row| Ok(row??)).collect()
        })
    }

    fn invitation(&self, token: InvitationHash, now: Moment) -> Answer<'_, Invited> {
        self.read(move |connection| find(connection, token, now))
    }

    fn accept_invitation(
        &self,
        token: InvitationHash,
        password: PasswordHash,
        now: Moment,
    ) -> Answer<'_, Acceptance> {
        self.write(move |transaction| {
            let invitation = match find(transaction, token, now)? {
                Invited::Open(invitation) => invitation,
                other => return Ok(Acceptance::Refused(other)),
            };
            let Invitation { id, sign_in_name, shown_name, role, .. } = invitation;
            let new = NewStaff { sign_in_name, shown_name, password, role };
            let joined = staff::add(transaction, &new)?;
            transaction.execute("UPDATE invitation SET state = 'used' WHERE id = ?", [id.0])?;
            Ok(Acceptance::Joined(joined))
        })
    }

    fn forget_invitations_before(&self, moment: Moment) -> Answer<'_, usize> {
        self.erase(move |transaction| {
            Ok(transaction
                .execute("DELETE FROM invitation WHERE until < ?", [moment.as_millis()])?)
        })
    }
}

fn invite(
    transaction: &Transaction<'_>,
    new: &NewInvitation,
    now: Moment,
) -> Result<InvitationId, RecordsError> {
    let name = new.sign_in_name.as_str();
    if staff::credentials(transaction, &new.sign_in_name)?.is_some() {
        return Err(RecordsError::NameTaken);
    }
    transaction.execute(
        "DELETE FROM invitation WHERE sign_in_name = ? AND state = 'open' AND until < ?",
        params![name, now.as_millis()],
    )?;
    transaction
        .query_row(
            "INSERT INTO invitation (token_hash, sign_in_name, shown_name, role, region, until)
             VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            params![
                new.token.as_bytes(),
                name,
                new.shown_name.as_str(),
                staff::role_name(new.role),
                new.role.region().map(|region| region.0),
                new.until.as_millis(),
            ],
            |row| row.get(0),
        )
        .map(InvitationId)
        .map_err(|error| match error {
            error if is_taken(&error) => RecordsError::NameTaken,
            error if names_nothing(&error) => RecordsError::UnknownRegion,
            error => error.into(),
        })
}

fn find(
    connection: &Connection,
    token: InvitationHash,
    now: Moment,
) -> Result<Invited, RecordsError> {
    let mut found = connection
        .prepare_cached(&format!("SELECT {COLUMNS}, state FROM invitation WHERE token_hash = ?"))?;
    let found = found
        .query_row([token.as_bytes()], |row| Ok((read(row)?, row.get::<_, String>(6)?)))
        .optional()?;
    let Some((invitation, state)) = found else { return Ok(Invited::Unknown) };
    let invitation = invitation?;
    Ok(match &*state {
        "used" => Invited::Used,
        "withdrawn" => Invited::Withdrawn,
        _ if invitation.until < now => Invited::Late,
        _ => Invited::Open(invitation),
    })
}

/// Reads the first columns of a row, which must be [`COLUMNS`].
fn read(row: &Row<'_>) -> rusqlite::Result<Result<Invitation, Unreadable>> {
    let id = InvitationId(row.get(0)?);
    let (sign_in_name, shown_name): (String, String) = (row.get(1)?, row.get(2)?);
    let (role, region): (String, Option<u16>) = (row.get(3)?, row.get(4)?);
    let until = Moment::from_millis(row.get(5)?);
    Ok((|| {
        Ok(Invitation {
            id,
            sign_in_name: SignInName::parse(&sign_in_name)
                .map_err(|_| Unreadable("a sign-in name"))?,
            shown_name: ShownName::parse(&shown_name).map_err(|_| Unreadable("a shown name"))?,
            role: staff::role_named(&role, region)?,
            until,
        })
    })())
}

const fn known(changed: usize) -> Result<(), RecordsError> {
    if changed == 0 { Err(RecordsError::UnknownInvitation) } else { Ok(()) }
}
