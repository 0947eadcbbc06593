//! The worker's desk on `/werkplek`. Views only: the island `Desk` owns the state, writes it into
//! [`DeskScreen`], and does what [`DeskAction`] says.

mod attention;
mod composer;
mod duty;
mod ending;
mod island;
mod lock;
mod panel;
pub mod passing;
mod picker;
mod practice;
mod queue;
mod regions;
mod registration;
mod replies;
mod sheet;
mod shortcuts;
mod tabs;
mod tools;

use leptos::{either::EitherOf3, html, prelude::*};

use crate::{
    domain::{
        ids::{ConversationId, RegionId},
        misuse::Misuse,
        questions::GivenAnswer,
    },
    ui::{
        parts::{
            conversation::{ConversationScreen, Writing},
            shown,
        },
        text::{Language, desk::Desk},
    },
};

pub use island::*;
pub use lock::LockScreen;
pub use passing::{PassingAction, PassingScreen};
pub use picker::{Picker, Reply};
pub use practice::Point;
pub use regions::OwnRegion;
pub use registration::{RegistrationAction, RegistrationScreen};
pub use replies::{RepliesAction, RepliesScreen};
pub use tabs::neighbour;
pub use tools::{Choices, Notifications};

/// Whether new visitors come to this worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// Not on duty.
    Off,
    /// On duty with a place free.
    Free,
    /// On duty, every place taken.
    Full,
    /// On duty, with a break.
    Paused,
}

/// A visitor in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiter {
    /// Whose place it is.
    pub id: ConversationId,
    /// The name of the region that the visitor chose.
    pub region: String,
    /// Whole minutes since the sign-up.
    pub minutes: u32,
    /// Whether this worker may accept: the visitor is offered, or waits and is picked up by hand.
    pub may_take: bool,
    /// How it stands with this visitor.
    pub standing: Standing,
}

/// How it stands with a visitor in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Waits in turn.
    Waiting,
    /// Offered to the worker at this desk, for so many seconds more.
    Offered(u32),
    /// Every free worker may accept.
    OpenToAll,
    /// Offered to a colleague.
    OfferedElsewhere,
    /// Not connected just now; the place is kept.
    Away,
    /// Back at the front after a worker was lost.
    Returned,
}

/// A conversation in the tab list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskTab {
    /// Which conversation.
    pub id: ConversationId,
    /// The visitor's nickname, or "Bezoeker" while it is not known.
    pub name: String,
    /// The region that the visitor chose.
    pub region: String,
    /// Messages that this worker has not seen.
    pub unread: u32,
    /// Since when the visitor waits for a word of the worker, such as `14:05`; `None` when the
    /// worker wrote last.
    pub waits_since: Option<String>,
    /// Whether the visitor is there.
    pub presence: Presence,
    /// When it began, such as `14:03`; empty when it has not.
    pub since: String,
    /// Whole minutes since then.
    pub minutes: u32,
    /// Whether anybody is there at all.
    pub kind: Kind,
}

/// Whether a conversation is with a visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is.
    Real,
    /// It is a practice.
    Practice,
}

/// Whether the visitor is there, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    /// "aanwezig"
    Present,
    /// "weg sinds 12:03"
    Away(String),
    /// "zelf weggegaan": quick exit.
    Gone,
    /// The conversation is over.
    Ended,
}

/// How far the opened conversation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Accepted; the visitor's key has not arrived.
    Connecting,
    /// Messages go both ways.
    Live,
    /// Over, and why.
    Over(Ending),
}

/// Why a conversation at the desk is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The visitor ended it.
    ByVisitor,
    /// This worker ended it.
    ByYou,
    /// The visitor took the quick exit.
    Left,
    /// The visitor was away too long.
    Expired,
    /// The visitor went back to the queue.
    Lost,
    /// It ended or went on without this worker, while this page was not connected.
    Gone,
    /// Somebody else has the conversation now.
    HandedOver,
    /// This worker read along, and no longer does.
    ReadingOver,
    /// The visitor's page did not connect.
    NotConnected,
    /// It was a practice.
    Practised,
}

