//! The headers of every response, errors included: the strict policy and its nonce, and everything
//! else that keeps a page to itself.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Version, header},
    middleware::Next,
    response::Response,
};
use leptos::nonce::Nonce;

use super::{config::Transport, context::Edge, embed};
use crate::ui::pages::EMBED_PATH;

/// Pages with a form that is posted without a script, and those below them: sign-in, sign-out at the
/// desk, the office, invitations, the lock, the page for webmasters.
const WITH_NATIVE_FORM: [&str; 6] =
    ["/inloggen", "/werkplek", "/beheer", "/uitnodiging", "/ontgrendelen", EMBED_PATH];

/// The page that other sites may show in a frame, once an administrator has named them.
const FRAMED: &str = "/chat";

/// What every response carries, whatever is asked.
const ALWAYS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
];

/// Closed, but for keeping the screen on while somebody waits, and for the sound of an offer, which
/// `autoplay` would silence.
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), \
    encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), \
    identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), \
    microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), \
    publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(self), \
    serial=(), storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()";

/// Nobody may frame a page.
const NOBODY: &str = "'none'";

/// The preview on our own page, and nobody else.
const OURSELVES: &str = "'self'";

/// Two years, as the browsers' preload lists ask.
const HSTS: &str = "max-age=63072000; includeSubDomains";

/// Makes the request's nonce, lets it through, and puts the headers on whatever comes back.
pub async fn secure(State(edge): State<Edge>, mut request: Request, next: Next) -> Response {
    let nonce = Nonce::new();
    let path = request.uri().path();
    let query = request.uri().query().unwrap_or_default();
    let ancestors = if path == FRAMED && embed::is_preview(query) {
        OURSELVES.to_owned()
    } else if path == FRAMED {
        edge.rooms().records.published().settings.frames.ancestors()
    } else {
        NOBODY.to_owned()
    };
    let policy = policy(&nonce, path, &ancestors);
    request.extensions_mut().insert(nonce);
    let version = request.version();
    let mut response = next.run(request).await;
    if response.status() == StatusCode::PAYLOAD_TOO_LARGE && version < Version::HTTP_2 {
        // What is too large is not read to its end: nothing can follow it on this connection.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    edge.measures().answered(response.status());
    put(response.headers_mut(), policy, edge.transport());
    response
}

fn put(headers: &mut HeaderMap, policy: Option<HeaderValue>, transport: Transport) {
    for (name, value) in ALWAYS {
        // `/status`, which other sites may read, says otherwise of itself.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if let Some(policy) = policy {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if transport == Transport::Https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

/// The policy of the page at `path`, which `ancestors` may frame. A nonce is letters, digits, `-` and
/// `_`, so there always is one.
fn policy(nonce: &Nonce, path: &str, ancestors: &str) -> Option<HeaderValue> {
    let native = WITH_NATIVE_FORM.iter().any(|start| {
        path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    let form_action = if native { "'self'" } else { "'none'" };
    let more = embed::more_policy(path);
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; \
         connect-src 'self'; img-src 'self'; worker-src 'self'; {more}form-action {form_action}; \
         base-uri 'none'; frame-ancestors {ancestors}"
    );
    HeaderValue::try_from(policy).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, transport: Transport) -> HeaderMap {
        let mut headers = HeaderMap::new();
        put(&mut headers, policy(&Nonce::from_value("abc"), path, NOBODY), transport);
        headers
    }

    fn policy_of(path: &str) -> String {
        of(path, Transport::Https)[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned()
    }

    #[test]
    fn the_policy_lets_in_only_scripts_with_the_nonce() {
        let policy = policy_of("/chat");
        assert!(policy.contains("script-src 'nonce-abc' 'wasm-unsafe-eval';"), "{policy}");
        assert!(policy.contains("form-action 'none'"), "{policy}");
    }

    #[test]
    fn a_native_post_is_meant_for_staff_only() {
        for path in ["/inloggen", "/werkplek", "/beheer", "/beheer/teksten"] {
            assert!(policy_of(path).contains("form-action 'self'"), "{path}");
        }
        for path in ["/", "/chat", "/insluiten.js", "/beheerder", "/api/visitor/send"] {
            assert!(policy_of(path).contains("form-action 'none'"), "{path}");
        }
    }

    #[test]
    fn browsers_are_told_to_stay_on_https_only_when_there_is_https() {
        let name = header::STRICT_TRANSPORT_SECURITY;
        assert!(of("/", Transport::Https).contains_key(&name));
        assert!(!of("/", Transport::PlainLoopback).contains_key(&name));
    }

    #[test]
    fn nothing_is_kept_unless_it_says_so_itself() {
        let mut headers = of("/", Transport::Https);
        assert_eq!(headers[header::CACHE_CONTROL], "no-store");
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("immutable"));
        put(&mut headers, None, Transport::Https);
        assert_eq!(headers[header::CACHE_CONTROL], "immutable");
    }
}
