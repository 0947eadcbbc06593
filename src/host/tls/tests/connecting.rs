//! What a connection is secured with, and what runs over it.

use std::{num::NonZeroUsize, time::Duration};

use axum::{Router, body::Body, http::Request, response::Response, routing::get};
use futures::StreamExt;
use hyper::client::conn::http2::SendRequest;
use hyper_util::rt::{TokioExecutor, TokioIo};
use rustls::{HandshakeKind, NamedGroup, ProtocolVersion, crypto::SupportedKxGroup};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_util::sync::CancellationToken;

use super::*;
use crate::host::{
    connections::Places,
    lifecycle::{Door, listen, serve},
};

/// A server that runs until it is dropped.
struct Server {
    address: SocketAddr,
    certificate: CertificateDer<'static>,
    stopping: CancellationToken,
    _folder: Folder,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.cancel();
    }
}

async fn server() -> Server {
    let folder = Folder::new();
    let certificate = folder.renew();
    let acceptor = acceptor(Arc::new(folder.read().unwrap())).unwrap();
    let listener = listen(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
    let address = listener.local_addr().unwrap();
    let stopping = CancellationToken::new();
    let stream = || async {
        let first = futures::stream::iter([Ok::<_, io::Error>("open")]);
        Body::from_stream(first.chain(futures::stream::pending()))
    };
    let router = Router::new().route("/stream", get(stream)).route("/", get(|| async { "here" }));
    let places = Places::new(NonZeroUsize::new(10).unwrap());
    tokio::spawn(serve(Door::secured(listener, acceptor), router, places, stopping.clone()));
    Server { address, certificate, stopping, _folder: folder }
}

/// One connection over which HTTP/2 is spoken.
async fn by_http_2(server: &Server) -> SendRequest<Body> {
    let secured = connect(server.address, &server.certificate, &[HTTP_2]).await.unwrap();
    let (sender, connection) =
        hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(secured))
            .await
            .unwrap();
    tokio::spawn(connection);
    sender
}

async fn ask(sender: &mut SendRequest<Body>, path: &str) -> Response {
    let request = Request::get(format!("https://chat.example{path}")).body(Body::empty()).unwrap();
    sender.send_request(request).await.unwrap().map(Body::new)
}

#[tokio::test]
async fn a_connection_is_of_tls_1_3_with_keys_that_outlive_a_quantum_computer() {
    let server = server().await;
    let secured = connect(server.address, &server.certificate, &[HTTP_2]).await.unwrap();
    let (_, session) = secured.get_ref();
    assert_eq!(session.protocol_version(), Some(ProtocolVersion::TLSv1_3));
    let group = session.negotiated_key_exchange_group().map(SupportedKxGroup::name);
    assert_eq!(group, Some(NamedGroup::X25519MLKEM768));
}

#[tokio::test]
async fn the_protocol_is_the_best_that_both_know() {
    let server = server().await;
    for (offered, chosen) in [
        (&[HTTP_2, &b"http/1.1"[..]][..], Some(HTTP_2)),
        (&[&b"http/1.1"[..]][..], Some(&b"http/1.1"[..])),
        (&[][..], None),
    ] {
        let secured = connect(server.address, &server.certificate, offered).await.unwrap();
        assert_eq!(secured.get_ref().1.alpn_protocol(), chosen);
    }
    assert!(connect(server.address, &server.certificate, &[&b"h3"[..]]).await.is_err());
}

#[tokio::test]
async fn whoever_speaks_only_http_1_is_answered() {
    let server = server().await;
    let mut secured = connect(server.address, &server.certificate, &[]).await.unwrap();
    let request = b"GET / HTTP/1.1\r\nhost: chat.example\r\nconnection: close\r\n\r\n";
    secured.write_all(request).await.unwrap();
    let mut told = String::new();
    // Some servers end without saying so in TLS; what was told counts.
    let _ = secured.read_to_string(&mut told).await;
    assert!(told.starts_with("HTTP/1.1 200") && told.ends_with("here"), "{told}");
}