/// What keeps the whole desk from working.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocked {
    /// Nothing.
    Open,
    /// Another tab has the desk.
    Elsewhere,
    /// The session is over.
    SignedOut,
}

/// What the desk shows. Made once at the island's root; the glue writes the signals and reads the
/// fields.
#[derive(Clone, Copy)]
pub struct DeskScreen {
    /// The language of every word.
    pub language: Language,
    /// Whether the desk does what is pressed: before that nothing can be.
    pub alive: RwSignal<bool>,
    /// What keeps the whole desk from working.
    pub blocked: RwSignal<Blocked>,
    /// Whether new visitors come.
    pub readiness: RwSignal<Readiness>,
    /// Conversations at once, 1 to 4.
    pub capacity: RwSignal<u8>,
    /// The regions that the worker may be on duty for.
    pub own_regions: RwSignal<Vec<OwnRegion>>,
    /// How many minutes nothing is offered after a conversation.
    pub wrap_up: RwSignal<u8>,
    /// Until when nothing is offered, such as `14:05`; empty when visitors are.
    pub wrapping: RwSignal<String>,
    /// What the worker chose for this browser.
    pub choices: Choices,
    /// The connection is lost, or the server cannot store what is sent.
    pub offline: RwSignal<bool>,
    /// What went wrong, as a sentence with what to do; empty for nothing.
    pub trouble: RwSignal<String>,
    /// What happened last (somebody else accepted, time was up); announced; may be empty.
    pub remark: RwSignal<String>,
    /// Who waits, first one first.
    pub queue: RwSignal<Vec<Waiter>>,
    /// The conversations of this worker.
    pub tabs: RwSignal<Vec<DeskTab>>,
    /// Which one is opened; one of `tabs`.
    pub opened: RwSignal<Option<ConversationId>>,
    /// The tab list, for moving the focus.
    pub tab_list: NodeRef<html::Div>,
    /// How far the opened one has come.
    pub progress: RwSignal<Progress>,
    /// Its messages. The elements are made anew when another conversation is opened.
    pub conversation: ConversationScreen,
    /// What the visitor answered before the chat.
    pub answers: RwSignal<Vec<GivenAnswer>>,
    /// The field "Notities": uncontrolled, read by the glue.
    pub notes: NodeRef<html::Textarea>,
    /// The canned replies.
    pub replies: RepliesScreen,
    /// The registration of advices.
    pub registration: RegistrationScreen,
    /// What workers do together.
    pub passing: PassingScreen,
    /// Whether there is a practice.
    pub practising: RwSignal<bool>,
    /// How the practice went, once it is over.
    pub feedback: RwSignal<Vec<Point>>,
    /// The lock.
    pub lock: LockScreen,
}

/// What a worker does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskAction {
    /// The switch "In dienst".
    Duty(bool),
    /// "Gesprekken tegelijk", 1 to 4.
    Capacity(u8),
    /// On duty for a region too, or no more.
    Region(RegionId, bool),
    /// "Nawerktijd", in minutes.
    WrapUp(u8),
    /// "Nu weer beschikbaar".
    EndWrapUp,
    /// "Pauze" on or off.
    Pause(bool),
    /// The sound on or off.
    Sound(bool),
    /// Notifications on or off.
    Notify(bool),
    /// Who waits is shown, or not.
    ShowWaiting(bool),
    /// The shortcut keys on or off.
    Keys(bool),
    /// "Oppakken".
    Accept(ConversationId),
    /// Open a conversation. With the arrow keys too: then the focus goes along.
    Open(ConversationId),
    /// Something happened in the field "Bericht" of the opened conversation.
    Write(Writing),
    /// A canned reply was chosen, by its place: put it in the field.
    Insert(usize),
    /// Something happened with the own canned replies.
    Replies(RepliesAction),
    /// Something about the registration of advices.
    Registration(RegistrationAction),
    /// Something was noted about the opened conversation.
    Note,
    /// A practice with the scripted visitor of this number.
    Practise(usize),
    /// "Gesprek beëindigen", confirmed; because of misuse or not.
    End(Option<Misuse>),
    /// Something that workers do together.
    Passing(PassingAction),
    /// "Weghalen": take an ended conversation from the desk.
    PutAway,
    /// "Ga hier verder": this tab takes the desk back.
    TakeBack,
    /// "Ontgrendelen": the password was typed.
    Unlock,
}

