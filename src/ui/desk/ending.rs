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
    let misuse = RwSignal::new(None::<Misuse>);
    let is_misuse = move || misuse.get().is_some();
    view! {
        <button
            type="button"
            class="quiet"
            popovertarget="end-conversation"
            aria-haspopup="dialog"
            on:click=move |_| misuse.set(None)
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
                        prop:checked=is_misuse
                        on:change=move |event| {
                            let first = event_target_checked(&event).then_some(Misuse::ALL[0]);
                            misuse.set(first);
                        }
                    />
                    {tools.misuse}
                </label>
                <fieldset hidden=move || !is_misuse()>
                    <legend>{tools.misuse_kind}</legend>
                    {Misuse::ALL
                        .into_iter()
                        .map(|kind| {
                            view! {
                                <label class="choice">
                                    <input
                                        type="radio"
                                        name="misuse"
                                        autocomplete="off"
                                        prop:checked=move || misuse.get() == Some(kind)
                                        on:change=move |_| misuse.set(Some(kind))
                                    />
                                    {kind_of(kind, tools)}
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
                    on:click=move |_| act.run(DeskAction::End(misuse.get_untracked()))
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
