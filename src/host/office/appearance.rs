//! `/beheer/huisstijl`: a coordinator gives the own organisation a name, a colour and a logo, an
//! administrator the installation.

use axum::{extract::Multipart, http::StatusCode, response::Response, routing::get};
use leptos::prelude::*;

use super::{Fields, Office, Right, Route};
use crate::{
    domain::{
        appearance::{Appearance, Colour, Colours, HouseName, Logo, LogoError, Scheme},
        audit::Deed,
    },
    host::appearance::picture,
    service::records::{Change, RecordsError, Thing, Version},
    ui::{
        office::{
            Done, Notice, Section,
            appearance::{AppearancePage, LOGO_PATH, PATH, Shown, Typed, Wrong, too_faint},
        },
        text::{
            Language,
            office::{appearance::Look, frame::Frame},
        },
    },
};

/// The paths.
pub const ROUTES: &[Route] = &[
    Route { path: PATH, right: Right::Office, methods: || get(show).post(change) },
    Route { path: LOGO_PATH, right: Right::Office, methods: || get(show).post(change_logo) },
];

async fn show(office: Office) -> Response {
    let notice = office.notice();
    match fresh(&office).await {
        Ok(page) => answer(office, StatusCode::OK, notice, page).await,
        Err(error) => failed(office, &error, Shown::default()).await,
    }
}

/// Name and colours.
async fn change(office: Office, fields: Fields) -> Response {
    let mut page = match fresh(&office).await {
        Ok(page) => page,
        Err(error) => return failed(office, &error, Shown::default()).await,
    };
    let field = |name: &str| fields.get(name).trim().to_owned();
    page.typed = Typed { name: field("naam"), light: field("kleur"), dark: field("donker") };
    let now = std::mem::replace(&mut page.version, fields.get("versie").to_owned());
    let (read, wrong) = read(&page.typed, office.language);
    page.wrong = wrong;
    let Some((name, colours)) = read else {
        let notice = Notice::Trouble(Frame::of(office.language).not_saved.to_owned());
        return answer(office, StatusCode::UNPROCESSABLE_ENTITY, Some(notice), page).await;
    };
    page.colours = colours.or(page.colours);
    if fields.get("doe") != "publiceren" {
        return answer(office, StatusCode::OK, None, page).await;
    }
    let appearance = Appearance { name, colours, ..own(&office) };
    let on = Version::parse(&page.version);
    store(office, on, appearance, page, now).await
}

/// The logo, in a form of its own: a browser forgets a chosen file when a form comes back.
async fn change_logo(office: Office, form: Option<Multipart>) -> Response {
    let mut page = match fresh(&office).await {
        Ok(page) => page,
        Err(error) => return failed(office, &error, Shown::default()).await,
    };
    let text = Look::of(office.language);
    let posted = posted(form).await.unwrap_or_default();
    let logo = if posted.remove {
        Ok(None)
    } else if posted.file.is_empty() {
        Err(text.logo_missing)
    } else {
        Logo::parse(&posted.file).map(Some).map_err(|error| match error {
            LogoError::NotAPng => text.logo_not_png,
            LogoError::TooLarge => text.logo_large,
            LogoError::Size => text.logo_size,
        })
    };
    let logo = match logo {
        Ok(logo) => logo,
        Err(words) => {
            words.clone_into(&mut page.wrong.logo);
            let notice = Notice::Trouble(words.to_owned());
            return answer(office, StatusCode::UNPROCESSABLE_ENTITY, Some(notice), page).await;
        }
    };
    let appearance = Appearance { logo, ..own(&office) };
    let now = page.version.clone();
    store(office, Version::parse(&posted.version), appearance, page, now).await
}

/// Publishes it, unless somebody else changed it since: then that stands beside what was typed.
async fn store(
    office: Office,
    on: Option<Version>,
    appearance: Appearance,
    mut page: Shown,
    now: String,
) -> Response {
    let change = Change::Appearance(office.who.region(), appearance);
    match office.edge.rooms().records.change(on.unwrap_or_default(), change).await {
        Ok(_) => {
            office.note(Deed::AppearanceChanged, "").await;
            office.done(PATH, Done::Published)
        }
        Err(RecordsError::Conflict) => {
            page.version = now;
            page.stored = Some(typed(&own(&office)));
            let notice = Notice::Trouble(Frame::of(office.language).conflict.to_owned());
            answer(office, StatusCode::CONFLICT, Some(notice), page).await
        }
        Err(error) => failed(office, &error, page).await,
    }
}

