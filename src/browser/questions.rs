//! The questions of the form: reads what was answered of those that are shown.

use leptos::web_sys::{Element, HtmlInputElement, NodeList};
use wasm_bindgen::JsCast;

use super::screen::Part;
use crate::domain::questions::GivenAnswer;

/// What was answered of what is shown.
#[must_use]
pub fn answers(questions: Part) -> Vec<GivenAnswer> {
    let Some(questions) = questions.element() else { return Vec::new() };
    let asked = find(&questions, ":scope > :not([hidden]) [data-question]");
    let answers = asked.into_iter().filter_map(|asked| {
        let chosen = if asked.has_attribute("id") {
            vec![asked.clone()]
        } else {
            find(&asked, "input:checked")
        };
        // Every kind of field has its value in a property of the same name.
        let values =
            chosen.into_iter().map(|field| field.unchecked_into::<HtmlInputElement>().value());
        let answer = values.reduce(|all, next| all + "; " + &next).unwrap_or_default();
        let question = asked.get_attribute("data-question").unwrap_or_default();
        (!answer.trim().is_empty()).then_some(GivenAnswer { question, answer })
    });
    GivenAnswer::bounded(answers.collect())
}

pub(super) fn find(inside: &Element, selector: &str) -> Vec<Element> {
    let found = inside.query_selector_all(selector).ok();
    let item = |place| found.as_ref().and_then(|found| found.item(place));
    let number = found.as_ref().map_or(0, NodeList::length);
    (0..number).filter_map(|place| item(place)?.dyn_into().ok()).collect()
}
