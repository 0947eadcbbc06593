//! The other sites that may show the chat in a frame.

use std::{fmt, sync::Arc};

use super::{SettingError, is_host};

/// How many sites there may be: they stand in a header of every answer.
pub const SITES_LIMIT: usize = 50;

/// The origin of a site: `https://www.example.nl`, in small letters, with a port if it has one. Plain
/// http goes for this machine alone, where whoever builds a site tries it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FrameSite(String);

impl FrameSite {
    const LONGEST: usize = 120;

    /// Reads `https://`, a host with a full stop in it and perhaps a port, or `http://` and a name of
    /// this machine; a slash after it is left out. A browser compares origins, so a path would promise what is not looked at.
    pub fn parse(text: &str) -> Result<Self, SettingError> {
        let text = text.trim().to_ascii_lowercase();
        let text = text.strip_suffix('/').unwrap_or(&text);
        let (takes, host_and_port): (fn(&str) -> bool, _) =
            match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
                (Some(rest), _) => (is_host, rest),
                (None, Some(rest)) => (is_this_machine, rest),
                (None, None) => return Err(SettingError::NotASite),
            };
        let (host, port) = match host_and_port.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (host_and_port, None),
        };
        let is_port = |port: &str| {
            port.bytes().all(|byte| byte.is_ascii_digit())
                && port.parse().is_ok_and(|port: u16| port > 0)
        };
        let fits = text.len() <= Self::LONGEST && takes(host) && port.is_none_or(is_port);
        if fits { Ok(Self(text.to_owned())) } else { Err(SettingError::NotASite) }
    }

    /// The origin.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether this is a name of the machine itself, which browsers trust without https.
fn is_this_machine(host: &str) -> bool {
    let mut numbers = host.split('.').map(str::parse::<u8>);
    let is_loopback = numbers.next() == Some(Ok(127)) && numbers.clone().count() == 3;
    host == "localhost" || (is_loopback && numbers.all(|number| number.is_ok()))
}

/// The sites that may show the chat in a frame, each once, in the order of the alphabet.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct FrameSites(Arc<[FrameSite]>);

impl FrameSites {
    /// Reads one site per line; empty lines are left out.
    pub fn parse(text: &str) -> Result<Self, SettingError> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut sites = lines.map(FrameSite::parse).collect::<Result<Vec<_>, _>>()?;
        sites.sort();
        sites.dedup();
        if sites.len() > SITES_LIMIT {
            return Err(SettingError::TooManySites);
        }
        Ok(Self(sites.into()))
    }

    /// The sites.
    #[must_use]
    pub fn all(&self) -> &[FrameSite] {
        &self.0
    }

    /// The value of `frame-ancestors` (CSP level 3, section 6.4.2): the sites, or nobody.
    #[must_use]
    pub fn ancestors(&self) -> String {
        if self.0.is_empty() {
            return "'none'".to_owned();
        }
        self.0.iter().map(FrameSite::as_str).collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Debug for FrameSites {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.ancestors())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_site_is_an_https_origin_and_nothing_more() {
        for (text, origin) in [
            ("https://www.veiligthuis.nl", "https://www.veiligthuis.nl"),
            (" HTTPS://Www.VeiligThuis.nl/ ", "https://www.veiligthuis.nl"),
            ("https://test.example.nl:8443", "https://test.example.nl:8443"),
            ("http://localhost:8000/", "http://localhost:8000"),
            ("http://127.0.0.2:8000", "http://127.0.0.2:8000"),
        ] {
            assert_eq!(FrameSite::parse(text).unwrap().as_str(), origin);
        }
        for text in [
            "",
            "veiligthuis.nl",
            "http://veiligthuis.nl",
            "http://128.0.0.1",
            "http://localhost.nl",
            "https://localhost",
            "https://veiligthuis.nl/chat",
            "https://veiligthuis.nl//",
            "https://veiligthuis",
            "https://*.veiligthuis.nl",
            "https://veiligthuis.nl:0",
            "https://veiligthuis.nl:99999",
            "https://veiligthuis.nl:",
            "https://veiligthuis.nl;script-src *",
            "https://a.nl https://b.nl",
            "https://veiligthuís.nl",
            "https://u@veiligthuis.nl",
        ] {
            assert_eq!(FrameSite::parse(text), Err(SettingError::NotASite), "{text}");
        }
    }

    #[test]
    fn without_a_site_nobody_frames() {
        assert_eq!(FrameSites::parse("\n  \n").unwrap().ancestors(), "'none'");
        let two = FrameSites::parse("https://b.nl\r\nhttps://a.nl\n\nhttps://b.nl/").unwrap();
        assert_eq!(two.ancestors(), "https://a.nl https://b.nl");
    }

    #[test]
    fn there_is_an_end_to_the_sites() {
        let lines = |many: usize| {
            let sites = (0..many).map(|number| format!("https://site{number}.nl"));
            sites.collect::<Vec<_>>().join("\n")
        };
        assert!(FrameSites::parse(&lines(SITES_LIMIT)).is_ok());
        let many = FrameSites::parse(&lines(SITES_LIMIT + 1));
        assert_eq!(many, Err(SettingError::TooManySites));
    }

    proptest! {
        #[test]
        fn no_site_says_more_than_its_own_name(text in "(https?://)?[a-z0-9.:;,'*/ -]{0,40}") {
            if let Ok(site) = FrameSite::parse(&text) {
                let (_, rest) = site.as_str().split_once("://").unwrap();
                let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".:-".contains(&byte);
                prop_assert!(rest.bytes().all(plain));
            }
        }
    }
}
