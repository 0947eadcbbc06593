//! Health and measurements, on a listener of their own that nobody but the operator reaches.
//!
//! What is told is about the machine and never about people. A series of exact numbers, kept by
//! whoever asks every few seconds, would say when somebody chatted; so what follows people is told
//! in coarse steps, and of messages only how long storing the last thousand took.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use tokio::{net::TcpListener, time};
use tokio_util::sync::CancellationToken;

use super::tls::Certificate;
use crate::service::switchboard::Switchboard;

mod measured;
mod measures;
mod metrics;

pub use self::{measured::Measured, measures::Measures};

/// How long the journal may take to answer before the process counts as unwell.
const PATIENCE: Duration = Duration::from_secs(2);

/// What is looked at to say how the process is.
#[derive(Clone)]
pub struct Operations {
    /// What was measured.
    pub measures: Arc<Measures>,
    /// The queue and the conversations.
    pub switchboard: Arc<Switchboard>,
    /// The certificate, where the program does TLS itself.
    pub certificate: Option<Arc<Certificate>>,
}

/// Serves until `stopping` is cancelled.
pub async fn serve(listener: TcpListener, operations: Operations, stopping: CancellationToken) {
    let served = axum::serve(listener, router(operations))
        .with_graceful_shutdown(async move { stopping.cancelled().await });
    if let Err(error) = served.await {
        tracing::error!(%error, "health and measurements are told no longer");
    }
}

/// The two paths. `GET /health` answers 200 when conversations can go on and 503 otherwise.
pub fn router(operations: Operations) -> Router {
    Router::new().route("/health", get(health)).route("/metrics", get(tell)).with_state(operations)
}

async fn health(State(operations): State<Operations>) -> Response {
    let answer = time::timeout(PATIENCE, operations.switchboard.journal_answers()).await;
    let (status, text) = if answer != Ok(true) {
        (StatusCode::SERVICE_UNAVAILABLE, "the journal does not answer\n")
    } else if operations.measures.storing_fails() {
        (StatusCode::SERVICE_UNAVAILABLE, "nothing can be stored\n")
    } else {
        (StatusCode::OK, "ok\n")
    };
    plain(status, "text/plain; charset=utf-8", text.to_owned())
}

async fn tell(State(operations): State<Operations>) -> Response {
    // The text format of Prometheus.
    plain(StatusCode::OK, "text/plain; version=0.0.4; charset=utf-8", metrics::of(&operations))
}

fn plain(status: StatusCode, kind: &'static str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, text).into_response()
}
