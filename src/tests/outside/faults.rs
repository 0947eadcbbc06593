//! A full disk, a locked database, and floods of connections while messages flow: whoever asks is told
//! so, nothing that was stored is lost, the others notice nothing, and all goes on by itself.

use std::{
    fs,
    io::Write,
    net::SocketAddr,
    time::{Duration, Instant},
};

use rusqlite::Connection;
use tokio::{io::AsyncWriteExt, net::TcpStream, time};
use veiligchat::{
    client::{Intake, VisitorPhase},
    protocol::Refusal,
};

use super::{
    http,
    page::until,
    program::Disk,
    scene::{PATIENCE, Scene, talks},
    visitor::Visitor,
    worker::Worker,
};
use crate::edge::site::UTRECHT;

/// The pause between two messages of one person.
const PACE: Duration = Duration::from_millis(100);

/// Longer than the program waits for a database that another process has locked.
const LOCKED: Duration = Duration::from_secs(7);

/// How much may still be written when the disk is nearly full.
const ROOM: u64 = 256 * 1024;

/// How many connections somebody opens who means harm. Many systems let a process hold a thousand.
const MANY: usize = 600;

/// What the program may take for each of them, in kilobytes: a body of the size that is allowed.
const FOR_EACH: u64 = 64;

/// What it may take besides, in kilobytes: for drawing pages, and for the conversation itself.
const BESIDES: u64 = 32 * 1_024;

struct Flow {
    scene: Scene,
    visitor: Visitor,
    worker: Worker,
    written: usize,
}

impl Flow {
    async fn begin(disk: Disk) -> Self {
        let scene = Scene::on(disk).await;
        let workers = [scene.worker("anna", 4).await];
        let visitor = scene.visitor("Merel", "niets").await;
        let worker = talks(&visitor, &workers).await;
        let mut flow = Self { scene, visitor, worker, written: 0 };
        flow.goes_on(Duration::from_secs(1), |_| false).await;
        flow.arrives().await;
        flow
    }

    /// Both write, for so long or until it is enough.
    async fn goes_on(&mut self, time: Duration, enough: impl Fn(&Self) -> bool) {
        let until = Instant::now() + time;
        while Instant::now() < until && !enough(self) {
            self.visitor.writes(&self.written.to_string());
            self.worker.writes(&self.visitor, &self.written.to_string());
            self.written += 1;
            time::sleep(PACE).await;
        }
    }

    /// What either was told when an envelope was not taken.
    fn refusals(&self) -> Vec<Refusal> {
        let mut refusals = self.visitor.notes().refusals;
        self.worker.page().notes(|notes| refusals.extend(notes.iter()));
        refusals
    }

    /// Everything that was written has arrived, once and in order.
    async fn arrives(&self) {
        let all: Vec<String> = (0..self.written).map(|number| number.to_string()).collect();
        until(PATIENCE, "all arrives", || {
            self.visitor.reads().len() >= all.len()
                && self.worker.reads(&self.visitor).len() >= all.len()
        })
        .await;
        assert_eq!(self.visitor.reads(), all);
        assert_eq!(self.worker.reads(&self.visitor), all);
        assert_eq!(self.visitor.acknowledged(), all);
        assert_eq!(self.worker.acknowledged(&self.visitor), all);
    }

    /// What was acknowledged so far is exactly what is stored of it.
    fn acknowledged(&self) -> usize {
        self.visitor.acknowledged().len() + self.worker.acknowledged(&self.visitor).len()
    }

    /// What both pages show of it.
    fn is_stuck(&self) -> bool {
        self.visitor.page().look(|client| client.channel().is_stuck())
            && self
                .worker
                .page()
                .look(|client| client.channels().any(|(_, channel)| channel.channel.is_stuck()))
    }

    /// Somebody else who would like to talk is refused, and told why. The log is emptied every
    /// minute, which makes room for a moment: then it is filled once more.
    async fn nobody_signs_up(&mut self) {
        for _ in 0..3 {
            let intake = Intake {
                nickname: "Robin".to_owned(),
                answers: Vec::new(),
                language: "nl".to_owned(),
            };
            let answer = Visitor::signs_up(self.scene.browser(), UTRECHT, intake).await;
            if let Err(refusal) = answer {
                assert_eq!(refusal, Refusal::Unavailable);
                return;
            }
            let before = self.refusals().len();
            self.goes_on(Duration::from_secs(30), |flow| flow.refusals().len() > before).await;
        }
        panic!("somebody could sign up on a full disk, three times");
    }

    /// Pages are served all the same, with the phone number on them.
    async fn pages_are_served(&self) {
        for path in ["/", "/chat"] {
            let mut connection = http::Connection::open(self.scene.wire.address()).await.unwrap();
            let head = connection.ask(&format!("GET {path} HTTP/1.1\r\n"), &[]).await.unwrap();
            assert_eq!(head.status, 200, "{path}");
            let page = connection.whole(&head).await.unwrap();
            assert!(String::from_utf8(page).unwrap().contains("0800-2000"), "{path}");
        }
    }

    /// Nothing can be stored any more: people go on writing, and are told.
    async fn meets_a_full_disk(&mut self) {
        self.goes_on(Duration::from_secs(30), |flow| !flow.refusals().is_empty()).await;
        let full = self.acknowledged();
        self.goes_on(Duration::from_secs(3), |_| false).await;
        assert!(self.refusals().iter().all(|refusal| *refusal == Refusal::Unavailable));
        assert!(self.refusals().len() >= 4, "both are told, more than once: {:?}", self.refusals());
        assert!(self.is_stuck(), "both pages know that nothing can be stored");
        self.nobody_signs_up().await;
        self.pages_are_served().await;
        let waiting = 2 * self.written - self.acknowledged();
        println!("\nA full disk: {full} messages stored before, {waiting} waiting in the tabs");
        assert!(waiting > 10, "what is not stored is not acknowledged");
    }

