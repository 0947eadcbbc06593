//! What each page needs to know, gathered before it is rendered.

mod rendering;

use std::collections::BTreeMap;

use axum::{
    extract::{Request, State},
    http::{HeaderName, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::{either::Either, prelude::*};

pub(super) use self::rendering::{Seen, render};
use super::{
    context::{Edge, language_of},
    embed, session,
};
use crate::{
    api::Rooms,
    domain::{
        hours::{self, Civil, Weekday},
        ids::RegionId,
        moment::Moment,
        region::Kind,
        statistics::LookedAt,
    },
    service::account::SignedIn,
    ui::{
        desk::Desk,
        page::{Island, Page, Surroundings},
        pages::{
            AccessibilityPage, ChatPage, HomePage, PrivacyPage, Problem, ProblemPage, SignInPage,
            SignInTrouble,
        },
        parts::{
            house::BeforeStart,
            questions::QuestionFields,
            region::{ChosenRegion, RegionChoice, RegionNotes},
        },
        text::{
            Language,
            hours::{CivilTime, Status},
            pages::Pages,
            sign_in::SignIn,
        },
        visitor::{Chat, Screens},
    },
};

/// `/`
pub async fn home(State(edge): State<Edge>, request: Request) -> Response {
    let seen = Seen::of(&edge, &request);
    let (language, status) = (seen.language(), status(edge.rooms()));
    look_closed(&edge, &request, status, LookedAt::Home);
    let frame = seen.for_visitors();
    render(&edge, request, StatusCode::OK, move || {
        view! {
            <Page title=Pages::of(language).title_visitor frame=frame.clone() island=Island::None>
                <HomePage language status />
            </Page>
        }
    })
    .await
}

/// Somebody who comes while the chat is closed is counted, and nothing of them is kept.
fn look_closed(edge: &Edge, request: &Request, status: Status, at: LookedAt) {
    if matches!(status, Status::Closed { .. }) && request.method() == Method::GET {
        edge.rooms().switchboard.looked(at);
    }
}

/// `/chat`
pub async fn chat(State(edge): State<Edge>, request: Request) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let (surroundings, chosen) = (embed::surroundings(query), embed::region(&edge, query));
    let seen = Seen::of(&edge, &request).at(embed::chat_path(query));
    let (language, status) = (seen.language(), status(edge.rooms()));
    // A pop-up opens this page while the chat is closed for a running conversation only.
    if surroundings == Surroundings::None {
        look_closed(&edge, &request, status, LookedAt::Chat);
    }
    let chosen = ChosenRegion(chosen.map(|region| region.name));
    let regions = regions(edge.rooms());
    let questions = edge.rooms().records.published().questions.clone();
    let notes = region_notes(edge.rooms(), language);
    let frame = seen.for_visitors();
    render(&edge, request, StatusCode::OK, move || {
        let (regions, questions) = (regions.clone(), questions.clone());
        provide_context(notes.clone());
        provide_context(chosen.clone());
        provide_context(surroundings);
        view! {
            <Page title=Pages::of(language).title_visitor frame=frame.clone() island=Island::Eager>
                <ChatPage language status regions>
                    <Chat>
                        <Screens>
                            <QuestionFields sets=questions.clone() language />
                            <BeforeStart language />
                        </Screens>
                    </Chat>
                </ChatPage>
            </Page>
        }
    })
    .await
}

/// `/privacy`
pub async fn privacy(State(edge): State<Edge>, request: Request) -> Response {
    let seen = Seen::of(&edge, &request);
    let language = seen.language();
    let frame = seen.for_visitors();
    render(&edge, request, StatusCode::OK, move || {
        view! {
            <Page title=Pages::of(language).title_visitor frame=frame.clone() island=Island::None>
                <PrivacyPage language />
            </Page>
        }
    })
    .await
}

/// `/toegankelijkheid`
pub async fn accessibility(State(edge): State<Edge>, request: Request) -> Response {
    let seen = Seen::of(&edge, &request);
    let language = seen.language();
    let frame = seen.for_visitors();
    render(&edge, request, StatusCode::OK, move || {
        view! {
            <Page title=Pages::of(language).title_visitor frame=frame.clone() island=Island::None>
                <AccessibilityPage language />
            </Page>
        }
    })
    .await
}

/// `/inloggen`
pub async fn sign_in(State(edge): State<Edge>, request: Request) -> Response {
    sign_in_again(&edge, request, None, StatusCode::OK).await
}

/// `/inloggen`, with a sentence about why it is asked again.
pub async fn sign_in_again(
    edge: &Edge,
    request: Request,
    trouble: Option<SignInTrouble>,
    status: StatusCode,
) -> Response {
    let seen = Seen::of(edge, &request);
    let language = seen.language();
    let frame = seen.for_staff(None);
    render(edge, request, status, move || {
        view! {
            <Page title=SignIn::of(language).title_sign_in frame=frame.clone() island=Island::None>
                <SignInPage language trouble />
            </Page>
        }
    })
    .await
}

/// `/werkplek`; whoever is not signed in goes to sign in.
pub async fn desk(State(edge): State<Edge>, request: Request) -> Response {
    let seen = Seen::of(&edge, &request);
    let language = seen.language();
    let signed_in: SignedIn = match session::signed_in(&edge, request.headers()).await {
        Ok(Some(signed_in)) => signed_in,
        Ok(None) => return session::see(&language.address("/inloggen")),
        Err(error) => {
            tracing::error!(%error, "a session could not be looked up");
            return problem(&edge, request, Problem::Internal).await;
        }
    };
    let has_desk = signed_in.region().is_some();
    let locked = edge.rooms().accounts.is_locked(&signed_in);
    if let Err(error) = edge.rooms().accounts.note_activity(&signed_in).await {
        tracing::error!(%error, "a sign of life could not be noted");
    }
    let frame = seen.for_staff(Some(&signed_in));
    let island = if has_desk { Island::Lazy("desk_loader") } else { Island::None };
    render(&edge, request, StatusCode::OK, move || {
        let content = if has_desk {
            // The island finds it and shuts the lock.
            let locked = locked.then(|| view! { <span id="locked" hidden></span> });
            Either::Left(view! {
                {locked}
                <Desk />
            })
        } else {
            Either::Right(view! { <ProblemPage language problem=Problem::Refused /> })
        };
        view! {
            <Page title=SignIn::of(language).title_desk frame=frame.clone() island>
                {content}
            </Page>
        }
    })
    .await
}

/// Instead of the page that was asked for.
pub async fn problem(edge: &Edge, request: Request, problem: Problem) -> Response {
    let seen = Seen::of(edge, &request);
    let language = seen.language();
    let frame = seen.for_visitors();
    let status = match problem {
        Problem::NotFound => StatusCode::NOT_FOUND,
        Problem::Refused => StatusCode::FORBIDDEN,
        Problem::Busy => StatusCode::TOO_MANY_REQUESTS,
        Problem::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    };
    render(edge, request, status, move || {
        view! {
            <Page title=Pages::of(language).title_visitor frame=frame.clone() island=Island::None>
                <ProblemPage language problem />
            </Page>
        }
    })
    .await
}

/// `/status`: open or closed, for the page's script and for the pop-up on other sites. It says
/// nothing about who asks, so anybody may read it.
pub async fn status_of(State(edge): State<Edge>, request: Request) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let language = language_of(request.uri());
    let region = embed::region(&edge, query);
    let status = match &region {
        Some(region) => status_in(edge.rooms(), region.id),
        None => status(edge.rooms()),
    };
    let in_pop_up = embed::asked(query, "insluiten").is_some();
    // While all are closed nobody chooses a region.
    let regions = match status {
        Status::Open { .. } if !in_pop_up => region_notes(edge.rooms(), language),
        _ => RegionNotes::default(),
    };
    let regions = regions.0.into_iter().filter(|(_, note)| !note.is_empty());
    let regions: BTreeMap<String, String> =
        regions.map(|(region, note)| (region.to_string(), note)).collect();
    let mut body = serde_json::json!({
        "status": status.tag(),
        "headline": status.headline(language),
        "detail": status.detail(language),
        "regions": regions,
    });
    if let (true, Some(body)) = (in_pop_up, body.as_object_mut()) {
        body.append(&mut embed::told(&edge, region.as_ref(), language));
    }
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "public, max-age=5"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    ];
    (headers, body.to_string()).into_response()
}

