//! What visitors think of the chat. Whoever talked with a worker gets a ticket at the end, which
//! lets one evaluation be counted; it is kept in memory only, and says nothing but a region.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use super::{Failure, Switchboard};
use crate::{
    domain::{hours::date_of, ids::RegionId, moment::Moment, secret::Ticket, statistics::Measure},
    protocol::{Evaluate, Refusal},
    service::records::Tally,
};

/// For how long a ticket can be used.
const VALID: Duration = Duration::from_mins(30);

/// How many tickets there are at the most; the next ones are not given.
const MOST: usize = 10_000;

/// The tickets that were given and not used.
#[derive(Debug, Default)]
pub(super) struct Tickets(Mutex<BTreeMap<[u8; 32], Taken>>);

/// For which region a ticket is, and until when.
type Taken = (RegionId, Moment);

impl Tickets {
    fn give(&self, ticket: &Ticket, region: RegionId, now: Moment) -> bool {
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        given.retain(|_, (_, until)| *until > now);
        let room = given.len() < MOST;
        if room {
            given.insert(*ticket.as_bytes(), (region, now + VALID));
        }
        room
    }

    fn take(&self, ticket: &Ticket, now: Moment) -> Option<Taken> {
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (region, until) = given.remove(ticket.as_bytes())?;
        (until > now).then_some((region, until))
    }

    fn give_back(&self, ticket: &Ticket, taken: Taken) {
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        given.insert(*ticket.as_bytes(), taken);
    }
}

impl Switchboard {
    /// A ticket for one evaluation of the chat of this region; `None` when there are too many.
    pub(in crate::service) fn ticket(&self, region: RegionId) -> Option<Ticket> {
        let mut bytes = [0; 32];
        self.runtime.fill(&mut bytes);
        let ticket = Ticket::from_bytes(bytes);
        self.tickets.give(&ticket, region, self.now()).then_some(ticket)
    }

    /// Counts what a visitor thinks of the chat, each answer by itself: all of them or none, and with
    /// none the same may be sent again.
    pub async fn evaluate(&self, request: Evaluate) -> Result<(), Failure> {
        let now = self.now();
        let taken = self.tickets.take(&request.ticket, now).ok_or(Refusal::Gone)?;
        let (region, day) = (Some(taken.0), date_of(now));
        let given = request.evaluation.given().map(|(asked, opinion)| {
            (Tally { region, day, hour: None, what: Measure::Answered(asked, opinion).into() }, 1)
        });
        let counted = self.records.count_all(given.collect()).await;
        counted.map_err(|error| {
            self.tickets.give_back(&request.ticket, taken);
            Failure::Broken(error.to_string())
        })
    }
}
