//! The conversation as both sides see it, in words; and as views for the desk: the log.
//! (The visitor's stand in `ui::visitor::room`, and `browser::log` makes the lines.)

use leptos::{either::Either, html, prelude::*};

use crate::{
    protocol::MESSAGE_LIMIT,
    ui::{
        text::{Language, conversation::Conversation},
        view::{Author, Delivery, Line, Piece},
    },
};

/// From how many characters left on the counter is shown.
const COUNTER_FROM: usize = 500;

/// What a conversation shows, and the fields that the glue reads.
#[derive(Clone, Copy)]
pub struct ConversationScreen {
    /// The lines, oldest first.
    pub lines: RwSignal<Vec<Line>>,
    /// Who is typing, as a sentence; empty for nobody.
    pub typing: RwSignal<String>,
    /// How many characters are typed.
    pub typed: RwSignal<usize>,
    /// The field to write in: uncontrolled, read and emptied by the glue.
    pub field: NodeRef<html::Textarea>,
    /// The box that scrolls. It stays at the newest line by itself.
    pub log: NodeRef<html::Div>,
}

impl ConversationScreen {
    /// An empty conversation.
    #[must_use]
    pub fn new() -> Self {
        Self {
            lines: RwSignal::new(Vec::new()),
            typing: RwSignal::new(String::new()),
            typed: RwSignal::new(0),
            field: NodeRef::new(),
            log: NodeRef::new(),
        }
    }
}

impl Default for ConversationScreen {
    fn default() -> Self {
        Self::new()
    }
}

/// What a person does in the field to write in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// The text changed: read the field, set `typed`, tell the other side.
    Typed,
    /// Enter or "Verstuur": send what stands in the field.
    Send,
}

/// The messages, and who is typing.
#[component]
pub fn Log(
    /// What to show.
    screen: ConversationScreen,
    /// The language of the words around the messages.
    language: Language,
) -> impl IntoView {
    let text = Conversation::of(language);
    view! {
        <div class="log" role="log" aria-label=text.log tabindex="0" node_ref=screen.log>
            // One child in a reversed column: the browser itself keeps the newest line in view.
            <div class="lines">
                {move || {
                    screen
                        .lines
                        .with(|lines| lines.iter().map(|line| row(line, text)).collect::<Vec<_>>())
                }}
            </div>
        </div>
        <div class="typing" aria-live="polite">
            {move || screen.typing.get()}
        </div>
    }
}

fn row(line: &Line, text: &'static Conversation) -> impl IntoView + use<> {
    let (from, author, delivery) = match &line.author {
        Author::Me(delivery) => ("me", text.you.to_owned(), delivery_word(*delivery, text)),
        Author::Other(name) => ("other", name.clone(), ""),
        Author::Notice => ("notice", String::new(), ""),
    };
    let state = if matches!(line.author, Author::Me(Delivery::Failed)) { "failed" } else { "" };
    view! {
        <div class="line" data-from=from data-state=state>
            <span class="author">{author}</span>
            <p dir="auto">{line.pieces.iter().map(piece).collect::<Vec<_>>()}</p>
            // A screen reader reads the message once, and not again at every step of its way.
            <span class="meta" aria-live="off">
                <span class="time">{line.time.clone()}</span>
                <span class="delivery">{delivery}</span>
            </span>
        </div>
    }
}

fn piece(piece: &Piece) -> impl IntoView + use<> {
    let shown = piece.shown().to_owned();
    match piece.address() {
        None => Either::Left(shown),
        Some(address) => Either::Right(view! {
            <a href=address target="_blank" rel="noreferrer noopener">
                {shown}
            </a>
        }),
    }
}

/// How far one's own message has come, in a word.
#[must_use]
pub const fn delivery_word(delivery: Delivery, text: &Conversation) -> &'static str {
    match delivery {
        Delivery::Kept => text.kept,
        Delivery::Sending => text.sending,
        Delivery::Stored => text.stored,
        Delivery::Delivered => text.delivered,
        Delivery::Failed => text.failed,
    }
}

/// The sentence under the field once a message grows long; empty while there is room enough.
#[must_use]
pub fn counter(typed: usize, text: &Conversation) -> String {
    if typed > MESSAGE_LIMIT {
        text.characters_over.with(&[&(typed - MESSAGE_LIMIT).to_string()])
    } else if typed + COUNTER_FROM >= MESSAGE_LIMIT {
        text.characters_left.with(&[&(MESSAGE_LIMIT - typed).to_string()])
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counter_speaks_only_near_the_end() {
        let text = Conversation::of(Language::Dutch);
        assert_eq!(counter(3_499, text), "");
        assert_eq!(counter(3_500, text), "Tekens over: 500");
        assert_eq!(counter(4_000, text), "Tekens over: 0");
        assert_eq!(counter(4_001, text), "Tekens te veel: 1");
    }

    #[test]
    fn what_people_write_is_shown_as_text() {
        let html = Owner::new().with(|| {
            let screen = ConversationScreen::new();
            screen.lines.set(vec![
                Line::of("<i>".to_owned(), "<script>alert(1)</script>", "14:03".to_owned()),
                Line::mine("https://a.nl/\"onclick=x", String::new(), Delivery::Stored),
            ]);
            view! { <Log screen language=Language::Dutch /> }.to_html()
        });
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"), "{html}");
        assert!(!html.contains("<i>") && html.contains("href=\"https://a.nl/\" target"), "{html}");
        assert!(html.contains("rel=\"noreferrer noopener\"") && html.contains("verstuurd"));
    }
}
