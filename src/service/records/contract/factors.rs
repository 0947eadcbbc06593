//! Second factors and recovery codes.

use super::{
    super::{CodeStep, Factor, FactorSecret, NewFactor, RecordsError, RecoveryHash},
    UTRECHT, each, new_staff,
};
use crate::domain::{ids::StaffId, staffing::Role};

fn recovery(number: u8) -> RecoveryHash {
    RecoveryHash::from_bytes([number; 32])
}

fn factor(number: u8) -> NewFactor {
    NewFactor {
        secret: FactorSecret::from_bytes([number; 20]),
        used: CodeStep(100),
        recovery: vec![recovery(number), recovery(number + 1)],
    }
}

#[test]
fn a_new_second_factor_takes_the_place_of_the_old_one_with_its_codes() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        assert_eq!(records.factor(anna).await.unwrap(), None);
        for number in [1, 11] {
            records.set_factor(anna, factor(number)).await.unwrap();
            let secret = FactorSecret::from_bytes([number; 20]);
            assert_eq!(records.factor(anna).await.unwrap(), Some(secret));
            assert_eq!(records.recovery_left(anna).await.unwrap(), 2);
        }
        assert_eq!(records.staff(anna).await.unwrap().unwrap().factor, Factor::Codes);
        assert!(!records.use_recovery(anna, recovery(1)).await.unwrap());
        records.remove_factor(anna).await.unwrap();
        records.remove_factor(anna).await.unwrap();
        assert_eq!(records.factor(anna).await.unwrap(), None);
        assert_eq!(records.recovery_left(anna).await.unwrap(), 0);
        assert_eq!(records.staff(anna).await.unwrap().unwrap().factor, Factor::Missing);
        let nobody = records.set_factor(StaffId(99), factor(1)).await;
        assert!(matches!(nobody, Err(RecordsError::UnknownStaff)), "{nobody:?}");
    });
}

#[test]
fn a_code_is_used_once_and_none_before_it_after_that() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        records.set_factor(anna, factor(1)).await.unwrap();
        for (step, taken) in [(100, false), (102, true), (102, false), (101, false), (103, true)] {
            assert_eq!(records.use_step(anna, CodeStep(step)).await.unwrap(), taken, "{step}");
        }
        assert!(!records.use_step(StaffId(99), CodeStep(200)).await.unwrap());
    });
}

#[test]
fn a_recovery_code_is_used_once_and_by_its_owner() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let bram = records.add_staff(new_staff("bram", Role::Worker(UTRECHT))).await.unwrap();
        records.set_factor(anna, factor(1)).await.unwrap();
        assert!(!records.use_recovery(bram, recovery(1)).await.unwrap());
        assert!(records.use_recovery(anna, recovery(1)).await.unwrap());
        assert!(!records.use_recovery(anna, recovery(1)).await.unwrap());
        assert_eq!(records.recovery_left(anna).await.unwrap(), 1);
        records.set_recovery(anna, vec![recovery(5), recovery(6), recovery(7)]).await.unwrap();
        assert_eq!(records.recovery_left(anna).await.unwrap(), 3);
        assert!(!records.use_recovery(anna, recovery(2)).await.unwrap());
        let nobody = records.set_recovery(StaffId(99), vec![recovery(1)]).await;
        assert!(matches!(nobody, Err(RecordsError::UnknownStaff)), "{nobody:?}");
    });
}
