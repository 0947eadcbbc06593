//! The house rules, and the honest lines that stand above "Start de chat".

use leptos::prelude::*;

use crate::ui::text::{Language, house::House};

/// The house rules: for whom, advice only, reporting, professionals, hours, what is registered.
#[component]
pub fn HouseRules(
    /// The language of the rules.
    language: Language,
) -> impl IntoView {
    let text = House::of(language);
    let rules = [
        (text.whom_title, text.whom),
        (text.advice_title, text.advice),
        (text.report_title, text.report),
        (text.professional_title, text.professional),
        (text.hours_title, text.hours),
        (text.anonymous_title, text.anonymous),
        (text.registration_title, text.registration),
        (text.respect_title, text.respect),
    ];
    let rules = rules.map(|(title, rule)| {
        view! {
            <li>
                <h3>{title}</h3>
                <p>{rule}</p>
            </li>
        }
    });
    view! {
        <section class="rules" aria-labelledby="rules-title">
            <h2 id="rules-title">{text.rules}</h2>
            <ul role="list">{rules.into_iter().collect::<Vec<_>>()}</ul>
        </section>
    }
}

/// Who may look over the visitor's shoulder; procedure, data and complaints in two sentences. Goes
/// into the island as its children, so that it costs nothing in the browser.
#[component]
pub fn BeforeStart(
    /// The language of the lines.
    language: Language,
) -> impl IntoView {
    let text = House::of(language);
    view! {
        <div class="before-start">
            <h2>{text.watched}</h2>
            <p>{text.watched_history}</p>
            <p>{text.watched_safer}</p>
            <p class="hint">{text.procedure} " " {text.complaint}</p>
        </div>
    }
}
