//! What workers do together: pass a conversation on, read along, answer a colleague who asks.

use leptos::prelude::*;

use super::DeskAction;
use crate::{
    domain::{desk::Target, ids::ConversationId},
    ui::{
        parts::shown,
        text::{Language, passing::Passing},
    },
};

/// Somebody to whom a conversation may go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    /// Whom it is about.
    pub to: Target,
    /// Name and region, and whether the visitor has to say yes first.
    pub label: String,
}

/// A colleague who asks this worker to read along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// With which conversation.
    pub id: ConversationId,
    /// Who asks, for a visitor of which region.
    pub words: String,
}

/// What the desk shows of it.
#[derive(Clone, Copy)]
pub struct PassingScreen {
    /// To whom the opened conversation may go.
    pub helpers: RwSignal<Vec<Helper>>,
    /// Who can be asked to read along with it.
    pub readers: RwSignal<Vec<Helper>>,
    /// Who reads along, or was asked to; may be empty.
    pub reader: RwSignal<String>,
    /// What the visitor was asked, or what became of it; may be empty.
    pub wish: RwSignal<String>,
    /// This worker only reads along with the opened conversation.
    pub reads: RwSignal<bool>,
    /// The colleagues who ask.
    pub invitations: RwSignal<Vec<Invited>>,
}

impl PassingScreen {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            helpers: RwSignal::new(Vec::new()),
            readers: RwSignal::new(Vec::new()),
            reader: RwSignal::new(String::new()),
            wish: RwSignal::new(String::new()),
            reads: RwSignal::new(false),
            invitations: RwSignal::new(Vec::new()),
        }
    }
}

impl Default for PassingScreen {
    fn default() -> Self {
        Self::new()
    }
}

/// What a worker does about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassingAction {
    /// "Doorverbinden bevestigen".
    PassOn(Target),
    /// "Meelezer vragen bevestigen".
    AskReader(Target),
    /// Whoever reads along, or was asked to, no longer does.
    EndReading(Option<ConversationId>),
    /// The visitor's question is taken back, or its outcome was seen.
    Withdraw,
    /// "Meelezen", asked by a colleague.
    Join(ConversationId),
}

/// The colleagues who ask this worker to read along.
pub fn invitations(
    screen: PassingScreen,
    act: Callback<DeskAction>,
    language: Language,
) -> impl IntoView {
    let text = Passing::of(language);
    let does = move |action| act.run(DeskAction::Passing(action));
    let row = move |invited: Invited| {
        let id = invited.id;
        view! {
            <li class="waiter" data-offered="true">
                <span>{invited.words}</span>
                <button type="button" class="main" on:click=move |_| does(PassingAction::Join(id))>
                    {text.join}
                </button>
                <button
                    type="button"
                    on:click=move |_| does(PassingAction::EndReading(Some(id)))
                >
                    {text.not_now}
                </button>
            </li>
        }
    };
    view! {
        <section class="invitations" aria-label=text.invitations>
            <ul role="list" aria-live="polite">
                <For each=move || screen.invitations.get() key=|invited| invited.id children=row />
            </ul>
        </section>
    }
}

/// How it stands with the opened conversation, and what to do about it.
pub fn standing(
    screen: PassingScreen,
    act: Callback<DeskAction>,
    language: Language,
) -> impl IntoView {
    let text = Passing::of(language);
    let does = move |action| act.run(DeskAction::Passing(action));
    view! {
        <div class="passing" hidden=move || screen.reader.with(String::is_empty)>
            <p role="status">{move || screen.reader.with(|words| shown(words))}</p>
            <button
                type="button"
                class="quiet"
                on:click=move |_| does(PassingAction::EndReading(None))
            >
                {text.end_reading}
            </button>
        </div>
        <div class="passing" hidden=move || screen.wish.with(String::is_empty)>
            <p role="status">{move || screen.wish.with(|words| shown(words))}</p>
            <button type="button" class="quiet" on:click=move |_| does(PassingAction::Withdraw)>
                {text.withdraw}
            </button>
        </div>
    }
}

