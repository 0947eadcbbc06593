//! What workers are called, for their colleagues: the desk knows nobody's name.
//!
//! Kept in memory only; a page tells whose it is whenever it connects.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use crate::domain::ids::{RegionId, StaffId};

/// The names and regions of everybody whose page has connected to this node.
#[derive(Debug, Default)]
pub struct Names(Mutex<HashMap<StaffId, (String, RegionId)>>);

impl Names {
    /// Notes what a worker is called, and the own region.
    pub fn note(&self, staff: StaffId, name: &str, region: RegionId) {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        names.insert(staff, (name.to_owned(), region));
    }

    /// What a worker is called, and the own region; an empty name for who is not known.
    #[must_use]
    pub fn of(&self, staff: StaffId) -> (String, RegionId) {
        let names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        names.get(&staff).cloned().unwrap_or_default()
    }
}
