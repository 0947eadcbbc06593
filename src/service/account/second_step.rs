//! The second step of signing in: a code of the authenticator or one from paper, or making a second
//! factor.

use std::time::Duration;

use super::{
    AccountError, Accounts, Author, Drift, Enrolment, HalfToken, Origin, RECOVERY_CODES,
    RecoveryCode, ShownOnce, SignedIn, Standing, Subject, Welcome,
    codes::{self, Checked},
    half::Half,
};
use crate::{
    domain::{audit::Deed, ids::StaffId},
    service::records::{CodeStep, FactorSecret, NewFactor, StaffMember},
};

/// What is asked of somebody who gave the right password.
#[derive(Debug)]
pub enum SecondStep {
    /// A code.
    Code,
    /// To make a second factor.
    Enrol(Enrolment),
}

/// Why the second step was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SecondStepError {
    /// It took too long, there were too many wrong codes, or it was taken already: sign in again.
    #[error("this sign-in is over")]
    Over,
    /// The code is none of this second factor.
    #[error("the code is wrong")]
    Wrong,
    /// The code is right and was used before.
    #[error("the code was used before")]
    Used,
    /// The code is one of another time.
    #[error("the clock of the device is off")]
    Clock(Drift),
    /// There were too many attempts.
    #[error("too many attempts")]
    TooMany {
        /// How long to wait for the next one.
        wait: Duration,
    },
    /// The code could not be checked.
    #[error(transparent)]
    Internal(#[from] AccountError),
}

/// What somebody took the second step with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// A code of the authenticator.
    Authenticator,
    /// A recovery code, of which so many are left.
    Recovery {
        /// How many are left.
        left: usize,
    },
}

impl Accounts {
    /// What is asked of whoever shows this token; `None` when that is over.
    pub async fn second_step(&self, token: &HalfToken) -> Result<Option<SecondStep>, AccountError> {
        let Some((half, member)) = self.halfway(token).await? else { return Ok(None) };
        Ok(Some(match half.fresh {
            Some(secret) => SecondStep::Enrol(Enrolment::of(&secret, &member.sign_in_name)),
            None => SecondStep::Code,
        }))
    }

    /// Checks the code, of the authenticator or from paper, and starts the session.
    pub async fn finish_with_code(
        &self,
        token: &HalfToken,
        typed: &str,
    ) -> Result<(Welcome, By), SecondStepError> {
        let (half, member) = self.halfway(token).await?.ok_or(SecondStepError::Over)?;
        if half.fresh.is_some() {
            return Err(SecondStepError::Over);
        }
        let from = self.origin(&half, member.id).await?;
        self.attempts(|attempts| attempts.take(&from, self.runtime.now()))
            .map_err(|wait| SecondStepError::TooMany { wait })?;
        let by = match RecoveryCode::parse(typed) {
            Some(code) => self.check_recovery(member.id, &code).await,
            None => self.check_code(member.id, typed).await,
        };
        let by = by.inspect_err(|error| {
            // A clock that is off is no guess.
            if matches!(error, SecondStepError::Wrong) {
                self.halves(|halves| halves.fail(token));
            }
        })?;
        self.attempts(|attempts| attempts.give_back(&from));
        if let By::Recovery { .. } = by {
            self.note_own(&member, Deed::RecoveryUsed).await?;
        }
        let half = self.halves(|halves| halves.end(token)).ok_or(SecondStepError::Over)?;
        Ok((self.welcome(member, half.device, half.previous).await?, by))
    }

    /// Checks the first code of a new second factor, keeps it, and starts the session. The recovery
    /// codes are shown there once ([`Accounts::shown_once`]).
    pub async fn finish_with_enrolment(
        &self,
        token: &HalfToken,
        typed: &str,
    ) -> Result<Welcome, SecondStepError> {
        let (half, member) = self.halfway(token).await?.ok_or(SecondStepError::Over)?;
        let secret = half.fresh.clone().ok_or(SecondStepError::Over)?;
        let used = self.first_code(&secret, typed)?;
        let half = self.halves(|halves| halves.end(token)).ok_or(SecondStepError::Over)?;
        let codes = self.keep_factor(&member, secret, used).await?;
        let welcome = self.welcome(member, half.device, half.previous).await?;
        self.show_once(&welcome.who, ShownOnce::Recovery(codes));
        Ok(welcome)
    }

