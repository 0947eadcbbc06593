//! Who is signed in, and from where before.

use std::fmt;

use super::StaffMember;
use crate::domain::{conversation::ShiftPublic, ids::StaffId, moment::Moment, secret::Share};

/// SHA-256 of a token, which only the browser has.
macro_rules! token_hash {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 32]);

        impl $name {
            /// The hash with these bytes.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 32]) -> Self {
                Self(bytes)
            }

            /// The bytes of the hash.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 32] {
                &self.0
            }
        }

        impl From<[u8; 32]> for $name {
            fn from(bytes: [u8; 32]) -> Self {
                Self(bytes)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "([redacted])"))
            }
        }
    };
}

token_hash! {
    /// SHA-256 of a session's token.
    SessionHash
}
token_hash! {
    /// SHA-256 of the token of a browser that somebody signed in with before.
    DeviceHash
}

token_hash! {
    /// SHA-256 of the token in the link of an invitation.
    InvitationHash
}
token_hash! {
    /// SHA-256 of a recovery code, which has 80 random bits.
    RecoveryHash
}

/// One time of being signed in; the number is never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub i64);

/// A session that starts.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// The hash of its token.
    pub token: SessionHash,
    /// Whose it is.
    pub staff: StaffId,
    /// The server's half of what seals the desk tab's shift key over a reload.
    pub share: Share,
    /// When it starts.
    pub created: Moment,
}

/// A session that has not ended.
#[derive(Debug, Clone)]
pub struct Session {
    /// Its number.
    pub id: SessionId,
    /// Whose it is.
    pub staff: StaffMember,
    /// The server's half of what seals the desk tab's shift key over a reload.
    pub share: Share,
    /// The public half of the shift key, once a desk tab has registered it.
    pub shift_key: Option<ShiftPublic>,
    /// When it started.
    pub created: Moment,
    /// When it was last used, to the minute.
    pub last_seen: Moment,
    /// When its person last did something with it, to the minute.
    pub last_active: Moment,
}
