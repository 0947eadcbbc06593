//! Padding: an onlooker learns the length of a message only in steps of 256 bytes.

use super::SealError;

/// Padded texts are multiples of this many bytes.
pub(super) const BLOCK: usize = 256;

const PREFIX: usize = size_of::<u32>();

/// The padded size, in bytes, of a text of `length` bytes.
pub(super) const fn padded_length(length: usize) -> usize {
    (PREFIX + length).next_multiple_of(BLOCK)
}

/// Appends to `buffer` the length of `plain` (four bytes, big-endian), `plain`, and zeros up to a
/// full block.
pub(super) fn pad(buffer: &mut Vec<u8>, plain: &[u8]) -> Result<(), SealError> {
    let length = u32::try_from(plain.len()).map_err(|_| SealError::Malformed)?;
    let end = buffer.len() + padded_length(plain.len());
    buffer.extend_from_slice(&length.to_be_bytes());
    buffer.extend_from_slice(plain);
    buffer.resize(end, 0);
    Ok(())
}

/// The text inside `padded`; [`SealError::Malformed`] unless [`pad`] made it.
pub(super) fn unpad(padded: &[u8]) -> Result<&[u8], SealError> {
    let (prefix, rest) = padded.split_first_chunk::<PREFIX>().ok_or(SealError::Malformed)?;
    let length = usize::try_from(u32::from_be_bytes(*prefix)).map_err(|_| SealError::Malformed)?;
    let (plain, zeros) = rest.split_at_checked(length).ok_or(SealError::Malformed)?;
    let canonical = padded.len() == padded_length(length) && zeros.iter().all(|byte| *byte == 0);
    canonical.then_some(plain).ok_or(SealError::Malformed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn padded(plain: &[u8]) -> Vec<u8> {
        let mut buffer = Vec::new();
        pad(&mut buffer, plain).unwrap();
        buffer
    }

    proptest! {
        #[test]
        fn what_is_padded_comes_back(plain in prop::collection::vec(any::<u8>(), 0..1200)) {
            let padded = padded(&plain);

            prop_assert_eq!(padded.len() % BLOCK, 0);
            prop_assert!(padded.len() < plain.len() + PREFIX + BLOCK);
            prop_assert_eq!(unpad(&padded), Ok(plain.as_slice()));
        }

        #[test]
        fn any_bytes_are_refused_or_are_exactly_what_pad_makes(
            length in 0_u32..600,
            rest in prop::collection::vec(0_u8..2, 0..600),
        ) {
            let bytes = [&length.to_be_bytes()[..], &rest].concat();

            if let Ok(plain) = unpad(&bytes) {
                prop_assert_eq!(padded(plain), bytes);
            }
        }
    }

    #[test]
    fn a_full_block_is_not_followed_by_an_empty_one() {
        assert_eq!(padded(&[7; BLOCK - PREFIX]).len(), BLOCK);
        assert_eq!(padded(&[7; BLOCK - PREFIX + 1]).len(), 2 * BLOCK);
    }

    #[test]
    fn padding_that_is_not_zero_too_long_or_too_short_is_malformed() {
        let mut dirty = padded(b"dag");
        *dirty.last_mut().unwrap() = 1;
        let long = [padded(b"dag"), vec![0; BLOCK]].concat();
        let beyond = [&u32::MAX.to_be_bytes()[..], &[0; 252]].concat();

        for bytes in [&dirty[..], &long, &beyond, &padded(b"dag")[..255], b"", b"\0\0\0"] {
            assert_eq!(unpad(bytes), Err(SealError::Malformed));
        }
    }
}
