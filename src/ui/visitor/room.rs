//! Waiting and conversation: who is there, the messages, the field to write in, the cross, the way
//! to end, and the cover over all of it.

use leptos::prelude::*;

use super::{ChatAction, part};
use crate::ui::{
    parts::{
        confirm::{Confirm, Question},
        icon::{Draw, Icon},
        own::Own,
    },
    text::{Language, conversation::Conversation, own::OwnText, visit::Visit, visitor::Visitor},
};

/// Everything about one conversation, from the queue on: as it is before anything is known of it.
#[component]
pub fn Room(
    /// The language of the words.
    language: Language,
) -> impl IntoView {
    let text = Visitor::of(language);
    let (visit, shared) = (Visit::of(language), Conversation::of(language));
    let stop = Question {
        open: text.stop,
        question: text.stop_question,
        yes: text.stop_yes,
        no: text.stop_no,
    };
    view! {
        <section id=part::ROOM.id() class="room" hidden>
            <div class="room-head">
                <h1 id=part::HEADING.id() tabindex="-1">
                    {visit.waiting}
                </h1>
                <button
                    type="button"
                    class="cross"
                    aria-label=text.close
                    data-do=ChatAction::Close.name()
                ></button>
            </div>
            <p id=part::OFFLINE.id() class="offline" role="status"></p>
            <p id=part::TROUBLE.id() class="trouble" role="alert"></p>
            <div id=part::QUEUE.id() class="queue-place">
                <Own text=OwnText::Greeting class="greeting" language />
                <Draw icon=Icon::House />
                <p id=part::PLACE.id() class="place" role="status">
                    {visit.starting}
                </p>
                <p id=part::RANGE.id() class="hint"></p>
                <p>
                    <strong>{text.keep_on}</strong>
                    ". "
                    {text.keep_on_why}
                </p>
                <p class="hint">{text.write_ahead}</p>
            </div>
            <p id=part::REMARK.id() class="remark" role="status"></p>
            <div id=part::ASK.id() class="ask card" hidden>
                <p id=part::ASK_WORDS.id() role="status"></p>
                <div class="choices">
                    <button
                        id=part::ASK_YES.id()
                        type="button"
                        class="main"
                        data-do=ChatAction::Yes.name()
                    ></button>
                    <button id=part::ASK_NO.id() type="button" data-do=ChatAction::No.name()></button>
                </div>
            </div>
            <div class="log" role="log" aria-label=shared.log tabindex="0">
                // One child in a reversed column: the browser itself keeps the newest line in view.
                <div id=part::LINES.id() class="lines"></div>
            </div>
            <div id=part::TYPING.id() class="typing" aria-live="polite"></div>
            {composer(shared)}
            <div id=part::STOP.id() class="leave">
                <Confirm id="stop-waiting" words=stop does=ChatAction::StopWaiting.name() />
            </div>
            <div id=part::END.id() class="leave" hidden>
                <Confirm
                    id="end-conversation"
                    words=end_question(text, shared)
                    does=ChatAction::End.name()
                />
            </div>
        </section>
    }
}

/// The field "Bericht" and the button "Verstuur".
fn composer(text: &'static Conversation) -> impl IntoView {
    view! {
        <div class="composer">
            <label class="visually-hidden" for=part::MESSAGE.id()>
                {text.message}
            </label>
            // No spelling check: some browsers send the text to their maker for it.
            <textarea
                id=part::MESSAGE.id()
                rows="1"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="send"
                aria-describedby="message-hint message-counter"
            ></textarea>
            <button
                id=part::SEND.id()
                type="button"
                class="main"
                data-do=ChatAction::Send.name()
            >
                {text.send}
            </button>
            <p id="message-hint" class="visually-hidden">
                {text.message_hint}
            </p>
            <p
                id=part::COUNTER.id()
                class="counter"
                aria-live="polite"
                data-over="false"
            ></p>
        </div>
    }
}

/// What lies over the room after the cross, in a restored tab, and after 60 seconds hidden.
#[component]
pub fn Cover(
    /// The language of the words.
    language: Language,
    /// For how many minutes a conversation stays open after the cross.
    return_minutes: u32,
) -> impl IntoView {
    let text = Visitor::of(language);
    view! {
        <section id=part::COVER.id() class="cover" hidden>
            <h1 class="visually-hidden">{Visit::of(language).title}</h1>
            <p>{text.covered.with(&[&text.minutes.of(return_minutes)])}</p>
            <button type="button" class="main" data-do=ChatAction::Return.name()>
                {text.back}
            </button>
            <Confirm
                id="end-covered"
                words=end_question(text, Conversation::of(language))
                does=ChatAction::End.name()
            />
        </section>
    }
}

const fn end_question(text: &Visitor, shared: &Conversation) -> Question {
    Question {
        open: shared.end,
        question: text.end_question,
        yes: shared.end_yes,
        no: shared.end_no,
    }
}
