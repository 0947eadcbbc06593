//! The sealing, and the browser's randomness. Only lazy functions may lead here: this is the one
//! place that names the cryptography, and whoever calls it carries it in its WASM file.

use crate::sealed::{DeskSuite, Randomness, Standard, VisitorSuite};

/// The browser's cryptographic generator.
#[derive(Debug)]
pub struct BrowserRandomness;

impl Randomness for BrowserRandomness {
    fn fill(&mut self, bytes: &mut [u8]) {
        // Every browser that runs WASM has `crypto.getRandomValues`.
        getrandom::fill(bytes).expect("the browser has a random generator");
    }
}

/// What seals for a visitor.
pub fn visitor() -> Box<dyn VisitorSuite> {
    Box::new(standard())
}

/// What seals for a worker.
pub fn desk() -> Box<dyn DeskSuite> {
    Box::new(standard())
}

const fn standard() -> Standard {
    Standard::new(|| Box::new(BrowserRandomness))
}
