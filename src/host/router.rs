//! Every path of the web edge and what all of them share: headers, limits, time-out, size, and no
//! requests from other sites. Axum routes; leptos renders.

use std::time::Duration;

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
    routing::{MethodRouter, get, on, post},
};
use jiff::{SignedDuration, Timestamp, Unit};
use tower_http::{
    CompressionLevel, compression::CompressionLayer, csrf::CsrfLayer, limit::RequestBodyLimitLayer,
    timeout::TimeoutLayer,
};

use super::{
    appearance, assets,
    context::Edge,
    embed, headers, invitation,
    limits::{self, Limits},
    lock, office, pages, second_step, session,
};
use crate::{
    protocol::BODY_LIMIT,
    ui::pages::{EMBED_PATH, POP_UP_PATH, Problem},
};

/// How long the head of an answer may take. The body of a stream goes on after it.
const TIME_OUT: Duration = Duration::from_secs(10);

/// How hard pages are packed: what is more takes longer than it saves.
const PACKED: i32 = 6;

/// A path, and what answers there.
pub type Route = (&'static str, fn() -> MethodRouter<Edge>);

/// Every path but those of the office (`office::routes`) and of the server functions, which
/// register themselves. A list and not calls, so that a test can walk all of it.
#[must_use]
pub const fn routes() -> &'static [Route] {
    &[
        ("/", || packed(get(pages::home))),
        ("/chat", || packed(get(pages::chat))),
        ("/privacy", || packed(get(pages::privacy))),
        ("/toegankelijkheid", || packed(get(pages::accessibility))),
        ("/inloggen", || get(pages::sign_in).post(session::sign_in)),
        (second_step::CODE, || get(second_step::code).post(second_step::check)),
        (second_step::ENROL, || get(second_step::enrol).post(second_step::keep)),
        ("/uitnodiging", || get(invitation::show).post(invitation::accept)),
        (lock::PATH, || get(lock::show).post(lock::open)),
        ("/uitloggen", || post(session::sign_out)),
        ("/werkplek", || get(pages::desk)),
        ("/status", || get(pages::status_of)),
        (EMBED_PATH, || get(embed::page)),
        (POP_UP_PATH, || get(embed::script)),
        ("/robots.txt", || get(robots)),
        ("/.well-known/security.txt", || get(security)),
        (appearance::ROUTE, || get(appearance::serve)),
        // Most of these are packed already: not the few that the program itself has.
        (assets::ROUTE, || packed(get(assets::serve))),
    ]
}

/// All routes. Server functions answer at their own explicit paths, all of them under `/api/`.
pub fn router(edge: Edge) -> Router {
    // A second router, in tests, finds it there already. leptos_axum only does this when it makes
    // the routes itself.
    let _ = any_spawner::Executor::init_tokio();
    let headers = middleware::from_fn_with_state(edge.clone(), headers::secure);
    let mut router = routes()
        .iter()
        .fold(Router::new(), |router, (path, methods)| router.route(path, methods()));
    router = router.merge(office::router(&edge));
    for (path, method) in server_fn::axum::server_fn_paths() {
        let Ok(method) = method.try_into() else { continue };
        router = router.route(path, on(method, server_function));
    }
    router
        .fallback(missing)
        .with_state(edge)
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(CsrfLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIME_OUT))
        .layer(middleware::from_fn_with_state(Limits::default(), limits::within))
        .layer(headers)
}

/// What visitors read, packed: the first page has to come in one round trip's worth of bytes. Nothing
/// else is: a page with something of a session in it could be guessed at by its length (BREACH).
fn packed(methods: MethodRouter<Edge>) -> MethodRouter<Edge> {
    methods.layer(CompressionLayer::new().quality(CompressionLevel::Precise(PACKED)))
}

async fn server_function(State(edge): State<Edge>, request: Request) -> Response {
    let answer = leptos_axum::handle_server_fns_with_context(move || edge.provide(), request);
    let mut response = answer.await.into_response();
    // A server function that refuses says which status fits (`api::door`). Whatever is refused
    // before it runs could not be understood.
    if response.status() == StatusCode::INTERNAL_SERVER_ERROR {
        *response.status_mut() = StatusCode::BAD_REQUEST;
    }
    response
}

async fn missing(State(edge): State<Edge>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::NOT_FOUND.into_response();
    }
    pages::problem(&edge, request, Problem::NotFound).await
}

async fn robots(headers: HeaderMap) -> Response {
    assets::at_root("robots.txt", &headers)
}

/// RFC 9116.
async fn security(State(edge): State<Edge>) -> Response {
    let expires = Timestamp::now()
        .checked_add(SignedDuration::from_hours(24 * 90))
        .and_then(|moment| moment.round(Unit::Second))
        .unwrap_or(Timestamp::MAX);
    let text = format!(
        "Contact: {}\nExpires: {expires}\nPreferred-Languages: nl, en\n",
        edge.security_contact()
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

#[cfg(test)]
mod tests;
