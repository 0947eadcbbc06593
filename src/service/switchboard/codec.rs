//! Events as the journal keeps them.

use bytes::Bytes;
use serde::{Serialize, de::DeserializeOwned};

use super::Failure;
use crate::{
    domain::recorded::Recorded,
    service::journal::{Append, Expected, Item, Stream},
};

/// The bytes of an event or a snapshot.
pub(super) fn encode<T: Serialize>(value: &T) -> Bytes {
    // Events are plain values, for which postcard's encoding into a vector cannot fail.
    postcard::to_allocvec(value).map(Bytes::from).expect("an event has an encoding")
}

/// The event or snapshot in these bytes; a fault when the journal holds something else.
pub(super) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    postcard::from_bytes(bytes)
        .map_err(|error| Failure::Broken(format!("an entry of the journal is no event: {error}")))
}

/// The event in an entry.
pub(super) fn decoded<T: DeserializeOwned>(
    entry: &Recorded<Bytes>,
) -> Result<Recorded<T>, Failure> {
    let item = decode(&entry.item)?;
    Ok(Recorded { seq: entry.seq, at: entry.at, item })
}

/// An append of events without ids of their own.
pub(super) fn append<T: Serialize>(stream: Stream, expected: Expected, events: &[T]) -> Append {
    let items = events.iter().map(|event| Item { id: None, bytes: encode(event) }).collect();
    Append { stream, expected, items }
}
