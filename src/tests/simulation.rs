//! Random people do random things for hours, on a network and a server that fail at random; all of
//! it follows from a seed. Whatever happens, no acknowledged message is lost, none is shown twice
//! or out of order, nobody sees another conversation, and in the end everybody is helped.

mod chance;
mod checks;
mod people;
mod together;

use std::collections::BTreeMap;

use tokio::runtime::Builder;
use veiligchat::service::journal::memory::Tail;

pub use self::chance::Chance;
use self::people::{People, Person};
use crate::stage::{House, MINUTE, SECOND};

/// The worlds that are tried each time. More of them: `VEILIGCHAT_SEEDS=100..200`.
const SEEDS: std::ops::Range<u64> = 1..4;

/// How many things happen in each.
const STEPS: usize = 500;

/// How often each thing happened, and was refused.
pub type Counts = BTreeMap<&'static str, usize>;

fn simulate(seed: u64, steps: usize) -> Counts {
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let house = House::from_seed(seed).await;
        let mut world = World::new(house, seed).await;
        for step in 0..steps {
            world.step(step).await;
        }
        world.comes_to_rest().await;
        world.counts
    })
}

struct World {
    house: House,
    seed: u64,
    chance: Chance,
    people: People,
    counts: Counts,
}

impl World {
    async fn new(house: House, seed: u64) -> Self {
        let people = People::open(&house).await;
        Self { house, seed, chance: Chance::new(seed), people, counts: Counts::new() }
    }

    async fn step(&mut self, step: usize) {
        let pause = SECOND * self.chance.below(120) / 10;
        self.house.pass(pause).await;
        let what = self.something().await;
        *self.counts.entry(what).or_default() += 1;
        for worker in 0..self.people.workers.len() {
            if self.chance.one_in(2) {
                self.accept(worker).await;
            }
        }
        self.answers().await;
        let wrong = self.people.wrong();
        assert!(wrong.is_empty(), "seed {}, step {step}, after {what:?}: {wrong:#?}", self.seed);
        let noted = self.people.note_what_is_acknowledged();
        *self.counts.entry("a message is acknowledged").or_default() += noted;
        self.people.forget_who_is_gone();
    }

