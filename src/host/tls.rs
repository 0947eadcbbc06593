//! TLS 1.3 in the process itself: the certificate, kept fresh while it runs, and what connections are
//! secured with. Nothing else is spoken: no older version, and no tickets, by which a browser that
//! comes back would be known again.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use rustls::{ServerConfig, crypto::aws_lc_rs, server::NoServerSessionStorage, version::TLS13};
use tokio_rustls::TlsAcceptor;

mod certificate;
mod renewal;
#[cfg(test)]
mod tests;

pub use self::{certificate::Certificate, renewal::keep_fresh};

/// The protocols that are offered inside TLS (RFC 7301), best first.
const PROTOCOLS: [&[u8]; 2] = [HTTP_2, b"http/1.1"];

/// HTTP/2, by its name in TLS (RFC 9113 section 3.2).
pub const HTTP_2: &[u8] = b"h2";

/// Where the certificate and its key lie, both in PEM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The certificate of the server itself, and those that lead from it to a known authority.
    pub certificate: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

/// Why a certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file is missing or unreadable.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Everybody on the machine can read the key.
    #[error("everybody on this machine can read the key in {}: use `chmod o-r`", .0.display())]
    OpenKey(PathBuf),
    /// A file holds no certificate.
    #[error("there is no certificate in {}: it must be PEM", .0.display())]
    NoCertificate(PathBuf),
    /// A file holds no key.
    #[error("there is no private key without a password in {}: it must be PEM", .0.display())]
    NoKey(PathBuf),
    /// The two are no pair, or of a kind that TLS 1.3 does not know.
    #[error("the key in {} and the certificate in {} cannot be used together: {reason}",
        files.key.display(), files.certificate.display())]
    Unusable {
        /// The two files.
        files: Files,
        /// What is wrong.
        reason: rustls::Error,
    },
}

impl TlsError {
    fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Unreadable { path: path.to_owned(), source }
    }
}

/// What secures connections with this certificate, whichever it is at the time.
///
/// The keys of a connection are agreed on by X25519 with ML-KEM-768 where the browser knows it:
/// what is recorded today, passwords of staff among it, stays closed to a quantum computer later.
pub fn acceptor(certificate: Arc<Certificate>) -> Result<TlsAcceptor, rustls::Error> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS13])?
        .with_no_client_auth()
        .with_cert_resolver(certificate);
    config.alpn_protocols = PROTOCOLS.map(<[u8]>::to_vec).to_vec();
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    Ok(TlsAcceptor::from(Arc::new(config)))
}
