//! The screens without a conversation: it is over, or another tab has it.

use leptos::prelude::*;

use crate::ui::{
    text::{common, visitor::Visitor},
    visitor::{ChatAction, ChatScreen, Farewell, Stage},
};

/// Why it is over, that everything is erased, and where to go on.
pub fn farewell(screen: &ChatScreen, act: Callback<ChatAction>) -> impl IntoView + use<> {
    let text = Visitor::of(screen.language);
    let stage = screen.stage;
    let words = move || match stage.get() {
        Stage::Farewell(farewell) => words(farewell, text),
        _ => ("", ""),
    };
    view! {
        <section class="farewell">
            <h1 tabindex="-1">{move || words().0}</h1>
            <p role="status">{move || words().1}</p>
            <p>{text.wiped}</p>
            <p>{text.history}</p>
            <p class="phone">
                <a href=common::PHONE_LINK>{common::PHONE}</a>
            </p>
            <p>{text.talk_on}</p>
            <button type="button" class="quiet" on:click=move |_| act.run(ChatAction::StartAgain)>
                {text.again}
            </button>
        </section>
    }
}

/// The headline, and why.
const fn words(farewell: Farewell, text: &'static Visitor) -> (&'static str, &'static str) {
    match farewell {
        Farewell::EndedByYou => (text.ended, text.ended_by_you),
        Farewell::EndedByWorker => (text.ended, text.ended_by_worker),
        Farewell::Expired => (text.ended, text.expired),
        Farewell::Gone => (text.ended, text.gone),
        Farewell::Stopped => (text.stopped, text.stopped_why),
        Farewell::TurnedAway => (text.turned_away, text.turned_away_why),
    }
}

/// Another tab has the conversation.
pub fn elsewhere(screen: &ChatScreen, act: Callback<ChatAction>) -> impl IntoView + use<> {
    let text = Visitor::of(screen.language);
    view! {
        <section class="elsewhere">
            <h1 tabindex="-1">{text.elsewhere}</h1>
            <p>{text.elsewhere_why}</p>
            <button type="button" class="main" on:click=move |_| act.run(ChatAction::TakeBack)>
                {text.take_back}
            </button>
        </section>
    }
}