    /// The step of a code of a second factor that is not kept yet; guessing it gains nobody
    /// anything.
    pub(super) fn first_code(
        &self,
        secret: &FactorSecret,
        typed: &str,
    ) -> Result<CodeStep, SecondStepError> {
        match codes::check(secret, typed, self.runtime.now()) {
            Checked::Right(step) => Ok(step),
            Checked::OffBy(drift) => Err(SecondStepError::Clock(drift)),
            Checked::Wrong => Err(SecondStepError::Wrong),
        }
    }

    /// Keeps a second factor and makes its recovery codes.
    pub(super) async fn keep_factor(
        &self,
        member: &StaffMember,
        secret: FactorSecret,
        used: CodeStep,
    ) -> Result<Vec<RecoveryCode>, AccountError> {
        let codes = self.fresh_recovery();
        let recovery = codes.iter().map(RecoveryCode::hash).collect();
        self.records.set_factor(member.id, NewFactor { secret, used, recovery }).await?;
        self.note_own(member, Deed::FactorSet).await?;
        Ok(codes)
    }

    pub(super) fn fresh_recovery(&self) -> Vec<RecoveryCode> {
        (0..RECOVERY_CODES).map(|_| RecoveryCode::from_bytes(self.random())).collect()
    }

    /// What this session's person has in hand to look at, once.
    #[must_use]
    pub fn shown_once(&self, who: &SignedIn) -> Option<ShownOnce> {
        self.in_hand(|in_hand| in_hand.shown(who.session, self.runtime.now()))
    }

    /// They have it: it is shown no more.
    pub fn put_away(&self, who: &SignedIn) {
        self.in_hand(|in_hand| in_hand.put_away(who.session));
    }

    pub(super) fn show_once(&self, who: &SignedIn, what: ShownOnce) {
        self.in_hand(|in_hand| in_hand.show(who.session, what, self.runtime.now()));
    }

    async fn check_code(&self, staff: StaffId, typed: &str) -> Result<By, SecondStepError> {
        let secret = self.records.factor(staff).await.map_err(AccountError::from)?;
        // It was reset since the password was given.
        let secret = secret.ok_or(SecondStepError::Over)?;
        let step = self.first_code(&secret, typed)?;
        let used = self.records.use_step(staff, step).await.map_err(AccountError::from)?;
        if used { Ok(By::Authenticator) } else { Err(SecondStepError::Used) }
    }

    async fn check_recovery(
        &self,
        staff: StaffId,
        code: &RecoveryCode,
    ) -> Result<By, SecondStepError> {
        let used = self.records.use_recovery(staff, code.hash()).await;
        if !used.map_err(AccountError::from)? {
            return Err(SecondStepError::Wrong);
        }
        let left = self.records.recovery_left(staff).await.map_err(AccountError::from)?;
        Ok(By::Recovery { left })
    }

    /// Whoever shows this token, while the account may be used.
    async fn halfway(
        &self,
        token: &HalfToken,
    ) -> Result<Option<(Half, StaffMember)>, AccountError> {
        let now = self.runtime.now();
        let Some(half) = self.halves(|halves| halves.get(token, now)) else { return Ok(None) };
        let member = self.records.staff(half.staff).await?;
        let member = member.filter(|member| member.standing == Standing::Active);
        Ok(member.map(|member| (half, member)))
    }

    async fn origin(&self, half: &Half, staff: StaffId) -> Result<Origin, AccountError> {
        let device = half.device.as_ref().map(super::DeviceToken::hash);
        let known = match device {
            Some(device) if self.records.knows_device(device, staff).await? => Some(device),
            _ => None,
        };
        Ok(Origin::SecondStep(staff, known))
    }

    /// Writes down what somebody did to their own account.
    pub(super) async fn note_own(
        &self,
        member: &StaffMember,
        what: Deed,
    ) -> Result<(), AccountError> {
        let author = Author::Staff(member.id, member.shown_name.clone());
        self.note(author, what, member.role.region(), Subject::from(&member.shown_name)).await
    }
}
