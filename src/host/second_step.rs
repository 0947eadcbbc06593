//! What comes after the password: a code, or making a second factor. Whoever is here is not signed
//! in: the cookie says no more than that somebody knew a password.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, request::Parts},
    response::Response,
};
use leptos::prelude::*;

use super::{
    context::{Cookie, Edge, cookie, cookie_gone, language_of},
    office::Fields,
    pages::{self, Seen},
    qr,
    session::{first_page, let_in, see, set},
};
use crate::{
    service::account::{By, Drift, Enrolment, HalfToken, SecondStep, SecondStepError},
    ui::{
        office::factor::CodeTrouble,
        page::{Island, Page},
        pages::{CodePage, EnrolPage, Problem, SignInTrouble},
        text::office::entering::Entering,
    },
};

/// Where a code is asked.
pub const CODE: &str = "/inloggen/code";

/// Where a second factor is made.
pub const ENROL: &str = "/inloggen/instellen";

/// Where the recovery codes are shown after that.
const RECOVERY: &str = "/beheer/account/herstelcodes?na=inloggen";

/// Where somebody goes who came in with a recovery code.
const ACCOUNT: &str = "/beheer/account?gelukt=herstelcode";

/// `GET /inloggen/code`
pub async fn code(State(edge): State<Edge>, headers: HeaderMap, request: Request) -> Response {
    show(&edge, &headers, request, None, StatusCode::OK).await
}

/// `GET /inloggen/instellen`
pub async fn enrol(State(edge): State<Edge>, headers: HeaderMap, request: Request) -> Response {
    show(&edge, &headers, request, None, StatusCode::OK).await
}

/// `POST /inloggen/code`
pub async fn check(
    State(edge): State<Edge>,
    headers: HeaderMap,
    page: Parts,
    fields: Fields,
) -> Response {
    let language = language_of(&page.uri);
    let Some(token) = half(&edge, &headers) else { return over(&edge, page).await };
    match edge.rooms().accounts.finish_with_code(&token, fields.get("code")).await {
        Ok((welcome, by)) => {
            let path = match by {
                By::Authenticator => first_page(welcome.who.role),
                By::Recovery { .. } => ACCOUNT,
            };
            done(&edge, let_in(&edge, &welcome, &language.address(path)))
        }
        Err(error) => again(&edge, &headers, page, error).await,
    }
}

/// `POST /inloggen/instellen`
pub async fn keep(
    State(edge): State<Edge>,
    headers: HeaderMap,
    page: Parts,
    fields: Fields,
) -> Response {
    let language = language_of(&page.uri);
    let Some(token) = half(&edge, &headers) else { return over(&edge, page).await };
    match edge.rooms().accounts.finish_with_enrolment(&token, fields.get("code")).await {
        Ok(welcome) => done(&edge, let_in(&edge, &welcome, &language.address(RECOVERY))),
        Err(error) => again(&edge, &headers, page, error).await,
    }
}

fn half(edge: &Edge, headers: &HeaderMap) -> Option<HalfToken> {
    cookie(headers, Cookie::Half, edge.transport()).as_deref().and_then(HalfToken::parse)
}

/// The second step is taken: its cookie goes.
fn done(edge: &Edge, mut response: Response) -> Response {
    set(&mut response, &cookie_gone(Cookie::Half, edge.transport()));
    response
}

async fn again(edge: &Edge, headers: &HeaderMap, page: Parts, error: SecondStepError) -> Response {
    let Some((trouble, status)) = trouble(error) else { return over(edge, page).await };
    show(edge, headers, asked(page), Some(trouble), status).await
}

/// What the person is told; `None` when it is over.
pub(super) fn trouble(error: SecondStepError) -> Option<(CodeTrouble, StatusCode)> {
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    Some(match error {
        SecondStepError::Over => return None,
        SecondStepError::Wrong => (CodeTrouble::Wrong, wrong),
        SecondStepError::Used => (CodeTrouble::Used, wrong),
        SecondStepError::Clock(Drift::Ahead(minutes)) => (CodeTrouble::Ahead(minutes), wrong),
        SecondStepError::Clock(Drift::Behind(minutes)) => (CodeTrouble::Behind(minutes), wrong),
        SecondStepError::TooMany { .. } => (CodeTrouble::TooMany, StatusCode::TOO_MANY_REQUESTS),
        SecondStepError::Internal(error) => {
            tracing::error!(%error, "a code could not be checked");
            (CodeTrouble::Failed, StatusCode::SERVICE_UNAVAILABLE)
        }
    })
}

/// The page that fits how far somebody is, whichever of the two was asked for.
async fn show(
    edge: &Edge,
    headers: &HeaderMap,
    request: Request,
    trouble: Option<CodeTrouble>,
    status: StatusCode,
) -> Response {
    let language = language_of(request.uri());
    let step = match half(edge, headers) {
        Some(token) => edge.rooms().accounts.second_step(&token).await,
        None => Ok(None),
    };
    let enrolment = match step {
        Ok(Some(SecondStep::Enrol(enrolment))) => Some(enrolment),
        Ok(Some(SecondStep::Code)) => None,
        Ok(None) if trouble.is_some() => {
            return pages::sign_in_again(edge, request, Some(SignInTrouble::Over), status).await;
        }
        Ok(None) => return see(&language.address("/inloggen")),
        Err(error) => {
            tracing::error!(%error, "a sign-in could not be looked up");
            return pages::problem(edge, request, Problem::Internal).await;
        }
    };
    let frame = Seen::of(edge, &request).for_staff(None);
    pages::render(edge, request, status, move || {
        let content = match &enrolment {
            Some(Enrolment { text, address }) => {
                let (key, squares) = (text.to_string(), qr::squares(address));
                view! { <EnrolPage language key squares trouble /> }.into_any()
            }
            None => view! { <CodePage language trouble /> }.into_any(),
        };
        view! {
            <Page title=Entering::of(language).title frame=frame.clone() island=Island::None>
                {content}
            </Page>
        }
    })
    .await
}

async fn over(edge: &Edge, page: Parts) -> Response {
    let trouble = Some(SignInTrouble::Over);
    pages::sign_in_again(edge, asked(page), trouble, StatusCode::UNAUTHORIZED).await
}

/// The page once more, as if it had been asked for.
pub(super) fn asked(mut page: Parts) -> Request {
    page.method = Method::GET;
    Request::from_parts(page, Body::empty())
}
