//! What proves, beside the password, that somebody is who they say.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::{Answer, RecoveryHash};
use crate::domain::ids::StaffId;

/// What the codes of an authenticator are made from. Kept whole, since a hash could check nothing;
/// it lets nobody in without the password.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct FactorSecret([u8; 20]);

impl FactorSecret {
    /// The secret with these bytes, which must come from a cryptographic generator (160 bits, as
    /// RFC 4226 section 4 recommends).
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// The twenty bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 20] {
        &self.0
    }
}

impl fmt::Debug for FactorSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// The number of a code since 1970 (RFC 6238 section 4.2); each code is used once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodeStep(pub u64);

/// A second factor that is made.
#[derive(Debug, Clone)]
pub struct NewFactor {
    /// What the codes are made from.
    pub secret: FactorSecret,
    /// The code that proved that the authenticator has it.
    pub used: CodeStep,
    /// The hashes of the codes for when it is lost.
    pub recovery: Vec<RecoveryHash>,
}

/// The part of the port that knows second factors.
pub trait FactorRecords: Send + Sync {
    /// Gives somebody a second factor, in the place of any they had. Errors:
    /// [`super::RecordsError::UnknownStaff`].
    fn set_factor(&self, staff: StaffId, factor: NewFactor) -> Answer<'_, ()>;

    /// What somebody's codes are made from; `None` without a second factor.
    fn factor(&self, staff: StaffId) -> Answer<'_, Option<FactorSecret>>;

    /// Uses up the code of this step and all before it; false when it was used already.
    fn use_step(&self, staff: StaffId, step: CodeStep) -> Answer<'_, bool>;

    /// Replaces the recovery codes. Errors: [`super::RecordsError::UnknownStaff`].
    fn set_recovery(&self, staff: StaffId, codes: Vec<RecoveryHash>) -> Answer<'_, ()>;

    /// Uses up a recovery code; false when there is none like it.
    fn use_recovery(&self, staff: StaffId, code: RecoveryHash) -> Answer<'_, bool>;

    /// How many recovery codes somebody has left.
    fn recovery_left(&self, staff: StaffId) -> Answer<'_, usize>;

    /// Takes away second factor and recovery codes; does nothing when there are none.
    fn remove_factor(&self, staff: StaffId) -> Answer<'_, ()>;
}
