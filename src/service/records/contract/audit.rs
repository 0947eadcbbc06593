//! Who did what.

use std::time::Duration;

use super::{
    super::{AuditEntry, AuditScope, Author, RecordsError, Subject},
    NOON, NOWHERE, UTRECHT, each, new_staff,
};
use crate::domain::{
    audit::Deed,
    ids::{RegionId, StaffId},
    staffing::{Role, ShownName},
};

fn entry(minutes: u64, who: Author, region: Option<RegionId>, what: Deed) -> AuditEntry {
    let at = NOON + Duration::from_mins(minutes);
    AuditEntry { at, who, region, what, about: Subject::named("Anna") }
}

#[test]
fn the_log_tells_the_latest_first_and_each_organisation_its_own() {
    each(|records| async move {
        let karin =
            records.add_staff(new_staff("karin", Role::Coordinator(UTRECHT))).await.unwrap();
        let karin = Author::Staff(karin, ShownName::parse("Karin").unwrap());
        let twente = Some(RegionId(19));
        let entries = [
            entry(0, Author::CommandLine, None, Deed::Added),
            entry(1, karin.clone(), Some(UTRECHT), Deed::Invited),
            entry(2, karin.clone(), twente, Deed::Lent),
            entry(3, karin, Some(UTRECHT), Deed::Disabled),
        ];
        for entry in &entries {
            records.note(entry.clone()).await.unwrap();
        }
        let told = async |scope, before, most| {
            let found = records.audit(scope, before, most).await.unwrap();
            let last = found.last().map(|(place, _)| *place);
            (found.into_iter().map(|(_, entry)| entry).collect::<Vec<_>>(), last)
        };
        let [first, second, third, fourth] = entries;
        let own = told(AuditScope::Region(UTRECHT), None, 10).await.0;
        assert_eq!(own, [fourth.clone(), second.clone()]);
        let (page, last) = told(AuditScope::Everything, None, 2).await;
        assert_eq!(page, [fourth.clone(), third]);
        let (page, _) = told(AuditScope::Everything, last, 10).await;
        assert_eq!(page, [second, first]);
        let before = NOON + Duration::from_mins(3);
        assert_eq!(records.forget_audit_before(before).await.unwrap(), 3);
        assert_eq!(told(AuditScope::Everything, None, 10).await.0, [fourth]);
    });
}

#[test]
fn what_is_noted_names_people_and_organisations_that_there_are() {
    each(|records| async move {
        let nobody = Author::Staff(StaffId(99), ShownName::parse("Niemand").unwrap());
        for entry in [
            entry(0, nobody, None, Deed::Invited),
            entry(0, Author::CommandLine, Some(NOWHERE), Deed::Invited),
        ] {
            let refused = records.note(entry).await;
            assert!(matches!(refused, Err(RecordsError::UnknownStaff)), "{refused:?}");
        }
    });
}

#[test]
fn what_something_is_about_is_a_short_name() {
    assert_eq!(Subject::named(&"é".repeat(200)).as_str().chars().count(), 80);
    assert_eq!(Subject::named("een\nregel").as_str(), "eenregel");
    assert_eq!(format!("{:?}", Subject::named("Anna")), "Subject([redacted])");
}
