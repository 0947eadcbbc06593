//! From an open port to a clean end.

use std::{future::IntoFuture, io, net::SocketAddr, time::Duration};

use axum::{Router, serve::ListenerExt};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    time,
};
use tokio_util::sync::CancellationToken;

/// How long open requests get to finish once streams have been told to end.
const GRACE: Duration = Duration::from_secs(5);

/// Why the server cannot run.
#[derive(Debug, thiserror::Error)]
pub enum LifecycleError {
    /// Something else listens there.
    #[error("cannot listen on {0}: another program already uses this port")]
    Busy(SocketAddr),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {source}")]
    Address {
        /// The address asked for.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// Serving or waiting for a signal failed.
    #[error("the server stopped: {0}")]
    Stopped(#[from] io::Error),
}

/// Takes the port: the first thing to do, so that nothing has changed when it is busy.
pub async fn listen(address: SocketAddr) -> Result<TcpListener, LifecycleError> {
    TcpListener::bind(address).await.map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => LifecycleError::Busy(address),
        _ => LifecycleError::Address { address, source },
    })
}

/// Serves until SIGTERM or SIGINT, or until `stopping` is cancelled. Then no new connection is
/// taken; `stopping` is cancelled, at which every stream ends by itself; open requests get five
/// seconds.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stopping: CancellationToken,
) -> Result<(), LifecycleError> {
    let signalled = signalled()?;
    let listener = listener.tap_io(|connection| {
        // Without it messages are only slower.
        let _ = connection.set_nodelay(true);
    });
    let serving = axum::serve(listener, router)
        .with_graceful_shutdown(stopping.clone().cancelled_owned())
        .into_future();
    let ended = async {
        tokio::select! {
            () = signalled => {}
            () = stopping.cancelled() => {}
        }
        tracing::info!("stopping");
        stopping.cancel();
        time::sleep(GRACE).await;
    };
    tokio::select! {
        served = serving => served?,
        () = ended => tracing::warn!("stopped while requests were still open"),
    }
    tracing::info!("stopped");
    Ok(())
}

/// Waits for the first signal to stop; both are caught from now on.
fn signalled() -> io::Result<impl Future<Output = ()>> {
    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
    })
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use axum::{body::Body, routing::get};
    use futures::StreamExt;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    /// A stream without an end of its own; with `obedient`, it ends when the server stops.
    fn endless(stopping: CancellationToken, obedient: bool) -> Router {
        let open = move || async move {
            let first = futures::stream::iter([Ok::<_, io::Error>("first")]);
            let rest = futures::stream::once(async move {
                if !obedient {
                    std::future::pending::<()>().await;
                }
                stopping.cancelled().await;
                Ok("last")
            });
            Body::from_stream(first.chain(rest))
        };
        Router::new().route("/", get(open))
    }

    async fn stop_with_an_open_stream(obedient: bool) -> Duration {
        let listener = listen(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
        let address = listener.local_addr().unwrap();
        let stopping = CancellationToken::new();
        let router = endless(stopping.clone(), obedient);
        let serving = tokio::spawn(serve(listener, router, stopping.clone()));
        let mut client = tokio::net::TcpStream::connect(address).await.unwrap();
        client.write_all(b"GET / HTTP/1.1\r\nhost: here\r\n\r\n").await.unwrap();
        let mut some = [0; 16];
        client.read_exact(&mut some).await.unwrap();
        let asked = Instant::now();
        stopping.cancel();
        serving.await.unwrap().unwrap();
        asked.elapsed()
    }

    #[tokio::test]
    async fn a_stream_that_ends_when_told_does_not_hold_up_the_end() {
        assert!(stop_with_an_open_stream(true).await < Duration::from_secs(2));
    }

    #[tokio::test]
    async fn a_stream_that_does_not_end_is_cut_off() {
        let took = stop_with_an_open_stream(false).await;
        assert!(took >= GRACE && took < 2 * GRACE, "{took:?}");
    }

    #[tokio::test]
    async fn a_busy_port_is_told_apart() {
        let first = listen(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
        let address = first.local_addr().unwrap();
        assert!(
            matches!(listen(address).await, Err(LifecycleError::Busy(busy)) if busy == address)
        );
    }
}
