//! The visitor's screens on `/chat`, in two parts. The island `Chat` has the form and whatever it
//! takes to come alive; what comes after it, the visit, is a lazy function in a file of its own,
//! which puts its view beside the form. Views only: the glue in `island` and `visit` owns the
//! state, writes it into [`ChatScreen`] and [`VisitScreen`], and does what is asked for.

mod farewell;
mod island;
mod room;
mod sign_up;
mod visit;

use leptos::{either::EitherOf4, html, prelude::*};

pub use island::Chat;

use crate::ui::{
    parts::conversation::{ConversationScreen, Writing},
    text::Language,
    view::Participant,
};

/// Where the visitor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Filling in the form.
    SignUp,
    /// Waiting for a worker.
    Waiting(Place),
    /// With one or more workers.
    Conversation,
    /// It is over.
    Farewell(Farewell),
    /// Another tab has this conversation.
    Elsewhere,
}

/// How a waiting visitor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The server has not said yet.
    Connecting,
    /// In the queue, 1 for the first.
    Number(u32),
    /// Accepted by a worker; the keys are on their way.
    Turn,
    /// Back at the front after the worker was lost.
    Returned,
}

/// Why it is over. (A quick exit has no screen.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Farewell {
    /// The visitor ended the conversation.
    EndedByYou,
    /// The worker ended the conversation.
    EndedByWorker,
    /// Nobody came back in time.
    Expired,
    /// The server does not know this conversation.
    Gone,
    /// The visitor stopped waiting.
    Stopped,
    /// The chat closed before a worker was free.
    TurnedAway,
}

/// What the visitor's page shows from the start. Made once at the island's root; the glue writes
/// the signals and reads the fields.
#[derive(Clone, Copy)]
pub struct ChatScreen {
    /// The language of every word.
    pub language: Language,
    /// For how many minutes a conversation stays open after the cross.
    pub return_minutes: u32,
    /// Where the visitor is.
    pub stage: RwSignal<Stage>,
    /// What went wrong, as a sentence with what to do; empty for nothing.
    pub trouble: RwSignal<String>,
    /// The form.
    pub sign_up: SignUpScreen,
    /// What is around the form; the visit stands in it too.
    pub root: NodeRef<html::Div>,
}

/// What the visitor's page shows beside it once the form was sent. Made by the visit.
#[derive(Clone, Copy)]
pub struct VisitScreen {
    /// What was there before.
    pub chat: ChatScreen,
    /// The content is covered: after the cross, in a restored tab, after 60 seconds hidden.
    pub covered: RwSignal<bool>,
    /// The connection is lost.
    pub offline: RwSignal<bool>,
    /// Something to know while waiting (closing time, nobody on duty, place kept); may be empty.
    pub remark: RwSignal<String>,
    /// Everybody who takes part, for the heading.
    pub participants: RwSignal<Vec<Participant>>,
    /// The messages. While waiting the visitor may already write.
    pub conversation: ConversationScreen,
}

/// The sign-up form. Its fields are uncontrolled, so that what is typed before any script arrives
/// stays; the glue reads them at the start and resets the form after it.
#[derive(Clone, Copy)]
pub struct SignUpScreen {
    /// The form, for `data-live` and the press that came too early.
    pub form: NodeRef<html::Form>,
    /// The field "Bijnaam".
    pub nickname: NodeRef<html::Input>,
    /// What is wrong with the nickname; empty for nothing.
    pub nickname_note: RwSignal<String>,
    /// The field "Regio".
    pub region: NodeRef<html::Input>,
    /// What the typed region leads to, or that it leads nowhere; may be empty.
    pub region_note: RwSignal<String>,
    /// The region is missing, unknown or closed.
    pub region_wrong: RwSignal<bool>,
    /// The form was sent and waits for an answer.
    pub busy: RwSignal<bool>,
}

/// What a visitor does in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormAction {
    /// "Start de chat".
    Start,
    /// The region's text changed.
    Region,
}

/// What a visitor does after that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChatAction {
    /// Something happened in the field "Bericht".
    Write(Writing),
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
    /// "Begin opnieuw": load the page anew.
    StartAgain,
}

impl ChatScreen {
    /// The screen as the server renders it: the empty form.
    #[must_use]
    pub fn new(language: Language, return_minutes: u32) -> Self {
        Self {
            language,
            return_minutes,
            stage: RwSignal::new(Stage::SignUp),
            trouble: RwSignal::new(String::new()),
            sign_up: SignUpScreen {
                form: NodeRef::new(),
                nickname: NodeRef::new(),
                nickname_note: RwSignal::new(String::new()),
                region: NodeRef::new(),
                region_note: RwSignal::new(String::new()),
                region_wrong: RwSignal::new(false),
                busy: RwSignal::new(false),
            },
            root: NodeRef::new(),
        }
    }
}

impl VisitScreen {
    /// A visit of which nothing is known yet.
    #[must_use]
    pub fn new(chat: ChatScreen) -> Self {
        Self {
            chat,
            covered: RwSignal::new(false),
            offline: RwSignal::new(false),
            remark: RwSignal::new(String::new()),
            participants: RwSignal::new(Vec::new()),
            conversation: ConversationScreen::new(),
        }
    }
}

impl Stage {
    /// The name in the attribute `data-stage`, for style and for the browser tests.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::SignUp => "sign-up",
            Self::Waiting(_) => "waiting",
            Self::Conversation => "conversation",
            Self::Farewell(_) => "farewell",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// Everything inside the island. `children` stand in the form, above "Start de chat": what only the
/// server needs to render.
#[component]
pub fn ChatView(
    /// What to show.
    screen: ChatScreen,
    /// What to do.
    act: fn(ChatScreen, FormAction),
    children: Children,
) -> impl IntoView {
    view! {
        <div class="chat" data-stage=move || screen.stage.get().tag() node_ref=screen.root>
            {sign_up::sign_up(screen, act, children)}
        </div>
    }
}

/// What stands beside the form, or in place of it, once it was sent.
#[component]
pub fn VisitView(
    /// What to show.
    screen: VisitScreen,
    /// What to do.
    act: Callback<ChatAction>,
) -> impl IntoView {
    let stage = screen.chat.stage;
    // Waiting and conversation are one view: whoever is typing when a worker comes goes on typing.
    let part = Memo::new(move |_| match stage.get() {
        Stage::SignUp => 0,
        Stage::Waiting(_) | Stage::Conversation => 1,
        Stage::Farewell(_) => 2,
        Stage::Elsewhere => 3,
    });
    move || match part.get() {
        1 => EitherOf4::B(room::room(&screen, act)),
        2 => EitherOf4::C(farewell::farewell(&screen.chat, act)),
        3 => EitherOf4::D(farewell::elsewhere(&screen.chat, act)),
        _ => EitherOf4::A(()),
    }
}

#[cfg(test)]
mod tests;
