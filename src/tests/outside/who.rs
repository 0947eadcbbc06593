//! No trace of who: whoever asks from wherever, with whatever in the head of the request, none of it
//! is in any file or in any line of the log, at the level that tells most.

use std::{net::Ipv4Addr, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    time,
};
use veiligchat::{
    client::{Intake, VisitorClient},
    domain::ids::{ConnectionId, Seq},
    protocol::{Follow, Leaving},
};

use super::{
    http::Connection,
    marks::{Kind, Sought},
    page::{SystemRandomness, suite},
    places::{Place, assert_none, files, memory, output, print, search},
    scene::Scene,
};
use crate::edge::site::UTRECHT;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_who_asks_is_kept_or_told() {
    from_everywhere(24).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the long form, for `make forensics`"]
async fn nothing_of_many_who_ask_is_kept_or_told() {
    from_everywhere(400).await;
}

/// Somebody at an address of their own, with a mark in every header that tells of people.
struct Somebody {
    address: Ipv4Addr,
    headers: String,
}

impl Somebody {
    fn new(number: usize, sought: &mut Sought) -> Self {
        let [a, b] = u16::try_from(number).unwrap().to_be_bytes();
        let address = Ipv4Addr::new(127, 101 + a, 201, b.max(1));
        // With the end of the word, so that no longer number is taken for it.
        for form in [format!("{address} "), format!("{address}:"), format!("{address}\"")] {
            sought.text(Kind::Content, &form);
        }
        let mut marked = |what: &str| {
            let mut random = [0; 8];
            getrandom::fill(&mut random).unwrap();
            let mark = format!("{what}{}", random.map(|byte| format!("{byte:02x}")).concat());
            sought.text(Kind::Content, &mark);
            mark
        };
        let headers = format!(
            "host: localhost\r\nuser-agent: Mozilla/5.0 ({})\r\naccept-language: {}\r\n\
             x-forwarded-for: {}, 203.0.113.7\r\nx-real-ip: {}\r\nforwarded: for={};proto=https\r\n\
             referer: https://elders.example/{}\r\ncookie: sessie={}; apparaat={}; ander={}\r\n\
             x-request-id: {}\r\nauthorization: Bearer {}\r\n",
            marked("agent"),
            marked("taal"),
            marked("via"),
            marked("echt"),
            marked("voor"),
            marked("vanaf"),
            marked("sessie"),
            marked("apparaat"),
            marked("koek"),
            marked("vraag"),
            marked("drager"),
        );
        Self { address, headers }
    }

    async fn connects(&self, scene: &Scene) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind((self.address, 0).into()).unwrap();
        socket.connect(scene.program.address).await.unwrap()
    }

    /// Asks something; the connection, and how the answer begins. Whoever sends too much may find the
    /// door shut.
    async fn asks(
        &self,
        scene: &Scene,
        first: &str,
        more: &str,
        body: &[u8],
    ) -> (TcpStream, String) {
        let mut stream = self.connects(scene).await;
        let length = body.len();
        let head =
            format!("{first} HTTP/1.1\r\n{}{more}content-length: {length}\r\n\r\n", self.headers);
        let mut answer = [0; 12];
        let asking = async {
            stream.write_all(head.as_bytes()).await?;
            stream.write_all(body).await?;
            stream.read_exact(&mut answer).await
        };
        let asked = time::timeout(Duration::from_secs(15), asking).await.unwrap();
        let answer = asked.map(|_| String::from_utf8_lossy(&answer).into_owned());
        (stream, answer.unwrap_or_default())
    }

    /// Everything that can be asked: what is granted, what is refused, what makes no sense.
    async fn asks_everything(&self, scene: &Scene) {
        const FORM: &str = "content-type: application/x-www-form-urlencoded\r\n";
        const CALL: &str =
            "content-type: application/x-postcard\r\nsec-fetch-site: same-origin\r\n";
        let own = |rest: &'static str| format!("{rest}sec-fetch-site: same-origin\r\n");
        for path in ["/", "/chat", "/status", "/werkplek", "/beheer", "/nergens", "/pkg/0/niets.js"]
        {
            self.asks(scene, &format!("GET {path}"), "", &[]).await;
        }
        let wrong = b"name=anna&password=verkeerd";
        self.asks(scene, "POST /inloggen", &own(FORM), wrong).await;
        self.asks(scene, "POST /uitloggen", "sec-fetch-site: cross-site\r\n", &[]).await;
        for path in ["/api/visitor/send", "/api/worker/send", "/api/visitor/sign-up", "/api/niets"]
        {
            self.asks(scene, &format!("POST {path}"), CALL, b"onzin").await;
        }
        let large = vec![b'x'; 65 * 1024];
        self.asks(scene, "POST /api/visitor/send", CALL, &large).await;
        self.asks(scene, "ONZIN /", "", &[]).await;
        // One who signs up, listens for a moment, and leaves.
        let client =
            VisitorClient::new(Intake::default(), Box::new(suite()), Box::new(SystemRandomness));
        let encoded = |request: &dyn Encode| request.encode();
        let sign_up = encoded(&client.sign_up(UTRECHT, None));
        let (_, answer) = self.asks(scene, "POST /api/visitor/sign-up", CALL, &sign_up).await;
        if answer != "HTTP/1.1 200" {
            // Many at once have to do some work first, which is refused like anything else here.
            assert_eq!(answer, "HTTP/1.1 428");
            return;
        }
        let leave = client.leaving(Leaving::QuickExit);
        let connection = ConnectionId::from_bytes([9; 16]);
        let credential = leave.credential.clone();
        let follow = encoded(&Follow { credential, connection, after: Seq(0) });
        let (stream, answer) = self.asks(scene, "POST /api/visitor/follow", CALL, &follow).await;
        assert_eq!(answer, "HTTP/1.1 200");
        drop(stream);
        let (_, answer) = self.asks(scene, "POST /api/visitor/leave", CALL, &encoded(&leave)).await;
        assert_eq!(answer, "HTTP/1.1 200");
        // A head that breaks off.
        let mut stream = self.connects(scene).await;
        stream.write_all(format!("GET / HTTP/1.1\r\n{}", self.headers).as_bytes()).await.unwrap();
    }
}

