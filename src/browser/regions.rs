//! Finds the region of what a visitor typed, in the suggestions that stand on the page: the name of
//! a municipality never leaves the browser.

use leptos::{
    prelude::document,
    web_sys::{HtmlCollection, HtmlElement, HtmlOptionElement},
};
use wasm_bindgen::JsCast;

use crate::domain::ids::RegionId;

/// What a typed name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing was typed.
    Nothing,
    /// No region.
    Unknown,
    /// This region.
    One(RegionId, String),
    /// One of these regions.
    Several(Vec<String>),
}

/// Looks `typed` up in the list of suggestions with this id.
#[must_use]
pub fn find(list: &str, typed: &str) -> Found {
    let wanted = plain(typed);
    if wanted.is_empty() {
        return Found::Nothing;
    }
    let wanted = wanted.strip_prefix("veiligthuis").unwrap_or(&wanted);
    let mut found: Vec<(RegionId, String)> = Vec::new();
    let options = document().get_element_by_id(list).map(|list| list.children());
    for index in 0..options.as_ref().map_or(0, HtmlCollection::length) {
        let option = options.as_ref().and_then(|options| options.item(index));
        let Some(option) = option.and_then(|it| it.dyn_into::<HtmlOptionElement>().ok()) else {
            continue;
        };
        if plain(&option.value()) != wanted {
            continue;
        }
        let id = option.unchecked_ref::<HtmlElement>().dataset().get("region");
        if let Some(id) = id.and_then(|id| id.parse().ok()) {
            let label = option.label();
            let name = if label.is_empty() { option.value() } else { label };
            if found.iter().all(|(known, _)| *known != RegionId(id)) {
                found.push((RegionId(id), name));
            }
        }
    }
    match found.len() {
        0 => Found::Unknown,
        1 => found.pop().map_or(Found::Unknown, |(id, name)| Found::One(id, name)),
        _ => Found::Several(found.into_iter().map(|(_, name)| name).collect()),
    }
}

/// A name without what people leave out: capitals, accents, hyphens, spaces.
fn plain(name: &str) -> String {
    let split = js_sys::JsString::from(name).normalize("NFKD");
    let mut letters = String::from(split);
    letters.retain(|letter| letter.is_ascii_alphanumeric());
    letters.make_ascii_lowercase();
    letters
}
