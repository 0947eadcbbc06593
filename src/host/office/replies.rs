//! `/beheer/standaardzinnen`.

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
        reply::{REPLIES_LIMIT, ReplyError, ReplyWords},
    },
    host::context::Edge,
    service::records::{Change, RecordsError, Thing, Version},
    ui::{
        office::{
            Done, Notice, Section,
            replies::{ReplyList, ReplyPage, ReplyShown, ReplyTrouble, StoredReply},
        },
        text::office::frame::Frame,
    },
};

/// The paths.
pub const ROUTES: &[Route] =
    &[Route { path: "/beheer/standaardzinnen", right: Right::Coordinator, methods }];

fn methods() -> MethodRouter<Edge> {
    get(show).post(change)
}

/// The replies, and the version that they have or had just before.
struct Stored {
    version: Version,
    replies: Vec<ReplyWords>,
}

async fn show(page: Coordinator) -> Response {
    let notice = page.office.notice();
    let stored = match stored(&page).await {
        Ok(stored) => stored,
        Err(trouble) => return failed(page, trouble).await,
    };
    let version = stored.version.to_string();
    let asked = page.office.asked("zin");
    if asked == "nieuw" {
        let shown = ReplyShown { version, ..ReplyShown::default() };
        return one(page, StatusCode::OK, notice, shown).await;
    }
    let place = asked.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
    match place.and_then(|place| stored.replies.get(place)) {
        Some(reply) => {
            let (name, text) = (reply.name().to_owned(), reply.text().to_owned());
            let shown =
                ReplyShown { version, was: name.clone(), name, text, ..ReplyShown::default() };
            one(page, StatusCode::OK, notice, shown).await
        }
        None => list(page, StatusCode::OK, notice, stored).await,
    }
}

async fn change(page: Coordinator, fields: Fields) -> Response {
    let stored = match stored(&page).await {
        Ok(stored) => stored,
        Err(trouble) => return failed(page, trouble).await,
    };
    let on = Version::parse(fields.get("versie"));
    let text = Frame::of(page.office.language);
    let does = fields.get("doe");
    if !fields.has("naam") {
        // A move in the list: nothing was typed that could get lost.
        if on != Some(stored.version) {
            let notice = Some(Notice::Trouble(text.conflict_list.to_owned()));
            return list(page, StatusCode::CONFLICT, notice, stored).await;
        }
        return match moved(&stored.replies, does) {
            Some(replies) => store(page, stored, replies, Done::Saved, None).await,
            None => list(page, StatusCode::OK, None, stored).await,
        };
    }
    let mut shown = ReplyShown {
        version: fields.get("versie").to_owned(),
        was: fields.get("was").to_owned(),
        name: fields.get("naam").to_owned(),
        text: fields.get("tekst").to_owned(),
        ..ReplyShown::default()
    };
    // A new one takes nobody's place.
    if on != Some(stored.version) && !shown.was.is_empty() {
        return conflict(page, stored, shown).await;
    }
    let mut replies = stored.replies.clone();
    let place = replies.iter().position(|reply| reply.name() == shown.was);
    if does == "weg" {
        replies.retain(|reply| reply.name() != shown.was);
        return store(page, stored, replies, Done::Removed, Some(shown)).await;
    }
    match read(&shown, &replies, place) {
        Ok(words) => {
            match place {
                Some(place) => replies[place] = words,
                None => replies.push(words),
            }
            let done = if place.is_some() { Done::Saved } else { Done::Added };
            store(page, stored, replies, done, Some(shown)).await
        }
        Err(trouble) => {
            shown.trouble = Some(trouble);
            let notice = Some(Notice::Trouble(text.not_saved.to_owned()));
            one(page, StatusCode::UNPROCESSABLE_ENTITY, notice, shown).await
        }
    }
}

