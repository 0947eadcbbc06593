//! Drives a visitor's side in a page: storage, streams, calls, time, and the quick exit.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::{callback::Interval, future::TimeoutFuture};
use leptos::{
    ev,
    prelude::{window, window_event_listener, window_event_listener_untyped},
    task::spawn_local,
    web_sys::{Blob, BlobPropertyBag},
};
use server_fn::ServerFn;

use super::{
    lazy::until_arrived,
    page::{self, Keep, now},
    sealing::{BrowserRandomness, sealing},
    stream,
};
use crate::{
    api::visitor as api,
    client::{TabKeys, VisitorAction, VisitorClient, VisitorPhase},
    domain::{ids::RegionId, moment::Moment},
    protocol::{Leave, Leaving, Refusal, VisitorPush},
};

/// The keys of the conversation: written once.
const KEYS: Keep = Keep::at("a");
/// What is kept of it, sealed.
const KEPT: Keep = Keep::at("b");
/// There while the cross was pressed and not taken back.
const COVERED: Keep = Keep::at("c");

/// How long a page may be out of view before its content is covered, in milliseconds.
const COVER_AFTER: u128 = 60_000;

/// How often time is told to pass, in milliseconds.
const TICK: u32 = 1_000;

type Render = Box<dyn Fn(Option<&VisitorClient>, bool)>;

/// The visitor's side of this page. A handle: clones drive the same one.
#[derive(Clone)]
pub struct VisitorDriver(Rc<Inner>);

struct Inner {
    client: RefCell<Option<VisitorClient>>,
    stream: RefCell<Option<stream::Open>>,
    covered: RefCell<bool>,
    hidden_since: RefCell<Option<Moment>>,
    render: Render,
}

impl VisitorDriver {
    /// A page without a conversation. `render` is called with what there is to show, and whether
    /// to cover it, whenever something may have changed.
    #[must_use]
    pub fn new(render: impl Fn(Option<&VisitorClient>, bool) + 'static) -> Self {
        let driver = Self(Rc::new(Inner {
            client: RefCell::new(None),
            stream: RefCell::new(None),
            covered: RefCell::new(false),
            hidden_since: RefCell::new(None),
            render: Box::new(render),
        }));
        driver.listen();
        driver
    }

    /// Whether the tab has a conversation to come back to. If so it does, covered when the tab was
    /// closed with the cross or did not just reload.
    #[must_use]
    pub fn resume(&self) -> bool {
        let keys = KEYS.get().and_then(|bytes| bytes.try_into().ok());
        let Some(keys) = keys.map(|bytes: [u8; TabKeys::LENGTH]| TabKeys::from_bytes(&bytes))
        else {
            return false;
        };
        let closed = COVERED.get().is_some();
        self.0.covered.replace(closed || !was_reloaded());
        let driver = self.clone();
        spawn_local(async move {
            let suite = until_arrived(sealing).await;
            let kept = KEPT.get();
            let client =
                VisitorClient::resume(keys, kept, now(), suite, Box::new(BrowserRandomness));
            driver.0.client.replace(Some(client));
            driver.run(|client| {
                if closed {
                    client.close();
                }
            });
        });
        true
    }

    /// Fetches the sealing, so that it is there when it is needed.
    pub fn warm_up(&self) {
        spawn_local(async {
            until_arrived(sealing).await;
        });
    }

    /// Signs up; nothing is kept or sent before this.
    pub async fn sign_up(&self, nickname: String, region: RegionId) -> Result<(), Refusal> {
        let suite = until_arrived(sealing).await;
        let client = VisitorClient::new(nickname, suite, Box::new(BrowserRandomness));
        let request = client.sign_up(region);
        KEYS.set(&client.keys().to_bytes());
        // What did not arrive is asked once more under the same name: it may have been done.
        let mut answer = api::sign_up(request.clone()).await;
        if answer == Err(Refusal::Unreachable) {
            TimeoutFuture::new(TICK).await;
            answer = api::sign_up(request).await;
        }
        match answer {
            Ok(signed_up) => {
                self.0.client.replace(Some(client));
                self.run(|client| client.signed_up(&signed_up, now()));
                Ok(())
            }
            Err(refusal) => {
                KEYS.clear();
                Err(refusal)
            }
        }
    }

    /// The visitor wrote a message.
    pub fn write(&self, text: &str) {
        self.run(|client| client.write(text, now()));
    }

    /// The visitor is typing.
    pub fn type_draft(&self, text: &str) {
        self.run(|client| client.type_draft(text, now()));
    }

    /// The cross.
    pub fn close(&self) {
        COVERED.set(&[1]);
        self.0.covered.replace(true);
        self.run(VisitorClient::close);
    }

    /// Back to the conversation, from the cross or another tab.
    pub fn come_back(&self) {
        COVERED.clear();
        let was_closed = self.0.covered.replace(false);
        self.run(|client| {
            if was_closed || client.phase() == VisitorPhase::Elsewhere {
                client.come_back(now());
            }
        });
    }

