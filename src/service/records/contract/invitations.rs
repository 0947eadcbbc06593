//! Invitations.

use std::time::Duration;

use super::{
    super::{
        Acceptance, InvitationHash, InvitationId, Invited, NewInvitation, PasswordHash, Records,
        RecordsError,
    },
    NOON, NOWHERE, UTRECHT, each, new_staff,
};
use crate::domain::staffing::{Role, ShownName, SignInName};

const VALID: Duration = Duration::from_hours(48);
const MOMENT: Duration = Duration::from_millis(1);

fn hash(number: u8) -> InvitationHash {
    InvitationHash::from_bytes([number; 32])
}

fn invitation(number: u8, name: &str, role: Role) -> NewInvitation {
    NewInvitation {
        token: hash(number),
        sign_in_name: SignInName::parse(name).unwrap(),
        shown_name: ShownName::parse("Eva").unwrap(),
        role,
        until: NOON + VALID,
    }
}

fn password() -> PasswordHash {
    PasswordHash::from_phc("hash of eva".to_owned())
}

async fn accept(records: &dyn Records, number: u8) -> Acceptance {
    records.accept_invitation(hash(number), password(), NOON).await.unwrap()
}

#[test]
fn an_invitation_makes_one_account_and_then_says_that_it_was_used() {
    each(|records| async move {
        let new = invitation(1, "eva", Role::Worker(UTRECHT));
        let id = records.invite(new, NOON).await.unwrap();
        let Invited::Open(open) = records.invitation(hash(1), NOON).await.unwrap() else {
            panic!("it is not open")
        };
        assert_eq!((open.id, open.role, open.until), (id, Role::Worker(UTRECHT), NOON + VALID));
        assert_eq!(open.sign_in_name.as_str(), "eva");
        assert_eq!(open.shown_name.as_str(), "Eva");
        assert_eq!(records.open_invitations().await.unwrap(), [open]);
        let Acceptance::Joined(eva) = accept(records.as_ref(), 1).await else {
            panic!("it was not accepted")
        };
        let name = SignInName::parse("eva").unwrap();
        let found = records.credentials(name).await.unwrap().unwrap();
        assert_eq!((found.member.id, found.member.role), (eva, Role::Worker(UTRECHT)));
        assert_eq!(found.password, password());
        assert_eq!(accept(records.as_ref(), 1).await, Acceptance::Refused(Invited::Used));
        assert_eq!(records.invitation(hash(1), NOON).await.unwrap(), Invited::Used);
        assert_eq!(records.open_invitations().await.unwrap(), []);
        assert_eq!(records.all_staff().await.unwrap().len(), 1);
    });
}

#[test]
fn a_link_works_until_its_time_and_a_newer_one_takes_its_place() {
    each(|records| async move {
        let id = records.invite(invitation(1, "eva", Role::Administrator), NOON).await.unwrap();
        let at = async |number, now| records.invitation(hash(number), now).await.unwrap();
        assert!(matches!(at(1, NOON + VALID).await, Invited::Open(_)));
        assert_eq!(at(1, NOON + VALID + MOMENT).await, Invited::Late);
        let late = NOON + VALID + MOMENT;
        let refused = records.accept_invitation(hash(1), password(), late).await.unwrap();
        assert_eq!(refused, Acceptance::Refused(Invited::Late));
        records.renew_invitation(id, hash(2), late + VALID).await.unwrap();
        assert_eq!(at(1, late).await, Invited::Unknown);
        assert!(matches!(at(2, late).await, Invited::Open(_)));
        records.withdraw_invitation(id).await.unwrap();
        assert_eq!(at(2, late).await, Invited::Withdrawn);
        assert_eq!(accept(records.as_ref(), 2).await, Acceptance::Refused(Invited::Withdrawn));
        for again in [
            records.withdraw_invitation(id).await,
            records.renew_invitation(id, hash(3), NOON).await,
            records.withdraw_invitation(InvitationId(99)).await,
        ] {
            assert!(matches!(again, Err(RecordsError::UnknownInvitation)), "{again:?}");
        }
    });
}

#[test]
fn a_name_is_invited_once_and_not_when_somebody_has_it() {
    each(|records| async move {
        let role = Role::Worker(UTRECHT);
        records.add_staff(new_staff("anna", role)).await.unwrap();
        let id = records.invite(invitation(1, "eva", role), NOON).await.unwrap();
        for name in ["anna", "eva"] {
            let taken = records.invite(invitation(2, name, role), NOON).await;
            assert!(matches!(taken, Err(RecordsError::NameTaken)), "{name}: {taken:?}");
        }
        let lost = records.invite(invitation(2, "finn", Role::Worker(NOWHERE)), NOON).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        // Withdrawn or too old, it makes place.
        records.withdraw_invitation(id).await.unwrap();
        records.invite(invitation(3, "eva", role), NOON).await.unwrap();
        let late = NOON + VALID + MOMENT;
        records.invite(invitation(4, "eva", role), late).await.unwrap();
        // Somebody got the name on the command line meanwhile.
        records.invite(invitation(5, "gijs", role), NOON).await.unwrap();
        records.add_staff(new_staff("gijs", role)).await.unwrap();
        let taken = records.accept_invitation(hash(5), password(), NOON).await;
        assert!(matches!(taken, Err(RecordsError::NameTaken)), "{taken:?}");
    });
}

#[test]
fn old_invitations_are_forgotten() {
    each(|records| async move {
        records.invite(invitation(1, "eva", Role::Administrator), NOON).await.unwrap();
        let until = NOON + VALID;
        assert_eq!(records.forget_invitations_before(until).await.unwrap(), 0);
        assert_eq!(records.forget_invitations_before(until + MOMENT).await.unwrap(), 1);
        assert_eq!(records.invitation(hash(1), NOON).await.unwrap(), Invited::Unknown);
    });
}