    /// Nothing but this went wrong, and the program said so without telling of anybody.
    fn said(&self, fault: &str) {
        let said = String::from_utf8(self.scene.program.output().lock().unwrap().clone()).unwrap();
        let errors: Vec<&str> = said.lines().filter(|line| line.contains("ERROR")).collect();
        assert!(errors.iter().any(|line| line.contains(fault)), "{fault} in {errors:#?}");
        assert!(!said.contains("panicked"), "{said}");
        println!("  lines about it in the log: {}", errors.len());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_told_and_loses_nothing() {
    let mut flow = Flow::begin(Disk::Usual).await;
    let log = flow.scene.program.data().join("veiligchat.db-wal");
    let size = fs::metadata(log).unwrap().len();
    flow.scene.program.limits_files(Some(size + ROOM));
    flow.meets_a_full_disk().await;
    let freed = Instant::now();
    flow.scene.program.limits_files(None);
    flow.arrives().await;
    println!("  all delivered after {:.1} s", freed.elapsed().as_secs_f64());
    flow.said("disk");
    assert!(!flow.is_stuck());
    flow.goes_on(Duration::from_secs(1), |_| false).await;
    flow.arrives().await;
    // What was stored before, during and after is stored for good.
    flow.scene.program.kill();
    flow.scene.starts_again();
    flow.goes_on(Duration::from_secs(1), |_| false).await;
    flow.arrives().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "wants to mount a small disk, which not every system lets everybody; for `make forensics`"]
async fn a_disk_without_room_is_told_and_loses_nothing() {
    let mut flow = Flow::begin(Disk::Small(16)).await;
    let filler = flow.scene.program.data().join("filler");
    let mut file = fs::File::create(&filler).unwrap();
    while file.write_all(&[0; 4_096]).is_ok() {}
    flow.meets_a_full_disk().await;
    drop(file);
    fs::remove_file(filler).unwrap();
    flow.arrives().await;
    flow.said("full");
    assert!(!flow.is_stuck());
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_database_is_told_and_loses_nothing() {
    let mut flow = Flow::begin(Disk::Usual).await;
    let file = flow.scene.program.data().join("veiligchat.db");
    let other = Connection::open(file).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let locked = Instant::now();
    flow.goes_on(LOCKED, |flow| !flow.refusals().is_empty()).await;
    assert!(flow.refusals().iter().all(|refusal| *refusal == Refusal::Unavailable));
    assert!(!flow.refusals().is_empty(), "somebody is told");
    flow.pages_are_served().await;
    let is_live =
        flow.visitor.page().look(|client| matches!(client.phase(), VisitorPhase::Live(_)));
    assert!(is_live, "the conversation goes on");
    let waiting = 2 * flow.written - flow.acknowledged();
    println!(
        "\nA locked database: {waiting} messages waiting in the tabs after {:.1} s",
        locked.elapsed().as_secs_f64()
    );
    assert!(waiting > 10, "what is not stored is not acknowledged");

    let freed = Instant::now();
    other.execute_batch("COMMIT").unwrap();
    flow.arrives().await;
    println!("  all delivered after {:.1} s", freed.elapsed().as_secs_f64());
    flow.said("locked");
}

/// What somebody sends who means harm, and never goes on with.
async fn begin(address: SocketAddr, number: usize) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let call = "POST /api/visitor/send HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\n\
                content-type: application/x-postcard\r\n";
    let sent = match number % 4 {
        // Half of a head.
        0 => format!("GET /chat HTTP/1.1\r\nx-lang: {}", "x".repeat(8_000)).into_bytes(),
        // A body that does not come to its end.
        1 => [format!("{call}content-length: 60000\r\n\r\n").as_bytes(), &vec![b'x'; 50_000]]
            .concat(),
        // One that says that it is larger than anything.
        2 => {
            [format!("{call}content-length: 999999999999\r\n\r\n").as_bytes(), &vec![b'x'; 400_000]]
                .concat()
        }
        // Pages that nobody reads.
        _ => "GET /chat HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(20).into_bytes(),
    };
    // The door may be shut by then, or the answers may have filled all that lies between.
    let _ = time::timeout(Duration::from_secs(1), stream.write_all(&sent)).await;
    stream
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_of_connections_takes_bounded_memory_and_harms_nobody() {
    let mut flow = Flow::begin(Disk::Usual).await;
    let before = flow.scene.program.resident();
    let mut held = Vec::new();
    for number in 0..MANY {
        held.push(begin(flow.scene.program.address, number).await);
        if number % 50 == 0 {
            flow.goes_on(PACE, |_| false).await;
        }
    }
    flow.goes_on(Duration::from_secs(2), |_| false).await;
    flow.arrives().await;
    flow.pages_are_served().await;
    let taken = flow.scene.program.resident().saturating_sub(before);
    println!("\nA flood: {MANY} connections take {taken} KB");
    assert!(taken < BESIDES + MANY as u64 * FOR_EACH, "{taken} KB");
    drop(held);
    flow.goes_on(Duration::from_secs(1), |_| false).await;
    flow.arrives().await;
    let said = String::from_utf8(flow.scene.program.output().lock().unwrap().clone()).unwrap();
    assert!(!said.contains("panicked") && !said.contains("ERROR"), "{said}");
}
