//! The conversations of this worker, as tabs: keyed, so that the focus stays while they change.

use leptos::prelude::*;

use crate::{
    domain::ids::ConversationId,
    ui::{
        desk::{DeskAction, DeskScreen, DeskTab, Kind, Presence},
        parts::shown,
        text::{desk::Desk, desk_tools::DeskTools},
    },
};

/// The tab list "Gesprekken".
pub fn tabs(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let screen = *screen;
    let DeskScreen { tabs, opened, tab_list, .. } = screen;
    let text = Desk::of(screen.language);
    let tools = DeskTools::of(screen.language);
    let step = move |key: String| {
        let ids: Vec<_> = tabs.with_untracked(|tabs| tabs.iter().map(|tab| tab.id).collect());
        if let Some(next) = neighbour(&ids, opened.get_untracked(), &key) {
            act.run(DeskAction::Open(next));
        }
    };
    view! {
        <div
            class="tabs"
            role="tablist"
            aria-label=text.conversations
            node_ref=tab_list
            on:keydown=move |event| step(event.key())
        >
            <For
                each=move || tabs.with(|tabs| tabs.iter().map(|tab| tab.id).collect::<Vec<_>>())
                key=|id| *id
                children=move |id| tab_view(id, &screen, text, tools, act)
            />
        </div>
        <p class="hint">
            {move || shown(if tabs.with(Vec::is_empty) { text.conversations_none } else { "" })}
        </p>
    }
}

fn tab_view(
    id: ConversationId,
    screen: &DeskScreen,
    text: &'static Desk,
    tools: &'static DeskTools,
    act: Callback<DeskAction>,
) -> impl IntoView + use<> {
    let DeskScreen { tabs, opened, .. } = *screen;
    // What was shown last stays while the tab goes.
    let tab = Memo::new(move |before: Option<&Option<DeskTab>>| {
        let now = tabs.with(|tabs| tabs.iter().find(|tab| tab.id == id).cloned());
        now.or_else(|| before.cloned().flatten())
    });
    let of = move |words: fn(&DeskTab, &Desk, &DeskTools) -> String| {
        move || tab.with(|tab| tab.as_ref().and_then(|tab| shown(&words(tab, text, tools))))
    };
    let selected = move || opened.get() == Some(id);
    let waits = move || tab.with(|tab| tab.as_ref().is_some_and(|tab| tab.waits_since.is_some()));
    let practice =
        tab.with_untracked(|tab| tab.as_ref().is_some_and(|tab| tab.kind == Kind::Practice));
    view! {
        <button
            type="button"
            role="tab"
            aria-selected=move || selected().to_string()
            tabindex=move || if selected() { "0" } else { "-1" }
            aria-controls="panel"
            data-practice=practice.to_string()
            data-waits=move || waits().to_string()
            on:click=move |_| act.run(DeskAction::Open(id))
        >
            <span class="who">{of(|tab, _, _| tab.name.clone())}</span>
            " "
            <span class="unread">{of(|tab, text, _| unread(tab, text))}</span>
            " "
            <span class="detail">{of(standing)}</span>
            " "
            <span class="detail waits">{of(|tab, _, tools| waiting(tab, tools))}</span>
        </button>
    }
}

fn unread(tab: &DeskTab, text: &Desk) -> String {
    match tab.unread {
        0 => String::new(),
        unread => text.unread.with(&[&unread.to_string()]),
    }
}

/// Whether the visitor is there, how long the conversation lasts, and the region.
fn standing(tab: &DeskTab, text: &Desk, tools: &DeskTools) -> String {
    let lasts = tab.presence != Presence::Ended && tab.presence != Presence::Gone;
    let lasts = lasts && !tab.since.is_empty();
    let lasts = lasts.then(|| tools.lasts.with(&[&tab.minutes.to_string()]));
    let parts = [Some(presence(&tab.presence, text)), lasts, Some(tab.region.clone())];
    let parts: Vec<_> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// Since when the visitor waits for a word of the worker.
fn waiting(tab: &DeskTab, tools: &DeskTools) -> String {
    let since = tab.waits_since.as_ref();
    since.map(|since| tools.waits_since.with(&[since])).unwrap_or_default()
}

/// Whether the visitor is there, in words.
pub fn presence(presence: &Presence, text: &Desk) -> String {
    match presence {
        Presence::Present => text.present.to_owned(),
        Presence::Away(since) => text.away_since.with(&[since]),
        Presence::Gone => text.gone.to_owned(),
        Presence::Ended => text.ended.to_owned(),
    }
}

/// The tab that a key leads to (WAI-ARIA tabs pattern: arrows go round, Home, End); `None` when the
/// key has another meaning or there is nowhere to go.
#[must_use]
pub fn neighbour(
    tabs: &[ConversationId],
    opened: Option<ConversationId>,
    key: &str,
) -> Option<ConversationId> {
    let here = tabs.iter().position(|id| Some(*id) == opened)?;
    let there = match key {
        "ArrowRight" | "ArrowDown" => (here + 1) % tabs.len(),
        "ArrowLeft" | "ArrowUp" => (here + tabs.len() - 1) % tabs.len(),
        "Home" => 0,
        "End" => tabs.len() - 1,
        _ => return None,
    };
    (there != here).then(|| tabs[there])
}
