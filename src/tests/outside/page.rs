//! An open page over a real connection: a participant's side and what drives it, as
//! `browser` does in a page.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use serde::{Serialize, de::DeserializeOwned};
use tokio::{task::AbortHandle, time};
use veiligchat::{
    domain::moment::Moment,
    protocol::Refusal,
    sealed::{Randomness, Standard},
};

use super::http::Browser;

/// How often time is told to pass, as in a page.
const TICK: Duration = Duration::from_secs(1);

/// How long a page waits for an answer, as `browser::call` does.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often is looked whether something has come about.
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// A participant's side as a page drives it.
pub trait Side: Send + Sized + 'static {
    type Push: DeserializeOwned + Send + 'static;
    type Action: Send;
    /// What is noted beside the side itself.
    type Notes: Default + Send + 'static;
    /// Where the stream is asked for.
    const FOLLOW: &'static str;

    fn push(&mut self, push: Self::Push, now: Moment);
    fn lost(&mut self, why: Refusal, now: Moment);
    fn tick(&mut self, now: Moment);
    fn actions(&mut self) -> Vec<Self::Action>;
    fn perform(page: &Page<Self>, action: Self::Action);
    fn note(notes: &mut Self::Notes, push: &Self::Push);
}

/// An open page. Clones are the same one.
pub struct Page<S: Side>(Arc<Inner<S>>);

struct Inner<S: Side> {
    side: Mutex<S>,
    browser: Browser,
    closed: AtomicBool,
    stream: Mutex<Option<AbortHandle>>,
    notes: Mutex<S::Notes>,
}

impl<S: Side> Clone for Page<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S: Side> Page<S> {
    pub fn open(side: S, browser: Browser) -> Self {
        let page = Self(Arc::new(Inner {
            side: Mutex::new(side),
            browser,
            closed: AtomicBool::new(false),
            stream: Mutex::default(),
            notes: Mutex::default(),
        }));
        page.run(|_, _| ());
        let ticking = page.clone();
        tokio::spawn(async move {
            while !ticking.is_closed() {
                time::sleep(TICK).await;
                ticking.run(S::tick);
            }
        });
        page
    }

    /// The page is gone.
    pub fn close(&self) {
        self.0.closed.store(true, Ordering::SeqCst);
        self.unfollow();
    }

    fn is_closed(&self) -> bool {
        self.0.closed.load(Ordering::SeqCst)
    }

    pub fn look<T>(&self, look: impl FnOnce(&S) -> T) -> T {
        look(&self.0.side.lock().unwrap())
    }

    pub fn notes<T>(&self, work: impl FnOnce(&mut S::Notes) -> T) -> T {
        work(&mut self.0.notes.lock().unwrap())
    }

    /// Something happens to the page.
    pub fn run(&self, step: impl FnOnce(&mut S, Moment)) {
        if self.is_closed() {
            return;
        }
        let actions = {
            let mut side = self.0.side.lock().unwrap();
            step(&mut side, now());
            side.actions()
        };
        for action in actions {
            S::perform(self, action);
        }
    }

    /// Asks the server; `then` is what the page does with the answer.
    pub fn ask<Q, A>(
        &self,
        path: &'static str,
        request: Q,
        then: impl FnOnce(&Self, Result<A, Refusal>) + Send + 'static,
    ) where
        Q: Serialize + Send + Sync + 'static,
        A: DeserializeOwned + Send + 'static,
    {
        let page = self.clone();
        tokio::spawn(async move {
            let answer = call(&page.0.browser, path, &request).await;
            then(&page, answer);
        });
    }

    /// Opens the stream, in the place of any older one.
    pub fn follow(&self, request: impl Serialize + Send + Sync + 'static) {
        let page = self.clone();
        let task = tokio::spawn(async move {
            let told = page.clone();
            let push = move |push: S::Push| {
                told.notes(|notes| S::note(notes, &push));
                told.run(|side, now| side.push(push, now));
            };
            let why = page.0.browser.follow(S::FOLLOW, &request, push).await;
            page.run(|side, now| side.lost(why, now));
        });
        if let Some(former) = self.0.stream.lock().unwrap().replace(task.abort_handle()) {
            former.abort();
        }
    }

    pub fn unfollow(&self) {
        if let Some(stream) = self.0.stream.lock().unwrap().take() {
            stream.abort();
        }
    }

    /// Waits until it is so, and fails when that takes longer than `patience`.
    pub async fn until(&self, patience: Duration, what: &str, is_so: impl Fn(&S) -> bool) {
        until(patience, what, || self.look(&is_so)).await;
    }
}

/// Asks a server function, and waits for as long as a page does.
pub async fn call<A: DeserializeOwned>(
    browser: &Browser,
    path: &str,
    request: &impl Serialize,
) -> Result<A, Refusal> {
    let answer = time::timeout(PATIENCE, browser.call(path, request)).await;
    answer.unwrap_or(Err(Refusal::Unreachable))
}

/// Waits until it is so, and fails when that takes longer than `patience`.
pub async fn until(patience: Duration, what: &str, is_so: impl Fn() -> bool) {
    let give_up = Instant::now() + patience;
    while !is_so() {
        assert!(Instant::now() < give_up, "it never came to this: {what}");
        time::sleep(LOOK_AGAIN).await;
    }
}

pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Moment::from_millis(i64::try_from(since.as_millis()).unwrap())
}

/// The system's generator.
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }
}

/// The cryptography that pages use.
pub fn suite() -> Standard {
    Standard::new(|| Box::new(SystemRandomness))
}
