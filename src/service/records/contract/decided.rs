//! Regions, hours, texts and settings.

use std::time::Duration;

use jiff::civil::date;

use super::{
    super::{
        ExitAddress, Mode, Records, RecordsError, ReturnWindow, SqliteRecords, TextPlace, Words,
        WordsError, help_each_other_out, open_round_the_clock,
    },
    NOON, NOWHERE, UTRECHT, connection, each, tell,
};
use crate::domain::{
    hours::{Closure, Holiday, Hours, Interval, Status, TimeOfDay, Week},
    ids::RegionId,
    region::Match,
};

fn evening_hours() -> Hours {
    let time = |text: &str| text.parse::<TimeOfDay>().unwrap();
    let mut week: [Vec<Interval>; 7] = Default::default();
    week[1] = vec![
        Interval::new(time("9:00"), time("12:30")).unwrap(),
        Interval::new(time("19:00"), time("24:00")).unwrap(),
    ];
    week[6] = vec![Interval::new(time("0:00"), time("2:00")).unwrap()];
    let closures = vec![
        Closure::days(date(2026, 7, 6), date(2026, 8, 2)).unwrap(),
        Closure::new((date(2026, 9, 1), time("12:00")), (date(2026, 9, 1), time("13:15"))).unwrap(),
    ];
    let holidays = [Holiday::GoodFriday, Holiday::Christmas].into_iter().collect();
    Hours::new(Week::new(week).unwrap(), holidays, closures).unwrap()
}

fn words(text: &str) -> Words {
    Words::parse(text).unwrap()
}

#[test]
fn a_new_installation_knows_the_regions_and_their_default_hours() {
    each(|records| async move {
        let published = records.published();
        assert_eq!(published.regions.all().len(), 26);
        assert_eq!(published.regions.find("Zwolle"), Match::Region(RegionId(12)));
        assert!(matches!(published.regions.find("Haaren"), Match::Several(_)));
        assert_eq!(published.hours.len(), 26);
        assert!(published.hours.values().all(|hours| *hours == Hours::default()));
        let settings = &published.settings;
        assert_eq!(settings.exit.as_str(), "https://www.knmi.nl/nederland-nu/weer");
        assert_eq!(settings.return_window.length(), Duration::from_mins(30));
        assert_eq!(settings.mode, Mode::Live);
    });
}

#[test]
fn hours_are_read_back_as_they_were_set() {
    each(|records| async move {
        records.set_hours(UTRECHT, evening_hours()).await.unwrap();
        let published = records.published();
        assert_eq!(published.hours[&UTRECHT], evening_hours());
        assert_eq!(published.hours[&RegionId(19)], Hours::default());
        records.set_hours(UTRECHT, Hours::round_the_clock()).await.unwrap();
        let published = records.published();
        assert_eq!(published.status(UTRECHT, NOON), Some(Status::Open { until: None }));
        assert_eq!(published.overall_status(NOON), Status::Open { until: None });
        assert_eq!(published.status(NOWHERE, NOON), None);
        let lost = records.set_hours(NOWHERE, evening_hours()).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
    });
}

#[test]
fn a_regions_own_words_go_before_the_installations() {
    each(|records| async move {
        let place = |region| TextPlace::new("house.rules", "nl", region).unwrap();
        let text = |region| {
            let published = records.published();
            published.texts.get("house.rules", "nl", region).map(str::to_owned)
        };
        assert_eq!(text(Some(UTRECHT)), None);
        records.set_text(place(None), Some(words("Voor iedereen"))).await.unwrap();
        records.set_text(place(Some(UTRECHT)), Some(words("Voor Utrecht"))).await.unwrap();
        assert_eq!(text(Some(UTRECHT)).as_deref(), Some("Voor Utrecht"));
        assert_eq!(text(Some(RegionId(1))).as_deref(), Some("Voor iedereen"));
        assert_eq!(text(None).as_deref(), Some("Voor iedereen"));
        assert_eq!(records.published().texts.get("house.rules", "en", None), None);
        records.set_text(place(Some(UTRECHT)), None).await.unwrap();
        assert_eq!(text(Some(UTRECHT)).as_deref(), Some("Voor iedereen"));
        let lost = records.set_text(place(Some(NOWHERE)), Some(words("Nergens"))).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
    });
}