/// A first message that knows no version above TLS 1.2 (RFC 5246 section 7.4.1.2).
fn hello_of_tls_1_2() -> Vec<u8> {
    let extensions = [
        &[0, 10, 0, 4, 0, 2, 0, 0x1d][..], // groups: X25519
        &[0, 13, 0, 4, 0, 2, 4, 3][..],    // signatures: ECDSA with P-256
        &[0, 11, 0, 2, 1, 0][..],          // points: uncompressed
    ]
    .concat();
    let mut body = vec![3, 3];
    body.extend([7; 32]);
    body.extend([
        0,
        0,
        4,
        0xc0,
        0x2b,
        0xc0,
        0x2f,
        1,
        0,
        0,
        u8::try_from(extensions.len()).unwrap(),
    ]);
    body.extend(extensions);
    let size = u8::try_from(body.len()).unwrap();
    [&[22, 3, 1, 0, size + 4, 1, 0, 0, size][..], &body].concat()
}

#[tokio::test]
async fn tls_1_2_is_refused_and_told_so() {
    let server = server().await;
    let mut connection = TcpStream::connect(server.address).await.unwrap();
    connection.write_all(&hello_of_tls_1_2()).await.unwrap();
    let mut told = Vec::new();
    connection.read_to_end(&mut told).await.unwrap();
    // Fatal, protocol version (RFC 8446 section 6).
    assert_eq!(told, [21, 3, 3, 0, 2, 2, 70]);
}

#[tokio::test]
async fn plain_http_is_not_answered() {
    let server = server().await;
    let mut connection = TcpStream::connect(server.address).await.unwrap();
    connection.write_all(b"GET / HTTP/1.1\r\nhost: chat.example\r\n\r\n").await.unwrap();
    let mut told = Vec::new();
    let _ = connection.read_to_end(&mut told).await;
    assert!(!told.windows(4).any(|part| part == b"HTTP"), "{told:?}");
}

#[tokio::test]
async fn nobody_is_known_again_at_the_next_connection() {
    let server = server().await;
    for _ in 0..2 {
        let mut secured = connect(server.address, &server.certificate, &[]).await.unwrap();
        secured.write_all(b"GET / HTTP/1.1\r\nhost: chat.example\r\n\r\n").await.unwrap();
        secured.read_u8().await.unwrap();
        let (_, session) = secured.get_ref();
        assert_eq!(session.tls13_tickets_received(), 0);
        assert_eq!(session.handshake_kind(), Some(HandshakeKind::Full));
    }
}

#[tokio::test]
async fn seven_streams_and_a_request_share_one_connection() {
    let server = server().await;
    let mut sender = by_http_2(&server).await;
    let mut streams = Vec::new();
    for _ in 0..7 {
        let mut stream = ask(&mut sender, "/stream").await.into_body().into_data_stream();
        assert_eq!(stream.next().await.unwrap().unwrap(), "open");
        streams.push(stream);
    }
    let asked = tokio::time::timeout(Duration::from_secs(5), ask(&mut sender, "/"));
    let answer = asked.await.expect("the request waits for a stream to end");
    assert_eq!(axum::body::to_bytes(answer.into_body(), 16).await.unwrap(), "here");
    for stream in &mut streams {
        let more = tokio::time::timeout(Duration::from_millis(10), stream.next());
        assert!(more.await.is_err(), "a stream ended");
    }
}

#[tokio::test]
async fn a_stop_ends_what_was_opened_over_http_2() {
    let server = server().await;
    let mut sender = by_http_2(&server).await;
    ask(&mut sender, "/").await;
    server.stopping.cancel();
    let closed = async {
        while !sender.is_closed() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(5), closed).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn whoever_does_not_finish_securing_a_connection_is_sent_away() {
    let server = server().await;
    let mut connection = TcpStream::connect(server.address).await.unwrap();
    connection.write_all(&[22, 3, 1]).await.unwrap();
    let mut told = Vec::new();
    let _ = connection.read_to_end(&mut told).await;
    assert!(told.is_empty(), "{told:?}");
}
