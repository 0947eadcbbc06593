//! The sealing, in a WASM file of its own, and the browser's randomness.

#![expect(clippy::unnecessary_wraps, reason = "a lazy function's error: its file did not arrive")]

use leptos::wasm_split::wasm_split;

use super::lazy::NotArrived;
use crate::sealed::{Randomness, Standard, Suite};

/// The browser's cryptographic generator.
#[derive(Debug)]
pub struct BrowserRandomness;

impl Randomness for BrowserRandomness {
    fn fill(&mut self, bytes: &mut [u8]) {
        // Every browser that runs WASM has `crypto.getRandomValues`.
        getrandom::fill(bytes).expect("the browser has a random generator");
    }
}

/// The sealing: the only function that names it, so that its code is in a file of its own.
#[wasm_split(sealing, wasm_split_path = leptos::wasm_split, fallible)]
pub fn sealing() -> Result<Box<dyn Suite>, NotArrived> {
    Ok(Box::new(Standard::new(|| Box::new(BrowserRandomness))))
}
