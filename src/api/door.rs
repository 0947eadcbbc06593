//! Who is calling, and what the caller is told.

use std::sync::Arc;

use leptos::prelude::use_context;

use super::caller::{CallerSession, StatusHook};
use crate::{
    domain::conversation::ShiftPublic,
    protocol::{Refusal, VERSION},
    service::{
        account::{Accounts, OwnError, SessionToken, SignedIn},
        records::{Records, RecordsError},
        switchboard::{Ask, AtDesk, Failure, Switchboard},
    },
};

/// What server functions work with; the host puts it in context.
#[derive(Clone)]
pub struct Rooms {
    /// The queue and the conversations.
    pub switchboard: Arc<Switchboard>,
    /// Who is signed in.
    pub accounts: Arc<Accounts>,
    /// What lasts.
    pub records: Arc<dyn Records>,
}

/// A caller who is signed in as a worker.
pub(super) struct Worker {
    pub at_desk: AtDesk,
    pub signed_in: SignedIn,
    pub rooms: Rooms,
}

impl Worker {
    /// The registered shift key.
    pub fn key(&self) -> Result<ShiftPublic, Refusal> {
        self.signed_in.shift_key.clone().ok_or(Refusal::NoKey)
    }
}

/// Anybody: the credential in the request is checked by the switchboard.
pub(super) fn anybody(version: u8) -> Result<Rooms, Refusal> {
    speaks(version)?;
    rooms()
}

/// A worker who does something: somebody signed in who belongs to a region.
pub(super) async fn worker(version: u8) -> Result<Worker, Refusal> {
    worker_to(Ask::Other, version).await
}

/// A worker who does something of which there is a limit of its own.
pub(super) async fn worker_to(ask: Ask, version: u8) -> Result<Worker, Refusal> {
    let worker = signed_in_worker(ask, version).await?;
    if let Err(error) = worker.rooms.accounts.note_activity(&worker.signed_in).await {
        tracing::error!(%error, "a sign of life could not be noted");
    }
    Ok(worker)
}

/// A worker's page, which also asks when nobody is at it.
pub(super) async fn page_of_worker(version: u8) -> Result<Worker, Refusal> {
    signed_in_worker(Ask::Other, version).await
}

async fn signed_in_worker(ask: Ask, version: u8) -> Result<Worker, Refusal> {
    speaks(version)?;
    let rooms = rooms()?;
    let session = use_context::<CallerSession>().unwrap_or_default();
    let token = session.value().and_then(SessionToken::parse);
    let signed_in = match token {
        Some(token) => rooms.accounts.who_is(&token).await.map_err(|error| {
            tracing::error!(%error, "a session could not be looked up");
            refused(Refusal::Unavailable)
        })?,
        None => None,
    };
    let signed_in = signed_in.ok_or_else(|| refused(Refusal::NotSignedIn))?;
    let region = signed_in.region().ok_or_else(|| refused(Refusal::NotAllowed))?;
    told(rooms.switchboard.allow(signed_in.staff, ask))?;
    let name = signed_in.shown_name.as_str().to_owned();
    let regions = signed_in.regions();
    let at_desk = AtDesk { staff: signed_in.staff, name, region, regions };
    Ok(Worker { at_desk, signed_in, rooms })
}

/// What the page is told; a fault is logged, here and only here.
pub(super) fn told<T>(answer: Result<T, Failure>) -> Result<T, Refusal> {
    answer.map_err(|failure| {
        if let Failure::Broken(fault) = &failure {
            tracing::error!(fault, "a request could not be carried out");
        }
        refused(failure.refusal())
    })
}

/// What the page is told of the records; a fault is logged, here and only here.
pub(super) fn recorded<T>(answer: Result<T, RecordsError>) -> Result<T, Refusal> {
    answer.map_err(|error| {
        refused(match error {
            RecordsError::TooMany => Refusal::TooMuch,
            error => {
                tracing::error!(%error, "the records could not answer");
                Refusal::Unavailable
            }
        })
    })
}

/// What the page is told of the own password; a fault is logged, here and only here.
pub(super) fn confirmed(answer: Result<(), OwnError>) -> Result<(), Refusal> {
    answer.map_err(|error| {
        refused(match error {
            OwnError::Wrong | OwnError::New(_) | OwnError::NoFactor => Refusal::WrongPassword,
            OwnError::TooMany { .. } => Refusal::TooMuch,
            OwnError::Internal(error) => {
                tracing::error!(%error, "a password could not be checked");
                Refusal::Unavailable
            }
        })
    })
}

fn rooms() -> Result<Rooms, Refusal> {
    use_context::<Rooms>().ok_or(Refusal::Unavailable)
}

fn speaks(version: u8) -> Result<(), Refusal> {
    if version == VERSION { Ok(()) } else { Err(refused(Refusal::OtherVersion)) }
}

/// Gives the answer the HTTP status that fits the refusal.
pub(super) fn refused(refusal: Refusal) -> Refusal {
    if let Some(hook) = use_context::<StatusHook>() {
        hook.set(match refusal {
            Refusal::Malformed => 400,
            Refusal::NotSignedIn => 401,
            Refusal::NotAllowed => 403,
            Refusal::Gone | Refusal::UnknownRegion => 404,
            Refusal::OtherVersion => 426,
            Refusal::WorkNeeded(_) => 428,
            Refusal::TooMuch | Refusal::QueueFull | Refusal::AskedTooOften => 429,
            Refusal::Unavailable | Refusal::Unreachable => 503,
            Refusal::Closed { .. }
            | Refusal::NobodyOnDuty
            | Refusal::StaleEpoch
            | Refusal::NotSealed
            | Refusal::NotSeated
            | Refusal::NotOnDuty
            | Refusal::NotOffered
            | Refusal::AlreadyTaken
            | Refusal::NoFreePlace
            | Refusal::NoKey
            | Refusal::NotTalking
            | Refusal::NotAvailable
            | Refusal::HasReader
            | Refusal::NotInvited
            | Refusal::NoLongerAsked
            | Refusal::WrongPassword => 409,
        });
    }
    refusal
}
