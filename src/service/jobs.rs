//! What has to happen without anybody asking: deadlines at the desk, and forgetting.

use std::{sync::Arc, time::Duration};

use jiff::ToSpan;

use super::switchboard::Switchboard;
use crate::domain::{
    hours::{date_of, next_midnight},
    statistics::YEARS_BY_DAY,
};

/// How often the desk's past is forgotten, at the least.
const COMPACTION: Duration = Duration::from_mins(1);

/// How long after an end its traces at the desk are forgotten; several ends go in one.
const AFTER_END: Duration = Duration::from_millis(300);

/// How often old counts are looked at.
const FOLDING: Duration = Duration::from_hours(24);

/// How long to wait before trying again what could not be stored.
const AGAIN: Duration = Duration::from_secs(1);

/// Starts everything that runs beside requests; it ends when the process stops.
pub fn start(switchboard: &Arc<Switchboard>) {
    let runtime = Arc::clone(&switchboard.runtime);
    runtime.spawn(Box::pin(keep_deadlines(Arc::clone(switchboard))));
    runtime.spawn(Box::pin(forget(Arc::clone(switchboard))));
    runtime.spawn(Box::pin(keep_time(Arc::clone(switchboard))));
    runtime.spawn(Box::pin(close_days(Arc::clone(switchboard))));
    runtime.spawn(Box::pin(fold_counts(Arc::clone(switchboard))));
}

/// Settles the desk whenever something changed there or time alone made something due.
async fn keep_deadlines(switchboard: Arc<Switchboard>) {
    loop {
        let mut wait = None;
        if let Err(error) = switchboard.settle().await {
            tracing::error!(%error, "the desk could not be settled");
            wait = Some(AGAIN);
        }
        let (now, rules) = (switchboard.now(), switchboard.rules());
        let due = switchboard.look(|desk| desk.next_deadline(now, &rules));
        // Not in one sleep: the clock may be set while it lasts.
        let until = due.map_or(COMPACTION, |due| due.since(now)).min(COMPACTION);
        let sleep = switchboard.runtime.sleep(wait.unwrap_or(until));
        tokio::select! {
            biased;
            () = switchboard.stopping.cancelled() => return,
            () = switchboard.changed.notified() => {}
            () = sleep => {
                // A place may be free again without anything having happened.
                switchboard.look_out();
                switchboard.tell_desks();
            }
        }
    }
}

/// Replaces the desk's past with who is here now: soon after each end, and every minute.
async fn forget(switchboard: Arc<Switchboard>) {
    loop {
        tokio::select! {
            biased;
            () = switchboard.stopping.cancelled() => return,
            () = switchboard.ended.notified() => switchboard.runtime.sleep(AFTER_END).await,
            () = switchboard.runtime.sleep(COMPACTION) => {}
        }
        while let Err(error) = switchboard.compact().await {
            tracing::error!(%error, "the desk could not be compacted");
            switchboard.runtime.sleep(AGAIN).await;
            if switchboard.stopping.is_cancelled() {
                return;
            }
        }
    }
}

/// Lets waiting visitors know when hours change what they should know.
async fn keep_time(switchboard: Arc<Switchboard>) {
    let mut hints = switchboard.records.watch();
    loop {
        tokio::select! {
            biased;
            () = switchboard.stopping.cancelled() => return,
            changed = hints.changed() => if changed.is_err() { return },
            () = switchboard.runtime.sleep(COMPACTION) => {}
        }
        switchboard.tell_waiting();
    }
}

/// Closes the days of registrations: what is over when the process starts, then each at its end.
async fn close_days(switchboard: Arc<Switchboard>) {
    let mut closed = None;
    loop {
        let now = switchboard.now();
        let today = date_of(now);
        let mut wait = COMPACTION;
        if closed != Some(today) {
            match switchboard.records.close_days(today).await {
                Ok(()) => closed = Some(today),
                Err(error) => {
                    tracing::error!(%error, "the days before this one could not be closed");
                    wait = AGAIN;
                }
            }
        }
        // Not in one sleep: the clock may be set while it lasts.
        let midnight = next_midnight(now).map_or(COMPACTION, |midnight| midnight.since(now));
        tokio::select! {
            biased;
            () = switchboard.stopping.cancelled() => return,
            () = switchboard.runtime.sleep(midnight.min(wait)) => {}
        }
    }
}

#[cfg(test)]
mod tests;

/// Adds old counts up by month: nobody needs to know of a day long ago.
async fn fold_counts(switchboard: Arc<Switchboard>) {
    loop {
        let before = date_of(switchboard.now()).saturating_sub(YEARS_BY_DAY.years());
        if let Err(error) = switchboard.records.fold_counts(before).await {
            tracing::error!(%error, "old counts could not be added up");
        }
        tokio::select! {
            biased;
            () = switchboard.stopping.cancelled() => return,
            () = switchboard.runtime.sleep(FOLDING) => {}
        }
    }
}
