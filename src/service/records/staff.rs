//! Members of staff as they are recorded.

use std::fmt;

use super::{Factor, Standing};
use crate::domain::{
    ids::{RegionId, StaffId},
    staffing::{Role, ShownName, SignInName},
};

/// A password after hashing, as a PHC string with its salt and parameters.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// The hash that this string holds; it is not looked at before a password is checked.
    #[must_use]
    pub fn from_phc(phc: String) -> Self {
        Self(phc)
    }

    /// The PHC string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash([redacted])")
    }
}

/// Somebody who joins the staff.
#[derive(Debug, Clone)]
pub struct NewStaff {
    /// What they type to sign in; nobody else has it.
    pub sign_in_name: SignInName,
    /// What visitors and colleagues see.
    pub shown_name: ShownName,
    /// The hash of their password.
    pub password: PasswordHash,
    /// What they may do.
    pub role: Role,
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// Their number, never used again.
    pub id: StaffId,
    /// What they type to sign in.
    pub sign_in_name: SignInName,
    /// What visitors and colleagues see.
    pub shown_name: ShownName,
    /// What they may do.
    pub role: Role,
    /// The regions they work for beside the one of their role.
    pub further: Vec<RegionId>,
    /// Whether the account may be used.
    pub standing: Standing,
    /// Whether there is a second factor.
    pub factor: Factor,
}

/// A member of staff with what proves that it is them.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Who it is.
    pub member: StaffMember,
    /// The hash of their password.
    pub password: PasswordHash,
}
