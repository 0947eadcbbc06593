//! `Leptos.toml`: what the organisation sets for the process as a whole. Everything has a default,
//! so the file may be missing; what visitors and workers see is set in the office, not here.

use std::{
    fs, io,
    net::SocketAddr,
    num::NonZeroUsize,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use super::tls::Files;

/// The file that is read when it lies in the working directory.
const USUAL: &str = "Leptos.toml";

/// How a contact for finders of a weakness begins (RFC 9116 section 2.5.3).
const CONTACTS: [&str; 3] = ["https://", "mailto:", "tel:"];

/// Ten thousand visitors with a stream and a connection for what they ask, and half as many again.
const CONNECTIONS: NonZeroUsize = NonZeroUsize::new(30_000).expect("more than none");

/// The settings, read and checked.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// Whether people come by https, through a proxy where there is no certificate. If nothing is
    /// said, so it is, except on a loopback address without one.
    https: Option<bool>,
    /// The certificate, in PEM; with it the program does TLS itself. A path beside the settings.
    certificate: Option<PathBuf>,
    /// The certificate's private key, in PEM.
    key: Option<PathBuf>,
    /// Where health and measurements are told, apart from everything that people see.
    pub operations: Option<SocketAddr>,
    /// Where a finder of a weakness turns to (RFC 9116), a web or mail address.
    pub security_contact: String,
    /// The most connections that are open at once.
    pub connections: NonZeroUsize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            https: None,
            certificate: None,
            key: None,
            operations: None,
            security_contact: "https://veiligthuis.nl/contact/".to_owned(),
            connections: CONNECTIONS,
        }
    }
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file is missing or unreadable.
    #[error("cannot read the settings in {}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is no TOML, or names something that is no setting.
    #[error("the settings in {} are wrong: {reason}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// Where and what.
        reason: String,
    },
    /// Sign-in over plain http from elsewhere.
    #[error(
        "`https = false` is only possible on a loopback address, not on {0}: cookies would travel \
         unprotected"
    )]
    PlainBeyondLoopback(SocketAddr),
    /// One of two files that are worth nothing alone.
    #[error("there is a {given} and no {missing}: TLS needs both, in the settings or as options")]
    HalfAPair {
        /// What was said.
        given: &'static str,
        /// What was not.
        missing: &'static str,
    },
    /// TLS and plain http at once.
    #[error("`https = false` and a certificate cannot be used together: leave one out")]
    PlainWithCertificate,
    /// Two listeners on one address.
    #[error("{0} cannot be both for people and for operations: give `operations` another port")]
    SamePlace(SocketAddr),
}

impl Config {
    /// The settings in `file`, which must exist; without one, those in `Leptos.toml` in the working
    /// directory, or else the defaults.
    pub fn read(file: Option<&Path>) -> Result<Self, ConfigError> {
        let path = file.unwrap_or_else(|| Path::new(USUAL));
        match fs::read_to_string(path) {
            Ok(text) => {
                let config = Self::parse(&text)
                    .map_err(|reason| ConfigError::Wrong { path: path.to_owned(), reason })?;
                Ok(config.beside(path.parent().unwrap_or(Path::new(""))))
            }
            Err(source) if source.kind() == io::ErrorKind::NotFound && file.is_none() => {
                Ok(Self::default())
            }
            Err(source) => Err(ConfigError::Unreadable { path: path.to_owned(), source }),
        }
    }

    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let config: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        if config.security_contact.chars().any(char::is_control) {
            return Err("`security-contact` must be one line".to_owned());
        }
        if !CONTACTS.iter().any(|start| config.security_contact.starts_with(start)) {
            return Err(format!("`security-contact` must begin with one of {CONTACTS:?}"));
        }
        Ok(config)
    }

    /// With the files that it names taken from `folder`, where they are no whole paths.
    fn beside(mut self, folder: &Path) -> Self {
        for file in [&mut self.certificate, &mut self.key].into_iter().flatten() {
            *file = folder.join(&*file);
        }
        self
    }

    /// With what the command line says in place of what the file said.
    #[must_use]
    pub fn with(mut self, options: Options) -> Self {
        self.certificate = options.certificate.or(self.certificate);
        self.key = options.key.or(self.key);
        self.operations = options.operations.or(self.operations);
        self
    }

    /// The files for TLS in the program itself, if it is to be.
    pub fn tls(&self) -> Result<Option<Files>, ConfigError> {
        match (&self.certificate, &self.key) {
            (None, None) => Ok(None),
            (Some(_), Some(_)) if self.https == Some(false) => {
                Err(ConfigError::PlainWithCertificate)
            }
            (Some(certificate), Some(key)) => {
                Ok(Some(Files { certificate: certificate.clone(), key: key.clone() }))
            }
            (Some(_), None) => Err(ConfigError::HalfAPair { given: "certificate", missing: "key" }),
            (None, Some(_)) => Err(ConfigError::HalfAPair { given: "key", missing: "certificate" }),
        }
    }

    /// How people reach the server that listens on `address`.
    pub fn transport(&self, address: SocketAddr) -> Result<Transport, ConfigError> {
        if self.operations.is_some_and(|other| other == address && other.port() != 0) {
            return Err(ConfigError::SamePlace(address));
        }
        if self.tls()?.is_some() {
            return Ok(Transport::Https);
        }
        match (self.https, address.ip().is_loopback()) {
            (Some(false), false) => Err(ConfigError::PlainBeyondLoopback(address)),
            (Some(true), _) | (None, false) => Ok(Transport::Https),
            (Some(false) | None, true) => Ok(Transport::PlainLoopback),
        }
    }
}

