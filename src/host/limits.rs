//! What one process takes on at a time, whoever asks: requests a second of each kind, and the bytes of
//! bodies that are still on their way. A flood of one kind leaves the others alone: whoever hammers on
//! the pages does not hold up a conversation.
//!
//! How much one conversation or one worker may ask is no affair of the edge (`service`).

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use axum::{
    body::{Body, HttpBody},
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::sync::Semaphore;

use super::context::language_of;
use crate::{
    protocol::{BODY_LIMIT, Refusal},
    ui::text::{common::Common, pages::Pages},
};

/// Bodies up to this size count for nothing: as many as there are connections come to little.
const SMALL: usize = 4 * 1024;

/// How many bytes of larger bodies may be on their way at once.
const ON_THEIR_WAY: usize = 64 * 1024 * 1024;

/// Something of which there is a limited number in a second.
struct Pace {
    most: u32,
    /// The second, and how many there were in it.
    counted: AtomicU64,
}

impl Pace {
    const fn new(most: u32) -> Self {
        Self { most, counted: AtomicU64::new(0) }
    }

    /// Whether one more is within the limit in this second; if so, it is counted.
    fn admits(&self, second: u32) -> bool {
        let second = u64::from(second) << 32;
        let one_more = |counted: u64| {
            let number =
                if counted & !u64::from(u32::MAX) == second { counted - second } else { 0 };
            (number < u64::from(self.most)).then_some(second + number + 1)
        };
        self.counted.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more).is_ok()
    }
}

/// The limits of one process. Clones are the same ones.
#[derive(Clone)]
pub struct Limits(Arc<Inner>);

struct Inner {
    began: Instant,
    pages: Pace,
    staff: Pace,
    calls: Pace,
    files: Pace,
    bodies: Arc<Semaphore>,
}

impl Default for Limits {
    fn default() -> Self {
        Self(Arc::new(Inner {
            began: Instant::now(),
            // What rendering takes is some ten times what a call takes.
            pages: Pace::new(1_000),
            staff: Pace::new(1_000),
            calls: Pace::new(50_000),
            // Files lie in memory, and every open page asks for the status each four seconds.
            files: Pace::new(10_000),
            bodies: Arc::new(Semaphore::new(ON_THEIR_WAY)),
        }))
    }
}

impl Inner {
    fn pace_of(&self, path: &str) -> &Pace {
        let below =
            |start: &str| path.strip_prefix(start).is_some_and(|rest| rest.starts_with('/'));
        match path {
            "/status" | "/robots.txt" | "/insluiten.js" => &self.files,
            "/" | "/chat" | "/privacy" | "/toegankelijkheid" => &self.pages,
            _ if below("/pkg") => &self.files,
            _ if below("/api") => &self.calls,
            "/inloggen" | "/werkplek" | "/beheer" | "/uitloggen" | "/uitnodiging" => &self.staff,
            _ if below("/inloggen") || below("/beheer") => &self.staff,
            _ => &self.pages,
        }
    }

    fn admits(&self, path: &str) -> bool {
        let second = u32::try_from(self.began.elapsed().as_secs()).unwrap_or(u32::MAX);
        self.pace_of(path).admits(second)
    }
}

/// Lets a request through that is within the limits.
pub async fn within(
    State(Limits(limits)): State<Limits>,
    request: Request,
    next: Next,
) -> Response {
    if !limits.admits(request.uri().path()) {
        return too_much(&request);
    }
    let size = size_of(request.body());
    if size <= SMALL {
        return next.run(request).await;
    }
    let room = u32::try_from(size).unwrap_or(u32::MAX);
    let Ok(_until_it_is_answered) = Arc::clone(&limits.bodies).try_acquire_many_owned(room) else {
        return too_much(&request);
    };
    let reader = (!is_call(&request)).then(|| language_of(request.uri()));
    let answer = next.run(request).await;
    match reader {
        Some(language) if answer.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            let text = Pages::of(language);
            let words = format!("{}. {}\n", text.too_large, text.too_large_next);
            (StatusCode::PAYLOAD_TOO_LARGE, words).into_response()
        }
        _ => answer,
    }
}

/// Whether a page of ours asks, and no person.
fn is_call(request: &Request) -> bool {
    request.uri().path().starts_with("/api/")
}

/// How large the body says it is; one that does not say may be as large as any.
fn size_of(body: &Body) -> usize {
    let most = body.size_hint().upper().and_then(|most| usize::try_from(most).ok());
    most.unwrap_or(BODY_LIMIT).min(BODY_LIMIT)
}

