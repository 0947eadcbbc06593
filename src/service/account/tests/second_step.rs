//! The second factor: made at the first sign-in, asked at every other.

use std::time::Duration;

use super::{House, MINUTE, PASSWORD, real_house};
use crate::{
    domain::audit::Deed,
    service::{
        account::{
            By, Drift, Entry, HalfToken, OwnError, Password, RECOVERY_CODES, RecoveryCode,
            SecondStep, SecondStepError, ShownOnce, SignInError, SignedIn, Welcome, codes::code_at,
            half::PATIENCE,
        },
        records::{FactorSecret, Standing},
        runtime::Runtime,
    },
};

impl House {
    async fn half(&self) -> HalfToken {
        match self.attempt("anna", PASSWORD).await.unwrap() {
            Entry::Code(token) | Entry::Enrol(token) => token,
            Entry::In(_) => panic!("a password was enough"),
        }
    }

    /// The code that an authenticator shows which is off by so much.
    async fn code(&self, who: &SignedIn, off: i64) -> String {
        let secret = self.records.factor(who.staff).await.unwrap().unwrap();
        self.code_of(&secret, off)
    }

    fn code_of(&self, secret: &FactorSecret, off: i64) -> String {
        let now = self.runtime.now().as_millis() + off * 1_000;
        code_at(secret, crate::domain::moment::Moment::from_millis(now))
    }

    async fn enrols(&self) -> Welcome {
        let token = self.half().await;
        let now = self.runtime.now();
        let secret = self.accounts.halves(|halves| halves.get(&token, now)).unwrap().fresh;
        let code = self.code_of(&secret.unwrap(), 0);
        self.accounts.finish_with_enrolment(&token, &code).await.unwrap()
    }

    fn recovery(&self, who: &SignedIn) -> Vec<RecoveryCode> {
        match self.accounts.shown_once(who) {
            Some(ShownOnce::Recovery(codes)) => codes,
            other => panic!("no codes are shown: {other:?}"),
        }
    }

