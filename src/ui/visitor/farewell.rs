//! The screens without a conversation: it is over, or another tab has it.

use leptos::prelude::*;

use super::{ChatAction, part};
use crate::ui::text::{Language, common, visitor::Visitor};

/// Why it is over, that everything is erased, and where to go on.
#[component]
pub fn Goodbye(
    /// The language of the words.
    language: Language,
) -> impl IntoView {
    let text = Visitor::of(language);
    view! {
        <section id=part::FAREWELL.id() class="farewell" hidden>
            <h1 id=part::HEADLINE.id() tabindex="-1"></h1>
            <p id=part::REASON.id() role="status"></p>
            <p>{text.wiped}</p>
            <p>{text.history}</p>
            <p class="phone">
                <a href=common::PHONE_LINK>{common::PHONE}</a>
            </p>
            <p>{text.talk_on}</p>
            <button type="button" class="quiet" data-do=ChatAction::StartAgain.name()>
                {text.again}
            </button>
        </section>
    }
}

/// Another tab has the conversation.
#[component]
pub fn Elsewhere(
    /// The language of the words.
    language: Language,
) -> impl IntoView {
    let text = Visitor::of(language);
    view! {
        <section id=part::ELSEWHERE.id() class="elsewhere" hidden>
            <h1 tabindex="-1">{text.elsewhere}</h1>
            <p>{text.elsewhere_why}</p>
            <button type="button" class="main" data-do=ChatAction::TakeBack.name()>
                {text.take_back}
            </button>
        </section>
    }
}
