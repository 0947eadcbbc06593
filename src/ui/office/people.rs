//! `/beheer/medewerkers`: the people whose accounts a coordinator or an administrator runs.

mod forms;
mod rows;

use leptos::prelude::*;

pub use self::forms::{ADMINISTRATOR, COORDINATOR};
pub use self::rows::{PersonActs, PersonRow, PersonState, Post};
use self::{
    forms::{InviteForm, LendForm},
    rows::{LentList, PeopleTable},
};
use super::parts::Carried;
use crate::ui::text::{Language, office::people::People};

/// What was typed to invite somebody, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InviteTyped {
    /// The name for visitors.
    pub shown: String,
    /// What is wrong with it.
    pub shown_error: String,
    /// The name to sign in with.
    pub name: String,
    /// What is wrong with it.
    pub name_error: String,
    /// The code of the role; empty where there is no choice.
    pub role: String,
    /// The number of the organisation; empty where there is no choice.
    pub organisation: String,
    /// What is wrong with it.
    pub organisation_error: String,
    /// The sign-in name of a colleague of another organisation.
    pub lend: String,
    /// What is wrong with it.
    pub lend_error: String,
}

/// Who looks at the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Runs {
    /// A coordinator, with the workers of other organisations who work here too.
    Workers {
        /// Name, and number for the form.
        lent: Vec<(String, u32)>,
    },
    /// An administrator, with number and name of every organisation.
    Coordinators {
        /// The choices.
        organisations: Vec<(String, String)>,
    },
}

/// What the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleSeen {
    /// Who looks at it.
    pub runs: Runs,
    /// Everybody with an account or an invitation.
    pub rows: Vec<PersonRow>,
    /// A link to pass on, with the name of whom it is for.
    pub link: Option<(String, String)>,
    /// What was typed before.
    pub typed: InviteTyped,
}

/// The people.
#[component]
pub fn PeoplePage(
    /// What the page shows.
    seen: PeopleSeen,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = People::of(language);
    let PeopleSeen { runs, rows, link, typed } = seen;
    let (intro, organisations, lent) = match runs {
        Runs::Workers { lent } => (text.intro_coordinator, None, Some(lent)),
        Runs::Coordinators { organisations } => {
            (text.intro_administrator, Some(organisations), None)
        }
    };
    let all = organisations.is_some();
    let lending = lent.map(|lent| {
        let (name, error) = (typed.lend.clone(), typed.lend_error.clone());
        view! {
            <section class="card" aria-labelledby="lent-title">
                <h2 id="lent-title">{text.lent}</h2>
                <p>{text.lent_intro}</p>
                <LentList lent language />
                <LendForm name error language />
            </section>
        }
    });
    view! {
        {link.map(|(name, link)| view! { <FreshLink name link language /> })}
        <p>{intro}</p>
        <PeopleTable rows all language />
        <InviteForm typed organisations language />
        {lending}
    }
}

/// The link of an invitation, shown once.
#[component]
fn FreshLink(name: String, link: String, language: Language) -> impl IntoView {
    let text = People::of(language);
    let action = language.address(PATH);
    view! {
        <section class="card fresh-link" aria-labelledby="link-title">
            <h2 id="link-title">{text.link_for.with(&[&name])}</h2>
            <p>{text.link_how}</p>
            <div class="field">
                <label for="link">{text.link}</label>
                <input id="link" type="text" readonly value=link autocomplete="off" />
            </div>
            <form method="post" action=action>
                <Carried name="wat" value=Post::HaveLink.code() />
                <div class="actions">
                    <button type="submit" class="main">
                        {text.link_done}
                    </button>
                </div>
            </form>
        </section>
    }
}

/// Where everything on this page is posted.
const PATH: &str = "/beheer/medewerkers";
