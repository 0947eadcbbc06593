//! Canned replies.

use super::{
    super::{RecordsError, ReplyRecords, SqliteRecords},
    NOWHERE, UTRECHT, connection, each, new_staff, tell,
};
use crate::{
    domain::{
        ids::{RegionId, ReplyId, StaffId},
        reply::{OwnReply, REPLIES_LIMIT, ReplyWords},
        staffing::Role,
    },
    service::records::Records,
};

const TWENTE: RegionId = RegionId(19);

fn words(name: &str, text: &str) -> ReplyWords {
    ReplyWords::parse(name, text).unwrap()
}

fn reply(number: u8, name: &str, text: &str) -> OwnReply {
    OwnReply { id: ReplyId::from_bytes([number; 16]), words: words(name, text) }
}

fn names(replies: &[OwnReply]) -> Vec<&str> {
    replies.iter().map(|reply| reply.words.name()).collect()
}

#[test]
fn a_region_has_the_programs_replies_until_it_decides() {
    each(|records| async move {
        let given = records.shared_replies(UTRECHT).await.unwrap();
        let says = |words: &str| given.iter().any(|reply| reply.text().contains(words));
        assert!(says("Ben je nu veilig?") && says("112") && says("0800-2000"));
        assert!(given.iter().any(|reply| reply.name() == "groet"));
        let own = vec![words("b", "tweede"), words("a", "eerste")];
        records.set_shared_replies(UTRECHT, own.clone()).await.unwrap();
        assert_eq!(records.shared_replies(UTRECHT).await.unwrap(), own);
        assert_eq!(records.shared_replies(TWENTE).await.unwrap(), given);
        records.set_shared_replies(UTRECHT, Vec::new()).await.unwrap();
        assert!(records.shared_replies(UTRECHT).await.unwrap().is_empty());
        let lost = records.shared_replies(NOWHERE).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        let lost = records.set_shared_replies(NOWHERE, own.clone()).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        let many = vec![words("a", "b"); REPLIES_LIMIT + 1];
        let refused = records.set_shared_replies(TWENTE, many).await;
        assert!(matches!(refused, Err(RecordsError::TooMany)), "{refused:?}");
        assert_eq!(records.shared_replies(TWENTE).await.unwrap(), given);
    });
}

#[test]
fn a_workers_own_replies_are_saved_changed_and_removed_and_nobody_elses() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let bram = records.add_staff(new_staff("bram", Role::Worker(UTRECHT))).await.unwrap();
        records.save_own_reply(anna, reply(1, "Zin", "een")).await.unwrap();
        records.save_own_reply(anna, reply(2, "appel", "twee")).await.unwrap();
        records.save_own_reply(bram, reply(1, "van Bram", "drie")).await.unwrap();
        assert_eq!(names(&records.own_replies(anna).await.unwrap()), ["appel", "Zin"]);
        for _ in 0..2 {
            records.save_own_reply(anna, reply(1, "Zin", "anders")).await.unwrap();
        }
        let changed = records.own_replies(anna).await.unwrap();
        assert_eq!(changed, [reply(2, "appel", "twee"), reply(1, "Zin", "anders")]);
        for _ in 0..2 {
            records.remove_own_reply(anna, ReplyId::from_bytes([1; 16])).await.unwrap();
        }
        assert_eq!(names(&records.own_replies(anna).await.unwrap()), ["appel"]);
        assert_eq!(names(&records.own_replies(bram).await.unwrap()), ["van Bram"]);
        let nobody = records.save_own_reply(StaffId(99), reply(1, "a", "b")).await;
        assert!(matches!(nobody, Err(RecordsError::UnknownStaff)), "{nobody:?}");
    });
}

#[test]
fn a_worker_has_a_hundred_replies_and_no_more() {
    each(|records| async move {
        let anna = records.add_staff(new_staff("anna", Role::Worker(UTRECHT))).await.unwrap();
        let limit = u8::try_from(REPLIES_LIMIT).unwrap();
        for number in 0..limit {
            records.save_own_reply(anna, reply(number, "a", "b")).await.unwrap();
        }
        let refused = records.save_own_reply(anna, reply(limit, "a", "b")).await;
        assert!(matches!(refused, Err(RecordsError::TooMany)), "{refused:?}");
        records.save_own_reply(anna, reply(0, "nieuw", "b")).await.unwrap();
        assert_eq!(records.own_replies(anna).await.unwrap().len(), REPLIES_LIMIT);
    });
}

#[test]
fn replies_outlive_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    let anna = tell(records.add_staff(new_staff("anna", Role::Worker(UTRECHT)))).unwrap();
    tell(records.save_own_reply(anna, reply(1, "a", "b"))).unwrap();
    tell(records.set_shared_replies(UTRECHT, vec![words("c", "d")])).unwrap();
    drop(records);
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    assert_eq!(tell(records.own_replies(anna)).unwrap(), [reply(1, "a", "b")]);
    assert_eq!(tell(records.shared_replies(UTRECHT)).unwrap(), [words("c", "d")]);
}
