//! The field "Regio". It suggests regions and municipalities with a native list, so it works before
//! any script has arrived; the municipality is matched in the browser and never sent.

use leptos::prelude::*;

use crate::ui::{
    text::{Language, visitor::Visitor},
    visitor::part,
};

/// The id of the list that [`RegionField`] takes its suggestions from.
pub const REGION_LIST: &str = "regions";

/// A name that leads to a region: its own, or that of a municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionChoice {
    /// What a visitor types: `Zwolle`.
    pub name: String,
    /// The name of the region that it belongs to: `IJsselland`.
    pub region: String,
    /// The number of that region (`domain::ids::RegionId`).
    pub id: u16,
}

/// What whoever chooses a region should know of it, by the region's number: that it is closed, or
/// nothing. Provided in context on the server; each stands there hidden until its region is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegionNotes(pub Vec<(u16, String)>);

/// The name of the region that the address chose already. Provided in context on the server.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChosenRegion(pub Option<String>);

/// The suggestions, rendered on the server, outside the island: `<option value="Zwolle"
/// label="IJsselland" data-region="7">`. A name of several regions has an option for each.
#[component]
pub fn RegionList(
    /// Every name that leads to a region, in the order of the list.
    choices: Vec<RegionChoice>,
) -> impl IntoView {
    let options = choices
        .into_iter()
        .map(|choice| {
            let label = (choice.region != choice.name).then_some(choice.region);
            view! { <option value=choice.name label=label data-region=choice.id.to_string()></option> }
        })
        .collect::<Vec<_>>();
    view! { <datalist id=REGION_LIST>{options}</datalist> }
}

/// The field itself. It has no `name`: a form that is sent natively carries nothing. The page says
/// in [`part::REGION_NOTE`] where the text leads.
#[component]
pub fn RegionField(
    /// The language of the labels.
    language: Language,
) -> impl IntoView {
    let text = Visitor::of(language);
    let ChosenRegion(chosen) = use_context().unwrap_or_default();
    let RegionNotes(notes) = use_context().unwrap_or_default();
    let notes = notes.into_iter().map(|(region, words)| {
        view! {
            <p class="remark" data-region=region.to_string() hidden>
                // An empty text would not be an empty place.
                {(!words.is_empty()).then_some(words)}
            </p>
        }
    });
    let notes = notes.collect::<Vec<_>>();
    // The page's script keeps the words up to date: which regions are closed may change.
    let notes = (!notes.is_empty()).then(|| {
        view! {
            <div id="region-status" data-by-region="" role="status">
                {notes}
            </div>
        }
    });
    view! {
        <div class="field">
            <label for=part::REGION.id()>{text.region}</label>
            <p id="region-hint" class="hint">
                {text.region_hint}
            </p>
            <input
                id=part::REGION.id()
                type="text"
                list=REGION_LIST
                value=chosen
                autocomplete="off"
                spellcheck="false"
                required
                aria-describedby="region-hint region-note"
                aria-invalid="false"
            />
            <p id=part::REGION_NOTE.id() class="note" aria-live="polite"></p>
            {notes}
        </div>
    }
}
