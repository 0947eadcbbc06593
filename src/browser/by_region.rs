//! What differs from region to region stands on the page for each of them; shows that of one.

use leptos::{
    prelude::document,
    web_sys::{Element, HtmlCollection},
};

use super::questions::find;
use crate::domain::ids::RegionId;

/// Shows what there is for this region, and where it has nothing of its own, what all have.
pub fn show(region: RegionId) {
    let Some(root) = document().document_element() else { return };
    for place in find(&root, "[data-by-region]") {
        choose(&place.children(), region);
    }
}

fn choose(sets: &HtmlCollection, region: RegionId) {
    let sets = || (0..sets.length()).filter_map(|place| sets.item(place));
    let wanted = region.0.to_string();
    let is_for =
        |set: &Element, region: &str| set.get_attribute("data-region").as_deref() == Some(region);
    let wanted = if sets().any(|set| is_for(&set, &wanted)) { wanted.as_str() } else { "0" };
    for set in sets() {
        // No attribute of this name is invalid.
        let _ = set.toggle_attribute_with_force("hidden", !is_for(&set, wanted));
    }
}
