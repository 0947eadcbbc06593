//! The parts of a page that the server rendered and the page changes. Words, attributes and what is
//! hidden change only where they differ: what did not change is not told again to whoever listens.

use js_sys::Function;
use leptos::{
    prelude::document,
    web_sys::{
        Element, Event, EventTarget, HtmlElement, HtmlFormElement, HtmlInputElement, KeyboardEvent,
    },
};
use wasm_bindgen::{JsCast, closure::Closure};

/// What an element that can be pressed does, as the attribute that says so.
pub const DOES: &str = "data-do";

/// A part of the page, by its id. One that is not on the page takes everything and shows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part(&'static str);

impl Part {
    /// The part with this id.
    #[must_use]
    pub const fn with_id(id: &'static str) -> Self {
        Self(id)
    }

    /// Its id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.0
    }

    pub(super) fn element(self) -> Option<Element> {
        document().get_element_by_id(self.0)
    }

    /// These are its words; never markup.
    pub fn say(self, words: &str) {
        if let Some(element) = self.element()
            && element.text_content().as_deref() != Some(words)
        {
            element.set_text_content(Some(words));
        }
    }

    /// It is to be seen, or it is hidden from everybody.
    pub fn show(self, shown: bool) {
        if let Some(element) = self.element() {
            // No attribute of this name is invalid, the only failure the DOM knows here.
            let _ = element.toggle_attribute_with_force("hidden", !shown);
        }
    }

    /// An attribute has this value.
    pub fn mark(self, attribute: &str, value: &str) {
        if let Some(element) = self.element()
            && element.get_attribute(attribute).as_deref() != Some(value)
        {
            // As above.
            let _ = element.set_attribute(attribute, value);
        }
    }

    /// Whether an attribute has this value.
    #[must_use]
    pub fn is_marked(self, attribute: &str, value: &str) -> bool {
        let element = self.element();
        element.is_some_and(|it| it.get_attribute(attribute).as_deref() == Some(value))
    }

    /// What stands in this field.
    #[must_use]
    pub fn typed(self) -> String {
        self.field().map(|field| field.value()).unwrap_or_default()
    }

    /// Which of the radio buttons of this name in here is chosen.
    #[must_use]
    pub fn chosen(self, name: &str) -> Option<String> {
        let wanted = "input[name=".to_owned() + name + "]:checked";
        let chosen = self.element()?.query_selector(&wanted).ok()??;
        // As below.
        Some(chosen.unchecked_into::<HtmlInputElement>().value())
    }

    /// Puts `text` in this field.
    pub fn fill(self, text: &str) {
        if let Some(field) = self.field() {
            field.set_value(text);
        }
    }

    /// Every kind of field has its text in a property of the same name.
    fn field(self) -> Option<HtmlInputElement> {
        self.element().map(JsCast::unchecked_into)
    }

    /// This form.
    #[must_use]
    pub fn form(self) -> Option<HtmlFormElement> {
        self.element().and_then(|form| form.dyn_into().ok())
    }

    /// Moves the focus here.
    pub fn focus(self) {
        if let Some(element) = self.element() {
            // Refused only where the element is gone.
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Whenever something in here is pressed that says what it does, [`DOES`].
    pub fn on_press(self, heed: impl Fn(&str) + 'static) {
        self.on("click", move |event| {
            let pressed = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            let pressed = pressed.and_then(|it| it.closest("[data-do]").ok().flatten());
            if let Some(does) = pressed.and_then(|it| it.get_attribute(DOES)) {
                heed(&does);
            }
        });
    }

    /// Whenever the text in this field changed.
    pub fn on_typing(self, heed: impl Fn() + 'static) {
        self.on("input", move |_| heed());
    }

    /// Whenever Enter is pressed in this field; with Shift it makes a new line, and while a word is
    /// being composed it belongs to that.
    pub fn on_enter(self, heed: impl Fn() + 'static) {
        self.on("keydown", move |event| {
            let key: &KeyboardEvent = event.unchecked_ref();
            let composing = key.is_composing() || key.key_code() == 229;
            if key.key() == "Enter" && !key.shift_key() && !composing {
                event.prevent_default();
                heed();
            }
        });
    }

    /// Whenever this form is sent; nothing leaves the page.
    pub fn on_submit(self, heed: impl Fn() + 'static) {
        self.on("submit", move |event| {
            event.prevent_default();
            heed();
        });
    }

    /// A press on this does not take the focus: that would close a soft keyboard.
    pub fn leave_focus(self) {
        self.on("mousedown", |event| event.prevent_default());
    }

    fn on(self, kind: &str, heed: impl Fn(Event) + 'static) {
        if let Some(element) = self.element() {
            listen(&element, kind, Box::new(heed));
        }
    }
}

/// Listens for as long as the page lives.
pub(super) fn listen(target: &EventTarget, kind: &str, heed: Box<dyn Fn(Event)>) {
    let heed = Closure::wrap(heed).into_js_value().unchecked_into::<Function>();
    // No name of an event is refused.
    let _ = target.add_event_listener_with_callback(kind, &heed);
}
