//! `/beheer/organisaties`: a new table is posted, looked at, and posted again to be applied.

use axum::{
    extract::Multipart,
    http::StatusCode,
    response::Response,
    routing::{get, post},
};
use leptos::prelude::*;

use super::{Fields, Office, Right, Route};
use crate::{
    domain::{
        audit::Deed,
        ids::RegionId,
        region::{Changes, Faults, Kind, Regions, Table},
    },
    service::records::{Edition, Fingerprint, RecordsError, read_table, version_of_regions},
    ui::{
        office::{
            Done, Notice, Section,
            organisations::{
                APPLY_PATH, Given, Listed, OrganisationsPage, PATH, Preview, PreviewPage,
            },
        },
        text::office::organisations::Organisations,
    },
};

/// The paths.
pub const ROUTES: &[Route] = &[
    Route { path: PATH, right: Right::Administrator, methods: || get(show).post(compare) },
    Route { path: APPLY_PATH, right: Right::Administrator, methods: || post(apply) },
];

async fn show(office: Office) -> Response {
    let notice = office.notice();
    list(office, StatusCode::OK, notice, Given::default()).await
}

/// A table is handed in: what would it change?
async fn compare(office: Office, form: Option<Multipart>) -> Response {
    let text = Organisations::of(office.language);
    let Some(posted) = read(form).await else {
        let trouble = Notice::Trouble(text.not_read.to_owned());
        return list(office, StatusCode::BAD_REQUEST, Some(trouble), Given::default()).await;
    };
    if posted.table.is_empty() {
        let error = text.nothing_given.to_owned();
        let given = Given { error: error.clone(), edition: posted.edition, ..Given::default() };
        let trouble = Some(Notice::Trouble(error));
        return list(office, StatusCode::UNPROCESSABLE_ENTITY, trouble, given).await;
    }
    look(office, StatusCode::OK, None, posted).await
}

/// What was looked at is done, unless something else is stored by now.
async fn apply(office: Office, fields: Fields) -> Response {
    let posted = Posted {
        table: fields.get("tabel").as_bytes().to_vec(),
        edition: fields.get("indeling").to_owned(),
        from_file: false,
    };
    let before = office.edge.rooms().records.published();
    let after = match posted.against(&before.regions) {
        Ok(after) => after,
        Err(faults) => return wrong(office, posted, faults).await,
    };
    let version = Fingerprint::from_form(fields.get("versie"));
    let stored = office.edge.rooms().records.set_regions(version, after).await;
    match stored {
        Ok(()) => {
            office.note(Deed::MunicipalitiesImported, "").await;
            office.done(PATH, Done::Published)
        }
        Err(RecordsError::Conflict) => {
            let text = Organisations::of(office.language);
            let trouble = Some(Notice::Trouble(text.conflict.to_owned()));
            look(office, StatusCode::CONFLICT, trouble, posted).await
        }
        Err(error) => {
            let trouble = Some(office.failed(&error));
            look(office, StatusCode::INTERNAL_SERVER_ERROR, trouble, posted).await
        }
    }
}

/// A table as it was posted.
#[derive(Default)]
struct Posted {
    table: Vec<u8>,
    edition: String,
    from_file: bool,
}

impl Posted {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.table).into_owned()
    }

    fn edition(&self) -> Edition {
        Edition::from_code(&self.edition).unwrap_or_default()
    }

    /// The regions as this table wants them.
    fn against(&self, before: &Regions) -> Result<Regions, Faults> {
        let table: Table = read_table(&self.table, self.edition())?;
        table.applied_to(before).map_err(|wrong| Faults::one(1, wrong))
    }
}

/// The file goes before what was pasted. `None` when the form cannot be read.
async fn read(form: Option<Multipart>) -> Option<Posted> {
    let (mut form, mut posted) = (form?, Posted::default());
    let mut typed = Vec::new();
    while let Some(field) = form.next_field().await.ok()? {
        match field.name().unwrap_or_default() {
            "bestand" => posted.table = field.bytes().await.ok()?.to_vec(),
            "tabel" => typed = field.bytes().await.ok()?.to_vec(),
            "indeling" => posted.edition = field.text().await.ok()?,
            _ => {}
        }
    }
    posted.from_file = !posted.table.is_empty();
    if !posted.from_file && !typed.trim_ascii().is_empty() {
        posted.table = typed;
    }
    Some(posted)
}

