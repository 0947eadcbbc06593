//! `/beheer/openingstijden`.

pub(crate) mod reading;

use axum::{
    http::StatusCode,
    response::Response,
    routing::{MethodRouter, get},
};
use leptos::prelude::*;

use super::{Coordinator, Fields, Right, Route};
use crate::{
    domain::{
        audit::Deed,
        hours::{Hours, date_of},
    },
    host::{context::Edge, pages},
    service::records::{Change, RecordsError, Thing, Version},
    ui::{
        office::{
            Done, Notice, Section,
            hours::{Day, HoursPage, HoursShown, Preview, TypedClosure, TypedHours, TypedTime},
        },
        text::office::frame::Frame,
    },
};

/// The paths.
pub const ROUTES: &[Route] =
    &[Route { path: "/beheer/openingstijden", right: Right::Coordinator, methods }];

/// How many days the preview shows.
const PREVIEW_DAYS: usize = 14;

fn methods() -> MethodRouter<Edge> {
    get(show).post(change)
}

async fn show(page: Coordinator) -> Response {
    let notice = page.office.notice();
    let Some(version) = version(&page).await else { return failed(page).await };
    let typed = TypedHours::of(&stored(&page), version.to_string());
    answer(page, StatusCode::OK, notice, typed, Extra::default()).await
}

async fn change(page: Coordinator, fields: Fields) -> Response {
    let mut typed = reading::typed(&fields);
    let does = fields.get("doe");
    if let Some(focus) = edit_rows(&mut typed, does) {
        return answer(page, StatusCode::OK, None, typed, Extra { focus, ..Extra::default() })
            .await;
    }
    let (now, before) = (page.office.edge.rooms().switchboard.now(), stored(&page));
    let text = Frame::of(page.office.language);
    let Some(hours) = reading::read(&mut typed, &before, now) else {
        let notice = Some(Notice::Trouble(text.not_saved.to_owned()));
        return answer(page, StatusCode::UNPROCESSABLE_ENTITY, notice, typed, Extra::default())
            .await;
    };
    if does != "publiceren" {
        let extra = Extra { preview: Some(preview(&hours, now)), ..Extra::default() };
        return answer(page, StatusCode::OK, None, typed, extra).await;
    }
    let on = Version::parse(&typed.version).unwrap_or_default();
    let (before, records) = (stored(&page), &page.office.edge.rooms().records);
    match records.change(on, Change::Hours(page.region, hours.clone())).await {
        Ok(_) => {
            for (deed, changed) in [
                (Deed::HoursChanged, before.week() != hours.week()),
                (Deed::HolidaysChanged, before.holidays() != hours.holidays()),
                (Deed::ClosuresChanged, before.closures() != hours.closures()),
            ] {
                if changed {
                    page.office.note(deed, "").await;
                }
            }
            page.office.done(Section::Hours.path(), Done::Published)
        }
        Err(RecordsError::Conflict) => {
            let Some(version) = version(&page).await else { return failed(page).await };
            typed.version = version.to_string();
            let extra = Extra { stored: Some(stored(&page)), ..Extra::default() };
            let notice = Some(Notice::Trouble(text.conflict.to_owned()));
            answer(page, StatusCode::CONFLICT, notice, typed, extra).await
        }
        Err(error) => {
            let notice = Some(page.office.failed(&error));
            answer(page, StatusCode::SERVICE_UNAVAILABLE, notice, typed, Extra::default()).await
        }
    }
}

/// Adds or removes a row, if that is what the button does; the field to go on with, or nothing.
fn edit_rows(typed: &mut TypedHours, does: &str) -> Option<String> {
    let (what, place) = does.split_once('-')?;
    let place: Vec<usize> = place.split('-').filter_map(|part| part.parse().ok()).collect();
    match (what, place.as_slice()) {
        ("erbij", [day]) => {
            let rows = typed.days.get_mut(*day)?;
            rows.push(TypedTime::default());
            Some(format!("van-{day}-{}", rows.len() - 1))
        }
        ("weg", [day, row]) => {
            let rows = typed.days.get_mut(*day)?;
            (*row < rows.len()).then(|| drop(rows.remove(*row)))?;
            Some(String::new())
        }
        ("dicht", []) if does == "dicht-erbij" => {
            typed.closures.push(TypedClosure::default());
            Some(format!("dicht-van-{}", typed.closures.len() - 1))
        }
        ("dicht", [row]) if *row < typed.closures.len() => {
            typed.closures.remove(*row);
            Some(String::new())
        }
        _ => None,
    }
}

/// What a page shows beside the form.
#[derive(Default)]
struct Extra {
    focus: String,
    preview: Option<Preview>,
    stored: Option<Hours>,
}

async fn answer(
    page: Coordinator,
    status: StatusCode,
    notice: Option<Notice>,
    typed: TypedHours,
    extra: Extra,
) -> Response {
    let rooms = page.office.edge.rooms();
    let year = date_of(rooms.switchboard.now()).year();
    let shown = HoursShown {
        status: pages::status_in(rooms, page.region),
        typed,
        years: [year, year + 1],
        focus: extra.focus,
        preview: extra.preview,
        stored: extra.stored,
    };
    let language = page.office.language;
    page.office
        .page(status, Section::Hours, notice, move || {
            view! { <HoursPage shown=shown.clone() language /> }
        })
        .await
}

async fn failed(page: Coordinator) -> Response {
    let text = Frame::of(page.office.language);
    let notice = Some(Notice::Trouble(text.failed.to_owned()));
    page.office.page(StatusCode::SERVICE_UNAVAILABLE, Section::Hours, notice, || ()).await
}

/// The version, to be read before what is stored.
async fn version(page: &Coordinator) -> Option<Version> {
    let records = &page.office.edge.rooms().records;
    let version = records.version(Thing::Hours(page.region)).await;
    version.inspect_err(|error| drop(page.office.failed(error))).ok()
}

fn stored(page: &Coordinator) -> Hours {
    let published = page.office.edge.rooms().records.published();
    published.hours.get(&page.region).cloned().unwrap_or_default()
}

fn preview(hours: &Hours, now: crate::domain::moment::Moment) -> Preview {
    let today = date_of(now);
    let days = today.series(jiff::Span::new().days(1)).take(PREVIEW_DAYS).map(|date| {
        let open = hours.on(date);
        let shortened = open != hours.week().day(date.weekday().into());
        Day { date, open, holiday: hours.holiday_on(date), shortened }
    });
    Preview { status: pages::planned(hours, now), days: days.collect() }
}
