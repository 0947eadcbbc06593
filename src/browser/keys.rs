//! Keys that are pressed anywhere on the page.

use leptos::{ev, prelude::window_event_listener, web_sys::KeyboardEvent};
use wasm_bindgen::JsCast;

/// A key that was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// What it types, such as `o`.
    pub key: String,
    /// Where it lies on the keyboard, such as `KeyO`.
    pub code: String,
    /// What was held down with it.
    pub held: Held,
    /// Where the focus was.
    pub place: Place,
}

/// What was held down with a key. Shift makes no difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// Alt and nothing else.
    Alt,
    /// Anything else.
    Other,
}

/// Where the focus was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a field that can be typed in.
    Field,
    /// Anywhere else.
    Elsewhere,
}

/// Tells every key that is pressed; the browser gets those for which `heard` says false.
pub fn listen(heard: impl Fn(&Pressed) -> bool + 'static) {
    let _ = window_event_listener(ev::keydown, move |event| {
        if event.repeat() || event.is_composing() {
            return;
        }
        if heard(&pressed(&event)) {
            event.prevent_default();
        }
    });
}

fn pressed(event: &KeyboardEvent) -> Pressed {
    let others = event.ctrl_key() || event.meta_key();
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let fields = "input:not([type=radio], [type=checkbox]), textarea";
    let in_field = target.is_some_and(|target| target.matches(fields).unwrap_or(false));
    Pressed {
        key: event.key(),
        code: event.code(),
        held: match (event.alt_key(), others) {
            (false, false) => Held::Nothing,
            (true, false) => Held::Alt,
            _ => Held::Other,
        },
        place: if in_field { Place::Field } else { Place::Elsewhere },
    }
}
