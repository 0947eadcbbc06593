//! Asks the server: one small client for all its functions, in place of the generated one, which
//! knows no time-out and brings a copy of itself for every function.
//!
//! A server function takes one struct, and postcard writes a struct of one field as that field: the
//! body is the request itself. An answer that is no success carries a [`Refusal`].

use js_sys::{Array, Uint8Array};
use leptos::{
    prelude::window,
    web_sys::{AbortSignal, Blob, BlobPropertyBag, RequestInit, Response},
};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::protocol::Refusal;

/// How long an answer may take, in milliseconds.
const PATIENCE: u32 = 10_000;

/// The body of a request.
///
/// # Panics
/// Never: requests are plain values, for which postcard's encoding into a vector cannot fail.
pub fn encode(request: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(request).expect("a request has an encoding")
}

/// What an answer says.
pub fn decode<Answer: DeserializeOwned>(answer: &[u8]) -> Result<Answer, Refusal> {
    postcard::from_bytes(answer).map_err(|_| Refusal::OtherVersion)
}

/// Asks the server function at `path`.
pub async fn call<Answer: DeserializeOwned>(
    path: &'static str,
    request: &impl Serialize,
) -> Result<Answer, Refusal> {
    decode(&post(path, encode(request)).await?)
}

/// Tells the server something; nothing depends on the answer.
pub fn tell(path: &'static str, request: &impl Serialize) {
    ask(path, encode(request), Box::new(|_| ()));
}

/// Asks the server, and hands on what it answered.
pub fn ask(path: &'static str, body: Vec<u8>, then: Box<dyn FnOnce(Result<Vec<u8>, Refusal>)>) {
    spawn_local(async move { then(post(path, body).await) });
}

/// Posts `body`, and waits ten seconds for the whole answer.
pub async fn post(path: &'static str, body: Vec<u8>) -> Result<Vec<u8>, Refusal> {
    let answer = request(path, body, &AbortSignal::timeout_with_u32(PATIENCE)).await?;
    bytes_of(&answer).await
}

/// Posts `body`; the answer's body is yet to come.
pub(super) async fn request(
    path: &'static str,
    body: Vec<u8>,
    signal: &AbortSignal,
) -> Result<Response, Refusal> {
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_signal(Some(signal));
    request.set_body(blob(&body).ok_or(Refusal::Unreachable)?.as_ref());
    drop(body);
    let answer = JsFuture::from(window().fetch_with_str_and_init(path, &request)).await;
    let answer: Response = answer.map_err(unreachable)?.unchecked_into();
    if answer.ok() {
        return Ok(answer);
    }
    // What stands between the server and the page may refuse too, and not in our words.
    Err(postcard::from_bytes(&bytes_of(&answer).await?).unwrap_or(Refusal::Unreachable))
}

/// A body of the type that the server expects.
pub(super) fn blob(body: &[u8]) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/x-postcard");
    let parts = Array::of1(&Uint8Array::from(body));
    Blob::new_with_buffer_source_sequence_and_options(&parts, &kind).ok()
}

async fn bytes_of(answer: &Response) -> Result<Vec<u8>, Refusal> {
    let body = JsFuture::from(answer.array_buffer().map_err(unreachable)?).await;
    Ok(Uint8Array::new(&body.map_err(unreachable)?).to_vec())
}

fn unreachable(_: JsValue) -> Refusal {
    Refusal::Unreachable
}
