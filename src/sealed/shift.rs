//! A desk tab's shift key, and epoch keys sealed to it: HPKE in base mode (RFC 9180 section 5.1.1)
//! with X-Wing (draft-connolly-cfrg-xwing-kem).

use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256,
    kem::XWing, single_shot_open, single_shot_seal_with_rng,
};
use zeroize::Zeroizing;

use super::{
    SealError,
    binding::Binding,
    key::Key,
    randomness::{Randomness, Source},
};
use crate::domain::conversation::{SealedKey, ShiftPublic};

const ENCAPSULATED: usize = 1120;

/// Seals `key` to the holder of `public`. Malformed when that is no valid encapsulation key.
pub(super) fn seal_to(
    public: &ShiftPublic,
    info: &Binding,
    associated: &Binding,
    key: &Key,
    randomness: &mut dyn Randomness,
) -> Result<Vec<u8>, SealError> {
    let public = <XWing as Kem>::PublicKey::from_bytes(public.as_bytes())
        .map_err(|_| SealError::Malformed)?;
    let (encapsulated, ciphertext) =
        single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeS::Base,
            &public,
            info.as_bytes(),
            key.as_bytes(),
            associated.as_bytes(),
            &mut Source(randomness),
        )
        .map_err(|_| SealError::Malformed)?;
    let mut bytes = Vec::with_capacity(SealedKey::LENGTH);
    bytes.extend_from_slice(&encapsulated.to_bytes());
    bytes.extend_from_slice(&ciphertext);
    Ok(bytes)
}

/// The private half, as the seed that it follows from, and the public half. What follows from the
/// seed is made when a key is opened and wiped after it: it lies on the stack, where moving it would
/// leave copies.
pub(super) struct ShiftKey {
    seed: Key,
    public: ShiftPublic,
}

impl ShiftKey {
    /// A new shift key. An X-Wing private key is any 32 random bytes.
    pub(super) fn new(randomness: &mut dyn Randomness) -> Self {
        Self::from_seed(Key::random(randomness))
    }

    pub(super) fn from_seed(seed: Key) -> Self {
        let public = XWing::sk_to_pk(&private(&seed)).to_bytes().to_vec();
        let public = ShiftPublic::from_bytes(public).expect("a public key has its own length");
        Self { seed, public }
    }

    pub(super) const fn seed(&self) -> &Key {
        &self.seed
    }

    pub(super) const fn public(&self) -> &ShiftPublic {
        &self.public
    }

    /// Opens what [`seal_to`] made for this key with the same `info` and associated data.
    pub(super) fn open(
        &self,
        info: &Binding,
        associated: &Binding,
        bytes: &[u8],
    ) -> Result<Key, SealError> {
        if bytes.len() != SealedKey::LENGTH {
            return Err(SealError::Malformed);
        }
        let (encapsulated, ciphertext) = bytes.split_at(ENCAPSULATED);
        let encapsulated = <XWing as Kem>::EncappedKey::from_bytes(encapsulated)
            .map_err(|_| SealError::Malformed)?;
        let key = single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &private(&self.seed),
            &encapsulated,
            info.as_bytes(),
            ciphertext,
            associated.as_bytes(),
        )
        .map_err(|_| SealError::Refused)?;
        let key = Zeroizing::new(key);
        Key::copied(&key).ok_or(SealError::Malformed)
    }
}

fn private(seed: &Key) -> <XWing as Kem>::PrivateKey {
    <XWing as Kem>::PrivateKey::from_bytes(seed.as_bytes())
        .expect("every 32 bytes are a private key")
}
