//! A flood: bots that really do the work, on two processors, and people who come as they always do. It
//! judges nothing: what comes out is the honest limit, and stands in SECURITY.md.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use server_fn::ServerFn;
use tokio::{sync::Semaphore, task::JoinSet, time};
use veiligchat::{
    api::visitor::SignUpCall,
    client::{Intake, VisitorClient},
    domain::{
        ids::RegionId,
        moment::Moment,
        work::{Challenge, Effort, Solution},
    },
    protocol::{Refusal, SignUp, SignedUp},
};

use crate::{
    Outcome,
    http::Browser,
    journey::{Journeys, percentile},
    participant::{Stage, SystemRandomness, suite},
    row,
    server::{Folder, Region, Server},
    worker::{Offers, worker},
};

/// How long the flood lasts.
const LASTS: Duration = Duration::from_secs(90);
/// How often somebody comes to the region that is flooded, and to one that is not: far more often than
/// to any real one, so that there are some to count.
const PEOPLE_EVERY: Duration = Duration::from_secs(6);
/// How many bots there are, and on how many processors they do the work.
const BOTS: usize = 16;
const PROCESSORS: usize = 2;
/// How many sign-ups of bots are tried at the most.
const TRIES: u32 = 5_000;
/// A browser on a slow phone takes so many times as long as this program on one processor of this
/// machine. The same work takes Chromium's JavaScript on this kind of machine about as long as
/// compiled code; an old phone is eight to ten times slower.
const SLOW_PHONE: u32 = 10;

/// What came of the sign-ups of some.
#[derive(Default)]
struct Count {
    came: AtomicU32,
    got_in: AtomicU32,
    for_nothing: AtomicU32,
    full: AtomicU32,
    busy: AtomicU32,
}

fn add(count: &AtomicU32) {
    count.fetch_add(1, Ordering::Relaxed);
}

fn of(count: &AtomicU32) -> u32 {
    count.load(Ordering::Relaxed)
}

/// Floods one region of a server of its own, and prints who got in.
pub async fn flood(program: &Path) -> Outcome<()> {
    let folder = Folder::new()?;
    let regions: Vec<Region> = folder.regions()?.into_iter().take(2).collect();
    let [flooded, other] = regions.as_slice() else { return Err("there are no regions".into()) };
    for region in &regions {
        folder.add_worker(program, &format!("w{}", region.id.0), region)?;
    }
    let server = Server::start_with(program, &folder, &[])?;
    let journeys = Arc::new(Journeys::default());
    let mut workers = Vec::new();
    for region in &regions {
        let name = format!("w{}", region.id.0);
        let mut worker = worker(server.address, &name, Offers::LeftAlone, &journeys).await?;
        worker.comes_to(Stage::Here).await?;
        workers.push(worker);
    }

    let each = pace();
    let phone = each * SLOW_PHONE;
    println!("A flood of bots on one region, for {} seconds\n", LASTS.as_secs());
    row("tries a second on one processor", &format!("{:.0}", 1.0 / each.as_secs_f64()), "");
    let note = format!("counted as {SLOW_PHONE} times slower than that");
    row("work on a slow phone, at first", &seconds(phone * Effort::FIRST.tries()), &note);
    row("work on a slow phone, at most", &seconds(phone * Effort::MOST.tries()), "on average");

    let until = Instant::now() + LASTS;
    let (bots, there, elsewhere): (Arc<Count>, Arc<Count>, Arc<Count>) = Default::default();
    let processors = Arc::new(Semaphore::new(PROCESSORS));
    let mut all = JoinSet::new();
    for _ in 0..BOTS {
        let (browser, count) = (Browser::new(server.address, ""), Arc::clone(&bots));
        all.spawn(bot(browser, flooded.id, until, Arc::clone(&processors), count));
    }
    let (mut worked, mut worked_elsewhere) = (JoinSet::new(), JoinSet::new());
    let mut turns = time::interval(PEOPLE_EVERY);
    while Instant::now() + PEOPLE_EVERY < until {
        turns.tick().await;
        for (region, count, waits) in
            [(flooded, &there, &mut worked), (other, &elsewhere, &mut worked_elsewhere)]
        {
            let browser = Browser::new(server.address, "");
            waits.spawn(person(browser, region.id, phone, Arc::clone(count)));
        }
    }
    while all.join_next().await.is_some() {}
    tell("bots", &bots);
    tell("people of that region", &there);
    work_of(worked).await;
    tell("people of another region", &elsewhere);
    work_of(worked_elsewhere).await;
    let (in_queue, people) = (of(&bots.got_in) + of(&there.got_in), of(&there.got_in));
    let share = f64::from(of(&bots.got_in)) / f64::from(in_queue.max(1)) * 100.0;
    let note = format!("{people} of {in_queue} are people");
    row("the bots' share of that queue", &format!("{share:.0} %"), &note);
    Ok(())
}

