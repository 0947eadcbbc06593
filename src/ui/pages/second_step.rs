//! `/inloggen/code` and `/inloggen/instellen`: what comes after the password.

use leptos::prelude::*;

use crate::ui::{
    office::{
        factor::{CodeTrouble, EnrolForm, Squares},
        parts::Field,
    },
    text::{Language, office::entering::Entering},
};

/// Asks for a code of the authenticator, or one from paper.
#[component]
pub fn CodePage(
    /// The language of the page.
    language: Language,
    /// Why it is asked again.
    trouble: Option<CodeTrouble>,
) -> impl IntoView {
    let text = Entering::of(language);
    view! {
        <article class="page sign-in">
            <h1>{text.code_title}</h1>
            <p>{text.code_intro}</p>
            <form class="card" method="post" action=language.address("/inloggen/code")>
                <Field
                    name="code"
                    label=text.code
                    value=""
                    error=trouble.map(|trouble| trouble.words(language)).unwrap_or_default()
                    most=40
                    required=true
                    autocomplete="one-time-code"
                />
                <button type="submit" class="main">
                    {text.go_on}
                </button>
            </form>
            <p>{text.code_lost}</p>
            <p>
                <a href=language.address("/inloggen")>{text.start_over}</a>
            </p>
        </article>
    }
}

/// Makes a second factor before anything else.
#[component]
pub fn EnrolPage(
    /// The language of the page.
    language: Language,
    /// The key as people type it.
    key: String,
    /// The key as a camera reads it.
    squares: Option<Squares>,
    /// Why it is asked again.
    trouble: Option<CodeTrouble>,
) -> impl IntoView {
    let text = Entering::of(language);
    let action = language.address("/inloggen/instellen");
    view! {
        <article class="page sign-in enrolling">
            <h1>{text.enrol_title}</h1>
            <p>{text.enrol_intro}</p>
            <EnrolForm action key squares trouble language />
        </article>
    }
}
