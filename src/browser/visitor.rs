//! Drives a visitor's side in a page: storage, the stream, calls, time, and the quick exit. Named by
//! a lazy function only: it brings the sealing along.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::{callback::Interval, future::TimeoutFuture};
use leptos::prelude::window;
use server_fn::ServerFn;
use wasm_bindgen_futures::spawn_local;
use zeroize::Zeroizing;

use super::{
    call,
    page::{self, Keep, now},
    screen::listen,
    sealing::{self, BrowserRandomness},
    stream, work,
};
use crate::{
    api::visitor::{
        AnswerCall, EvaluateCall, FollowCall, LeaveCall, ReadingBackCall, ReplyCall, SealCall,
        SendCall, SignUpCall, TypingCall,
    },
    client::{Intake, TabKeys, VisitorAction, VisitorClient, VisitorPhase},
    domain::{
        desk::Answer,
        evaluation::Evaluation,
        ids::{RegionId, SeatId},
        moment::Moment,
        secret::Ticket,
    },
    protocol::{Leave, Leaving, Refusal, ReplyTo, SignedUp, VisitorPush},
};

/// The keys of the conversation: written once.
const KEYS: Keep = Keep::at("a");
/// What is kept of it, sealed.
const KEPT: Keep = Keep::at("b");
/// There while the cross was pressed and not taken back.
const COVERED: Keep = Keep::at("c");

/// There while the page turns into another language: `js/page.js` puts it there, for one load.
const TURNED: Keep = Keep::at("g");

/// The number of the region that was chosen, for the words that stand on the page for it.
const REGION: Keep = Keep::at("f");

/// How long a page may be out of view before its content is covered, in milliseconds.
const COVER_AFTER: u128 = 60_000;

/// How often time is told to pass, in milliseconds.
const TICK: u32 = 1_000;

/// How often somebody asks to be let in before they are told that it is too busy.
const KNOCKS: u8 = 4;

type Render = Box<dyn Fn(&VisitorClient, bool)>;

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

/// Whether the tab has a conversation to come back to.
#[must_use]
pub fn can_resume() -> bool {
    KEYS.get().is_some_and(|bytes| bytes.len() == TabKeys::LENGTH)
}

/// Whether that conversation is to be covered at first: the tab was closed with the cross, or did not
/// just reload or turn into another language.
#[must_use]
pub fn is_covered() -> bool {
    is_closed() || !(was_reloaded() || TURNED.get().is_some())
}

/// The region that was chosen for that conversation.
#[must_use]
pub fn chosen_region() -> Option<RegionId> {
    Some(RegionId(u16::from_le_bytes(REGION.get()?.try_into().ok()?)))
}

fn is_closed() -> bool {
    COVERED.get().is_some()
}

impl VisitorDriver {
    /// Comes back to the conversation that the tab kept, covered if [`is_covered`]; `None` when there
    /// is none. `render` is called with what there is to show, and whether to cover it, whenever
    /// something may have changed.
    #[must_use]
    pub fn resume(render: impl Fn(&VisitorClient, bool) + 'static) -> Option<Self> {
        let keys = Zeroizing::new(KEYS.get()?);
        let keys = keys.first_chunk().filter(|_| keys.len() == TabKeys::LENGTH)?;
        let mut client = VisitorClient::resume(
            TabKeys::from_bytes(keys),
            KEPT.get(),
            now(),
            sealing::visitor(),
            Box::new(BrowserRandomness),
        );
        client.reads(page::root_attribute("lang"));
        let driver = Self::drive(client, Box::new(render));
        driver.0.covered.replace(is_covered());
        TURNED.clear();
        if is_closed() {
            driver.run(VisitorClient::close);
        } else {
            driver.go_on();
        }
        Some(driver)
    }

