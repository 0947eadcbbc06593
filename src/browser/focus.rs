//! The focus stays somewhere: when the element that has it goes, the focus goes to the place that
//! the part of the page around it names in `data-home`, and never back to the top.

use std::cell::RefCell;

use leptos::{
    ev,
    prelude::{document, request_animation_frame, window_event_listener},
    web_sys::{Element, HtmlElement},
};
use wasm_bindgen::JsCast;

thread_local! {
    static LAST: RefCell<Option<Last>> = const { RefCell::new(None) };
}

/// Where the focus was last.
struct Last {
    element: Element,
    /// The ids to go to, the first one that can be seen.
    homes: String,
}

/// Starts to look where the focus is.
pub fn guard() {
    let _ = window_event_listener(ev::focusin, |event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        LAST.replace(element.map(|element| {
            let part = element.closest("[data-home]").ok().flatten();
            let homes = part.and_then(|part| part.get_attribute("data-home")).unwrap_or_default();
            Last { element, homes }
        }));
    });
}

/// Brings the focus home, once what is being shown is there, if it was lost meanwhile.
pub fn bring_home() {
    request_animation_frame(|| {
        let nowhere = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
        if !nowhere {
            return;
        }
        let homes = LAST.with_borrow(|last| {
            let last = last.as_ref()?;
            (!is_shown(&last.element)).then(|| last.homes.clone())
        });
        let Some(homes) = homes else { return };
        let found = homes.split(' ').find_map(|id| {
            document().get_element_by_id(id).filter(is_shown)?.dyn_into::<HtmlElement>().ok()
        });
        if let Some(home) = found {
            // Refused only where the element is gone.
            let _ = home.focus();
        }
    });
}

fn is_shown(element: &Element) -> bool {
    element.is_connected()
        && element.get_client_rects().length() > 0
        && !element.has_attribute("disabled")
}
