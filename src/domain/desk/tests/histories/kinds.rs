//! The rows of the table.

use crate::domain::desk::{
    DeskEvent, DeskRefusal, Ending, HandOver, OfferEnd, Party, ReadingEnd, Target, WishEnd,
};

/// Beside events and refusals: whether a deadline had something to say when it came.
pub const DEADLINE_WITH_EFFECT: &str = "deadline with effect";
pub const DEADLINE_WITHOUT: &str = "deadline without effect";

pub fn all() -> impl Iterator<Item = &'static str> {
    EVENTS.into_iter().chain(REFUSALS).chain([DEADLINE_WITH_EFFECT, DEADLINE_WITHOUT])
}

const EVENTS: [&str; 49] = [
    "event: misused",
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
    "event: wrap-up changed",
    "event: wrap-up ended",
    "event: elsewhere agreed",
    "event: elsewhere declined",
    "event: reader asked",
    "event: reader joined",
    "event: reader left, declined",
    "event: reader left, lapsed",
    "event: reader left, unavailable",
    "event: reader left, left",
    "event: reader left, sent away",
    "event: reader left, vanished",
    "event: handed over, by hand",
    "event: handed over, worker gone",
    "event: transferred, to a colleague",
    "event: transferred, to a region",
    "event: wished",
    "event: wish granted",
    "event: wish ended, declined",
    "event: wish ended, lapsed",
    "event: wish ended, unavailable",
    "event: wish ended, withdrawn",
];

const REFUSALS: [&str; 15] = [
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
    "refusal: not talking",
    "refusal: not available",
    "refusal: has a reader",
    "refusal: not invited",
    "refusal: wish gone",
];

/// The row of an event; `visitor_is_here` tells whether the visitor it is about is connected.
pub fn of_event(event: &DeskEvent, visitor_is_here: bool) -> &'static str {
    match event {
        DeskEvent::SignedUp { .. } => "event: signed up",
        DeskEvent::Arrived { party: Party::Visitor(_), .. } => "event: arrived, visitor",
        DeskEvent::Arrived { party: Party::Worker(_), .. } => "event: arrived, worker",
        DeskEvent::Departed { party: Party::Visitor(_) } => "event: departed, visitor",
        DeskEvent::Departed { party: Party::Worker(_) } => "event: departed, worker",
        DeskEvent::Misused { .. } => "event: misused",
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
        DeskEvent::WrapUpChanged { .. } => "event: wrap-up changed",
        DeskEvent::WrapUpEnded { .. } => "event: wrap-up ended",
        DeskEvent::ElsewhereAgreed { .. } => "event: elsewhere agreed",
        DeskEvent::ElsewhereDeclined { .. } => "event: elsewhere declined",
        DeskEvent::ReaderAsked { .. } => "event: reader asked",
        DeskEvent::ReaderJoined { .. } => "event: reader joined",
        DeskEvent::ReaderLeft { why, .. } => match why {
            ReadingEnd::Declined => "event: reader left, declined",
            ReadingEnd::Lapsed => "event: reader left, lapsed",
            ReadingEnd::Unavailable => "event: reader left, unavailable",
            ReadingEnd::Left => "event: reader left, left",
            ReadingEnd::SentAway => "event: reader left, sent away",
            ReadingEnd::Vanished => "event: reader left, vanished",
        },
        DeskEvent::HandedOver { why: HandOver::ByHand, .. } => "event: handed over, by hand",
        DeskEvent::HandedOver { .. } => "event: handed over, worker gone",
        DeskEvent::Transferred { to: Target::Region(_), .. } => "event: transferred, to a region",
        DeskEvent::Transferred { .. } => "event: transferred, to a colleague",
        DeskEvent::Wished { .. } => "event: wished",
        DeskEvent::WishGranted { .. } => "event: wish granted",
        DeskEvent::WishEnded { why, .. } => match why {
            WishEnd::Declined => "event: wish ended, declined",
            WishEnd::Lapsed => "event: wish ended, lapsed",
            WishEnd::Unavailable => "event: wish ended, unavailable",
            WishEnd::Withdrawn => "event: wish ended, withdrawn",
        },
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
        DeskRefusal::NotTalking => "refusal: not talking",
        DeskRefusal::NotAvailable => "refusal: not available",
        DeskRefusal::HasReader => "refusal: has a reader",
        DeskRefusal::NotInvited => "refusal: not invited",
        DeskRefusal::WishGone => "refusal: wish gone",
    }
}
