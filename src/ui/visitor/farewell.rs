//! The screens without a conversation: it is over, or another tab has it.

use leptos::prelude::*;

use super::{ChatAction, part};
use crate::{
    domain::evaluation::{Asked, Opinion},
    ui::{
        parts::own::Own,
        text::{Language, common, own::OwnText, visitor::Visitor},
    },
};

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
            <Own text=OwnText::Farewell language />
            {evaluation(text)}
            <button type="button" class="quiet" data-do=ChatAction::StartAgain.name()>
                {text.again}
            </button>
        </section>
    }
}

fn evaluation(text: &Visitor) -> impl IntoView + use<> {
    let asked = Asked::ALL.map(|asked| {
        let words = match asked {
            Asked::Heard => text.evaluation_heard,
            Asked::NextStep => text.evaluation_next_step,
            Asked::Again => text.evaluation_again,
        };
        let answers = Opinion::ALL.map(|opinion| {
            let words = match opinion {
                Opinion::Yes => text.evaluation_yes,
                Opinion::Somewhat => text.evaluation_somewhat,
                Opinion::No => text.evaluation_no,
            };
            view! {
                <label class="choice">
                    <input type="radio" name=asked.code() value=opinion.code() autocomplete="off" />
                    {words}
                </label>
            }
        });
        view! {
            <fieldset class="field">
                <legend>{words}</legend>
                {answers.into_iter().collect::<Vec<_>>()}
            </fieldset>
        }
    });
    view! {
        <div id=part::EVALUATION.id() class="card evaluation" hidden>
            <h2>{text.evaluation}</h2>
            <p class="hint">{text.evaluation_hint}</p>
            {asked.into_iter().collect::<Vec<_>>()}
            <button type="button" data-do=ChatAction::Evaluate.name()>
                {text.evaluation_send}
            </button>
        </div>
        <p id=part::THANKS.id() role="status"></p>
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
