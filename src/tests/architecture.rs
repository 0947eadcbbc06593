//! Who may know whom: every path in every file is held against these tables, which say the same as
//! the picture in ARCHITECTURE.md.

mod paths;
mod sources;

use self::{
    paths::Named,
    sources::{Source, sources},
};

/// The rooms, and the other rooms that each may know. All arrows run down.
const ROOMS: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("protocol", &["domain"]),
    ("sealed", &["protocol", "domain"]),
    ("client", &["sealed", "protocol", "domain"]),
    ("service", &["protocol", "domain"]),
    ("api", &["service", "protocol", "domain"]),
    ("browser", &["api", "client", "sealed", "protocol", "domain"]),
    ("ui", &["browser", "client", "protocol", "domain"]),
    ("host", &["ui", "browser", "api", "service", "protocol", "domain"]),
];

/// What is named in a few places only. A place is a file, or a room or a part of one with
/// everything in it.
const ONLY: &[(&str, &[&str])] = &[
    // Whoever names it carries the cryptography in its WASM file.
    ("crate::sealed::Standard", &["browser/sealing.rs"]),
    ("crate::sealed", &["client", "browser/sealing.rs"]),
    // What a page shows is decided apart from what drives it.
    (
        "crate::client",
        &[
            "browser",
            "ui/desk/island",
            "ui/view/lines.rs",
            "ui/visitor/island.rs",
            "ui/visitor/question.rs",
            "ui/visitor/shown.rs",
            "ui/visitor/visit.rs",
        ],
    ),
    (
        "crate::browser",
        &[
            "host/assets.rs",
            "host/embed.rs",
            "ui/boot.rs",
            "ui/desk/island",
            "ui/office/live.rs",
            "ui/page.rs",
            "ui/view/lines.rs",
            "ui/visitor/island.rs",
            "ui/visitor/part.rs",
            "ui/visitor/visit.rs",
        ],
    ),
    // Cryptography is composed in one room.
    ("chacha20poly1305", &["sealed"]),
    ("hkdf", &["sealed"]),
    ("hmac", &["service/switchboard/gate.rs"]),
    ("scrypt", &["domain/work.rs"]),
    ("hpke", &["sealed"]),
    ("argon2", &["service/account"]),
    ("totp_rs", &["service/account"]),
    ("qrcode", &["host"]),
    ("rustix", &["host/connections.rs"]),
    // Nobody but the service knows a database.
    ("rusqlite", &["service/database", "service/journal", "service/records"]),
    // Nobody but the browser's room knows the browser.
    ("gloo_timers", &["browser"]),
    ("js_sys", &["browser"]),
    ("leptos::web_sys", &["browser", "ui/visitor/island.rs"]),
    ("wasm_bindgen", &["browser", "lib.rs"]),
    ("wasm_bindgen_futures", &["browser"]),
    ("web_sys", &["browser"]),
    // Nobody but the host knows http.
    ("axum", &["host"]),
    ("leptos_axum", &["host"]),
    ("tower", &["host"]),
    ("hyper", &["host"]),
    ("hyper_util", &["host"]),
    ("rustls", &["host"]),
    ("tokio_rustls", &["host"]),
    ("tower_http", &["host"]),
    ("std::net", &["host"]),
    // The rules and the participants' sides stand still unless somebody moves them.
    ("futures", &["api", "browser", "host", "service"]),
    ("leptos", &["api", "browser", "host", "lib.rs", "ui"]),
    ("std::fs", &["host", "service/database", "service/database.rs"]),
    ("std::process", &["host", "main.rs"]),
    ("std::thread", &["host", "service/account/hasher.rs", "service/records", "service/journal"]),
    ("tokio", &["host", "service"]),
    ("tokio_util", &["host", "service"]),
    ("tracing", &["api", "host", "service"]),
    // Clocks, tasks and chance come from outside.
    ("Instant::now", &["host", "service/runtime", "service/journal/sqlite/writer.rs"]),
    ("SystemTime::now", &["host", "service/runtime"]),
    ("Timestamp::now", &["host"]),
    ("Zoned::now", &["host"]),
    ("getrandom", &["browser", "service/runtime"]),
    // The engine on a disk has a thread of its own and is in no simulation.
    ("std::time::Instant", &["host", "service/runtime", "service/journal/sqlite/writer.rs"]),
    ("std::time::SystemTime", &["host", "service/runtime"]),
    ("tokio::spawn", &["host", "service/runtime"]),
    ("tokio::task", &["host", "service/runtime"]),
    ("tokio::time", &["host", "service/runtime"]),
];

