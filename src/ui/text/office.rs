//! What coordinators and administrators read in the office, a catalogue for each part of it.

use super::catalogue;

pub mod figures;
pub mod frame;
