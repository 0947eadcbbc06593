//! What somebody does with their own account.

use std::time::Duration;

use super::{
    AccountError, Accounts, ChosenPassword, Enrolment, Origin, Password, PasswordError,
    RecoveryCode, SecondStepError, ShownOnce, SignedIn,
};
use crate::{
    domain::audit::Deed,
    service::records::{Factor, FactorSecret, OwnSession, RecordsError, SessionId, StaffMember},
};

/// Why an own account is not changed.
#[derive(Debug, thiserror::Error)]
pub enum OwnError {
    /// The password given to prove it is not this person's.
    #[error("the password is wrong")]
    Wrong,
    /// There were too many attempts.
    #[error("too many attempts")]
    TooMany {
        /// How long to wait for the next one.
        wait: Duration,
    },
    /// The new password cannot be chosen.
    #[error(transparent)]
    New(#[from] PasswordError),
    /// There is no second factor to have recovery codes for.
    #[error("there is no second factor")]
    NoFactor,
    /// The account could not be changed.
    #[error(transparent)]
    Internal(#[from] AccountError),
}

impl Accounts {
    /// Checks somebody's own password once more.
    pub async fn confirm(&self, who: &SignedIn, password: Password) -> Result<(), OwnError> {
        let from = Origin::OwnPassword(who.session);
        self.attempts(|attempts| attempts.take(&from, self.runtime.now()))
            .map_err(|wait| OwnError::TooMany { wait })?;
        let hash = self.records.password_of(who.staff).await.map_err(AccountError::from)?;
        if !self.hasher.verify(password, hash).await? {
            return Err(OwnError::Wrong);
        }
        self.attempts(|attempts| attempts.give_back(&from));
        Ok(())
    }

    /// Opens a locked session again. Errors: [`OwnError::Wrong`], [`OwnError::TooMany`].
    pub async fn unlock(&self, who: &SignedIn, password: Password) -> Result<(), OwnError> {
        self.confirm(who, password).await?;
        let now = self.runtime.now();
        self.records.note_activity(who.session, now).await.map_err(AccountError::from)?;
        Ok(())
    }

    /// The account as it is now.
    pub async fn own(&self, who: &SignedIn) -> Result<StaffMember, AccountError> {
        Ok(self.records.staff(who.staff).await?.ok_or(RecordsError::UnknownStaff)?)
    }

    /// Replaces the own password, which ends all other sessions.
    pub async fn change_password(
        &self,
        who: &SignedIn,
        old: Password,
        new: Password,
    ) -> Result<(), OwnError> {
        let member = self.own(who).await?;
        let names = [member.sign_in_name.as_str(), member.shown_name.as_str()];
        // First what costs no attempt.
        let new = ChosenPassword::choose(new, &names)?;
        self.confirm(who, old).await?;
        let hash = self.hash(new.into()).await?;
        let changed = self.records.set_password(who.staff, hash, who.session).await;
        changed.map_err(AccountError::from)?;
        self.halves(|halves| halves.end_all_of(who.staff));
        Ok(self.note_own(&member, Deed::PasswordChanged).await?)
    }

    /// Prepares a new second factor; the one there is stays until the first code of the new one.
    pub async fn prepare_factor(&self, who: &SignedIn, password: Password) -> Result<(), OwnError> {
        self.confirm(who, password).await?;
        let member = self.own(who).await?;
        let secret = FactorSecret::from_bytes(self.random());
        let enrolment = Enrolment::of(&secret, &member.sign_in_name);
        let now = self.runtime.now();
        self.in_hand(|in_hand| in_hand.prepare(who.session, secret, enrolment, now));
        Ok(())
    }

    /// The second factor that is being prepared, if one is.
    #[must_use]
    pub fn prepared_factor(&self, who: &SignedIn) -> Option<Enrolment> {
        let now = self.runtime.now();
        let found = self.in_hand(|in_hand| in_hand.prepared(who.session, now));
        found.map(|(_, enrolment)| enrolment)
    }

    /// Checks the first code of the prepared second factor and keeps it; the recovery codes are
    /// shown once.
    pub async fn finish_factor(&self, who: &SignedIn, typed: &str) -> Result<(), SecondStepError> {
        let now = self.runtime.now();
        let prepared = self.in_hand(|in_hand| in_hand.prepared(who.session, now));
        let (secret, _) = prepared.ok_or(SecondStepError::Over)?;
        let used = self.first_code(&secret, typed)?;
        let member = self.own(who).await?;
        let codes = self.keep_factor(&member, secret, used).await?;
        self.in_hand(|in_hand| in_hand.made(who.session));
        self.show_once(who, ShownOnce::Recovery(codes));
        Ok(())
    }

    /// How many recovery codes are left; `None` without a second factor.
    pub async fn recovery_left(&self, who: &SignedIn) -> Result<Option<usize>, AccountError> {
        Ok(match self.own(who).await?.factor {
            Factor::Missing => None,
            Factor::Codes => Some(self.records.recovery_left(who.staff).await?),
        })
    }

    /// Replaces the recovery codes; the new ones are shown once.
    pub async fn renew_recovery(&self, who: &SignedIn, password: Password) -> Result<(), OwnError> {
        let member = self.own(who).await?;
        if member.factor == Factor::Missing {
            return Err(OwnError::NoFactor);
        }
        self.confirm(who, password).await?;
        let codes = self.fresh_recovery();
        let hashes = codes.iter().map(RecoveryCode::hash).collect();
        self.records.set_recovery(who.staff, hashes).await.map_err(AccountError::from)?;
        self.note_own(&member, Deed::RecoveryRenewed).await?;
        self.show_once(who, ShownOnce::Recovery(codes));
        Ok(())
    }

    /// The own sessions, the oldest first.
    pub async fn own_sessions(&self, who: &SignedIn) -> Result<Vec<OwnSession>, AccountError> {
        Ok(self.records.sessions_of(who.staff).await?)
    }

    /// Ends one of the own sessions; nothing happens to anybody else's.
    pub async fn end_own_session(
        &self,
        who: &SignedIn,
        session: SessionId,
    ) -> Result<(), AccountError> {
        if self.records.end_own_session(who.staff, session).await? {
            let member = self.own(who).await?;
            self.note_own(&member, Deed::SessionsEnded).await?;
        }
        Ok(())
    }

    /// Ends all own sessions but this one; tells how many there were.
    pub async fn end_other_sessions(&self, who: &SignedIn) -> Result<usize, AccountError> {
        let ended = self.records.end_other_sessions(who.staff, who.session).await?;
        if ended > 0 {
            let member = self.own(who).await?;
            self.note_own(&member, Deed::SessionsEnded).await?;
        }
        Ok(ended)
    }
}
