//! What happens by itself, on a clock that is moved.

use std::{sync::Arc, time::Duration};

use jiff::civil::{Date, date};
use tokio_util::sync::CancellationToken;

use super::start;
use crate::{
    domain::{
        advice::{DurationBucket, Owed},
        desk::DeskRules,
        ids::{RegionId, StaffId},
        moment::Moment,
        staffing::{Role, ShownName, SignInName},
    },
    service::{
        journal::memory::Memory,
        records::{
            CountRecords, NewStaff, PasswordHash, Records, RegistrationRecords, SqliteRecords,
        },
        runtime::{Runtime, Simulated},
        switchboard::Switchboard,
    },
};

const UTRECHT: RegionId = RegionId(20);
const OWED: Owed = Owed { region: UTRECHT, duration: DurationBucket::UnderTen };

/// A moment written as in `2026-03-28T23:00Z`.
fn utc(text: &str) -> Moment {
    let timestamp: jiff::Timestamp = text.parse().unwrap();
    Moment::from_millis(timestamp.as_millisecond())
}

/// Records with a worker who owes an advice of this day.
async fn owing(day: Date) -> (Arc<SqliteRecords>, StaffId) {
    let records = Arc::new(SqliteRecords::in_memory().unwrap());
    let anna = NewStaff {
        sign_in_name: SignInName::parse("anna").unwrap(),
        shown_name: ShownName::parse("Anna").unwrap(),
        password: PasswordHash::from_phc("none".to_owned()),
        role: Role::Worker(UTRECHT),
    };
    let anna = records.add_staff(anna).await.unwrap();
    records.owe_advice(anna, day, OWED).await.unwrap();
    (records, anna)
}

async fn missed(records: &SqliteRecords, day: Date) -> u64 {
    let counts = records.counts(UTRECHT, day, day).await.unwrap();
    counts.iter().filter(|one| one.what.as_str() == "advice.missed").map(|one| one.number).sum()
}

async fn started(now: &str, records: &Arc<SqliteRecords>) -> (Arc<Simulated>, Arc<Switchboard>) {
    let world = Arc::new(Simulated::new(utc(now), 1));
    let runtime = Arc::clone(&world) as Arc<dyn Runtime>;
    let journal = Arc::new(Memory::new(Arc::clone(&runtime)));
    let records = Arc::clone(records) as Arc<dyn Records>;
    let (rules, stopping) = (DeskRules::default(), CancellationToken::new());
    let switchboard = Switchboard::start(journal, records, runtime, rules, stopping).await.unwrap();
    start(&switchboard);
    tokio::task::yield_now().await;
    (world, switchboard)
}

#[tokio::test(start_paused = true)]
async fn a_day_is_closed_at_midnight_in_amsterdam_also_when_the_clock_was_changed_that_day() {
    for (day, before, minutes) in [
        // Winter, summer, the days before the changes, and the days of 23 and of 25 hours.
        (date(2026, 1, 14), "2026-01-14T22:58Z", 2),
        (date(2026, 7, 14), "2026-07-14T21:58Z", 2),
        (date(2026, 3, 28), "2026-03-28T22:58Z", 2),
        (date(2026, 3, 29), "2026-03-28T23:01Z", 23 * 60 - 1),
        (date(2026, 10, 24), "2026-10-24T21:58Z", 2),
        (date(2026, 10, 25), "2026-10-24T22:01Z", 25 * 60 - 1),
    ] {
        let (records, anna) = owing(day).await;
        let (world, _switchboard) = started(before, &records).await;
        let almost = Duration::from_secs(minutes * 60 - 1);
        world.sleep(almost).await;
        assert_eq!(records.owed_advices(anna, day).await.unwrap(), [(OWED, 1)], "{day}");
        world.sleep(Duration::from_secs(2)).await;
        assert!(records.owed_advices(anna, day).await.unwrap().is_empty(), "{day}");
        assert_eq!(missed(&records, day).await, 1, "{day}");
    }
}

#[tokio::test(start_paused = true)]
async fn days_that_ended_while_nothing_ran_are_closed_at_the_start() {
    let day = date(2026, 7, 14);
    let (records, anna) = owing(day).await;
    let (world, _switchboard) = started("2026-07-17T10:00Z", &records).await;
    world.sleep(Duration::from_millis(1)).await;
    assert!(records.owed_advices(anna, day).await.unwrap().is_empty());
    assert_eq!(missed(&records, day).await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_back_closes_no_day_twice() {
    let day = date(2026, 7, 14);
    let (records, _) = owing(day).await;
    let (world, _switchboard) = started("2026-07-14T21:59Z", &records).await;
    world.sleep(Duration::from_mins(2)).await;
    world.set_back(Duration::from_mins(5));
    world.sleep(Duration::from_mins(10)).await;
    assert_eq!(missed(&records, day).await, 1);
}
