//! Signing in and out, on a moved clock.

mod own;
mod people;
mod second_step;

use std::{sync::Arc, time::Duration};

use super::{
    AccountError, Accounts, ChosenPassword, Cost, DeviceToken, Entry, Hasher, IDLE, NewAccount,
    Password, SessionToken, SignIn, SignInError, Welcome, add_demo_staff,
};
use crate::{
    domain::{
        audit::Deed,
        ids::{RegionId, StaffId},
        moment::Moment,
        staffing::{Role, ShownName, SignInName},
    },
    service::{
        records::{AuditScope, Records, RecordsError, SqliteRecords, open_round_the_clock},
        runtime::{Runtime, Simulated},
    },
};

const UTRECHT: RegionId = RegionId(20);
const PASSWORD: &str = "een lang wachtwoord";
const MINUTE: Duration = Duration::from_mins(1);

struct House {
    accounts: Accounts,
    records: Arc<dyn Records>,
    runtime: Arc<Simulated>,
}

/// Whoever is let in by the password alone.
fn entered(entry: Entry) -> Welcome {
    match entry {
        Entry::In(welcome) => *welcome,
        other => panic!("more is asked: {other:?}"),
    }
}

/// A demo where Anna works: there a password is enough.
async fn house() -> House {
    let house = real_house().await;
    open_round_the_clock(house.records.as_ref()).await.unwrap();
    house
}

/// A house where Anna works, and everybody needs a second factor.
async fn real_house() -> House {
    let records: Arc<dyn Records> = Arc::new(SqliteRecords::in_memory().unwrap());
    let runtime = Arc::new(Simulated::new(Moment::from_millis(1_800_000_000_000), 7));
    let hasher = Hasher::here(Cost::Least);
    let accounts = Accounts::new(records.clone(), runtime.clone(), hasher);
    let house = House { accounts, records, runtime };
    house.add("anna", Role::Worker(UTRECHT)).await.unwrap();
    house
}

impl House {
    async fn add(&self, name: &str, role: Role) -> Result<(), AccountError> {
        let sign_in_name = SignInName::parse(name).unwrap();
        let account =
            NewAccount { sign_in_name, shown_name: ShownName::parse("Anna").unwrap(), role };
        let password = ChosenPassword::choose(Password::typed(PASSWORD.to_owned()), &[]).unwrap();
        self.accounts.add(account, password).await.map(|_| ())
    }

    async fn anna(&self) -> StaffId {
        let name = SignInName::parse("anna").unwrap();
        self.records.credentials(name).await.unwrap().unwrap().member.id
    }

    /// What was done, in order.
    async fn deeds(&self) -> Vec<Deed> {
        let found = self.records.audit(AuditScope::Everything, None, 100).await.unwrap();
        found.into_iter().rev().map(|(_, entry)| entry.what).collect()
    }

    async fn attempt(&self, name: &str, password: &str) -> Result<Entry, SignInError> {
        let (name, password) = (name.to_owned(), Password::typed(password.to_owned()));
        self.accounts.sign_in(SignIn { name, password, device: None, previous: None }).await
    }

    /// Whether the right password leads no further than to making a second factor.
    async fn try_entry(&self) -> bool {
        matches!(self.attempt("anna", PASSWORD).await, Ok(Entry::Enrol(_)))
    }

    async fn try_with(
        &self,
        name: &str,
        password: &str,
        device: Option<&DeviceToken>,
    ) -> Result<Welcome, SignInError> {
        let attempt = SignIn {
            name: name.to_owned(),
            password: Password::typed(password.to_owned()),
            device: device.cloned(),
            previous: None,
        };
        Ok(entered(self.accounts.sign_in(attempt).await?))
    }

    async fn enter(&self) -> Welcome {
        self.try_with("anna", PASSWORD, None).await.unwrap()
    }

