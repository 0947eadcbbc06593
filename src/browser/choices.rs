//! What a worker chose for this browser: kept in its local storage, and nothing of anybody else.

use leptos::{prelude::window, web_sys::Storage};

/// Something that is on or off in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice(&'static str);

impl Choice {
    /// A new offer rings.
    pub const SOUND: Self = Self("werkplek-geluid");
    /// Notifications are shown.
    pub const NOTIFICATIONS: Self = Self("werkplek-meldingen");
    /// How many wait is shown.
    pub const WAITING: Self = Self("werkplek-wachtenden");
    /// The shortcut keys work.
    pub const KEYS: Self = Self("werkplek-sneltoetsen");

    /// What was chosen; `None` for nothing yet.
    #[must_use]
    pub fn get(self) -> Option<bool> {
        Some(storage()?.get_item(self.0).ok()?? == "1")
    }

    /// Keeps what was chosen. Where the browser allows no storage it holds until a reload.
    pub fn set(self, on: bool) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(self.0, if on { "1" } else { "0" });
        }
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
