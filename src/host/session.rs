//! Signing in and out: plain posts, since only this room knows cookies.

use axum::{
    Form,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use super::{
    context::{Cookie, Edge, cookie, cookie_gone, cookie_with, language_of},
    office, pages, second_step,
};
use crate::{
    domain::staffing::Role,
    service::account::{
        AccountError, DeviceToken, Entry, Password, SessionToken, SignIn, SignInError, SignedIn,
        Welcome,
    },
    ui::{office::Section, pages::SignInTrouble, text::Language},
};

/// What the form posts.
#[derive(Deserialize)]
pub struct Credentials {
    name: String,
    password: String,
}

/// Who shows a session's cookie.
pub async fn signed_in(edge: &Edge, headers: &HeaderMap) -> Result<Option<SignedIn>, AccountError> {
    let token = cookie(headers, Cookie::Session, edge.transport());
    match token.as_deref().and_then(SessionToken::parse) {
        Some(token) => edge.rooms().accounts.who_is(&token).await,
        None => Ok(None),
    }
}

/// `POST /inloggen`
pub async fn sign_in(
    State(edge): State<Edge>,
    headers: HeaderMap,
    mut page: Parts,
    Form(credentials): Form<Credentials>,
) -> Response {
    let transport = edge.transport();
    let shown = |which| cookie(&headers, which, transport);
    let attempt = SignIn {
        name: credentials.name,
        password: Password::typed(credentials.password),
        device: shown(Cookie::Device).as_deref().and_then(DeviceToken::parse),
        previous: shown(Cookie::Session).as_deref().and_then(SessionToken::parse),
    };
    let (trouble, status) = match edge.rooms().accounts.sign_in(attempt).await {
        Ok(entry) => {
            let language = language_of(&page.uri);
            return entered(&edge, entry, language);
        }
        Err(SignInError::Disabled) => (SignInTrouble::Disabled, StatusCode::FORBIDDEN),
        Err(SignInError::Refused) => (SignInTrouble::Wrong, StatusCode::UNAUTHORIZED),
        Err(SignInError::TooMany { .. }) => (SignInTrouble::Wait, StatusCode::TOO_MANY_REQUESTS),
        Err(SignInError::Internal(error)) => {
            tracing::error!(%error, "nobody could be signed in");
            (SignInTrouble::Failed, StatusCode::SERVICE_UNAVAILABLE)
        }
    };
    // The page once more, as if it had been asked for: with this answer's nonce, without the form.
    page.method = Method::GET;
    let request = Request::from_parts(page, Body::empty());
    pages::sign_in_again(&edge, request, Some(trouble), status).await
}

/// Sends whoever gave the right password on: to the next step, or in.
pub(super) fn entered(edge: &Edge, entry: Entry, language: Language) -> Response {
    let (path, token) = match entry {
        Entry::In(welcome) => {
            let path = first_page(welcome.who.role);
            return let_in(edge, &welcome, &language.address(path));
        }
        Entry::Code(token) => (second_step::CODE, token),
        Entry::Enrol(token) => (second_step::ENROL, token),
    };
    let mut response = see(&language.address(path));
    set(&mut response, &cookie_with(Cookie::Half, &token.to_text(), edge.transport()));
    response
}

/// Sends somebody who has a session to a page.
pub(super) fn let_in(edge: &Edge, welcome: &Welcome, address: &str) -> Response {
    let mut response = see(address);
    for (which, token) in
        [(Cookie::Session, welcome.token.to_text()), (Cookie::Device, welcome.device.to_text())]
    {
        set(&mut response, &cookie_with(which, &token, edge.transport()));
    }
    response
}

/// Where somebody starts who has signed in.
pub(super) fn first_page(role: Role) -> &'static str {
    match role {
        Role::Worker(_) | Role::Coordinator(_) => "/werkplek",
        Role::Administrator => {
            let organisations = Section::Organisations.path();
            let is_there = office::routes().any(|route| route.path == organisations);
            if is_there { organisations } else { Section::Staff.path() }
        }
    }
}

/// `POST /uitloggen`
pub async fn sign_out(State(edge): State<Edge>, headers: HeaderMap) -> Response {
    let transport = edge.transport();
    let token = cookie(&headers, Cookie::Session, transport);
    if let Some(token) = token.as_deref().and_then(SessionToken::parse)
        && let Err(error) = end(&edge, &token).await
    {
        tracing::error!(error, "a session could not be ended");
    }
    let mut response = see("/inloggen");
    set(&mut response, &cookie_gone(Cookie::Session, transport));
    response
}

async fn end(edge: &Edge, token: &SessionToken) -> Result<(), String> {
    let rooms = edge.rooms();
    let who = rooms.accounts.who_is(token).await.map_err(|error| error.to_string())?;
    rooms.accounts.sign_out(token).await.map_err(|error| error.to_string())?;
    if let Some(who) = who {
        let ended = rooms.switchboard.signed_out(who.staff).await;
        ended.map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Sends the browser to `path`, with a GET.
pub fn see(path: &str) -> Response {
    let location = HeaderValue::try_from(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

pub(super) fn set(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