    /// The visitor ends the conversation, or stops waiting.
    pub fn leave(&self) {
        self.0.covered.replace(false);
        self.run(VisitorClient::leave);
    }

    fn run(&self, step: impl FnOnce(&mut VisitorClient)) {
        let actions = match self.0.client.borrow_mut().as_mut() {
            Some(client) => {
                step(client);
                client.actions()
            }
            None => Vec::new(),
        };
        for action in actions {
            self.perform(action);
        }
        (self.0.render)(self.0.client.borrow().as_ref(), *self.0.covered.borrow());
    }

    fn perform(&self, action: VisitorAction) {
        let driver = self.clone();
        match action {
            VisitorAction::Follow(request) => {
                let ended = self.clone();
                let open = stream::open(
                    api::follow(request),
                    move |push: VisitorPush| driver.run(|client| client.push(push, now())),
                    move |why| ended.run(|client| client.lost(why, now())),
                );
                self.0.stream.replace(Some(open));
            }
            VisitorAction::Unfollow => {
                self.0.stream.replace(None);
            }
            VisitorAction::Seal(request) => spawn_local(async move {
                let answer = api::seal(request).await;
                driver.run(|client| client.sealed(answer, now()));
            }),
            VisitorAction::Send(request) => spawn_local(async move {
                let id = request.envelope.header.message;
                let answer = api::send(request).await;
                driver.run(|client| client.sent(id, answer, now()));
            }),
            VisitorAction::Answer(request) => spawn_local(async move {
                let _ = api::answer(request).await;
            }),
            VisitorAction::Typing(request) => spawn_local(async move {
                let _ = api::typing(request).await;
            }),
            VisitorAction::Leave(request) => spawn_local(leave(request)),
            VisitorAction::Keep(bytes) => KEPT.set(&bytes),
            VisitorAction::Wipe => page::forget_everything(),
        }
    }

    /// Time, the network, the view, and the way out.
    fn listen(&self) {
        let driver = self.clone();
        Interval::new(TICK, move || driver.pass()).forget();

        let driver = self.clone();
        let _ = window_event_listener(ev::online, move |_| {
            driver.run(|client| client.hurry(now()));
        });

        let driver = self.clone();
        let _ = window_event_listener(ev::offline, move |_| {
            driver.run(|client| client.lost(Refusal::Unreachable, now()));
        });

        let driver = self.clone();
        let _ = window_event_listener_untyped("visibilitychange", move |_| driver.pass());

        let driver = self.clone();
        let _ = window_event_listener_untyped("veiligchat:leave", move |_| driver.quick_exit());
    }

    /// Time has passed, or the page came into or out of view.
    fn pass(&self) {
        let mut hidden_since = self.0.hidden_since.borrow_mut();
        if page::is_hidden() {
            let since = *hidden_since.get_or_insert_with(now);
            if now().since(since).as_millis() >= COVER_AFTER {
                self.0.covered.replace(true);
            }
        } else if hidden_since.take().is_some() {
            drop(hidden_since);
            self.run(|client| client.hurry(now()));
            return;
        }
        drop(hidden_since);
        self.run(|client| client.tick(now()));
    }

    /// The page is blank already: no secret stays, and the server is told without waiting.
    fn quick_exit(&self) {
        self.0.stream.replace(None);
        if let Some(mut client) = self.0.client.take() {
            if !matches!(client.phase(), VisitorPhase::Ended(_)) {
                beacon(&client.leaving(Leaving::QuickExit));
            }
            client.wipe();
        }
        page::forget_everything();
    }
}

/// Tells the server until it knows; that the tab forgot everything does not wait for it.
async fn leave(request: Leave) {
    for wait in [500, 1_000, 2_000, 4_000, 8_000, 16_000] {
        match api::leave(request.clone()).await {
            Err(Refusal::Unreachable | Refusal::Unavailable) => TimeoutFuture::new(wait).await,
            _ => return,
        }
    }
}

/// Sends what arrives even when the page is gone.
fn beacon(leave: &Leave) {
    let Ok(body) = postcard::to_allocvec(leave) else { return };
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(body.as_slice()));
    let kind = BlobPropertyBag::new();
    kind.set_type("application/x-postcard");
    if let Ok(blob) = Blob::new_with_buffer_source_sequence_and_options(&parts, &kind) {
        let path = <api::LeaveCall as ServerFn>::PATH;
        let _ = window().navigator().send_beacon_with_opt_blob(path, Some(&blob));
    }
}

/// Whether this page was just reloaded, rather than restored, duplicated or walked back to.
fn was_reloaded() -> bool {
    use wasm_bindgen::JsCast;
    let entries = window().performance().map(|it| it.get_entries_by_type("navigation"));
    let entry = entries.map(|entries| entries.get(0));
    let kind = entry.and_then(|entry| js_sys::Reflect::get(&entry, &"type".into()).ok());
    kind.is_some_and(|kind| kind.dyn_into::<js_sys::JsString>().is_ok_and(|kind| kind == "reload"))
}
