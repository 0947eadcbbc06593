//! Counts.

use jiff::civil::{Date, date};

use super::{
    super::{CountRecords, Counted, RecordsError, SqliteRecords},
    NOWHERE, UTRECHT, connection, each, tell,
};
use crate::domain::{ids::RegionId, misuse::Misuse};

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

#[test]
fn several_things_are_counted_together_or_not_at_all() {
    each(|records| async move {
        let both = || vec![Misuse::Spam.into(), Misuse::Abuse.into()];
        records.count_all(UTRECHT, MONDAY, both()).await.unwrap();
        records.count_all(UTRECHT, MONDAY, Vec::new()).await.unwrap();
        let lost = records.count_all(NOWHERE, MONDAY, both()).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        let counts = records.counts(UTRECHT, MONDAY, MONDAY).await.unwrap();
        assert_eq!(shown(&counts), [(MONDAY, "misuse.abuse", 1), (MONDAY, "misuse.spam", 1)]);
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
