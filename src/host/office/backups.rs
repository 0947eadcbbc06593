//! `/beheer/achtervang`.

use axum::{
    http::StatusCode,
    response::Response,
    routing::{MethodRouter, get},
};
use leptos::prelude::*;

use super::{Coordinator, Fields, Right, Route};
use crate::{
    domain::{audit::Deed, ids::RegionId, region::Region},
    host::context::Edge,
    service::records::{Change, RecordsError, Thing, Version},
    ui::{
        office::{
            Done, Notice, Section,
            backups::{BackupsPage, BackupsShown},
        },
        text::office::frame::Frame,
    },
};

/// The paths.
pub const ROUTES: &[Route] =
    &[Route { path: "/beheer/achtervang", right: Right::Coordinator, methods }];

fn methods() -> MethodRouter<Edge> {
    get(show).post(change)
}

async fn show(page: Coordinator) -> Response {
    let (notice, version) = (page.office.notice(), version(&page).await);
    match version {
        Ok(version) => {
            let ticked = stored(&page);
            answer(page, StatusCode::OK, notice, version.to_string(), ticked, None).await
        }
        Err(trouble) => failed(page, trouble).await,
    }
}

async fn change(page: Coordinator, fields: Fields) -> Response {
    let others: Vec<RegionId> = others(&page).iter().map(|region| region.id).collect();
    let ticked: Vec<RegionId> = fields
        .all("regio")
        .filter_map(|number| number.parse().ok().map(RegionId))
        .filter(|region| others.contains(region))
        .collect();
    let typed = fields.get("versie").to_owned();
    let on = Version::parse(&typed).unwrap_or_default();
    let records = &page.office.edge.rooms().records;
    match records.change(on, Change::Backups(page.region, ticked.clone())).await {
        Ok(_) => {
            page.office.note(Deed::BackupsChanged, "").await;
            page.office.done(Section::Backups.path(), Done::Published)
        }
        Err(RecordsError::Conflict) => {
            let version = match version(&page).await {
                Ok(version) => version.to_string(),
                Err(trouble) => return failed(page, trouble).await,
            };
            let words = Frame::of(page.office.language).conflict;
            let (notice, stored) = (Some(Notice::Trouble(words.to_owned())), stored(&page));
            answer(page, StatusCode::CONFLICT, notice, version, ticked, Some(stored)).await
        }
        Err(error) => {
            let notice = Some(page.office.failed(&error));
            answer(page, StatusCode::SERVICE_UNAVAILABLE, notice, typed, ticked, None).await
        }
    }
}

async fn answer(
    page: Coordinator,
    status: StatusCode,
    notice: Option<Notice>,
    version: String,
    ticked: Vec<RegionId>,
    stored: Option<Vec<RegionId>>,
) -> Response {
    let shown = BackupsShown { version, regions: others(&page), ticked, stored };
    let language = page.office.language;
    page.office
        .page(status, Section::Backups, notice, move || {
            view! { <BackupsPage shown=shown.clone() language /> }
        })
        .await
}

async fn failed(page: Coordinator, trouble: Notice) -> Response {
    let status = StatusCode::SERVICE_UNAVAILABLE;
    page.office.page(status, Section::Backups, Some(trouble), || ()).await
}

/// The version, to be read before what is stored.
async fn version(page: &Coordinator) -> Result<Version, Notice> {
    let records = &page.office.edge.rooms().records;
    let version = records.version(Thing::Backups(page.region)).await;
    version.map_err(|error| page.office.failed(&error))
}

fn stored(page: &Coordinator) -> Vec<RegionId> {
    page.office.edge.rooms().records.published().backups.of(page.region).to_vec()
}

fn others(page: &Coordinator) -> Vec<Region> {
    let published = page.office.edge.rooms().records.published();
    let others = published.regions.all().iter().filter(|region| region.id != page.region);
    others.cloned().collect()
}
