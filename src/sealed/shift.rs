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
    randomness::{Randomness, Source, random},
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

/// The private half and the public half.
pub(super) struct ShiftKey {
    private: <XWing as Kem>::PrivateKey,
    public: ShiftPublic,
}

impl ShiftKey {
    /// A new shift key. An X-Wing private key is any 32 random bytes.
    pub(super) fn new(randomness: &mut dyn Randomness) -> Self {
        Self::from_seed(&Key::from_bytes(random(randomness)))
    }

    pub(super) fn from_seed(seed: &Key) -> Self {
        let private = <XWing as Kem>::PrivateKey::from_bytes(seed.as_bytes())
            .expect("every 32 bytes are a private key");
        let public = ShiftPublic::from_bytes(XWing::sk_to_pk(&private).to_bytes().to_vec())
            .expect("a public key has its own length");
        Self { private, public }
    }

    pub(super) fn seed(&self) -> Key {
        let mut seed = Zeroizing::new([0; Key::LENGTH]);
        self.private.write_exact(seed.as_mut_slice());
        Key::from_bytes(*seed)
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
            &self.private,
            &encapsulated,
            info.as_bytes(),
            ciphertext,
            associated.as_bytes(),
        )
        .map_err(|_| SealError::Refused)?;
        let key = Zeroizing::new(key);
        <[u8; Key::LENGTH]>::try_from(key.as_slice())
            .map(Key::from_bytes)
            .map_err(|_| SealError::Malformed)
    }
}
