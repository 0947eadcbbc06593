//! The router as one connection sees it: each of its requests is under way until the last byte of its
//! answer has been handed over.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    response::Response,
};
use hyper::{
    Request, Version,
    body::{Body as HttpBody, Frame, Incoming, SizeHint},
    service::{Service, service_fn},
};
use tokio::time;
use tokio_util::sync::{CancellationToken, DropGuard};
use tower::ServiceExt;

use super::places::{Place, UnderWay};

/// How long a browser may take over an answer with HTTP/2, on the slowest of networks.
const TO_BE_TAKEN: Duration = Duration::from_mins(2);

/// How the path of a stream ends, whose answer has no end.
const STREAM: &str = "/follow";

/// Serves the requests of the connection at this place.
pub fn counted(
    router: Router,
    place: Arc<Place>,
) -> impl Service<
    Request<Incoming>,
    Response = Response<Held>,
    Error = Infallible,
    Future = impl Future<Output = Result<Response<Held>, Infallible>> + Send,
> + Clone {
    service_fn(move |request: Request<Incoming>| {
        let (router, under_way) = (router.clone(), place.begin());
        let may_stall = may_stall(request.version(), request.uri().path());
        let waited_for = may_stall.then(|| Arc::clone(&place));
        async move {
            let answer = router.oneshot(request.map(Body::new)).await?;
            Ok(hold(answer, under_way, waited_for))
        }
    })
}

/// Whether an answer to this can be held back while its connection looks alive.
fn may_stall(version: Version, path: &str) -> bool {
    version == Version::HTTP_2 && !path.ends_with(STREAM)
}

/// The answer to a request that is under way, and the connection that goes unless it is taken.
fn hold(answer: Response, under_way: UnderWay, waited_for: Option<Arc<Place>>) -> Response<Held> {
    let taken = waited_for.map(give_up_unless_taken);
    answer.map(|body| Held { body, _under_way: under_way, _taken: taken })
}

/// Gives a connection up on which an answer is not taken in time. With HTTP/2 a browser can hold back
/// each answer by itself, while the connection as a whole looks alive: forty of them, kept here.
fn give_up_unless_taken(place: Arc<Place>) -> DropGuard {
    let taken = CancellationToken::new();
    let told = taken.clone();
    tokio::spawn(async move {
        tokio::select! {
            () = told.cancelled() => {}
            () = time::sleep(TO_BE_TAKEN) => place.give_up(),
        }
    });
    taken.drop_guard()
}

/// The body of an answer, whose request is under way until it is dropped.
pub struct Held {
    body: Body,
    _under_way: UnderWay,
    /// Dropped with the body: it was taken, or the connection is gone.
    _taken: Option<DropGuard>,
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;

    use super::*;
    use crate::host::connections::Places;

    #[test]
    fn an_answer_can_be_held_back_with_http_2_and_a_stream_has_no_end() {
        assert!(may_stall(Version::HTTP_2, "/chat"));
        assert!(!may_stall(Version::HTTP_2, "/api/visitor/follow"));
        assert!(
            !may_stall(Version::HTTP_11, "/chat"),
            "writing that stands still is given up there"
        );
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_holds_an_answer_back_for_minutes_loses_the_connection_and_nobody_else_does() {
        let places = Places::new(NonZeroUsize::new(10).unwrap());
        let [holding, patient] = [(); 2].map(|()| places.take().unwrap());
        let answer =
            |place: &Arc<Place>| hold(Response::default(), place.begin(), Some(Arc::clone(place)));
        let _never_read = answer(&holding);
        drop(answer(&patient));
        time::sleep(TO_BE_TAKEN * 9 / 10).await;
        assert_eq!(places.open(), 2);
        time::timeout(TO_BE_TAKEN / 5, holding.gone()).await.unwrap();
        assert_eq!(places.open(), 1);
        let stays = time::timeout(2 * TO_BE_TAKEN, patient.gone()).await;
        assert!(stays.is_err(), "its answer was taken");
    }
}
