//! End-to-end encryption: what only the browsers of one conversation can read.
//!
//! A visitor's tab makes a root key, the root gives a key for every epoch, and that key is sealed
//! to each seat on the roster that the visitor's screen shows. Messages are sealed under a key of
//! their own per epoch and seat. Suite: HPKE (RFC 9180) in base mode with X-Wing, HKDF-SHA256 and
//! ChaCha20-Poly1305; XChaCha20-Poly1305 for messages and for what a tab keeps. Primitives are
//! composed here and nowhere else.
//!
//! Invariants: no clock and no ambient randomness; nothing here prints or logs; every secret is
//! wiped when dropped; everything that is hashed or authenticated together goes through
//! [`binding::Binding`], which is unambiguous. Only `browser::sealing` may name
//! [`Standard`]: whoever names them carries the cryptography in its WASM file.

mod binding;
mod cipher;
mod desk;
mod error;
mod key;
mod keyring;
mod padding;
mod randomness;
mod roster;
mod shift;
mod stack;
mod suite;
mod tab_secret;
#[cfg(test)]
mod tests;
mod visitor;

pub use desk::{Desk, DeskSeal};
pub use error::SealError;
pub use randomness::Randomness;
pub use suite::{DeskSuite, Standard, VisitorSuite};
pub use tab_secret::TabSecret;
pub use visitor::{Visitor, VisitorSeal};