/// The most lines of a file.
const LONGEST: usize = 400;

/// What is wrong with a path in a file, if anything is.
fn objection(file: &str, is_test: bool, named: &Named) -> Option<String> {
    let path = named.path.join("::");
    let room_of = |file: &str| file.split(['/', '.']).next().unwrap_or_default().to_owned();
    let own = room_of(file);
    let outer = ["inputs", "lib", "main", "tests"].contains(&own.as_str());
    if named.path.first().map(String::as_str) == Some("crate") && !outer {
        let Some(other) = named.path.get(1).filter(|other| *other != "*") else {
            return Some("names the whole house".to_owned());
        };
        let Some((_, known)) = ROOMS.iter().find(|(room, _)| *room == own) else {
            return Some(format!("{own} is no room"));
        };
        if *other != own && !known.contains(&other.as_str()) {
            return Some(format!("{own} may not know {other}: {path}"));
        }
    }
    // Tests make what they need.
    if is_test || ["inputs", "tests"].contains(&own.as_str()) {
        return None;
    }
    ONLY.iter().find_map(|(name, places)| {
        let is_own = name.split("::").nth(1) == Some(own.as_str());
        let may = is_own || places.iter().any(|place| is_in(file, place));
        (names(named, name) && !may).then(|| format!("only {places:?} may name {name}: {path}"))
    })
}

/// Whether a path names this, or imports a part of its name from which it could be named unseen.
fn names(named: &Named, name: &str) -> bool {
    let name: Vec<&str> = name.split("::").collect();
    // A function of a type is named by the type's own name too.
    if name[0].starts_with(char::is_uppercase) {
        return named.path.iter().rev().zip(name.iter().rev()).all(|(one, other)| one == other)
            && named.path.len() >= name.len();
    }
    let common = name.iter().zip(&named.path).take_while(|(one, other)| one == other).count();
    let rest = &named.path[common..];
    common == name.len()
        || (named.is_import && common > 0 && (rest.is_empty() || rest == ["*".to_owned()]))
}

fn is_in(file: &str, place: &str) -> bool {
    file.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
}

fn objections(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for named in paths::named_in(&source.syntax, &source.module) {
        let objection = objection(&source.file, source.is_test || named.in_test, &named);
        found.extend(objection.map(|why| format!("{}: {why}", source.file)));
    }
    found
}