/// "Doorverbinden" and "Meelezer vragen".
pub fn passing(
    screen: PassingScreen,
    act: Callback<DeskAction>,
    language: Language,
) -> impl IntoView {
    let text = Passing::of(language);
    let does = move |action| act.run(DeskAction::Passing(action));
    let pass_on = Choosing {
        id: "pass-on",
        open: text.pass_on,
        why: text.pass_on_why,
        label: text.to_whom,
        pick: text.pick,
        confirm: text.pass_on_confirm,
        nobody: text.nobody,
        cancel: text.cancel,
    };
    let ask = Choosing {
        id: "ask-reader",
        open: text.ask_reader,
        why: text.ask_reader_why,
        label: text.who_reads,
        confirm: text.ask_reader_confirm,
        ..pass_on
    };
    view! {
        {choosing(pass_on, screen.helpers, move |to| does(PassingAction::PassOn(to)))}
        {choosing(ask, screen.readers, move |to| does(PassingAction::AskReader(to)))}
    }
}

/// The words of a button that opens a choice of somebody.
#[derive(Clone, Copy)]
struct Choosing {
    id: &'static str,
    open: &'static str,
    why: &'static str,
    label: &'static str,
    pick: &'static str,
    confirm: &'static str,
    nobody: &'static str,
    cancel: &'static str,
}

fn choosing(
    words: Choosing,
    helpers: RwSignal<Vec<Helper>>,
    choose: impl Fn(Target) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let Choosing { id, open, why, label, pick, confirm, nobody, cancel } = words;
    // Kept by who it is, not by the place in the list: the list may change while it is open, and
    // nobody may end up with a visitor who was meant for somebody else.
    let chosen = RwSignal::new(None::<Target>);
    let there = move || {
        let chosen = chosen.get();
        helpers
            .with(|helpers| helpers.iter().map(|helper| helper.to).find(|to| Some(*to) == chosen))
    };
    let options = move || {
        let option = |(place, helper): (usize, Helper)| {
            let is_chosen = move || chosen.get() == Some(helper.to);
            view! {
                <option value=place.to_string() prop:selected=is_chosen>
                    {helper.label}
                </option>
            }
        };
        helpers.get().into_iter().enumerate().map(option).collect::<Vec<_>>()
    };
    let choose_at = move |place: &str| {
        let place: Option<usize> = place.parse().ok();
        let to = helpers.with_untracked(|helpers| Some(helpers.get(place?)?.to));
        chosen.set(to);
    };
    view! {
        <button
            type="button"
            class="quiet"
            popovertarget=id
            aria-haspopup="dialog"
            on:click=move |_| chosen.set(None)
        >
            {open}
        </button>
        <div id=id class="confirm" popover="auto" role="dialog" aria-label=open>
            <p>{why}</p>
            <p class="hint" hidden=move || !helpers.with(Vec::is_empty)>
                {nobody}
            </p>
            <div class="field" hidden=move || helpers.with(Vec::is_empty)>
                <label for=format!("{id}-whom")>{label}</label>
                <select
                    id=format!("{id}-whom")
                    autocomplete="off"
                    on:change=move |event| choose_at(&event_target_value(&event))
                >
                    <option value="" prop:selected=move || there().is_none()>
                        {pick}
                    </option>
                    {options}
                </select>
            </div>
            <div class="choices">
                <button
                    type="button"
                    class="main"
                    popovertarget=id
                    popovertargetaction="hide"
                    disabled=move || there().is_none()
                    on:click=move |_| {
                        if let Some(to) = there() {
                            choose(to);
                        }
                    }
                >
                    {confirm}
                </button>
                <button type="button" popovertarget=id popovertargetaction="hide" autofocus>
                    {cancel}
                </button>
            </div>
        </div>
    }
}
