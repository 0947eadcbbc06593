//! TLS in the program itself.

use std::{fs, net::Ipv4Addr, process::Command, time::Duration};

use axum::http::{StatusCode, header};
use tokio::time;
use veiligchat::{
    domain::ids::{ConnectionId, Seq},
    protocol::{Follow, SignUp, VisitorPush},
};

use super::{
    browser::{Browser, Stream, text},
    marks::{ADDRESS, said, traces},
    program::{Program, certificate_in, free_port, key_in, renew},
};
use crate::edge::site::{UTRECHT, credential};

const HERE: Ipv4Addr = Ipv4Addr::LOCALHOST;

#[tokio::test(flavor = "multi_thread")]
async fn seven_pages_of_one_browser_stay_open_and_whatever_it_asks_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let trusted = renew(folder.path());
    let program = Program::start_secured(folder.path());
    let mut browser = Browser::connect(HERE, program.address, &trusted).await.unwrap();
    let signed_in = browser.puts_anna_on_duty().await;
    for cookie in signed_in.headers().get_all(header::SET_COOKIE) {
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.starts_with("__Host-") && cookie.contains("; Secure"), "{cookie}");
    }

    let mut pages = Vec::new();
    for number in 1..=7 {
        let sign_up = SignUp { credential: credential(number), region: UTRECHT, work: None };
        let answer = browser.call("/api/visitor/sign-up", &sign_up).await;
        assert_eq!(answer.status(), StatusCode::OK, "page {number}");
        let connection = ConnectionId::from_bytes([number; 16]);
        let follow = Follow { credential: credential(number), connection, after: Seq(0) };
        let answer = browser.call("/api/visitor/follow", &follow).await;
        pages.push(Stream::opened::<VisitorPush>(answer).await);
    }
    let page = browser.get("/chat").await;
    assert_eq!(page.status(), StatusCode::OK);
    let told = &page.headers()[header::STRICT_TRANSPORT_SECURITY];
    assert!(told.to_str().unwrap().starts_with("max-age=63072000"), "{told:?}");
    assert!(page.headers().contains_key(header::CONTENT_SECURITY_POLICY));
    assert!(text(page).await.contains("0800-2000"));
    for page in &mut pages {
        assert!(page.is_open().await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewed_certificate_is_shown_without_a_restart_and_a_broken_one_never() {
    let folder = tempfile::tempdir().unwrap();
    let first = renew(folder.path());
    let program = Program::start_secured(folder.path());
    let mut open = Browser::connect(HERE, program.address, &first).await.unwrap();
    let connects = |trusted| Browser::connect(HERE, program.address, trusted);

    fs::write(certificate_in(folder.path()), "broken").unwrap();
    let told = async {
        while !program.said().contains("cannot be used; the old one still is") {
            time::sleep(Duration::from_millis(100)).await;
        }
    };
    time::timeout(Duration::from_secs(30), told).await.expect("nobody is told");
    assert!(connects(&first).await.is_ok());

    let second = renew(folder.path());
    let shown = async {
        while connects(&second).await.is_err() {
            time::sleep(Duration::from_millis(100)).await;
        }
    };
    time::timeout(Duration::from_secs(20), shown).await.expect("the new one is not shown");
    assert!(connects(&first).await.is_err());
    assert_eq!(open.get("/").await.status(), StatusCode::OK, "who was there stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_who_asks_is_written_down() {
    let folder = tempfile::tempdir().unwrap();
    let trusted = renew(folder.path());
    let program = Program::start_secured(folder.path());
    let mut browser = Browser::connect(ADDRESS, program.address, &trusted).await.unwrap();
    browser.headers = said();
    assert_eq!(browser.get("/chat").await.status(), StatusCode::OK);
    assert_eq!(browser.get("/nergens").await.status(), StatusCode::NOT_FOUND);
    browser.puts_anna_on_duty().await;
    let elsewhere = tempfile::tempdir().unwrap();
    let other = renew(elsewhere.path());
    assert!(Browser::connect(ADDRESS, program.address, &other).await.is_err());
    assert_eq!(traces(folder.path()), Vec::<String>::new());
    fs::write(folder.path().join("planted"), "there was somebody at 127.77.66.55").unwrap();
    assert_eq!(traces(folder.path()).len(), 1, "the search does not find what is there");
}

#[test]
fn what_cannot_be_served_is_told_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    renew(folder.path());
    let data = folder.path().join("data");
    let (certificate, key) = (certificate_in(folder.path()), key_in(folder.path()));
    let (certificate, key) = (certificate.to_str().unwrap(), key.to_str().unwrap());
    let address = free_port().to_string();
    for (options, why) in [
        (&["--certificate", certificate][..], "there is a certificate and no key"),
        (&["--key", key], "there is a key and no certificate"),
        (&["--certificate", certificate, "--key", "nowhere.key"], "cannot read nowhere.key"),
        (&["--certificate", key, "--key", key], "there is no certificate in"),
        (&["--operations", &address], "another port"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_veiligchat"));
        command.args(["serve", "--listen", &address, "--data"]).arg(&data).args(options);
        let output = command.current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{options:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(why) && said.lines().count() == 1, "{options:?}: {said}");
        assert!(!data.exists(), "{options:?}");
    }
}
