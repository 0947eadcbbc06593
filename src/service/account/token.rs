//! Tokens: 256 random bits that a browser shows.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::service::records::{DeviceHash, InvitationHash, SessionHash};

/// SHA-256 of a [`HalfToken`]; it is recorded nowhere.
type HalfHash = [u8; 32];

/// Thirty-two random bytes that print as `[redacted]`, travel as 64 hexadecimal digits and are kept
/// as a hash.
macro_rules! token {
    ($(#[$doc:meta])* $name:ident, $hash:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
        pub struct $name([u8; 32]);

        impl $name {
            /// The token with these bytes, which must come from a cryptographic generator.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 32]) -> Self {
                Self(bytes)
            }

            /// Reads what [`Self::to_text`] wrote; `None` when it is anything else.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                from_hexadecimal(text).map(Self)
            }

            /// The token as 64 hexadecimal digits in small letters, for a cookie.
            #[must_use]
            pub fn to_text(&self) -> String {
                to_hexadecimal(&self.0)
            }

            /// What is kept of it: its SHA-256. It has 256 random bits, so it needs no salt.
            #[must_use]
            pub fn hash(&self) -> $hash {
                $hash::from(<[u8; 32]>::from(Sha256::digest(self.0)))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("[redacted]")
            }
        }
    };
}

token! {
    /// What a signed-in browser shows.
    SessionToken, SessionHash
}
token! {
    /// What a browser shows that somebody signed in with before.
    DeviceToken, DeviceHash
}
token! {
    /// What stands in the link of an invitation.
    InvitationToken, InvitationHash
}
token! {
    /// What a browser shows in which somebody has given the password and not yet the second factor.
    HalfToken, HalfHash
}

const DIGITS: &[u8; 16] = b"0123456789abcdef";

fn to_hexadecimal(bytes: &[u8; 32]) -> String {
    let digit = |value: u8| char::from(DIGITS[usize::from(value & 0xf)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}

fn from_hexadecimal(text: &str) -> Option<[u8; 32]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let text: &[u8; 64] = text.as_bytes().try_into().ok()?;
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_from_its_text_and_from_nothing_else() {
        let mut byte = 3_u8;
        let token = SessionToken::from_bytes([(); 32].map(|()| {
            byte = byte.wrapping_mul(7);
            byte
        }));
        let text = token.to_text();
        assert_eq!(text.len(), 64);
        assert_eq!(SessionToken::parse(&text), Some(token));
        for other in [&text[1..], &text.to_uppercase(), &format!("{text}0"), "", &"g".repeat(64)] {
            assert_eq!(SessionToken::parse(other), None, "{other}");
        }
    }

    #[test]
    fn a_token_is_kept_as_its_sha_256() {
        // FIPS 180-4 over 32 zero bytes.
        let expected = "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925";
        let hash = SessionToken::from_bytes([0; 32]).hash();
        assert_eq!(to_hexadecimal(hash.as_bytes()), expected);
    }

    #[test]
    fn tokens_are_not_printed() {
        let token = DeviceToken::from_bytes([0xab; 32]);
        assert_eq!(format!("{token:?} {:?}", token.hash()), "[redacted] DeviceHash([redacted])");
    }
}
