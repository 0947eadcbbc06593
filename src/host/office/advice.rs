//! A worker's own registrations of today, and what is still to be registered.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use leptos::prelude::*;

use super::{Fields, Office, Right, Route, registrations};
use crate::{
    domain::{
        advice::{Chosen, DurationBucket, Edition, Owed},
        ids::{RegionId, RegistrationId},
    },
    protocol::{AdviceDesk, Refusal, RegisterAdvice, VERSION},
    service::{
        account::SignedIn,
        records::{OwnAdvice, edition, edition_in_force},
        switchboard::{AtDesk, Failure, Switchboard},
    },
    ui::{
        office::{
            Done, Notice, Section,
            advice::{ADVICES, AdviceForm, Advices, AdvicesPage, Purpose, Registered, read},
            registrations::{EXPORT, REGISTRATIONS},
        },
        text::office::{advice::Advice as Text, frame::Frame},
    },
};

/// The pages about registrations.
pub const ROUTES: &[Route] = &[
    Route { path: ADVICES, right: Right::Worker, methods: || get(show).post(post) },
    Route { path: REGISTRATIONS, right: Right::Coordinator, methods: || get(registrations::show) },
    Route { path: EXPORT, right: Right::Coordinator, methods: || get(registrations::export) },
];

/// What somebody may register: the right of the route has looked that they work for a region.
fn at_desk(who: &SignedIn) -> Option<AtDesk> {
    let (region, regions) = (who.region()?, who.regions());
    Some(AtDesk { staff: who.staff, name: who.shown_name.as_str().to_owned(), region, regions })
}

/// What the page is made of.
struct Gathered {
    worker: AtDesk,
    desk: AdviceDesk,
    own: Vec<OwnAdvice>,
}

impl Gathered {
    async fn of(switchboard: &Switchboard, worker: AtDesk) -> Result<Self, Failure> {
        let desk = switchboard.advice_desk(&worker).await?;
        let own = switchboard.own_advices(&worker).await?;
        Ok(Self { worker, desk, own })
    }

    fn page(&self, switchboard: &Switchboard, form: Option<AdviceForm>) -> Advices {
        let mut regions = self.desk.regions.clone();
        for own in &self.own {
            let region = own.advice.region();
            if !regions.iter().any(|(known, _)| *known == region) {
                regions.push((region, switchboard.name_of(region)));
            }
        }
        let own = self.own.iter().map(|own| Registered {
            id: own.id,
            region: switchboard.name_of(own.advice.region()),
            duration: own.advice.duration(),
            answers: answers(own),
        });
        Advices { owed: self.desk.owed.clone(), own: own.collect(), regions, form }
    }

    /// The form that the address asks for.
    fn asked(&self, office: &Office, switchboard: &Switchboard) -> Option<AdviceForm> {
        let form = |id, purpose, region: RegionId, duration: DurationBucket| AdviceForm {
            id,
            purpose,
            edition: self.desk.edition.clone(),
            region: region.0.to_string(),
            duration: duration.code().to_owned(),
            chosen: Vec::new(),
            wrong: Vec::new(),
            wrong_region: "",
            wrong_duration: "",
        };
        if let Some(id) = read(office.asked("advies")) {
            let own = self.own.iter().find(|own| own.id == id)?;
            let (region, duration) = (own.advice.region(), own.advice.duration());
            let edition = edition(own.advice.edition())?.clone();
            let chosen = own.advice.chosen().to_vec();
            return Some(AdviceForm {
                edition,
                chosen,
                ..form(id, Purpose::Correction, region, duration)
            });
        }
        if let Ok(owed) = office.asked("open").parse::<Owed>() {
            self.desk.owed.iter().find(|one| one.owed == owed)?;
            let id = switchboard.new_registration();
            return Some(form(id, Purpose::Owed(owed), owed.region, owed.duration));
        }
        (office.asked("nieuw") == "ja").then(|| {
            let id = switchboard.new_registration();
            form(id, Purpose::Another, self.worker.region, DurationBucket::UnderTen)
        })
    }
}

/// The words of what was answered.
fn answers(own: &OwnAdvice) -> Vec<String> {
    let edition = edition(own.advice.edition());
    let chosen = own.advice.chosen().iter();
    chosen.filter_map(|one| edition?.code(one)).map(|code| code.label.clone()).collect()
}

