//! `/beheer/teksten`: for a coordinator the words of the own region, for an administrator those of
//! the whole installation.

use axum::{
    http::StatusCode,
    response::Response,
    routing::{MethodRouter, get},
};
use leptos::prelude::*;

use super::{Fields, Office, Right, Route};
use crate::{
    domain::{audit::Deed, ids::RegionId},
    host::context::Edge,
    service::records::{Change, RecordsError, TextPlace, Thing, Version, Words, WordsError},
    ui::{
        office::{
            Done, Notice, Section,
            words::{TextList, TextPage, TextRow, TextShown, TextTrouble, TypedText},
        },
        text::{Language, office::frame::Frame, own::OwnText},
    },
};

/// The paths.
pub const ROUTES: &[Route] = &[Route { path: "/beheer/teksten", right: Right::Office, methods }];

fn methods() -> MethodRouter<Edge> {
    get(show).post(change)
}

async fn show(office: Office) -> Response {
    let notice = office.notice();
    match OwnText::from_key(office.asked("tekst")).filter(|text| may_edit(&office, *text)) {
        None => list(office, notice).await,
        Some(text) => {
            let Some(version) = version(&office, text).await else { return failed(office).await };
            let shown = fresh(&office, text, version);
            answer(office, StatusCode::OK, notice, shown).await
        }
    }
}

async fn change(office: Office, fields: Fields) -> Response {
    let text = OwnText::from_key(fields.get("tekst")).filter(|text| may_edit(&office, *text));
    let Some(text) = text else { return list(office, None).await };
    let on = Version::parse(fields.get("versie"));
    let mut shown = fresh(&office, text, on.unwrap_or_default());
    shown.version = fields.get("versie").to_owned();
    shown.typed =
        TypedText { dutch: fields.get("nl").to_owned(), english: fields.get("en").to_owned() };
    match fields.get("doe") {
        "terug-nl" => {
            shown.typed.dutch.clear();
            return answer(office, StatusCode::OK, None, shown).await;
        }
        "terug-en" => {
            shown.typed.english.clear();
            return answer(office, StatusCode::OK, None, shown).await;
        }
        _ => {}
    }
    let says = Frame::of(office.language);
    let read = [
        read(&shown.typed.dutch, text.usual(Language::Dutch)),
        read(&shown.typed.english, text.usual(Language::English)),
    ];
    shown.troubles = read.each_ref().map(|read| read.as_ref().err().copied());
    let [Ok(dutch), Ok(english)] = read else {
        let notice = Some(Notice::Trouble(says.not_saved.to_owned()));
        return answer(office, StatusCode::UNPROCESSABLE_ENTITY, notice, shown).await;
    };
    if fields.get("doe") != "publiceren" {
        shown.preview = true;
        return answer(office, StatusCode::OK, None, shown).await;
    }
    let place =
        |language: Language| TextPlace::new(text.key(), language.tag(), office.who.region());
    let (Ok(in_dutch), Ok(in_english)) = (place(Language::Dutch), place(Language::English)) else {
        return failed(office).await;
    };
    let change = Change::Texts(vec![(in_dutch, dutch), (in_english, english)]);
    let records = &office.edge.rooms().records;
    match records.change(on.unwrap_or_default(), change).await {
        Ok(_) => {
            office.note(Deed::TextChanged, text.key()).await;
            office.done(Section::Texts.path(), Done::Published)
        }
        Err(RecordsError::Conflict) => {
            let Some(version) = version(&office, text).await else { return failed(office).await };
            shown.version = version.to_string();
            shown.stored = Some(fresh(&office, text, version).typed);
            let notice = Some(Notice::Trouble(says.conflict.to_owned()));
            answer(office, StatusCode::CONFLICT, notice, shown).await
        }
        Err(error) => {
            let notice = Some(office.failed(&error));
            answer(office, StatusCode::SERVICE_UNAVAILABLE, notice, shown).await
        }
    }
}

/// The words; `None` for the ones that stand there anyway.
fn read(typed: &str, usual: &str) -> Result<Option<Words>, TextTrouble> {
    let typed = typed.trim();
    if typed.is_empty() || typed == usual {
        return Ok(None);
    }
    if typed.chars().count() > usize::try_from(OwnText::LONGEST).unwrap_or(usize::MAX) {
        return Err(TextTrouble::TooLong);
    }
    Words::parse(typed).map(Some).map_err(|error| match error {
        WordsError::Length => TextTrouble::TooLong,
        WordsError::Control | WordsError::NoSuchText => TextTrouble::Hidden,
    })
}

fn may_edit(office: &Office, text: OwnText) -> bool {
    office.who.region().is_none() || text.is_for_regions()
}

/// The page as it is when nothing was typed yet.
fn fresh(office: &Office, text: OwnText, version: Version) -> TextShown {
    let region = office.who.region();
    TextShown {
        text,
        version: version.to_string(),
        typed: both(|language| own(office, text, language, region).unwrap_or_default()),
        troubles: [None, None],
        // Without own words a region shows the installation's.
        usual: both(|language| {
            let installation = region.and_then(|_| own(office, text, language, None));
            installation.unwrap_or_else(|| text.usual(language).to_owned())
        }),
        preview: false,
        stored: None,
    }
}

fn both(words: impl Fn(Language) -> String) -> TypedText {
    TypedText { dutch: words(Language::Dutch), english: words(Language::English) }
}

fn own(
    office: &Office,
    text: OwnText,
    language: Language,
    region: Option<RegionId>,
) -> Option<String> {
    let place = TextPlace::new(text.key(), language.tag(), region).ok()?;
    let published = office.edge.rooms().records.published();
    published.texts.own(&place).map(str::to_owned)
}

/// The version, to be read before what is stored.
async fn version(office: &Office, text: OwnText) -> Option<Version> {
    let thing = Thing::Text(text.key().to_owned(), office.who.region());
    let version = office.edge.rooms().records.version(thing).await;
    version.inspect_err(|error| drop(office.failed(error))).ok()
}

async fn list(office: Office, notice: Option<Notice>) -> Response {
    let (language, region) = (office.language, office.who.region());
    let texts = OwnText::ALL.into_iter().filter(|text| may_edit(&office, *text));
    let rows: Vec<TextRow> = texts
        .map(|text| TextRow {
            text,
            own: [Language::Dutch, Language::English]
                .map(|language| own(&office, text, language, region).is_some()),
        })
        .collect();
    office
        .page(StatusCode::OK, Section::Texts, notice, move || {
            view! { <TextList rows=rows.clone() own_region=region.is_some() language /> }
        })
        .await
}

async fn answer(
    office: Office,
    status: StatusCode,
    notice: Option<Notice>,
    shown: TextShown,
) -> Response {
    let language = office.language;
    office
        .page(status, Section::Texts, notice, move || {
            view! { <TextPage shown=shown.clone() language /> }
        })
        .await
}

async fn failed(office: Office) -> Response {
    let text = Frame::of(office.language);
    let notice = Some(Notice::Trouble(text.failed.to_owned()));
    office.page(StatusCode::SERVICE_UNAVAILABLE, Section::Texts, notice, || ()).await
}
