//! Symmetric keys.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::{binding::Binding, randomness::Randomness};

/// A 256-bit key. It is made where it stays until it is dropped, and wiped there: moving a key moves
/// a pointer, so that no copy is left on a stack, or behind a vector that grew.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Key(Box<[u8; Self::LENGTH]>);

impl Key {
    pub(super) const LENGTH: usize = 32;

    fn blank() -> Self {
        Self(Box::new([0; Self::LENGTH]))
    }

    pub(super) fn random(randomness: &mut dyn Randomness) -> Self {
        let mut key = Self::blank();
        randomness.fill(key.0.as_mut_slice());
        key
    }

    /// The key with these bytes; `None` when they are not as many as a key has.
    pub(super) fn copied(bytes: &[u8]) -> Option<Self> {
        let mut key = Self::blank();
        (bytes.len() == Self::LENGTH).then(|| key.0.copy_from_slice(bytes))?;
        Some(key)
    }

    pub(super) fn as_bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }

    /// Puts zeros in its place, when it has to go before it is dropped.
    pub(super) fn wipe(&mut self) {
        self.0.zeroize();
    }

    /// The key for what `binding` names: HKDF-SHA256 (RFC 5869), extracted without salt.
    pub(super) fn derive(&self, binding: &Binding) -> Self {
        Self::hkdf(None, self.as_bytes(), binding)
    }

    /// The key for what `binding` names, from `material` and a salt: whoever lacks either of them
    /// knows nothing of it.
    pub(super) fn from_halves(salt: &[u8; 32], material: &[u8; 32], binding: &Binding) -> Self {
        Self::hkdf(Some(salt), material, binding)
    }

    fn hkdf(salt: Option<&[u8]>, material: &[u8], binding: &Binding) -> Self {
        let mut key = Self::blank();
        Hkdf::<Sha256>::new(salt, material)
            .expand(binding.as_bytes(), key.0.as_mut_slice())
            .expect("HKDF-SHA256 gives up to 8,160 bytes");
        key
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.wipe();
    }
}

impl ZeroizeOnDrop for Key {}
