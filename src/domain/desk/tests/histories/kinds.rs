//! The rows of the table.

use crate::domain::desk::{DeskEvent, DeskRefusal, Ending, OfferEnd, Party};

/// Beside events and refusals: whether a deadline had something to say when it came.
pub const DEADLINE_WITH_EFFECT: &str = "deadline with effect";
pub const DEADLINE_WITHOUT: &str = "deadline without effect";

pub fn all() -> impl Iterator<Item = &'static str> {
    EVENTS.into_iter().chain(REFUSALS).chain([DEADLINE_WITH_EFFECT, DEADLINE_WITHOUT])
}

const EVENTS: [&str; 26] = [
    "event: signed up",
    "event: arrived, visitor",
    "event: arrived, worker",
    "event: departed, visitor",
    "event: departed, worker",
    "event: node started",
    "event: left, by visitor",
    "event: left, by worker",
    "event: left, stopped waiting",
    "event: left, quick exit",
    "event: left, expired",
    "event: duty started",
    "event: capacity changed",
    "event: paused",
    "event: resumed",
    "event: duty ended",
    "event: offered",
    "event: opened to all",
    "event: withdrawn, lapsed",
    "event: withdrawn, worker unavailable",
    "event: withdrawn, visitor away",
    "event: accepted",
    "event: connected",
    "event: not connected",
    "event: given back, here",
    "event: given back, away",
];

const REFUSALS: [&str; 10] = [
    "refusal: nobody on duty",
    "refusal: queue full",
    "refusal: no such visit",
    "refusal: not on duty",
    "refusal: not offered",
    "refusal: already taken",
    "refusal: no free place",
    "refusal: not yours",
    "refusal: not accepted",
    "refusal: bad duty",
];

/// The row of an event; `visitor_is_here` tells whether the visitor it is about is connected.
pub fn of_event(event: &DeskEvent, visitor_is_here: bool) -> &'static str {
    match event {
        DeskEvent::SignedUp { .. } => "event: signed up",
        DeskEvent::Arrived { party: Party::Visitor(_), .. } => "event: arrived, visitor",
        DeskEvent::Arrived { party: Party::Worker(_), .. } => "event: arrived, worker",
        DeskEvent::Departed { party: Party::Visitor(_) } => "event: departed, visitor",
        DeskEvent::Departed { party: Party::Worker(_) } => "event: departed, worker",
        DeskEvent::NodeStarted { .. } => "event: node started",
        DeskEvent::Left { how, .. } => match how {
            Ending::ByVisitor => "event: left, by visitor",
            Ending::ByWorker => "event: left, by worker",
            Ending::StoppedWaiting => "event: left, stopped waiting",
            Ending::QuickExit => "event: left, quick exit",
            Ending::Expired => "event: left, expired",
        },
        DeskEvent::DutyStarted { .. } => "event: duty started",
        DeskEvent::CapacityChanged { .. } => "event: capacity changed",
        DeskEvent::Paused { .. } => "event: paused",
        DeskEvent::Resumed { .. } => "event: resumed",
        DeskEvent::DutyEnded { .. } => "event: duty ended",
        DeskEvent::Offered { .. } => "event: offered",
        DeskEvent::OpenedToAll { .. } => "event: opened to all",
        DeskEvent::Withdrawn { why, .. } => match why {
            OfferEnd::Lapsed => "event: withdrawn, lapsed",
            OfferEnd::WorkerUnavailable => "event: withdrawn, worker unavailable",
            OfferEnd::VisitorAway => "event: withdrawn, visitor away",
        },
        DeskEvent::Accepted { .. } => "event: accepted",
        DeskEvent::Connected { .. } => "event: connected",
        DeskEvent::NotConnected { .. } => "event: not connected",
        DeskEvent::GivenBack { .. } if visitor_is_here => "event: given back, here",
        DeskEvent::GivenBack { .. } => "event: given back, away",
    }
}

/// The row of a refusal.
pub fn of_refusal(refusal: DeskRefusal) -> &'static str {
    match refusal {
        DeskRefusal::NobodyOnDuty => "refusal: nobody on duty",
        DeskRefusal::QueueFull => "refusal: queue full",
        DeskRefusal::NoSuchVisit => "refusal: no such visit",
        DeskRefusal::NotOnDuty => "refusal: not on duty",
        DeskRefusal::NotOffered => "refusal: not offered",
        DeskRefusal::AlreadyTaken => "refusal: already taken",
        DeskRefusal::NoFreePlace => "refusal: no free place",
        DeskRefusal::NotYours => "refusal: not yours",
        DeskRefusal::NotAccepted => "refusal: not accepted",
        DeskRefusal::BadDuty => "refusal: bad duty",
    }
}
