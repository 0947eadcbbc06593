//! What travels between a participant's page and the server: requests up, pushes down, refusals.
//!
//! Everything is encoded with postcard. Nothing here decides anything, and nothing here can hold
//! readable content: what people write travels as [`Envelope`]s, sealed before they get here.
