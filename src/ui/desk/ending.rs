//! "Gesprek beëindigen", and the question before it; with the choice "Misbruik".

use leptos::prelude::*;

use super::{DeskAction, DeskScreen};
use crate::{
    domain::misuse::Misuse,
    ui::text::{conversation::Conversation, desk::Desk, desk_tools::DeskTools},
};

/// The button and its question.
pub fn ending(
    screen: &DeskScreen,
    act: Callback<DeskAction>,
    practising: bool,
) -> impl IntoView + use<> {
    let language = screen.language;
    let (text, tools) = (Desk::of(language), DeskTools::of(language));
    let shared = Conversation::of(language);
    let (is_misuse, kind) = (RwSignal::new(false), RwSignal::new(None::<Misuse>));
    let misuse = move || {
        let kind = kind.get_untracked().unwrap_or(Misuse::Other);
        is_misuse.get_untracked().then_some(kind)
    };
    view! {
        <button
            type="button"
            class="quiet"
            popovertarget="end-conversation"
            aria-haspopup="dialog"
            on:click=move |_| {
                is_misuse.set(false);
                kind.set(None);
            }
        >
            {shared.end}
        </button>
        <div
            id="end-conversation"
            class="confirm"
            popover="auto"
            role="alertdialog"
            aria-label=text.end_question
        >
            <p>{text.end_question}</p>
            <div class="misuse" hidden=practising>
                <label class="choice">
                    <input
                        type="checkbox"
                        autocomplete="off"
                        prop:checked=move || is_misuse.get()
                        on:change=move |event| is_misuse.set(event_target_checked(&event))
                    />
                    {tools.misuse}
                </label>
                <fieldset hidden=move || !is_misuse.get()>
                    <legend>{tools.misuse_kind}</legend>
                    {Misuse::ALL
                        .into_iter()
                        .map(|one| {
                            view! {
                                <label class="choice">
                                    <input
                                        type="radio"
                                        name="misuse"
                                        autocomplete="off"
                                        prop:checked=move || kind.get() == Some(one)
                                        on:change=move |_| kind.set(Some(one))
                                    />
                                    {kind_of(one, tools)}
                                </label>
                            }
                        })
                        .collect_view()}
                    <p class="hint">{tools.misuse_honest}</p>
                </fieldset>
            </div>
            <div class="choices">
                <button
                    type="button"
                    class="main"
                    popovertarget="end-conversation"
                    popovertargetaction="hide"
                    on:click=move |_| act.run(DeskAction::End(misuse()))
                >
                    {shared.end_yes}
                </button>
                <button
                    type="button"
                    popovertarget="end-conversation"
                    popovertargetaction="hide"
                    autofocus
                >
                    {shared.end_no}
                </button>
            </div>
        </div>
    }
}

const fn kind_of(misuse: Misuse, text: &'static DeskTools) -> &'static str {
    match misuse {
        Misuse::Sexual => text.misuse_sexual,
        Misuse::Abuse => text.misuse_abuse,
        Misuse::Prank => text.misuse_prank,
        Misuse::Spam => text.misuse_spam,
        Misuse::Other => text.misuse_other,
    }
}
