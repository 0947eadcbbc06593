//! Drives a worker's side in a page: storage, streams, calls, time, the sound, and other tabs.

mod registration;
mod replies;

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use futures::{FutureExt, future::Either};
use gloo_timers::{callback::Interval, future::TimeoutFuture};
use leptos::{ev, prelude::window_event_listener, web_sys::Element};
use server_fn::ServerFn;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use super::{
    call,
    page::{Keep, now},
    ring::ring,
    sealing::{self, BrowserRandomness},
    stream,
    tabs::Tabs,
};
use crate::{
    api::worker::{
        AcceptCall, AskKeyCall, DeskAnswerCall, DeskFollowCall, DutyCall, EndCall, ReadingCall,
        RegisterCall, TransferCall, UnlockCall, WorkerSendCall, WorkerTypingCall,
    },
    client::{DeskAction, DeskClient},
    domain::{ids::ConversationId, misuse::Misuse},
    protocol::{
        Accept, DeskPush, DutyWish, EndConversation, PassOn, Reading, ReadingWish, Refusal,
        SetDuty, Transfer, Unlock, VERSION,
    },
};

/// The shift key, sealed.
const SHIFT_KEY: Keep = Keep::at("d");
/// What is kept of each conversation, sealed.
const KEPT: Keep = Keep::at("e");

/// How often time is told to pass, in milliseconds.
const TICK: u32 = 1_000;

/// How long another tab of the same worker has to hand over its key, in milliseconds.
const HAND_OVER: u32 = 300;

/// How long to wait before registering the key again, in milliseconds.
const AGAIN: u32 = 1_500;

type Render = Box<dyn Fn(&DeskClient)>;

/// The worker's side of this page. A handle: clones drive the same one.
#[derive(Clone)]
pub struct DeskDriver(Rc<Inner>);

struct Inner {
    client: RefCell<Option<DeskClient>>,
    stream: RefCell<Option<stream::Open>>,
    tabs: Tabs,
    sound: RefCell<bool>,
    render: Render,
}

impl DeskDriver {
    /// Opens the desk. `render` is called whenever something may have changed.
    #[must_use]
    pub fn open(render: impl Fn(&DeskClient) + 'static) -> Self {
        let driver = Self(Rc::new(Inner {
            client: RefCell::new(None),
            stream: RefCell::new(None),
            tabs: Tabs::open(|| SHIFT_KEY.get()),
            sound: RefCell::new(true),
            render: Box::new(render),
        }));
        driver.listen();
        let opening = driver.clone();
        spawn_local(async move {
            let shift_key = match SHIFT_KEY.get() {
                Some(kept) => Some(kept),
                None => opening.ask_other_tabs().await,
            };
            let kept: BTreeMap<_, _> = KEPT
                .parts()
                .into_iter()
                .map(|(part, bytes)| (ConversationId::from_bytes(part), bytes))
                .collect();
            let client = DeskClient::new(
                shift_key,
                kept,
                now(),
                sealing::desk(),
                Box::new(BrowserRandomness),
            );
            opening.0.client.replace(Some(client));
            opening.run(|_| ());
        });
        driver
    }

    /// Goes on or off duty; the answer is why not.
    pub async fn duty(&self, wish: DutyWish) -> Result<(), Refusal> {
        call::call(DutyCall::PATH, &SetDuty { version: VERSION, wish }).await
    }

    /// Opens the lock by the own password; the answer is why not.
    pub async fn unlock(&self, password: String) -> Result<(), Refusal> {
        call::call(UnlockCall::PATH, &Unlock { version: VERSION, password }).await
    }

    /// Takes an offered visitor; the answer is why not.
    pub async fn accept(&self, conversation: ConversationId) -> Result<(), Refusal> {
        call::call(AcceptCall::PATH, &Accept { version: VERSION, conversation }).await
    }

    /// Does something about reading along; the answer is why not.
    pub async fn reading(
        &self,
        conversation: ConversationId,
        wish: ReadingWish,
    ) -> Result<(), Refusal> {
        call::call(ReadingCall::PATH, &Reading { version: VERSION, conversation, wish }).await
    }

    /// Passes a visitor on, or takes that back; the answer is why not.
    pub async fn pass_on(&self, conversation: ConversationId, wish: PassOn) -> Result<(), Refusal> {
        call::call(TransferCall::PATH, &Transfer { version: VERSION, conversation, wish }).await
    }

    /// Ends a conversation; the answer is why not.
    pub async fn end(
        &self,
        conversation: ConversationId,
        misuse: Option<Misuse>,
    ) -> Result<(), Refusal> {
        let request = EndConversation { version: VERSION, conversation, misuse };
        call::call(EndCall::PATH, &request).await
    }

    /// The worker wrote.
    pub fn write(&self, conversation: ConversationId, text: &str) {
        self.run(|client| client.write(conversation, text, now()));
    }

    /// The worker is typing.
    pub fn type_draft(&self, conversation: ConversationId, text: &str) {
        self.run(|client| client.type_draft(conversation, text, now()));
    }

