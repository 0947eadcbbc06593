//! What the operator sees.

use std::{
    collections::BTreeMap,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
};

use axum::http::StatusCode;
use veiligchat::{
    domain::ids::{ConnectionId, Seq},
    protocol::{Follow, SignUp, VisitorPush},
};

use super::{
    browser::{Browser, Stream},
    program::{Program, certificate_in, free_port, key_in, renew},
};
use crate::edge::site::{UTRECHT, credential};

/// Asks by plain HTTP, as a program that measures does; status line and body.
fn ask(address: SocketAddr, path: &str) -> (String, String) {
    let mut connection = TcpStream::connect(address).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n");
    connection.write_all(request.as_bytes()).unwrap();
    let mut told = String::new();
    connection.read_to_string(&mut told).unwrap();
    let (head, body) = told.split_once("\r\n\r\n").unwrap();
    (head.lines().next().unwrap().to_owned(), body.to_owned())
}

/// The numbers, by their names, but for those that change by themselves.
fn numbers(metrics: &str) -> BTreeMap<&str, &str> {
    let lines = metrics.lines().filter(|line| !line.starts_with('#'));
    let numbers = lines.map(|line| line.rsplit_once(' ').unwrap());
    let own = ["uptime", "resident_memory", "store_seconds"];
    numbers.filter(|(name, _)| !own.iter().any(|part| name.contains(part))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn health_and_measurements_have_a_port_of_their_own_and_tell_of_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let trusted = renew(folder.path());
    let operations = free_port();
    let program = Program::start(
        folder.path(),
        &[
            "--certificate",
            certificate_in(folder.path()).to_str().unwrap(),
            "--key",
            key_in(folder.path()).to_str().unwrap(),
            "--operations",
            &operations.to_string(),
        ],
    );
    assert_eq!(ask(operations, "/health"), ("HTTP/1.1 200 OK".to_owned(), "ok\n".to_owned()));
    assert!(ask(operations, "/chat").0.contains("404"));
    let before = ask(operations, "/metrics").1;
    for name in ["uptime_seconds", "open_pages 0", "store_failing 0", "certificate_stale 0"] {
        assert!(before.contains(&format!("veiligchat_{name}")), "{name}: {before}");
    }

    let from = "127.0.0.1".parse().unwrap();
    let mut browser = Browser::connect(from, program.address, &trusted).await.unwrap();
    for path in ["/health", "/metrics"] {
        assert_eq!(browser.get(path).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
    browser.puts_anna_on_duty().await;
    let sign_up = SignUp { credential: credential(1), region: UTRECHT, work: None };
    browser.call("/api/visitor/sign-up", &sign_up).await;
    let connection = ConnectionId::from_bytes([1; 16]);
    let follow = Follow { credential: credential(1), connection, after: Seq(0) };
    let _page = Stream::opened::<VisitorPush>(browser.call("/api/visitor/follow", &follow).await);
    let after = ask(operations, "/metrics").1;
    assert!(after.contains("veiligchat_store_seconds{quantile=\"0.99\"}"), "{after}");
    assert_eq!(numbers(&before), numbers(&after), "one visitor can be told from none");
    for word in ["utrecht", "Utrecht", "anna", "Anna"] {
        assert!(!after.contains(word), "{word}: {after}");
    }
}