trait Encode {
    fn encode(&self) -> Vec<u8>;
}

impl<T: serde::Serialize> Encode for T {
    fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap()
    }
}

/// What whoever runs the program is told.
async fn told(scene: &Scene) -> Vec<Place> {
    let mut told = Vec::new();
    let mut connection = Connection::open(scene.program.operations).await.unwrap();
    for path in ["/health", "/metrics"] {
        let head = connection.ask(&format!("GET {path} HTTP/1.1\r\n"), &[]).await.unwrap();
        assert_eq!(head.status, 200, "{path}");
        let body = connection.whole(&head).await.unwrap();
        assert!(!body.is_empty(), "{path}");
        told.push(Place { name: path.to_owned(), parts: vec![body] });
    }
    told
}

async fn from_everywhere(many: usize) {
    let mut scene = Scene::open().await;
    let _anna = scene.worker("anna", 1).await;
    let mut sought = Sought::default();
    for number in 1..=many {
        Somebody::new(number, &mut sought).asks_everything(&scene).await;
    }
    let places = |scene: &Scene| -> Vec<Place> {
        files(&scene.program).into_iter().chain([output(&scene.program)]).collect()
    };
    let mut rows = search(&sought, places(&scene));
    rows.extend(search(&sought, told(&scene).await));
    print(&format!("Addresses and headers of {many}"), &rows);
    print("", &search(&sought, [memory(&scene.program)]));
    assert_none("while it runs", &rows, &[Kind::Content]);
    let said = scene.program.output().lock().unwrap().clone();
    let said = String::from_utf8(said).unwrap();
    assert!(!said.contains("panicked"), "{said}");
    // Of all addresses there are, it tells only where it listens itself.
    let own = scene.program.address.to_string();
    assert!(!said.replace(&own, "").contains("127."), "{said}");
    scene.program.stop();
    let rows = search(&sought, places(&scene));
    assert_none("after the stop", &rows, &[Kind::Content]);

    // The search sees what a log or a file would hold, had it been told.
    let planted = Somebody::new(many + 1, &mut sought);
    let line = format!("INFO request from {} {}", planted.address, planted.headers);
    scene.program.output().lock().unwrap().extend_from_slice(line.as_bytes());
    std::fs::write(scene.program.data().join("geplant"), &line).unwrap();
    for row in search(&sought, places(&scene)) {
        let expected = if ["output", "geplant"].contains(&row.place.as_str()) { 12 } else { 0 };
        assert_eq!(row.found(Kind::Content).things(), expected, "{}", row.place);
    }
}
