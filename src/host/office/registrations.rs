//! A coordinator's overview of the registrations of the own organisation, and their export.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::prelude::*;

use super::{Coordinator, Office};
use crate::{
    domain::{
        advice::{Advice, Edition, HalfYear, Month, totals},
        audit::Deed,
        ids::RegionId,
    },
    service::records::{RecordsError, edition, editions},
    ui::{
        office::{
            Notice, Section,
            registrations::{Registrations, RegistrationsPage},
        },
        text::office::advice::Advice as Text,
    },
};

/// The half year that the address asks for: the current one when it asks for none, or for one that
/// is yet to come.
fn asked(office: &Office) -> (HalfYear, HalfYear) {
    let current = HalfYear::of(office.edge.rooms().switchboard.today());
    let asked = office.asked("halfjaar").parse().ok().filter(|half| *half <= current);
    (asked.unwrap_or(current), current)
}

async fn advices(
    office: &Office,
    region: RegionId,
    half: HalfYear,
) -> Result<Vec<(Month, Advice)>, RecordsError> {
    let [first, .., last] = half.months();
    office.edge.rooms().records.advices(region, first, last).await
}

/// The page.
pub(super) async fn show(Coordinator { office, region }: Coordinator) -> Response {
    let (half, current) = asked(&office);
    let given = match advices(&office, region, half).await {
        Ok(given) => given,
        Err(error) => {
            let notice = office.failed(&error);
            return unavailable(office, notice).await;
        }
    };
    let editions: Vec<&Edition> =
        editions().iter().filter(|edition| edition.asked().next().is_some()).collect();
    let page = Registrations { half, current, totals: totals(half, &given, &editions) };
    let (language, notice) = (office.language, office.notice());
    let content = move || view! { <RegistrationsPage page=page.clone() language /> };
    office.page(StatusCode::OK, Section::Registrations, notice, content).await
}

/// The export: one line for each advice, with nothing but its month, for the statutory delivery.
pub(super) async fn export(Coordinator { office, region }: Coordinator) -> Response {
    let (half, _) = asked(&office);
    let organisation = office.organisation().unwrap_or_default();
    let given = match advices(&office, region, half).await {
        Ok(given) => given,
        Err(error) => {
            let notice = office.failed(&error);
            return unavailable(office, notice).await;
        }
    };
    match table(&organisation, &given) {
        Ok(table) => {
            office.note(Deed::RegistrationsExported, &half.to_string()).await;
            let name = format!("attachment; filename=\"adviezen-{half}.csv\"");
            let kind = "text/csv; charset=utf-8; header=present".to_owned();
            ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], table)
                .into_response()
        }
        Err(error) => {
            let notice = office.failed(error.as_ref());
            unavailable(office, notice).await
        }
    }
}

/// What stands between several answers in one field.
const AND: &str = " | ";

type Fault = Box<dyn std::error::Error + Send + Sync>;

fn table(organisation: &str, given: &[(Month, Advice)]) -> Result<Vec<u8>, Fault> {
    // The statutory words are Dutch, whoever reads them.
    let text = Text::of(crate::ui::text::Language::Dutch);
    let mut names: Vec<(&str, &str)> = Vec::new();
    for list in editions().iter().rev().flat_map(Edition::asked) {
        if !names.iter().any(|(name, _)| *name == list.name) {
            names.push((&list.name, &list.title));
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let fixed = ["Maand", "Organisatie", "Uitgave van de lijsten", "Duur van het gesprek"];
    let mut head: Vec<String> = fixed.map(str::to_owned).into();
    for (_, title) in &names {
        head.extend([format!("{title}, nummer"), format!("{title}, omschrijving")]);
    }
    writer.write_record(&head)?;
    for (month, advice) in given {
        let edition = edition(advice.edition());
        let mut line = vec![
            month.to_string(),
            organisation.to_owned(),
            advice.edition().to_owned(),
            text.words(advice.duration()),
        ];
        for (name, _) in &names {
            let chosen = advice.chosen().iter().filter(|one| one.list == *name);
            let codes: Vec<_> = chosen.filter_map(|one| edition?.code(one)).collect();
            let numbers: Vec<_> = codes.iter().filter_map(|code| code.number.as_deref()).collect();
            let labels: Vec<_> = codes.iter().map(|code| code.label.as_str()).collect();
            line.extend([numbers.join(AND), labels.join(AND)]);
        }
        writer.write_record(&line)?;
    }
    Ok(writer.into_inner().map_err(|error| error.to_string())?)
}

async fn unavailable(office: Office, notice: Notice) -> Response {
    office.page(StatusCode::SERVICE_UNAVAILABLE, Section::Registrations, Some(notice), || ()).await
}
