//! Parts that several screens share.

pub mod confirm;
pub mod conversation;
pub mod danger;
pub mod house;
pub mod region;
pub mod shell;
pub mod status;
