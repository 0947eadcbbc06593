//! Who was asked to join the staff.

use super::{Answer, InvitationHash, PasswordHash};
use crate::domain::{
    ids::StaffId,
    moment::Moment,
    staffing::{Role, ShownName, SignInName},
};

/// An invitation; the number is never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct InvitationId(pub i64);

/// Somebody who is asked to join.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// The hash of the token in the link.
    pub token: InvitationHash,
    /// What they will type to sign in.
    pub sign_in_name: SignInName,
    /// What visitors and colleagues will see.
    pub shown_name: ShownName,
    /// What they will do.
    pub role: Role,
    /// Until when the link works.
    pub until: Moment,
}

/// An invitation that was neither used nor withdrawn; it may be too old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its number.
    pub id: InvitationId,
    /// What they will type to sign in.
    pub sign_in_name: SignInName,
    /// What visitors and colleagues will see.
    pub shown_name: ShownName,
    /// What they will do.
    pub role: Role,
    /// Until when the link works.
    pub until: Moment,
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invited {
    /// An invitation that can be accepted.
    Open(Invitation),
    /// Nothing, not any more at least: a newer link has replaced it, or it is no link of ours.
    Unknown,
    /// An invitation that was accepted.
    Used,
    /// An invitation that was taken back.
    Withdrawn,
    /// An invitation that is too old.
    Late,
}

/// What came of accepting an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acceptance {
    /// There is an account now.
    Joined(StaffId),
    /// The invitation cannot be accepted; nothing has changed. Never [`Invited::Open`].
    Refused(Invited),
}

/// The part of the port that knows invitations.
pub trait InvitationRecords: Send + Sync {
    /// Invites somebody; an invitation for the same name that is too old at `now` makes place.
    /// Errors: [`super::RecordsError::NameTaken`] by an account or another open invitation,
    /// [`super::RecordsError::UnknownRegion`].
    fn invite(&self, new: NewInvitation, now: Moment) -> Answer<'_, InvitationId>;

    /// Replaces the link of an invitation that is open or too old; the former one leads nowhere.
    /// Errors: [`super::RecordsError::UnknownInvitation`].
    fn renew_invitation(
        &self,
        id: InvitationId,
        token: InvitationHash,
        until: Moment,
    ) -> Answer<'_, ()>;

    /// Takes an invitation back. Errors: [`super::RecordsError::UnknownInvitation`] when it was
    /// used or withdrawn already.
    fn withdraw_invitation(&self, id: InvitationId) -> Answer<'_, ()>;

    /// The invitations that were neither used nor withdrawn, in the order of inviting.
    fn open_invitations(&self) -> Answer<'_, Vec<Invitation>>;

    /// What the link whose token has this hash leads to at `now`.
    fn invitation(&self, token: InvitationHash, now: Moment) -> Answer<'_, Invited>;

    /// Makes the account of an invitation, once. Errors: [`super::RecordsError::NameTaken`].
    fn accept_invitation(
        &self,
        token: InvitationHash,
        password: PasswordHash,
        now: Moment,
    ) -> Answer<'_, Acceptance>;

    /// Forgets the invitations whose links ended before this moment; tells how many there were.
    fn forget_invitations_before(&self, moment: Moment) -> Answer<'_, usize>;
}
