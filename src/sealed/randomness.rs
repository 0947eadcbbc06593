//! Randomness comes from outside: the browser's generator in a page, a seeded one in a simulation.

use std::convert::Infallible;

use hpke::rand_core::{TryCryptoRng, TryRng};

/// A cryptographic random generator.
pub trait Randomness: Send + Sync {
    /// Fills `bytes` with unpredictable bytes. It must not return without having done so.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// Fresh random bytes.
pub(super) fn random<const LENGTH: usize>(source: &mut dyn Randomness) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    source.fill(&mut bytes);
    bytes
}

/// Our randomness in the form that `hpke` takes.
pub(super) struct Source<'a>(pub &'a mut dyn Randomness);

impl TryRng for Source<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(random(self.0)))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(random(self.0)))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Source<'_> {}
