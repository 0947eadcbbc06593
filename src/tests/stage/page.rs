//! An open page: a participant's side and what drives it.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use futures::{Stream, StreamExt};
use serde::de::DeserializeOwned;
use tokio::task::AbortHandle;
use tokio_util::sync::CancellationToken;
use veiligchat::{
    domain::moment::Moment,
    protocol::{Refusal, frame::Frames},
    service::switchboard::{Failure, Switchboard},
};

use super::{House, Wire};

const TICK: Duration = Duration::from_secs(1);

/// A participant's side as a page drives it.
pub trait Side: Send + Sized + 'static {
    type Push: DeserializeOwned + Clone + Send;
    type Action: Send;
    /// What the tab keeps over a reload.
    type Storage: Send + 'static;
    /// What the browser shows to the server.
    type Session: Clone + Send + Sync + 'static;

    fn push(&mut self, push: Self::Push, now: Moment);
    fn lost(&mut self, why: Refusal, now: Moment);
    fn tick(&mut self, now: Moment);
    fn actions(&mut self) -> Vec<Self::Action>;
    fn perform(page: &Page<Self>, action: Self::Action);
}

/// An open page. Clones are the same one.
pub struct Page<S: Side>(Arc<Inner<S>>);

struct Inner<S: Side> {
    side: Mutex<S>,
    house: House,
    wire: Wire,
    storage: Arc<Mutex<S::Storage>>,
    session: S::Session,
    closed: CancellationToken,
    stream: Mutex<Option<AbortHandle>>,
    told: Mutex<Vec<S::Push>>,
}

impl<S: Side> Clone for Page<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S: Side> Page<S> {
    pub fn open(
        side: S,
        house: &House,
        wire: &Wire,
        storage: &Arc<Mutex<S::Storage>>,
        session: S::Session,
    ) -> Self {
        let page = Self(Arc::new(Inner {
            side: Mutex::new(side),
            house: house.clone(),
            wire: wire.clone(),
            storage: Arc::clone(storage),
            session,
            closed: CancellationToken::new(),
            stream: Mutex::default(),
            told: Mutex::default(),
        }));
        page.run(|_, _| ());
        let ticking = page.clone();
        tokio::spawn(async move {
            while !ticking.0.closed.is_cancelled() {
                ticking.0.house.pass(TICK).await;
                if !ticking.0.wire.is_asleep() {
                    ticking.run(S::tick);
                }
            }
        });
        page
    }

    /// The page is gone, with everything that it was asking.
    pub fn close(&self) {
        self.0.closed.cancel();
        self.unfollow();
    }

    pub fn look<T>(&self, look: impl FnOnce(&S) -> T) -> T {
        look(&self.0.side.lock().unwrap())
    }

    /// Everything that the server told this page.
    pub fn told(&self) -> Vec<S::Push> {
        self.0.told.lock().unwrap().clone()
    }

    pub fn session(&self) -> &S::Session {
        &self.0.session
    }

    pub fn storage<T>(&self, work: impl FnOnce(&mut S::Storage) -> T) -> T {
        work(&mut self.0.storage.lock().unwrap())
    }

    /// Something happens to the page.
    pub fn run(&self, step: impl FnOnce(&mut S, Moment)) {
        if self.0.closed.is_cancelled() {
            return;
        }
        let actions = {
            let mut side = self.0.side.lock().unwrap();
            step(&mut side, self.0.house.now());
            side.actions()
        };
        for action in actions {
            S::perform(self, action);
        }
    }

    /// Asks the server; `then` is what the page does with the answer.
    pub fn ask<T, W>(
        &self,
        request: impl FnOnce(Arc<Switchboard>) -> W + Send + 'static,
        then: impl FnOnce(&mut S, Result<T, Refusal>, Moment) + Send + 'static,
    ) where
        T: Send + 'static,
        W: Future<Output = Result<T, Failure>> + Send,
    {
        let page = self.clone();
        tokio::spawn(async move {
            let answer = tokio::select! {
                biased;
                () = page.0.closed.cancelled() => return,
                answer = page.0.wire.carry(request) => answer,
            };
            page.run(|side, now| then(side, answer, now));
        });
    }

    /// Opens a stream, in the place of any older one.
    pub fn follow<W, F>(&self, open: impl FnOnce(Arc<Switchboard>) -> W + Send + 'static)
    where
        W: Future<Output = Result<F, Failure>> + Send,
        F: Stream<Item = bytes::Bytes> + Send + 'static,
    {
        let page = self.clone();
        let task = tokio::spawn(async move {
            let why = page.read(open).await;
            page.run(|side, now| side.lost(why, now));
        });
        if let Some(former) = self.0.stream.lock().unwrap().replace(task.abort_handle()) {
            former.abort();
        }
    }

    /// Drops the stream.
    pub fn unfollow(&self) {
        if let Some(former) = self.0.stream.lock().unwrap().take() {
            former.abort();
        }
    }

    /// Reads a stream to its end; why it ended.
    async fn read<W, F>(&self, open: impl FnOnce(Arc<Switchboard>) -> W) -> Refusal
    where
        W: Future<Output = Result<F, Failure>>,
        F: Stream<Item = bytes::Bytes>,
    {
        let wire = &self.0.wire;
        let broken = wire.broken();
        let Some(process) = self.0.house.process() else { return Refusal::Unreachable };
        let stream = match wire.carry(open).await {
            Ok(stream) => stream,
            Err(why) => return why,
        };
        let mut stream = std::pin::pin!(stream);
        let mut frames = Frames::default();
        // What is on the way: it is read from the server also while the page gets nothing.
        let mut on_the_way = VecDeque::new();
        let mut ended = false;
        loop {
            if ended && on_the_way.is_empty() {
                return Refusal::Unreachable;
            }
            tokio::select! {
                biased;
                () = broken.cancelled() => return Refusal::Unreachable,
                () = process.died() => return Refusal::Unreachable,
                chunk = stream.next(), if !ended => match chunk {
                    Some(chunk) => on_the_way.push_back(chunk),
                    None => ended = true,
                },
                () = arrives(wire), if !on_the_way.is_empty() => {
                    frames.feed(&on_the_way.pop_front().unwrap_or_default());
                    while let Some(push) = frames.take::<S::Push>().unwrap() {
                        self.0.told.lock().unwrap().push(push.clone());
                        self.run(|side, now| side.push(push, now));
                    }
                }
            }
        }
    }
}

async fn arrives(wire: &Wire) {
    wire.flows().await;
    tokio::task::yield_now().await;
}
