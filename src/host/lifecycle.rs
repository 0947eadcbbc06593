//! From an open port to a clean end.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use axum::Router;
use hyper::server::conn::{http1, http2};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    signal::unix::{SignalKind, signal},
    time,
};
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;

use super::{
    connections::{Patient, Place, Places, counted},
    tls,
};

/// How long open requests get to finish once streams have been told to end.
const GRACE: Duration = Duration::from_secs(5);

/// How long the head of a request may take, from the connection or the answer before it: longer
/// than the pause between a page's heartbeats, which keep its connection.
const HEAD_TIME_OUT: Duration = Duration::from_secs(20);

/// How long a connection may take to be secured.
const HANDSHAKE_TIME_OUT: Duration = Duration::from_secs(10);

/// How many requests of one browser are served at once over HTTP/2: a stream for each open tab, and
/// what the tabs ask beside it.
const AT_ONCE: u32 = 40;

/// How much of bodies a browser may send over HTTP/2 before it was read: of one request, and of all
/// on a connection. As much is kept at the most of an answer that a browser does not take.
const UNREAD: u32 = 64 * 1024;
const ALL_UNREAD: u32 = 4 * UNREAD;
const UNSENT: usize = 64 * 1024;

/// How often is asked over HTTP/2 whether the browser is still there, and how long it may take to
/// answer.
const STILL_THERE: Duration = Duration::from_secs(20);

/// How much of a connection is read ahead, and so the most that a head can hold.
const READ_AHEAD: usize = 16 * 1024;

/// The same for HTTP/2, where a head is counted in another way (RFC 9113 section 6.5.2).
const HEADERS: u32 = 16 * 1024;

/// How long no connection is taken when the system can open no more.
const NO_MORE: Duration = Duration::from_millis(200);

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

/// Where connections are taken.
pub struct Door {
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
}

impl Door {
    /// Plain HTTP: behind a proxy, or on this machine only.
    #[must_use]
    pub const fn plain(listener: TcpListener) -> Self {
        Self { listener, tls: None }
    }

    /// TLS.
    #[must_use]
    pub const fn secured(listener: TcpListener, tls: TlsAcceptor) -> Self {
        Self { listener, tls: Some(tls) }
    }
}

/// Serves until SIGTERM or SIGINT, or until `stopping` is cancelled. Then no new connection is
/// taken; `stopping` is cancelled, at which every stream ends by itself; open requests get five
/// seconds. No more connections are open than there are `places`.
pub async fn serve(
    door: Door,
    router: Router,
    places: Places,
    stopping: CancellationToken,
) -> Result<(), LifecycleError> {
    let signalled = signalled()?;
    let open = GracefulShutdown::new();
    let taking = async {
        loop {
            match door.listener.accept().await {
                // Whose connection it is, is looked at by nobody.
                Ok((connection, _)) => {
                    // Without a place it is closed at once: everybody else has a request under way.
                    if let Some(place) = places.take() {
                        let served = Served { router: router.clone(), place, open: open.watcher() };
                        take(connection, door.tls.clone(), served, stopping.clone());
                    }
                }
                Err(error) if is_the_connections_own(&error) => {}
                Err(error) => {
                    tracing::error!(%error, "no connection can be taken");
                    time::sleep(NO_MORE).await;
                }
            }
        }
    };
    tokio::select! {
        () = taking => {}
        () = signalled => {}
        () = stopping.cancelled() => {}
    }
    drop(door);
    tracing::info!("stopping");
    stopping.cancel();
    if time::timeout(GRACE, open.shutdown()).await.is_err() {
        tracing::warn!("stopped while requests were still open");
    }
    tracing::info!("stopped");
    Ok(())
}

