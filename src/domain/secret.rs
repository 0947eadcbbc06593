//! Secrets that travel. None of them is ever printed.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Thirty-two random bytes that print as `[redacted]`. They stay in one place until they are dropped,
/// and are wiped there: moving a secret moves a pointer, and leaves no copy behind.
macro_rules! secret {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name(#[serde(with = "crate::domain::bytes::boxed")] Box<[u8; 32]>);

        impl $name {
            /// The secret with these bytes; the caller's own stay where they are.
            #[must_use]
            pub fn from_bytes(bytes: [u8; 32]) -> Self {
                Self::copied(&bytes)
            }

            /// The secret with these bytes, which the caller wipes.
            #[must_use]
            pub fn copied(bytes: &[u8; 32]) -> Self {
                let mut secret = Self(Box::new([0; 32]));
                secret.0.copy_from_slice(bytes);
                secret
            }

            /// The thirty-two bytes.
            #[must_use]
            pub fn as_bytes(&self) -> &[u8; 32] {
                &self.0
            }

            /// Puts zeros in its place, when it has to go before it is dropped.
            pub fn wipe(&mut self) {
                self.0.zeroize();
            }
        }

        impl Drop for $name {
            fn drop(&mut self) {
                self.wipe();
            }
        }

        impl ZeroizeOnDrop for $name {}

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
