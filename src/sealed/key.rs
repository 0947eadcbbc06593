//! Symmetric keys.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::binding::Binding;

/// A 256-bit key, wiped when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub(super) struct Key([u8; 32]);

impl Key {
    pub(super) const LENGTH: usize = 32;

    pub(super) const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(super) const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key for what `binding` names: HKDF-SHA256 (RFC 5869), extracted without salt.
    pub(super) fn derive(&self, binding: &Binding) -> Self {
        Self::hkdf(None, &self.0, binding)
    }

    /// The key for what `binding` names, from `material` and a salt: whoever lacks either of them
    /// knows nothing of it.
    pub(super) fn from_halves(salt: &[u8; 32], material: &[u8; 32], binding: &Binding) -> Self {
        Self::hkdf(Some(salt), material, binding)
    }

    fn hkdf(salt: Option<&[u8]>, material: &[u8], binding: &Binding) -> Self {
        let mut key = Self([0; 32]);
        Hkdf::<Sha256>::new(salt, material)
            .expand(binding.as_bytes(), &mut key.0)
            .expect("HKDF-SHA256 gives up to 8,160 bytes");
        key
    }
}
