//! Staff, sessions and known browsers.

use std::time::Duration;

use super::{
    super::{DeviceHash, NewSession, Records, RecordsError, SessionHash, SqliteRecords},
    NOON, NOWHERE, UTRECHT, connection, each, new_staff, tell,
};
use crate::domain::{
    conversation::ShiftPublic,
    ids::{RegionId, StaffId},
    moment::Moment,
    secret::Share,
    staffing::Role,
};

fn session(number: u8, staff: StaffId, created: Moment) -> NewSession {
    NewSession {
        token: SessionHash::from_bytes([number; 32]),
        staff,
        share: Share::from_bytes([number + 100; 32]),
        created,
    }
}

fn hash(number: u8) -> SessionHash {
    SessionHash::from_bytes([number; 32])
}

#[test]
fn staff_are_found_by_name_and_by_id() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let karin =
            records.add_staff(new_staff("karin", Role::Coordinator(UTRECHT))).await.unwrap();
        let beheer = records.add_staff(new_staff("beheer", Role::Administrator)).await.unwrap();
        let found = records.credentials(new_staff("Anna", Role::Administrator).sign_in_name).await;
        let found = found.unwrap().unwrap();
        assert_eq!(found.member.id, anna);
        assert_eq!(found.member.role, Role::Worker(UTRECHT));
        assert_eq!(found.member.shown_name.as_str(), "ANNA");
        assert_eq!(found.password.as_str(), "hash of anna");
        let karins_role = records.staff(karin).await.unwrap().unwrap().role;
        assert_eq!(karins_role, Role::Coordinator(UTRECHT));
        let all = records.all_staff().await.unwrap();
        let all: Vec<StaffId> = all.into_iter().map(|member| member.id).collect();
        assert_eq!(all, [anna, karin, beheer]);
        assert!(records.staff(StaffId(99)).await.unwrap().is_none());
        let nobody = new_staff("nobody", Role::Administrator).sign_in_name;
        assert!(records.credentials(nobody).await.unwrap().is_none());
    });
}

#[test]
fn staff_may_work_for_further_regions() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let bram = records.add_staff(new_staff("bram", Role::Worker(UTRECHT))).await.unwrap();
        records.start_session(session(1, anna, NOON)).await.unwrap();
        let further = async || {
            let session = records.session(hash(1)).await.unwrap().unwrap();
            let found = records.staff(anna).await.unwrap().unwrap();
            assert_eq!(found, session.staff);
            found.further
        };
        assert_eq!(further().await, []);
        let regions = vec![RegionId(19), RegionId(3), RegionId(19)];
        records.set_staff_regions(anna, regions).await.unwrap();
        assert_eq!(further().await, [RegionId(3), RegionId(19)]);
        assert_eq!(records.staff(bram).await.unwrap().unwrap().further, []);
        let lost = records.set_staff_regions(anna, vec![RegionId(1), NOWHERE]).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        assert_eq!(further().await, [RegionId(3), RegionId(19)], "whole or not at all");
        let lost = records.set_staff_regions(StaffId(99), vec![]).await;
        assert!(matches!(lost, Err(RecordsError::UnknownStaff)), "{lost:?}");
        records.set_staff_regions(anna, vec![]).await.unwrap();
        assert_eq!(further().await, []);
    });
}

#[test]
fn a_sign_in_name_belongs_to_one_person_and_a_region_must_exist() {
    each(|records| async move {
        records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let again = records.add_staff(new_staff("anna", Role::Administrator)).await;
        assert!(matches!(again, Err(RecordsError::NameTaken)), "{again:?}");
        let lost = records.add_staff(new_staff("bram", Role::Worker(NOWHERE))).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        assert_eq!(records.all_staff().await.unwrap().len(), 1);
    });
}

#[test]
fn a_session_is_found_by_its_token_with_share_and_shift_key() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let id = records.start_session(session(1, anna, NOON)).await.unwrap();
        let other = records.start_session(session(2, anna, NOON)).await.unwrap();
        assert_ne!(id, other);
        let found = records.session(hash(1)).await.unwrap().unwrap();
        assert_eq!((found.id, found.staff.id, found.created), (id, anna, NOON));
        assert_eq!(found.share, Share::from_bytes([101; 32]));
        assert_eq!(found.shift_key, None);
        let key = ShiftPublic::from_bytes(vec![7; ShiftPublic::LENGTH]).unwrap();
        records.set_shift_key(id, key.clone()).await.unwrap();
        assert_eq!(records.session(hash(1)).await.unwrap().unwrap().shift_key, Some(key.clone()));
        assert_eq!(records.session(hash(2)).await.unwrap().unwrap().shift_key, None);
        assert!(records.session(hash(3)).await.unwrap().is_none());
        records.end_session(id).await.unwrap();
        records.end_session(id).await.unwrap();
        assert!(records.session(hash(1)).await.unwrap().is_none());
        assert!(records.session(hash(2)).await.unwrap().is_some());
        let late = records.set_shift_key(id, key).await;
        assert!(matches!(late, Err(RecordsError::UnknownSession)), "{late:?}");
        let stranger = records.start_session(session(4, StaffId(99), NOON)).await;
        assert!(matches!(stranger, Err(RecordsError::UnknownStaff)), "{stranger:?}");
    });
}

