//! Standing, passwords, further regions, sessions of one person.

use std::time::Duration;

use super::{
    super::{Factor, NewSession, PasswordHash, RecordsError, SessionHash, SessionId, Standing},
    NOON, NOWHERE, UTRECHT, each, new_staff,
};
use crate::domain::{
    ids::{RegionId, StaffId},
    secret::Share,
    staffing::Role,
};

const TWENTE: RegionId = RegionId(19);

fn hash(number: u8) -> SessionHash {
    SessionHash::from_bytes([number; 32])
}

fn session(number: u8, staff: StaffId) -> NewSession {
    let share = Share::from_bytes([number; 32]);
    NewSession { token: hash(number), staff, share, created: NOON }
}

#[test]
fn disabling_an_account_ends_its_sessions_and_nobody_elses() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let bram = records.add_staff(new_staff("bram", Role::Worker(UTRECHT))).await.unwrap();
        for (number, staff) in [(1, anna), (2, anna), (3, bram)] {
            records.start_session(session(number, staff)).await.unwrap();
        }
        let before = records.staff(anna).await.unwrap().unwrap();
        assert_eq!((before.standing, before.factor), (Standing::Active, Factor::Missing));
        records.set_standing(anna, Standing::Disabled).await.unwrap();
        assert_eq!(records.staff(anna).await.unwrap().unwrap().standing, Standing::Disabled);
        assert!(records.session(hash(1)).await.unwrap().is_none());
        assert!(records.session(hash(2)).await.unwrap().is_none());
        assert!(records.session(hash(3)).await.unwrap().is_some());
        records.set_standing(anna, Standing::Active).await.unwrap();
        assert_eq!(records.staff(anna).await.unwrap().unwrap().standing, Standing::Active);
        let nobody = records.set_standing(StaffId(99), Standing::Disabled).await;
        assert!(matches!(nobody, Err(RecordsError::UnknownStaff)), "{nobody:?}");
    });
}

#[test]
fn a_new_password_ends_all_sessions_but_the_one_that_changed_it() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let kept = records.start_session(session(1, anna)).await.unwrap();
        records.start_session(session(2, anna)).await.unwrap();
        assert_eq!(records.password_of(anna).await.unwrap().as_str(), "hash of anna");
        let new = PasswordHash::from_phc("another".to_owned());
        records.set_password(anna, new.clone(), kept).await.unwrap();
        assert_eq!(records.password_of(anna).await.unwrap(), new);
        let left = records.sessions_of(anna).await.unwrap();
        assert_eq!(left.iter().map(|session| session.id).collect::<Vec<_>>(), [kept]);
        let nobody = records.set_password(StaffId(99), new, kept).await;
        assert!(matches!(nobody, Err(RecordsError::UnknownStaff)), "{nobody:?}");
        let nobody = records.password_of(StaffId(99)).await;
        assert!(matches!(nobody, Err(RecordsError::UnknownStaff)), "{nobody:?}");
    });
}

#[test]
fn somebody_ends_their_own_sessions_and_no_others() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let bram = records.add_staff(new_staff("bram", Role::Worker(UTRECHT))).await.unwrap();
        let first = records.start_session(session(1, anna)).await.unwrap();
        let second = records.start_session(session(2, anna)).await.unwrap();
        records.start_session(session(3, anna)).await.unwrap();
        let other = records.start_session(session(4, bram)).await.unwrap();
        assert!(!records.end_own_session(anna, other).await.unwrap());
        assert!(records.end_own_session(anna, first).await.unwrap());
        assert!(!records.end_own_session(anna, SessionId(99)).await.unwrap());
        assert_eq!(records.end_other_sessions(anna, second).await.unwrap(), 1);
        let left = records.sessions_of(anna).await.unwrap();
        assert_eq!(left.len(), 1);
        assert_eq!((left[0].id, left[0].created, left[0].last_seen), (second, NOON, NOON));
        assert!(records.session(hash(4)).await.unwrap().is_some());
    });
}

#[test]
fn what_a_person_does_is_noted_apart_from_what_their_page_does() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let id = records.start_session(session(1, anna)).await.unwrap();
        let later = NOON + Duration::from_mins(5);
        records.touch_session(id, later).await.unwrap();
        let found = records.session(hash(1)).await.unwrap().unwrap();
        assert_eq!((found.last_seen, found.last_active), (later, NOON));
        records.note_activity(id, later).await.unwrap();
        records.note_activity(id, NOON).await.unwrap();
        assert_eq!(records.session(hash(1)).await.unwrap().unwrap().last_active, later);
    });
}

#[test]
fn a_further_region_is_added_and_taken_without_touching_the_others() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let further = async || records.staff(anna).await.unwrap().unwrap().further;
        for region in [TWENTE, RegionId(3), TWENTE] {
            records.add_staff_region(anna, region).await.unwrap();
        }
        assert_eq!(further().await, [RegionId(3), TWENTE]);
        records.remove_staff_region(anna, RegionId(3)).await.unwrap();
        records.remove_staff_region(anna, RegionId(4)).await.unwrap();
        assert_eq!(further().await, [TWENTE]);
        let lost = records.add_staff_region(anna, NOWHERE).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        let lost = records.add_staff_region(StaffId(99), TWENTE).await;
        assert!(matches!(lost, Err(RecordsError::UnknownStaff)), "{lost:?}");
    });
}
