//! What is accepted as a certificate, and what happens when it is replaced.

use rustls::server::ResolvesServerCert;

use super::*;

fn refusal(folder: &Folder) -> String {
    folder.read().unwrap_err().to_string()
}

/// The certificate that somebody who connects now is shown.
async fn shown(
    certificate: &Arc<Certificate>,
    trusted: &CertificateDer<'static>,
) -> io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let acceptor = acceptor(Arc::clone(certificate)).unwrap();
    let taking = tokio::spawn(async move {
        let (connection, _) = listener.accept().await?;
        acceptor.accept(connection).await.map(drop)
    });
    let connected = connect(address, trusted, &[]).await.map(drop);
    // Whoever is not trusted hears of it from the other side.
    let _ = taking.await;
    connected
}

#[tokio::test]
async fn a_new_pair_is_shown_from_then_on() {
    let folder = Folder::new();
    let first = folder.renew();
    let certificate = Arc::new(folder.read().unwrap());
    assert!(matches!(certificate.look(), Found::Same));
    shown(&certificate, &first).await.unwrap();

    let second = folder.renew();
    assert!(matches!(certificate.look(), Found::New));
    shown(&certificate, &second).await.unwrap();
    assert!(shown(&certificate, &first).await.is_err(), "the old one is still shown");
    assert!(matches!(certificate.look(), Found::Same));
}

#[tokio::test]
async fn a_broken_file_keeps_the_old_pair() {
    let folder = Folder::new();
    let first = folder.renew();
    let certificate = Arc::new(folder.read().unwrap());
    fs::write(folder.certificate(), "-----BEGIN CERTIFICATE-----\nAAAA\n").unwrap();
    assert!(matches!(certificate.look(), Found::Broken(Some(_), TlsError::NoCertificate(_))));
    fs::remove_file(folder.key()).unwrap();
    assert!(matches!(certificate.look(), Found::Broken(None, TlsError::Unreadable { .. })));
    assert!(certificate.is_stale());
    shown(&certificate, &first).await.unwrap();

    let second = folder.renew();
    assert!(matches!(certificate.look(), Found::New));
    assert!(!certificate.is_stale());
    shown(&certificate, &second).await.unwrap();
}

#[test]
fn a_key_of_another_certificate_is_refused() {
    let folder = Folder::new();
    folder.renew();
    folder.write_key(&KeyPair::generate().unwrap().serialize_pem(), 0o600);
    assert!(refusal(&folder).contains("cannot be used together"), "{}", refusal(&folder));
}

#[test]
fn a_key_that_everybody_can_read_is_refused() {
    let folder = Folder::new();
    folder.renew();
    folder.write_key(&fs::read_to_string(folder.key()).unwrap(), 0o644);
    assert!(refusal(&folder).contains("chmod o-r"), "{}", refusal(&folder));
}

#[test]
fn files_that_are_missing_or_something_else_are_named() {
    let folder = Folder::new();
    assert!(refusal(&folder).contains("chat.pem"));
    folder.renew();
    folder.write_key("no key at all", 0o600);
    assert!(refusal(&folder).contains("no private key"));
    fs::write(folder.certificate(), "nothing").unwrap();
    assert!(refusal(&folder).contains("no certificate"));
}

#[test]
fn a_certificate_prints_no_key() {
    let folder = Folder::new();
    folder.renew();
    let certificate = folder.read().unwrap();
    let printed = format!("{certificate:?}");
    assert!(printed.contains("chat.pem") && printed.len() < 300, "{printed}");
    assert!(!certificate.only_raw_public_keys());
}
