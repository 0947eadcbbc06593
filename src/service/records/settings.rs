//! The settings of the installation.

mod frames;
mod retention;

use std::time::Duration;

pub use frames::{FrameSite, FrameSites, SITES_LIMIT};
pub use retention::{Retention, RetentionMonths};

use super::Fingerprint;

/// A setting that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// Not a plain `https` address of at most 200 characters.
    #[error("the address of the neutral site must be a plain https address")]
    NotAnAddress,
    /// Not between one minute and thirty.
    #[error("the time to return is between one minute and thirty")]
    ReturnWindow,
    /// Not `https://`, a host and nothing more.
    #[error("a site that may frame the chat is https:// and a host, without a path")]
    NotASite,
    /// More than [`SITES_LIMIT`] sites.
    #[error("there are too many sites that may frame the chat")]
    TooManySites,
    /// Outside the bounds of what it is about.
    #[error("nothing is kept that short or that long")]
    Retention,
}

/// What holds for the whole installation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Where the quick exit leads.
    pub exit: ExitAddress,
    /// How long a visitor can go back to a conversation.
    pub return_window: ReturnWindow,
    /// Which other sites may show the chat in a frame.
    pub frames: FrameSites,
    /// How long what the office keeps is kept.
    pub retention: Retention,
    /// Whether people in need come here.
    pub mode: Mode,
}

impl Settings {
    /// The version of everything that an administrator sets.
    #[must_use]
    pub fn version(&self) -> Fingerprint {
        let Self { exit, return_window, frames, retention, mode: _ } = self;
        let numbers = [
            return_window.length().as_secs().to_string(),
            retention.log.months().to_string(),
            retention.figures.months().to_string(),
        ];
        let numbers = numbers.iter().map(String::as_str);
        let sites = frames.all().iter().map(FrameSite::as_str);
        Fingerprint::of(std::iter::once(exit.as_str()).chain(numbers).chain(sites))
    }
}

/// Whether an installation is there to be used or to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Visitors in need come here.
    #[default]
    Live,
    /// For looking around: open day and night, with a banner that says so.
    Demo,
}

/// The site that the quick exit leads to: something that anybody might look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExitAddress(String);

impl ExitAddress {
    const LONGEST: usize = 200;

    /// Reads a plain `https` address: a host with a full stop in it, no user, no port.
    pub fn parse(text: &str) -> Result<Self, SettingError> {
        let address = text.trim();
        let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"'<>\\`{}|^".contains(&byte);
        let host =
            address.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
        if address.len() <= Self::LONGEST && address.bytes().all(plain) && host.is_some_and(is_host)
        {
            Ok(Self(address.to_owned()))
        } else {
            Err(SettingError::NotAnAddress)
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether this is a host with a full stop in it.
fn is_host(host: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    host.split('.').count() > 1
        && host.split('.').all(|label| !label.is_empty() && label.bytes().all(plain))
}

impl Default for ExitAddress {
    /// A public weather page.
    fn default() -> Self {
        Self("https://www.knmi.nl/nederland-nu/weer".to_owned())
    }
}

/// How long after the cross, or after a lost connection, a conversation can be taken up again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReturnWindow(Duration);

impl ReturnWindow {
    const SHORTEST: Duration = Duration::from_mins(1);
    const LONGEST: Duration = Duration::from_mins(30);

    /// A window of one minute to thirty.
    pub fn new(length: Duration) -> Result<Self, SettingError> {
        if (Self::SHORTEST..=Self::LONGEST).contains(&length) {
            Ok(Self(length))
        } else {
            Err(SettingError::ReturnWindow)
        }
    }

    /// Its length.
    #[must_use]
    pub const fn length(self) -> Duration {
        self.0
    }
}

impl Default for ReturnWindow {
    fn default() -> Self {
        Self(Self::LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exit_leads_to_a_plain_https_address_only() {
        for address in ["https://www.buienradar.nl", "https://nos.nl/weer?plaats=zwolle#nu"] {
            assert_eq!(ExitAddress::parse(address).unwrap().as_str(), address);
        }
        assert_eq!(ExitAddress::parse(ExitAddress::default().as_str()), Ok(ExitAddress::default()));
        for address in [
            "",
            "http://nos.nl",
            "javascript:alert(1)",
            "https://",
            "https://localhost/",
            "https://nos.nl@kwaad.nl/",
            "https://nos..nl",
            "https://nos.nl/\"><script>",
            "https://nos.nl/a b",
            &format!("https://nos.nl/{}", "a".repeat(200)),
        ] {
            assert_eq!(ExitAddress::parse(address), Err(SettingError::NotAnAddress), "{address}");
        }
    }

    #[test]
    fn the_return_window_is_one_minute_to_thirty() {
        assert_eq!(ReturnWindow::default().length(), Duration::from_mins(30));
        for (seconds, fits) in [(59, false), (60, true), (1800, true), (1801, false)] {
            assert_eq!(ReturnWindow::new(Duration::from_secs(seconds)).is_ok(), fits, "{seconds}");
        }
    }
}
