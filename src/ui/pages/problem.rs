//! What a person sees instead of the page that was asked for.

use leptos::prelude::*;

use crate::ui::text::{
    Language,
    common::{PHONE, PHONE_LINK},
    pages::Pages,
};

/// Why the page that was asked for is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// No such page.
    NotFound,
    /// Not allowed, or not understood.
    Refused,
    /// Too many requests.
    Busy,
    /// The server failed.
    Internal,
}

/// What happened, what to do, and the phone number.
#[component]
pub fn ProblemPage(
    /// The language of the page.
    language: Language,
    /// What happened.
    problem: Problem,
) -> impl IntoView {
    let text = Pages::of(language);
    let (title, next) = match problem {
        Problem::NotFound => (text.not_found, text.not_found_next),
        Problem::Refused => (text.refused, text.refused_next),
        Problem::Busy => (text.busy, text.busy_next),
        Problem::Internal => (text.error, text.error_next),
    };
    view! {
        <article class="page problem">
            <h1>{title}</h1>
            <p class="intro">{next}</p>
            <p class="phone">
                <a href=PHONE_LINK>{PHONE}</a>
            </p>
            <p>
                <a href=language.address("/") data-replace>
                    {text.home_link}
                </a>
            </p>
        </article>
    }
}
