//! Code that is fetched when it is needed, in a WASM file of its own.
//!
//! leptos' `#[lazy]` panics when its file does not arrive, and a panic ends the page; so lazy
//! functions here use what lies under it, in its fallible form, and are asked again:
//!
//! ```ignore
//! #[wasm_split(visit, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_visit))]
//! fn visit(language: Language) -> Result<(), NotArrived> { .. }
//!
//! until_arrived(|| visit(language)).await;
//! ```
//!
//! The module with such a function says `#![expect(clippy::unnecessary_wraps, reason = "..")]`: the
//! error is made by the macro. The name in the attribute is the key in the site's manifest. The
//! splitter follows the call graph: what only the lazy function names goes into its file.

use std::cmp::min;

use gloo_timers::future::TimeoutFuture;
use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen_futures::spawn_local;

/// The first wait between two attempts, in milliseconds; it doubles each time.
const FIRST: u32 = 250;

/// The longest wait, in milliseconds.
const LONGEST: u32 = 8_000;

/// Room for the splitter. It cuts the constants too, and needs a little more than there was: what
/// the linker had laid over each other is needed in two files then. When that is more than the
/// linker's own gaps it gives up without a word and puts the constants of everything, the desk's
/// texts too, into what a visitor waits for. This is named by nothing, so it is in no file; but the
/// splitter may use the room.
#[used]
static ROOM: [u8; 4096] = [1; 4096];

/// A lazy function's file did not arrive; asking again may help.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("a part of the program did not arrive")]
pub struct NotArrived;

impl From<SplitLoaderError> for NotArrived {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Does something that takes a while, while the page goes on.
pub fn in_background(work: impl Future<Output = ()> + 'static) {
    spawn_local(work);
}

/// Calls a lazy function until its file has arrived.
pub async fn until_arrived<T, Call, Answer>(mut call: Call) -> T
where
    Call: FnMut() -> Answer,
    Answer: Future<Output = Result<T, NotArrived>>,
{
    let mut pause = FIRST;
    loop {
        match call().await {
            Ok(answer) => return answer,
            Err(NotArrived) => TimeoutFuture::new(pause).await,
        }
        pause = min(pause * 2, LONGEST);
    }
}
