//! What visitors and workers have in common: the clock, randomness, what can happen to them, and
//! what they are asked to write.

use std::{
    sync::Arc,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use tokio::{
    sync::{mpsc, watch},
    task::AbortHandle,
};
use veiligchat::{
    domain::{
        conversation::Kind,
        ids::{ConversationId, MessageId},
        moment::Moment,
    },
    protocol::{Refusal, Stored},
    sealed::{Randomness, Standard},
};

use crate::journey::Journeys;

/// How often time is told to pass, as in a page.
pub const TICK: Duration = Duration::from_secs(1);

/// What can happen to somebody; `Push` is what comes over the stream.
pub enum Event<Push> {
    Push(Push),
    Lost(Refusal),
    /// What became of a request other than a message.
    Answered(Result<(), Refusal>),
    Sent(ConversationId, MessageId, Kind, Result<Stored, Refusal>),
    Order(Order),
    /// The server heard how far the page has come, or did not.
    Heard,
    Tick,
}

/// What somebody is asked to do.
#[derive(Clone, Copy)]
pub enum Order {
    /// Write one message, in the next conversation in turn.
    Write,
    /// Write one message in each conversation, and another whenever one is stored, until then.
    WriteUntil(Instant),
}

/// How far somebody has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Starting,
    /// The server said how things stand.
    Here,
    /// In so many conversations that can be written in.
    Talking(usize),
}

/// Somebody whose side runs in a task of its own; dropping it ends that.
pub struct Participant {
    orders: mpsc::UnboundedSender<Order>,
    stage: watch::Receiver<Stage>,
    task: AbortHandle,
}

impl Drop for Participant {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Participant {
    /// Asks for something; nobody answers.
    pub fn ask(&self, order: Order) {
        // A task that has ended is found out by what does not arrive.
        let _ = self.orders.send(order);
    }

    /// Waits until somebody has come so far.
    pub async fn comes_to(&mut self, stage: Stage) -> Result<(), String> {
        let wait = self.stage.wait_for(|now| *now == stage);
        match tokio::time::timeout(Duration::from_mins(1), wait).await {
            Ok(Ok(_)) => Ok(()),
            _ => Err(format!("somebody never came to {stage:?}")),
        }
    }
}

/// What a task needs beside its client.
pub struct Surroundings {
    pub journeys: Arc<Journeys>,
    pub orders: mpsc::UnboundedReceiver<Order>,
    pub stage: watch::Sender<Stage>,
}

/// A participant who lives as `life` says.
pub fn participant<Life: Future<Output = ()> + Send + 'static>(
    journeys: &Arc<Journeys>,
    life: impl FnOnce(Surroundings) -> Life,
) -> Participant {
    let (orders, ordered) = mpsc::unbounded_channel();
    let (tell, stage) = watch::channel(Stage::Starting);
    let around = Surroundings { journeys: Arc::clone(journeys), orders: ordered, stage: tell };
    Participant { orders, stage, task: tokio::spawn(life(around)).abort_handle() }
}

/// What a person writes, of a usual length.
pub const TEXT: &str = "Ik maak me zorgen over iemand die dicht bij mij woont. Kun je met me meedenken \
    over wat ik nu het beste kan doen, zonder dat het erger wordt?";

pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// The system's generator.
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the system has a random generator");
    }
}

pub fn suite() -> Standard {
    Standard::new(|| Box::new(SystemRandomness))
}
