//! Inviting, disabling, resetting and lending, by who may and by who may not.

use std::time::Duration;

use super::{House, PASSWORD, UTRECHT, entered, house};
use crate::{
    domain::{
        audit::Deed,
        ids::{RegionId, StaffId},
        staffing::{Role, ShownName, SignInName},
    },
    service::{
        account::{
            INVITATION_VALID, InvitationToken, JoinError, NewAccount, Password, PasswordError,
            PeopleError, ShownOnce, SignedIn,
        },
        records::{CodeStep, Factor, FactorSecret, InvitationId, Invited, NewFactor, Standing},
        runtime::Runtime,
    },
};

const TWENTE: RegionId = RegionId(19);

fn account(name: &str, role: Role) -> NewAccount {
    let shown_name = ShownName::parse("Eva").unwrap();
    NewAccount { sign_in_name: SignInName::parse(name).unwrap(), shown_name, role }
}

impl House {
    /// Adds somebody and lets them in.
    async fn with(&self, name: &str, role: Role) -> SignedIn {
        self.add(name, role).await.unwrap();
        self.try_with(name, PASSWORD, None).await.unwrap().who
    }

    fn link(&self, by: &SignedIn) -> InvitationToken {
        match self.accounts.shown_once(by) {
            Some(ShownOnce::Link(_, token)) => token,
            other => panic!("no link is shown: {other:?}"),
        }
    }

    async fn join(&self, token: &InvitationToken, password: &str) -> Result<SignedIn, JoinError> {
        let password = Password::typed(password.to_owned());
        Ok(entered(self.accounts.join(token, password, None, None).await?).who)
    }
}

#[tokio::test(start_paused = true)]
async fn an_invitation_leads_to_an_account_once() {
    let house = house().await;
    let karin = house.with("karin", Role::Coordinator(UTRECHT)).await;
    house.accounts.invite(&karin, account("eva", Role::Worker(UTRECHT))).await.unwrap();
    let token = house.link(&karin);
    for (password, why) in
        [("kort", PasswordError::TooShort), ("eva.eva.eva.2026", PasswordError::TooCommon)]
    {
        let refused = house.join(&token, password).await;
        assert!(matches!(refused, Err(JoinError::Password(error)) if error == why), "{password}");
    }
    let eva = house.join(&token, PASSWORD).await.unwrap();
    assert_eq!(eva.role, Role::Worker(UTRECHT));
    let again = house.join(&token, "een ander wachtwoord").await;
    assert!(matches!(again, Err(JoinError::Link(Invited::Used))));
    let stranger = house.join(&InvitationToken::from_bytes([7; 32]), PASSWORD).await;
    assert!(matches!(stranger, Err(JoinError::Link(Invited::Unknown))));
    house.try_with("eva", PASSWORD, None).await.unwrap();
    assert_eq!(house.deeds().await, [Deed::Invited, Deed::Joined]);
}

#[tokio::test(start_paused = true)]
async fn an_invitation_ends_after_two_days_and_can_be_made_anew_or_taken_back() {
    let house = house().await;
    let karin = house.with("karin", Role::Coordinator(UTRECHT)).await;
    house.accounts.invite(&karin, account("eva", Role::Worker(UTRECHT))).await.unwrap();
    let first = house.link(&karin);
    house.runtime.sleep(INVITATION_VALID + Duration::from_millis(1)).await;
    let late = house.join(&first, PASSWORD).await;
    assert!(matches!(late, Err(JoinError::Link(Invited::Late))));
    let karin = house.try_with("karin", PASSWORD, None).await.unwrap().who;
    let id = house.accounts.people(&karin).await.unwrap().invitations[0].id;
    house.accounts.invite_again(&karin, id).await.unwrap();
    let second = house.link(&karin);
    let old = house.join(&first, PASSWORD).await;
    assert!(matches!(old, Err(JoinError::Link(Invited::Unknown))));
    house.accounts.withdraw(&karin, id).await.unwrap();
    let taken_back = house.join(&second, PASSWORD).await;
    assert!(matches!(taken_back, Err(JoinError::Link(Invited::Withdrawn))));
    let again = house.accounts.withdraw(&karin, id).await;
    assert!(matches!(again, Err(PeopleError::NotYours)));
    let deeds = [Deed::Invited, Deed::InvitedAgain, Deed::InvitationWithdrawn];
    assert_eq!(house.deeds().await, deeds);
}

