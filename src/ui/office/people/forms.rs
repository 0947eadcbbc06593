//! Inviting somebody, and letting a colleague of another organisation work here too.

use leptos::prelude::*;

use super::{InviteTyped, PATH, Post};
use crate::ui::{
    office::parts::{Carried, Choice, Field},
    text::{Language, office::people::People},
};

/// The code of the role of coordinators in the form.
pub const COORDINATOR: &str = "coordinator";
/// The code of the role of administrators in the form.
pub const ADMINISTRATOR: &str = "beheerder";

#[component]
pub(super) fn InviteForm(
    typed: InviteTyped,
    organisations: Option<Vec<(String, String)>>,
    language: Language,
) -> impl IntoView {
    let text = People::of(language);
    let choices = organisations.map(|organisations| {
        let roles = [(COORDINATOR, text.coordinator), (ADMINISTRATOR, text.administrator)];
        let roles = roles.map(|(code, words)| (code.to_owned(), words.to_owned())).to_vec();
        let none = std::iter::once((String::new(), "–".to_owned()));
        let organisations = none.chain(organisations).collect();
        view! {
            <Choice name="rol" label=text.role choices=roles chosen=typed.role.clone() />
            <Choice
                name="organisatie"
                label=text.organisation
                choices=organisations
                chosen=typed.organisation.clone()
                error=typed.organisation_error.clone()
            />
        }
    });
    view! {
        <section class="card" aria-labelledby="invite-title">
            <h2 id="invite-title">{text.invite}</h2>
            <p>{text.invite_hint}</p>
            <form method="post" action=language.address(PATH)>
                <Carried name="wat" value=Post::Invite.code() />
                <Field
                    name="naam"
                    label=text.name
                    value=typed.shown
                    error=typed.shown_error
                    hint=text.name_hint
                    most=80
                    required=true
                />
                <Field
                    name="inlognaam"
                    label=text.sign_in_name
                    value=typed.name
                    error=typed.name_error
                    hint=text.sign_in_hint
                    most=80
                    required=true
                />
                {choices}
                <div class="actions">
                    <button type="submit" class="main">
                        {text.send}
                    </button>
                </div>
            </form>
        </section>
    }
}

#[component]
pub(super) fn LendForm(name: String, error: String, language: Language) -> impl IntoView {
    let text = People::of(language);
    view! {
        <form method="post" action=language.address(PATH)>
            <Carried name="wat" value=Post::Lend.code() />
            <Field
                name="collega"
                label=text.lend_name
                value=name
                error=error
                most=80
                required=true
            />
            <div class="actions">
                <button type="submit">{text.lend}</button>
            </div>
        </form>
    }
}
