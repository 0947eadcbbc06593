//! What every answer carries.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode, header};

use super::{Answer, FRIEND, Special, WITH_NATIVE_FORM, exception};

/// What other sites may read.
pub struct Shared {
    pub seconds: u32,
}

const OPENER: &str = "cross-origin-opener-policy";
const RESOURCE: &str = "cross-origin-resource-policy";

/// Looks at every header of an answer; the nonce of its policy.
pub fn check(asked: &str, method: &Method, path: &str, answer: &Answer) -> String {
    let value = |name: &str| -> &str {
        let mut all = answer.headers.get_all(name).iter();
        let value = all.next().unwrap_or_else(|| panic!("{asked} has no {name}"));
        assert!(all.next().is_none(), "{asked} has more than one {name}");
        value.to_str().unwrap()
    };
    assert_eq!(value("x-content-type-options"), "nosniff", "{asked}");
    assert_eq!(value("referrer-policy"), "no-referrer", "{asked}");
    assert_eq!(value(OPENER), "same-origin", "{asked}");
    assert_eq!(
        value("strict-transport-security"),
        "max-age=63072000; includeSubDomains",
        "{asked}"
    );
    check_permissions(asked, value("permissions-policy"));
    check_sharing(asked, method, path, answer, value(RESOURCE), value("cache-control"));
    check_cookies(asked, method, path, answer);
    for told in ["server", "x-powered-by", "via", "etag", "last-modified"] {
        assert!(!answer.headers.contains_key(told), "{asked} tells {told}");
    }
    check_policy(asked, path, value("content-security-policy"))
}

/// Everything is closed, but for keeping the screen on.
fn check_permissions(asked: &str, policy: &str) {
    let all: BTreeMap<&str, &str> =
        policy.split(',').map(|part| part.trim().split_once('=').unwrap()).collect();
    for (feature, allowed) in &all {
        let expected = if *feature == "screen-wake-lock" { "(self)" } else { "()" };
        assert_eq!(*allowed, expected, "{asked}: {feature}");
    }
    for feature in ["camera", "microphone", "geolocation", "display-capture", "usb"] {
        assert!(all.contains_key(feature), "{asked}: {feature}");
    }
}

/// Other sites may read nothing, and nobody keeps anything, but for what is shared.
fn check_sharing(
    asked: &str,
    method: &Method,
    path: &str,
    answer: &Answer,
    resource: &str,
    cache: &str,
) {
    let shared = exception(path).find_map(|special| match special {
        Special::Shared(shared) => Some(shared),
        _ => None,
    });
    let is_read = matches!(*method, Method::GET | Method::HEAD);
    let origin = answer.headers.get(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    if let Some(shared) = shared.filter(|_| is_read && answer.status == StatusCode::OK) {
        assert_eq!(resource, "cross-origin", "{asked}");
        assert_eq!(cache, format!("public, max-age={}", shared.seconds), "{asked}");
        assert_eq!(origin.unwrap(), "*", "{asked}");
    } else {
        assert_eq!(resource, "same-origin", "{asked}");
        assert_eq!(cache, "no-store", "{asked}");
        assert!(origin.is_none(), "{asked}");
    }
    assert!(!answer.headers.contains_key(header::ACCESS_CONTROL_ALLOW_CREDENTIALS), "{asked}");
}

/// Cookies are set by a post at a few paths, and only as no script and no other site gets them.
fn check_cookies(asked: &str, method: &Method, path: &str, answer: &Answer) {
    let may = exception(path).any(|special| matches!(special, Special::GivesCookies));
    for cookie in answer.cookies() {
        assert!(may && *method == Method::POST, "{asked} sets {cookie}");
        assert!(cookie.starts_with("__Host-"), "{asked}: {cookie}");
        assert!(
            cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure"),
            "{asked}: {cookie}"
        );
    }
}

/// The policy, directive by directive; its nonce.
fn check_policy(asked: &str, path: &str, policy: &str) -> String {
    let all: BTreeMap<&str, &str> =
        policy.split(';').map(|part| part.trim().split_once(' ').unwrap()).collect();
    let scripts = all["script-src"];
    let nonce = scripts.split('\'').find_map(|part| part.strip_prefix("nonce-"));
    let nonce = nonce.unwrap_or_else(|| panic!("{asked}: {policy}"));
    assert!(nonce.len() >= 22, "{asked}: 128 bits of chance are as many signs: {nonce}");
    let below = |start: &&str| {
        path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let form = if WITH_NATIVE_FORM.iter().any(below) { "'self'" } else { "'none'" };
    let ancestors = exception(path).find_map(|special| match special {
        Special::Framed => Some(FRIEND),
        Special::FramedByUs => Some("'self'"),
        _ => None,
    });
    let script = format!("'nonce-{nonce}' 'wasm-unsafe-eval'");
    let mut expected = BTreeMap::from([
        ("default-src", "'none'"),
        ("script-src", script.as_str()),
        ("style-src", "'self'"),
        ("connect-src", "'self'"),
        ("img-src", "'self'"),
        ("worker-src", "'self'"),
        ("form-action", form),
        ("base-uri", "'none'"),
        ("frame-ancestors", ancestors.unwrap_or("'none'")),
    ]);
    if exception(path).any(|special| matches!(special, Special::Frames)) {
        expected.insert("frame-src", "'self'");
    }
    assert_eq!(all, expected, "{asked}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{asked}");
    nonce.to_owned()
}