    /// Signs up; nothing is kept or sent before this. `on_work` is called when there is work to do first
    /// and it takes a while. `render` as in [`Self::resume`].
    pub async fn sign_up(
        intake: Intake,
        region: RegionId,
        on_work: impl Fn() + Copy + 'static,
        render: impl Fn(&VisitorClient, bool) + 'static,
    ) -> Result<Self, Refusal> {
        let client = VisitorClient::new(intake, sealing::visitor(), Box::new(BrowserRandomness));
        KEYS.set(&client.keys().to_bytes());
        REGION.set(&region.0.to_le_bytes());
        match knock(&client, region, on_work).await {
            Ok(signed_up) => {
                let driver = Self::drive(client, Box::new(render));
                driver.run(|client| client.signed_up(&signed_up, now()));
                Ok(driver)
            }
            Err(refusal) => {
                KEYS.clear();
                REGION.clear();
                Err(refusal)
            }
        }
    }

    fn drive(client: VisitorClient, render: Render) -> Self {
        let driver = Self(Rc::new(Inner {
            client: RefCell::new(Some(client)),
            stream: RefCell::new(None),
            covered: RefCell::new(false),
            hidden_since: RefCell::new(None),
            render,
        }));
        driver.listen();
        driver
    }

    /// The visitor wrote a message.
    pub fn write(&self, text: &str) {
        self.run(|client| client.write(text, now()));
    }

    /// The visitor is typing.
    pub fn type_draft(&self, text: &str) {
        self.run(|client| client.type_draft(text, now()));
    }

    /// The visitor answers what is asked.
    pub fn reply(&self, to: ReplyTo, answer: Answer) {
        self.run(|client| client.reply(to, answer, now()));
    }

    /// The visitor says whether a worker may read what was said before.
    pub fn allow_reading_back(&self, seat: SeatId, answer: Answer) {
        self.run(|client| client.allow_reading_back(seat, answer, now()));
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

    /// The visitor says what they think of the chat.
    pub fn evaluate(&self, evaluation: Evaluation) {
        self.run(|client| client.evaluate(evaluation));
    }

    /// The visitor ends the conversation, or stops waiting.
    pub fn leave(&self) {
        self.0.covered.replace(false);
        self.run(VisitorClient::leave);
    }

    fn run(&self, step: impl FnOnce(&mut VisitorClient)) {
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
            (self.0.render)(client, *self.0.covered.borrow());
        }
    }

    fn perform(&self, action: VisitorAction) {
        match action {
            VisitorAction::Follow(request) => {
                let (driver, ended) = (self.clone(), self.clone());
                let open = stream::open(
                    FollowCall::PATH,
                    call::encode(&request),
                    move |push: VisitorPush| driver.run(|client| client.push(push, now())),
                    move |why| ended.run(|client| client.lost(why, now())),
                );
                self.0.stream.replace(open);
            }
            VisitorAction::Unfollow => {
                self.0.stream.replace(None);
            }
            VisitorAction::Seal(request) => {
                let driver = self.clone();
                let then = move |answer: Result<Vec<u8>, Refusal>| {
                    driver.run(|client| client.sealed(answer.map(drop), now()));
                };
                call::ask(SealCall::PATH, call::encode(&request), Box::new(then));
            }
            VisitorAction::Send(request) => {
                let (driver, id) = (self.clone(), request.envelope.header.message);
                let then = move |answer: Result<Vec<u8>, Refusal>| {
                    let answer = answer.and_then(|answer| call::decode(&answer));
                    driver.run(|client| client.sent(id, answer, now()));
                };
                call::ask(SendCall::PATH, call::encode(&request), Box::new(then));
            }
            VisitorAction::Answer(request) => {
                let driver = self.clone();
                let then = move |_| driver.run(VisitorClient::answered);
                call::ask(AnswerCall::PATH, call::encode(&request), Box::new(then));
            }
            VisitorAction::Typing(request) => call::tell(TypingCall::PATH, &request),
            VisitorAction::Leave(request) => {
                let driver = self.clone();
                spawn_local(async move {
                    let ticket = leave(call::encode(&request)).await;
                    driver.run(|client| client.left(ticket));
                });
            }
            VisitorAction::Evaluate(request) => {
                let driver = self.clone();
                let body = call::encode(&request);
                let then = move |answer: Result<Vec<u8>, Refusal>| {
                    driver.run(|client| client.evaluation_told(request.ticket, answer.map(drop)));
                };
                call::ask(EvaluateCall::PATH, body, Box::new(then));
            }
            VisitorAction::Reply(request) => {
                let driver = self.clone();
                let then = move |answer: Result<Vec<u8>, Refusal>| {
                    driver.run(|client| client.replied(answer.map(drop), now()));
                };
                call::ask(ReplyCall::PATH, call::encode(&request), Box::new(then));
            }
            VisitorAction::AllowReadingBack(request) => {
                let driver = self.clone();
                let then = move |answer: Result<Vec<u8>, Refusal>| {
                    driver.run(|client| client.reading_back_allowed(answer.map(drop), now()));
                };
                call::ask(ReadingBackCall::PATH, call::encode(&request), Box::new(then));
            }
            VisitorAction::Keep(bytes) => KEPT.set(&bytes),
            VisitorAction::Wipe => page::forget_everything(),
        }
    }

