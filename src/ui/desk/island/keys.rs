//! Shortcut keys, and what was chosen for this browser.

use leptos::{prelude::*, task::spawn_local};

use super::{Desktop, rows::waits_since};
use crate::{
    browser::{
        choices::Choice,
        desk::{DeskDriver, Sound},
        keys::{self, Held, Place},
        notify::{self, Permission},
        page,
    },
    ui::desk::{
        DeskAction, Notifications, Readiness, Standing,
        shortcuts::{Key, Shortcut, With},
    },
};

impl Desktop {
    pub(super) fn listen_to_keys(self) {
        keys::listen(move |pressed| {
            let with = match (pressed.held, pressed.place) {
                (Held::Alt, _) => With::Alt,
                (Held::Nothing, Place::Elsewhere) => With::Nothing,
                _ => With::Other,
            };
            let key = Key { types: &pressed.key, lies: &pressed.code, with };
            let listens = self.screen.choices.keys.get_untracked() && !self.is_locked();
            match Shortcut::of(key) {
                Some(shortcut) if listens => {
                    self.follow(shortcut);
                    true
                }
                _ => false,
            }
        });
    }

    fn follow(self, shortcut: Shortcut) {
        let screen = self.screen;
        match shortcut {
            Shortcut::Open(place) => {
                let id = screen.tabs.with_untracked(|tabs| tabs.get(place).map(|tab| tab.id));
                if let Some(id) = id {
                    self.carry_out(DeskAction::Open(id));
                    page::focus_soon("#message");
                }
            }
            Shortcut::Accept => {
                let offered = screen.queue.with_untracked(|queue| {
                    let offered = queue.iter().find(|waiter| {
                        matches!(waiter.standing, Standing::Offered(_) | Standing::OpenToAll)
                    });
                    offered.map(|waiter| waiter.id)
                });
                if let Some(id) = offered {
                    self.carry_out(DeskAction::Accept(id));
                }
            }
            Shortcut::Waiting => {
                let Some(driver) = self.driver.get_value() else { return };
                let longest = driver.look(|client| {
                    let waiting = client
                        .channels()
                        .filter_map(|(id, channel)| Some((waits_since(channel)?, id)));
                    waiting.min_by_key(|(since, _)| *since).map(|(_, id)| id)
                });
                if let Some(id) = longest.flatten() {
                    self.carry_out(DeskAction::Open(id));
                    page::focus_soon("#message");
                }
            }
            Shortcut::Message => page::focus_soon("#message"),
            Shortcut::Notes => page::focus_soon("#notes"),
            Shortcut::Pause => match screen.readiness.get_untracked() {
                Readiness::Off => {}
                Readiness::Paused => self.carry_out(DeskAction::Pause(false)),
                Readiness::Free | Readiness::Full => self.carry_out(DeskAction::Pause(true)),
            },
            Shortcut::Help => page::press("#keys-open"),
        }
    }

    /// What was chosen here before.
    pub(super) fn take_up_choices(self, driver: &DeskDriver) {
        let choices = self.screen.choices;
        self.set_sound(driver, Choice::SOUND.get().unwrap_or(true));
        choices.waiting.set(Choice::WAITING.get().unwrap_or(true));
        choices.keys.set(Choice::KEYS.get().unwrap_or(true));
        let wanted = Choice::NOTIFICATIONS.get() == Some(true);
        if wanted && notify::permission() == Permission::Granted {
            choices.notifications.set(Notifications::On);
        }
    }

    pub(super) fn set_sound(self, driver: &DeskDriver, on: bool) {
        self.screen.choices.sound.set(on);
        driver.set_sound(if on { Sound::On } else { Sound::Off });
    }

    /// Notifications on or off. The browser asks only now, because a button was pressed.
    pub(super) fn notify(self, on: bool) {
        let notifications = self.screen.choices.notifications;
        if !on {
            Choice::NOTIFICATIONS.set(false);
            notifications.set(Notifications::Off);
            notify::close();
            return;
        }
        spawn_local(async move {
            let granted = notify::ask().await == Permission::Granted;
            if granted {
                Choice::NOTIFICATIONS.set(true);
            }
            notifications.try_set(if granted { Notifications::On } else { Notifications::Refused });
        });
    }
}
