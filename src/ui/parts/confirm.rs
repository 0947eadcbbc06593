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

/// A button, and the question that it opens. No view of it lives in the browser: "yes" says what it
/// does, in `data-do`.
#[component]
pub fn Confirm(
    /// The id of the popover.
    id: &'static str,
    /// The words.
    words: Question,
    /// What "yes" does.
    does: &'static str,
) -> impl IntoView {
    view! {
        <button type="button" class="quiet" popovertarget=id aria-haspopup="dialog">
            {words.open}
        </button>
        <div id=id class="confirm" popover="auto" role="alertdialog" aria-label=words.question>
            <p>{words.question}</p>
            <div class="choices">
                <button
                    type="button"
                    class="main"
                    popovertarget=id
                    popovertargetaction="hide"
                    data-do=does
                >
                    {words.yes}
                </button>
                <button type="button" popovertarget=id popovertargetaction="hide" autofocus>
                    {words.no}
                </button>
            </div>
        </div>
    }
}
