//! Bytes on the wire, in the form that serde would give them too, read and written whole rather than
//! one element at a time: small where the program is small, and quick on the server.

use std::fmt;

use serde::{
    Deserializer, Serializer,
    de::{Error, SeqAccess, Visitor},
    ser::SerializeTuple,
};

/// Writes bytes with their length before them.
pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

/// Reads bytes that have their length before them.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    deserializer.deserialize_byte_buf(Whole)
}

struct Whole;

impl Visitor<'_> for Whole {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_vec())
    }
}

/// Bytes of which there is always the same number, without their length.
pub mod fixed {
    use super::{Deserializer, Error, SeqAccess, SerializeTuple, Serializer, Visitor, fmt};

    /// Writes them.
    pub fn serialize<S: Serializer, const N: usize>(
        bytes: &[u8; N],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(N)?;
        for byte in bytes {
            tuple.serialize_element(byte)?;
        }
        tuple.end()
    }

    /// Reads them.
    pub fn deserialize<'de, D: Deserializer<'de>, const N: usize>(
        deserializer: D,
    ) -> Result<[u8; N], D::Error> {
        let mut bytes = [0; N];
        into(&mut bytes, deserializer)?;
        Ok(bytes)
    }

    pub(super) fn into<'de, D: Deserializer<'de>, const N: usize>(
        bytes: &mut [u8; N],
        deserializer: D,
    ) -> Result<(), D::Error> {
        deserializer.deserialize_tuple(N, Into(bytes))
    }

    struct Into<'a>(&'a mut [u8]);

    impl<'de> Visitor<'de> for Into<'_> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("bytes")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
            for place in self.0 {
                *place = seq.next_element()?.ok_or_else(|| A::Error::custom("too few bytes"))?;
            }
            Ok(())
        }
    }
}

/// The same on the heap, read to where they stay: a secret leaves no copy on the stack.
pub mod boxed {
    use super::{Deserializer, Serializer, fixed};

    /// Writes them.
    pub fn serialize<S: Serializer, const N: usize>(
        bytes: &[u8; N],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        fixed::serialize(bytes, serializer)
    }

    /// Reads them.
    pub fn deserialize<'de, D: Deserializer<'de>, const N: usize>(
        deserializer: D,
    ) -> Result<Box<[u8; N]>, D::Error> {
        let mut bytes = Box::new([0; N]);
        fixed::into(&mut bytes, deserializer)?;
        Ok(bytes)
    }
}
