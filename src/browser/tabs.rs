//! Desk tabs of one browser: a new one gets the shift key from an older one, sealed as it is kept,
//! so that it opens only for the same session.

use std::{cell::RefCell, rc::Rc};

use futures::channel::oneshot;
use js_sys::Uint8Array;
use leptos::web_sys::{BroadcastChannel, MessageEvent};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// The channel between the tabs.
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    waiting: Rc<RefCell<Option<oneshot::Sender<Vec<u8>>>>>,
}

impl Tabs {
    /// Opens the channel; `kept` is what this tab hands over when another asks.
    pub fn open(kept: impl Fn() -> Option<Vec<u8>> + 'static) -> Self {
        let waiting: Rc<RefCell<Option<oneshot::Sender<Vec<u8>>>>> = Rc::default();
        let channel = BroadcastChannel::new("desk").ok();
        if let Some(channel) = &channel {
            let (answer, asked) = (channel.clone(), Rc::clone(&waiting));
            let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                match event.data().dyn_into::<Uint8Array>() {
                    Ok(bytes) => {
                        if let Some(sender) = asked.borrow_mut().take() {
                            // Whoever asked may have stopped waiting.
                            let _ = sender.send(bytes.to_vec());
                        }
                    }
                    Err(_) => {
                        if let Some(kept) = kept() {
                            let _ = answer.post_message(&Uint8Array::from(kept.as_slice()));
                        }
                    }
                }
            });
            channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
            // It lives as long as the page does.
            hear.forget();
        }
        Self { channel, waiting }
    }

    /// What another tab hands over. Without another tab it never answers.
    pub async fn ask(&self) -> Option<Vec<u8>> {
        let (sender, receiver) = oneshot::channel();
        self.waiting.borrow_mut().replace(sender);
        self.channel.as_ref()?.post_message(&JsValue::NULL).ok()?;
        receiver.await.ok()
    }
}
