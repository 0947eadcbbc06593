//! HPKE by its own vectors: the key schedule and the sealing that epoch keys go through, under the
//! KEM for which RFC 9180 gives answers; X-Wing's are in `known_answers`.

use chacha20poly1305::{AeadInOut, ChaCha20Poly1305 as Cipher, KeyInit, Nonce};
use hkdf::Hkdf;
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256,
    kem::X25519HkdfSha256, setup_receiver, setup_sender_with_rng,
};

use super::{
    known_answers::{Fixed, answers},
    *,
};
use crate::sealed::randomness::Source;

const RFC_9180: &str = include_str!("../vectors/rfc9180.txt");

/// Sequence numbers of which the appendix tells the ciphertext.
const TOLD: [u64; 6] = [0, 1, 2, 4, 255, 256];

fn count(number: u64) -> Vec<u8> {
    format!("Count-{number}").into_bytes()
}

#[test]
fn sender_and_receiver_give_the_answers_of_the_appendix() {
    let vector = answers(RFC_9180).remove(0);
    let public = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&vector["pk_r"]).unwrap();
    let private = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&vector["sk_r"]).unwrap();

    let mut ephemeral = Fixed(vector["ikm_e"].clone());
    let (encapsulated, mut sender) =
        setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Base,
            &public,
            &vector["info"],
            &mut Source(&mut ephemeral),
        )
        .unwrap();
    assert_eq!(encapsulated.to_bytes().as_slice(), vector["enc"]);
    let (secret, _) = X25519HkdfSha256::encap_with_rng(
        &public,
        None,
        &mut Source(&mut Fixed(vector["ikm_e"].clone())),
    )
    .unwrap();
    assert_eq!(secret.0.as_slice(), vector["shared_secret"]);
    let mut receiver = setup_receiver::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &private,
        &encapsulated,
        &vector["info"],
    )
    .unwrap();

    for number in 0..=256 {
        let sealed = sender.seal(&vector["text"], &count(number)).unwrap();
        if TOLD.contains(&number) {
            assert_eq!(sealed, vector[format!("ct_{number}").as_str()], "{number}");
        }
        assert!(receiver.open(&sealed, b"Count").is_err());
        assert_eq!(receiver.open(&sealed, &count(number)).unwrap(), vector["text"]);
    }
    let contexts = [
        (&b""[..], "exported_nothing"),
        (&b"\0"[..], "exported_zero"),
        (&b"TestContext"[..], "exported_context"),
    ];
    for (context, name) in contexts {
        let (mut here, mut there) = ([0; 32], [0; 32]);
        sender.export(context, &mut here).unwrap();
        receiver.export(context, &mut there).unwrap();
        assert_eq!((here.as_slice(), there.as_slice()), (&vector[name][..], &vector[name][..]));
    }
}

/// RFC 9180 section 4: `LabeledExtract` and `LabeledExpand` in this suite.
fn labeled(salt: &[u8], label: &str, material: &[u8]) -> Hkdf<Sha256> {
    Hkdf::new(Some(salt), &[&b"HPKE-v1"[..], &SUITE, label.as_bytes(), material].concat())
}

fn hashed(label: &str, material: &[u8]) -> Vec<u8> {
    let material = [&b"HPKE-v1"[..], &SUITE, label.as_bytes(), material].concat();
    Hkdf::<Sha256>::extract(Some(&b""[..]), &material).0.to_vec()
}

fn expanded(secret: &Hkdf<Sha256>, label: &str, context: &[u8], length: u16) -> Vec<u8> {
    let info = [&length.to_be_bytes()[..], b"HPKE-v1", &SUITE, label.as_bytes(), context].concat();
    let mut made = vec![0; usize::from(length)];
    secret.expand(&info, &mut made).unwrap();
    made
}

/// KEM 0x0020, KDF 0x0001, AEAD 0x0003.
const SUITE: [u8; 10] = *b"HPKE\x00\x20\x00\x01\x00\x03";

#[test]
fn the_key_schedule_gives_the_answers_of_the_appendix() {
    let vector = answers(RFC_9180).remove(0);
    let (psk, info) = (hashed("psk_id_hash", b""), hashed("info_hash", &vector["info"]));
    let context = [vec![0], psk, info].concat();
    let secret = labeled(&vector["shared_secret"], "secret", b"");

    let key = expanded(&secret, "key", &context, 32);
    let nonce = expanded(&secret, "base_nonce", &context, 12);
    assert_eq!(key, vector["key"]);
    assert_eq!(nonce, vector["base_nonce"]);
    assert_eq!(expanded(&secret, "exp", &context, 32), vector["exporter_secret"]);

    // The cipher alone, under the nonce of each sequence number.
    for number in TOLD {
        let mut nonce = <[u8; 12]>::try_from(&nonce[..]).unwrap();
        for (byte, mask) in nonce[4..].iter_mut().zip(number.to_be_bytes()) {
            *byte ^= mask;
        }
        let mut text = vector["text"].clone();
        let tag = Cipher::new_from_slice(&key)
            .unwrap()
            .encrypt_inout_detached(&Nonce::from(nonce), &count(number), text.as_mut_slice().into())
            .unwrap();
        text.extend_from_slice(&tag);
        assert_eq!(text, vector[format!("ct_{number}").as_str()], "{number}");
    }
}
