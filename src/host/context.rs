//! What pages and server functions find in their context, made in one place for both.

use std::sync::Arc;

use axum::http::{HeaderMap, StatusCode, Uri, header, request::Parts};
use leptos::{nonce::Nonce, prelude::*};
use leptos_axum::ResponseOptions;

use super::{
    config::{Config, Transport},
    operations::Measures,
};
use crate::{
    api::{
        Rooms,
        caller::{CallerSession, StatusHook},
    },
    service::account::DEVICE_MEMORY,
    ui::{boot::Site, page::PageSettings, pages::EMBED_PATH, text::Language},
};

/// The web edge's own knowledge, shared by all requests.
#[derive(Clone)]
pub struct Edge {
    site: Site,
    transport: Transport,
    security_contact: Arc<str>,
    measures: Arc<Measures>,
    rooms: Rooms,
}

impl Edge {
    /// The edge of these rooms.
    #[must_use]
    pub fn new(site: Site, config: &Config, transport: Transport, rooms: Rooms) -> Self {
        let security_contact = config.security_contact.as_str().into();
        Self { site, transport, security_contact, measures: Arc::default(), rooms }
    }

    /// The same, with what it answers counted there.
    #[must_use]
    pub fn measured(self, measures: Arc<Measures>) -> Self {
        Self { measures, ..self }
    }

    /// Where answers are counted.
    #[must_use]
    pub fn measures(&self) -> &Measures {
        &self.measures
    }

    /// What works behind the pages and the server functions.
    #[must_use]
    pub const fn rooms(&self) -> &Rooms {
        &self.rooms
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

    /// What the islands have to know of the page that was asked for.
    fn settings(&self, parts: &Parts) -> PageSettings {
        let window = self.rooms.records.published().settings.return_window.length();
        PageSettings {
            language: language_of(&parts.uri),
            return_minutes: u32::try_from(window.as_secs() / 60).unwrap_or(u32::MAX),
        }
    }

    /// Provides everything, for the request whose parts leptos has put in context.
    pub fn provide(&self) {
        provide_context(self.site.clone());
        if let Some(parts) = use_context::<Parts>() {
            if let Some(nonce) = parts.extensions.get::<Nonce>() {
                provide_context(nonce.clone());
            }
            provide_context(self.settings(&parts));
            provide_context(CallerSession::new(cookie(
                &parts.headers,
                Cookie::Session,
                self.transport,
            )));
        }
        if let Some(response) = use_context::<ResponseOptions>() {
            provide_context(StatusHook::new(move |status| {
                if let Ok(status) = StatusCode::from_u16(status) {
                    response.set_status(status);
                }
            }));
        }
        provide_context(self.rooms.clone());
    }
}

/// Where staff are, and whoever runs a website: these pages speak two languages.
const OF_STAFF: [&str; 7] = [
    "/inloggen",
    "/uitloggen",
    "/werkplek",
    "/beheer",
    "/uitnodiging",
    "/ontgrendelen",
    EMBED_PATH,
];

/// The language of the page at this address. Nothing but the address is asked: what browsers say
/// about languages tells them apart.
#[must_use]
pub fn language_of(address: &Uri) -> Language {
    let chosen = Language::from_query(address.query().unwrap_or_default());
    let path = address.path();
    let is_below = |start: &str| {
        path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if OF_STAFF.iter().any(|start| is_below(start)) { chosen.for_staff() } else { chosen }
}

/// The cookies of staff; visitors have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookie {
    /// Who is signed in; it lasts as long as the browser runs.
    Session,
    /// That somebody signed in from this browser before; it lasts for ninety days.
    Device,
    /// That somebody gave the password and not yet the second factor.
    Half,
}

/// The name of a cookie. Browsers take `__Host-` over https only.
const fn cookie_name(cookie: Cookie, transport: Transport) -> &'static str {
    match (cookie, transport) {
        (Cookie::Session, Transport::Https) => "__Host-sessie",
        (Cookie::Session, Transport::PlainLoopback) => "sessie",
        (Cookie::Device, Transport::Https) => "__Host-apparaat",
        (Cookie::Device, Transport::PlainLoopback) => "apparaat",
        (Cookie::Half, Transport::Https) => "__Host-tussen",
        (Cookie::Half, Transport::PlainLoopback) => "tussen",
    }
}

/// The `Set-Cookie` value that carries `token` (letters and digits only).
#[must_use]
pub fn cookie_with(cookie: Cookie, token: &str, transport: Transport) -> String {
    let lasting = match cookie {
        Cookie::Session | Cookie::Half => String::new(),
        Cookie::Device => format!("; Max-Age={}", DEVICE_MEMORY.as_secs()),
    };
    format!("{}={token}{lasting}{}", cookie_name(cookie, transport), attributes(transport))
}

/// The `Set-Cookie` value that removes a cookie.
#[must_use]
pub fn cookie_gone(cookie: Cookie, transport: Transport) -> String {
    format!("{}=; Max-Age=0{}", cookie_name(cookie, transport), attributes(transport))
}

const fn attributes(transport: Transport) -> &'static str {
    match transport {
        Transport::Https => "; Path=/; HttpOnly; SameSite=Strict; Secure",
        Transport::PlainLoopback => "; Path=/; HttpOnly; SameSite=Strict",
    }
}

/// The value of a cookie that a request carries (RFC 6265 section 5.4).
#[must_use]
pub fn cookie(headers: &HeaderMap, cookie: Cookie, transport: Transport) -> Option<String> {
    let wanted = cookie_name(cookie, transport);
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

    fn session(value: &'static str, transport: Transport) -> Option<String> {
        let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(value))]);
        cookie(&headers, Cookie::Session, transport)
    }

    #[test]
    fn the_address_says_the_language_and_staff_have_two() {
        let of = |address: &str| language_of(&address.parse().unwrap());
        assert_eq!(of("/chat?taal=ar"), Language::Arabic);
        assert_eq!(of("/inloggen/code?taal=ar"), Language::Dutch);
        assert_eq!(of("/beheer?taal=en"), Language::English);
        assert_eq!(of("/beheerder?taal=ar"), Language::Arabic);
    }

    #[test]
    fn the_session_is_found_among_other_cookies() {
        let found = session("a=b; __Host-sessie=xyz; c=d", Transport::Https);
        assert_eq!(found.as_deref(), Some("xyz"));
    }

    #[test]
    fn over_https_a_cookie_without_its_prefix_is_nobodys() {
        assert_eq!(session("sessie=xyz", Transport::Https), None);
        assert_eq!(session("sessie=xyz", Transport::PlainLoopback).as_deref(), Some("xyz"));
    }

    #[test]
    fn a_cookie_is_secure_except_on_loopback() {
        let secured = cookie_with(Cookie::Session, "xyz", Transport::Https);
        assert_eq!(secured, "__Host-sessie=xyz; Path=/; HttpOnly; SameSite=Strict; Secure");
        assert!(!cookie_with(Cookie::Session, "xyz", Transport::PlainLoopback).contains("Secure"));
    }
}