async fn failed(office: Office, error: &RecordsError, page: Shown) -> Response {
    let notice = Some(office.failed(error));
    answer(office, StatusCode::SERVICE_UNAVAILABLE, notice, page).await
}

async fn answer(
    office: Office,
    status: StatusCode,
    notice: Option<Notice>,
    page: Shown,
) -> Response {
    let language = office.language;
    office
        .page(status, Section::Appearance, notice, move || {
            let page = page.clone();
            view! { <AppearancePage page language /> }
        })
        .await
}

/// What is the organisation's own now.
fn own(office: &Office) -> Appearance {
    office.edge.rooms().records.published().appearances.own(office.who.region())
}

/// The page as it is when nothing was typed yet. The version is read before what it is of.
async fn fresh(office: &Office) -> Result<Shown, RecordsError> {
    let region = office.who.region();
    let version = office.edge.rooms().records.version(Thing::Appearance(region)).await?;
    let own = own(office);
    Ok(Shown {
        version: version.to_string(),
        typed: typed(&own),
        colours: own.colours,
        logo: own.logo.as_ref().map(|logo| picture(region, logo)),
        whole: region.is_none(),
        ..Shown::default()
    })
}

/// What is stored, as it would be typed.
fn typed(own: &Appearance) -> Typed {
    let name = own.name.as_ref().map(|name| name.as_str().to_owned());
    let colour = |scheme| own.colours.map(|colours| colours.of(scheme).to_string());
    let made = own.colours.is_some_and(Colours::dark_is_made);
    Typed {
        name: name.unwrap_or_default(),
        light: colour(Scheme::Light).unwrap_or_default(),
        dark: colour(Scheme::Dark).filter(|_| !made).unwrap_or_default(),
    }
}

type Read = (Option<HouseName>, Option<Colours>);

/// Name and colours when nothing is wrong with them.
fn read(typed: &Typed, language: Language) -> (Option<Read>, Wrong) {
    let text = Look::of(language);
    let mut wrong = Wrong::default();
    let name = (!typed.name.is_empty()).then(|| HouseName::parse(&typed.name));
    if matches!(name, Some(Err(_))) {
        text.name_wrong.clone_into(&mut wrong.name);
    }
    let colour = |typed: &str, wrong: &mut String| {
        let read = (!typed.is_empty()).then(|| Colour::parse(typed));
        if matches!(read, Some(Err(_))) {
            text.not_a_colour.clone_into(wrong);
        }
        read.and_then(Result::ok)
    };
    let light = colour(&typed.light, &mut wrong.light);
    let dark = colour(&typed.dark, &mut wrong.dark);
    let mut colours = None;
    match light {
        Some(light) if wrong.dark.is_empty() => match Colours::new(light, dark) {
            Ok(suited) => colours = Some(suited),
            Err(faint) => {
                let words = too_faint(&faint, language);
                match faint.scheme {
                    Scheme::Light => wrong.light = words,
                    Scheme::Dark => wrong.dark = words,
                }
            }
        },
        None if dark.is_some() && wrong.light.is_empty() => {
            text.only_dark.clone_into(&mut wrong.light);
        }
        _ => {}
    }
    let Wrong { name: in_name, light: in_light, dark: in_dark, .. } = &wrong;
    let right = in_name.is_empty() && in_light.is_empty() && in_dark.is_empty();
    (right.then(|| (name.and_then(Result::ok), colours)), wrong)
}

/// The form of the logo as it was posted.
#[derive(Default)]
struct Posted {
    version: String,
    file: Vec<u8>,
    remove: bool,
}

/// `None` when the form cannot be read.
async fn posted(form: Option<Multipart>) -> Option<Posted> {
    let (mut form, mut posted) = (form?, Posted::default());
    while let Some(field) = form.next_field().await.ok()? {
        match field.name().unwrap_or_default() {
            "versie" => posted.version = field.text().await.ok()?,
            "logo" => posted.file = field.bytes().await.ok()?.to_vec(),
            "doe" => posted.remove = field.text().await.ok()? == "weghalen",
            _ => {}
        }
    }
    Some(posted)
}