    /// Time, the network, the view, and the way out.
    fn listen(&self) {
        let driver = self.clone();
        Interval::new(TICK, move || driver.pass()).forget();

        let heed = |kind, act: fn(&Self)| {
            let driver = self.clone();
            listen(&window(), kind, Box::new(move |_| act(&driver)));
        };
        heed("online", |driver| driver.run(|client| client.hurry(now())));
        heed("offline", |driver| driver.run(|client| client.lost(Refusal::Unreachable, now())));
        heed("visibilitychange", Self::pass);
        heed("veiligchat:fold", Self::cover);
        heed("veiligchat:leave", Self::quick_exit);
    }

    /// The pop-up around this page was folded: covered, and still connected. The next page of that
    /// website has this one in it again, so nothing is noted.
    fn cover(&self) {
        self.0.covered.replace(true);
        self.run(|_| ());
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

/// Asks to be let in until the answer is yes or no: what did not arrive, or was too much at once, is
/// asked again under the same name, since it may have been done; and the work is done that is asked.
async fn knock(
    client: &VisitorClient,
    region: RegionId,
    on_work: impl Fn() + Copy + 'static,
) -> Result<SignedUp, Refusal> {
    let mut work = None;
    let mut answer = Err(Refusal::Unreachable);
    for _ in 0..KNOCKS {
        let request = call::encode(&client.sign_up(region, work));
        answer =
            call::post(SignUpCall::PATH, request).await.and_then(|answer| call::decode(&answer));
        match answer {
            Err(Refusal::WorkNeeded(challenge)) => {
                work = Some(work::solve(challenge, on_work).await?);
            }
            Err(refusal) if refusal.passes() => TimeoutFuture::new(TICK).await,
            _ => break,
        }
    }
    answer
}

/// Tells the server until it knows; that the tab forgot everything does not wait for it.
async fn leave(request: Vec<u8>) -> Option<Ticket> {
    for wait in [500, 1_000, 2_000, 4_000, 8_000, 16_000] {
        match call::post(LeaveCall::PATH, request.clone()).await {
            Err(refusal) if refusal.passes() => TimeoutFuture::new(wait).await,
            answer => return answer.and_then(|answer| call::decode(&answer)).ok().flatten(),
        }
    }
    None
}

/// Sends what arrives even when the page is gone.
fn beacon(leave: &Leave) {
    let body = call::blob(&call::encode(leave));
    let _ = window().navigator().send_beacon_with_opt_blob(LeaveCall::PATH, body.as_ref());
}

/// Whether this page was just reloaded, rather than restored, duplicated or walked back to.
fn was_reloaded() -> bool {
    use wasm_bindgen::JsCast;
    let entries = window().performance().map(|it| it.get_entries_by_type("navigation"));
    let entry = entries.map(|entries| entries.get(0));
    let kind = entry.and_then(|entry| js_sys::Reflect::get(&entry, &"type".into()).ok());
    kind.is_some_and(|kind| kind.dyn_into::<js_sys::JsString>().is_ok_and(|kind| kind == "reload"))
}
