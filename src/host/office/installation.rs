//! `/beheer/installatie`: what holds for the whole installation.

use std::time::Duration;

use axum::{http::StatusCode, response::Response, routing::get};
use leptos::prelude::*;

use super::{Fields, Office, Right, Route};
use crate::{
    domain::audit::Deed,
    service::records::{
        ExitAddress, Fingerprint, FrameSite, FrameSites, RecordsError, Retention, RetentionMonths,
        ReturnWindow, Settings,
    },
    ui::{
        office::{
            Done, Notice, Section,
            installation::{Form, InstallationPage, PATH, Typed},
        },
        text::{
            Language,
            office::{frame::Frame, installation::Installation},
        },
    },
};

/// The path.
pub const ROUTES: &[Route] =
    &[Route { path: PATH, right: Right::Administrator, methods: || get(show).post(save) }];

async fn show(office: Office) -> Response {
    let notice = office.notice();
    let form = stored(&office.edge.rooms().records.published().settings);
    page(office, StatusCode::OK, notice, form).await
}

async fn save(office: Office, fields: Fields) -> Response {
    let text = Frame::of(office.language);
    let (form, settings) = read(&fields, office.language);
    let Some(settings) = settings else {
        let trouble = Some(Notice::Trouble(text.not_saved.to_owned()));
        return page(office, StatusCode::UNPROCESSABLE_ENTITY, trouble, form).await;
    };
    let version = Fingerprint::from_form(fields.get("versie"));
    let before = office.edge.rooms().records.published().settings.clone();
    match office.edge.rooms().records.change_settings(version, settings.clone()).await {
        Ok(()) => {
            for (deed, changed) in [
                (Deed::ExitChanged, before.exit != settings.exit),
                (Deed::SitesChanged, before.frames != settings.frames),
                (Deed::RetentionChanged, before.retention != settings.retention),
                (Deed::SettingsChanged, before.return_window != settings.return_window),
            ] {
                if changed {
                    office.note(deed, "").await;
                }
            }
            office.done(PATH, Done::Published)
        }
        Err(RecordsError::Conflict) => {
            let trouble = Some(Notice::Trouble(text.conflict.to_owned()));
            let now = stored(&office.edge.rooms().records.published().settings);
            page(office, StatusCode::CONFLICT, trouble, beside(form, now)).await
        }
        Err(error) => {
            let trouble = Some(office.failed(&error));
            page(office, StatusCode::INTERNAL_SERVER_ERROR, trouble, form).await
        }
    }
}

async fn page(office: Office, status: StatusCode, notice: Option<Notice>, form: Form) -> Response {
    let language = office.language;
    office
        .page(status, Section::Installation, notice, move || {
            let form = form.clone();
            view! { <InstallationPage form language /> }
        })
        .await
}

/// The form with what is stored.
fn stored(settings: &Settings) -> Form {
    let sites: Vec<&str> = settings.frames.all().iter().map(FrameSite::as_str).collect();
    let minutes = settings.return_window.length().as_secs() / 60;
    Form {
        version: settings.version().as_str().to_owned(),
        exit: Typed::of(settings.exit.as_str().to_owned()),
        window: Typed::of(minutes.to_string()),
        sites: Typed::of(sites.join("\n")),
        log: Typed::of(settings.retention.log.months().to_string()),
        figures: Typed::of(settings.retention.figures.months().to_string()),
    }
}

/// What was typed, with what is stored beside it where that is something else.
fn beside(typed: Form, now: Form) -> Form {
    let field = |typed: Typed, now: Typed| {
        // Sites in another order are the same sites.
        let as_sites = |text: &str| FrameSites::parse(text).ok();
        let same = typed.value.trim() == now.value
            || (as_sites(&now.value).is_some() && as_sites(&typed.value) == as_sites(&now.value));
        Typed { stored: (!same).then_some(now.value), ..typed }
    };
    Form {
        version: now.version,
        exit: field(typed.exit, now.exit),
        window: field(typed.window, now.window),
        sites: field(typed.sites, now.sites),
        log: field(typed.log, now.log),
        figures: field(typed.figures, now.figures),
    }
}

/// The form as it was typed with what is wrong with it, and the settings when nothing is.
fn read(fields: &Fields, language: Language) -> (Form, Option<Settings>) {
    let text = Installation::of(language);
    let typed = |name: &str, error: Option<String>| Typed {
        value: fields.get(name).to_owned(),
        error: error.unwrap_or_default(),
        stored: None,
    };
    let number = |name: &str| fields.get(name).trim().parse::<u16>().ok();
    let wrong = |is_wrong: bool, words: &str| is_wrong.then(|| words.to_owned());

    let exit = ExitAddress::parse(fields.get("uitgang")).ok();
    let window = number("terugkeer").map(|minutes| Duration::from_mins(u64::from(minutes)));
    let window = window.and_then(|length| ReturnWindow::new(length).ok());
    let sites = FrameSites::parse(fields.get("sites")).ok();
    let sites_wrong =
        wrong_site(fields.get("sites"), text).or_else(|| wrong(sites.is_none(), text.sites_many));
    let log = number("logboek").and_then(|months| RetentionMonths::of_log(months).ok());
    let figures = number("cijfers").and_then(|months| RetentionMonths::of_figures(months).ok());

    let form = Form {
        version: fields.get("versie").to_owned(),
        exit: typed("uitgang", wrong(exit.is_none(), text.exit_wrong)),
        window: typed("terugkeer", wrong(window.is_none(), text.window_wrong)),
        sites: typed("sites", sites_wrong),
        log: typed("logboek", wrong(log.is_none(), text.log_wrong)),
        figures: typed("cijfers", wrong(figures.is_none(), text.figures_wrong)),
    };
    let settings = || {
        Some(Settings {
            exit: exit?,
            return_window: window?,
            frames: sites?,
            retention: Retention { log: log?, figures: figures? },
            ..Settings::default()
        })
    };
    (form, settings())
}

/// Which line is no site.
fn wrong_site(sites: &str, text: &Installation) -> Option<String> {
    let lines = (1_usize..).zip(sites.lines());
    let mut lines = lines.filter(|(_, line)| !line.trim().is_empty());
    let (number, line) = lines.find(|(_, line)| FrameSite::parse(line).is_err())?;
    Some(text.site_wrong.with(&[&number.to_string(), line.trim()]))
}
