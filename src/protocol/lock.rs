//! What a locked desk asks.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A worker whose desk is locked gives the password again. It is never printed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlock {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// The password as typed.
    pub password: String,
}

impl fmt::Debug for Unlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unlock([redacted])")
    }
}