/// Later it may go: a page of ours asks again by itself, a person reads a sentence.
fn too_much(request: &Request) -> Response {
    let again = [(header::RETRY_AFTER, "2")];
    if is_call(request) {
        let kind = [(header::CONTENT_TYPE, "application/x-postcard")];
        let body = postcard::to_allocvec(&Refusal::TooMuch).unwrap_or_default();
        return (StatusCode::TOO_MANY_REQUESTS, again, kind, body).into_response();
    }
    let language = language_of(request.uri());
    let (text, common) = (Pages::of(language), Common::of(language));
    let words = format!("{}. {}\n{}\n", text.busy, text.busy_next, common.danger_now);
    (StatusCode::TOO_MANY_REQUESTS, again, words).into_response()
}

#[cfg(test)]
mod tests {
    use axum::{Router, middleware, routing::get};
    use tower::ServiceExt;

    use super::*;

    #[test]
    fn so_many_go_in_a_second_and_as_many_in_the_next() {
        let pace = Pace::new(3);
        let admitted = |second| (0..10).filter(|_| pace.admits(second)).count();
        assert_eq!([0, 0, 1, 7].map(admitted), [3, 0, 3, 3]);
    }

    #[test]
    fn each_kind_of_route_has_a_pace_and_none_is_anothers() {
        let Limits(limits) = Limits::default();
        let is = |path: &str, pace: &Pace| std::ptr::eq(limits.pace_of(path), pace);
        assert!(is("/chat", &limits.pages) && is("/nergens", &limits.pages));
        assert!(is("/beheer/teksten", &limits.staff) && is("/inloggen", &limits.staff));
        assert!(is("/api/visitor/send", &limits.calls));
        assert!(is("/pkg/abc/veiligchat.js", &limits.files) && is("/status", &limits.files));
    }

    fn small_site(limits: Inner) -> Router {
        let limits = Limits(Arc::new(limits));
        let routes = Router::new().route("/chat", get(async || "page").post(async || "took it"));
        let routes = routes.route("/api/visitor/send", get(async || "answer"));
        routes.layer(middleware::from_fn_with_state(limits, within))
    }

    async fn ask(site: &Router, path: &str, length: usize) -> Response {
        let method = if length > 0 { "POST" } else { "GET" };
        let request = Request::builder().method(method).uri(path);
        let request = request.body(Body::from(vec![0; length])).unwrap();
        site.clone().oneshot(request).await.unwrap_or_else(|never| match never {})
    }

    fn inner() -> Inner {
        Arc::into_inner(Limits::default().0).unwrap()
    }

    #[tokio::test]
    async fn a_flood_of_pages_is_told_to_come_back_while_calls_go_on() {
        let site = small_site(Inner { pages: Pace::new(0), ..inner() });
        let answer = ask(&site, "/chat", 0).await;
        assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(answer.headers()[header::RETRY_AFTER], "2");
        let body = axum::body::to_bytes(answer.into_body(), 1_000).await.unwrap();
        let words = String::from_utf8(body.to_vec()).unwrap();
        assert!(words.contains("0800-2000") && words.contains("112"), "{words}");
        assert_eq!(ask(&site, "/api/visitor/send", 0).await.status(), StatusCode::OK);
    }

    #[tokio::test]
    async fn a_flood_of_calls_is_told_so_in_words_that_a_page_knows() {
        let site = small_site(Inner { calls: Pace::new(0), ..inner() });
        let answer = ask(&site, "/api/visitor/send", 0).await;
        assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
        let body = axum::body::to_bytes(answer.into_body(), 1_000).await.unwrap();
        assert_eq!(postcard::from_bytes::<Refusal>(&body).unwrap(), Refusal::TooMuch);
    }

    #[tokio::test]
    async fn only_so_many_bytes_of_large_bodies_are_on_their_way_at_once() {
        let room = Arc::new(Semaphore::new(10_000));
        let site = small_site(Inner { bodies: Arc::clone(&room), ..inner() });
        let _another = Arc::clone(&room).try_acquire_many_owned(5_000).unwrap();
        assert_eq!(ask(&site, "/chat", 6_000).await.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(ask(&site, "/chat", 4_500).await.status(), StatusCode::OK);
        assert_eq!(ask(&site, "/chat", SMALL).await.status(), StatusCode::OK);
        assert_eq!(room.available_permits(), 5_000, "what was answered is given back");
    }

    #[test]
    fn a_body_that_does_not_say_how_large_it_is_counts_as_the_largest() {
        let parts = futures::stream::iter([Ok::<_, std::io::Error>("part")]);
        assert_eq!(size_of(&Body::from_stream(parts)), BODY_LIMIT);
        assert_eq!(size_of(&Body::from(vec![0; 5_000])), 5_000);
        assert_eq!(size_of(&Body::from(vec![0; 5_000_000])), BODY_LIMIT);
        assert_eq!(size_of(&Body::empty()), 0);
    }
}
