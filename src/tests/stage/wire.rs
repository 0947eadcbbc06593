//! The network between one device and the server, which breaks when the test says so.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use veiligchat::{
    protocol::Refusal,
    service::switchboard::{Failure, Switchboard},
};

use super::House;

/// How long anything takes from one side to the other.
const LATENCY: Duration = Duration::from_millis(5);

/// How long a page waits for an answer, as `browser::call` does.
const PATIENCE: Duration = Duration::from_secs(10);

/// One device's connection. Clones are the same one.
#[derive(Clone)]
pub struct Wire(Arc<Inner>);

struct Inner {
    house: House,
    /// Cancelled at the moment it breaks; a new one when it is mended.
    broken: Mutex<CancellationToken>,
    answers_are_lost: AtomicBool,
    held: watch::Sender<bool>,
    asleep: AtomicBool,
    stalls: AtomicBool,
    /// The longest time on the way, in milliseconds, when it varies.
    slowness: Mutex<Option<u8>>,
}

impl Wire {
    pub fn new(house: &House) -> Self {
        Self(Arc::new(Inner {
            house: house.clone(),
            broken: Mutex::default(),
            answers_are_lost: AtomicBool::new(false),
            held: watch::Sender::new(false),
            asleep: AtomicBool::new(false),
            stalls: AtomicBool::new(false),
            slowness: Mutex::default(),
        }))
    }

    /// Everything on the way is lost, and nothing gets through.
    pub fn breaks(&self) {
        self.0.broken.lock().unwrap().cancel();
    }

    /// It works again.
    pub fn mends(&self) {
        *self.0.broken.lock().unwrap() = CancellationToken::new();
        self.0.answers_are_lost.store(false, Ordering::SeqCst);
        self.0.asleep.store(false, Ordering::SeqCst);
        self.0.stalls.store(false, Ordering::SeqCst);
        self.0.held.send_replace(false);
    }

    /// Nothing gets through, and nobody is told: what is asked now is never answered.
    pub fn stalls(&self) {
        self.0.stalls.store(true, Ordering::SeqCst);
        self.0.held.send_replace(true);
    }

    /// What is asked now is never answered; what the server sends arrives.
    pub fn never_asks(&self) {
        self.0.stalls.store(true, Ordering::SeqCst);
    }

    /// The device sleeps: nothing is heard and no time passes there.
    pub fn sleeps(&self) {
        self.0.asleep.store(true, Ordering::SeqCst);
        self.0.held.send_replace(true);
    }

    pub fn is_asleep(&self) -> bool {
        self.0.asleep.load(Ordering::SeqCst)
    }

    /// Requests arrive, their answers do not.
    pub fn loses_answers(&self) {
        self.0.answers_are_lost.store(true, Ordering::SeqCst);
    }

    /// What the server sends is kept on the way.
    pub fn holds_the_stream(&self) {
        self.0.held.send_replace(true);
    }

    /// What was kept on the way arrives.
    pub fn releases_the_stream(&self) {
        self.0.held.send_replace(false);
    }

    /// From now on things take up to so many milliseconds, not always the same.
    pub fn varies(&self, slowest: u8) {
        *self.0.slowness.lock().unwrap() = Some(slowest.max(1));
    }

    /// Takes a request to the server and brings the answer back.
    pub async fn carry<T, W>(
        &self,
        request: impl FnOnce(Arc<Switchboard>) -> W,
    ) -> Result<T, Refusal>
    where
        W: Future<Output = Result<T, Failure>>,
    {
        let broken = self.broken();
        let carried = async {
            self.travel().await;
            if self.0.stalls.load(Ordering::SeqCst) {
                std::future::pending::<()>().await;
            }
            let process = self.0.house.process().ok_or(Refusal::Unreachable)?;
            let answer = tokio::select! {
                biased;
                () = process.died() => return Err(Refusal::Unreachable),
                answer = request(Arc::clone(process.switchboard())) => answer,
            };
            self.travel().await;
            if self.0.answers_are_lost.load(Ordering::SeqCst) {
                return Err(Refusal::Unreachable);
            }
            answer.map_err(|failure| failure.refusal())
        };
        tokio::select! {
            biased;
            () = broken.cancelled() => {}
            answer = carried => return answer,
            () = self.0.house.pass(PATIENCE) => return Err(Refusal::Unreachable),
        }
        // A page does not find out at once.
        self.travel().await;
        Err(Refusal::Unreachable)
    }

    /// Cancelled when it breaks.
    pub fn broken(&self) -> CancellationToken {
        self.0.broken.lock().unwrap().clone()
    }

    /// Waits until the stream is not held.
    pub async fn flows(&self) {
        let mut held = self.0.held.subscribe();
        let _ = held.wait_for(|held| !held).await;
    }

    pub async fn travel(&self) {
        let slowest = *self.0.slowness.lock().unwrap();
        let time = slowest.map_or(LATENCY, |slowest| {
            let [random] = self.0.house.draw();
            Duration::from_millis(1 + u64::from(random % slowest))
        });
        self.0.house.pass(time).await;
    }
}
