//! The list of people.

use leptos::prelude::*;

use super::PATH;
use crate::{
    domain::staffing::Role,
    ui::{
        office::{parts::Carried, stamp::Stamp},
        text::{Language, office::people::People},
    },
};

/// What can be posted about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Post {
    /// Invites somebody.
    Invite,
    /// Makes a new link.
    Again,
    /// Takes an invitation back.
    Withdraw,
    /// Disables an account.
    Disable,
    /// Enables it again.
    Enable,
    /// Resets the second factor.
    Reset,
    /// Lets a colleague of another organisation work here too.
    Lend,
    /// Ends that.
    TakeOff,
    /// The link of an invitation is passed on.
    HaveLink,
}

impl Post {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Invite,
        Self::Again,
        Self::Withdraw,
        Self::Disable,
        Self::Enable,
        Self::Reset,
        Self::Lend,
        Self::TakeOff,
        Self::HaveLink,
    ];

    /// The value of the field `wat`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invite => "uitnodigen",
            Self::Again => "opnieuw",
            Self::Withdraw => "intrekken",
            Self::Disable => "uitzetten",
            Self::Enable => "aanzetten",
            Self::Reset => "code-wissen",
            Self::Lend => "ook-hier",
            Self::TakeOff => "eraf",
            Self::HaveLink => "link-gezien",
        }
    }

    /// What has this code.
    #[must_use]
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|post| post.code() == code)
    }
}

/// How somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonState {
    /// The account may be used.
    Active,
    /// It may not.
    Disabled,
    /// There is no account yet.
    Invited {
        /// Until when the link works.
        until: Stamp,
    },
    /// There is no account, and the link is too old.
    Expired,
}

/// What whoever looks may do about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonActs {
    /// Nothing: it is themselves.
    Own,
    /// What can be done about an account with this number.
    Account(u32),
    /// What can be done about an invitation with this number.
    Invitation(i64),
}

/// Somebody with an account or an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// The name for visitors.
    pub shown: String,
    /// The name to sign in with.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// The name of their organisation.
    pub organisation: Option<String>,
    /// How they stand.
    pub state: PersonState,
    /// Whether there is a second factor; `None` for somebody who is invited.
    pub factor: Option<bool>,
    /// What can be done about them.
    pub acts: PersonActs,
}

#[component]
pub(super) fn PeopleTable(rows: Vec<PersonRow>, all: bool, language: Language) -> impl IntoView {
    let text = People::of(language);
    let empty = rows.is_empty();
    let rows = rows.into_iter().map(|row| person(row, all, language)).collect::<Vec<_>>();
    let table = view! {
        <div class="wide" role="region" aria-label=text.list tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{text.name}</th>
                        <th scope="col">{text.sign_in_name}</th>
                        {all
                            .then(|| {
                                view! {
                                    <th scope="col">{text.role}</th>
                                    <th scope="col">{text.organisation}</th>
                                }
                            })}
                        <th scope="col">{text.state}</th>
                        <th scope="col">{text.factor}</th>
                        <th scope="col">{text.actions}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    if empty { view! { <p>{text.nobody}</p> }.into_any() } else { table.into_any() }
}

fn person(row: PersonRow, all: bool, language: Language) -> impl IntoView + use<> {
    let text = People::of(language);
    let role = match row.role {
        Role::Worker(_) => text.worker,
        Role::Coordinator(_) => text.coordinator,
        Role::Administrator => text.administrator,
    };
    let where_to = all.then(|| {
        view! {
            <td>{role}</td>
            <td>{row.organisation.unwrap_or_default()}</td>
        }
    });
    let state = match row.state {
        PersonState::Active => text.active.to_owned(),
        PersonState::Disabled => text.disabled.to_owned(),
        PersonState::Expired => text.expired.to_owned(),
        PersonState::Invited { until } => text.invited_until.with(&[&until.words(language)]),
    };
    let factor = match row.factor {
        Some(true) => text.factor_on,
        Some(false) => text.factor_off,
        None => "",
    };
    let acts: Vec<(Post, &str)> = match (row.acts, row.state) {
        (PersonActs::Own, _) => vec![],
        (PersonActs::Invitation(_), _) => {
            vec![(Post::Again, text.again), (Post::Withdraw, text.withdraw)]
        }
        (PersonActs::Account(_), PersonState::Disabled) => vec![(Post::Enable, text.enable)],
        (PersonActs::Account(_), _) if row.factor == Some(true) => {
            vec![(Post::Disable, text.disable), (Post::Reset, text.reset)]
        }
        (PersonActs::Account(_), _) => vec![(Post::Disable, text.disable)],
    };
    let number = match row.acts {
        PersonActs::Own => None,
        PersonActs::Account(number) => Some(i64::from(number)),
        PersonActs::Invitation(number) => Some(number),
    };
    let forms = number.map(|number| {
        let buttons = acts.into_iter().map(|(post, words)| {
            let named = text.about.with(&[words, &row.shown]);
            view! {
                <button type="submit" name="wat" value=post.code() aria-label=named>
                    {words}
                </button>
            }
        });
        view! {
            <form class="row" method="post" action=language.address(PATH)>
                <Carried name="wie" value=number.to_string() />
                {buttons.collect::<Vec<_>>()}
            </form>
        }
    });
    let own = number.is_none().then_some(text.yourself);
    view! {
        <tr>
            <th scope="row">{row.shown}</th>
            <td>{row.name}</td>
            {where_to}
            <td>{state}</td>
            <td>{factor}</td>
            <td>{own} {forms}</td>
        </tr>
    }
}

#[component]
pub(super) fn LentList(lent: Vec<(String, u32)>, language: Language) -> impl IntoView {
    let text = People::of(language);
    let rows = lent.into_iter().map(|(name, number)| {
        let named = text.about.with(&[text.take_off, &name]);
        view! {
            <li>
                <span>{name}</span>
                <form class="row" method="post" action=language.address(PATH)>
                    <Carried name="wie" value=number.to_string() />
                    <button
                        type="submit"
                        name="wat"
                        value=Post::TakeOff.code()
                        aria-label=named
                    >
                        {text.take_off}
                    </button>
                </form>
            </li>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <ul role="list" class="lent">{rows}</ul> })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_post_has_a_code_of_its_own() {
        for post in Post::ALL {
            assert_eq!(Post::named(post.code()), Some(post));
        }
        assert_eq!(Post::named("iets-anders"), None);
    }
}
