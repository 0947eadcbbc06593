//! Whose account somebody may change: a coordinator those of the own organisation's workers, an
//! administrator those of coordinators and administrators. Nobody their own.

use super::{
    AccountError, Accounts, Author, INVITATION_VALID, InvitationToken, NewAccount, ShownOnce,
    SignInName, SignedIn, Standing, Subject,
};
use crate::{
    domain::{
        audit::Deed,
        ids::{RegionId, StaffId},
        staffing::Role,
    },
    service::records::{Invitation, InvitationId, NewInvitation, RecordsError, StaffMember},
};

/// Why somebody's account is not changed.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// There is no such person or invitation, or not one whose account this person may change.
    #[error("not one of yours")]
    NotYours,
    /// Nobody signs in under this name.
    #[error("nobody has this name")]
    Unknown,
    /// Somebody signs in under this name, or was invited under it.
    #[error("the sign-in name is taken")]
    NameTaken,
    /// This person has no desk, or works here already.
    #[error("this person cannot work here too")]
    CannotBeLent,
    /// The account could not be changed.
    #[error(transparent)]
    Internal(#[from] AccountError),
}

impl From<RecordsError> for PeopleError {
    fn from(error: RecordsError) -> Self {
        match error {
            RecordsError::NameTaken => Self::NameTaken,
            RecordsError::UnknownInvitation => Self::NotYours,
            error => Self::Internal(error.into()),
        }
    }
}

/// The people whose accounts somebody runs.
#[derive(Debug, Clone)]
pub struct People {
    /// Those with an account, in the order of joining.
    pub members: Vec<StaffMember>,
    /// Workers of other organisations who work for this coordinator's too.
    pub lent: Vec<StaffMember>,
    /// Those who are invited, in the order of inviting.
    pub invitations: Vec<Invitation>,
}

impl Accounts {
    /// The people whose accounts somebody runs.
    pub async fn people(&self, by: &SignedIn) -> Result<People, AccountError> {
        let all = self.records.all_staff().await?;
        let invitations = self.records.open_invitations().await?;
        let is_lent = |member: &StaffMember| {
            matches!(by.role, Role::Coordinator(region)
                if member.role.region() != Some(region) && member.further.contains(&region))
        };
        let lent = all.iter().filter(|member| is_lent(member)).cloned().collect();
        let members = all.into_iter().filter(|member| by.role.runs(member.role)).collect();
        let invitations =
            invitations.into_iter().filter(|invited| by.role.runs(invited.role)).collect();
        Ok(People { members, lent, invitations })
    }

    /// Invites somebody; the link is shown once. Errors: [`PeopleError::NotYours`] for a role that
    /// this person does not run, [`PeopleError::NameTaken`].
    pub async fn invite(&self, by: &SignedIn, account: NewAccount) -> Result<(), PeopleError> {
        let NewAccount { sign_in_name, shown_name, role } = account;
        if !by.role.runs(role) {
            return Err(PeopleError::NotYours);
        }
        let token = InvitationToken::from_bytes(self.random());
        let now = self.runtime.now();
        let new = NewInvitation {
            token: token.hash(),
            sign_in_name,
            shown_name: shown_name.clone(),
            role,
            until: now + INVITATION_VALID,
        };
        self.records.invite(new, now).await?;
        self.note_about(by, Deed::Invited, role, Subject::from(&shown_name)).await?;
        self.show_once(by, ShownOnce::Link(shown_name, token));
        Ok(())
    }

    /// Makes a new link for an invitation, valid as long as a first one; it is shown once.
    pub async fn invite_again(&self, by: &SignedIn, id: InvitationId) -> Result<(), PeopleError> {
        let invitation = self.invitation_of(by, id).await?;
        let token = InvitationToken::from_bytes(self.random());
        let until = self.runtime.now() + INVITATION_VALID;
        self.records.renew_invitation(id, token.hash(), until).await?;
        let name = invitation.shown_name;
        self.note_about(by, Deed::InvitedAgain, invitation.role, Subject::from(&name)).await?;
        self.show_once(by, ShownOnce::Link(name, token));
        Ok(())
    }

