//! Waiting and conversation: who is there, the messages, the field to write in, the cross, the way
//! to end, and the cover over all of it.

use leptos::prelude::*;

use crate::ui::{
    parts::{
        confirm::{Confirm, Question},
        conversation::{Composer, Log},
        shown,
    },
    text::{conversation::Conversation, visitor::Visitor},
    view::Participant,
    visitor::{ChatAction, Place, Stage, VisitScreen},
};

/// Everything about one conversation, from the queue on.
pub fn room(screen: &VisitScreen, act: Callback<ChatAction>) -> impl IntoView + use<> {
    let VisitScreen { chat, covered, offline, remark, participants, .. } = *screen;
    let (language, stage, trouble) = (chat.language, chat.stage, chat.trouble);
    let text = Visitor::of(language);
    let shared = Conversation::of(language);
    let waiting = move || matches!(stage.get(), Stage::Waiting(_));
    let stop = Question {
        open: text.stop,
        question: text.stop_question,
        yes: text.stop_yes,
        no: text.stop_no,
    };
    let end = Question {
        open: shared.end,
        question: text.end_question,
        yes: shared.end_yes,
        no: shared.end_no,
    };
    let does = move |action| Callback::new(move |()| act.run(action));
    view! {
        <section class="room" hidden=move || covered.get()>
            <div class="room-head">
                <h1 tabindex="-1">{move || heading(participants, text)}</h1>
                <button
                    type="button"
                    class="cross"
                    aria-label=text.close
                    on:click=move |_| act.run(ChatAction::Close)
                ></button>
            </div>
            <p class="offline" role="status">
                {move || shown(if offline.get() { shared.offline } else { "" })}
            </p>
            <p class="trouble" role="alert">
                {move || trouble.with(|trouble| shown(trouble))}
            </p>
            <div class="queue-place" hidden=move || !waiting()>
                <p class="place" role="status">
                    {move || place(stage.get(), text)}
                </p>
                <p class="remark" role="status">
                    {move || remark.with(|remark| shown(remark))}
                </p>
                <p>
                    <strong>{text.keep_on}</strong>
                    ". "
                    {text.keep_on_why}
                </p>
                <p class="hint">{text.write_ahead}</p>
            </div>
            <Log screen=screen.conversation language />
            <Composer
                screen=screen.conversation
                act=Callback::new(move |writing| act.run(ChatAction::Write(writing)))
                language
            />
            <div class="leave" hidden=move || !waiting()>
                <Confirm id="stop-waiting" words=stop yes=does(ChatAction::StopWaiting) />
            </div>
            <div class="leave" hidden=waiting>
                <Confirm id="end-conversation" words=end yes=does(ChatAction::End) />
            </div>
        </section>
        <section class="cover" hidden=move || !covered.get()>
            <h1 class="visually-hidden">{text.title}</h1>
            <p>{text.covered.with(&[&chat.return_minutes.to_string()])}</p>
            <button type="button" class="main" on:click=move |_| act.run(ChatAction::Return)>
                {text.back}
            </button>
            <Confirm id="end-covered" words=end yes=does(ChatAction::End) />
        </section>
    }
}

/// With whom the visitor chats; while nobody is there, that the visitor waits.
fn heading(participants: RwSignal<Vec<Participant>>, text: &Visitor) -> String {
    participants.with(|participants| {
        text.heading(participants.iter().map(|one| (one.name.as_str(), one.region.as_str())))
    })
}

fn place(stage: Stage, text: &Visitor) -> String {
    match stage {
        Stage::Waiting(Place::Connecting) => text.starting.to_owned(),
        Stage::Waiting(Place::Number(number)) => text.place.with(&[&number.to_string()]),
        Stage::Waiting(Place::Turn) => text.turn.to_owned() + ". " + text.turn_next,
        Stage::Waiting(Place::Returned) => text.returned.to_owned(),
        _ => String::new(),
    }
}
