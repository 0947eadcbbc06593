//! `/beheer/vragen`.

pub(crate) mod reading;

use axum::{
    http::StatusCode,
    response::Response,
    routing::{MethodRouter, get},
};
use leptos::prelude::*;

use super::{Coordinator, Fields, Right, Route};
use crate::{
    domain::{audit::Deed, questions::Questions},
    host::context::Edge,
    service::records::{Change, RecordsError, Thing, Version},
    ui::{
        office::{
            Done, Notice, Section,
            questions::{QuestionsPage, QuestionsShown, TypedQuestion},
        },
        text::office::frame::Frame,
    },
};

/// The paths.
pub const ROUTES: &[Route] =
    &[Route { path: "/beheer/vragen", right: Right::Coordinator, methods }];

fn methods() -> MethodRouter<Edge> {
    get(show).post(change)
}

async fn show(page: Coordinator) -> Response {
    let (notice, version) = (page.office.notice(), version(&page).await);
    match version {
        Ok(version) => {
            let typed = form(&stored(&page));
            answer(page, StatusCode::OK, notice, version.to_string(), typed, None, None).await
        }
        Err(trouble) => failed(page, trouble).await,
    }
}

async fn change(page: Coordinator, fields: Fields) -> Response {
    let version_typed = fields.get("versie").to_owned();
    let mut typed = reading::typed(&fields);
    let does = fields.get("doe");
    if does == "gewoon" {
        typed = form(&usual(&page));
        return answer(page, StatusCode::OK, None, version_typed, typed, None, None).await;
    }
    if edit_rows(&mut typed, does) {
        return answer(page, StatusCode::OK, None, version_typed, typed, None, None).await;
    }
    let text = Frame::of(page.office.language);
    let Some(questions) = reading::read(&mut typed) else {
        let notice = Some(Notice::Trouble(text.not_saved.to_owned()));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return answer(page, status, notice, version_typed, typed, None, None).await;
    };
    if does != "publiceren" {
        let preview = Some(questions);
        return answer(page, StatusCode::OK, None, version_typed, typed, preview, None).await;
    }
    // What all regions ask is nothing of the region's own, and changes when that changes.
    let own = Some(questions).filter(|questions| *questions != usual(&page));
    let on = Version::parse(&version_typed).unwrap_or_default();
    let records = &page.office.edge.rooms().records;
    match records.change(on, Change::Questions(Some(page.region), own)).await {
        Ok(_) => {
            page.office.note(Deed::QuestionsChanged, "").await;
            page.office.done(Section::Questions.path(), Done::Published)
        }
        Err(RecordsError::Conflict) => {
            let version = match version(&page).await {
                Ok(version) => version.to_string(),
                Err(trouble) => return failed(page, trouble).await,
            };
            let notice = Some(Notice::Trouble(text.conflict.to_owned()));
            let stored = Some(stored(&page));
            answer(page, StatusCode::CONFLICT, notice, version, typed, None, stored).await
        }
        Err(error) => {
            let notice = Some(page.office.failed(&error));
            let status = StatusCode::SERVICE_UNAVAILABLE;
            answer(page, status, notice, version_typed, typed, None, None).await
        }
    }
}

/// Adds, removes or moves a question, if that is what the button does.
fn edit_rows(typed: &mut Vec<TypedQuestion>, does: &str) -> bool {
    if does == "erbij" {
        typed.push(TypedQuestion::default());
        return true;
    }
    let Some((what, place)) = does.split_once('-') else { return false };
    let Some(place) = place.parse().ok().filter(|place: &usize| *place < typed.len()) else {
        return false;
    };
    match what {
        "omhoog" if place > 0 => typed.swap(place - 1, place),
        "omlaag" if place + 1 < typed.len() => typed.swap(place, place + 1),
        "weg" => drop(typed.remove(place)),
        _ => return false,
    }
    true
}

async fn answer(
    page: Coordinator,
    status: StatusCode,
    notice: Option<Notice>,
    version: String,
    typed: Vec<TypedQuestion>,
    preview: Option<Questions>,
    stored: Option<Questions>,
) -> Response {
    let published = page.office.edge.rooms().records.published();
    let own = published.questions.own().any(|(region, _)| region == page.region);
    let shown = QuestionsShown { version, typed, own, preview, stored };
    let language = page.office.language;
    page.office
        .page(status, Section::Questions, notice, move || {
            view! { <QuestionsPage shown=shown.clone() language /> }
        })
        .await
}

async fn failed(page: Coordinator, trouble: Notice) -> Response {
    let status = StatusCode::SERVICE_UNAVAILABLE;
    page.office.page(status, Section::Questions, Some(trouble), || ()).await
}

/// The version, to be read before what is stored.
async fn version(page: &Coordinator) -> Result<Version, Notice> {
    let records = &page.office.edge.rooms().records;
    let version = records.version(Thing::Questions(Some(page.region))).await;
    version.map_err(|error| page.office.failed(&error))
}

fn form(questions: &Questions) -> Vec<TypedQuestion> {
    questions.all().iter().map(TypedQuestion::of).collect()
}

/// What is asked of visitors of the region.
fn stored(page: &Coordinator) -> Questions {
    let published = page.office.edge.rooms().records.published();
    let own = published.questions.own().find(|(region, _)| *region == page.region);
    own.map_or_else(|| published.questions.usual(), |(_, own)| own).clone()
}

/// What is asked where a region has no questions of its own.
fn usual(page: &Coordinator) -> Questions {
    page.office.edge.rooms().records.published().questions.usual().clone()
}
