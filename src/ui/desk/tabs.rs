//! The conversations of this worker, as tabs.

use leptos::prelude::*;

use crate::{
    domain::ids::ConversationId,
    ui::{
        desk::{DeskAction, DeskScreen, DeskTab, Presence},
        parts::shown,
        text::desk::Desk,
    },
};

/// The tab list "Gesprekken".
pub fn tabs(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let DeskScreen { tabs, opened, tab_list, .. } = *screen;
    let text = Desk::of(screen.language);
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
            {move || {
                let opened = opened.get();
                tabs
                    .with(|tabs| {
                        tabs.iter()
                            .map(|tab| tab_view(tab, opened == Some(tab.id), text, act))
                            .collect::<Vec<_>>()
                    })
            }}
        </div>
        <p class="hint">
            {move || shown(if tabs.with(Vec::is_empty) { text.conversations_none } else { "" })}
        </p>
    }
}

fn tab_view(
    tab: &DeskTab,
    selected: bool,
    text: &'static Desk,
    act: Callback<DeskAction>,
) -> impl IntoView + use<> {
    let id = tab.id;
    let unread = match tab.unread {
        0 => String::new(),
        unread => text.unread.with(&[&unread.to_string()]),
    };
    let waits = if tab.waits_for_you { text.waits_for_you } else { "" };
    view! {
        <button
            type="button"
            role="tab"
            aria-selected=selected.to_string()
            aria-controls="panel"
            on:click=move |_| act.run(DeskAction::Open(id))
        >
            <span class="who">{text.tab_visitor.with(&[&tab.name, &tab.region])}</span>
            " "
            <span class="unread">{shown(&unread)}</span>
            " "
            <span class="detail">{presence(&tab.presence, text)}</span>
            " "
            <span class="detail">{waits}</span>
        </button>
    }
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
