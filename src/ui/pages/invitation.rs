//! `/uitnodiging`: an invitation is accepted by choosing a password.

use leptos::prelude::*;

use crate::ui::{
    office::parts::{Carried, Field},
    text::{Language, office::entering::Entering},
};

/// Why a link leads to no open invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkTrouble {
    /// It was accepted already.
    Used,
    /// It is too old.
    Late,
    /// It was taken back.
    Withdrawn,
    /// It is no link, or there is a newer one.
    Unknown,
    /// The sign-in name belongs to somebody meanwhile.
    NameTaken,
    /// The server could not look.
    Failed,
}

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// The name that visitors will see.
    pub shown: String,
    /// The name to sign in with.
    pub name: String,
    /// What stands in the link.
    pub code: String,
    /// What is wrong with the chosen password.
    pub password_error: String,
    /// What is wrong with its repetition.
    pub again_error: String,
}

/// The rules of passwords in advance, and the form.
#[component]
pub fn InvitationPage(
    /// The language of the page.
    language: Language,
    /// Who is invited.
    guest: Guest,
) -> impl IntoView {
    let text = Entering::of(language);
    let Guest { shown, name, code, password_error, again_error } = guest;
    view! {
        <article class="page sign-in">
            <h1>{text.welcome.with(&[&shown])}</h1>
            <p>{text.welcome_name.with(&[&name])}</p>
            <p>{text.welcome_rules}</p>
            <p>{text.welcome_not}</p>
            <form class="card" method="post" action=language.address("/uitnodiging")>
                <Carried name="code" value=code />
                // Password managers keep the name with the password.
                <input type="text" name="naam" value=name autocomplete="username" readonly hidden />
                <Field
                    name="wachtwoord"
                    label=text.choose_password
                    value=""
                    error=password_error
                    kind="password"
                    most=1000
                    required=true
                    autocomplete="new-password"
                />
                <Field
                    name="nogmaals"
                    label=text.repeat_password
                    value=""
                    error=again_error
                    kind="password"
                    most=1000
                    required=true
                    autocomplete="new-password"
                />
                <button type="submit" class="main">
                    {text.join}
                </button>
            </form>
        </article>
    }
}

/// Why there is no form.
#[component]
pub fn NoInvitationPage(
    /// The language of the page.
    language: Language,
    /// What is wrong with the link.
    trouble: LinkTrouble,
) -> impl IntoView {
    let text = Entering::of(language);
    let why = match trouble {
        LinkTrouble::Used => text.link_used,
        LinkTrouble::Late => text.link_late,
        LinkTrouble::Withdrawn => text.link_withdrawn,
        LinkTrouble::Unknown => text.link_unknown,
        LinkTrouble::NameTaken => text.name_taken,
        LinkTrouble::Failed => text.failed,
    };
    view! {
        <article class="page sign-in">
            <h1>{text.invitation}</h1>
            <p class="trouble" role="alert">
                {why}
            </p>
            <p>
                <a href=language.address("/inloggen")>{text.sign_in}</a>
            </p>
        </article>
    }
}
