//! What can go wrong with a seal.

/// Why something was not sealed or opened. Deliberately coarse: more detail helps only an attacker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// It does not have the form that it should have: a length, a public key, a roster with two
    /// seats of one number.
    #[error("malformed")]
    Malformed,
    /// It has the right form but is not what it claims to be: it does not open, or its roster,
    /// epoch, seat or conversation is another one.
    #[error("refused")]
    Refused,
    /// The key for this epoch is not here: not received yet, forgotten, or wiped.
    #[error("no key")]
    NoKey,
}
