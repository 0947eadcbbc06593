//! The office on `/beheer`: pages of forms for whoever runs the chat, rendered on the server and
//! posted without a script. `host::office` gathers what they show and reads what they post.

pub mod account;
pub mod advice;
pub mod appearance;
pub mod backups;
pub mod charts;
pub mod factor;
pub mod figures;
pub mod hours;
pub mod installation;
pub mod live;
pub mod log;
pub mod organisations;
pub mod parts;
pub mod people;
pub mod questions;
pub mod registrations;
pub mod replies;
pub mod stamp;
pub mod words;

use leptos::prelude::*;

use crate::{
    domain::staffing::Role,
    ui::text::{Language, office::frame::Frame},
};

/// A part of the office: a page with an entry in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Who waits and who is on duty now.
    Live,
    /// The statistics.
    Figures,
    /// The registrations of advice of an organisation.
    Registrations,
    /// The accounts.
    Staff,
    /// The opening hours.
    Hours,
    /// Which regions help this one.
    Backups,
    /// The organisation's own words.
    Texts,
    /// The organisation's name, colour and logo.
    Appearance,
    /// What visitors are asked before the chat.
    Questions,
    /// The organisation's canned replies.
    Replies,
    /// Who changed what.
    Log,
    /// The organisations and their municipalities.
    Organisations,
    /// The settings of the installation.
    Installation,
    /// A worker's own registrations of today.
    Advices,
    /// Somebody's own account.
    Account,
}

impl Section {
    /// The parts that somebody with this role may open, in the order of the menu.
    #[must_use]
    pub const fn open_to(role: Role) -> &'static [Self] {
        match role {
            Role::Worker(_) => &[Self::Advices, Self::Account],
            Role::Coordinator(_) => &[
                Self::Live,
                Self::Figures,
                Self::Registrations,
                Self::Staff,
                Self::Hours,
                Self::Backups,
                Self::Texts,
                Self::Appearance,
                Self::Questions,
                Self::Replies,
                Self::Log,
                Self::Advices,
                Self::Account,
            ],
            Role::Administrator => &[
                Self::Live,
                Self::Figures,
                Self::Organisations,
                Self::Staff,
                Self::Texts,
                Self::Appearance,
                Self::Installation,
                Self::Log,
                Self::Account,
            ],
        }
    }

    /// The path of its page.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Live => "/beheer",
            Self::Figures => "/beheer/cijfers",
            Self::Registrations => "/beheer/registraties",
            Self::Staff => "/beheer/medewerkers",
            Self::Hours => "/beheer/openingstijden",
            Self::Backups => "/beheer/achtervang",
            Self::Texts => "/beheer/teksten",
            Self::Appearance => appearance::PATH,
            Self::Questions => "/beheer/vragen",
            Self::Replies => "/beheer/standaardzinnen",
            Self::Log => "/beheer/logboek",
            Self::Organisations => "/beheer/organisaties",
            Self::Installation => "/beheer/installatie",
            Self::Advices => "/beheer/adviezen",
            Self::Account => "/beheer/account",
        }
    }

    /// Its name in the menu, which is the title of its page too.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        let text = Frame::of(language);
        match self {
            Self::Live => text.live,
            Self::Figures => text.figures,
            Self::Registrations => text.registrations,
            Self::Staff => text.staff,
            Self::Hours => text.hours,
            Self::Backups => text.backups,
            Self::Texts => text.texts,
            Self::Appearance => text.appearance,
            Self::Questions => text.questions,
            Self::Replies => text.replies,
            Self::Log => text.log,
            Self::Organisations => text.organisations,
            Self::Installation => text.installation,
            Self::Advices => text.advices,
            Self::Account => text.account,
        }
    }
}

/// How the last thing went, at the top of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// It was done.
    Done(String),
    /// It was not, and why.
    Trouble(String),
}

/// What a post that succeeded says on the page that follows, by a code in the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Something was stored.
    Saved,
    /// Something was stored that visitors see.
    Published,
    /// Something is there that was not.
    Added,
    /// Something is gone.
    Removed,
}

impl Done {
    const ALL: [Self; 4] = [Self::Saved, Self::Published, Self::Added, Self::Removed];

    /// The code in the address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Saved => "opgeslagen",
            Self::Published => "gepubliceerd",
            Self::Added => "toegevoegd",
            Self::Removed => "verwijderd",
        }
    }

    /// The thing with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.code() == code)
    }

    /// What the page says.
    #[must_use]
    pub fn notice(self, language: Language) -> Notice {
        let text = Frame::of(language);
        let words = match self {
            Self::Saved => text.saved,
            Self::Published => text.published,
            Self::Added => text.added,
            Self::Removed => text.removed,
        };
        Notice::Done(words.to_owned())
    }
}

/// A page of the office: its menu, its title, how the last thing went, and its content.
#[component]
pub fn OfficePage(
    /// Which page it is.
    section: Section,
    /// Who looks at it, which decides what the menu has.
    role: Role,
    /// The organisation that it is about; `None` for all.
    organisation: Option<String>,
    /// How the last thing went.
    notice: Option<Notice>,
    /// The language of the page.
    language: Language,
    children: Children,
) -> impl IntoView {
    let text = Frame::of(language);
    let entries = Section::open_to(role).iter().map(|entry| {
        let current = (*entry == section).then_some("page");
        view! {
            <li>
                <a href=language.address(entry.path()) aria-current=current>
                    {entry.name(language)}
                </a>
            </li>
        }
    });
    let notice = notice.map(|notice| match notice {
        Notice::Done(words) => view! { <p class="remark" role="status">{words}</p> }.into_any(),
        Notice::Trouble(words) => view! { <p class="trouble" role="alert">{words}</p> }.into_any(),
    });
    view! {
        <div class="office">
            <nav class="office-menu" aria-label=text.menu>
                <ul role="list">{entries.collect::<Vec<_>>()}</ul>
            </nav>
            <article class="office-page">
                <header>
                    <p class="office-of">{organisation.unwrap_or_else(|| text.whole.to_owned())}</p>
                    <h1>{section.name(language)}</h1>
                </header>
                {notice}
                {children()}
            </article>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::RegionId;

    #[test]
    fn what_was_done_is_told_by_its_code() {
        for done in Done::ALL {
            assert_eq!(Done::from_code(done.code()), Some(done));
        }
        assert_eq!(Done::from_code("<script>"), None);
    }

    #[test]
    fn everybody_finds_the_own_account_and_workers_nothing_of_the_office() {
        let region = RegionId(20);
        for role in [Role::Worker(region), Role::Coordinator(region), Role::Administrator] {
            assert_eq!(Section::open_to(role).last(), Some(&Section::Account));
        }
        assert_eq!(Section::open_to(Role::Worker(region)), [Section::Advices, Section::Account]);
    }
}