/// Open when any region is; attended when somebody is on duty for a region that is open.
fn status(rooms: &Rooms) -> Status {
    let published = rooms.records.published();
    let now = rooms.switchboard.now();
    let civil = |moment| civil_time(Civil::of(moment, now));
    match published.overall_status(now) {
        hours::Status::Closed { opens } => Status::Closed { opens: opens.map(civil) },
        hours::Status::Open { until } => {
            let rules = rooms.switchboard.rules();
            let attended = rooms.switchboard.look(|desk| {
                published.regions.all().iter().any(|region| {
                    desk.is_staffed(region.id, &rules)
                        && published.status(region.id, now).is_some_and(hours::Status::is_open)
                })
            });
            if attended { Status::Open { until: until.map(civil) } } else { Status::Unattended }
        }
    }
}

/// Open or closed, for one region: attended when somebody is on duty for it.
pub(super) fn status_in(rooms: &Rooms, region: RegionId) -> Status {
    let published = rooms.records.published();
    let hours = published.hours.get(&region);
    let planned = hours.map(|hours| planned(hours, rooms.switchboard.now()));
    attended(rooms, region, planned.unwrap_or(Status::Closed { opens: None }))
}

/// On duty counts where the region's visitors may be helped from.
fn attended(rooms: &Rooms, region: RegionId, planned: Status) -> Status {
    let rules = rooms.switchboard.rules();
    match planned {
        Status::Open { .. } if !rooms.switchboard.look(|desk| desk.is_staffed(region, &rules)) => {
            Status::Unattended
        }
        planned => planned,
    }
}

