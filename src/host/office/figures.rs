//! How things stand now, and the figures: on the page and as a file for a spreadsheet. Nothing here
//! changes anything, and nothing is shown that `domain::statistics` did not let through.

mod asked;
mod file;

use axum::{http::StatusCode, response::Response, routing::get};
use jiff::civil::Date;
use leptos::prelude::*;

use self::asked::{Asked, Trouble};
use super::{Office, Right, Route};
use crate::{
    domain::{
        hours::date_of,
        ids::RegionId,
        staffing::Role,
        statistics::{Ledger, Live, Measure, Period, Scope},
    },
    service::{records::RecordsError, switchboard::Failure},
    ui::{
        office::{
            Notice, Section,
            figures::{FILE, FiguresPage, Question},
            live::{LivePage, LiveRow},
        },
        text::office::figures::Figures as Text,
    },
};

pub const ROUTES: &[Route] = &[
    Route { path: "/beheer", right: Right::Office, methods: || get(live) },
    Route { path: "/beheer/cijfers", right: Right::Office, methods: || get(figures) },
    Route { path: FILE, right: Right::Office, methods: || get(file::file) },
];

/// What somebody may see: a coordinator the own organisation, whatever is asked.
const fn own(role: Role) -> Option<RegionId> {
    role.region()
}

/// `/beheer`
async fn live(office: Office) -> Response {
    let rooms = office.edge.rooms();
    let (published, now) = (rooms.records.published(), rooms.switchboard.now());
    let own = own(office.who.role);
    let shown = published.regions.all().iter();
    let shown = shown.filter(|region| own.is_none_or(|own| own == region.id));
    let rows: Vec<LiveRow> = rooms.switchboard.look(|desk| {
        let row = |region: &crate::domain::region::Region| LiveRow {
            slug: region.slug.clone(),
            name: format!("Veilig Thuis {}", region.name),
            live: Live::of(desk, region.id, now),
        };
        shown.map(row).collect()
    });
    let (language, notice) = (office.language, office.notice());
    let content = move || view! { <LivePage rows=rows.clone() language /> };
    office.page(StatusCode::OK, Section::Live, notice, content).await
}

/// `/beheer/cijfers`
async fn figures(office: Office) -> Response {
    let language = office.language;
    let text = Text::of(language);
    let asked = asked(&office);
    let words = asked.trouble.map(|trouble| match trouble {
        Trouble::Period => text.no_period,
        Trouble::Comparison => text.no_comparison,
        Trouble::Organisation => text.no_organisation,
    });
    let status = if words.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let notice = words.map(|words| Notice::Trouble(words.to_owned()));
    let question = match question(&office, &asked).await {
        Ok(question) => question,
        Err(error) => {
            let notice = office.failed(&error);
            let status = StatusCode::SERVICE_UNAVAILABLE;
            return office.page(status, Section::Figures, Some(notice), || ()).await;
        }
    };
    let chosen = asked.chosen(&office);
    let content = move || {
        let (question, chosen) = (question.clone(), chosen.clone());
        view! { <FiguresPage question chosen /> }
    };
    office.page(status, Section::Figures, notice, content).await
}

/// What the address asks, as far as who asks may.
fn asked(office: &Office) -> Asked {
    let rooms = office.edge.rooms();
    let today = date_of(rooms.switchboard.now());
    Asked::read(&rooms.records.published().regions, own(office.who.role), today, |name| {
        office.asked(name)
    })
}

/// Why there are no figures.
#[derive(Debug, thiserror::Error)]
enum NoFigures {
    #[error("what happened could not be counted")]
    NotCounted(#[from] Failure),
    #[error("the counts could not be read")]
    Unreadable(#[from] RecordsError),
}

/// Gathers what was counted in every period that is asked.
async fn question(office: &Office, asked: &Asked) -> Result<Question, NoFigures> {
    let rooms = office.edge.rooms();
    rooms.switchboard.count_now().await?;
    let mut ledger = Ledger::default();
    let compared = asked.comparison.map(|(_, period)| period);
    let quarter = asked.period.quarter();
    // What the map of the week may show depends on what its quarter shows.
    let of_map = Period::of_quarter(quarter);
    for period in [asked.period, of_map].into_iter().chain(compared) {
        let (from, to) = whole_months(period);
        for (region, count) in rooms.records.counts_everywhere(from, to).await? {
            if let Some(measure) = Measure::from_code(count.what.as_str()) {
                ledger.note(measure, region, count.day, count.number);
            }
        }
    }
    for (region, count) in rooms.records.counts_by_hour(quarter).await? {
        if let Some(measure) = Measure::from_code(count.what.as_str()) {
            ledger.note_hour(measure, region, (quarter, count.hour), count.number);
        }
    }
    Ok(Question {
        ledger,
        regions: rooms.records.published().regions.clone(),
        scope: asked.scope,
        period: asked.period,
        comparison: asked.comparison,
        today: asked.today,
        language: office.language,
    })
}

/// What is shown of a day is decided over its month.
fn whole_months(period: Period) -> (Date, Date) {
    (period.first().first_of_month(), period.last().last_of_month())
}

/// Whether a scope is all organisations.
const fn is_all(scope: Scope) -> bool {
    matches!(scope, Scope::All)
}
