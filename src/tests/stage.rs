//! A house in one thread: the real switchboard, its jobs and streams, and real participants'
//! sides on a network that can be cut, on a clock that only moves when everybody waits.

mod page;
mod process;
mod visitor;
mod wire;
mod worker;

use std::{
    cell::RefCell,
    sync::{Arc, Mutex},
    time::Duration,
};

use veiligchat::{
    api::Rooms,
    client::{Channel, Delivery, Remark, Said, VisitorPhase},
    domain::{
        conversation::{Conversation, ShiftPublic},
        desk::{Desk, Party},
        ids::{ConversationId, Seq},
        moment::Moment,
        secret::Share,
    },
    sealed::{DeskSuite as _, Randomness, Standard},
    service::{
        account::{Accounts, Cost, Hasher, add_demo_staff},
        journal::{
            Journal, Reading, Stream,
            memory::{Memory, Tail},
        },
        records::{Records, SqliteRecords, help_each_other_out, open_round_the_clock},
        runtime::{Runtime, Simulated},
    },
};

pub use self::{
    process::Process,
    visitor::Visitor,
    wire::Wire,
    worker::{Worker, on_duty},
};

/// Tuesday 5 January 2027, shortly after noon in Amsterdam.
const START: Moment = Moment::from_millis(1_799_147_000_000);

/// How long a test waits for what people would see.
const PATIENCE: Duration = Duration::from_secs(10);

const LOOK_AGAIN: Duration = Duration::from_millis(10);

pub const SECOND: Duration = Duration::from_secs(1);
pub const MINUTE: Duration = Duration::from_mins(1);

thread_local! {
    /// What seals draw from: a suite takes a plain function.
    static WORLD: RefCell<Option<Arc<Simulated>>> = const { RefCell::new(None) };
}

/// A house. Clones are the same one.
#[derive(Clone)]
pub struct House(Arc<Inner>);

struct Inner {
    world: Arc<Simulated>,
    journal: Memory,
    records: Arc<dyn Records>,
    accounts: Accounts,
    process: Mutex<Option<Arc<Process>>>,
}

impl House {
    /// A house that is open around the clock, with the people of the demo, nobody on duty.
    pub async fn open() -> Self {
        Self::from_seed(1).await
    }

    /// A house in which everything random follows from `seed`.
    pub async fn from_seed(seed: u64) -> Self {
        Self::with_records(seed, Arc::new(SqliteRecords::in_memory().unwrap())).await
    }

    /// A house on records of the test's own. Records with a thread need a clock that is not paused.
    pub async fn with_records(seed: u64, records: Arc<dyn Records>) -> Self {
        Self::build(START, seed, records).await
    }

    /// A house whose clock begins at this moment.
    pub async fn at(start: Moment) -> Self {
        Self::build(start, 1, Arc::new(SqliteRecords::in_memory().unwrap())).await
    }

    async fn build(start: Moment, seed: u64, records: Arc<dyn Records>) -> Self {
        let world = Arc::new(Simulated::new(start, seed));
        WORLD.replace(Some(Arc::clone(&world)));
        open_round_the_clock(records.as_ref()).await.unwrap();
        let runtime = Arc::clone(&world) as Arc<dyn Runtime>;
        let hasher = Hasher::here(Cost::Least);
        let accounts = Accounts::new(Arc::clone(&records), Arc::clone(&runtime), hasher);
        add_demo_staff(&accounts).await.unwrap();
        let journal = Memory::new(runtime);
        let house =
            Self(Arc::new(Inner { world, journal, records, accounts, process: Mutex::default() }));
        house.starts().await;
        house
    }

    /// The server process starts, on what the journal holds.
    pub async fn starts(&self) {
        let inner = &self.0;
        let process = Process::start(
            Arc::clone(&inner.world),
            Arc::new(inner.journal.clone()),
            Arc::clone(&inner.records),
        );
        *inner.process.lock().unwrap() = Some(process.await);
    }

    /// The server process is killed; what was not synced yet is lost or kept.
    pub fn crashes(&self, tail: Tail) {
        if let Some(process) = self.0.process.lock().unwrap().take() {
            process.die();
        }
        self.0.journal.crash(tail);
    }

    /// The server process ends as it should: streams are told, requests may finish.
    pub async fn stops(&self) {
        let process = self.0.process.lock().unwrap().take();
        if let Some(process) = process {
            process.stop();
            self.pass(SECOND).await;
            process.die();
        }
    }

    /// A worker who is on duty.
    pub async fn worker(&self, name: &str, capacity: u8) -> Worker {
        let worker = Worker::sign_in(self, name).await;
        worker.goes_on_duty(capacity).await;
        worker
    }

    /// A visitor who has signed up for Utrecht, and whose page is connected.
    pub async fn visitor(&self, nickname: &str) -> Visitor {
        self.visitor_of("utrecht", nickname).await
    }

    /// The demo's regions help each other out.
    pub async fn regions_help_out(&self) {
        help_each_other_out(self.records()).await.unwrap();
    }

    /// A visitor who has signed up for this region, and whose page is connected.
    pub async fn visitor_of(&self, region: &str, nickname: &str) -> Visitor {
        let published = self.records().published();
        let region = published.regions.by_slug(region).unwrap().id;
        let visitor = Visitor::try_sign_up(self, nickname, region).await.unwrap();
        let is_live = || matches!(visitor.phase(), VisitorPhase::Live(_));
        self.until("the page is connected", is_live).await;
        visitor
    }