#[test]
fn words_and_places_are_bounded() {
    assert_eq!(Words::parse(" \n "), Err(WordsError::Length));
    assert_eq!(Words::parse(&"é".repeat(4_001)), Err(WordsError::Length));
    assert!(Words::parse(&"é".repeat(4_000)).is_ok());
    assert_eq!(Words::parse("a\u{0}b"), Err(WordsError::Control));
    for (key, language) in [("", "nl"), ("House", "nl"), ("house rules", "nl"), ("house", "")] {
        assert_eq!(TextPlace::new(key, language, None), Err(WordsError::NoSuchText));
    }
}

#[test]
fn settings_are_read_back_as_they_were_set() {
    each(|records| async move {
        let mut settings = records.published().settings.clone();
        settings.exit = ExitAddress::parse("https://www.buienradar.nl/").unwrap();
        settings.return_window = ReturnWindow::new(Duration::from_mins(5)).unwrap();
        settings.mode = Mode::Demo;
        records.set_settings(settings.clone()).await.unwrap();
        assert_eq!(records.published().settings, settings);
    });
}

#[test]
fn a_change_is_told_and_a_repetition_is_not() {
    each(|records| async move {
        let mut changes = records.watch();
        assert!(!changes.has_changed().unwrap());
        records.set_hours(UTRECHT, evening_hours()).await.unwrap();
        assert!(changes.has_changed().unwrap());
        assert_eq!(changes.borrow_and_update().hours[&UTRECHT], evening_hours());
        records.set_hours(UTRECHT, evening_hours()).await.unwrap();
        assert!(!changes.has_changed().unwrap());
        let _ = records.set_hours(NOWHERE, evening_hours()).await;
        assert!(!changes.has_changed().unwrap());
    });
}

#[test]
fn regions_back_each_other_up_as_it_was_decided() {
    each(|records| async move {
        let (drenthe, twente) = (RegionId(3), RegionId(19));
        assert_eq!(records.published().backups.of(UTRECHT), []);
        records.set_backups(UTRECHT, vec![twente, drenthe, UTRECHT, twente]).await.unwrap();
        assert_eq!(records.published().backups.of(UTRECHT), [drenthe, twente]);
        assert_eq!(records.published().backups.of(twente), []);
        for lost in
            [records.set_backups(NOWHERE, vec![]), records.set_backups(UTRECHT, vec![NOWHERE])]
        {
            let lost = lost.await;
            assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        }
        assert_eq!(records.published().backups.of(UTRECHT), [drenthe, twente], "whole or not");
        records.set_backups(UTRECHT, vec![]).await.unwrap();
        assert_eq!(records.published().backups.of(UTRECHT), []);
    });
}

#[test]
fn in_the_demo_three_regions_help_everybody() {
    each(|records| async move {
        for _ in 0..2 {
            help_each_other_out(&*records).await.unwrap();
            let backups = &records.published().backups;
            let helpers = [RegionId(12), RegionId(19), UTRECHT];
            assert_eq!(backups.of(RegionId(1)), helpers);
            assert_eq!(backups.of(UTRECHT), &helpers[..2]);
        }
    });
}

#[test]
fn the_demo_is_open_everywhere() {
    each(|records| async move {
        for _ in 0..2 {
            open_round_the_clock(&*records).await.unwrap();
            let published = records.published();
            assert!(published.hours.values().all(|hours| *hours == Hours::round_the_clock()));
            assert_eq!(published.settings.mode, Mode::Demo);
        }
    });
}

#[test]
fn what_was_decided_outlives_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    tell(records.set_hours(UTRECHT, evening_hours())).unwrap();
    let before = records.published();
    drop(records);
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    assert_eq!(records.published(), before);
    assert_eq!(records.published().hours[&UTRECHT], evening_hours());
}
