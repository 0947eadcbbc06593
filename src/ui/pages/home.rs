//! `/`: open or closed, "Start de chat", house rules, questions and answers.

use leptos::prelude::*;

use crate::ui::{
    parts::{house::HouseRules, own::Own, status::StatusCard},
    text::{Language, hours::Status, own::OwnText, pages::Pages},
};

/// The first page.
#[component]
pub fn HomePage(
    /// The language of the page.
    language: Language,
    /// Open when any region is.
    status: Status,
) -> impl IntoView {
    let text = Pages::of(language);
    let questions = [
        (text.anonymous_question, text.anonymous_answer),
        (text.reads_question, text.reads_answer),
        (text.kept_question, text.kept_answer),
        (text.wait_question, text.wait_answer),
        (text.closed_question, text.closed_answer),
        (text.leave_question, text.leave_answer),
        (text.night_question, text.night_answer),
    ];
    let questions = questions.map(|(question, answer)| {
        view! {
            <details>
                <summary>{question}</summary>
                <p>{answer}</p>
            </details>
        }
    });
    view! {
        <article class="page home">
            <div class="hero">
                <h1>{text.home}</h1>
                <Own text=OwnText::Intro class="intro" language />
                <StatusCard status language start=true />
            </div>
            <HouseRules language />
            <section class="questions" aria-labelledby="questions-title">
                <h2 id="questions-title">{text.questions}</h2>
                {questions.into_iter().collect::<Vec<_>>()}
            </section>
        </article>
    }
}
