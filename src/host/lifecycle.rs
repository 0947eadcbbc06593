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

/// Serves until SIGTERM or SIGINT. Then no new connection is taken, `stopping` is cancelled, at
/// which every stream ends by itself, and open requests get five seconds.
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
        signalled.await;
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
