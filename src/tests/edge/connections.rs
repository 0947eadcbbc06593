//! Connections that mean no good, from outside, over a real network: each is bounded, and nobody else
//! notices.

use std::{net::SocketAddr, num::NonZeroUsize, time::Duration};

use axum::body::Bytes;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{Instant, timeout},
};
use tokio_util::sync::CancellationToken;
use veiligchat::{
    domain::ids::{ConnectionId, Seq},
    host::{
        connections::Places,
        lifecycle::{Door, listen, serve},
    },
    protocol::{Follow, SignUp, SignedUp},
};

use super::site::{Site, UTRECHT, credential};

/// Within what time somebody who means well is answered.
const SOON: Duration = Duration::from_secs(2);

/// A site on a port of this machine.
struct Open {
    site: Site,
    address: SocketAddr,
    places: Places,
    _stops: tokio_util::sync::DropGuard,
}

async fn open(most: usize) -> Open {
    let site = Site::open().await;
    let listener = listen(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
    let address = listener.local_addr().unwrap();
    let places = Places::new(NonZeroUsize::new(most).unwrap());
    let stopping = CancellationToken::new();
    let serving = serve(Door::plain(listener), site.router(), places.clone(), stopping.clone());
    tokio::spawn(async move { serving.await.unwrap() });
    Open { site, address, places, _stops: stopping.drop_guard() }
}

impl Open {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    async fn begin(&self, head: &str) -> TcpStream {
        let mut stream = self.connect().await;
        stream.write_all(head.as_bytes()).await.unwrap();
        stream
    }

    /// Somebody who means well looks at the status.
    async fn answers_soon(&self) {
        let asked = async {
            let mut stream = self.begin("GET /status HTTP/1.1\r\nhost: here\r\n\r\n").await;
            let mut told = [0; 15];
            stream.read_exact(&mut told).await.unwrap();
            assert_eq!(&told, b"HTTP/1.1 200 OK");
        };
        timeout(SOON, asked).await.expect("somebody who means well is answered");
    }

    /// Waits until so many connections are open.
    async fn has_open(&self, number: usize) {
        let settled = async {
            while self.places.open() != number {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let within = timeout(Duration::from_secs(30), settled).await;
        assert!(within.is_ok(), "{} are open and not {number}", self.places.open());
    }

    /// Signs a visitor up and opens the stream; returned once its first frame is here.
    async fn visitor(&self, number: u8) -> TcpStream {
        let sign_up = SignUp { credential: credential(number), region: UTRECHT, work: None };
        self.site.call::<_, SignedUp>("/api/visitor/sign-up", "", &sign_up).await.1.unwrap();
        let connection = ConnectionId::from_bytes([number; 16]);
        let follow = Follow { credential: credential(number), connection, after: Seq(0) };
        let body = postcard::to_allocvec(&follow).unwrap();
        let mut stream = self.begin(&post("/api/visitor/follow", body.len())).await;
        stream.write_all(&body).await.unwrap();
        let mut told = [0; 15];
        stream.read_exact(&mut told).await.unwrap();
        assert_eq!(&told, b"HTTP/1.1 200 OK");
        stream
    }
}

fn post(path: &str, length: usize) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nhost: here\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/x-postcard\r\ncontent-length: {length}\r\n\r\n"
    )
}

/// Everything until the other side closes; nothing when it broke off.
async fn rest(stream: &mut TcpStream) -> String {
    let mut told = Vec::new();
    let ended = timeout(Duration::from_mins(1), stream.read_to_end(&mut told)).await;
    drop(ended.expect("the connection ends"));
    String::from_utf8_lossy(&told).into_owned()
}

#[tokio::test]
async fn connections_that_say_nothing_make_room_for_one_that_asks() {
    let open = open(20).await;
    let mut silent = Vec::new();
    for number in 0..100 {
        let head = if number % 2 == 0 { "" } else { "GET / HTTP/1.1\r\nhost:" };
        silent.push(open.begin(head).await);
    }
    open.answers_soon().await;
    open.has_open(20).await;
    assert_eq!(rest(&mut silent[0]).await, "", "who came first and said nothing is gone");
    drop(silent);
    open.has_open(0).await;
}

#[tokio::test]
async fn streams_outlive_any_number_of_idle_connections_and_who_finds_no_place_is_closed_at_once() {
    let open = open(3).await;
    open.site.with_anna_on_duty().await;
    let mut streams = vec![open.visitor(1).await, open.visitor(2).await];
    let idle: Vec<TcpStream> = {
        let mut idle = Vec::new();
        for _ in 0..30 {
            idle.push(open.connect().await);
        }
        idle
    };
    open.answers_soon().await;
    drop(idle);
    streams.push(open.visitor(3).await);
    let began = Instant::now();
    assert_eq!(rest(&mut open.connect().await).await, "");
    assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
    for stream in &mut streams {
        let mut heard = [0; 1];
        assert_eq!(stream.read(&mut heard).await.unwrap(), 1, "the stream goes on");
    }
    drop(streams.pop());
    let freed = async {
        while open.places.open() == 3 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(Duration::from_secs(10), freed).await.unwrap();
    open.answers_soon().await;
}

#[tokio::test]
async fn a_body_that_does_not_come_is_given_up_and_holds_nobody_up() {
    let open = open(200).await;
    let mut slow = Vec::new();
    for _ in 0..50 {
        let mut stream = open.begin(&post("/api/visitor/sign-up", 60_000)).await;
        stream.write_all(&[0; 100]).await.unwrap();
        slow.push(stream);
    }
    open.answers_soon().await;
    let began = Instant::now();
    let told = rest(&mut slow[0]).await;
    assert!(told.starts_with("HTTP/1.1 503"), "{told}");
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
    open.has_open(0).await;
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_before_it_has_come() {
    let open = open(10).await;
    for path in ["/api/visitor/send", "/inloggen", "/beheer/teksten", "/nergens"] {
        let mut stream = open.begin(&post(path, 100_000_000)).await;
        let told = rest(&mut stream).await;
        assert!(told.starts_with("HTTP/1.1 413"), "{path}: {told}");
        let is_for_people = told.contains("Dit is te groot. Er is niets opgeslagen.");
        assert_eq!(is_for_people, !path.starts_with("/api/"), "{path}: {told}");
    }
    // In chunks, without a word of how large it will be.
    let head =
        post("/api/visitor/send", 0).replace("content-length: 0", "transfer-encoding: chunked");
    let mut stream = open.begin(&head).await;
    let chunk = Bytes::from(format!("{:x}\r\n{}\r\n", 16_384, "x".repeat(16_384)));
    for _ in 0..10 {
        if stream.write_all(&chunk).await.is_err() {
            break;
        }
    }
    let told = rest(&mut stream).await;
    assert!(told.is_empty() || told.starts_with("HTTP/1.1 4"), "{told}");
    open.answers_soon().await;
}

#[tokio::test]
async fn a_stream_whose_other_side_is_gone_without_a_word_is_let_go() {
    let open = open(10).await;
    open.site.with_anna_on_duty().await;
    let stream = open.visitor(1).await;
    open.has_open(1).await;
    // Half closed: nothing more will ever come, and nobody says that the page is still there.
    let (mut reading, writing) = stream.into_split();
    drop(writing);
    let mut told = Vec::new();
    let ended = timeout(Duration::from_mins(1), reading.read_to_end(&mut told)).await;
    assert!(ended.is_ok(), "the server lets go of it");
    open.has_open(0).await;
}
