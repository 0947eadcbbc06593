//! Measures the shipped program: real clients, real sealing, real HTTP, a server in a process of its
//! own with its journal on this machine's disk. Prints what it finds and judges nothing: a number
//! that depends on the machine is no test.

mod flood;
mod http;
mod journey;
mod participant;
mod server;
mod visitor;
mod worker;

use std::{
    env, io,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use futures::{StreamExt, TryStreamExt, stream};
use tokio::time::{self, MissedTickBehavior};

use self::{
    http::{Browser, Connection},
    journey::{Journeys, percentile},
    participant::{Order, Participant, Stage},
    server::{Folder, Region, Server},
    visitor::visitor,
    worker::{CAPACITY, Offers, worker},
};

/// How many conversations run while messages are measured.
const CONVERSATIONS: usize = 100;
/// Messages a second at which journeys are timed.
const RATE: u32 = 100;
/// How long each measurement of messages lasts.
const LASTS: Duration = Duration::from_secs(20);
/// How many visitors wait while memory is measured, and in how many regions: a region's queue takes
/// a hundred.
const WAITING: u16 = 2_000;
const REGIONS: usize = 20;
/// How many sign up at the same time.
const AT_ONCE: usize = 20;
/// How many times the page is fetched.
const FETCHES: usize = 500;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let Some(program) = arguments.next().map(PathBuf::from) else {
        eprintln!("relay: name the program to measure; `make bench` does");
        return ExitCode::from(2);
    };
    let only = arguments.next().and_then(|only| only.into_string().ok());
    match measure(&program, only.as_deref()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("relay: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Measures everything but a flood, or `only` one thing.
async fn measure(program: &Path, only: Option<&str>) -> Outcome<()> {
    let processors = std::thread::available_parallelism().map_or(0, usize::from);
    println!("{processors} processors, shared by the server and everybody who talks to it\n");
    match only {
        None => {
            first_byte(program).await?;
            messages(program).await?;
            memory(program).await
        }
        Some("page") => first_byte(program).await,
        Some("messages") => messages(program).await,
        Some("memory") => memory(program).await,
        Some("flood") => flood::flood(program).await,
        Some(other) => {
            Err(format!("nothing is called {other}: page, messages, memory or flood").into())
        }
    }
}

/// The first byte of the visitor's page, one request at a time.
async fn first_byte(program: &Path) -> Outcome<()> {
    let folder = Folder::new()?;
    let server = Server::start(program, &folder)?;
    let mut connection = Connection::open(server.address).await?;
    let mut took = Vec::with_capacity(FETCHES);
    let mut size = 0;
    for _ in 0..FETCHES {
        let asked = Instant::now();
        let head = connection.ask("GET /chat HTTP/1.1\r\n", &[]).await?;
        took.push(asked.elapsed());
        size = connection.whole(&head).await?.len();
    }
    row("first byte of /chat, p50", &millis(percentile(&mut took, 50)), "");
    let note = format!("{FETCHES} times, {} KB of HTML", size / 1024);
    row("first byte of /chat, p99", &millis(percentile(&mut took, 99)), &note);
    Ok(())
}

/// How long messages travel at a steady rate, and how many can be stored in a second.
async fn messages(program: &Path) -> Outcome<()> {
    let folder = Folder::new()?;
    let regions = folder.regions()?;
    let region = regions.first().ok_or("there are no regions")?;
    let names: Vec<String> = (0..CONVERSATIONS.div_ceil(usize::from(CAPACITY)))
        .map(|number| format!("w{number}"))
        .collect();
    for name in &names {
        folder.add_worker(program, name, region)?;
    }
    let server = Server::start(program, &folder)?;
    let journeys = Arc::new(Journeys::default());

    let mut workers = Vec::new();
    for name in &names {
        workers.push(worker(server.address, name, Offers::Taken, &journeys).await?);
    }
    let begun = Instant::now();
    let mut visitors = sign_up(&server, &vec![region; CONVERSATIONS], &journeys).await?;
    for visitor in &mut visitors {
        visitor.comes_to(Stage::Talking(1)).await?;
    }
    let note = format!("{CONVERSATIONS} visitors, {} workers", names.len());
    row("from sign-up to conversation, all", &millis(begun.elapsed()), &note);
    for worker in &mut workers {
        worker.comes_to(Stage::Talking(usize::from(CAPACITY))).await?;
    }
    journeys.take();

    steadily(&visitors, &workers).await;
    let count = settle(&journeys).await;
    let mut took = journeys.take();
    let note = format!("call to the other side's frame, {RATE} messages a second");
    row("a message travels, p50", &millis(percentile(&mut took, 50)), &note);
    row("a message travels, p99", &millis(percentile(&mut took, 99)), &note);
    row("messages, arrived of written", &format!("{} of {}", count.arrived, count.written), "");

    let until = Instant::now() + LASTS;
    for person in visitors.iter().chain(&workers) {
        person.ask(Order::WriteUntil(until));
    }
    time::sleep_until(until.into()).await;
    let rate = f64::from(journeys.count().stored) / LASTS.as_secs_f64();
    let count = settle(&journeys).await;
    let mut took = journeys.take();
    let note = format!("{} people, each the next once one is stored", 2 * CONVERSATIONS);
    row("durable messages a second, at most", &format!("{rate:.0}"), &note);
    row("a message travels then, p50", &millis(percentile(&mut took, 50)), "");
    row("a message travels then, p99", &millis(percentile(&mut took, 99)), "");
    row("messages, arrived of written", &format!("{} of {}", count.arrived, count.written), "");
    Ok(())
}

/// Everybody in turn writes, visitors and workers by turns, at the rate that is measured.
async fn steadily(visitors: &[Participant], workers: &[Participant]) {
    let mut turns = time::interval(Duration::from_secs(1) / RATE);
    turns.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let until = Instant::now() + LASTS;
    let pairs = visitors.iter().cycle().zip(workers.iter().cycle());
    for person in pairs.flat_map(|(visitor, worker)| [visitor, worker]) {
        turns.tick().await;
        if Instant::now() > until {
            return;
        }
        person.ask(Order::Write);
    }
}

/// Waits until everything that was written has arrived, or nothing more does.
async fn settle(journeys: &Journeys) -> journey::Count {
    let mut before = journeys.count();
    loop {
        time::sleep(Duration::from_secs(2)).await;
        let now = journeys.count();
        if now.arrived == now.written || now == before {
            return now;
        }
        before = now;
    }
}

/// What a visitor costs who waits with an open page.
async fn memory(program: &Path) -> Outcome<()> {
    let folder = Folder::new()?;
    let regions: Vec<Region> = folder.regions()?.into_iter().take(REGIONS).collect();
    for region in &regions {
        folder.add_worker(program, &format!("w{}", region.id.0), region)?;
    }
    let server = Server::start(program, &folder)?;
    let journeys = Arc::new(Journeys::default());
    let mut workers = Vec::new();
    for region in &regions {
        let name = format!("w{}", region.id.0);
        let mut worker = worker(server.address, &name, Offers::LeftAlone, &journeys).await?;
        worker.comes_to(Stage::Here).await?;
        workers.push(worker);
    }
    time::sleep(Duration::from_secs(2)).await;
    let before = server.memory()?;

    let begun = Instant::now();
    let chosen: Vec<&Region> = regions.iter().cycle().take(WAITING.into()).collect();
    let mut visitors = sign_up(&server, &chosen, &journeys).await?;
    for visitor in &mut visitors {
        visitor.comes_to(Stage::Here).await?;
    }
    let rate = f64::from(WAITING) / begun.elapsed().as_secs_f64();
    row("sign-ups a second", &format!("{rate:.0}"), "each two syncs: signed up, arrived");
    // Two heartbeats: each page has a connection for its stream and one for its answers.
    time::sleep(Duration::from_secs(32)).await;
    let after = server.memory()?;
    let each = f64::from(after.saturating_sub(before)) / f64::from(WAITING);
    let note = format!("{WAITING} waiting in {REGIONS} regions, two connections each");
    row("memory of a waiting visitor", &format!("{each:.1} KB"), &note);
    let note = format!("before: {:.1} MB", f64::from(before) / 1024.0);
    row("memory of the server then", &format!("{:.1} MB", f64::from(after) / 1024.0), &note);
    Ok(())
}

/// Visitors of these regions, a few at a time.
async fn sign_up(
    server: &Server,
    regions: &[&Region],
    journeys: &Arc<Journeys>,
) -> io::Result<Vec<Participant>> {
    stream::iter(regions)
        .map(|region| visitor(Browser::new(server.address, ""), region.id, journeys))
        .buffer_unordered(AT_ONCE)
        .map_err(|refusal| io::Error::other(format!("a visitor cannot sign up: {refusal}")))
        .try_collect()
        .await
}

fn row(name: &str, value: &str, note: &str) {
    println!("  {name:<36}{value:>14}  {note}");
}

fn millis(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}
