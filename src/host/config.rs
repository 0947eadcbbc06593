//! `Leptos.toml`: what the organisation sets for the process as a whole. Everything has a default,
//! so the file may be missing; what visitors and workers see is set in the office, not here.

use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use serde::Deserialize;

/// The file that is read when it lies in the working directory.
const USUAL: &str = "Leptos.toml";

/// The settings, read and checked.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// Whether people come by https, through a proxy. If nothing is said, so it is, except on a
    /// loopback address.
    https: Option<bool>,
    /// Where a finder of a weakness turns to (RFC 9116), a web or mail address.
    pub security_contact: String,
}

impl Default for Config {
    fn default() -> Self {
        Self { https: None, security_contact: "https://veiligthuis.nl/contact/".to_owned() }
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
}

impl Config {
    /// The settings in `file`, which must exist; without one, those in `Leptos.toml` in the working
    /// directory, or else the defaults.
    pub fn read(file: Option<&Path>) -> Result<Self, ConfigError> {
        let path = file.unwrap_or_else(|| Path::new(USUAL));
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text)
                .map_err(|reason| ConfigError::Wrong { path: path.to_owned(), reason }),
            Err(source) if source.kind() == io::ErrorKind::NotFound && file.is_none() => {
                Ok(Self::default())
            }
            Err(source) => Err(ConfigError::Unreadable { path: path.to_owned(), source }),
        }
    }

    fn parse(text: &str) -> Result<Self, String> {
        let config: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        if config.security_contact.chars().any(char::is_control) {
            return Err("`security-contact` must be one line".to_owned());
        }
        Ok(config)
    }

    /// How people reach the server that listens on `address`.
    pub fn transport(&self, address: SocketAddr) -> Result<Transport, ConfigError> {
        match (self.https, address.ip().is_loopback()) {
            (Some(false), false) => Err(ConfigError::PlainBeyondLoopback(address)),
            (Some(true), _) | (None, false) => Ok(Transport::Https),
            (Some(false) | None, true) => Ok(Transport::PlainLoopback),
        }
    }
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
    fn only_a_loopback_address_goes_without_https() {
        assert_eq!(transport("", HERE).unwrap(), Transport::PlainLoopback);
        assert_eq!(transport("https = true", HERE).unwrap(), Transport::Https);
        assert_eq!(transport("", ELSEWHERE).unwrap(), Transport::Https);
        assert!(transport("https = false", ELSEWHERE).is_err());
    }
}