fn tell(who: &str, count: &Count) {
    let note = format!(
        "{} for nothing; queue full {} times, too busy {}",
        of(&count.for_nothing),
        of(&count.full),
        of(&count.busy)
    );
    let value = format!("{} of {}", of(&count.got_in), of(&count.came));
    row(&format!("sign-ups of {who}"), &value, &note);
}

async fn work_of(mut people: JoinSet<Duration>) {
    let mut took = Vec::new();
    while let Some(person) = people.join_next().await {
        took.extend(person.ok());
    }
    let most = percentile(&mut took, 100);
    let value = seconds(percentile(&mut took, 50));
    row("  work of each, on a slow phone", &value, &format!("at most {}", seconds(most)));
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

/// How long one try takes here, while nothing else is done.
fn pace() -> Duration {
    let mut tries = 0;
    let began = Instant::now();
    for salt in 0..8 {
        tries += tries_of(&challenge(salt).solve());
    }
    began.elapsed() / tries.max(1)
}

fn challenge(salt: u8) -> Challenge {
    Challenge { issued: Moment::default(), effort: Effort::FIRST, seal: [salt; 32] }
}

fn tries_of(solution: &Solution) -> u32 {
    solution.answers.iter().map(|answer| answer + 1).sum()
}

async fn sign_up(browser: &Browser, request: SignUp) -> Result<SignedUp, Refusal> {
    browser.call(<SignUpCall as ServerFn>::PATH, &request).await
}

fn somebody() -> VisitorClient {
    VisitorClient::new(Intake::default(), Box::new(suite()), Box::new(SystemRandomness))
}

/// Does the work as quickly as it can.
async fn solved(challenge: Challenge) -> Option<Solution> {
    tokio::task::spawn_blocking(move || challenge.solve()).await.ok()
}

/// Signs up again and again under ever new names.
async fn bot(
    browser: Browser,
    region: RegionId,
    until: Instant,
    processors: Arc<Semaphore>,
    count: Arc<Count>,
) {
    while Instant::now() < until && of(&count.came) < TRIES {
        let client = somebody();
        let mut work = None;
        add(&count.came);
        while Instant::now() < until {
            match sign_up(&browser, client.sign_up(region, work)).await {
                Ok(_) => {
                    add(&count.got_in);
                    if work.is_none() {
                        add(&count.for_nothing);
                    }
                    break;
                }
                Err(Refusal::WorkNeeded(challenge)) => {
                    let Ok(_turn) = processors.acquire().await else { return };
                    work = solved(challenge).await;
                }
                Err(refusal) => {
                    add(if refusal == Refusal::QueueFull { &count.full } else { &count.busy });
                    time::sleep(Duration::from_millis(250)).await;
                    if refusal == Refusal::QueueFull {
                        break;
                    }
                }
            }
        }
    }
}

/// Signs up once, on a slow phone; how long the work took there.
async fn person(
    browser: Browser,
    region: RegionId,
    phone: Duration,
    count: Arc<Count>,
) -> Duration {
    let client = somebody();
    let (mut work, mut worked) = (None, Duration::ZERO);
    add(&count.came);
    for _ in 0..5 {
        match sign_up(&browser, client.sign_up(region, work)).await {
            Ok(_) => {
                add(&count.got_in);
                if work.is_none() {
                    add(&count.for_nothing);
                }
                break;
            }
            Err(Refusal::WorkNeeded(challenge)) => {
                let began = Instant::now();
                work = solved(challenge).await;
                let there = phone * work.as_ref().map_or(0, tries_of);
                worked += there;
                time::sleep(there.saturating_sub(began.elapsed())).await;
            }
            Err(Refusal::QueueFull) => {
                add(&count.full);
                break;
            }
            Err(_) => {
                add(&count.busy);
                time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
    worked
}
