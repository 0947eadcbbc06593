//! A stream from the server: its frames, as they arrive.

use js_sys::{Reflect, Uint8Array};
use leptos::web_sys::{AbortController, AbortSignal, ReadableStreamDefaultReader};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::call;
use crate::protocol::{Refusal, frame::Frames};

/// An open stream; dropping it ends it, and nothing of it is handed on any more.
#[derive(Debug)]
pub struct Open(AbortController);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Opens the stream at `path` and hands on each push; at the end, why it ended. `None` where the
/// browser cannot.
pub fn open<Push: DeserializeOwned + 'static>(
    path: &'static str,
    body: Vec<u8>,
    mut push: impl FnMut(Push) + 'static,
    ended: impl FnOnce(Refusal) + 'static,
) -> Option<Open> {
    let controller = AbortController::new().ok()?;
    let signal = controller.signal();
    spawn_local(async move {
        let why = read(path, body, &signal, &mut push).await;
        if !signal.aborted() {
            ended(why.unwrap_or(Refusal::Unreachable));
        }
    });
    Some(Open(controller))
}

/// Why the stream ended; `None` when it did so by itself.
async fn read<Push: DeserializeOwned>(
    path: &'static str,
    body: Vec<u8>,
    signal: &AbortSignal,
    push: &mut impl FnMut(Push),
) -> Option<Refusal> {
    let answer = match call::request(path, body, signal).await {
        Ok(answer) => answer,
        Err(refusal) => return Some(refusal),
    };
    let reader = ReadableStreamDefaultReader::new(&answer.body()?).ok()?;
    let mut frames = Frames::default();
    loop {
        let chunk = JsFuture::from(reader.read()).await.ok()?;
        let chunk = Reflect::get(&chunk, &"value".into()).ok()?;
        frames.feed(&chunk.dyn_into::<Uint8Array>().ok()?.to_vec());
        loop {
            if signal.aborted() {
                return None;
            }
            match frames.take() {
                Ok(Some(frame)) => push(frame),
                Ok(None) => break,
                Err(_) => return Some(Refusal::OtherVersion),
            }
        }
    }
}
