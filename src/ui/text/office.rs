//! What coordinators and administrators read in the office, a catalogue for each part of it.

use super::catalogue;

pub mod frame;
pub mod installation;
pub mod organisations;
