//! Instead of a page of the office whose person did nothing for a while: the password, and then on.

use leptos::prelude::*;

use crate::ui::{
    office::parts::{Carried, Field},
    text::{Language, office::entering::Entering},
};

/// The name of the field with the password.
pub const UNLOCK_FIELD: &str = "ontgrendel";

/// Why the password is asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockTrouble {
    /// It is not this person's.
    Wrong,
    /// Too many attempts.
    TooMany,
    /// The server could not look.
    Failed,
}

/// The lock. What was posted meanwhile is carried along and posted again with the password.
#[component]
pub fn LockPage(
    /// The language of the page.
    language: Language,
    /// Where it goes on.
    action: String,
    /// What was posted, to be posted again.
    kept: Vec<(String, String)>,
    /// Why it is asked again.
    trouble: Option<LockTrouble>,
) -> impl IntoView {
    let text = Entering::of(language);
    let error = trouble.map(|trouble| match trouble {
        LockTrouble::Wrong => text.password_wrong,
        LockTrouble::TooMany => text.too_many,
        LockTrouble::Failed => text.failed,
    });
    let carries = kept.iter().any(|(name, _)| name != "naar");
    let kept = kept.into_iter().map(|(name, value)| view! { <Carried name value /> });
    view! {
        <article class="page sign-in">
            <h1>{text.locked}</h1>
            <p>{text.locked_why}</p>
            {carries.then(|| view! { <p>{text.locked_kept}</p> })}
            <form class="card" method="post" action=action>
                {kept.collect::<Vec<_>>()}
                <Field
                    name=UNLOCK_FIELD
                    label=text.password
                    value=""
                    error=error.unwrap_or_default()
                    kind="password"
                    most=1000
                    required=true
                    autocomplete="current-password"
                />
                <button type="submit" class="main">
                    {text.unlock}
                </button>
            </form>
        </article>
    }
}