#[test]
fn the_number_of_a_session_is_never_used_again() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let first = records.start_session(session(1, anna, NOON)).await.unwrap();
        records.end_session(first).await.unwrap();
        let second = records.start_session(session(2, anna, NOON)).await.unwrap();
        assert!(second > first);
    });
}

#[test]
fn all_sessions_of_one_person_end_together() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let bram = records.add_staff(new_staff("bram", Role::Worker(UTRECHT))).await.unwrap();
        for (number, staff) in [(1, anna), (2, anna), (3, bram)] {
            records.start_session(session(number, staff, NOON)).await.unwrap();
        }
        assert_eq!(records.end_sessions_of(anna).await.unwrap(), 2);
        assert!(records.session(hash(1)).await.unwrap().is_none());
        assert!(records.session(hash(3)).await.unwrap().is_some());
    });
}

#[test]
fn idle_sessions_end_and_used_ones_stay() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let later = NOON + Duration::from_hours(1);
        let used = records.start_session(session(1, anna, NOON)).await.unwrap();
        records.start_session(session(2, anna, NOON)).await.unwrap();
        records.touch_session(used, later).await.unwrap();
        records.touch_session(used, NOON).await.unwrap();
        assert_eq!(records.session(hash(1)).await.unwrap().unwrap().last_seen, later);
        assert_eq!(records.end_sessions_idle_since(NOON).await.unwrap(), 0);
        assert_eq!(records.end_sessions_idle_since(later).await.unwrap(), 1);
        assert!(records.session(hash(1)).await.unwrap().is_some());
        assert!(records.session(hash(2)).await.unwrap().is_none());
    });
}

#[test]
fn a_browser_is_known_to_the_person_who_signed_in_there() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let bram = records.add_staff(new_staff("bram", Role::Worker(UTRECHT))).await.unwrap();
        let device = DeviceHash::from_bytes([1; 32]);
        let later = NOON + Duration::from_hours(1);
        records.remember_device(device, anna, NOON).await.unwrap();
        records.remember_device(device, anna, later).await.unwrap();
        assert!(records.knows_device(device, anna).await.unwrap());
        assert!(!records.knows_device(device, bram).await.unwrap());
        assert!(!records.knows_device(DeviceHash::from_bytes([2; 32]), anna).await.unwrap());
        let stranger = records.remember_device(device, StaffId(99), NOON).await;
        assert!(matches!(stranger, Err(RecordsError::UnknownStaff)), "{stranger:?}");
        assert_eq!(records.forget_devices_idle_since(later).await.unwrap(), 0);
        let after = later + Duration::from_millis(1);
        assert_eq!(records.forget_devices_idle_since(after).await.unwrap(), 1);
        assert!(!records.knows_device(device, anna).await.unwrap());
    });
}

#[test]
fn a_session_outlives_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    let anna = tell(records.add_staff(new_staff("anna", Role::Worker(UTRECHT)))).unwrap();
    tell(records.start_session(session(1, anna, NOON))).unwrap();
    drop(records);
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    let found = tell(records.session(hash(1))).unwrap().unwrap();
    assert_eq!(found.share, Share::from_bytes([101; 32]));
}

#[test]
fn nothing_is_left_of_the_share_of_a_session_that_ended() {
    let folder = tempfile::tempdir().unwrap();
    let holds_share = || {
        std::fs::read_dir(folder.path()).unwrap().any(|file| {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            bytes.windows(32).any(|window| window == [101; 32])
        })
    };
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    let anna = tell(records.add_staff(new_staff("anna", Role::Worker(UTRECHT)))).unwrap();
    let id = tell(records.start_session(session(1, anna, NOON))).unwrap();
    assert!(holds_share());
    tell(records.end_session(id)).unwrap();
    assert!(!holds_share());
}
