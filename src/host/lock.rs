//! The lock: whoever did nothing for a while gives the password before the office goes on. The
//! session stays, conversations go on, and what was posted meanwhile goes along.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Query, Request, State},
    http::{Method, StatusCode, request::Parts},
    response::Response,
};
use leptos::prelude::*;

use super::{
    context::{Edge, language_of},
    office::Fields,
    pages::{self, Seen},
    second_step::asked,
    session::{first_page, see, signed_in},
};
use crate::{
    protocol::BODY_LIMIT,
    service::account::{OwnError, Password, SignedIn},
    ui::{
        page::{Island, Page},
        pages::{LockPage, LockTrouble, Problem, UNLOCK_FIELD},
        text::office::entering::Entering,
    },
};

/// Where a locked session is opened.
pub const PATH: &str = "/ontgrendelen";

/// The field that says where it goes on.
const ONWARD: &str = "naar";

/// Lets a request of the office through, or gives the lock instead. A post that brings the password
/// opens the lock and goes on.
pub(super) async fn pass(
    edge: &Edge,
    who: &SignedIn,
    request: Request,
) -> Result<Request, Response> {
    let accounts = &edge.rooms().accounts;
    if !accounts.is_locked(who) {
        if let Err(error) = accounts.note_activity(who).await {
            tracing::error!(%error, "a sign of life could not be noted");
        }
        return Ok(request);
    }
    let (parts, body) = request.into_parts();
    let here = parts.uri.path_and_query().map_or("/beheer", |path| path.as_str()).to_owned();
    if parts.method != Method::POST {
        let lock = Lock { action: PATH.to_owned(), kept: vec![(ONWARD.to_owned(), here)] };
        return Err(lock.show(edge, parts, None).await);
    }
    let Ok(body) = axum::body::to_bytes(body, BODY_LIMIT).await else {
        return Err(pages::problem(edge, asked(parts), Problem::Refused).await);
    };
    let Some(fields) = fields(&parts, body.clone()).await else {
        return Err(pages::problem(edge, asked(parts), Problem::Refused).await);
    };
    let kept = fields.pairs().filter(|(name, _)| *name != UNLOCK_FIELD);
    let kept = kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let lock = Lock { action: here, kept };
    if !fields.has(UNLOCK_FIELD) {
        return Err(lock.show(edge, parts, None).await);
    }
    match unlock(edge, who, fields.get(UNLOCK_FIELD)).await {
        None => Ok(Request::from_parts(parts, Body::from(body))),
        trouble => Err(lock.show(edge, parts, trouble).await),
    }
}

async fn fields(parts: &Parts, body: Bytes) -> Option<Fields> {
    let copy = Request::from_parts(parts.clone(), Body::from(body));
    Fields::from_request(copy, &()).await.ok()
}

/// Opens the lock, or says why not.
async fn unlock(edge: &Edge, who: &SignedIn, password: &str) -> Option<LockTrouble> {
    let password = Password::typed(password.to_owned());
    match edge.rooms().accounts.unlock(who, password).await {
        Ok(()) => None,
        Err(OwnError::Wrong | OwnError::New(_) | OwnError::NoFactor) => Some(LockTrouble::Wrong),
        Err(OwnError::TooMany { .. }) => Some(LockTrouble::TooMany),
        Err(OwnError::Internal(error)) => {
            tracing::error!(%error, "a password could not be checked");
            Some(LockTrouble::Failed)
        }
    }
}

/// `GET /ontgrendelen`
pub async fn show(
    State(edge): State<Edge>,
    Query(query): Query<Vec<(String, String)>>,
    request: Request,
) -> Response {
    let onward = query.into_iter().find(|(name, _)| name == ONWARD);
    let kept = vec![(ONWARD.to_owned(), onward.map(|(_, path)| path).unwrap_or_default())];
    let lock = Lock { action: PATH.to_owned(), kept };
    lock.show(&edge, request.into_parts().0, None).await
}

/// `POST /ontgrendelen`
pub async fn open(State(edge): State<Edge>, parts: Parts, fields: Fields) -> Response {
    let language = language_of(&parts.uri);
    let who = match signed_in(&edge, &parts.headers).await {
        Ok(Some(who)) => who,
        Ok(None) => return see(&language.address("/inloggen")),
        Err(error) => {
            tracing::error!(%error, "a session could not be looked up");
            return pages::problem(&edge, asked(parts), Problem::Internal).await;
        }
    };
    let onward = fields.get(ONWARD);
    match unlock(&edge, &who, fields.get(UNLOCK_FIELD)).await {
        None if is_ours(onward) => see(onward),
        None => see(&language.address(first_page(who.role))),
        trouble => {
            let kept = vec![(ONWARD.to_owned(), onward.to_owned())];
            Lock { action: PATH.to_owned(), kept }.show(&edge, parts, trouble).await
        }
    }
}

/// Only to pages of staff, never to another site.
fn is_ours(path: &str) -> bool {
    ["/beheer", "/werkplek"].iter().any(|start| {
        path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    })
}

struct Lock {
    /// Where the password is posted.
    action: String,
    /// What goes along.
    kept: Vec<(String, String)>,
}

impl Lock {
    async fn show(self, edge: &Edge, parts: Parts, trouble: Option<LockTrouble>) -> Response {
        let request = asked(parts);
        let seen = Seen::of(edge, &request).at(PATH.to_owned());
        let (language, frame) = (seen.language(), seen.for_staff(None));
        let status = match trouble {
            Some(LockTrouble::Failed) => StatusCode::SERVICE_UNAVAILABLE,
            Some(LockTrouble::TooMany) => StatusCode::TOO_MANY_REQUESTS,
            Some(LockTrouble::Wrong) | None => StatusCode::LOCKED,
        };
        let lock = Arc::new(self);
        pages::render(edge, request, status, move || {
            let (action, kept) = (lock.action.clone(), lock.kept.clone());
            view! {
                <Page title=Entering::of(language).locked frame=frame.clone() island=Island::None>
                    <LockPage language action kept trouble />
                </Page>
            }
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unlocking_leads_to_pages_of_staff_only() {
        for path in ["/beheer", "/beheer/account?taal=en", "/werkplek"] {
            assert!(is_ours(path), "{path}");
        }
        for path in ["", "/", "//elders.example", "https://elders.example", "/beheerder"] {
            assert!(!is_ours(path), "{path}");
        }
    }
}