#[test]
fn every_path_in_every_file_keeps_to_the_picture() {
    let sources = sources();
    assert!(sources.len() > 100, "only {} files were found", sources.len());
    let paths: usize =
        sources.iter().map(|source| paths::named_in(&source.syntax, &source.module).len()).sum();
    assert!(paths > 5_000, "only {paths} paths were found");
    let found: Vec<String> = sources.iter().flat_map(objections).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn planted_violations_are_found_wherever_a_path_can_stand() {
    let planted = [
        ("domain/x.rs", "use crate::service::journal;"),
        ("domain/x.rs", "use crate::{domain::ids, protocol::{Refusal, VERSION}};"),
        ("domain/x.rs", "fn f() { crate::service::f(); }"),
        ("domain/x.rs", "fn f(x: &crate::api::X) {}"),
        ("domain/x.rs", "fn f() { if let crate::ui::X(_) = x {} }"),
        ("domain/x.rs", "fn f() { assert_eq!(1, crate::service::f()); }"),
        ("domain/x.rs", "fn f() { view! { <p>{crate::host::f()}</p> } }"),
        ("domain/x.rs", "fn f() { m!(use crate::{service::f}); }"),
        ("domain/x.rs", "use super::super::service;"),
        ("domain/x/y.rs", "fn f() { super::super::super::service::f(); }"),
        ("domain/x.rs", "mod inner { use super::super::super::api; }"),
        ("domain/x.rs", "use crate as house;"),
        ("domain/x.rs", "use crate::*;"),
        ("domain/x.rs", "impl crate::client::Link for X {}"),
        ("domain/x.rs", "pub(in crate::service) fn f() {}"),
        ("domain/x.rs", "use std::time::SystemTime;"),
        ("domain/x.rs", "use std::{fmt, time::{Duration, Instant}};"),
        ("domain/x.rs", "fn f() { std::time::Instant::now(); }"),
        ("domain/x.rs", "use std::time::*;"),
        ("domain/x.rs", "use std::time; fn f() { time::SystemTime::now(); }"),
        ("domain/x.rs", "fn f() { jiff::Timestamp::now(); }"),
        ("domain/hours.rs", "use jiff::Timestamp; fn f() { Timestamp::now(); }"),
        ("domain/x.rs", "async fn f() { tokio::select! {} }"),
        ("domain/x.rs", "use tokio;"),
        ("service/x.rs", "use crate::ui::text;"),
        ("service/x.rs", "use crate::api::caller;"),
        ("service/x.rs", "fn f() { tokio::spawn(g()); }"),
        ("service/x.rs", "use axum::http::HeaderMap;"),
        ("api/x.rs", "use rusqlite::Connection;"),
        ("api/x.rs", "use crate::ui;"),
        ("ui/x.rs", "use crate::service::records::Records;"),
        ("ui/x.rs", "use crate::client::Line;"),
        ("ui/x.rs", "use leptos::web_sys::window;"),
        ("ui/x.rs", "fn f(x: web_sys::Event) {}"),
        ("client/x.rs", "use crate::sealed::{Suite, Standard};"),
        ("browser/x.rs", "use crate::sealed::Randomness;"),
        ("host/x.rs", "use rusqlite as database;"),
        ("host/x.rs", "use crate::sealed::Suite;"),
        ("elsewhere/x.rs", "use crate::domain::ids;"),
    ];
    for (file, text) in planted {
        assert!(!objections(&Source::new(file, text)).is_empty(), "not found in {file}: {text}");
    }
}

#[test]
fn what_is_allowed_is_not_objected_to() {
    let allowed = [
        ("domain/x.rs", "use super::ids; use crate::domain::desk::{self, Desk};"),
        ("domain/x.rs", "use std::time::Duration; fn tokio() {} fn f() { let axum = tokio(); }"),
        ("browser/sealing.rs", "use crate::sealed::{Randomness, Standard};"),
        ("sealed/suite.rs", "impl crate::sealed::Standard {}"),
        ("service/runtime/system.rs", "use std::time::SystemTime;"),
        ("service/x.rs", "#[cfg(test)] mod tests { fn f() { tokio::spawn(g()); } }"),
        ("host/x.rs", "use crate::{ui::page::Page, service::records::Mode, api::Rooms};"),
        ("main.rs", "fn main() { veiligchat::host::commands::run() }"),
    ];
    for (file, text) in allowed {
        assert_eq!(objections(&Source::new(file, text)), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn every_rule_is_about_something_that_exists() {
    let sources = sources();
    let places =
        ONLY.iter().flat_map(|(_, places)| *places).chain(ROOMS.iter().map(|(room, _)| room));
    for place in places {
        let exists = sources.iter().any(|source| {
            source.file == *place
                || source.file == format!("{place}.rs")
                || source.file.starts_with(&format!("{place}/"))
        });
        assert!(exists, "there is no {place}");
    }
}

#[test]
fn no_file_is_longer_than_its_reader_can_bear() {
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", source.file);
    }
}

#[test]
fn nothing_outside_tests_gives_up_or_talks_to_itself() {
    let is_tried = |source: &&Source| !source.is_test && !is_in(&source.file, "inputs");
    for source in sources().iter().filter(is_tried) {
        let found = paths::careless_in(&source.syntax);
        assert!(found.is_empty(), "{} has {found:?}", source.file);
    }
    for text in [
        "fn f() { x.unwrap(); }",
        "fn f() { m!(x.unwrap()); }",
        "fn f() { todo!() }",
        "fn f() { dbg!(x); }",
        "fn f() { panic!(\"{x}\"); }",
        "fn f() { g(|| assert_eq!(x, y)); }",
    ] {
        assert!(!paths::careless_in(&Source::new("domain/x.rs", text).syntax).is_empty(), "{text}");
    }
    let in_tests =
        "#[cfg(test)] mod tests { fn f() { x.unwrap(); } } #[test] fn g() { x.unwrap(); }";
    let while_compiling = "fn f() { const { assert!(N > 1) }; }";
    for text in [in_tests, while_compiling] {
        assert!(paths::careless_in(&Source::new("domain/x.rs", text).syntax).is_empty(), "{text}");
    }
}
