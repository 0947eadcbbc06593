//! What is counted of what happens. From the desk exactly once: what an event adds follows from the
//! desk's stream alone, carries the event's place, and is stored before that stream is compacted;
//! whoever reads the stream again after a crash finds it counted or counts it then.
//!
//! What is no event at the desk (somebody came while the chat was closed) is kept in memory for at
//! most a minute first: it is about nobody, and a flood of it costs one row.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{Failure, Switchboard};
use crate::{
    domain::{
        desk::{Desk, DeskEvent},
        hours::date_of,
        ids::{RegionId, Seq},
        moment::Moment,
        recorded::Recorded,
        statistics::{self, LookedAt, Measure, Quarter, WeekHour},
    },
    protocol::Refusal,
    service::records::{DeskTally, Tally},
};

/// What happened and is not in the records yet.
#[derive(Debug, Default)]
pub(super) struct Uncounted(Mutex<Waiting>);

#[derive(Debug, Default)]
pub(super) struct Waiting {
    desk: Vec<DeskTally>,
    others: BTreeMap<Tally, u64>,
}

impl Uncounted {
    pub(super) fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    pub(super) fn note(&mut self, event: &Recorded<DeskEvent>, counted: &[(RegionId, Measure)]) {
        self.desk.extend(counted.iter().map(|(region, measure)| DeskTally {
            seq: event.seq,
            tally: tally(Some(*region), *measure, event.at),
        }));
    }

    fn add(&mut self, tally: Tally, number: u64) {
        *self.others.entry(tally).or_default() += number;
    }
}

fn tally(region: Option<RegionId>, measure: Measure, at: Moment) -> Tally {
    let hour = measure.is_by_hour().then(|| (Quarter::at(at), WeekHour::of(at)));
    Tally { region, day: date_of(at), hour, what: measure.into() }
}

impl Switchboard {
    /// Somebody opened a page of the chat while every region was closed.
    pub fn looked(&self, at: LookedAt) {
        let tally = tally(None, Measure::Looked(at), self.now());
        self.uncounted.lock().add(tally, 1);
    }

    /// Somebody who wanted to wait was told that it cannot be.
    pub(super) fn turned_away(&self, region: RegionId, failure: &Failure) {
        let measure = match failure {
            Failure::Refused(Refusal::Closed { .. }) => Measure::Closed,
            Failure::Refused(Refusal::NobodyOnDuty) => Measure::Unattended,
            Failure::Refused(Refusal::QueueFull) => Measure::Full,
            _ => return,
        };
        let tally = tally(Some(region), measure, self.now());
        self.uncounted.lock().add(tally, 1);
    }

    /// Stores what was counted up to now, so that figures are whole.
    pub async fn count_now(&self) -> Result<(), Failure> {
        self.to_the_end(|switchboard| async move {
            switchboard.count_through(Desk::seq).await.map(|_| ())
        })
        .await
    }

    /// Stores what was counted, and gives what `look` sees of the desk that it was counted up to.
    pub(super) async fn count_through<T>(
        &self,
        look: impl FnOnce(&Desk) -> T,
    ) -> Result<T, Failure> {
        let broken = |error: crate::service::records::RecordsError| {
            Failure::Broken(format!("what happened could not be counted: {error}"))
        };
        // Events are noted under the same lock as they change the desk: nothing up to the desk's
        // place can be missing here.
        let (seq, seen, desk, others) = {
            let mut waiting = self.uncounted.lock();
            let (seq, seen) = self.look(|desk| (desk.seq(), look(desk)));
            (seq, seen, waiting.desk.clone(), std::mem::take(&mut waiting.others))
        };
        if !others.is_empty() {
            let counted = others.clone().into_iter().collect();
            if let Err(error) = self.records.count_all(counted).await {
                let mut waiting = self.uncounted.lock();
                for (tally, number) in others {
                    waiting.add(tally, number);
                }
                return Err(broken(error));
            }
        }
        self.records.count_desk(seq, desk).await.map_err(broken)?;
        self.counted(seq);
        Ok(seen)
    }

    fn counted(&self, through: Seq) {
        self.uncounted.lock().desk.retain(|waiting| waiting.seq > through);
    }

    /// What an event adds to the counts, as the desk stands before it.
    pub(super) fn adds(&self, event: &Recorded<DeskEvent>) -> Vec<(RegionId, Measure)> {
        self.look(|desk| statistics::counted(desk, event))
    }
}
