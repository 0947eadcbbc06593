//! Secrets that travel. None of them is ever printed.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Thirty-two random bytes that print as `[redacted]` and are wiped when dropped.
macro_rules! secret {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop, Serialize, Deserialize)]
        pub struct $name(#[serde(with = "crate::domain::bytes::fixed")] [u8; 32]);

        impl $name {
            /// The secret with these bytes.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 32]) -> Self {
                Self(bytes)
            }

            /// The thirty-two bytes.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 32] {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("[redacted]")
            }
        }
    };
}

secret! {
    /// What a visitor's tab shows to prove that a conversation is its own. The server keeps only
    /// its [`TokenHash`].
    Token
}
secret! {
    /// SHA-256 of a [`Token`].
    TokenHash
}
secret! {
    /// What lets one evaluation be counted after a conversation has ended. It leads to no
    /// conversation.
    Ticket
}
secret! {
    /// The server's half of a key that exists whole only in a browser: of a conversation's root
    /// key, given to whoever shows the token, or of what a desk tab keeps over a reload, given to
    /// the signed-in session. Erased at the end of either.
    Share
}
