//! `/beheer/logboek`.

use axum::{http::StatusCode, response::Response, routing::get};
use leptos::prelude::*;

use super::{Office, Right, Route, clock::stamp};
use crate::{
    domain::ids::RegionId,
    service::records::{AuditPlace, AuditScope, Author, RecordsError},
    ui::{
        office::{
            Section,
            log::{LogColumns, LogPage, LogRow, LogSeen},
        },
        text::Language,
    },
};

/// The log's only page.
pub const ROUTES: &[Route] =
    &[Route { path: "/beheer/logboek", right: Right::Office, methods: || get(show) }];

/// How many lines a page has.
const A_PAGE: usize = 100;

async fn show(office: Office) -> Response {
    let before = office.asked("voor").parse().ok().map(AuditPlace);
    let (seen, notice) = match gather(&office, before).await {
        Ok(seen) => (seen, None),
        Err(error) => (empty(), Some(office.failed(&error))),
    };
    let language = office.language;
    office
        .page(StatusCode::OK, Section::Log, notice, move || {
            view! { <LogPage seen=seen.clone() language /> }
        })
        .await
}

const fn empty() -> LogSeen {
    LogSeen { rows: Vec::new(), columns: LogColumns::Own, older: None, is_older: false }
}

async fn gather(office: &Office, before: Option<AuditPlace>) -> Result<LogSeen, RecordsError> {
    let (scope, columns) = match office.who.region() {
        Some(region) => (AuditScope::Region(region), LogColumns::Own),
        None => (AuditScope::Everything, LogColumns::All),
    };
    let records = &office.edge.rooms().records;
    let mut found = records.audit(scope, before, A_PAGE + 1).await?;
    let has_more = found.len() > A_PAGE;
    found.truncate(A_PAGE);
    let older = found.last().filter(|_| has_more).map(|(place, _)| older(office.language, *place));
    let published = records.published();
    let name_of = |id: RegionId| published.regions.get(id).map(|region| region.name.clone());
    let rows = found.into_iter().map(|(_, entry)| LogRow {
        at: stamp(entry.at),
        who: match entry.who {
            Author::Staff(_, name) => Some(name.as_str().to_owned()),
            Author::CommandLine => None,
        },
        what: entry.what,
        about: entry.about.as_str().to_owned(),
        organisation: entry.region.and_then(name_of),
    });
    Ok(LogSeen { rows: rows.collect(), columns, older, is_older: before.is_some() })
}

fn older(language: Language, place: AuditPlace) -> String {
    language.address(&format!("/beheer/logboek?voor={}", place.0))
}
