//! Counts.

use jiff::civil::{Date, date};

use super::{
    super::{CountRecords, Counted, DeskTally, RecordsError, SqliteRecords, Tally},
    NOWHERE, UTRECHT, connection, each, tell,
};
use crate::domain::{
    ids::{RegionId, Seq},
    misuse::Misuse,
    statistics::{LookedAt, Measure, Quarter, WeekHour},
};

const MONDAY: Date = date(2026, 7, 6);

fn shown(counts: &[super::super::Count]) -> Vec<(Date, &str, u64)> {
    counts.iter().map(|count| (count.day, count.what.as_str(), count.number)).collect()
}

#[test]
fn what_happens_is_counted_per_region_and_day() {
    each(|records| async move {
        let tuesday = date(2026, 7, 7);
        let evaluation = Counted::named("evaluation.helped.yes").unwrap();
        for (region, day, what) in [
            (UTRECHT, MONDAY, Misuse::Spam.into()),
            (UTRECHT, MONDAY, Misuse::Spam.into()),
            (UTRECHT, MONDAY, evaluation),
            (UTRECHT, tuesday, Misuse::Prank.into()),
            (RegionId(19), MONDAY, Misuse::Spam.into()),
        ] {
            records.count(region, day, what).await.unwrap();
        }
        let both = records.counts(UTRECHT, MONDAY, tuesday).await.unwrap();
        let monday = [(MONDAY, "evaluation.helped.yes", 1), (MONDAY, "misuse.spam", 2)];
        assert_eq!(shown(&both), [monday.as_slice(), &[(tuesday, "misuse.prank", 1)]].concat());
        let one = records.counts(UTRECHT, MONDAY, MONDAY).await.unwrap();
        assert_eq!(shown(&one), monday);
        assert!(records.counts(UTRECHT, date(2026, 7, 8), tuesday).await.unwrap().is_empty());
        let lost = records.count(NOWHERE, MONDAY, Misuse::Spam.into()).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
    });
}

fn tally(region: Option<RegionId>, day: Date, measure: Measure) -> Tally {
    Tally { region, day, hour: None, what: measure.into() }
}

fn at_desk(seq: u64, measure: Measure) -> DeskTally {
    DeskTally { seq: Seq(seq), tally: tally(Some(UTRECHT), MONDAY, measure) }
}

#[test]
fn what_comes_from_the_desk_is_counted_once_however_often_it_is_read() {
    each(|records| async move {
        let first = vec![at_desk(3, Measure::SignedUp), at_desk(5, Measure::Connected)];
        records.count_desk(Seq(5), first.clone()).await.unwrap();
        records.count_desk(Seq(5), first.clone()).await.unwrap();
        // Read again after a crash, with what followed; what lies beyond `through` comes later.
        let again = [first, vec![at_desk(6, Measure::SignedUp), at_desk(9, Measure::SignedUp)]];
        records.count_desk(Seq(7), again.concat()).await.unwrap();
        records.count_desk(Seq(2), vec![at_desk(1, Measure::SignedUp)]).await.unwrap();
        let counts = records.counts(UTRECHT, MONDAY, MONDAY).await.unwrap();
        assert_eq!(shown(&counts), [(MONDAY, "connected", 1), (MONDAY, "sign-up", 2)]);
        records.count_desk(Seq(9), vec![at_desk(9, Measure::SignedUp)]).await.unwrap();
        let counts = records.counts(UTRECHT, MONDAY, MONDAY).await.unwrap();
        assert_eq!(shown(&counts), [(MONDAY, "connected", 1), (MONDAY, "sign-up", 3)]);
    });
}

#[test]
fn hours_of_the_week_are_counted_by_the_quarter_and_without_a_date() {
    each(|records| async move {
        let (quarter, nine) = (Quarter::of(MONDAY), WeekHour::new(9).unwrap());
        let at = |region, hour| {
            let hour = Some((quarter, WeekHour::new(hour).unwrap()));
            Tally { hour, ..tally(region, MONDAY, Measure::Connected) }
        };
        let looked = tally(None, MONDAY, Measure::Looked(LookedAt::Home));
        let tallies = vec![(at(Some(UTRECHT), 9), 2), (at(None, 167), 1), (looked, 4)];
        records.count_all(tallies).await.unwrap();
        records
            .count_all(vec![(at(Some(UTRECHT), 9), 1), (at(Some(UTRECHT), 8), 0)])
            .await
            .unwrap();
        let hours = records.counts_by_hour(quarter).await.unwrap();
        let hours: Vec<_> = hours.iter().map(|(at, item)| (*at, item.hour, item.number)).collect();
        let last = WeekHour::new(167).unwrap();
        assert_eq!(hours, [(None, last, 1), (Some(UTRECHT), nine, 3)]);
        let other = Quarter { number: 4, ..quarter };
        assert!(records.counts_by_hour(other).await.unwrap().is_empty());
        let all = records.counts_everywhere(MONDAY, MONDAY).await.unwrap();
        let all: Vec<_> =
            all.iter().map(|(at, item)| (*at, item.what.as_str(), item.number)).collect();
        let expected =
            [(None, "connected", 1), (None, "looked.home", 4), (Some(UTRECHT), "connected", 3)];
        assert_eq!(all, expected);
    });
}

#[test]
fn old_days_become_months_and_nothing_is_lost_or_doubled_by_that() {
    each(|records| async move {
        let days = [date(2024, 6, 30), date(2024, 6, 2), date(2024, 6, 1), date(2024, 7, 1)];
        for day in days {
            records.count(UTRECHT, day, Measure::SignedUp.into()).await.unwrap();
        }
        assert_eq!(records.fold_counts(date(2024, 7, 20)).await.unwrap(), 2);
        assert_eq!(records.fold_counts(date(2024, 7, 20)).await.unwrap(), 0);
        let counts = records.counts(UTRECHT, date(2024, 1, 1), date(2024, 12, 31)).await.unwrap();
        let expected = [(date(2024, 6, 1), "sign-up", 3), (date(2024, 7, 1), "sign-up", 1)];
        assert_eq!(shown(&counts), expected);
    });
}

#[test]
fn what_is_counted_has_a_plain_name() {
    for misuse in Misuse::ALL {
        assert_eq!(Counted::named(misuse.code()), Some(misuse.into()));
    }
    for name in ["", "Misuse", "a b", "é", &"a".repeat(61)] {
        assert_eq!(Counted::named(name), None, "{name}");
    }
}

#[test]
fn counts_outlive_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    tell(records.count(UTRECHT, MONDAY, Misuse::Abuse.into())).unwrap();
    drop(records);
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    let counts = tell(records.counts(UTRECHT, MONDAY, MONDAY)).unwrap();
    assert_eq!(shown(&counts), [(MONDAY, "misuse.abuse", 1)]);
}
