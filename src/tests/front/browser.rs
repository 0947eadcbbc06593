//! A browser that speaks HTTP/2 over TLS, as far as it takes to ask.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use axum::{
    body::{Body, BodyDataStream},
    http::{Request, StatusCode, header, request::Builder},
    response::Response,
};
use futures::StreamExt;
use hyper::client::conn::http2::{SendRequest, handshake};
use hyper_util::rt::{TokioExecutor, TokioIo};
use rustls::{ClientConfig, RootCertStore, crypto::aws_lc_rs, pki_types::CertificateDer};
use tokio::{net::TcpSocket, time};
use tokio_rustls::TlsConnector;
use veiligchat::protocol::{DutyWish, SetDuty, VERSION, frame::Frames};

use super::program::NAME;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// One connection.
pub struct Browser {
    sender: SendRequest<Body>,
    /// The cookies that it sends.
    pub cookies: String,
    /// Further headers that it sends with everything.
    pub headers: Vec<(&'static str, String)>,
}

impl Browser {
    /// Connects from this address, trusting this certificate only.
    pub async fn connect(
        from: Ipv4Addr,
        to: SocketAddr,
        trusted: &CertificateDer<'static>,
    ) -> io::Result<Self> {
        let mut roots = RootCertStore::empty();
        roots.add(trusted.clone()).unwrap();
        let provider = Arc::new(aws_lc_rs::default_provider());
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.alpn_protocols = vec![b"h2".to_vec()];
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::from((from, 0)))?;
        let connection = socket.connect(to).await?;
        let secured = TlsConnector::from(Arc::new(config));
        let secured = secured.connect(NAME.try_into().unwrap(), connection).await?;
        assert_eq!(secured.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
        let (sender, connection) = handshake(TokioExecutor::new(), TokioIo::new(secured))
            .await
            .map_err(io::Error::other)?;
        tokio::spawn(connection);
        Ok(Self { sender, cookies: String::new(), headers: Vec::new() })
    }

    fn request(&self, method: &str, path: &str) -> Builder {
        let request = Request::builder()
            .method(method)
            .uri(format!("https://{NAME}{path}"))
            .header(header::COOKIE, &self.cookies)
            .header("sec-fetch-site", "same-origin");
        self.headers.iter().fold(request, |request, (name, value)| request.header(*name, value))
    }

    async fn send(&mut self, request: Request<Body>) -> Response {
        let asked = time::timeout(PATIENCE, self.sender.send_request(request));
        asked.await.expect("nothing answers").unwrap().map(Body::new)
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> Response {
        let request = self.request("GET", path).body(Body::empty()).unwrap();
        self.send(request).await
    }

    /// Calls a server function.
    pub async fn call<Q: serde::Serialize>(&mut self, path: &str, request: &Q) -> Response {
        let body = postcard::to_allocvec(request).unwrap();
        let asked =
            self.request("POST", path).header(header::CONTENT_TYPE, "application/x-postcard");
        self.send(asked.body(Body::from(body)).unwrap()).await
    }

    /// Signs Anna in and puts her on duty; what signing in was answered with.
    pub async fn puts_anna_on_duty(&mut self) -> Response {
        let form = "name=anna&password=anna-demo-wachtwoord";
        let asked = self
            .request("POST", "/inloggen")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = self.send(asked.body(Body::from(form)).unwrap()).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let set = answer.headers().get_all(header::SET_COOKIE).iter();
        let pairs = set.map(|cookie| cookie.to_str().unwrap().split(';').next().unwrap());
        self.cookies = pairs.collect::<Vec<_>>().join("; ");
        let wish = DutyWish::On { capacity: 2, regions: Vec::new(), wrap_up: 0 };
        let duty = self.call("/api/worker/duty", &SetDuty { version: VERSION, wish }).await;
        assert_eq!(duty.status(), StatusCode::OK);
        answer
    }
}

/// The text of an answer.
pub async fn text(answer: Response) -> String {
    let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(body.to_vec()).unwrap()
}

/// An open stream of pushes.
pub struct Stream(BodyDataStream);

impl Stream {
    /// The stream in this answer, from which a first push has arrived: nobody on the way kept it.
    pub async fn opened<P: serde::de::DeserializeOwned>(answer: Response) -> Self {
        assert_eq!(answer.status(), StatusCode::OK);
        let mut body = answer.into_body().into_data_stream();
        let mut frames = Frames::default();
        loop {
            let chunk = time::timeout(Duration::from_secs(5), body.next());
            let chunk = chunk.await.expect("the stream is kept on the way");
            frames.feed(&chunk.expect("the stream ended").unwrap());
            if frames.take::<P>().unwrap().is_some() {
                return Self(body);
            }
        }
    }

    /// Whether it is still open: nothing more arrives, or something, but no end.
    pub async fn is_open(&mut self) -> bool {
        let more = time::timeout(Duration::from_millis(20), self.0.next()).await;
        more.is_err() || matches!(more, Ok(Some(Ok(_))))
    }
}
