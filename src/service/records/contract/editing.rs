//! Two people edit the same thing.

use super::{
    super::{
        Change, EditRecords, Records, RecordsError, SqliteRecords, TextPlace, Thing, Version, Words,
    },
    NOWHERE, UTRECHT, connection, each, tell,
};
use crate::domain::{
    appearance::{Appearance, Colour, Colours, HouseName, Logo},
    hours::Hours,
    ids::RegionId,
    questions::{Kind, Question, Questions, Wording},
    reply::{REPLIES_LIMIT, ReplyWords},
};

const TWENTE: RegionId = RegionId(19);

fn place(key: &str, language: &str) -> TextPlace {
    TextPlace::new(key, language, Some(UTRECHT)).unwrap()
}

fn words(text: &str) -> Words {
    Words::parse(text).unwrap()
}

fn appearance() -> Appearance {
    Appearance {
        name: HouseName::parse("Hulplijn Utrecht").ok(),
        colours: Colours::new(Colour::new(0x7a, 0x1f, 0x5c), None).ok(),
        logo: Logo::parse(include_bytes!("../../../tests/edge/logo.png")).ok(),
    }
}

fn one_of_each() -> [Change; 6] {
    let wording = Wording { nl: "Wat?".to_owned(), en: "What?".to_owned() };
    let asked =
        Questions::new(vec![Question { words: wording, kind: Kind::Text, unsafe_choice: None }])
            .unwrap();
    [
        Change::Hours(UTRECHT, Hours::round_the_clock()),
        Change::Backups(UTRECHT, vec![TWENTE]),
        Change::Texts(vec![
            (place("house.whom", "nl"), Some(words("Voor jou"))),
            (place("house.whom", "en"), Some(words("For you"))),
        ]),
        Change::Questions(Some(UTRECHT), Some(asked)),
        Change::Replies(UTRECHT, vec![ReplyWords::parse("groet", "Dag!").unwrap()]),
        Change::Appearance(Some(UTRECHT), appearance()),
    ]
}

fn is_conflict<T>(answer: &Result<T, RecordsError>) -> bool {
    matches!(answer, Err(RecordsError::Conflict))
}

#[test]
fn each_change_counts_one_and_one_made_on_another_version_is_refused() {
    each(|records| async move {
        for change in one_of_each() {
            let thing = change.thing().unwrap();
            let new = records.version(thing.clone()).await.unwrap();
            assert_eq!(new, Version::default(), "{thing:?}");
            let first = records.change(new, change.clone()).await.unwrap();
            assert_eq!(first.number(), new.number() + 1);
            let late = records.change(new, change.clone()).await;
            assert!(is_conflict(&late), "{late:?}");
            let early = records.change(Version::new(99), change.clone()).await;
            assert!(is_conflict(&early), "{early:?}");
            assert_eq!(records.version(thing.clone()).await.unwrap(), first);
            let second = records.change(first, change).await.unwrap();
            assert_eq!(second.number(), first.number() + 1);
        }
    });
}

#[test]
fn what_was_refused_changed_nothing_and_told_nobody() {
    each(|records| async move {
        for change in one_of_each() {
            records.change(Version::default(), change).await.unwrap();
        }
        let (before, changes) = (records.published(), records.watch());
        let other = [
            Change::Hours(UTRECHT, Hours::default()),
            Change::Backups(UTRECHT, vec![]),
            Change::Texts(vec![(place("house.whom", "nl"), None)]),
            Change::Questions(Some(UTRECHT), None),
            Change::Replies(UTRECHT, vec![]),
            Change::Appearance(Some(UTRECHT), Appearance::default()),
        ];
        for change in other {
            let refused = records.change(Version::default(), change).await;
            assert!(is_conflict(&refused), "{refused:?}");
        }
        assert_eq!(records.published(), before);
        assert!(!changes.has_changed().unwrap());
        assert_eq!(records.shared_replies(UTRECHT).await.unwrap().len(), 1);
    });
}

#[test]
fn things_are_counted_apart() {
    each(|records| async move {
        let [hours, ..] = one_of_each();
        records.change(Version::default(), hours).await.unwrap();
        let text = |key: &str, region| Thing::Text(key.to_owned(), region);
        for other in [
            Thing::Hours(TWENTE),
            Thing::Backups(UTRECHT),
            Thing::Questions(Some(UTRECHT)),
            Thing::Questions(None),
            Thing::Replies(UTRECHT),
            Thing::Appearance(Some(UTRECHT)),
            Thing::Appearance(None),
            text("house.whom", Some(UTRECHT)),
        ] {
            assert_eq!(records.version(other).await.unwrap(), Version::default());
        }
        records.set_text(place("house.whom", "nl"), Some(words("Voor jou"))).await.unwrap();
        let number = |thing| async { records.version(thing).await.unwrap().number() };
        assert_eq!(number(text("house.whom", Some(UTRECHT))).await, 1);
        assert_eq!(number(text("house.whom", None)).await, 0);
        assert_eq!(number(text("house.advice", Some(UTRECHT))).await, 0);
    });
}

#[test]
fn what_cannot_be_done_does_not_count() {
    each(|records| async move {
        let lost = records.change(Version::default(), Change::Hours(NOWHERE, Hours::default()));
        let lost = lost.await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        let many = vec![ReplyWords::parse("a", "b").unwrap(); REPLIES_LIMIT + 1];
        let refused = records.change(Version::default(), Change::Replies(UTRECHT, many)).await;
        assert!(matches!(refused, Err(RecordsError::TooMany)), "{refused:?}");
        for thing in [Thing::Hours(NOWHERE), Thing::Replies(UTRECHT)] {
            assert_eq!(records.version(thing).await.unwrap(), Version::default());
        }
        let mixed = Change::Texts(vec![
            (place("house.whom", "nl"), Some(words("a"))),
            (place("house.advice", "nl"), Some(words("b"))),
        ]);
        assert!(records.change(Version::default(), mixed).await.is_err());
        assert_eq!(records.published().texts.get("house.whom", "nl", Some(UTRECHT)), None);
    });
}

#[test]
fn versions_outlive_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    let [hours, ..] = one_of_each();
    let now = tell(records.change(Version::default(), hours)).unwrap();
    let look = Change::Appearance(Some(UTRECHT), appearance());
    tell(records.change(Version::default(), look)).unwrap();
    drop(records);
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    assert_eq!(tell(records.version(Thing::Hours(UTRECHT))).unwrap(), now);
    let appearances = records.published().appearances.clone();
    assert_eq!(appearances.own(Some(UTRECHT)), appearance());
    assert!(appearance().logo.is_some() && appearance().colours.is_some());
    assert!(appearances.own(None).is_usual());
}
