//! Code that is fetched when it is needed, in a WASM file of its own.
//!
//! leptos' `#[lazy]` panics when its file does not arrive, and a panic ends the page; so lazy
//! functions here use what lies under it, in its fallible form, and are asked again:
//!
//! ```ignore
//! #[wasm_split(sealing, wasm_split_path = leptos::wasm_split, fallible)]
//! fn sealing() -> Result<Box<dyn Seal>, NotArrived> { .. }
//!
//! let seal = until_arrived(sealing).await;
//! ```
//!
//! The module with such a function says `#![expect(clippy::unnecessary_wraps, reason = "..")]`: the
//! error is made by the macro. The name in the attribute is the key in the site's manifest, by which a page asks for the file
//! early (`ui::boot::Boot`). The splitter follows the call graph: what only the lazy function names
//! goes into its file.

use std::{cmp::min, time::Duration};

use leptos::wasm_split::SplitLoaderError;

/// The longest wait between two attempts.
const LONGEST: Duration = Duration::from_secs(8);

/// A lazy function's file did not arrive; asking again may help.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("a part of the program did not arrive")]
pub struct NotArrived;

impl From<SplitLoaderError> for NotArrived {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Calls a lazy function until its file has arrived: after a quarter of a second, then twice as
/// long each time, at most eight seconds.
pub async fn until_arrived<T, Call, Answer>(mut call: Call) -> T
where
    Call: FnMut() -> Answer,
    Answer: Future<Output = Result<T, NotArrived>>,
{
    let mut pause = Duration::from_millis(250);
    loop {
        match call().await {
            Ok(answer) => return answer,
            Err(NotArrived) => gloo_timers::future::sleep(pause).await,
        }
        pause = min(pause * 2, LONGEST);
    }
}
