//! Names for things: one type for each, so that none can stand in another's place.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Sixteen random bytes, made by whoever needs a new name, never used twice.
macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(#[serde(with = "crate::domain::bytes::fixed")] [u8; 16]);

        impl $name {
            /// The id with these bytes; they must come from a cryptographic random generator.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The sixteen bytes of the id.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        // Ids are pseudonyms of people: they are never printed.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "([redacted])"))
            }
        }
    };
}

/// A small number that names something for as long as it exists.
macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident($number:ty)) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        pub struct $name(pub $number);
    };
}

random_id! {
    /// One visit, from sign-up to goodbye; also the name of its stream in the journal. Made by the
    /// visitor's tab, so that a repeated sign-up is the same one.
    ConversationId
}
random_id! {
    /// One message, made when it enters the outbox, so that a retry is the same message.
    MessageId
}
random_id! {
    /// One open page of a visitor or a worker, from connecting to the loss of that connection.
    ConnectionId
}
random_id! {
    /// One canned reply, made by the page that writes it, so that saving again changes the same one.
    ReplyId
}
random_id! {
    /// One registration of an advice on its own day, made by the page, so that sending it again is
    /// the same one. It gets another name when the day is over.
    RegistrationId
}
random_id! {
    /// One running server process.
    NodeId
}

number_id! {
    /// A member of staff.
    StaffId(u32)
}
number_id! {
    /// A region: one of the organisations.
    RegionId(u16)
}
number_id! {
    /// A participant's place in one conversation. The visitor's is [`SeatId::VISITOR`]; every
    /// worker who joins gets the next number, never used again in that conversation.
    SeatId(u16)
}
number_id! {
    /// The number of a roster: 1 for the first one, one more at each change. 0: no roster yet.
    Epoch(u32)
}
number_id! {
    /// A place in a stream: 1 for its first entry, 0 before it.
    Seq(u64)
}

impl SeatId {
    /// The visitor's own seat, in every conversation.
    pub const VISITOR: Self = Self(0);
}

impl Epoch {
    /// The epoch that follows this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl Seq {
    /// The place after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
