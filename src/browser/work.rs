//! Does the work that the server asks for before a sign-up, in a thread of its own (`js/work.js`), so
//! that typing never stutters.

use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise, Uint8Array};
use leptos::{prelude::document, web_sys::Worker};
use wasm_bindgen_futures::JsFuture;

use crate::{
    domain::work::{Challenge, PARTS, Solution},
    protocol::Refusal,
};

/// After how long whoever waits is told, in milliseconds.
const LONG: u32 = 2_500;

/// Does what is asked; `on_long` is called when that takes a while. A browser that runs no such thread
/// cannot, which is told as [`Refusal::TooMuch`].
pub(super) async fn solve(
    challenge: Challenge,
    on_long: impl FnOnce() + 'static,
) -> Result<Solution, Refusal> {
    let _until_done = Timeout::new(LONG, on_long);
    let folder =
        document().get_element_by_id("boot").and_then(|boot| boot.get_attribute("data-folder"));
    let worker = Worker::new(&(folder.unwrap_or_default() + "/work.js"));
    let worker = worker.map_err(|_| Refusal::TooMuch)?;
    let asked = Uint8Array::from(challenge.for_solver().as_slice());
    let answered = Promise::new(&mut |resolve, reject: Function| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
    });
    let answer = match worker.post_message(&asked) {
        Ok(()) => JsFuture::from(answered).await,
        Err(error) => Err(error),
    };
    worker.terminate();
    let answer = answer.ok().and_then(|event| js_sys::Reflect::get(&event, &"data".into()).ok());
    let bytes = answer.map(|bytes| Uint8Array::new(&bytes).to_vec());
    let bytes: Option<[u8; 4 * PARTS]> = bytes.and_then(|bytes| bytes.try_into().ok());
    bytes.map(|bytes| Solution::from_solver(challenge, &bytes)).ok_or(Refusal::TooMuch)
}
