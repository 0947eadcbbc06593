//! Registrations of advices.

use jiff::civil::{Date, date};

use super::{
    super::{
        OwnAdvice, RecordsError, RegistrationRecords, SqliteRecords, edition, edition_in_force,
    },
    NOWHERE, UTRECHT, connection, each, new_staff, tell,
};
use crate::{
    domain::{
        advice::{Advice, Chosen, DurationBucket, Edition, Month, Owed},
        ids::{RegionId, RegistrationId, StaffId},
        staffing::Role,
    },
    service::{database::Database, records::Records},
};

const TWENTE: RegionId = RegionId(19);
const FRIDAY: Date = date(2026, 7, 31);
const SATURDAY: Date = date(2026, 8, 1);

/// An advice whose answers are the `place`th of each list.
fn advice_of(edition: &Edition, region: RegionId, place: usize) -> Advice {
    let first = |list: &crate::domain::advice::CodeList| Chosen {
        list: list.name.clone(),
        code: list.codes[place].name.clone(),
    };
    let chosen: Vec<_> = edition.asked().map(first).collect();
    edition.advice(region, DurationBucket::ToTwenty, &chosen).unwrap()
}

fn own(number: u8, region: RegionId, place: usize) -> OwnAdvice {
    let id = RegistrationId::from_bytes([number; 16]);
    OwnAdvice { id, advice: advice_of(edition_in_force(), region, place) }
}

fn owed(duration: DurationBucket) -> Owed {
    Owed { region: UTRECHT, duration }
}

async fn two_workers(records: &dyn Records) -> (StaffId, StaffId) {
    let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
    let bram = records.add_staff(new_staff("bram", Role::Worker(UTRECHT))).await.unwrap();
    (anna, bram)
}

async fn of_july(records: &dyn Records) -> Vec<(Month, Advice)> {
    let july = Month::of(FRIDAY);
    records.advices(UTRECHT, july, july).await.unwrap()
}

#[test]
fn an_advice_is_owed_until_it_is_registered_or_waived() {
    each(|records| async move {
        let (anna, bram) = two_workers(records.as_ref()).await;
        let (short, long) = (owed(DurationBucket::UnderTen), owed(DurationBucket::Longer));
        for one in [short, long, short] {
            records.owe_advice(anna, FRIDAY, one).await.unwrap();
        }
        assert_eq!(records.owed_advices(anna, FRIDAY).await.unwrap(), [(short, 2), (long, 1)]);
        assert!(records.owed_advices(anna, SATURDAY).await.unwrap().is_empty());
        assert!(records.owed_advices(bram, FRIDAY).await.unwrap().is_empty());

        for _ in 0..2 {
            let one = own(1, UTRECHT, 0);
            records.register_advice(anna, FRIDAY, one, Some(short)).await.unwrap();
        }
        let left = records.owed_advices(anna, FRIDAY).await.unwrap();
        assert_eq!(left, [(short, 1), (long, 1)], "sent twice, it is one");
        for _ in 0..2 {
            records.waive_advice(anna, FRIDAY, long, 0).await.unwrap();
            let left = records.owed_advices(anna, FRIDAY).await.unwrap();
            assert_eq!(left, [(short, 1)], "said twice, it is once");
        }
        for (staff, day, left) in [(anna, FRIDAY, 1), (anna, SATURDAY, 1), (bram, FRIDAY, 1)] {
            let gone = records.waive_advice(staff, day, long, left).await;
            assert!(matches!(gone, Err(RecordsError::UnknownRegistration)), "{gone:?}");
        }
        records.owe_advice(anna, FRIDAY, short).await.unwrap();
        let meanwhile = records.waive_advice(anna, FRIDAY, short, 0).await;
        assert!(matches!(meanwhile, Err(RecordsError::UnknownRegistration)), "{meanwhile:?}");
        let counts = records.counts(UTRECHT, FRIDAY, FRIDAY).await.unwrap();
        assert_eq!((counts[0].what.as_str(), counts[0].number), ("advice.none", 1));

        let lost = records.owe_advice(StaffId(99), FRIDAY, short).await;
        assert!(matches!(lost, Err(RecordsError::UnknownStaff)), "{lost:?}");
        let lost = records.owe_advice(anna, FRIDAY, Owed { region: NOWHERE, ..short }).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
    });
}

#[test]
fn a_worker_corrects_and_removes_the_own_registrations_of_today_and_nobody_elses() {
    each(|records| async move {
        let (anna, bram) = two_workers(records.as_ref()).await;
        records.register_advice(anna, FRIDAY, own(1, UTRECHT, 0), None).await.unwrap();
        records.register_advice(anna, FRIDAY, own(2, UTRECHT, 1), None).await.unwrap();
        records.register_advice(anna, FRIDAY, own(1, TWENTE, 2), None).await.unwrap();
        let today = records.own_advices(anna, FRIDAY).await.unwrap();
        assert_eq!(today, [own(1, TWENTE, 2), own(2, UTRECHT, 1)]);
        assert_eq!(of_july(records.as_ref()).await.len(), 1, "the other counts for Twente now");

        for (staff, day) in [(bram, FRIDAY), (anna, SATURDAY)] {
            assert!(records.own_advices(staff, day).await.unwrap().is_empty());
            let refused = records.register_advice(staff, day, own(1, UTRECHT, 3), None).await;
            assert!(matches!(refused, Err(RecordsError::UnknownRegistration)), "{refused:?}");
            records.remove_advice(staff, day, own(1, UTRECHT, 0).id).await.unwrap();
        }
        assert_eq!(records.own_advices(anna, FRIDAY).await.unwrap(), today);
        for _ in 0..2 {
            records.remove_advice(anna, FRIDAY, own(1, UTRECHT, 0).id).await.unwrap();
        }
        assert_eq!(records.own_advices(anna, FRIDAY).await.unwrap(), [own(2, UTRECHT, 1)]);
        let lost = records.register_advice(anna, FRIDAY, own(3, NOWHERE, 0), None).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        let lost = records.register_advice(StaffId(99), FRIDAY, own(3, UTRECHT, 0), None).await;
        assert!(matches!(lost, Err(RecordsError::UnknownStaff)), "{lost:?}");
    });
}

