//! `/uitnodiging`: whoever has the link of an invitation chooses a password.

use axum::{
    extract::{Query, Request, State},
    http::{HeaderMap, StatusCode, request::Parts},
    response::Response,
};
use leptos::prelude::*;
use serde::Deserialize;

use super::{
    context::{Cookie, Edge, cookie, language_of},
    office::Fields,
    pages::{self, Seen},
    second_step::asked,
    session::entered,
};
use crate::{
    service::{
        account::{DeviceToken, InvitationToken, JoinError, Password, PasswordError, SessionToken},
        records::{Invitation, Invited},
    },
    ui::{
        page::{Island, Page},
        pages::{Guest, InvitationPage, LinkTrouble, NoInvitationPage},
        text::{Language, office::entering::Entering},
    },
};

/// What the link carries.
#[derive(Deserialize)]
pub struct Link {
    #[serde(default)]
    code: String,
}

/// `GET /uitnodiging`
pub async fn show(
    State(edge): State<Edge>,
    Query(link): Query<Link>,
    request: Request,
) -> Response {
    let errors = (String::new(), String::new());
    page(&edge, request, &link.code, errors, StatusCode::OK).await
}

/// `POST /uitnodiging`
pub async fn accept(
    State(edge): State<Edge>,
    headers: HeaderMap,
    parts: Parts,
    fields: Fields,
) -> Response {
    let language = language_of(&parts.uri);
    let text = Entering::of(language);
    let (code, password) = (fields.get("code"), fields.get("wachtwoord"));
    let again = |errors| page(&edge, asked(parts.clone()), code, errors, UNPROCESSABLE);
    let Some(token) = InvitationToken::parse(code) else {
        return again((String::new(), String::new())).await;
    };
    if password != fields.get("nogmaals") {
        return again((String::new(), text.not_same.to_owned())).await;
    }
    let shown = |which| cookie(&headers, which, edge.transport());
    let device = shown(Cookie::Device).as_deref().and_then(DeviceToken::parse);
    let previous = shown(Cookie::Session).as_deref().and_then(SessionToken::parse);
    let password = Password::typed(password.to_owned());
    match edge.rooms().accounts.join(&token, password, device, previous).await {
        Ok(entry) => entered(&edge, entry, language),
        Err(JoinError::Password(error)) => {
            again((password_trouble(error, language).to_owned(), String::new())).await
        }
        Err(JoinError::Link(why)) => {
            none(&edge, asked(parts), link_trouble(&why), UNPROCESSABLE).await
        }
        Err(JoinError::NameTaken) => {
            none(&edge, asked(parts), LinkTrouble::NameTaken, UNPROCESSABLE).await
        }
        Err(JoinError::Internal(error)) => {
            tracing::error!(%error, "an invitation could not be accepted");
            let status = StatusCode::SERVICE_UNAVAILABLE;
            none(&edge, asked(parts), LinkTrouble::Failed, status).await
        }
    }
}

const UNPROCESSABLE: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// Why a password cannot be chosen, in words.
pub(super) fn password_trouble(error: PasswordError, language: Language) -> &'static str {
    let text = Entering::of(language);
    match error {
        PasswordError::TooShort => text.too_short,
        PasswordError::TooLong => text.too_long,
        PasswordError::TooCommon => text.too_common,
    }
}

fn link_trouble(why: &Invited) -> LinkTrouble {
    match why {
        Invited::Used => LinkTrouble::Used,
        Invited::Withdrawn => LinkTrouble::Withdrawn,
        Invited::Late => LinkTrouble::Late,
        Invited::Unknown | Invited::Open(_) => LinkTrouble::Unknown,
    }
}

/// The page of a link: the form, or why there is none.
async fn page(
    edge: &Edge,
    request: Request,
    code: &str,
    (password_error, again_error): (String, String),
    status: StatusCode,
) -> Response {
    let invited = match InvitationToken::parse(code) {
        Some(token) => edge.rooms().accounts.invited(&token).await,
        None => Ok(Invited::Unknown),
    };
    let guest = match invited {
        Ok(Invited::Open(Invitation { shown_name, sign_in_name, .. })) => Guest {
            shown: shown_name.as_str().to_owned(),
            name: sign_in_name.as_str().to_owned(),
            code: code.to_owned(),
            password_error,
            again_error,
        },
        Ok(why) => return none(edge, request, link_trouble(&why), StatusCode::NOT_FOUND).await,
        Err(error) => {
            tracing::error!(%error, "an invitation could not be looked up");
            let status = StatusCode::SERVICE_UNAVAILABLE;
            return none(edge, request, LinkTrouble::Failed, status).await;
        }
    };
    // Changing the language must not lose the link.
    let seen = Seen::of(edge, &request).at(format!("/uitnodiging?code={code}"));
    let (language, frame) = (seen.language(), seen.for_staff(None));
    pages::render(edge, request, status, move || {
        let guest = guest.clone();
        view! {
            <Page title=Entering::of(language).invitation frame=frame.clone() island=Island::None>
                <InvitationPage language guest />
            </Page>
        }
    })
    .await
}

async fn none(edge: &Edge, request: Request, trouble: LinkTrouble, status: StatusCode) -> Response {
    let seen = Seen::of(edge, &request);
    let (language, frame) = (seen.language(), seen.for_staff(None));
    pages::render(edge, request, status, move || {
        view! {
            <Page title=Entering::of(language).invitation frame=frame.clone() island=Island::None>
                <NoInvitationPage language trouble />
            </Page>
        }
    })
    .await
}
