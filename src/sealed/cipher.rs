//! XChaCha20-Poly1305 over padded texts: nonce, ciphertext, tag.

use chacha20poly1305::{AeadInOut, KeyInit, Tag, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::{
    SealError,
    key::Key,
    padding::{pad, padded_length, unpad},
    randomness::{Randomness, random},
};

const NONCE: usize = 24;
const TAG: usize = 16;

/// Seals `plain` under a random nonce, which 192 bits keep from ever coming twice.
pub(super) fn seal(
    key: &Key,
    associated: &[u8],
    plain: &[u8],
    randomness: &mut dyn Randomness,
) -> Result<Vec<u8>, SealError> {
    // Room for everything at once: a buffer that grew would leave a readable copy behind.
    let mut sealed = Vec::with_capacity(NONCE + padded_length(plain.len()) + TAG);
    let nonce: [u8; NONCE] = random(randomness);
    sealed.extend_from_slice(&nonce);
    pad(&mut sealed, plain)?;
    let tag = XChaCha20Poly1305::new(key.as_bytes().into())
        .encrypt_inout_detached(&XNonce::from(nonce), associated, (&mut sealed[NONCE..]).into())
        .map_err(|_| SealError::Malformed)?;
    sealed.extend_from_slice(&tag);
    Ok(sealed)
}

/// Opens what [`seal`] made with the same key and associated data.
pub(super) fn open(key: &Key, associated: &[u8], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    let (nonce, rest) = sealed.split_first_chunk::<NONCE>().ok_or(SealError::Malformed)?;
    let (ciphertext, tag) = rest.split_last_chunk::<TAG>().ok_or(SealError::Malformed)?;
    let mut padded = Zeroizing::new(ciphertext.to_vec());
    XChaCha20Poly1305::new(key.as_bytes().into())
        .decrypt_inout_detached(
            &XNonce::from(*nonce),
            associated,
            padded.as_mut_slice().into(),
            &Tag::from(*tag),
        )
        .map_err(|_| SealError::Refused)?;
    unpad(&padded).map(<[u8]>::to_vec)
}