fn read(
    shown: &ReplyShown,
    replies: &[ReplyWords],
    place: Option<usize>,
) -> Result<ReplyWords, ReplyTrouble> {
    let words = ReplyWords::parse(&shown.name, &shown.text).map_err(|error| match error {
        ReplyError::Name => ReplyTrouble::Name,
        ReplyError::Text => ReplyTrouble::Text,
    })?;
    let has_name = |(other, reply): (usize, &ReplyWords)| {
        Some(other) != place && reply.name().to_lowercase() == words.name().to_lowercase()
    };
    if replies.iter().enumerate().any(has_name) {
        return Err(ReplyTrouble::Taken);
    }
    if place.is_none() && replies.len() >= REPLIES_LIMIT {
        return Err(ReplyTrouble::TooMany);
    }
    Ok(words)
}

/// The replies with one of them moved; `None` when the button means nothing.
fn moved(replies: &[ReplyWords], does: &str) -> Option<Vec<ReplyWords>> {
    let (what, place) = does.split_once('-')?;
    let place: usize = place.parse().ok()?;
    let other = match what {
        "omhoog" => place.checked_sub(1)?,
        "omlaag" => place.checked_add(1)?,
        _ => return None,
    };
    let mut replies = replies.to_vec();
    if place >= replies.len() || other >= replies.len() {
        return None;
    }
    replies.swap(place, other);
    Some(replies)
}

async fn store(
    page: Coordinator,
    stored: Stored,
    replies: Vec<ReplyWords>,
    done: Done,
    shown: Option<ReplyShown>,
) -> Response {
    let records = &page.office.edge.rooms().records;
    match records.change(stored.version, Change::Replies(page.region, replies)).await {
        Ok(_) => {
            page.office.note(Deed::RepliesChanged, "").await;
            page.office.done(Section::Replies.path(), done)
        }
        Err(RecordsError::Conflict) => {
            // Somebody was faster between reading and storing.
            let stored = match self::stored(&page).await {
                Ok(stored) => stored,
                Err(trouble) => return failed(page, trouble).await,
            };
            match shown {
                Some(shown) => conflict(page, stored, shown).await,
                None => list(page, StatusCode::CONFLICT, None, stored).await,
            }
        }
        Err(error) => {
            let trouble = page.office.failed(&error);
            match shown {
                Some(shown) => {
                    one(page, StatusCode::SERVICE_UNAVAILABLE, Some(trouble), shown).await
                }
                None => failed(page, trouble).await,
            }
        }
    }
}

async fn conflict(page: Coordinator, stored: Stored, mut shown: ReplyShown) -> Response {
    shown.version = stored.version.to_string();
    if !shown.was.is_empty() {
        let there = stored.replies.into_iter().find(|reply| reply.name() == shown.was);
        if there.is_none() {
            shown.was.clear();
        }
        shown.stored = Some(there.map_or(StoredReply::Gone, StoredReply::There));
    }
    let notice = Notice::Trouble(Frame::of(page.office.language).conflict.to_owned());
    one(page, StatusCode::CONFLICT, Some(notice), shown).await
}

/// What is stored; the version is read before it.
async fn stored(page: &Coordinator) -> Result<Stored, Notice> {
    let records = &page.office.edge.rooms().records;
    let version = records.version(Thing::Replies(page.region)).await;
    let version = version.map_err(|error| page.office.failed(&error))?;
    let replies = records.shared_replies(page.region).await;
    let replies = replies.map_err(|error| page.office.failed(&error))?;
    Ok(Stored { version, replies })
}

async fn list(
    page: Coordinator,
    status: StatusCode,
    notice: Option<Notice>,
    stored: Stored,
) -> Response {
    let language = page.office.language;
    let (version, replies) = (stored.version.to_string(), stored.replies);
    page.office
        .page(status, Section::Replies, notice, move || {
            let (version, replies) = (version.clone(), replies.clone());
            view! { <ReplyList version replies language /> }
        })
        .await
}

async fn one(
    page: Coordinator,
    status: StatusCode,
    notice: Option<Notice>,
    shown: ReplyShown,
) -> Response {
    let language = page.office.language;
    page.office
        .page(status, Section::Replies, notice, move || {
            view! { <ReplyPage shown=shown.clone() language /> }
        })
        .await
}

async fn failed(page: Coordinator, trouble: Notice) -> Response {
    let status = StatusCode::SERVICE_UNAVAILABLE;
    page.office.page(status, Section::Replies, Some(trouble), || ()).await
}
