//! The sheet "Standaardzinnen": a worker's own replies, to add, change and remove; and the
//! organisation's, to read.

use leptos::{html, prelude::*};

use super::{
    DeskAction, DeskScreen,
    picker::{Picker, Reply},
    sheet::Sheet,
};
use crate::{
    domain::{
        ids::ReplyId,
        reply::{REPLY_NAME_LIMIT, REPLY_TEXT_LIMIT},
    },
    ui::{parts::shown, text::desk_tools::DeskTools},
};

/// The canned replies, and the form for one's own.
#[derive(Clone, Copy)]
pub struct RepliesScreen {
    /// Every reply to choose from, the worker's own first.
    pub all: RwSignal<Vec<Reply>>,
    /// The list that "/" opens; `None` while it is closed.
    pub picker: RwSignal<Option<Picker>>,
    /// The one that the form changes; `None` for a new one.
    pub changing: RwSignal<Option<ReplyId>>,
    /// The form's field "Naam van de zin": uncontrolled, read and emptied by the glue.
    pub name: NodeRef<html::Input>,
    /// The form's field "Tekst van de zin": the same.
    pub text: NodeRef<html::Textarea>,
    /// What became of it, as a sentence; empty for nothing.
    pub told: RwSignal<&'static str>,
}

impl RepliesScreen {
    /// Before any reply is known.
    #[must_use]
    pub fn new() -> Self {
        Self {
            all: RwSignal::new(Vec::new()),
            picker: RwSignal::new(None),
            changing: RwSignal::new(None),
            name: NodeRef::new(),
            text: NodeRef::new(),
            told: RwSignal::new(""),
        }
    }
}

impl Default for RepliesScreen {
    fn default() -> Self {
        Self::new()
    }
}

/// What a worker does with the own replies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepliesAction {
    /// The sheet was opened: read them anew.
    Open,
    /// Put one into the form.
    Change(ReplyId),
    /// Empty the form.
    Cancel,
    /// Keep what stands in the form.
    Save,
    /// Remove one.
    Remove(ReplyId),
}

/// The sheet.
pub fn replies(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let screen = *screen;
    let (language, replies) = (screen.language, screen.replies);
    let text = DeskTools::of(language);
    let run = move |action| act.run(DeskAction::Replies(action));
    let own = move || {
        replies.all.with(|all| {
            let own = all.iter().filter_map(|reply| Some((reply.own?, reply.clone())));
            own.collect::<Vec<_>>()
        })
    };
    let shared = move || {
        replies.all.with(|all| {
            let shared = || all.iter().filter(|reply| reply.own.is_none());
            let first = shared().next().map(|reply| reply.region.as_str());
            let several = shared().any(|reply| Some(reply.region.as_str()) != first);
            let shared = shared().map(|reply| {
                let region =
                    several.then(|| view! { <span class="detail">{reply.region.clone()}</span> });
                view! {
                    <li>
                        <strong>{reply.name.clone()}</strong>
                        {region}
                        <p>{reply.text.clone()}</p>
                    </li>
                }
            });
            shared.collect::<Vec<_>>()
        })
    };
    view! {
        <Sheet
            id="replies"
            title=text.replies
            language
            opened=Callback::new(move |()| run(RepliesAction::Open))
        >
            <p class="hint">{text.replies_hint}</p>
            <section data-home="own-replies">
                <h3 id="own-replies" tabindex="-1">
                    {text.replies_own}
                </h3>
                <p class="hint">
                    {move || shown(if own().is_empty() { text.replies_none } else { "" })}
                </p>
                <ul role="list" class="replies">
                    <For
                        each=own
                        // Changed words make another row.
                        key=|(id, reply)| (*id, reply.name.clone(), reply.text.clone())
                        children=move |(id, reply)| {
                            let change = text.reply_change_named.with(&[&reply.name]);
                            let remove = text.reply_remove_named.with(&[&reply.name]);
                            view! {
                                <li>
                                    <strong>{reply.name}</strong>
                                    <p>{reply.text}</p>
                                    <button
                                        type="button"
                                        class="quiet"
                                        on:click=move |_| run(RepliesAction::Change(id))
                                    >
                                        {change}
                                    </button>
                                    <button
                                        type="button"
                                        class="quiet"
                                        on:click=move |_| run(RepliesAction::Remove(id))
                                    >
                                        {remove}
                                    </button>
                                </li>
                            }
                        }
                    />
                </ul>
                {form(&screen, act)}
            </section>
            <section>
                <h3>{text.replies_shared}</h3>
                <ul role="list" class="replies">
                    {shared}
                </ul>
            </section>
        </Sheet>
    }
}

fn form(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let replies = screen.replies;
    let text = DeskTools::of(screen.language);
    let changing = move || replies.changing.get().is_some();
    let run = move |action| act.run(DeskAction::Replies(action));
    view! {
        <div class="reply-form" role="group" aria-labelledby="reply-form-title">
            <h4 id="reply-form-title">
                {move || if changing() { text.reply_change } else { text.reply_new }}
            </h4>
            <div class="field">
                <label for="reply-name">{text.reply_name}</label>
                <input
                    id="reply-name"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    maxlength=REPLY_NAME_LIMIT.to_string()
                    node_ref=replies.name
                />
            </div>
            <div class="field">
                <label for="reply-text">{text.reply_text}</label>
                <textarea
                    id="reply-text"
                    rows="3"
                    autocomplete="off"
                    spellcheck="false"
                    maxlength=REPLY_TEXT_LIMIT.to_string()
                    node_ref=replies.text
                ></textarea>
            </div>
            <p class="remark" role="status">
                {move || shown(replies.told.get())}
            </p>
            <div class="choices">
                <button type="button" class="main" on:click=move |_| run(RepliesAction::Save)>
                    {text.reply_save}
                </button>
                <button
                    type="button"
                    hidden=move || !changing()
                    on:click=move |_| run(RepliesAction::Cancel)
                >
                    {text.reply_cancel}
                </button>
            </div>
        </div>
    }
}
