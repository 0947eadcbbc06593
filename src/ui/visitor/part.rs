//! The parts of `/chat` that the page changes, by their ids. The server renders every one of them.

use crate::browser::screen::Part;

/// All of it; says in `data-stage` where the visitor is.
pub const CHAT: Part = Part::with_id("chat");

/// The form and what is around it.
pub const SIGN_UP: Part = Part::with_id("sign-up");
/// The form.
pub const FORM: Part = Part::with_id("sign-up-form");
/// The field "Bijnaam".
pub const NICKNAME: Part = Part::with_id("nickname");
/// What is wrong with the nickname.
pub const NICKNAME_NOTE: Part = Part::with_id("nickname-note");
/// The field "Regio".
pub const REGION: Part = Part::with_id("region");
/// What the typed region leads to, or that it leads nowhere.
pub const REGION_NOTE: Part = Part::with_id("region-note");
/// The extra questions.
pub const QUESTIONS: Part = Part::with_id("questions");
/// Why the form was refused.
pub const FORM_TROUBLE: Part = Part::with_id("form-trouble");
/// "Start de chat".
pub const START: Part = Part::with_id("sign-up-start");
/// That the form was sent.
pub const FORM_BUSY: Part = Part::with_id("form-busy");

/// Waiting and conversation. They are one part: whoever is typing when a worker comes goes on typing.
pub const ROOM: Part = Part::with_id("room");
/// With whom the visitor chats.
pub const HEADING: Part = Part::with_id("heading");
/// That the connection is lost.
pub const OFFLINE: Part = Part::with_id("offline");
/// What went wrong.
pub const TROUBLE: Part = Part::with_id("trouble");
/// What there is to read while waiting.
pub const QUEUE: Part = Part::with_id("queue");
/// The place in the queue.
pub const PLACE: Part = Part::with_id("place");
/// How long others waited lately.
pub const RANGE: Part = Part::with_id("wait-range");
/// Something to know about how things stand.
pub const REMARK: Part = Part::with_id("remark");
/// What the visitor is asked.
pub const ASK: Part = Part::with_id("ask");
/// The question.
pub const ASK_WORDS: Part = Part::with_id("ask-words");
/// The button that says yes.
pub const ASK_YES: Part = Part::with_id("ask-yes");
/// The button that says no.
pub const ASK_NO: Part = Part::with_id("ask-no");
/// The messages.
pub const LINES: Part = Part::with_id("lines");
/// Who is typing.
pub const TYPING: Part = Part::with_id("typing");
/// The field "Bericht".
pub const MESSAGE: Part = Part::with_id("message");
/// "Verstuur".
pub const SEND: Part = Part::with_id("send");
/// How much room the message has left.
pub const COUNTER: Part = Part::with_id("message-counter");
/// The way out while waiting.
pub const STOP: Part = Part::with_id("stop");
/// The way out of a conversation.
pub const END: Part = Part::with_id("end");

/// What lies over a room that is not to be seen.
pub const COVER: Part = Part::with_id("cover");

/// It is over.
pub const FAREWELL: Part = Part::with_id("farewell");
/// That it is over.
pub const HEADLINE: Part = Part::with_id("farewell-headline");
/// Why.
pub const REASON: Part = Part::with_id("farewell-reason");

/// What the visitor is asked about the chat.
pub const EVALUATION: Part = Part::with_id("evaluation");
/// That the answers were sent.
pub const THANKS: Part = Part::with_id("evaluation-thanks");

/// Another tab has the conversation.
pub const ELSEWHERE: Part = Part::with_id("elsewhere");

/// Everything that the server renders inside [`CHAT`].
#[cfg(test)]
pub(super) const RENDERED: [Part; 35] = [
    SIGN_UP,
    FORM,
    NICKNAME,
    NICKNAME_NOTE,
    REGION,
    REGION_NOTE,
    FORM_TROUBLE,
    START,
    FORM_BUSY,
    ROOM,
    HEADING,
    OFFLINE,
    TROUBLE,
    QUEUE,
    PLACE,
    RANGE,
    REMARK,
    ASK,
    ASK_WORDS,
    ASK_YES,
    ASK_NO,
    LINES,
    TYPING,
    MESSAGE,
    SEND,
    COUNTER,
    STOP,
    END,
    COVER,
    FAREWELL,
    HEADLINE,
    REASON,
    EVALUATION,
    THANKS,
    ELSEWHERE,
];