/// Serves one connection, in a task of its own, no larger than that kind of connection needs. What
/// goes wrong on it is the affair of whoever opened it.
fn take(
    connection: TcpStream,
    tls: Option<TlsAcceptor>,
    served: Served,
    stopping: CancellationToken,
) {
    // Without it messages are only slower.
    let _ = connection.set_nodelay(true);
    let connection = Patient::new(connection, Arc::clone(&served.place));
    let Some(tls) = tls else {
        tokio::spawn(served.by_http_1(connection));
        return;
    };
    tokio::spawn(async move {
        let secured = tokio::select! {
            () = stopping.cancelled() => return,
            () = served.place.gone() => return,
            secured = time::timeout(HANDSHAKE_TIME_OUT, tls.accept(connection)) => secured,
        };
        let Ok(Ok(connection)) = secured else { return };
        if connection.get_ref().1.alpn_protocol() == Some(tls::HTTP_2) {
            tokio::spawn(served.by_http_2(connection));
        } else {
            tokio::spawn(served.by_http_1(connection));
        }
    });
}

/// What one connection is served with. `axum::serve` would build the whole router anew for each,
/// which cost more memory than everything else of a waiting visitor, and has no time-out.
struct Served {
    router: Router,
    place: Arc<Place>,
    open: Watcher,
}

impl Served {
    async fn by_http_1(self, connection: impl AsyncRead + AsyncWrite + Send + Unpin + 'static) {
        let serving = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_TIME_OUT)
            .max_buf_size(READ_AHEAD)
            .serve_connection(TokioIo::new(connection), counted(self.router, self.place.clone()));
        tokio::select! {
            _ = self.open.watch(serving) => {}
            () = self.place.gone() => {}
        }
    }

    async fn by_http_2(self, connection: impl AsyncRead + AsyncWrite + Send + Unpin + 'static) {
        let serving = http2::Builder::new(TokioExecutor::new())
            .timer(TokioTimer::new())
            .max_concurrent_streams(AT_ONCE)
            .max_header_list_size(HEADERS)
            .initial_stream_window_size(UNREAD)
            .initial_connection_window_size(ALL_UNREAD)
            .max_send_buf_size(UNSENT)
            .keep_alive_interval(STILL_THERE)
            .keep_alive_timeout(STILL_THERE)
            .serve_connection(TokioIo::new(connection), counted(self.router, self.place.clone()));
        tokio::select! {
            _ = self.open.watch(serving) => {}
            () = self.place.gone() => {}
        }
    }
}

/// Whether a connection was gone before it could be taken.
fn is_the_connections_own(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
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
    use std::{num::NonZeroUsize, time::Instant};

    use axum::{body::Body, routing::get};
    use futures::StreamExt;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    fn places() -> Places {
        Places::new(NonZeroUsize::new(10).unwrap())
    }

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
        let serving =
            tokio::spawn(serve(Door::plain(listener), router, places(), stopping.clone()));
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

    #[tokio::test(start_paused = true)]
    async fn whoever_does_not_finish_a_head_is_sent_away() {
        let listener = listen(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
        let address = listener.local_addr().unwrap();
        let stopping = CancellationToken::new();
        let serving =
            tokio::spawn(serve(Door::plain(listener), Router::new(), places(), stopping.clone()));
        let mut slow = TcpStream::connect(address).await.unwrap();
        slow.write_all(b"GET / HTTP/1.1\r\nhost: ").await.unwrap();
        let mut told = Vec::new();
        slow.read_to_end(&mut told).await.unwrap();
        assert!(!told.starts_with(b"HTTP/1.1 2"), "{told:?}");
        stopping.cancel();
        serving.await.unwrap().unwrap();
    }

    #[tokio::test]
    async fn a_head_without_end_is_refused() {
        let listener = listen(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
        let address = listener.local_addr().unwrap();
        let stopping = CancellationToken::new();
        let serving =
            tokio::spawn(serve(Door::plain(listener), Router::new(), places(), stopping.clone()));
        let mut client = TcpStream::connect(address).await.unwrap();
        let head = format!("GET / HTTP/1.1\r\nhost: here\r\nx: {}", "x".repeat(2 * READ_AHEAD));
        client.write_all(head.as_bytes()).await.unwrap();
        let mut told = vec![0; 12];
        client.read_exact(&mut told).await.unwrap();
        assert_eq!(told, b"HTTP/1.1 431");
        stopping.cancel();
        serving.await.unwrap().unwrap();
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
