//! The page itself: its clock, its title, its language, what it says of itself, its storage.

use leptos::{
    prelude::{document, request_animation_frame, window},
    web_sys::{HtmlElement, Storage},
};
use wasm_bindgen::JsCast;
use zeroize::Zeroizing;

use crate::domain::moment::Moment;

/// The device's clock. It may be wrong: it only measures how much time has passed.
#[must_use]
pub fn now() -> Moment {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit in 53 bits")]
    Moment::from_millis(js_sys::Date::now() as i64)
}

/// The time of day on this device, such as `14:03`.
#[must_use]
pub fn time_of_day(at: Moment) -> String {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit in 53 bits")]
    let date = js_sys::Date::new(&(at.as_millis() as f64).into());
    let mut time = String::new();
    let mut digits = |number: u32| {
        for digit in [number / 10, number % 10] {
            time.extend(char::from_digit(digit, 10));
        }
    };
    digits(date.get_hours());
    digits(date.get_minutes());
    time.insert(2, ':');
    time
}

/// The page's title, shown in the tab.
pub fn set_title(title: &str) {
    let document = document();
    if document.title() != title {
        document.set_title(title);
    }
}

/// An attribute of the page's root element; empty when there is none.
#[must_use]
pub fn root_attribute(name: &str) -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

/// The words of the element with this id; empty where there is none.
#[must_use]
pub fn words_of(id: &str) -> String {
    let element = document().get_element_by_id(id);
    element.and_then(|element| element.text_content()).unwrap_or_default()
}

/// Whether an element with this id stands on the page.
#[must_use]
pub fn stands(id: &str) -> bool {
    document().get_element_by_id(id).is_some()
}

/// Shows the form, where `js/early.js` hid it for a tab that comes back.
pub fn show_form() {
    if let Some(root) = document().document_element() {
        // No attribute of this name is invalid, the only failure the DOM knows here.
        let _ = root.remove_attribute("data-resume");
    }
}

/// Loads the page anew.
pub fn reload() {
    // Refused only where there is no page any more.
    let _ = window().location().reload();
}

/// Moves the focus to the first element that `selector` finds, once what is being shown is there.
pub fn focus_soon(selector: &'static str) {
    request_animation_frame(move || {
        let found = document().query_selector(selector).ok().flatten();
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            // Refused only where the element is gone.
            let _ = element.focus();
        }
    });
}

/// Moves the focus to what `selector` finds, at once.
pub fn focus_at(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // Refused only where the element is gone.
        let _ = element.focus();
    }
}

/// Presses what `selector` finds.
pub fn press(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Whether the focus is inside an element that `selector` finds.
#[must_use]
pub fn has_focus(selector: &str) -> bool {
    let active = document().active_element();
    active.is_some_and(|active| active.closest(selector).ok().flatten().is_some())
}

/// Whether the page is out of view.
#[must_use]
pub fn is_hidden() -> bool {
    document().hidden()
}

/// What this tab keeps over a reload, and over nothing else. Where the browser allows no storage
/// nothing is kept, and everything else goes on.
#[derive(Debug, Clone, Copy)]
pub struct Keep(&'static str);

impl Keep {
    /// The place with this name.
    #[must_use]
    pub const fn at(name: &'static str) -> Self {
        Self(name)
    }

    /// What is kept there.
    #[must_use]
    pub fn get(self) -> Option<Vec<u8>> {
        from_text(&Zeroizing::new(storage()?.get_item(self.0).ok()??))
    }

    /// Keeps `bytes` there, in place of what was kept before.
    pub fn set(self, bytes: &[u8]) {
        put(self.0, bytes);
    }

    /// Keeps nothing there any more.
    pub fn clear(self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(self.0);
        }
    }

    /// Keeps `bytes` under a further name.
    pub fn set_part(self, part: &[u8; 16], bytes: &[u8]) {
        put(&self.name_of(part), bytes);
    }

    /// Keeps nothing under a further name any more.
    pub fn clear_part(self, part: &[u8; 16]) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.name_of(part));
        }
    }

    /// Everything kept under further names.
    #[must_use]
    pub fn parts(self) -> Vec<([u8; 16], Vec<u8>)> {
        let Some(storage) = storage() else { return Vec::new() };
        let count = storage.length().unwrap_or(0);
        (0..count)
            .filter_map(|index| {
                let name = storage.key(index).ok()??;
                let part = from_text(name.strip_prefix(self.0)?.strip_prefix('/')?)?;
                let bytes = from_text(&storage.get_item(&name).ok()??)?;
                Some((part.try_into().ok()?, bytes))
            })
            .collect()
    }

    fn name_of(self, part: &[u8; 16]) -> String {
        let mut name = String::from(self.0);
        name.push('/');
        name.push_str(&to_text(part));
        name
    }
}

/// Keeps nothing at all in this tab any more.
pub fn forget_everything() {
    if let Some(storage) = storage() {
        let _ = storage.clear();
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

fn put(name: &str, bytes: &[u8]) {
    // Full or switched off: then a reload loses it, which nothing here can help.
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, &Zeroizing::new(to_text(bytes)));
    }
}

/// Storage holds text: one character for each byte.
fn to_text(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn from_text(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect()
}