    /// The worker noted something, for nobody else.
    pub fn note(&self, conversation: ConversationId, notes: &str) {
        self.run(|client| client.note(conversation, notes));
    }

    /// A conversation is in view.
    pub fn read(&self, conversation: ConversationId) {
        self.run(|client| client.read(conversation));
    }

    /// The worker has seen how a conversation ended.
    pub fn put_away(&self, conversation: ConversationId) {
        self.run(|client| client.put_away(conversation));
    }

    /// Takes the desk back from another tab.
    pub fn come_back(&self) {
        self.run(|client| client.come_back(now()));
    }

    /// Whether a new offer rings.
    pub fn set_sound(&self, on: Sound) {
        self.0.sound.replace(on == Sound::On);
    }

    /// Looks at the client.
    pub fn look<T>(&self, look: impl FnOnce(&DeskClient) -> T) -> Option<T> {
        self.0.client.borrow().as_ref().map(look)
    }

    async fn ask_other_tabs(&self) -> Option<Vec<u8>> {
        let answer = self.0.tabs.ask().boxed_local();
        let wait = TimeoutFuture::new(HAND_OVER).boxed_local();
        match futures::future::select(answer, wait).await {
            Either::Left((answer, _)) => answer,
            Either::Right(_) => None,
        }
    }

    fn run(&self, step: impl FnOnce(&mut DeskClient)) {
        if let Some(client) = self.0.client.borrow_mut().as_mut() {
            step(client);
        }
        self.go_on();
    }

    /// Does what the client wants done, and shows how things stand.
    fn go_on(&self) {
        let actions = match self.0.client.borrow_mut().as_mut() {
            Some(client) => client.actions(),
            None => return,
        };
        for action in actions {
            self.perform(action);
        }
        if let Some(client) = self.0.client.borrow().as_ref() {
            (self.0.render)(client);
        }
    }

    fn perform(&self, action: DeskAction) {
        let driver = self.clone();
        match action {
            DeskAction::Follow(request) => {
                let ended = self.clone();
                let open = stream::open(
                    DeskFollowCall::PATH,
                    call::encode(&request),
                    move |push: DeskPush| driver.run(|client| client.push(push, now())),
                    move |why| ended.run(|client| client.lost(why, now())),
                );
                self.0.stream.replace(open);
            }
            DeskAction::Register(request) => spawn_local(async move {
                let request = call::encode(&request);
                while let Err(why) = call::post(RegisterCall::PATH, request.clone()).await {
                    if !why.passes() {
                        driver.run(|client| client.registered(Err(why), now()));
                        return;
                    }
                    TimeoutFuture::new(AGAIN).await;
                }
                driver.run(|client| client.registered(Ok(()), now()));
            }),
            DeskAction::Send(request) => {
                let (conversation, message) =
                    (request.conversation, request.envelope.header.message);
                let then = move |answer: Result<Vec<u8>, Refusal>| {
                    let answer = answer.and_then(|answer| call::decode(&answer));
                    driver.run(|client| client.sent(conversation, message, answer, now()));
                };
                call::ask(WorkerSendCall::PATH, call::encode(&request), Box::new(then));
            }
            DeskAction::AskKey(request) => call::tell(AskKeyCall::PATH, &request),
            DeskAction::Answer(request) => {
                let driver = self.clone();
                let then = move |_| driver.run(DeskClient::answered);
                call::ask(DeskAnswerCall::PATH, call::encode(&request), Box::new(then));
            }
            DeskAction::Typing(request) => call::tell(WorkerTypingCall::PATH, &request),
            DeskAction::KeepShiftKey(bytes) => SHIFT_KEY.set(&bytes),
            DeskAction::Keep(id, bytes) => KEPT.set_part(id.as_bytes(), &bytes),
            DeskAction::Forget(id) => KEPT.clear_part(id.as_bytes()),
            DeskAction::Wipe => {
                self.0.stream.replace(None);
                super::page::forget_everything();
            }
            DeskAction::Ring => {
                if *self.0.sound.borrow() {
                    ring();
                }
            }
        }
    }

    fn listen(&self) {
        let driver = self.clone();
        Interval::new(TICK, move || driver.run(|client| client.tick(now()))).forget();
        let driver = self.clone();
        let _ = window_event_listener(ev::offline, move |_| {
            driver.run(|client| client.lost(Refusal::Unreachable, now()));
        });
        // The form of the page's frame: no key outlives the session.
        let driver = self.clone();
        let _ = window_event_listener(ev::submit, move |event| {
            let form: Option<Element> = event.target().and_then(|form| form.dyn_into().ok());
            if form.is_some_and(|form| form.id() == "sign-out") {
                driver.run(DeskClient::sign_out);
            }
        });
        let driver = self.clone();
        let _ = window_event_listener(ev::online, move |_| {
            driver.run(|client| client.hurry(now()));
        });
    }
}

/// Whether a new offer rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sound {
    /// It does.
    On,
    /// It does not.
    Off,
}