    /// Takes an invitation back; its link stops working.
    pub async fn withdraw(&self, by: &SignedIn, id: InvitationId) -> Result<(), PeopleError> {
        let invitation = self.invitation_of(by, id).await?;
        self.records.withdraw_invitation(id).await?;
        let about = Subject::from(&invitation.shown_name);
        Ok(self.note_about(by, Deed::InvitationWithdrawn, invitation.role, about).await?)
    }

    /// Disables an account, which ends its sessions, or enables it.
    pub async fn set_standing(
        &self,
        by: &SignedIn,
        staff: StaffId,
        standing: Standing,
    ) -> Result<(), PeopleError> {
        let member = self.member_of(by, staff).await?;
        self.records.set_standing(staff, standing).await?;
        let deed = match standing {
            Standing::Active => Deed::Enabled,
            Standing::Disabled => {
                self.halves(|halves| halves.end_all_of(staff));
                Deed::Disabled
            }
        };
        Ok(self.note_about(by, deed, member.role, Subject::from(&member.shown_name)).await?)
    }

    /// Takes away somebody's second factor, who then makes a new one at the next sign-in; the
    /// sessions end, since the lost device may have one.
    pub async fn reset_factor(&self, by: &SignedIn, staff: StaffId) -> Result<(), PeopleError> {
        let member = self.member_of(by, staff).await?;
        self.records.remove_factor(staff).await?;
        self.records.end_sessions_of(staff).await?;
        self.halves(|halves| halves.end_all_of(staff));
        let about = Subject::from(&member.shown_name);
        Ok(self.note_about(by, Deed::FactorReset, member.role, about).await?)
    }

    /// Lets a worker of another organisation work for this coordinator's too; the account stays
    /// with the other one. Errors: [`PeopleError::Unknown`], [`PeopleError::CannotBeLent`].
    pub async fn lend(&self, by: &SignedIn, name: SignInName) -> Result<(), PeopleError> {
        let region = coordinated(by)?;
        let found = self.records.credentials(name).await?;
        let member = found.ok_or(PeopleError::Unknown)?.member;
        let works_elsewhere = member.role.region().is_some_and(|own| own != region);
        if !works_elsewhere || member.further.contains(&region) {
            return Err(PeopleError::CannotBeLent);
        }
        self.records.add_staff_region(member.id, region).await?;
        Ok(self.note_about(by, Deed::Lent, by.role, Subject::from(&member.shown_name)).await?)
    }

    /// Ends that a worker of another organisation works for this coordinator's too.
    pub async fn take_off(&self, by: &SignedIn, staff: StaffId) -> Result<(), PeopleError> {
        let region = coordinated(by)?;
        let member = self.records.staff(staff).await?.ok_or(PeopleError::NotYours)?;
        if member.role.region() == Some(region) || !member.further.contains(&region) {
            return Err(PeopleError::NotYours);
        }
        self.records.remove_staff_region(staff, region).await?;
        Ok(self.note_about(by, Deed::TakenOff, by.role, Subject::from(&member.shown_name)).await?)
    }

    async fn member_of(&self, by: &SignedIn, staff: StaffId) -> Result<StaffMember, PeopleError> {
        let member = self.records.staff(staff).await?;
        let runs = |member: &StaffMember| by.staff != staff && by.role.runs(member.role);
        member.filter(runs).ok_or(PeopleError::NotYours)
    }

    async fn invitation_of(
        &self,
        by: &SignedIn,
        id: InvitationId,
    ) -> Result<Invitation, PeopleError> {
        let open = self.records.open_invitations().await?;
        let found = open.into_iter().find(|invited| invited.id == id && by.role.runs(invited.role));
        found.ok_or(PeopleError::NotYours)
    }

    async fn note_about(
        &self,
        by: &SignedIn,
        what: Deed,
        whose: Role,
        about: Subject,
    ) -> Result<(), AccountError> {
        let author = Author::Staff(by.staff, by.shown_name.clone());
        self.note(author, what, whose.region(), about).await
    }
}

fn coordinated(by: &SignedIn) -> Result<RegionId, PeopleError> {
    match by.role {
        Role::Coordinator(region) => Ok(region),
        Role::Worker(_) | Role::Administrator => Err(PeopleError::NotYours),
    }
}
