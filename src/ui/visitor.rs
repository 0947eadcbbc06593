//! The visitor's screens on `/chat`. The server renders all of them, all but the form hidden, as
//! children of the island `Chat`; in the browser no view is built, which keeps leptos' view code
//! out of what a visitor waits for. [`shown`] decides what there is to see, as a plain value, and
//! `visit` puts it on the page, part by part. The island has the form and whatever it takes to come
//! alive; what comes after it, the visit, is a lazy function in a file of its own.

mod farewell;
mod island;
pub mod part;
pub mod question;
mod room;
pub mod shown;
mod sign_up;
mod visit;

use leptos::prelude::*;

pub use island::Chat;

use self::{
    farewell::{Elsewhere, Goodbye},
    room::{Cover, Room},
    sign_up::SignUp,
};
use crate::ui::page::PageSettings;

/// What a visitor does after the form, as `data-do` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChatAction {
    /// "Verstuur".
    Send,
    /// "Stop met wachten", confirmed.
    StopWaiting,
    /// The cross.
    Close,
    /// "Terug naar het gesprek".
    Return,
    /// "Gesprek beëindigen", confirmed.
    End,
    /// "Ga hier verder": this tab takes the conversation back.
    TakeBack,
    /// Yes to what is asked.
    Yes,
    /// No to what is asked.
    No,
    /// "Verstuur je antwoorden": what the visitor thinks of the chat.
    Evaluate,
    /// "Begin opnieuw": load the page anew.
    StartAgain,
}

impl ChatAction {
    const ALL: [Self; 10] = [
        Self::Send,
        Self::StopWaiting,
        Self::Close,
        Self::Return,
        Self::End,
        Self::TakeBack,
        Self::Yes,
        Self::No,
        Self::Evaluate,
        Self::StartAgain,
    ];

    /// Its name in `data-do`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::StopWaiting => "stop-waiting",
            Self::Close => "close",
            Self::Return => "return",
            Self::End => "end",
            Self::TakeBack => "take-back",
            Self::Yes => "yes",
            Self::No => "no",
            Self::Evaluate => "evaluate",
            Self::StartAgain => "start-again",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }
}

/// Every screen, as it is before any script has arrived. `children` stand in the form, above "Start
/// de chat".
#[component]
pub fn Screens(children: Children) -> impl IntoView {
    let PageSettings { language, return_minutes } = PageSettings::here();
    view! {
        <SignUp language>{children()}</SignUp>
        <Room language />
        <Cover language return_minutes />
        <Goodbye language />
        <Elsewhere language />
    }
}

#[cfg(test)]
mod tests;
