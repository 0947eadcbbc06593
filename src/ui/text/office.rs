//! What coordinators and administrators read in the office, a catalogue for each part of it.

use super::catalogue;

pub mod account;
pub mod advice;
pub mod appearance;
pub mod choices;
pub mod entering;
pub mod figures;
pub mod frame;
pub mod hours;
pub mod installation;
pub mod log;
pub mod organisations;
pub mod people;
pub mod words;
