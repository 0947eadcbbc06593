//! What coordinators and administrators read in the office, a catalogue for each part of it.

use super::catalogue;

pub mod choices;
pub mod frame;
pub mod hours;
pub mod words;
