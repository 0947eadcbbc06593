//! `kill -9`, again and again, while people write: nothing that was stored is lost, nothing comes
//! twice, nothing comes out of order.

use std::time::{Duration, Instant};

use tokio::time;

use super::{
    page::until,
    scene::{PATIENCE, Scene, talks},
    visitor::Visitor,
    worker::Worker,
};

/// How many conversations go on while the process is killed.
const CONVERSATIONS: usize = 4;

/// After so many kills others talk: a conversation is read from its beginning at each start.
const KILLS_OF_ONE: usize = 50;

/// The pause between two messages of one person.
const PACE: Duration = Duration::from_millis(120);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_is_killed_loses_and_doubles_nothing() {
    Count::of(8).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the long form, for `make forensics`"]
async fn a_process_that_is_killed_a_thousand_times_loses_and_doubles_nothing() {
    Count::of(1_000).await;
}

/// What was counted over all kills.
#[derive(Default)]
struct Count {
    kills: usize,
    written: usize,
    /// Stored, by what the sender was told.
    acknowledged: usize,
    lost: usize,
    twice: usize,
    out_of_order: usize,
    /// From the start of the new process to the next message on the other side.
    next: Vec<Duration>,
}

impl Count {
    async fn of(kills: usize) {
        let mut count = Self::default();
        while count.kills < kills {
            let more = KILLS_OF_ONE.min(kills - count.kills);
            count.conversations(more).await;
        }
        count.print();
        assert!(count.written > kills && count.acknowledged == count.written, "all is stored");
        assert_eq!((count.lost, count.twice, count.out_of_order), (0, 0, 0));
    }

    /// Some conversations on a new installation, through so many kills.
    async fn conversations(&mut self, kills: usize) {
        let mut scene = Scene::open().await;
        let workers = [scene.worker("anna", 4).await];
        let mut pairs = Vec::new();
        for number in 0..CONVERSATIONS {
            let visitor = scene.visitor(&format!("Merel {number}"), "niets").await;
            let worker = talks(&visitor, &workers).await;
            pairs.push((visitor, worker));
        }
        let writing: Vec<_> = pairs.iter().cloned().map(Writing::begin).collect();
        for _ in 0..kills {
            let mut random = [0; 1];
            getrandom::fill(&mut random).unwrap();
            time::sleep(Duration::from_millis(2 * u64::from(random[0]))).await;
            scene.program.kill();
            scene.wire.forgets();
            let arrived = || -> usize {
                pairs.iter().map(|(visitor, worker)| worker.reads(visitor).len()).sum()
            };
            let started = Instant::now();
            scene.starts_again();
            let before = arrived();
            until(PATIENCE, "the next message arrives", || arrived() > before).await;
            self.next.push(started.elapsed());
            self.kills += 1;
        }
        for ((visitor, worker), writing) in pairs.iter().zip(writing) {
            let written = writing.end().await;
            until(PATIENCE, "all is stored", || {
                visitor.acknowledged().len() >= written
                    && worker.acknowledged(visitor).len() >= written
            })
            .await;
            until(PATIENCE, "all arrives", || {
                visitor.reads().len() >= written && worker.reads(visitor).len() >= written
            })
            .await;
            self.written += 2 * written;
            self.acknowledged += visitor.acknowledged().len() + worker.acknowledged(visitor).len();
            self.compare(&visitor.reads(), written);
            self.compare(&worker.reads(visitor), written);
        }
    }

    /// Holds what one person read against the numbers that the other wrote.
    fn compare(&mut self, read: &[String], written: usize) {
        let mut numbers: Vec<usize> = read.iter().map(|words| words.parse().unwrap()).collect();
        self.out_of_order += numbers.windows(2).filter(|pair| pair[0] > pair[1]).count();
        let all = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        self.twice += all - numbers.len();
        self.lost += written - numbers.len();
    }

    fn print(&mut self) {
        self.next.sort_unstable();
        let at =
            |percent: usize| self.next[(self.next.len() * percent / 100).min(self.next.len() - 1)];
        println!("\n`kill -9` at random moments, {CONVERSATIONS} conversations");
        println!("  kills                       {:>8}", self.kills);
        println!("  messages written            {:>8}", self.written);
        println!("  messages acknowledged       {:>8}", self.acknowledged);
        println!("  lost                        {:>8}", self.lost);
        println!("  shown twice                 {:>8}", self.twice);
        println!("  out of order                {:>8}", self.out_of_order);
        for (name, percent) in [("p50", 50), ("p99", 99), ("most", 100)] {
            println!(
                "  next message after a start, {name:<4} {:>5.2} s",
                at(percent).as_secs_f64()
            );
        }
    }
}

/// Two people who write numbers to each other, both at once.
struct Writing {
    stop: tokio::sync::watch::Sender<bool>,
    written: tokio::task::JoinHandle<usize>,
}

impl Writing {
    fn begin((visitor, worker): (Visitor, Worker)) -> Self {
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let written = tokio::spawn(async move {
            let mut next = 0;
            while !*stopped.borrow() {
                visitor.writes(&next.to_string());
                worker.writes(&visitor, &next.to_string());
                next += 1;
                time::sleep(PACE).await;
            }
            next
        });
        Self { stop, written }
    }

    /// They stop; how many each has written.
    async fn end(self) -> usize {
        self.stop.send_replace(true);
        self.written.await.unwrap()
    }
}
