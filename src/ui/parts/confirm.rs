//! A step that asks once more. It is a native popover: the browser opens and closes it, moves the
//! focus in and back, and listens to Escape, without any code of ours.

use leptos::prelude::*;

/// The words of one [`Confirm`].
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// The button that asks.
    pub open: &'static str,
    /// What is asked.
    pub question: &'static str,
    /// The button that does it.
    pub yes: &'static str,
    /// The button that goes back.
    pub no: &'static str,
}

/// A button, and the question that it opens. `id` is unique on the page.
#[component]
pub fn Confirm(
    /// The id of the popover.
    id: &'static str,
    /// The words.
    words: Question,
    /// What "yes" does.
    yes: Callback<()>,
) -> impl IntoView {
    let yes = view! {
        <button
            type="button"
            class="main"
            popovertarget=id
            popovertargetaction="hide"
            on:click=move |_| yes.run(())
        >
            {words.yes}
        </button>
    };
    asked(id, words, yes)
}

/// The same where no view lives in the browser: "yes" says what it does, in `data-do`.
#[component]
pub fn ConfirmDeed(
    /// The id of the popover.
    id: &'static str,
    /// The words.
    words: Question,
    /// What "yes" does.
    does: &'static str,
) -> impl IntoView {
    let yes = view! {
        <button
            type="button"
            class="main"
            popovertarget=id
            popovertargetaction="hide"
            data-do=does
        >
            {words.yes}
        </button>
    };
    asked(id, words, yes)
}

fn asked(id: &'static str, words: Question, yes: impl IntoView) -> impl IntoView {
    view! {
        <button type="button" class="quiet" popovertarget=id aria-haspopup="dialog">
            {words.open}
        </button>
        <div id=id class="confirm" popover="auto" role="alertdialog" aria-label=words.question>
            <p>{words.question}</p>
            <div class="choices">
                {yes} <button type="button" popovertarget=id popovertargetaction="hide" autofocus>
                    {words.no}
                </button>
            </div>
        </div>
    }
}
