//! What pages and server functions find in their context, made in one place for both.

use std::sync::Arc;

use axum::http::{HeaderMap, StatusCode, header, request::Parts};
use leptos::{nonce::Nonce, prelude::*};
use leptos_axum::ResponseOptions;

use super::config::{Config, Transport};
use crate::{
    api::caller::{CallerSession, StatusHook},
    ui::{boot::Site, page::NeutralSite},
};

/// The web edge's own knowledge, shared by all requests.
#[derive(Clone)]
pub struct Edge {
    site: Site,
    neutral: NeutralSite,
    transport: Transport,
    security_contact: Arc<str>,
    rooms: Arc<dyn Fn() + Send + Sync>,
}

impl Edge {
    /// An edge whose requests find in context what `rooms` provides: the service and what else the
    /// rooms below want there.
    #[must_use]
    pub fn new(
        site: Site,
        config: &Config,
        transport: Transport,
        rooms: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self {
            site,
            neutral: NeutralSite(config.neutral_site.clone()),
            transport,
            security_contact: config.security_contact.as_str().into(),
            rooms: Arc::new(rooms),
        }
    }

    /// How people reach this server.
    #[must_use]
    pub const fn transport(&self) -> Transport {
        self.transport
    }

    /// Where a finder of a weakness turns to.
    #[must_use]
    pub fn security_contact(&self) -> &str {
        &self.security_contact
    }

    /// Provides everything, for the request whose parts leptos has put in context.
    pub fn provide(&self) {
        provide_context(self.site.clone());
        provide_context(self.neutral.clone());
        if let Some(parts) = use_context::<Parts>() {
            if let Some(nonce) = parts.extensions.get::<Nonce>() {
                provide_context(nonce.clone());
            }
            provide_context(CallerSession::new(session_cookie(&parts.headers, self.transport)));
        }
        if let Some(response) = use_context::<ResponseOptions>() {
            provide_context(StatusHook::new(move |status| {
                if let Ok(status) = StatusCode::from_u16(status) {
                    response.set_status(status);
                }
            }));
        }
        (self.rooms)();
    }
}

/// The name of the session cookie. Browsers take `__Host-` over https only.
#[must_use]
pub const fn session_cookie_name(transport: Transport) -> &'static str {
    match transport {
        Transport::Https => "__Host-sessie",
        Transport::PlainLoopback => "sessie",
    }
}

/// The `Set-Cookie` value that carries `token` (letters, digits, `-` and `_` only); it lasts as
/// long as the browser runs.
#[must_use]
pub fn session_cookie_with(token: &str, transport: Transport) -> String {
    format!("{}={token}{}", session_cookie_name(transport), attributes(transport))
}

/// The `Set-Cookie` value that removes the session cookie.
#[must_use]
pub fn session_cookie_gone(transport: Transport) -> String {
    format!("{}=; Max-Age=0{}", session_cookie_name(transport), attributes(transport))
}

const fn attributes(transport: Transport) -> &'static str {
    match transport {
        Transport::Https => "; Path=/; HttpOnly; SameSite=Strict; Secure",
        Transport::PlainLoopback => "; Path=/; HttpOnly; SameSite=Strict",
    }
}

/// The session cookie that a request carries (RFC 6265 section 5.4).
#[must_use]
pub fn session_cookie(headers: &HeaderMap, transport: Transport) -> Option<String> {
    let wanted = session_cookie_name(transport);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == wanted && !value.is_empty()).then(|| value.to_owned()))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn cookie(value: &'static str, transport: Transport) -> Option<String> {
        let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(value))]);
        session_cookie(&headers, transport)
    }

    #[test]
    fn the_session_is_found_among_other_cookies() {
        let found = cookie("a=b; __Host-sessie=xyz; c=d", Transport::Https);
        assert_eq!(found.as_deref(), Some("xyz"));
    }

    #[test]
    fn over_https_a_cookie_without_its_prefix_is_nobodys() {
        assert_eq!(cookie("sessie=xyz", Transport::Https), None);
        assert_eq!(cookie("sessie=xyz", Transport::PlainLoopback).as_deref(), Some("xyz"));
    }

    #[test]
    fn a_cookie_is_secure_except_on_loopback() {
        let secured = session_cookie_with("xyz", Transport::Https);
        assert_eq!(secured, "__Host-sessie=xyz; Path=/; HttpOnly; SameSite=Strict; Secure");
        assert!(!session_cookie_with("xyz", Transport::PlainLoopback).contains("Secure"));
    }
}
