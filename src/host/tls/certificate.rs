//! The certificate that is shown to whoever connects, read from two files and read again when they
//! change.

use std::{
    fmt, fs,
    os::unix::fs::PermissionsExt,
    path::Path,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
};

use rustls::{
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    server::{ClientHello, ResolvesServerCert},
    sign::CertifiedKey,
};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{Files, TlsError};

/// The bit of a file's mode that lets everybody read it.
const READ_BY_ALL: u32 = 0o004;

/// A certificate and its key, which may be replaced while connections are taken.
pub struct Certificate {
    files: Files,
    current: RwLock<Current>,
    stale: AtomicBool,
}

struct Current {
    print: Print,
    key: Arc<CertifiedKey>,
}

/// What the two files held, as a hash: enough to see whether they changed.
pub(super) type Print = [u8; 32];

/// What was found in the files.
#[derive(Debug)]
pub(super) enum Found {
    /// What is in use already.
    Same,
    /// A new pair, which is in use from now on.
    New,
    /// Something that cannot be used, with a print of it where it could be read.
    Broken(Option<Print>, TlsError),
}

impl Certificate {
    /// Reads the two files.
    pub fn read(files: Files) -> Result<Self, TlsError> {
        let (certificate, key) = contents(&files)?;
        let current = Current {
            print: print(&certificate, &key),
            key: Arc::new(pair(&files, &certificate, &key)?),
        };
        Ok(Self { files, current: RwLock::new(current), stale: AtomicBool::new(false) })
    }

    /// Whether the files hold something that cannot be used, so that an older pair still is.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.stale.load(Ordering::Relaxed)
    }

    /// Looks into the files again. What cannot be used changes nothing.
    pub(super) fn look(&self) -> Found {
        let found = self.look_into_files();
        self.stale.store(matches!(found, Found::Broken(..)), Ordering::Relaxed);
        found
    }

    fn look_into_files(&self) -> Found {
        let (certificate, key) = match contents(&self.files) {
            Ok(read) => read,
            Err(error) => return Found::Broken(None, error),
        };
        let print = print(&certificate, &key);
        if self.current.read().unwrap_or_else(PoisonError::into_inner).print == print {
            return Found::Same;
        }
        match pair(&self.files, &certificate, &key) {
            Ok(key) => {
                let next = Current { print, key: Arc::new(key) };
                *self.current.write().unwrap_or_else(PoisonError::into_inner) = next;
                Found::New
            }
            Err(error) => Found::Broken(Some(print), error),
        }
    }
}

impl ResolvesServerCert for Certificate {
    /// The one there is; which name was asked for does not matter.
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(&current.key))
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate").field("files", &self.files).finish_non_exhaustive()
    }
}

type Contents = (Vec<u8>, Zeroizing<Vec<u8>>);

fn contents(files: &Files) -> Result<Contents, TlsError> {
    let read = |path: &Path| fs::read(path).map_err(TlsError::unreadable(path));
    let certificate = read(&files.certificate)?;
    let about = fs::metadata(&files.key).map_err(TlsError::unreadable(&files.key))?;
    if about.permissions().mode() & READ_BY_ALL != 0 {
        return Err(TlsError::OpenKey(files.key.clone()));
    }
    Ok((certificate, Zeroizing::new(read(&files.key)?)))
}

fn print(certificate: &[u8], key: &[u8]) -> Print {
    let mut hash = Sha256::new();
    hash.update(u64::try_from(certificate.len()).unwrap_or(u64::MAX).to_be_bytes());
    hash.update(certificate);
    hash.update(key);
    hash.finalize().into()
}

fn pair(files: &Files, certificate: &[u8], key: &[u8]) -> Result<CertifiedKey, TlsError> {
    let chain: Vec<_> = CertificateDer::pem_slice_iter(certificate)
        .collect::<Result<_, _>>()
        .ok()
        .filter(|chain: &Vec<_>| !chain.is_empty())
        .ok_or_else(|| TlsError::NoCertificate(files.certificate.clone()))?;
    let key = PrivateKeyDer::from_pem_slice(key).map_err(|_| TlsError::NoKey(files.key.clone()))?;
    // It also looks whether the two belong together.
    CertifiedKey::from_der(chain, key, &aws_lc_rs::default_provider())
        .map_err(|reason| TlsError::Unusable { files: files.clone(), reason })
}
