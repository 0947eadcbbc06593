//! The form. It is always on the page, so that it can be filled in before any script has arrived.

use leptos::prelude::*;

use super::part;
use crate::ui::{
    parts::region::RegionField,
    text::{Language, visitor::Visitor},
};

/// The form, with `children` above its button.
#[component]
pub fn SignUp(
    /// The language of the words.
    language: Language,
    children: Children,
) -> impl IntoView {
    let text = Visitor::of(language);
    view! {
        <section id=part::SIGN_UP.id() class="sign-up">
            <h1>{text.sign_up}</h1>
            // No `action`, no `name`: a press before the script has arrived sends nothing anywhere.
            <form id=part::FORM.id() class="card" novalidate data-live="false" autocomplete="off">
                <div class="field">
                    <label for=part::NICKNAME.id()>{text.nickname}</label>
                    <p id="nickname-hint" class="hint">
                        {text.nickname_hint}
                    </p>
                    <input
                        id=part::NICKNAME.id()
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        maxlength="40"
                        required
                        aria-describedby="nickname-hint nickname-note"
                        aria-invalid="false"
                    />
                    <p id=part::NICKNAME_NOTE.id() class="note" aria-live="polite"></p>
                </div>
                <RegionField language />
                {children()}
                <p id=part::FORM_TROUBLE.id() class="trouble" role="alert"></p>
                <button
                    id=part::START.id()
                    type="submit"
                    class="main start"
                    aria-disabled="false"
                >
                    {text.start}
                </button>
                <p id=part::FORM_BUSY.id() class="hint" role="status"></p>
            </form>
        </section>
    }
}
