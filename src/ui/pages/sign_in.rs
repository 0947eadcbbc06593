//! `/inloggen`: a native form, so that signing in needs no script.

use leptos::prelude::*;

use crate::ui::text::{Language, office::entering::Entering, sign_in::SignIn};

/// Why signing in is asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInTrouble {
    /// Name and password do not belong together; the same for an unknown name.
    Wrong,
    /// Too many attempts.
    Wait,
    /// The account is disabled; told only to who knows the password.
    Disabled,
    /// The second step took too long.
    Over,
    /// The session is over.
    Again,
    /// The server could not look.
    Failed,
}

/// Name and password, posted to `/inloggen` as the fields `name` and `password`.
#[component]
pub fn SignInPage(
    /// The language of the page.
    language: Language,
    /// Why it is asked again; `None` at first.
    trouble: Option<SignInTrouble>,
) -> impl IntoView {
    let text = SignIn::of(language);
    let trouble = trouble.map(|trouble| match trouble {
        SignInTrouble::Wrong => text.sign_in_wrong,
        SignInTrouble::Wait => text.sign_in_wait,
        SignInTrouble::Disabled => Entering::of(language).disabled,
        SignInTrouble::Over => Entering::of(language).over,
        SignInTrouble::Again => text.sign_in_again,
        SignInTrouble::Failed => text.sign_in_failed,
    });
    view! {
        <article class="page sign-in">
            <h1>{text.sign_in}</h1>
            <p>{text.sign_in_intro}</p>
            {trouble.map(|trouble| view! { <p id="trouble" class="trouble" role="alert">{trouble}</p> })}
            <form class="card" method="post" action=language.address("/inloggen")>
                <div class="field">
                    <label for="name">{text.sign_in_name}</label>
                    <input
                        id="name"
                        name="name"
                        type="text"
                        autocomplete="username"
                        autocapitalize="none"
                        spellcheck="false"
                        maxlength="200"
                        required
                        autofocus
                        aria-describedby=trouble.map(|_| "trouble")
                    />
                </div>
                <div class="field">
                    <label for="password">{text.sign_in_password}</label>
                    <input
                        id="password"
                        name="password"
                        type="password"
                        autocomplete="current-password"
                        maxlength="1000"
                        required
                    />
                </div>
                <button type="submit" class="main">
                    {text.sign_in_button}
                </button>
            </form>
        </article>
    }
}