    async fn is_in(&self, token: &SessionToken) -> bool {
        self.accounts.who_is(token).await.unwrap().is_some()
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_knows_name_and_password_is_signed_in() {
    let house = house().await;
    let welcome = house.try_with(" Anna ", PASSWORD, None).await.unwrap();
    let who = house.accounts.who_is(&welcome.token).await.unwrap().unwrap();
    assert_eq!(who.session, welcome.who.session);
    assert_eq!(who.staff, welcome.who.staff);
    assert_eq!(who.shown_name.as_str(), "Anna");
    assert_eq!((who.role, who.region()), (Role::Worker(UTRECHT), Some(UTRECHT)));
    assert_eq!(who.share, welcome.who.share);
    assert!(!house.is_in(&SessionToken::from_bytes([0; 32])).await);
}

#[tokio::test(start_paused = true)]
async fn a_wrong_password_and_an_unknown_name_get_the_same_answers() {
    let house = house().await;
    let mut answers = Vec::new();
    for name in ["anna", "nobody"] {
        let mut told = Vec::new();
        for _ in 0..7 {
            let refused = house.try_with(name, "een ander wachtwoord", None).await.unwrap_err();
            told.push(format!("{refused:?}"));
        }
        answers.push(told);
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0][4], "Refused");
    assert_eq!(answers[0][5], format!("{:?}", SignInError::TooMany { wait: MINUTE }));
    for (name, password) in [("no name!", PASSWORD), ("", ""), ("anna", "")] {
        let house = self::house().await;
        let refused = house.try_with(name, password, None).await;
        assert!(matches!(refused, Err(SignInError::Refused)), "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn after_too_many_attempts_even_the_right_password_has_to_wait() {
    let house = house().await;
    for _ in 0..5 {
        house.try_with("anna", "een ander wachtwoord", None).await.unwrap_err();
    }
    let refused = house.try_with("anna", PASSWORD, None).await;
    assert!(matches!(refused, Err(SignInError::TooMany { wait: MINUTE })), "{refused:?}");
    house.runtime.sleep(MINUTE).await;
    house.enter().await;
}

#[tokio::test(start_paused = true)]
async fn strangers_cannot_lock_out_a_browser_that_was_used_before() {
    let house = house().await;
    let device = house.enter().await.device;
    for number in 0..100 {
        let name = if number % 2 == 0 { "anna".to_owned() } else { format!("guess{number}") };
        let _ = house.try_with(&name, "een ander wachtwoord", None).await;
    }
    let stranger = DeviceToken::from_bytes([1; 32]);
    for unknown in [None, Some(&stranger)] {
        let refused = house.try_with("anna", PASSWORD, unknown).await;
        assert!(matches!(refused, Err(SignInError::TooMany { .. })), "{refused:?}");
    }
    let welcome = house.try_with("anna", PASSWORD, Some(&device)).await.unwrap();
    assert_eq!(welcome.device, device);
    for _ in 0..10 {
        let refused = house.try_with("anna", "een ander wachtwoord", Some(&device)).await;
        assert!(matches!(refused, Err(SignInError::Refused)), "{refused:?}");
    }
    let refused = house.try_with("anna", PASSWORD, Some(&device)).await;
    assert!(matches!(refused, Err(SignInError::TooMany { .. })), "{refused:?}");
}

#[tokio::test(start_paused = true)]
async fn a_browser_counts_for_itself_only_for_those_who_signed_in_there() {
    let house = house().await;
    house.add("bram", Role::Worker(UTRECHT)).await.unwrap();
    let device = house.enter().await.device;
    for _ in 0..5 {
        let refused = house.try_with("bram", "een ander wachtwoord", Some(&device)).await;
        assert!(matches!(refused, Err(SignInError::Refused)), "{refused:?}");
    }
    let refused = house.try_with("bram", PASSWORD, Some(&device)).await;
    assert!(matches!(refused, Err(SignInError::TooMany { .. })), "{refused:?}");
}

#[tokio::test(start_paused = true)]
async fn signing_in_often_is_not_an_attack() {
    let house = house().await;
    let mut tokens = Vec::new();
    for _ in 0..100 {
        tokens.push(house.enter().await.token.to_text());
    }
    tokens.sort();
    tokens.dedup();
    assert_eq!(tokens.len(), 100);
}

#[tokio::test(start_paused = true)]
async fn the_session_that_a_browser_still_had_ends_when_it_signs_in_again() {
    let house = house().await;
    let (elsewhere, before) = (house.enter().await.token, house.enter().await.token);
    let attempt = SignIn {
        name: "anna".to_owned(),
        password: Password::typed(PASSWORD.to_owned()),
        device: None,
        previous: Some(before.clone()),
    };
    let after = entered(house.accounts.sign_in(attempt).await.unwrap()).token;
    assert!(!house.is_in(&before).await);
    assert!(house.is_in(&after).await && house.is_in(&elsewhere).await);
}

#[tokio::test(start_paused = true)]
async fn signing_out_ends_this_session_and_everywhere_ends_all() {
    let house = house().await;
    let (first, second, third) = (house.enter().await, house.enter().await, house.enter().await);
    house.accounts.sign_out(&first.token).await.unwrap();
    house.accounts.sign_out(&first.token).await.unwrap();
    assert!(!house.is_in(&first.token).await && house.is_in(&second.token).await);
    assert_eq!(house.accounts.sign_out_everywhere(second.who.staff).await.unwrap(), 2);
    assert!(!house.is_in(&second.token).await && !house.is_in(&third.token).await);
}

#[tokio::test(start_paused = true)]
async fn a_session_ends_after_twelve_hours_without_use() {
    let house = house().await;
    let (used, unused) = (house.enter().await.token, house.enter().await.token);
    house.runtime.sleep(IDLE.saturating_sub(MINUTE)).await;
    assert!(house.is_in(&used).await);
    house.runtime.sleep(2 * MINUTE).await;
    assert!(house.is_in(&used).await && !house.is_in(&unused).await);
    house.runtime.sleep(IDLE + Duration::from_millis(1)).await;
    assert_eq!(house.accounts.expire().await.unwrap(), 1);
    assert!(!house.is_in(&used).await);
}

#[tokio::test(start_paused = true)]
async fn a_session_ends_after_a_day_however_much_it_is_used() {
    let house = house().await;
    let token = house.enter().await.token;
    for _ in 0..24 {
        assert!(house.is_in(&token).await);
        house.runtime.sleep(60 * MINUTE).await;
    }
    assert!(house.is_in(&token).await);
    house.runtime.sleep(MINUTE).await;
    assert!(!house.is_in(&token).await);
}

#[tokio::test(start_paused = true)]
async fn a_browser_is_forgotten_after_ninety_days() {
    let house = house().await;
    let welcome = house.enter().await;
    let known = || house.records.knows_device(welcome.device.hash(), welcome.who.staff);
    house.runtime.sleep(super::DEVICE_MEMORY).await;
    house.accounts.expire().await.unwrap();
    assert!(known().await.unwrap());
    house.runtime.sleep(MINUTE).await;
    house.accounts.expire().await.unwrap();
    assert!(!known().await.unwrap());
}

#[tokio::test(start_paused = true)]
async fn an_account_has_a_name_of_its_own() {
    let house = house().await;
    let taken = house.add("Anna", Role::Administrator).await;
    assert!(matches!(taken, Err(AccountError::Records(RecordsError::NameTaken))), "{taken:?}");
}

#[tokio::test(start_paused = true)]
async fn the_people_of_the_demo_can_sign_in() {
    let records: Arc<dyn Records> = Arc::new(SqliteRecords::in_memory().unwrap());
    open_round_the_clock(records.as_ref()).await.unwrap();
    let runtime = Arc::new(Simulated::new(Moment::from_millis(1_800_000_000_000), 7));
    let accounts = Accounts::new(records.clone(), runtime, Hasher::here(Cost::Least));
    for _ in 0..2 {
        add_demo_staff(&accounts).await.unwrap();
    }
    assert_eq!(records.all_staff().await.unwrap().len(), 6);
    for (name, shown, region) in [
        ("anna", "Anna", Some("Utrecht")),
        ("bram", "Bram", Some("Utrecht")),
        ("chris", "Chris", Some("Twente")),
        ("dina", "Dina", Some("IJsselland")),
        ("karin", "Karin", Some("Utrecht")),
        ("beheer", "Beheer", None),
    ] {
        let attempt = SignIn {
            name: name.to_owned(),
            password: Password::typed(format!("{name}-demo-wachtwoord")),
            device: None,
            previous: None,
        };
        let who = entered(accounts.sign_in(attempt).await.unwrap()).who;
        let published = records.published();
        let of = who.region().and_then(|id| published.regions.get(id));
        assert_eq!(of.map(|region| region.name.as_str()), region, "{name}");
        assert_eq!(who.shown_name.as_str(), shown);
    }
}