/// What the command line may say of the settings.
#[derive(Debug, Default, clap::Args)]
pub struct Options {
    /// The certificate for TLS in the program itself, in PEM; read again when it changes
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<PathBuf>,
    /// The private key of the certificate, in PEM
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
    /// Where /health and /metrics are told, such as 127.0.0.1:9100 [default: nowhere]
    #[arg(long, value_name = "ADDR")]
    pub operations: Option<SocketAddr>,
}

/// How people reach the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// By https, here or at a proxy in front.
    Https,
    /// By plain http on this machine: for a demo and for development.
    PlainLoopback,
}

#[cfg(test)]
mod tests {
    use super::*;

    const ELSEWHERE: &str = "192.0.2.1:3000";
    const HERE: &str = "127.0.0.1:3000";

    fn transport(text: &str, address: &str) -> Result<Transport, ConfigError> {
        Config::parse(text).unwrap().transport(address.parse().unwrap())
    }

    #[test]
    fn an_empty_file_gives_the_defaults() {
        assert_eq!(Config::parse(""), Ok(Config::default()));
    }

    #[test]
    fn a_setting_that_does_not_exist_is_named() {
        let reason = Config::parse("htps = true").unwrap_err();
        assert!(reason.contains("htps"), "{reason}");
    }

    #[test]
    fn a_contact_is_an_address_that_a_program_can_open() {
        for (contact, fits) in [
            ("mailto:veilig@voorbeeld.nl", true),
            ("https://voorbeeld.nl/melden", true),
            ("veilig@voorbeeld.nl", false),
            ("http://voorbeeld.nl/melden", false),
            ("https://voorbeeld.nl\\nExpires: never", false),
        ] {
            let parsed = Config::parse(&format!("security-contact = \"{contact}\""));
            assert_eq!(parsed.is_ok(), fits, "{contact}");
        }
    }

    #[test]
    fn the_number_of_connections_can_be_set_and_is_never_none() {
        assert_eq!(Config::parse("connections = 5").unwrap().connections.get(), 5);
        assert!(Config::parse("connections = 0").is_err());
    }

    #[test]
    fn only_a_loopback_address_goes_without_https() {
        assert_eq!(transport("", HERE).unwrap(), Transport::PlainLoopback);
        assert_eq!(transport("https = true", HERE).unwrap(), Transport::Https);
        assert_eq!(transport("", ELSEWHERE).unwrap(), Transport::Https);
        assert!(transport("https = false", ELSEWHERE).is_err());
    }

    #[test]
    fn a_certificate_makes_it_https_everywhere() {
        let pair = "certificate = 'chat.pem'\nkey = 'chat.key'";
        assert_eq!(transport(pair, HERE).unwrap(), Transport::Https);
        assert_eq!(transport(pair, ELSEWHERE).unwrap(), Transport::Https);
    }

    #[test]
    fn what_cannot_go_together_is_told() {
        for (text, word) in [
            ("certificate = 'chat.pem'", "no key"),
            ("key = 'chat.key'", "no certificate"),
            ("https = false\ncertificate = 'chat.pem'\nkey = 'chat.key'", "leave one out"),
            ("operations = '127.0.0.1:3000'", "another port"),
        ] {
            let error = transport(text, HERE).unwrap_err().to_string();
            assert!(error.contains(word), "{text}: {error}");
        }
    }

    #[test]
    fn files_lie_beside_the_settings_and_options_go_before_them() {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("settings.toml");
        fs::write(&settings, "certificate = 'chat.pem'\nkey = '/keys/chat.key'").unwrap();
        let read = || Config::read(Some(&settings)).unwrap();
        let files = read().tls().unwrap().unwrap();
        assert_eq!(files.certificate, folder.path().join("chat.pem"));
        assert_eq!(files.key, Path::new("/keys/chat.key"));
        let options = Options { key: Some("here.key".into()), ..Options::default() };
        assert_eq!(read().with(options).tls().unwrap().unwrap().key, Path::new("here.key"));
    }
}
