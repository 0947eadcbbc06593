//! The router as one connection sees it: each of its requests is under way until the last byte of its
//! answer has been handed over.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{
    Router,
    body::{Body, Bytes},
    response::Response,
};
use hyper::{
    Request,
    body::{Body as HttpBody, Frame, Incoming, SizeHint},
    service::{Service, service_fn},
};
use tower::ServiceExt;

use super::places::{Place, UnderWay};

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
        async move {
            let answer = router.oneshot(request.map(Body::new)).await?;
            Ok(answer.map(|body| Held { body, _under_way: under_way }))
        }
    })
}

/// The body of an answer, whose request is under way until it is dropped.
pub struct Held {
    body: Body,
    _under_way: UnderWay,
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