async fn show(office: Office) -> Response {
    let Some(worker) = at_desk(&office.who) else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let switchboard = office.edge.rooms().switchboard.clone();
    match Gathered::of(&switchboard, worker).await {
        Ok(gathered) => {
            let form = gathered.asked(&office, &switchboard);
            let (notice, page) = (office.notice(), gathered.page(&switchboard, form));
            render(office, StatusCode::OK, notice, page).await
        }
        Err(failure) => unavailable(office, &failure).await,
    }
}

async fn post(office: Office, fields: Fields) -> Response {
    let Some(worker) = at_desk(&office.who) else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let switchboard = office.edge.rooms().switchboard.clone();
    let owed = fields.get("open").parse::<Owed>().ok();
    let id = read(fields.get("advies"));
    let (done, form) = match (fields.get("doe"), owed, id) {
        ("verwijder", _, Some(id)) => {
            (switchboard.remove_advice(&worker, id).await.map(|()| Done::Removed), None)
        }
        ("geen", Some(owed), _) => {
            let Ok(left) = fields.get("over").parse() else {
                return StatusCode::BAD_REQUEST.into_response();
            };
            let done = switchboard.waive_advice(&worker, owed, left).await;
            (done.map(|()| Done::Saved), None)
        }
        ("registreer", owed, Some(id)) => match posted(&fields, id, owed, &office) {
            (form, Some(request)) => {
                let done = switchboard.register_advice(&worker, request).await;
                (done.map(|()| Done::Added), Some(form))
            }
            (form, None) => (Err(Refusal::Malformed.into()), Some(form)),
        },
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    let refusal = match done {
        Ok(done) => return office.done(ADVICES, done),
        Err(Failure::Refused(refusal)) => refusal,
        Err(failure) => return unavailable(office, &failure).await,
    };
    let text = Text::of(office.language);
    let words = match refusal {
        Refusal::Gone => text.too_late,
        Refusal::NotAllowed | Refusal::UnknownRegion => text.wrong_region,
        _ => Frame::of(office.language).not_saved,
    };
    match Gathered::of(&switchboard, worker).await {
        Ok(gathered) => {
            let page = gathered.page(&switchboard, form);
            let notice = Some(Notice::Trouble(words.to_owned()));
            render(office, StatusCode::UNPROCESSABLE_ENTITY, notice, page).await
        }
        Err(failure) => unavailable(office, &failure).await,
    }
}

/// What the form says, as a form again, and as a request when nothing is wrong with it.
fn posted(
    fields: &Fields,
    id: RegistrationId,
    owed: Option<Owed>,
    office: &Office,
) -> (AdviceForm, Option<RegisterAdvice>) {
    let text = Text::of(office.language);
    let known = edition(fields.get("editie"));
    let edition: &Edition = known.unwrap_or_else(|| edition_in_force());
    let answered = edition.asked().flat_map(|list| {
        let codes = fields.all(&list.name);
        codes.map(|code| Chosen { list: list.name.clone(), code: code.to_owned() })
    });
    let chosen: Vec<Chosen> = answered.collect();
    let region = fields.get("regio").parse().ok().map(RegionId);
    let duration = DurationBucket::from_code(fields.get("duur"));
    let purpose = match owed {
        Some(owed) => Purpose::Owed(owed),
        None if fields.has("verbeter") => Purpose::Correction,
        None => Purpose::Another,
    };
    let form = AdviceForm {
        id,
        purpose,
        edition: edition.clone(),
        region: fields.get("regio").to_owned(),
        duration: fields.get("duur").to_owned(),
        wrong: edition.objections(&chosen),
        chosen: chosen.clone(),
        wrong_region: if region.is_none() { text.wrong_region } else { "" },
        wrong_duration: if duration.is_none() { text.wrong_duration } else { "" },
    };
    let request = match (region, duration) {
        (Some(region), Some(duration)) if form.wrong.is_empty() && known.is_some() => {
            let edition = edition.name.clone();
            Some(RegisterAdvice { version: VERSION, id, edition, region, duration, chosen, owed })
        }
        _ => None,
    };
    (form, request)
}

async fn render(
    office: Office,
    status: StatusCode,
    notice: Option<Notice>,
    page: Advices,
) -> Response {
    let language = office.language;
    let content = move || view! { <AdvicesPage page=page.clone() language /> };
    office.page(status, Section::Advices, notice, content).await
}

async fn unavailable(office: Office, failure: &Failure) -> Response {
    let notice = office.failed(failure);
    office.page(StatusCode::SERVICE_UNAVAILABLE, Section::Advices, Some(notice), || ()).await
}
