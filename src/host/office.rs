//! The office: pages of plain forms for whoever runs the chat. Each route states who may open it,
//! and nothing reaches a handler before that was looked at.

mod account;
mod advice;
mod appearance;
mod backups;
mod clock;
mod fields;
mod figures;
pub(crate) mod hours;
mod installation;
mod log;
mod organisations;
mod people;
pub(crate) mod questions;
mod registrations;
mod replies;
mod words;

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{FromRequestParts, Query, Request, State},
    http::{Method, StatusCode, request::Parts},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::MethodRouter,
};
use leptos::prelude::*;

pub use self::fields::Fields;
use super::{
    context::{Edge, language_of},
    lock,
    pages::{self, Seen},
    session::{self, see},
};
use crate::{
    domain::{audit::Deed, ids::RegionId, staffing::Role},
    service::{
        account::SignedIn,
        records::{AuditEntry, Author, Subject},
    },
    ui::{
        office::{Done, Notice, OfficePage, Section},
        page::{Island, Page},
        pages::Problem,
        text::{Language, office::frame::Frame},
    },
};

/// Who may open a page of the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Everybody who is signed in, for what is their own.
    Staff,
    /// Whoever works for a region, coordinators included, for what is their own.
    Worker,
    /// Coordinators, for their own organisation.
    Coordinator,
    /// Administrators.
    Administrator,
    /// Coordinators for their own organisation, and administrators.
    Office,
}

impl Right {
    /// Whether somebody with this role has it.
    #[must_use]
    pub const fn is_with(self, role: Role) -> bool {
        match self {
            Self::Staff => true,
            Self::Worker => role.region().is_some(),
            Self::Coordinator => matches!(role, Role::Coordinator(_)),
            Self::Administrator => matches!(role, Role::Administrator),
            Self::Office => !matches!(role, Role::Worker(_)),
        }
    }
}

/// A path of the office.
pub struct Route {
    /// Where.
    pub path: &'static str,
    /// For whom.
    pub right: Right,
    /// What answers.
    pub methods: fn() -> MethodRouter<Edge>,
}

/// Every path of the office.
pub fn routes() -> impl Iterator<Item = &'static Route> {
    const PARTS: &[&[Route]] = &[
        account::ROUTES,
        advice::ROUTES,
        appearance::ROUTES,
        backups::ROUTES,
        figures::ROUTES,
        hours::ROUTES,
        installation::ROUTES,
        log::ROUTES,
        organisations::ROUTES,
        people::ROUTES,
        questions::ROUTES,
        replies::ROUTES,
        words::ROUTES,
    ];
    PARTS.iter().copied().flatten()
}

/// The routes, each behind its right.
pub fn router(edge: &Edge) -> Router<Edge> {
    routes().fold(Router::new(), |router, route| {
        let guard = middleware::from_fn_with_state((edge.clone(), route.right), guard);
        router.route(route.path, (route.methods)().layer(guard))
    })
}

/// Lets in who may, and leaves in the request who that is.
async fn guard(
    State((edge, right)): State<(Edge, Right)>,
    request: Request,
    next: Next,
) -> Response {
    let language = language_of(request.uri());
    match session::signed_in(&edge, request.headers()).await {
        Ok(Some(who)) if right.is_with(who.role) => {
            let mut request = match lock::pass(&edge, &who, request).await {
                Ok(request) => request,
                Err(locked) => return locked,
            };
            request.extensions_mut().insert(Arc::new(who));
            next.run(request).await
        }
        Ok(Some(_)) => pages::problem(&edge, plain(request), Problem::Refused).await,
        Ok(None) => see(&language.address("/inloggen")),
        Err(error) => {
            tracing::error!(%error, "a session could not be looked up");
            pages::problem(&edge, plain(request), Problem::Internal).await
        }
    }
}

/// The request as if only the page had been asked for.
fn plain(request: Request) -> Request {
    let mut parts = request.into_parts().0;
    parts.method = Method::GET;
    Request::from_parts(parts, Body::empty())
}

/// What every page of the office knows of its request.
pub struct Office {
    /// The edge, with everything behind it.
    pub edge: Edge,
    /// Who is signed in.
    pub who: Arc<SignedIn>,
    /// The language of the page.
    pub language: Language,
    asked: Vec<(String, String)>,
    parts: Parts,
}