impl DeskScreen {
    /// The desk as the server renders it: off duty, empty.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language,
            alive: RwSignal::new(false),
            blocked: RwSignal::new(Blocked::Open),
            readiness: RwSignal::new(Readiness::Off),
            capacity: RwSignal::new(2),
            own_regions: RwSignal::new(Vec::new()),
            wrap_up: RwSignal::new(0),
            wrapping: RwSignal::new(String::new()),
            choices: Choices::usual(),
            offline: RwSignal::new(false),
            trouble: RwSignal::new(String::new()),
            remark: RwSignal::new(String::new()),
            queue: RwSignal::new(Vec::new()),
            tabs: RwSignal::new(Vec::new()),
            opened: RwSignal::new(None),
            tab_list: NodeRef::new(),
            progress: RwSignal::new(Progress::Connecting),
            conversation: ConversationScreen::new(),
            answers: RwSignal::new(Vec::new()),
            notes: NodeRef::new(),
            replies: RepliesScreen::new(),
            registration: RegistrationScreen::new(),
            passing: PassingScreen::new(),
            practising: RwSignal::new(false),
            feedback: RwSignal::new(Vec::new()),
            lock: LockScreen::new(),
        }
    }
}

/// Everything inside the island.
#[component]
pub fn DeskView(
    /// What to show.
    screen: DeskScreen,
    /// What to do.
    act: Callback<DeskAction>,
) -> impl IntoView {
    let text = Desk::of(screen.language);
    let blocked = Memo::new(move |_| screen.blocked.get());
    let lock = lock::lock(screen.lock, act, screen.language);
    let desk = move || match blocked.get() {
        Blocked::Open => EitherOf3::A(view! {
            <div class="desk">
                {duty::duty(&screen, act)}
                <p class="offline" role="status">
                    {move || shown(if screen.offline.get() { text.no_connection } else { "" })}
                </p>
                <p class="trouble" role="alert">
                    {move || screen.trouble.with(|trouble| shown(trouble))}
                </p>
                <p class="remark" role="status">
                    {move || screen.remark.with(|remark| shown(remark))}
                </p>
                {registration::registration(&screen, act)}
                {passing::invitations(screen.passing, act, screen.language)}
                {queue::queue(&screen, act)}
                <section class="conversations" data-home="panel-title conversations-title">
                    <h2 id="conversations-title" class="visually-hidden" tabindex="-1">
                        {text.conversations}
                    </h2>
                    {tabs::tabs(&screen, act)}
                    // Keyed: another conversation gets elements of its own, so that no draft, no
                    // focus and no announcement of one ends up in another.
                    <For
                        each=move || screen.opened.get()
                        key=|id| *id
                        children=move |id| panel::panel(id, &screen, act)
                    />
                </section>
            </div>
        }),
        Blocked::Elsewhere => EitherOf3::B(view! {
            <section class="elsewhere">
                <h1 tabindex="-1">{text.elsewhere}</h1>
                <p>{text.elsewhere_why}</p>
                <button type="button" class="main" on:click=move |_| act.run(DeskAction::TakeBack)>
                    {text.take_back}
                </button>
            </section>
        }),
        Blocked::SignedOut => EitherOf3::C(view! {
            <section class="elsewhere">
                <h1 tabindex="-1">{text.signed_out}</h1>
                <p>
                    <a class="main" href=screen.language.address("/inloggen")>
                        {text.sign_in}
                    </a>
                </p>
            </section>
        }),
    };
    (desk, lock)
}

#[cfg(test)]
mod tests;
