//! The form. It is always on the page, so that it can be filled in before any script has arrived.

use leptos::prelude::*;

use crate::ui::{
    parts::{region::RegionField, shown},
    text::visitor::Visitor,
    visitor::{ChatScreen, FormAction, Stage},
};

/// The form, with `children` above its button.
pub fn sign_up(
    screen: ChatScreen,
    act: fn(ChatScreen, FormAction),
    children: Children,
) -> impl IntoView + use<> {
    let text = Visitor::of(screen.language);
    let ChatScreen { language, stage, trouble, sign_up: form, .. } = screen;
    view! {
        <section class="sign-up" hidden=move || stage.get() != Stage::SignUp>
            <h1>{text.sign_up}</h1>
            // No `action`, no `name`: a press before the script has arrived sends nothing anywhere.
            <form
                class="card"
                novalidate
                data-live="false"
                autocomplete="off"
                node_ref=form.form
                on:submit=move |event| {
                    event.prevent_default();
                    act(screen, FormAction::Start);
                }
            >
                <div class="field">
                    <label for="nickname">{text.nickname}</label>
                    <p id="nickname-hint" class="hint">
                        {text.nickname_hint}
                    </p>
                    <input
                        id="nickname"
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        maxlength="40"
                        required
                        aria-describedby="nickname-hint nickname-note"
                        aria-invalid=move || {
                            form.nickname_note.with(|note| !note.is_empty()).to_string()
                        }
                        node_ref=form.nickname
                    />
                    <p id="nickname-note" class="note" aria-live="polite">
                        {move || form.nickname_note.with(|note| shown(note))}
                    </p>
                </div>
                <RegionField
                    field=form.region
                    note=form.region_note
                    wrong=form.region_wrong
                    changed=move || act(screen, FormAction::Region)
                    language
                />
                {children()}
                <p class="trouble" role="alert">
                    {move || trouble.with(|trouble| shown(trouble))}
                </p>
                <button type="submit" class="main start" aria-disabled=move || form.busy.get().to_string()>
                    {text.start}
                </button>
                <p class="hint" role="status">
                    {move || shown(if form.busy.get() { text.starting } else { "" })}
                </p>
            </form>
        </section>
    }
}
