//! The house rules, and the honest lines that stand above "Start de chat".

use leptos::prelude::*;

use super::{
    icon::{Draw, Icon},
    own::Own,
};
use crate::ui::text::{Language, house::House, own::OwnText};

/// The house rules: for whom, advice only, reporting, professionals, hours, what is registered.
#[component]
pub fn HouseRules(
    /// The language of the rules.
    language: Language,
) -> impl IntoView {
    let text = House::of(language);
    view! {
        <section class="rules" aria-labelledby="rules-title">
            <h2 id="rules-title">{text.rules}</h2>
            <Rules language />
        </section>
    }
}

/// The rules themselves, each with its heading.
#[component]
fn Rules(language: Language) -> impl IntoView {
    let rules = OwnText::RULES.map(|rule| {
        view! {
            <li>
                <h3>{rule.heading(language)}</h3>
                <Own text=rule language />
            </li>
        }
    });
    view! { <ul role="list">{rules.into_iter().collect::<Vec<_>>()}</ul> }
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
            <h2>
                <Draw icon=Icon::Eye />
                {text.watched}
            </h2>
            <p>{text.watched_history}</p>
            <p>{text.watched_safer}</p>
            <Own text=OwnText::Procedure class="hint" language />
            <Own text=OwnText::Complaint class="hint" language />
        </div>
        <details class="rules">
            <summary>{text.rules}</summary>
            <Rules language />
        </details>
    }
}
