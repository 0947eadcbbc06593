//! The field "Bericht" at the desk. "/" at its start opens the list of canned replies; the focus
//! stays in the field, which names the active one (WAI-ARIA, `aria-activedescendant`).

use leptos::prelude::*;

use super::{DeskAction, DeskScreen, DeskTab, RepliesScreen, picker::Picker};
use crate::{
    domain::ids::ConversationId,
    protocol::MESSAGE_LIMIT,
    ui::{
        parts::{
            conversation::{Writing, counter},
            shown,
        },
        text::{conversation::Conversation, desk_tools::DeskTools},
    },
};

/// The field, the list, and "Verstuur".
pub fn composer(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let DeskScreen { language, conversation, replies, tabs, opened, .. } = *screen;
    let (text, tools) = (Conversation::of(language), DeskTools::of(language));
    let picker = replies.picker;
    picker.set(None);
    let active = move || {
        picker.with(|picker| {
            picker.as_ref().and_then(Picker::chosen).map(|place| format!("reply-{place}"))
        })
    };
    let said = move || {
        picker.with(|picker| match picker {
            None => String::new(),
            Some(picker) if picker.found.is_empty() => tools.reply_nothing.to_owned(),
            Some(picker) => tools.replies_found.with(&[&picker.found.len().to_string()]),
        })
    };
    view! {
        <div class="composer">
            <p class="said-of-replies" role="status">
                {move || shown(&said())}
            </p>
            <ul
                id="reply-list"
                role="listbox"
                aria-label=tools.replies
                class="reply-list"
                hidden=move || {
                    picker.with(|picker| picker.as_ref().is_none_or(|picker| picker.found.is_empty()))
                }
            >
                {move || options(replies, act)}
            </ul>
            <label class="visually-hidden" for="message">
                {text.message}
            </label>
            // No spelling check: some browsers send the text to their maker for it.
            <textarea
                id="message"
                rows="1"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="send"
                aria-describedby="message-hint message-counter"
                aria-autocomplete="list"
                aria-haspopup="listbox"
                aria-controls="reply-list"
                aria-keyshortcuts="Alt+M"
                aria-activedescendant=active
                node_ref=conversation.field
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    let region = region_opened(tabs, opened);
                    picker.set(replies.all.with_untracked(|all| Picker::of(&typed, all, &region)));
                    act.run(DeskAction::Write(Writing::Typed));
                }
                on:keydown=move |event| {
                    let composing = event.is_composing() || event.key_code() == 229;
                    if composing || event.alt_key() || event.ctrl_key() {
                        return;
                    }
                    if picked(&event.key(), picker, act) {
                        event.prevent_default();
                    } else if event.key() == "Enter" && !event.shift_key() {
                        event.prevent_default();
                        act.run(DeskAction::Write(Writing::Send));
                    }
                }
            ></textarea>
            // The press must not take the focus: that would close the soft keyboard.
            <button
                type="button"
                class="main"
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| act.run(DeskAction::Write(Writing::Send))
            >
                {text.send}
            </button>
            <p id="message-hint" class="visually-hidden">
                {text.message_hint}
            </p>
            <p
                id="message-counter"
                class="counter"
                aria-live="polite"
                data-over=move || (conversation.typed.get() > MESSAGE_LIMIT).to_string()
            >
                {move || shown(&counter(conversation.typed.get(), text))}
            </p>
        </div>
    }
}

/// The name of the region of the opened conversation; empty where there is none.
fn region_opened(tabs: RwSignal<Vec<DeskTab>>, opened: RwSignal<Option<ConversationId>>) -> String {
    let opened = opened.get_untracked();
    tabs.with_untracked(|tabs| {
        let tab = tabs.iter().find(|tab| Some(tab.id) == opened);
        tab.map(|tab| tab.region.clone()).unwrap_or_default()
    })
}

/// What a key does while the list is open; whether it did anything.
fn picked(key: &str, picker: RwSignal<Option<Picker>>, act: Callback<DeskAction>) -> bool {
    let Some(open) = picker.get_untracked() else { return false };
    let mut moved = open;
    match key {
        "ArrowDown" => moved.next(),
        "ArrowUp" => moved.previous(),
        "Escape" => {
            picker.set(None);
            return true;
        }
        "Enter" => {
            if let Some(place) = moved.chosen() {
                act.run(DeskAction::Insert(place));
            }
            return true;
        }
        _ => return false,
    }
    picker.set(Some(moved));
    true
}

fn options(replies: RepliesScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let picker = replies.picker.get().unwrap_or(Picker { found: Vec::new(), active: 0 });
    replies.all.with(|all| {
        picker
            .found
            .iter()
            .enumerate()
            .filter_map(|(at, place)| Some((at, *place, all.get(*place)?)))
            .map(|(at, place, reply)| {
                view! {
                    <li
                        id=format!("reply-{place}")
                        role="option"
                        aria-selected=(at == picker.active).to_string()
                        on:mousedown=|event| event.prevent_default()
                        on:click=move |_| act.run(DeskAction::Insert(place))
                    >
                        <strong>{reply.name.clone()}</strong>
                        " "
                        <span class="detail">{reply.text.clone()}</span>
                    </li>
                }
            })
            .collect::<Vec<_>>()
    })
}
