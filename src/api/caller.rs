//! What a server function may ask about the request it answers. The host, which alone knows cookies
//! and statuses, provides both in context, for server functions and for pages alike.

use std::{fmt, sync::Arc};

use zeroize::Zeroizing;

/// The session token that the request's cookie carried, as it stood there, unchecked.
#[derive(Clone, Default)]
pub struct CallerSession(Option<Arc<Zeroizing<String>>>);

impl CallerSession {
    /// The caller with this cookie value, or without any.
    #[must_use]
    pub fn new(cookie: Option<String>) -> Self {
        Self(cookie.map(|value| Arc::new(Zeroizing::new(value))))
    }

    /// The cookie's value.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.0.as_ref().map(|value| value.as_str())
    }
}

impl fmt::Debug for CallerSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "[redacted]" } else { "none" })
    }
}

/// Sets the HTTP status of the answer, which would be 500 for every error of a server function.
#[derive(Clone)]
pub struct StatusHook(Arc<dyn Fn(u16) + Send + Sync>);

impl StatusHook {
    /// A hook that does `set` with the status.
    pub fn new(set: impl Fn(u16) + Send + Sync + 'static) -> Self {
        Self(Arc::new(set))
    }

    /// Sets the status; a number outside 100 to 999 is ignored.
    pub fn set(&self, status: u16) {
        (self.0)(status);
    }
}