    /// Later by a step, so that there is a new code.
    async fn waits(&self) {
        self.runtime.sleep(Duration::from_secs(30)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_password_alone_gives_no_session_and_the_first_time_asks_for_a_second_factor() {
    let house = real_house().await;
    let token = house.half().await;
    assert_eq!(house.records.sessions_of(house.anna().await).await.unwrap(), []);
    let step = house.accounts.second_step(&token).await.unwrap();
    assert!(matches!(step, Some(SecondStep::Enrol(_))), "{step:?}");
    for code in ["", "000000", "gibberish"] {
        let refused = house.accounts.finish_with_enrolment(&token, code).await;
        assert!(matches!(refused, Err(SecondStepError::Wrong)), "{code}");
    }
    // Nothing is made yet, so that no code can be given.
    let refused = house.accounts.finish_with_code(&token, "000000").await;
    assert!(matches!(refused, Err(SecondStepError::Over)));
    let welcome = house.enrols().await;
    assert!(house.is_in(&welcome.token).await);
    assert_eq!(house.recovery(&welcome.who).len(), RECOVERY_CODES);
    house.accounts.put_away(&welcome.who);
    assert!(house.accounts.shown_once(&welcome.who).is_none());
    assert_eq!(house.deeds().await, [Deed::FactorSet]);
}

#[tokio::test(start_paused = true)]
async fn every_other_time_a_code_is_asked_and_each_is_used_once() {
    let house = real_house().await;
    let who = house.enrols().await.who;
    let used = house.code(&who, 0).await;
    let token = house.half().await;
    assert!(matches!(house.accounts.second_step(&token).await.unwrap(), Some(SecondStep::Code)));
    let refused = house.accounts.finish_with_code(&token, &used).await;
    assert!(matches!(refused, Err(SecondStepError::Used)), "it was used when it was made");
    house.waits().await;
    let code = house.code(&who, 0).await;
    let (welcome, by) = house.accounts.finish_with_code(&token, &code).await.unwrap();
    assert_eq!(by, By::Authenticator);
    assert!(house.is_in(&welcome.token).await);
    let again = house.accounts.finish_with_code(&token, &code).await;
    assert!(matches!(again, Err(SecondStepError::Over)), "the step is taken once");
    let token = house.half().await;
    let again = house.accounts.finish_with_code(&token, &code).await;
    assert!(matches!(again, Err(SecondStepError::Used)));
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_off_by_two_minutes_is_told_and_is_no_guess() {
    let house = real_house().await;
    let who = house.enrols().await.who;
    house.runtime.sleep(10 * MINUTE).await;
    for (off, expected) in [(120, Drift::Ahead(2)), (-120, Drift::Behind(2))] {
        let token = house.half().await;
        for _ in 0..6 {
            let code = house.code(&who, off).await;
            let told = house.accounts.finish_with_code(&token, &code).await;
            match told {
                Err(SecondStepError::Clock(drift)) => assert_eq!(drift, expected),
                Err(SecondStepError::TooMany { .. }) => {}
                other => panic!("{other:?}"),
            }
        }
        house.runtime.sleep(60 * MINUTE).await;
        let token = house.half().await;
        let late = house.code(&who, 55).await;
        house.accounts.finish_with_code(&token, &late).await.unwrap();
        house.runtime.sleep(60 * MINUTE).await;
    }
}

#[tokio::test(start_paused = true)]
async fn guessing_codes_ends_the_sign_in_and_is_bounded_over_all_of_them() {
    let house = real_house().await;
    let who = house.enrols().await.who;
    house.waits().await;
    let token = house.half().await;
    for _ in 0..5 {
        let refused = house.accounts.finish_with_code(&token, "not a code").await;
        assert!(matches!(refused, Err(SecondStepError::Wrong)));
    }
    let code = house.code(&who, 0).await;
    let refused = house.accounts.finish_with_code(&token, &code).await;
    assert!(matches!(refused, Err(SecondStepError::Over)), "even with the right code");
    let token = house.half().await;
    for _ in 0..4 {
        let refused = house.accounts.finish_with_code(&token, "not a code").await;
        assert!(matches!(refused, Err(SecondStepError::Wrong)));
    }
    let token = house.half().await;
    house.accounts.finish_with_code(&token, "not a code").await.unwrap_err();
    let refused = house.accounts.finish_with_code(&token, &code).await;
    assert!(matches!(refused, Err(SecondStepError::TooMany { .. })), "{refused:?}");
    house.runtime.sleep(5 * MINUTE).await;
    let code = house.code(&who, 0).await;
    house.accounts.finish_with_code(&token, &code).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn the_second_step_does_not_wait_for_ever() {
    let house = real_house().await;
    let who = house.enrols().await.who;
    let token = house.half().await;
    house.runtime.sleep(PATIENCE).await;
    let code = house.code(&who, 0).await;
    let late = house.accounts.finish_with_code(&token, &code).await;
    assert!(matches!(late, Err(SecondStepError::Over)));
    assert!(house.accounts.second_step(&token).await.unwrap().is_none());
}

#[tokio::test(start_paused = true)]
async fn a_recovery_code_lets_in_once() {
    let house = real_house().await;
    let who = house.enrols().await.who;
    let codes = house.recovery(&who);
    let token = house.half().await;
    let typed = codes[3].to_text().to_uppercase();
    let (_, by) = house.accounts.finish_with_code(&token, &typed).await.unwrap();
    assert_eq!(by, By::Recovery { left: RECOVERY_CODES - 1 });
    let token = house.half().await;
    let again = house.accounts.finish_with_code(&token, &typed).await;
    assert!(matches!(again, Err(SecondStepError::Wrong)));
    assert_eq!(house.deeds().await, [Deed::FactorSet, Deed::RecoveryUsed]);
}

#[tokio::test(start_paused = true)]
async fn a_disabled_account_is_told_so_only_with_the_right_password() {
    let house = real_house().await;
    let welcome = house.enrols().await;
    let token = house.half().await;
    house.records.set_standing(welcome.who.staff, Standing::Disabled).await.unwrap();
    assert!(!house.is_in(&welcome.token).await);
    assert!(house.accounts.second_step(&token).await.unwrap().is_none());
    let told = house.attempt("anna", PASSWORD).await;
    assert!(matches!(told, Err(SignInError::Disabled)));
    let told = house.attempt("anna", "een ander wachtwoord").await;
    assert!(matches!(told, Err(SignInError::Refused)));
}

#[tokio::test(start_paused = true)]
async fn a_new_phone_takes_over_only_once_it_has_shown_a_code() {
    let house = real_house().await;
    let who = house.enrols().await.who;
    let typed = |text: &str| Password::typed(text.to_owned());
    let refused = house.accounts.prepare_factor(&who, typed("verkeerd")).await;
    assert!(matches!(refused, Err(OwnError::Wrong)));
    assert!(house.accounts.prepared_factor(&who).is_none());
    house.accounts.prepare_factor(&who, typed(PASSWORD)).await.unwrap();
    assert!(house.accounts.prepared_factor(&who).is_some());
    let before = house.records.factor(who.staff).await.unwrap();
    let wrong = house.accounts.finish_factor(&who, "000").await;
    assert!(matches!(wrong, Err(SecondStepError::Wrong)));
    assert_eq!(house.records.factor(who.staff).await.unwrap(), before, "the old one still works");
    let now = house.runtime.now();
    let (secret, _) = house.accounts.in_hand(|in_hand| in_hand.prepared(who.session, now)).unwrap();
    let old = house.recovery(&who);
    house.accounts.finish_factor(&who, &house.code_of(&secret, 0)).await.unwrap();
    assert_eq!(house.records.factor(who.staff).await.unwrap(), Some(secret));
    assert_ne!(house.recovery(&who), old);
    assert!(house.accounts.prepared_factor(&who).is_none());
    let codes = house.recovery(&who);
    house.accounts.renew_recovery(&who, typed(PASSWORD)).await.unwrap();
    assert_ne!(house.recovery(&who), codes);
    assert_eq!(house.accounts.recovery_left(&who).await.unwrap(), Some(RECOVERY_CODES));
}
