//! The lock of the desk: nothing can be read or done before its person gives the password.
//! Conversations go on behind it.

use leptos::{html, prelude::*};

use super::DeskAction;
use crate::ui::text::{Language, desk_lock::DeskLock};

/// The lock. A native modal dialog: the browser keeps the focus in it, and keeps everything behind
/// it from keys, pointers and screen readers.
#[derive(Clone, Copy)]
pub struct LockScreen {
    /// Whether it is shut.
    pub shut: RwSignal<bool>,
    /// The dialog, for opening it.
    pub dialog: NodeRef<html::Dialog>,
    /// The field "Wachtwoord": uncontrolled, read by the glue.
    pub password: NodeRef<html::Input>,
    /// Why it stays shut; empty for nothing.
    pub told: RwSignal<&'static str>,
}

impl LockScreen {
    /// Open.
    #[must_use]
    pub fn new() -> Self {
        Self {
            shut: RwSignal::new(false),
            dialog: NodeRef::new(),
            password: NodeRef::new(),
            told: RwSignal::new(""),
        }
    }

    /// Shows the dialog when it is shut: some browsers close one at the second Escape.
    pub fn show(self) {
        let Some(dialog) = self.dialog.get_untracked() else { return };
        if self.shut.get_untracked() && !dialog.open() {
            // Refused only where the dialog is gone.
            let _ = dialog.show_modal();
        }
    }
}

impl Default for LockScreen {
    fn default() -> Self {
        Self::new()
    }
}

pub(super) fn lock(
    screen: LockScreen,
    act: Callback<DeskAction>,
    language: Language,
) -> impl IntoView {
    let text = DeskLock::of(language);
    let invalid = move || screen.told.with(|told| (!told.is_empty()).then_some("true"));
    view! {
        <dialog
            node_ref=screen.dialog
            class="lock"
            aria-labelledby="lock-title"
            on:cancel=|event: leptos::ev::Event| event.prevent_default()
            on:close=move |_| screen.show()
        >
            <h2 id="lock-title">{text.locked}</h2>
            <p>{text.why}</p>
            <form on:submit=move |event| {
                event.prevent_default();
                act.run(DeskAction::Unlock);
            }>
                <div class="field">
                    <label for="lock-password">{text.password}</label>
                    <input
                        node_ref=screen.password
                        id="lock-password"
                        type="password"
                        autocomplete="current-password"
                        maxlength="1000"
                        autofocus
                        aria-invalid=invalid
                        aria-describedby="lock-told"
                    />
                    <p id="lock-told" class="wrong" role="alert">
                        {move || screen.told.get()}
                    </p>
                </div>
                <button type="submit" class="main">
                    {text.unlock}
                </button>
            </form>
        </dialog>
    }
}
