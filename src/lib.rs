//! Veiligchat: an anonymous helpline chat, sealed end to end. This is the map of the house; who may
//! know whom is told in ARCHITECTURE.md and held by `tests::architecture`.

#![cfg_attr(feature = "ssr", recursion_limit = "256")]

pub mod api;
pub mod browser;
pub mod client;
pub mod domain;
#[cfg(feature = "ssr")]
pub mod host;
#[cfg(any(test, fuzzing))]
pub mod inputs;
pub mod protocol;
pub mod sealed;
#[cfg(feature = "ssr")]
pub mod service;
pub mod ui;

/// Readies the program in the browser; the boot script calls it before it wakes the islands.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
