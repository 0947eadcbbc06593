//! One's own password, sessions and lock.

use super::{MINUTE, PASSWORD, house, real_house};
use crate::{
    domain::audit::Deed,
    service::{
        account::{LOCK_AFTER, OwnError, Password, PasswordError},
        runtime::Runtime,
    },
};

const NEW: &str = "paarse fiets danst graag";

fn typed(text: &str) -> Password {
    Password::typed(text.to_owned())
}

#[tokio::test(start_paused = true)]
async fn a_new_password_takes_the_old_one_and_ends_the_other_sessions() {
    let house = house().await;
    let (here, there) = (house.enter().await, house.enter().await);
    let refused = house.accounts.change_password(&here.who, typed("verkeerd"), typed(NEW)).await;
    assert!(matches!(refused, Err(OwnError::Wrong)));
    for (new, why) in [
        ("kort", PasswordError::TooShort),
        ("wachtwoord2026", PasswordError::TooCommon),
        ("anna.anna.2026", PasswordError::TooCommon),
    ] {
        let refused = house.accounts.change_password(&here.who, typed(PASSWORD), typed(new)).await;
        assert!(matches!(refused, Err(OwnError::New(error)) if error == why), "{new}");
    }
    assert!(house.is_in(&there.token).await, "nothing has changed");
    house.accounts.change_password(&here.who, typed(PASSWORD), typed(NEW)).await.unwrap();
    assert!(house.is_in(&here.token).await && !house.is_in(&there.token).await);
    assert!(house.try_with("anna", PASSWORD, None).await.is_err());
    house.try_with("anna", NEW, None).await.unwrap();
    assert_eq!(house.deeds().await, [Deed::PasswordChanged]);
}

#[tokio::test(start_paused = true)]
async fn the_own_password_is_guessed_only_a_few_times() {
    let house = house().await;
    let who = house.enter().await.who;
    for _ in 0..5 {
        let refused = house.accounts.confirm(&who, typed("verkeerd")).await;
        assert!(matches!(refused, Err(OwnError::Wrong)));
    }
    let refused = house.accounts.confirm(&who, typed(PASSWORD)).await;
    assert!(matches!(refused, Err(OwnError::TooMany { wait: MINUTE })), "{refused:?}");
    // Another session of the same person is not held up.
    let other = house.enter().await.who;
    house.accounts.confirm(&other, typed(PASSWORD)).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn sessions_are_listed_and_ended_by_their_owner() {
    let house = house().await;
    let (here, there, third) = (house.enter().await, house.enter().await, house.enter().await);
    let listed = house.accounts.own_sessions(&here.who).await.unwrap();
    assert_eq!(listed.len(), 3);
    house.accounts.end_own_session(&here.who, there.who.session).await.unwrap();
    assert!(!house.is_in(&there.token).await && house.is_in(&third.token).await);
    assert_eq!(house.accounts.end_other_sessions(&here.who).await.unwrap(), 1);
    assert!(house.is_in(&here.token).await && !house.is_in(&third.token).await);
    assert_eq!(house.deeds().await, [Deed::SessionsEnded, Deed::SessionsEnded]);
    assert_eq!(house.accounts.end_other_sessions(&here.who).await.unwrap(), 0);
    assert_eq!(house.deeds().await.len(), 2, "nothing was ended");
}

#[tokio::test(start_paused = true)]
async fn who_does_nothing_for_a_while_gives_the_password_again() {
    let house = house().await;
    let welcome = house.enter().await;
    let who = async || house.accounts.who_is(&welcome.token).await.unwrap().unwrap();
    house.runtime.sleep(LOCK_AFTER - MINUTE).await;
    assert!(!house.accounts.is_locked(&who().await));
    house.accounts.note_activity(&who().await).await.unwrap();
    house.runtime.sleep(LOCK_AFTER - MINUTE).await;
    assert!(!house.accounts.is_locked(&who().await));
    // The page's own signs of life are none of the person's.
    house.runtime.sleep(MINUTE).await;
    assert!(house.accounts.is_locked(&who().await));
    let refused = house.accounts.unlock(&who().await, typed("verkeerd")).await;
    assert!(matches!(refused, Err(OwnError::Wrong)) && house.accounts.is_locked(&who().await));
    house.accounts.unlock(&who().await, typed(PASSWORD)).await.unwrap();
    assert!(!house.accounts.is_locked(&who().await));
}

#[tokio::test(start_paused = true)]
async fn recovery_codes_are_for_who_has_a_second_factor() {
    let house = house().await;
    let who = house.enter().await.who;
    let refused = house.accounts.renew_recovery(&who, typed(PASSWORD)).await;
    assert!(matches!(refused, Err(OwnError::NoFactor)));
    assert_eq!(house.accounts.recovery_left(&who).await.unwrap(), None);
    // Outside the demo nobody gets that far.
    assert!(real_house().await.try_entry().await);
}