/// The page with what a table would change, or with what is wrong with it.
async fn look(
    office: Office,
    status: StatusCode,
    notice: Option<Notice>,
    posted: Posted,
) -> Response {
    let before = office.edge.rooms().records.published();
    let after = match posted.against(&before.regions) {
        Ok(after) => after,
        Err(faults) => return wrong(office, posted, faults).await,
    };
    let accounts = match accounts(&office).await {
        Ok(accounts) => accounts,
        Err(error) => {
            let trouble = Some(office.failed(&error));
            return list(office, StatusCode::INTERNAL_SERVER_ERROR, trouble, given(&posted)).await;
        }
    };
    let preview = Preview {
        table: posted.text(),
        edition: posted.edition().code().to_owned(),
        version: version_of_regions(&before.regions).as_str().to_owned(),
        changes: Changes::between(&before.regions, &after),
        accounts,
    };
    let language = office.language;
    office
        .page(status, Section::Organisations, notice, move || {
            let preview = preview.clone();
            view! { <PreviewPage preview language /> }
        })
        .await
}

fn given(posted: &Posted) -> Given {
    let edition = posted.edition().code().to_owned();
    Given { table: posted.text(), edition, from_file: posted.from_file, ..Given::default() }
}

async fn wrong(office: Office, posted: Posted, faults: Faults) -> Response {
    let text = Organisations::of(office.language);
    let trouble = Some(Notice::Trouble(text.wrong(faults.total())));
    let given = Given { faults: Some(faults), ..given(&posted) };
    list(office, StatusCode::UNPROCESSABLE_ENTITY, trouble, given).await
}

/// The page with the list and the form.
async fn list(
    office: Office,
    status: StatusCode,
    notice: Option<Notice>,
    given: Given,
) -> Response {
    let (accounts, notice, status) = match accounts(&office).await {
        Ok(accounts) => (accounts, notice, status),
        Err(error) => (Vec::new(), Some(office.failed(&error)), StatusCode::INTERNAL_SERVER_ERROR),
    };
    let published = office.edge.rooms().records.published();
    let listed = listed(&published.regions, &accounts);
    let language = office.language;
    office
        .page(status, Section::Organisations, notice, move || {
            let (listed, given) = (listed.clone(), given.clone());
            view! { <OrganisationsPage listed given language /> }
        })
        .await
}

fn listed(regions: &Regions, accounts: &[(RegionId, usize)]) -> Vec<Listed> {
    let listed = regions.all().iter().map(|region| {
        let names = |wanted: fn(Kind) -> bool| {
            let places = regions.municipalities().iter();
            places.filter(|place| place.region == region.id && wanted(place.kind)).count()
        };
        let of_it = accounts.iter().find(|(id, _)| *id == region.id);
        Listed {
            name: region.name.clone(),
            municipalities: names(|kind| kind == Kind::Current),
            other_names: names(|kind| kind != Kind::Current),
            accounts: of_it.map_or(0, |(_, accounts)| *accounts),
            closed: regions.is_closed(region.id),
        }
    });
    let mut listed: Vec<Listed> = listed.collect();
    listed.sort_by(|one, other| one.name.cmp(&other.name));
    listed
}

/// How many accounts belong to each region that has any.
async fn accounts(office: &Office) -> Result<Vec<(RegionId, usize)>, RecordsError> {
    let staff = office.edge.rooms().records.all_staff().await?;
    let mut accounts: Vec<(RegionId, usize)> = Vec::new();
    for region in staff.iter().filter_map(|member| member.role.region()) {
        match accounts.iter_mut().find(|(id, _)| *id == region) {
            Some((_, count)) => *count += 1,
            None => accounts.push((region, 1)),
        }
    }
    Ok(accounts)
}
