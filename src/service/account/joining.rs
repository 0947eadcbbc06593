//! Accepting an invitation.

use std::time::Duration;

use super::{
    AccountError, Accounts, ChosenPassword, DeviceToken, Entry, InvitationToken, Password,
    PasswordError, SessionToken,
};
use crate::{
    domain::audit::Deed,
    service::records::{Acceptance, Invited, RecordsError},
};

/// How long the link of an invitation works.
pub const INVITATION_VALID: Duration = Duration::from_hours(48);

/// Why an invitation is not accepted.
#[derive(Debug, thiserror::Error)]
pub enum JoinError {
    /// The link leads to no open invitation; never [`Invited::Open`].
    #[error("the invitation cannot be used")]
    Link(Invited),
    /// The password cannot be chosen.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// Somebody else got the sign-in name meanwhile.
    #[error("the sign-in name is taken")]
    NameTaken,
    /// The account could not be made.
    #[error(transparent)]
    Internal(#[from] AccountError),
}

impl Accounts {
    /// What the link of an invitation leads to now.
    pub async fn invited(&self, token: &InvitationToken) -> Result<Invited, AccountError> {
        Ok(self.records.invitation(token.hash(), self.runtime.now()).await?)
    }

    /// Makes the account and lets its person in, as far as a right password would.
    pub async fn join(
        &self,
        token: &InvitationToken,
        password: Password,
        device: Option<DeviceToken>,
        previous: Option<SessionToken>,
    ) -> Result<Entry, JoinError> {
        let invitation = match self.invited(token).await? {
            Invited::Open(invitation) => invitation,
            other => return Err(JoinError::Link(other)),
        };
        let names = [invitation.sign_in_name.as_str(), invitation.shown_name.as_str()];
        let chosen = ChosenPassword::choose(password, &names)?;
        let hash = self.hash(chosen.into()).await?;
        let now = self.runtime.now();
        let accepted = self.records.accept_invitation(token.hash(), hash, now).await;
        let staff = match accepted {
            Ok(Acceptance::Joined(staff)) => staff,
            Ok(Acceptance::Refused(why)) => return Err(JoinError::Link(why)),
            Err(RecordsError::NameTaken) => return Err(JoinError::NameTaken),
            Err(error) => return Err(AccountError::from(error).into()),
        };
        let member = self.records.staff(staff).await.map_err(AccountError::from)?;
        let member = member.ok_or(AccountError::Records(RecordsError::UnknownStaff))?;
        self.note_own(&member, Deed::Joined).await?;
        Ok(self.enter(member, device, previous).await?)
    }
}
