//! When the lock shuts, and how it opens.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::Desktop;
use crate::{
    browser::{
        desk::DeskDriver,
        idle,
        page::{self, Keep},
    },
    protocol::Refusal,
    ui::text::desk_lock::DeskLock,
};

/// How long nobody has to touch keyboard or pointer.
const PATIENCE: Duration = Duration::from_mins(15);

/// That this tab was locked, so that loading it anew opens nothing.
const LOCKED: Keep = Keep::at("l");

impl Desktop {
    pub(super) fn lock_when_idle(self) {
        if LOCKED.get().is_some() || page::stands("locked") {
            self.lock();
        }
        idle::watch(PATIENCE, move || self.lock());
    }

    pub(super) fn is_locked(self) -> bool {
        self.screen.lock.shut.get_untracked()
    }

    fn lock(self) {
        let lock = self.screen.lock;
        if lock.shut.get_untracked() {
            return;
        }
        LOCKED.set(&[1]);
        lock.told.set("");
        lock.shut.set(true);
        lock.show();
    }

    pub(super) fn unlock(self, driver: DeskDriver) {
        let lock = self.screen.lock;
        let Some(field) = lock.password.get_untracked() else { return };
        let password = field.value();
        field.set_value("");
        let text = DeskLock::of(self.screen.language);
        lock.told.set("");
        spawn_local(async move {
            let told = match driver.unlock(password).await {
                Ok(()) => {
                    LOCKED.clear();
                    lock.shut.try_set(false);
                    if let Some(dialog) = lock.dialog.try_get_untracked().flatten() {
                        dialog.close();
                    }
                    return;
                }
                Err(Refusal::WrongPassword) => text.wrong,
                Err(Refusal::TooMuch) => text.too_many,
                Err(Refusal::NotSignedIn) => text.signed_out,
                Err(_) => text.failed,
            };
            lock.told.try_set(told);
        });
    }
}
