//! Connections to a server with a certificate of its own, as browsers make them.

use std::{
    fs,
    net::SocketAddr,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use rcgen::{CertificateParams, KeyPair};
use rustls::{ClientConfig, RootCertStore, pki_types::CertificateDer};
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio_rustls::{TlsConnector, client::TlsStream};

use super::{certificate::Found, *};

mod connecting;
mod replacing;

/// A folder with a certificate and its key.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Writes a new pair; the certificate.
    fn renew(&self) -> CertificateDer<'static> {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec!["chat.example".to_owned()]).unwrap();
        let certificate = params.self_signed(&key).unwrap();
        fs::write(self.certificate(), certificate.pem()).unwrap();
        self.write_key(&key.serialize_pem(), 0o600);
        certificate.der().clone()
    }

    fn write_key(&self, text: &str, mode: u32) {
        fs::write(self.key(), text).unwrap();
        fs::set_permissions(self.key(), fs::Permissions::from_mode(mode)).unwrap();
    }

    fn certificate(&self) -> PathBuf {
        self.path().join("chat.pem")
    }

    fn key(&self) -> PathBuf {
        self.path().join("chat.key")
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn files(&self) -> Files {
        Files { certificate: self.certificate(), key: self.key() }
    }

    fn read(&self) -> Result<Certificate, TlsError> {
        Certificate::read(self.files())
    }
}

/// Connects as a browser that trusts this certificate and speaks these protocols, best first.
async fn connect(
    address: SocketAddr,
    trusted: &CertificateDer<'static>,
    protocols: &[&[u8]],
) -> io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let mut config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = protocols.iter().map(|name| name.to_vec()).collect();
    let connection = TcpStream::connect(address).await?;
    let name = "chat.example".try_into().unwrap();
    TlsConnector::from(Arc::new(config)).connect(name, connection).await
}
