//! Certificates last for weeks and the process for months: the files are looked into again and
//! again, and what is new there is used from then on, without a restart.

use std::{sync::Arc, time::Duration};

use tokio::{task, time};
use tokio_util::sync::CancellationToken;

use super::certificate::{Certificate, Found, Print};

/// How often the files are looked into. Reading two small files costs nothing; asking the system
/// to tell of changes fails on some file systems, and with the links that some clients replace.
const EVERY: Duration = Duration::from_secs(10);

/// Keeps a certificate fresh until the process stops.
pub async fn keep_fresh(certificate: Arc<Certificate>, stopping: CancellationToken) {
    let mut doubt = Doubt::None;
    loop {
        tokio::select! {
            () = stopping.cancelled() => return,
            () = time::sleep(EVERY) => {}
        }
        let looked = Arc::clone(&certificate);
        // Whoever looks can only fail by panicking, and then looks again.
        let Ok(found) = task::spawn_blocking(move || looked.look()).await else { continue };
        let told;
        (doubt, told) = doubt.after(&found);
        match found {
            Found::New => tracing::info!("a new certificate is in use"),
            Found::Broken(_, error) if told => {
                tracing::error!(%error, "the new certificate cannot be used; the old one still is");
            }
            Found::Broken(..) | Found::Same => {}
        }
    }
}

/// What is wrong with the files. A certificate and its key are replaced one after the other, so
/// what is broken once need not be; and what was told is not told every ten seconds.
#[derive(Debug, PartialEq, Eq)]
enum Doubt {
    None,
    Seen(Option<Print>),
    Told(Option<Print>),
}

impl Doubt {
    /// The doubt after another look, and whether it is to be told now.
    fn after(self, found: &Found) -> (Self, bool) {
        let Found::Broken(print, _) = found else { return (Self::None, false) };
        match self {
            Self::Told(before) if before == *print => (Self::Told(before), false),
            Self::Seen(before) if before == *print => (Self::Told(before), true),
            Self::None | Self::Seen(_) | Self::Told(_) => (Self::Seen(*print), false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::tls::TlsError;

    fn broken(print: u8) -> Found {
        Found::Broken(Some([print; 32]), TlsError::NoKey("key.pem".into()))
    }

    fn told(looks: &[Found]) -> Vec<bool> {
        let mut doubt = Doubt::None;
        let each = looks.iter().map(|found| {
            let told;
            (doubt, told) = std::mem::replace(&mut doubt, Doubt::None).after(found);
            told
        });
        each.collect()
    }

    #[test]
    fn a_pair_that_is_replaced_one_file_after_the_other_is_no_reason_to_shout() {
        assert_eq!(told(&[broken(1), Found::New, Found::Same]), [false, false, false]);
    }

    #[test]
    fn what_stays_broken_is_told_once() {
        let looks = [broken(1), broken(1), broken(1), broken(2), broken(2), Found::New, broken(2)];
        assert_eq!(told(&looks), [false, true, false, false, true, false, false]);
    }
}
