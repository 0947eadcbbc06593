//! A client for what the benchmark asks over HTTP/1.1, and no more. A crate's client would switch on
//! features in the server's own dependencies, and another program would be measured than is shipped.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use serde::{Serialize, de::DeserializeOwned};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};
use veiligchat::protocol::{Refusal, frame::Frames};

/// How the body of an answer is delimited.
#[derive(Clone, Copy)]
enum Body {
    Length(usize),
    Chunked,
}

/// The head of an answer.
pub struct Head {
    pub status: u16,
    /// Name and value of each cookie that was set.
    pub cookies: Vec<String>,
    body: Body,
}

/// One kept-alive connection.
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    pub async fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Sends a request and reads the head of its answer.
    pub async fn ask(&mut self, head: &str, body: &[u8]) -> io::Result<Head> {
        let length = body.len();
        let rest = format!("sec-fetch-site: same-origin\r\ncontent-length: {length}\r\n\r\n");
        let mut request = [head, "host: localhost\r\n", &rest].concat().into_bytes();
        request.extend_from_slice(body);
        self.0.get_mut().write_all(&request).await?;
        self.head().await
    }

    async fn head(&mut self) -> io::Result<Head> {
        let first = self.line().await?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| unexpected(&first))?;
        let mut head = Head { status, cookies: Vec::new(), body: Body::Length(0) };
        loop {
            let line = self.line().await?;
            let Some((name, value)) = line.split_once(':') else { return Ok(head) };
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "content-length" => {
                    head.body = Body::Length(value.parse().map_err(|_| unexpected(&line))?);
                }
                "transfer-encoding" => head.body = Body::Chunked,
                "set-cookie" => {
                    head.cookies.extend(value.split(';').next().map(str::to_owned));
                }
                _ => {}
            }
        }
    }

    /// The whole body of an answer.
    pub async fn whole(&mut self, head: &Head) -> io::Result<Vec<u8>> {
        match head.body {
            Body::Length(length) => {
                let mut body = vec![0; length];
                self.0.read_exact(&mut body).await?;
                Ok(body)
            }
            Body::Chunked => {
                let mut body = Vec::new();
                while let Some(chunk) = self.chunk().await? {
                    body.extend(chunk);
                }
                Ok(body)
            }
        }
    }

    /// The next chunk of a chunked body; `None` at its end.
    async fn chunk(&mut self) -> io::Result<Option<Vec<u8>>> {
        let size = self.line().await?;
        let size = usize::from_str_radix(size.trim(), 16).map_err(|_| unexpected(&size))?;
        let mut chunk = vec![0; size + 2];
        self.0.read_exact(&mut chunk).await?;
        chunk.truncate(size);
        Ok((size > 0).then_some(chunk))
    }

    async fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.0.read_line(&mut line).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}

fn unexpected(line: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("an unexpected line: {line}"))
}

/// One browser: its cookie, and its idle connections.
#[derive(Clone)]
pub struct Browser {
    address: SocketAddr,
    cookie: Arc<str>,
    idle: Arc<Mutex<Vec<Connection>>>,
}

impl Browser {
    pub fn new(address: SocketAddr, cookie: &str) -> Self {
        Self { address, cookie: cookie.into(), idle: Arc::default() }
    }

    /// Calls a server function.
    pub async fn call<Answer: DeserializeOwned>(
        &self,
        path: &str,
        request: &impl Serialize,
    ) -> Result<Answer, Refusal> {
        let (mut connection, head) = self.post(path, request).await?;
        let body = connection.whole(&head).await.map_err(|_| Refusal::Unreachable)?;
        self.idle().push(connection);
        if head.status == 200 {
            postcard::from_bytes(&body).map_err(|_| Refusal::OtherVersion)
        } else {
            Err(postcard::from_bytes(&body).unwrap_or(Refusal::Unreachable))
        }
    }

    /// Opens a stream and hands on each push; at the end, why it ended.
    pub async fn follow<Push: DeserializeOwned>(
        &self,
        path: &str,
        request: &impl Serialize,
        mut push: impl FnMut(Push),
    ) -> Refusal {
        let (mut connection, head) = match self.post(path, request).await {
            Ok(answer) => answer,
            Err(refusal) => return refusal,
        };
        if head.status != 200 {
            let body = connection.whole(&head).await.unwrap_or_default();
            return postcard::from_bytes(&body).unwrap_or(Refusal::Unreachable);
        }
        let mut frames = Frames::default();
        while let Ok(Some(chunk)) = connection.chunk().await {
            frames.feed(&chunk);
            loop {
                match frames.take() {
                    Ok(Some(frame)) => push(frame),
                    Ok(None) => break,
                    Err(_) => return Refusal::OtherVersion,
                }
            }
        }
        Refusal::Unreachable
    }

    /// An idle connection may have been closed meanwhile: then another one is used.
    async fn post(
        &self,
        path: &str,
        request: &impl Serialize,
    ) -> Result<(Connection, Head), Refusal> {
        let body = postcard::to_allocvec(request).map_err(|_| Refusal::Malformed)?;
        let head = format!(
            "POST {path} HTTP/1.1\r\ncookie: {}\r\ncontent-type: application/x-postcard\r\n",
            self.cookie
        );
        loop {
            let idle = self.idle().pop();
            let is_new = idle.is_none();
            let mut connection = match idle {
                Some(connection) => connection,
                None => Connection::open(self.address).await.map_err(|_| Refusal::Unreachable)?,
            };
            match connection.ask(&head, &body).await {
                Ok(head) => return Ok((connection, head)),
                Err(_) if is_new => return Err(Refusal::Unreachable),
                Err(_) => {}
            }
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
