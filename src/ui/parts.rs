//! Parts that several screens share.

pub mod confirm;
pub mod conversation;
pub mod region;