    /// Roos and Anna, who talk.
    pub async fn conversation(&self) -> (Visitor, Worker) {
        let anna = self.worker("anna", 2).await;
        let roos = self.visitor("Roos").await;
        anna.talks_to(&roos).await;
        (roos, anna)
    }

    /// Whether the desk counts somebody's page as connected.
    pub fn is_here(&self, party: Party) -> bool {
        self.desk(|desk| desk.presence(party)).is_some_and(|presence| presence.is_here())
    }

    /// The public half of a key that is in no tab.
    pub fn shift_key_of_nobody(&self, share: &Share) -> ShiftPublic {
        suite().desk(share, None).public()
    }

    /// The running process, if there is one.
    pub fn process(&self) -> Option<Arc<Process>> {
        self.0.process.lock().unwrap().clone()
    }

    pub fn journal(&self) -> &Memory {
        &self.0.journal
    }

    pub fn records(&self) -> &dyn Records {
        self.0.records.as_ref()
    }

    /// What the web edge stands on, with the running process behind it.
    pub fn rooms(&self) -> Rooms {
        let records = Arc::clone(&self.0.records);
        let runtime = Arc::clone(&self.0.world) as Arc<dyn Runtime>;
        let accounts = Accounts::new(Arc::clone(&records), runtime, Hasher::here(Cost::Least));
        let switchboard = Arc::clone(self.process().unwrap().switchboard());
        Rooms { switchboard, accounts: Arc::new(accounts), records }
    }

    pub fn accounts(&self) -> &Accounts {
        &self.0.accounts
    }

    pub fn now(&self) -> Moment {
        self.0.world.now()
    }

    /// Time passes.
    pub async fn pass(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }

    /// Waits until it is so, and fails when that takes longer than people would wait.
    pub async fn until(&self, what: &str, is_so: impl Fn() -> bool) {
        self.until_within(PATIENCE, what, is_so).await;
    }

    /// Waits until it is so, for as long as `patience`.
    pub async fn until_within(&self, patience: Duration, what: &str, is_so: impl Fn() -> bool) {
        let give_up = self.now() + patience;
        while !is_so() {
            assert!(self.now() < give_up, "it never came to this: {what}");
            self.pass(LOOK_AGAIN).await;
        }
    }

    /// Looks at the desk of the running process.
    pub fn desk<T>(&self, look: impl FnOnce(&Desk) -> T) -> T {
        self.process().unwrap().switchboard().look(look)
    }

    /// What the journal holds of a stream; `None` when it does not exist.
    pub async fn stream(&self, stream: Stream) -> Option<Reading> {
        self.0.journal.read(stream, Seq(0)).await.ok()
    }

    /// Whether the journal holds anything of a conversation.
    pub async fn remembers(&self, conversation: ConversationId) -> bool {
        self.stream(Stream::Conversation(conversation)).await.is_some()
    }

    /// Random bytes that follow from the seed.
    pub fn draw<const LENGTH: usize>(&self) -> [u8; LENGTH] {
        let mut bytes = [0; LENGTH];
        self.0.world.fill(&mut bytes);
        bytes
    }
}

/// The cryptography that pages use, drawing from the house's seed.
const fn suite() -> Standard {
    Standard::new(randomness)
}

fn randomness() -> Box<dyn Randomness> {
    struct Seeded(Arc<Simulated>);
    impl Randomness for Seeded {
        fn fill(&mut self, bytes: &mut [u8]) {
            self.0.fill(bytes);
        }
    }
    let world = WORLD.with_borrow(Clone::clone);
    Box::new(Seeded(world.expect("a house is open in this thread")))
}

/// What a page shows of a conversation.
pub trait Shown {
    /// The words of everybody, in order.
    fn words(&self) -> Vec<String>;
    /// The words of others, in order.
    fn words_of_others(&self) -> Vec<String>;
    /// How far one's own words have come.
    fn delivery(&self, words: &str) -> Option<Delivery>;
    /// One's own words that are stored.
    fn acknowledged(&self) -> Vec<String>;
    /// What changed or went wrong, in order.
    fn remarks(&self) -> Vec<Remark>;
}

impl Shown for Channel {
    fn words(&self) -> Vec<String> {
        said(self).map(|(text, _)| text).collect()
    }

    fn words_of_others(&self) -> Vec<String> {
        said(self).filter(|(_, delivery)| delivery.is_none()).map(|(text, _)| text).collect()
    }

    fn delivery(&self, words: &str) -> Option<Delivery> {
        said(self).find(|(text, _)| text == words)?.1
    }

    fn acknowledged(&self) -> Vec<String> {
        let is_stored = |delivery| matches!(delivery, Some(Delivery::Stored | Delivery::Delivered));
        said(self).filter(|(_, delivery)| is_stored(*delivery)).map(|(text, _)| text).collect()
    }

    fn remarks(&self) -> Vec<Remark> {
        let lines = self.lines().into_iter();
        lines
            .filter_map(|line| match line.said {
                Said::Remark(remark) => Some(remark),
                Said::Message { .. } => None,
            })
            .collect()
    }
}

fn said(channel: &Channel) -> impl Iterator<Item = (String, Option<Delivery>)> {
    channel.lines().into_iter().filter_map(|line| match line.said {
        Said::Message { text, delivery, .. } => Some((text, delivery)),
        Said::Remark(_) => None,
    })
}

/// The most often that a worker may ask for a key again.
pub const MAX_ASKS: u8 = Conversation::MAX_ASKS;