impl Office {
    /// What the address asks under a name; empty when it asks nothing.
    #[must_use]
    pub fn asked(&self, name: &str) -> &str {
        self.asked.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// The name of the organisation of who is signed in.
    #[must_use]
    pub fn organisation(&self) -> Option<String> {
        let published = self.edge.rooms().records.published();
        let region = published.regions.get(self.who.region()?)?;
        Some(format!("Veilig Thuis {}", region.name))
    }

    /// What the page before said was done, if it did.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        Done::from_code(self.asked("gelukt")).map(|done| done.notice(self.language))
    }

    /// Renders a page.
    pub async fn page<View: IntoView + 'static>(
        self,
        status: StatusCode,
        section: Section,
        notice: Option<Notice>,
        content: impl Fn() -> View + Send + Sync + 'static,
    ) -> Response {
        self.any_page(status, section, notice, Arc::new(move || content().into_any())).await
    }

    /// One frame for all pages, whatever they hold.
    async fn any_page(
        self,
        status: StatusCode,
        section: Section,
        notice: Option<Notice>,
        content: Arc<dyn Fn() -> AnyView + Send + Sync>,
    ) -> Response {
        let (language, role, organisation) = (self.language, self.who.role, self.organisation());
        let mut parts = self.parts;
        parts.method = Method::GET;
        let request = Request::from_parts(parts, Body::empty());
        let frame = Seen::of(&self.edge, &request).for_staff(Some(&self.who));
        pages::render(&self.edge, request, status, move || {
            let (organisation, notice) = (organisation.clone(), notice.clone());
            let content = content();
            view! {
                <Page title=section.name(language) frame=frame.clone() island=Island::None>
                    <OfficePage section role organisation notice language>
                        {content}
                    </OfficePage>
                </Page>
            }
        })
        .await
    }

    /// Sends the browser on to `path` after a post that succeeded, where it is told so.
    #[must_use]
    pub fn done(&self, path: &str, done: Done) -> Response {
        let address = self.language.address(path);
        let joint = if address.contains('?') { '&' } else { '?' };
        see(&format!("{address}{joint}gelukt={}", done.code()))
    }

    /// Writes down that who is signed in did something to a setting: for their organisation, or for
    /// the installation when they have none. What was done stands, whatever becomes of this.
    pub async fn note(&self, what: Deed, about: &str) {
        let rooms = self.edge.rooms();
        let entry = AuditEntry {
            at: rooms.switchboard.now(),
            who: Author::Staff(self.who.staff, self.who.shown_name.clone()),
            region: self.who.region(),
            what,
            about: Subject::named(about),
        };
        if let Err(error) = rooms.records.note(entry).await {
            tracing::error!(%error, "a change of a setting was not written down");
        }
    }

    /// A fault of the server's own: logged here, told in general words.
    #[must_use]
    pub fn failed(&self, error: &(dyn std::error::Error + 'static)) -> Notice {
        tracing::error!(error, "the office could not do something");
        Notice::Trouble(Frame::of(self.language).failed.to_owned())
    }
}

impl FromRequestParts<Edge> for Office {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, StatusCode> {
        // The guard put it there; without a guard nobody gets in.
        let who = parts.extensions.get::<Arc<SignedIn>>().cloned().ok_or(StatusCode::FORBIDDEN)?;
        let asked = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri);
        Ok(Self {
            edge: edge.clone(),
            who,
            language: language_of(&parts.uri),
            asked: asked.map(|Query(asked)| asked).unwrap_or_default(),
            parts: parts.clone(),
        })
    }
}

/// A page for a coordinator, about the own organisation.
pub struct Coordinator {
    /// What every page knows.
    pub office: Office,
    /// The coordinator's own region: never one that the request names.
    pub region: RegionId,
}

impl FromRequestParts<Edge> for Coordinator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, Response> {
        let office = Office::from_request_parts(parts, edge).await;
        let office = office.map_err(IntoResponse::into_response)?;
        match office.who.role {
            Role::Coordinator(region) => Ok(Self { office, region }),
            Role::Worker(_) | Role::Administrator => Err(StatusCode::FORBIDDEN.into_response()),
        }
    }
}
