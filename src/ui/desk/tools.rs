//! What stands beside the conversations: settings of this browser, the list of keys, the choice of
//! a practice.

use leptos::prelude::*;

use super::{
    DeskAction, DeskScreen,
    sheet::Sheet,
    shortcuts::{self, Shortcut},
};
use crate::ui::{
    parts::shown,
    text::{desk_tools::DeskTools, practice::SCRIPTS},
};

/// Whether notifications come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notifications {
    /// They do not.
    Off,
    /// They do.
    On,
    /// The browser allows none.
    Refused,
}

/// What the worker chose for this browser.
#[derive(Clone, Copy)]
pub struct Choices {
    /// A new offer rings.
    pub sound: RwSignal<bool>,
    /// Who waits is shown, and how many.
    pub waiting: RwSignal<bool>,
    /// The shortcut keys work.
    pub keys: RwSignal<bool>,
    /// Whether notifications come.
    pub notifications: RwSignal<Notifications>,
}

impl Choices {
    /// What holds until the worker chooses.
    #[must_use]
    pub fn usual() -> Self {
        Self {
            sound: RwSignal::new(true),
            waiting: RwSignal::new(true),
            keys: RwSignal::new(true),
            notifications: RwSignal::new(Notifications::Off),
        }
    }
}

/// The sheets "Instellingen" and "Sneltoetsen".
pub fn tools(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let language = screen.language;
    let text = DeskTools::of(language);
    let Choices { sound, waiting, keys, notifications } = screen.choices;
    let notified = move || notifications.get() == Notifications::On;
    view! {
        <Sheet id="keys" title=text.keys language keys="?">
            <dl class="keys">
                {Shortcut::ALL
                    .into_iter()
                    .map(|shortcut| {
                        view! {
                            <div>
                                <dt>
                                    <kbd>{shortcut.shown()}</kbd>
                                </dt>
                                <dd>{shortcut.words(text)}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
                <div>
                    <dt>
                        <kbd>{shortcuts::SLASH}</kbd>
                    </dt>
                    <dd>{text.keys_slash}</dd>
                </div>
            </dl>
            {switch(text.keys_on, keys, Callback::new(move |on| act.run(DeskAction::Keys(on))))}
        </Sheet>
        <Sheet id="settings" title=text.settings language>
            <div class="setting">
                {switch(text.sound, sound, Callback::new(move |on| act.run(DeskAction::Sound(on))))}
                <p class="hint">{text.sound_hint}</p>
            </div>
            <div class="setting">
                <button
                    type="button"
                    on:click=move |_| {
                        let on = notifications.get_untracked() == Notifications::On;
                        act.run(DeskAction::Notify(!on));
                    }
                >
                    {move || {
                        if notified() { text.notifications_off } else { text.notifications_on }
                    }}
                </button>
                <p class="hint">{text.notifications_hint}</p>
                <p class="trouble" role="status">
                    {move || {
                        let refused = notifications.get() == Notifications::Refused;
                        shown(if refused { text.notifications_refused } else { "" })
                    }}
                </p>
            </div>
            <div class="setting">
                {switch(
                    text.waiting_shown,
                    waiting,
                    Callback::new(move |on| act.run(DeskAction::ShowWaiting(on))),
                )}
                <p class="hint">{text.waiting_hint}</p>
            </div>
            <p class="hint">{text.settings_kept}</p>
        </Sheet>
    }
}

/// The sheet "Oefenen".
pub fn practise(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let language = screen.language;
    let text = DeskTools::of(language);
    let busy = screen.practising;
    view! {
        <Sheet id="practise" title=text.practise language>
            <p class="hint">{text.practise_hint}</p>
            <p class="remark" role="status">
                {move || shown(if busy.get() { text.practise_busy } else { "" })}
            </p>
            <div role="group" aria-label=text.practise_who class="scripts">
                {SCRIPTS
                    .iter()
                    .enumerate()
                    .map(|(number, script)| {
                        view! {
                            <button
                                type="button"
                                aria-disabled=move || busy.get().to_string()
                                popovertarget="practise"
                                popovertargetaction="hide"
                                on:click=move |_| act.run(DeskAction::Practise(number))
                            >
                                {script.who.in_language(language)}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
        </Sheet>
    }
}

fn switch(label: &'static str, on: RwSignal<bool>, turn: Callback<bool>) -> impl IntoView + use<> {
    view! {
        <button
            type="button"
            class="switch"
            role="switch"
            aria-checked=move || on.get().to_string()
            on:click=move |_| turn.run(!on.get_untracked())
        >
            {label}
        </button>
    }
}