/// What whoever chooses a region should know of it, for each.
fn region_notes(rooms: &Rooms, language: Language) -> RegionNotes {
    let published = rooms.records.published();
    let notes = published.regions.all().iter().map(|region| {
        let status = status_in(rooms, region.id);
        (region.id.0, status.note_for(&region.name, language))
    });
    RegionNotes(notes.collect())
}

/// Open or closed by these hours alone.
pub(super) fn planned(hours: &hours::Hours, now: Moment) -> Status {
    let civil = |moment| civil_time(Civil::of(moment, now));
    match hours.status(now) {
        hours::Status::Open { until } => Status::Open { until: until.map(civil) },
        hours::Status::Closed { opens } => Status::Closed { opens: opens.map(civil) },
    }
}

fn civil_time(civil: Civil) -> CivilTime {
    CivilTime {
        days_ahead: u32::try_from(civil.days_from_now).unwrap_or(0),
        weekday: Weekday::ALL
            .iter()
            .position(|day| *day == civil.weekday)
            .map_or(1, |index| u8::try_from(index + 1).unwrap_or(1)),
        day: civil.day,
        month: civil.month,
        hour: civil.hour,
        minute: civil.minute,
    }
}

/// Every name that leads to a region: the regions first, then municipalities of today and before.
fn regions(rooms: &Rooms) -> Vec<RegionChoice> {
    let published = rooms.records.published();
    let name_of = |id| published.regions.get(id).map(|region| region.name.clone());
    let regions = published.regions.open().map(|region| RegionChoice {
        name: region.name.clone(),
        region: region.name.clone(),
        id: region.id.0,
    });
    let named = |kind: Kind| kind != Kind::Current;
    let mut places: Vec<_> = published.regions.municipalities().iter().collect();
    // Those of a region stand together: the page is a fortieth smaller then, packed.
    places.sort_by_key(|place| (named(place.kind), place.region));
    let places = places.into_iter().filter_map(|place| {
        let region = name_of(place.region)?;
        Some(RegionChoice { name: place.name.clone(), region, id: place.region.0 })
    });
    regions.chain(places.collect::<Vec<_>>()).collect()
}