#[tokio::test(start_paused = true)]
async fn nobody_touches_an_account_that_is_not_theirs_to_run() {
    let house = house().await;
    let anna = house.try_with("anna", PASSWORD, None).await.unwrap().who;
    let karin = house.with("karin", Role::Coordinator(UTRECHT)).await;
    let koen = house.with("koen", Role::Coordinator(TWENTE)).await;
    let beheer = house.with("beheer", Role::Administrator).await;
    house.accounts.invite(&karin, account("eva", Role::Worker(UTRECHT))).await.unwrap();
    let eva: InvitationId = house.accounts.people(&karin).await.unwrap().invitations[0].id;
    let accounts = &house.accounts;
    let not_yours = |answer: Result<(), PeopleError>, what: &str| {
        assert!(matches!(answer, Err(PeopleError::NotYours)), "{what}: {answer:?}");
    };
    let mut allowed = Vec::new();
    for by in [&anna, &karin, &koen, &beheer] {
        for about in [&anna, &karin, &koen, &beheer] {
            let done = accounts.set_standing(by, about.staff, Standing::Active).await;
            let reset = accounts.reset_factor(by, about.staff).await;
            assert_eq!(done.is_ok(), reset.is_ok());
            if done.is_ok() {
                allowed.push((by.staff, about.staff));
            } else {
                not_yours(done, "standing");
                not_yours(reset, "second factor");
            }
        }
        if by.staff != karin.staff {
            not_yours(accounts.invite_again(by, eva).await, "invitation");
            not_yours(accounts.withdraw(by, eva).await, "invitation");
        }
        not_yours(accounts.set_standing(by, StaffId(99), Standing::Active).await, "nobody");
    }
    let expected = [(&karin, &anna), (&beheer, &karin), (&beheer, &koen)];
    assert_eq!(allowed, expected.map(|(by, about)| (by.staff, about.staff)));
    for (by, role) in [
        (&anna, Role::Worker(UTRECHT)),
        (&karin, Role::Worker(TWENTE)),
        (&karin, Role::Coordinator(UTRECHT)),
        (&karin, Role::Administrator),
        (&beheer, Role::Worker(UTRECHT)),
    ] {
        not_yours(accounts.invite(by, account("finn", role)).await, "inviting");
    }
    assert!(accounts.people(&anna).await.unwrap().members.is_empty());
    let of_koen = accounts.people(&koen).await.unwrap();
    assert!(of_koen.members.is_empty() && of_koen.invitations.is_empty());
}

#[tokio::test(start_paused = true)]
async fn disabling_signs_out_at_once_and_enabling_lets_in_again() {
    let house = house().await;
    let karin = house.with("karin", Role::Coordinator(UTRECHT)).await;
    let anna = house.enter().await;
    house.accounts.set_standing(&karin, anna.who.staff, Standing::Disabled).await.unwrap();
    assert!(!house.is_in(&anna.token).await);
    assert!(house.try_with("anna", PASSWORD, None).await.is_err());
    house.accounts.set_standing(&karin, anna.who.staff, Standing::Active).await.unwrap();
    house.enter().await;
    assert_eq!(house.deeds().await, [Deed::Disabled, Deed::Enabled]);
}

#[tokio::test(start_paused = true)]
async fn a_lost_phone_is_answered_by_taking_the_second_factor_away() {
    let house = house().await;
    let karin = house.with("karin", Role::Coordinator(UTRECHT)).await;
    let anna = house.enter().await;
    let (secret, recovery) = (FactorSecret::from_bytes([1; 20]), Vec::new());
    let factor = NewFactor { secret, used: CodeStep(0), recovery };
    house.records.set_factor(anna.who.staff, factor).await.unwrap();
    house.accounts.reset_factor(&karin, anna.who.staff).await.unwrap();
    assert!(!house.is_in(&anna.token).await, "the lost phone may have a session");
    let member = house.records.staff(anna.who.staff).await.unwrap().unwrap();
    assert_eq!(member.factor, Factor::Missing);
    assert_eq!(house.deeds().await, [Deed::FactorReset]);
}

#[tokio::test(start_paused = true)]
async fn a_worker_of_another_organisation_is_lent_and_taken_off() {
    let house = house().await;
    let koen = house.with("koen", Role::Coordinator(TWENTE)).await;
    house.add("chris", Role::Worker(TWENTE)).await.unwrap();
    house.add("beheer", Role::Administrator).await.unwrap();
    let lend = |name: &str| house.accounts.lend(&koen, SignInName::parse(name).unwrap());
    assert!(matches!(lend("niemand").await, Err(PeopleError::Unknown)));
    for own in ["chris", "beheer", "koen"] {
        assert!(matches!(lend(own).await, Err(PeopleError::CannotBeLent)), "{own}");
    }
    lend("Anna").await.unwrap();
    assert!(matches!(lend("anna").await, Err(PeopleError::CannotBeLent)), "already");
    let anna = house.enter().await.who;
    assert_eq!(anna.regions(), [UTRECHT, TWENTE]);
    let people = house.accounts.people(&koen).await.unwrap();
    assert_eq!(people.lent.iter().map(|member| member.id).collect::<Vec<_>>(), [anna.staff]);
    let disabled = house.accounts.set_standing(&koen, anna.staff, Standing::Disabled).await;
    assert!(matches!(disabled, Err(PeopleError::NotYours)), "the account stays with the other");
    house.accounts.take_off(&koen, anna.staff).await.unwrap();
    let again = house.accounts.take_off(&koen, anna.staff).await;
    assert!(matches!(again, Err(PeopleError::NotYours)));
    assert_eq!(house.enter().await.who.regions(), [UTRECHT]);
    assert_eq!(house.deeds().await, [Deed::Lent, Deed::TakenOff]);
}