#[test]
fn when_the_day_is_over_only_the_month_stays() {
    each(|records| async move {
        let (anna, _) = two_workers(records.as_ref()).await;
        records.register_advice(anna, FRIDAY, own(1, UTRECHT, 0), None).await.unwrap();
        for _ in 0..3 {
            records.owe_advice(anna, FRIDAY, owed(DurationBucket::Longer)).await.unwrap();
        }
        records.close_days(FRIDAY).await.unwrap();
        assert_eq!(records.own_advices(anna, FRIDAY).await.unwrap().len(), 1, "it is still today");
        for _ in 0..2 {
            records.close_days(SATURDAY).await.unwrap();
        }
        assert!(records.own_advices(anna, FRIDAY).await.unwrap().is_empty());
        assert!(records.owed_advices(anna, FRIDAY).await.unwrap().is_empty());
        let july = Month::of(FRIDAY);
        assert_eq!(of_july(records.as_ref()).await, [(july, own(1, UTRECHT, 0).advice)]);
        let counts = records.counts(UTRECHT, FRIDAY, SATURDAY).await.unwrap();
        let [missed] = &counts[..] else { panic!("{counts:?}") };
        assert_eq!((missed.what.as_str(), missed.day, missed.number), ("advice.missed", FRIDAY, 3));
        // The name went with the day: nobody can tell that this is the same registration.
        records.register_advice(anna, SATURDAY, own(1, UTRECHT, 0), None).await.unwrap();
        assert_eq!(of_july(records.as_ref()).await.len(), 1);
    });
}

#[test]
fn registrations_keep_the_edition_that_they_were_made_by() {
    each(|records| async move {
        let (anna, _) = two_workers(records.as_ref()).await;
        let old = advice_of(edition("2015").unwrap(), UTRECHT, 3);
        let id = RegistrationId::from_bytes([9; 16]);
        let early = OwnAdvice { id, advice: old.clone() };
        records.register_advice(anna, FRIDAY, early, None).await.unwrap();
        records.register_advice(anna, FRIDAY, own(1, UTRECHT, 0), None).await.unwrap();
        let july = Month::of(FRIDAY);
        let both = of_july(records.as_ref()).await;
        assert_eq!(both.len(), 2);
        assert!(both.contains(&(july, old)) && both.contains(&(july, own(1, UTRECHT, 0).advice)));
    });
}

#[test]
fn nothing_of_day_and_worker_is_left_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    let (anna, _) = tell(two_workers(&records));
    tell(records.register_advice(anna, FRIDAY, own(1, UTRECHT, 0), None)).unwrap();
    let holds = |needle: &[u8]| {
        std::fs::read_dir(folder.path()).unwrap().any(|file| {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            bytes.windows(needle.len()).any(|window| window == needle)
        })
    };
    assert!(holds(b"2026-07-31") && holds(&[1; 16]), "or the test could not fail");
    tell(records.close_days(SATURDAY)).unwrap();
    assert!(!holds(b"2026-07-31") && !holds(&[1; 16]));
    assert_eq!(tell(of_july(&records)).len(), 1);
}

#[test]
fn a_registration_that_fails_half_way_changes_nothing_and_can_be_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open(folder.path()).unwrap();
    let records = SqliteRecords::open(database.connect().unwrap()).unwrap();
    let saboteur = database.connect().unwrap();
    let (anna, _) = tell(two_workers(&records));
    let short = owed(DurationBucket::UnderTen);
    tell(records.owe_advice(anna, FRIDAY, short)).unwrap();
    tell(records.register_advice(anna, FRIDAY, own(1, UTRECHT, 0), None)).unwrap();
    // The row of the registration is written when its last answer fails.
    saboteur
        .execute_batch(
            "CREATE TRIGGER fails BEFORE INSERT ON registration_code
             WHEN (SELECT count(*) FROM registration_code WHERE registration = NEW.registration) > 1
             BEGIN SELECT RAISE(ABORT, 'disk full'); END",
        )
        .unwrap();
    for number in [1, 2] {
        let one = own(number, UTRECHT, 1);
        let failed = tell(records.register_advice(anna, FRIDAY, one, Some(short)));
        assert!(matches!(failed, Err(RecordsError::Internal(_))), "{failed:?}");
    }
    assert_eq!(tell(records.owed_advices(anna, FRIDAY)).unwrap(), [(short, 1)]);
    assert_eq!(tell(records.own_advices(anna, FRIDAY)).unwrap(), [own(1, UTRECHT, 0)]);
    saboteur.execute_batch("DROP TRIGGER fails").unwrap();
    tell(records.register_advice(anna, FRIDAY, own(2, UTRECHT, 1), Some(short))).unwrap();
    assert_eq!(tell(records.own_advices(anna, FRIDAY)).unwrap().len(), 2);
    assert!(tell(records.owed_advices(anna, FRIDAY)).unwrap().is_empty());
}
