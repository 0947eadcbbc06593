//! What holds for every answer, asked of every kind of route.

use std::sync::Arc;

use axum::{body::Body, http::HeaderName};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use super::*;
use crate::{
    api::Rooms,
    domain::desk::DeskRules,
    host::config::{Config, Transport},
    service::{
        account::{Accounts, Cost, Hasher},
        journal::memory::Memory,
        records::{Records, SqliteRecords},
        runtime::{Runtime, System},
        switchboard::Switchboard,
    },
};

const PAGES: [&str; 4] = ["/", "/chat", "/privacy", "/inloggen"];

/// A site with nobody in it.
async fn site() -> Router {
    let runtime: Arc<dyn Runtime> = Arc::new(System::default());
    let records: Arc<dyn Records> = Arc::new(SqliteRecords::in_memory().unwrap());
    let switchboard = Switchboard::start(
        Arc::new(Memory::new(Arc::clone(&runtime))),
        Arc::clone(&records),
        Arc::clone(&runtime),
        DeskRules::default(),
        CancellationToken::new(),
    );
    let switchboard = switchboard.await.unwrap();
    let hasher = Hasher::here(Cost::Least);
    let accounts = Arc::new(Accounts::new(Arc::clone(&records), runtime, hasher));
    let rooms = Rooms { switchboard, accounts, records };
    router(Edge::new(assets::site(), &Config::default(), Transport::Https, rooms))
}

async fn answer(request: Request) -> Response {
    site().await.oneshot(request).await.unwrap_or_else(|never| match never {})
}

fn get_of(path: &str) -> Request {
    Request::get(path).header(header::HOST, "chat.example").body(Body::empty()).unwrap()
}

fn post(path: &str, size: usize, from: &str) -> Request {
    Request::post(path)
        .header(header::HOST, "chat.example")
        .header(header::CONTENT_LENGTH, size)
        .header("sec-fetch-site", from)
        .body(Body::from(vec![0; size]))
        .unwrap()
}

fn value<'a>(response: &'a Response, name: &'static str) -> &'a str {
    response.headers()[HeaderName::from_static(name)].to_str().unwrap()
}

async fn text(response: Response) -> String {
    let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(body.to_vec()).unwrap()
}

#[tokio::test]
async fn every_answer_carries_the_policy_and_is_kept_nowhere() {
    let mut requests: Vec<_> = PAGES.into_iter().map(get_of).collect();
    requests.extend([
        get_of("/robots.txt"),
        get_of("/.well-known/security.txt"),
        get_of("/nothing/here"),
        get_of("/pkg/0000/veiligchat.js"),
        post("/api/nothing", 1, "same-origin"),
        post("/api/nothing", 1, "cross-site"),
        post("/api/nothing", BODY_LIMIT + 1, "same-origin"),
        Request::delete("/").body(Body::empty()).unwrap(),
    ]);
    for request in requests {
        let asked = format!("{} {}", request.method(), request.uri());
        let response = answer(request).await;
        let policy = value(&response, "content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'nonce-"), "{asked}: {policy}");
        assert!(policy.ends_with("frame-ancestors 'none'"), "{asked}: {policy}");
        assert_eq!(value(&response, "cache-control"), "no-store", "{asked}");
        assert_eq!(value(&response, "x-content-type-options"), "nosniff", "{asked}");
        assert_eq!(value(&response, "referrer-policy"), "no-referrer", "{asked}");
        assert_eq!(value(&response, "cross-origin-opener-policy"), "same-origin", "{asked}");
        assert_eq!(value(&response, "cross-origin-resource-policy"), "same-origin", "{asked}");
        assert!(value(&response, "strict-transport-security").starts_with("max-age="), "{asked}");
        assert!(value(&response, "permissions-policy").contains("camera=()"), "{asked}");
        assert!(!response.headers().contains_key(header::SET_COOKIE), "{asked}");
    }
}

#[tokio::test]
async fn every_script_in_a_page_carries_the_nonce_of_its_own_answer() {
    let mut seen = std::collections::HashSet::new();
    for path in PAGES {
        let response = answer(get_of(path)).await;
        assert_eq!(response.status(), StatusCode::OK);
        let policy = value(&response, "content-security-policy");
        let nonce = policy.split('\'').find_map(|part| part.strip_prefix("nonce-")).unwrap();
        let nonce = nonce.to_owned();
        let page = text(response).await;
        let scripts: Vec<_> = page.split("<script").skip(1).collect();
        assert!(!scripts.is_empty(), "{path} has no script");
        for script in scripts {
            let tag = script.split_once('>').unwrap().0;
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{path}: {tag}");
        }
        assert!(seen.insert(nonce), "{path} has the nonce of another answer");
    }
}

#[tokio::test]
async fn a_post_from_another_site_is_refused() {
    let refused = answer(post("/api/nothing", 1, "cross-site")).await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    let own = answer(post("/api/nothing", 1, "same-origin")).await;
    assert_eq!(own.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_post_whose_origin_is_another_host_is_refused_without_fetch_metadata() {
    let request = Request::post("/api/nothing")
        .header(header::HOST, "chat.example")
        .header(header::ORIGIN, "https://elsewhere.example")
        .body(Body::empty())
        .unwrap();
    assert_eq!(answer(request).await.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_request_that_is_too_large_is_refused() {
    let refused = answer(post("/api/nothing", BODY_LIMIT + 1, "same-origin")).await;
    assert_eq!(refused.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_path_that_is_none_is_a_page_with_the_phone_number() {
    let response = answer(get_of("/nothing/here")).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert!(text(response).await.contains("0800-2000"));
}

#[tokio::test]
async fn the_security_contact_is_told_as_rfc_9116_wants_it() {
    let response = answer(get_of("/.well-known/security.txt")).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(value(&response, "content-type"), "text/plain; charset=utf-8");
    let told = text(response).await;
    assert!(told.ends_with('\n'), "{told:?}");
    let fields: Vec<_> = told.lines().map(|line| line.split_once(": ").unwrap()).collect();
    let of = |name| {
        let found: Vec<_> = fields.iter().filter(|(field, _)| *field == name).collect();
        assert_eq!(found.len(), 1, "{name}: {told}");
        found[0].1
    };
    assert!(of("Contact").starts_with("https://"), "{told}");
    assert_eq!(of("Preferred-Languages"), "nl, en");
    let (now, expires) = (Timestamp::now(), of("Expires").parse::<Timestamp>().unwrap());
    // Less than a year ahead, so that nobody relies on what may be old.
    assert!(expires > now && expires < now + SignedDuration::from_hours(24 * 365), "{expires}");
    assert!(of("Expires").ends_with('Z') && !of("Expires").contains('.'), "{told}");
}

#[tokio::test]
async fn a_method_that_is_not_meant_does_nothing() {
    for method in ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT"] {
        for path in ["/", "/chat", "/inloggen", "/api/visitor/sign-up", "/nothing"] {
            let request = Request::builder().method(method).uri(path);
            let request = request.header("x-marked", "marked").body(Body::empty()).unwrap();
            let response = answer(request).await;
            assert!(response.status().is_client_error(), "{method} {path}: {}", response.status());
            assert!(!text(response).await.contains("marked"), "{method} {path}");
        }
    }
}

#[test]
fn every_server_function_has_a_path_of_its_own_under_api() {
    for (path, method) in server_fn::axum::server_fn_paths() {
        assert!(path.starts_with("/api/"), "{path}");
        assert_eq!(method.as_str(), "POST", "{path}: no state changes by GET");
        assert!(!path.chars().any(|sign| sign.is_ascii_digit()), "{path} looks generated");
    }
}