    async fn something(&mut self) -> &'static str {
        match self.chance.below(100) {
            0..8 => self.sign_up().await,
            8..12 => self.happens_to_the_server().await,
            12..36 => self.by_a_worker().await,
            36..60 => self.together().await,
            _ => self.by_a_visitor(),
        }
    }

    async fn sign_up(&mut self) -> &'static str {
        if self.people.visitors.len() >= 6 {
            return "nobody signs up";
        }
        match self.people.sign_up(&self.house).await {
            Ok(()) => "somebody signs up",
            Err(refusal) => people::name_of(refusal),
        }
    }

    async fn happens_to_the_server(&mut self) -> &'static str {
        let down = SECOND * self.chance.below(90);
        let what = match self.chance.below(6) {
            0 => {
                self.house.crashes(Tail::Lost);
                "the server crashes and loses its tail"
            }
            1 => {
                self.house.crashes(Tail::Kept);
                "the server crashes and keeps its tail"
            }
            2 => {
                self.house.stops().await;
                "the server stops"
            }
            3 => {
                self.house.journal().hold_syncs();
                self.house.pass(SECOND * self.chance.below(15)).await;
                self.house.journal().release_syncs();
                return "the disk is slow";
            }
            _ => return "nothing happens",
        };
        self.house.pass(down).await;
        self.house.starts().await;
        what
    }

    fn by_a_visitor(&mut self) -> &'static str {
        let count = self.people.visitors.len();
        if count == 0 {
            return "no visitor is there";
        }
        let choice = self.chance.below(100);
        let person = &mut self.people.visitors[self.chance.index(count)];
        match choice {
            0..50 => person.writes(),
            50..57 => person.do_("a visitor types", |visitor| visitor.types("ik ty")),
            57..63 => person.reloads(),
            63..68 => person.vanishes(),
            68..74 => person.do_("a visitor's line breaks", |visitor| visitor.wire().breaks()),
            74..84 => person.do_("a visitor's line mends", |visitor| visitor.wire().mends()),
            84..87 => person.do_("a visitor's answers get lost", |visitor| {
                visitor.wire().loses_answers();
            }),
            87..89 => person.do_("a visitor's line stalls", |visitor| visitor.wire().stalls()),
            89..91 => person.do_("a visitor's phone sleeps", |visitor| visitor.wire().sleeps()),
            91..94 => person.closes(),
            94..96 => person.comes_back(),
            96..98 => person.ends(),
            _ => person.exits(),
        }
    }

    async fn by_a_worker(&mut self) -> &'static str {
        let worker = self.chance.index(self.people.workers.len());
        let choice = self.chance.below(100);
        let capacity = 1 + u8::try_from(self.chance.below(4)).unwrap_or(0);
        let which = self.chance.index(100);
        match choice {
            0..50 => self.people.worker_writes(worker, which),
            50..58 => self.people.worker_reloads(worker),
            58..61 => self.people.worker_loses_the_key(worker),
            61..66 => self.people.worker_do("a worker's line breaks", worker, |worker| {
                worker.wire().breaks();
            }),
            66..76 => self.people.worker_do("a worker's line mends", worker, |worker| {
                worker.wire().mends();
            }),
            76..78 => self.people.worker_do("a worker's line stalls", worker, |worker| {
                worker.wire().stalls();
            }),
            78..80 => self.people.worker_do("a worker's laptop sleeps", worker, |worker| {
                worker.wire().sleeps();
            }),
            80..93 => self.people.goes_on_duty(worker, capacity).await,
            93..96 => self.people.goes_off_duty(worker).await,
            _ => self.people.worker_ends(worker, which).await,
        }
    }

    async fn accept(&mut self, worker: usize) {
        if let Some(what) = self.people.worker_accepts(worker).await {
            *self.counts.entry(what).or_default() += 1;
        }
    }

    /// Everything is mended, everybody comes back: now nobody may lack anything.
    async fn comes_to_rest(&mut self) {
        for worker in &self.people.workers {
            worker.wire().mends();
        }
        self.people.visitors.iter_mut().for_each(Person::is_back);
        for _ in 0..60 {
            self.house.pass(5 * SECOND).await;
            for worker in 0..self.people.workers.len() {
                self.people.goes_on_duty(worker, 4).await;
                self.accept(worker).await;
            }
            self.people.nobody_reads_along().await;
        }
        self.house.pass(2 * MINUTE).await;
        self.people.forget_who_is_gone();
        let mut wrong = self.people.lacks();
        wrong.extend(self.people.told_without_a_yes());
        assert!(wrong.is_empty(), "seed {}, in the end: {wrong:#?}", self.seed);
        *self.counts.entry("somebody is still there").or_default() += self.people.visitors.len();
        self.people.everybody_leaves();
        self.house.pass(35 * MINUTE).await;
        let left = self.people.traces(&self.house).await;
        assert!(left.is_empty(), "seed {}, after everything: {left:#?}", self.seed);
    }
}

fn seeds() -> std::ops::Range<u64> {
    let asked = std::env::var("VEILIGCHAT_SEEDS").ok();
    let asked = asked.as_deref().and_then(|asked| asked.split_once(".."));
    let number = |text: &str| text.parse().expect("seeds are numbers, as in 100..200");
    asked.map_or(SEEDS, |(first, end)| number(first)..number(end))
}

#[test]
fn whatever_happens_nothing_is_lost_or_doubled_and_everybody_is_helped() {
    let mut all = Counts::new();
    for seed in seeds() {
        for (what, times) in simulate(seed, STEPS) {
            *all.entry(what).or_default() += times;
        }
    }
    println!("seeds {:?}, {STEPS} steps each", seeds());
    for (what, times) in &all {
        println!("{times:6} {what}");
    }
    for what in [
        "somebody signs up",
        "a visitor is accepted",
        "a message is acknowledged",
        "the server crashes and loses its tail",
        "the server crashes and keeps its tail",
        "the server stops",
        "a visitor reloads",
        "a worker reloads",
        "a worker loses the key",
        "a visitor takes the quick exit",
        "a worker ends a conversation",
        "a colleague is asked to read along",
        "a colleague reads along",
        "reading along ends",
        "a visitor is passed on",
        "a visitor agrees to a transfer",
        "a visitor declines a transfer",
        "a visitor agrees to another region",
        "a visitor waits for the own region",
        "a visitor lets a worker read back",
        "a visitor lets nobody read back",
        "somebody is still there",
    ] {
        assert!(all.get(what).is_some_and(|times| *times > 0), "it never happened: {what}");
    }
}

#[test]
fn the_same_seed_gives_the_same_history() {
    let history = |seed| simulate(seed, 100);
    assert_eq!(history(11), history(11));
    assert_ne!(history(11), history(12));
}
