//! The first step of signing in: name and password.

use std::time::Duration;

use super::{
    AccountError, Accounts, DeviceToken, HalfToken, Origin, Password, SessionToken, SignInName,
    SignedIn, half::Half,
};
use crate::{
    domain::{ids::StaffId, secret::Share},
    service::records::{DeviceHash, Factor, FactorSecret, NewSession, StaffMember, Standing},
};

/// Why somebody is not signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The name or the password is wrong; nobody is told which.
    #[error("the name or the password is wrong")]
    Refused,
    /// Name and password are right, but the account may not be used.
    #[error("the account is disabled")]
    Disabled,
    /// There were too many attempts.
    #[error("too many attempts")]
    TooMany {
        /// How long to wait for the next one.
        wait: Duration,
    },
    /// The password could not be checked.
    #[error(transparent)]
    Internal(#[from] AccountError),
}

/// What somebody typed into the form, and what their browser sent along.
#[derive(Debug)]
pub struct SignIn {
    /// The name as typed.
    pub name: String,
    /// The password as typed.
    pub password: Password,
    /// What the browser got when somebody signed in there before.
    pub device: Option<DeviceToken>,
    /// The session that the browser still has; it ends when the new one starts.
    pub previous: Option<SessionToken>,
}

/// Somebody has signed in.
#[derive(Debug)]
pub struct Welcome {
    /// What the browser shows from now on; only its hash is kept here.
    pub token: SessionToken,
    /// What the browser shows when somebody signs in again.
    pub device: DeviceToken,
    /// Who it is.
    pub who: SignedIn,
}

/// What a right password leads to.
#[derive(Debug)]
pub enum Entry {
    /// A session: in the demo, without a second factor.
    In(Box<Welcome>),
    /// The question for a code.
    Code(HalfToken),
    /// Making a second factor, before anything else.
    Enrol(HalfToken),
}

impl Accounts {
    /// Checks the password: the first of two steps.
    pub async fn sign_in(&self, attempt: SignIn) -> Result<Entry, SignInError> {
        let name = SignInName::parse(&attempt.name).ok();
        let found = match name.clone() {
            Some(name) => self.records.credentials(name).await.map_err(AccountError::from)?,
            None => None,
        };
        let (member, hash) = match found {
            Some(found) => (Some(found.member), found.password),
            None => (None, self.nobody.clone()),
        };
        let device = attempt.device.as_ref().map(DeviceToken::hash);
        let from = match device {
            Some(device) if self.is_known(device, member.as_ref()).await? => Origin::Known(device),
            _ => Origin::Anywhere(name),
        };
        self.attempts(|attempts| attempts.take(&from, self.runtime.now()))
            .map_err(|wait| SignInError::TooMany { wait })?;
        let right = self.hasher.verify(attempt.password, hash).await?;
        let Some(member) = member.filter(|_| right) else { return Err(SignInError::Refused) };
        // Whoever knows the password has not used up an attempt.
        self.attempts(|attempts| attempts.give_back(&from));
        if member.standing == Standing::Disabled {
            return Err(SignInError::Disabled);
        }
        Ok(self.enter(member, attempt.device, attempt.previous).await?)
    }

    /// Lets in whoever gave the right password, as far as that goes.
    pub(super) async fn enter(
        &self,
        member: StaffMember,
        device: Option<DeviceToken>,
        previous: Option<SessionToken>,
    ) -> Result<Entry, AccountError> {
        let fresh = match member.factor {
            Factor::Missing if self.is_demo() => {
                return Ok(Entry::In(Box::new(self.welcome(member, device, previous).await?)));
            }
            Factor::Missing => Some(FactorSecret::from_bytes(self.random())),
            Factor::Codes => None,
        };
        let now = self.runtime.now();
        let token = HalfToken::from_bytes(self.random());
        let entry = if fresh.is_some() { Entry::Enrol } else { Entry::Code };
        let half = Half::new(member.id, device, previous, fresh, now);
        self.halves(|halves| halves.begin(&token, half, now));
        Ok(entry(token))
    }

    /// Asks also when nobody has the name, so that the answer takes as long.
    async fn is_known(
        &self,
        device: DeviceHash,
        member: Option<&StaffMember>,
    ) -> Result<bool, AccountError> {
        let staff = member.map_or(StaffId(0), |member| member.id);
        Ok(self.records.knows_device(device, staff).await?)
    }

    /// Starts a session.
    pub(super) async fn welcome(
        &self,
        member: StaffMember,
        device: Option<DeviceToken>,
        previous: Option<SessionToken>,
    ) -> Result<Welcome, AccountError> {
        if let Some(previous) = previous {
            self.sign_out(&previous).await?;
        }
        let now = self.runtime.now();
        let token = SessionToken::from_bytes(self.random());
        let share = Share::from_bytes(self.random());
        let device = device.unwrap_or_else(|| DeviceToken::from_bytes(self.random()));
        self.records.remember_device(device.hash(), member.id, now).await?;
        let new = NewSession {
            token: token.hash(),
            staff: member.id,
            share: share.clone(),
            created: now,
        };
        let session = self.records.start_session(new).await?;
        let StaffMember { id: staff, shown_name, role, further, .. } = member;
        let (shift_key, last_active) = (None, now);
        let who =
            SignedIn { session, staff, shown_name, role, further, share, shift_key, last_active };
        Ok(Welcome { token, device, who })
    }
}
