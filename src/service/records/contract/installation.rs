//! What an administrator decides.

use std::time::Duration;

use jiff::{ToSpan, civil::Date};

use super::{
    super::{
        ExitAddress, Fingerprint, FrameSites, InstallationRecords, Mode, Records, RecordsError,
        RetentionMonths, ReturnWindow, SqliteRecords, forget_old_counts, read_table,
        version_of_regions,
    },
    NOON, UTRECHT, connection, each, new_staff, tell,
};
use crate::domain::{
    hours::{Hours, Status, date_of},
    ids::RegionId,
    misuse::Misuse,
    region::{Match, Regions, Table},
    staffing::Role,
};

const BRABANT: RegionId = RegionId(2);

/// The regions without Brabant Noordoost, with a new one.
fn changed(before: &Regions) -> Regions {
    let mut file = String::from("municipality,kind,region\nNieuwstad,current,Nieuwland\n");
    for row in Table::of(before).rows().iter().filter(|row| row.region != "Brabant Noordoost") {
        file.push_str(&format!("\"{}\",{},{}\n", row.name, row.kind.code(), row.region));
    }
    let table = read_table(file.as_bytes(), crate::service::records::Edition::default()).unwrap();
    table.applied_to(before).unwrap()
}

#[test]
fn regions_are_replaced_and_one_that_left_keeps_its_past() {
    each(|records| async move {
        let eva = new_staff("eva", Role::Worker(BRABANT));
        let eva = records.add_staff(eva).await.unwrap();
        records.set_hours(BRABANT, Hours::round_the_clock()).await.unwrap();
        let before = records.published().regions.clone();
        let after = changed(&before);
        records.set_regions(version_of_regions(&before), after.clone()).await.unwrap();
        let published = records.published();
        assert_eq!(published.regions, after);
        assert_eq!(published.regions.find("Nieuwstad"), Match::Region(RegionId(27)));
        assert_eq!(published.hours[&RegionId(27)], Hours::default());
        assert_eq!(published.regions.find("'s-Hertogenbosch"), Match::Unknown);
        assert_eq!(published.hours[&BRABANT], Hours::round_the_clock());
        assert_eq!(published.status(BRABANT, NOON), Some(Status::Closed { opens: None }));
        assert!(records.staff(eva).await.unwrap().is_some());
        let late = records.set_regions(version_of_regions(&before), before.clone()).await;
        assert!(matches!(late, Err(RecordsError::Conflict)), "{late:?}");
        let fewer = Regions::new(before.all()[1..].to_vec(), Vec::new());
        let lost = records.set_regions(version_of_regions(&after), fewer).await;
        assert!(matches!(lost, Err(RecordsError::UnknownRegion)), "{lost:?}");
        assert_eq!(records.published().regions, after);
    });
}

#[test]
fn closed_regions_do_not_keep_the_chat_open() {
    each(|records| async move {
        records.set_hours(BRABANT, Hours::round_the_clock()).await.unwrap();
        assert!(records.published().overall_status(NOON).is_open());
        let before = records.published();
        let day = before.status(UTRECHT, NOON).unwrap().is_open();
        let after = changed(&before.regions);
        records.set_regions(version_of_regions(&before.regions), after).await.unwrap();
        assert_eq!(records.published().overall_status(NOON).is_open(), day);
    });
}

#[test]
fn of_two_administrators_the_second_overwrites_nothing() {
    each(|records| async move {
        let mut settings = records.published().settings.clone();
        let version = settings.version();
        settings.exit = ExitAddress::parse("https://nos.nl/").unwrap();
        settings.return_window = ReturnWindow::new(Duration::from_mins(5)).unwrap();
        settings.frames = FrameSites::parse("https://b.nl\nhttps://a.nl:8443").unwrap();
        settings.retention.log = RetentionMonths::of_log(24).unwrap();
        settings.retention.figures = RetentionMonths::of_figures(36).unwrap();
        settings.mode = Mode::Demo;
        records.change_settings(version.clone(), settings.clone()).await.unwrap();
        settings.mode = Mode::Live;
        assert_eq!(records.published().settings, settings, "all but the mode");
        for version in [version, Fingerprint::from_form("")] {
            let late = records.change_settings(version, Default::default()).await;
            assert!(matches!(late, Err(RecordsError::Conflict)), "{late:?}");
        }
        assert_eq!(records.published().settings, settings);
    });
}

#[test]
fn counts_are_forgotten_when_they_are_older_than_the_settings_say() {
    each(|records| async move {
        let today = date_of(NOON);
        let days = [60, 61, 0].map(|months: i64| today.saturating_sub(months.months()));
        for day in days {
            records.count(UTRECHT, day, Misuse::Spam.into()).await.unwrap();
        }
        forget_old_counts(records.as_ref(), NOON).await.unwrap();
        let left = records.counts(UTRECHT, Date::MIN, Date::MAX).await.unwrap();
        let left: Vec<Date> = left.iter().map(|count| count.day).collect();
        assert_eq!(left, [days[0], today]);
    });
}

#[test]
fn what_an_administrator_decided_outlives_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    let before = records.published();
    let after = changed(&before.regions);
    tell(records.set_regions(version_of_regions(&before.regions), after)).unwrap();
    let mut settings = before.settings.clone();
    settings.frames = FrameSites::parse("https://a.nl").unwrap();
    tell(records.change_settings(before.settings.version(), settings)).unwrap();
    let before = records.published();
    drop(records);
    let records = SqliteRecords::open(connection(folder.path())).unwrap();
    assert_eq!(records.published(), before);
}
