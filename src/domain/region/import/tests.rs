use proptest::prelude::*;

use super::*;
use crate::domain::region::{Changes, Match, PlaceChange, RegionChange};

fn lines(rows: &[(&str, &str, &str)]) -> Vec<Line> {
    let numbered = (2..).zip(rows);
    let line = |(number, (name, kind, region)): (u64, &(&str, &str, &str))| Line {
        number,
        name: (*name).to_owned(),
        kind: (*kind).to_owned(),
        region: (*region).to_owned(),
    };
    numbered.map(line).collect()
}

fn table(rows: &[(&str, &str, &str)]) -> Table {
    Table::judge(&lines(rows), Vec::new()).unwrap()
}

fn wrong(rows: &[(&str, &str, &str)]) -> Vec<(u64, Wrong)> {
    let faults = Table::judge(&lines(rows), Vec::new()).unwrap_err();
    faults.shown().iter().map(|fault| (fault.line, fault.wrong.clone())).collect()
}

const BEFORE: &[(&str, &str, &str)] = &[
    ("Zwolle", "current", "IJsselland"),
    ("Deventer", "current", "IJsselland"),
    ("Enschede", "current", "Twente"),
    ("Oss", "current", "Brabant Noordoost"),
    ("Uden", "former", "Brabant Noordoost"),
    ("Haaren", "former", "Brabant Noordoost"),
    ("Haaren", "former", "Twente"),
];

fn before() -> Regions {
    table(BEFORE).applied_to(&Regions::default()).unwrap()
}

#[test]
fn each_wrong_line_is_named_with_what_is_wrong() {
    let long = "a".repeat(NAME_LIMIT + 1);
    assert_eq!(
        wrong(&[
            ("", "current", "Twente"),
            ("Zwolle", "today", "IJsselland"),
            ("Zwolle", "current", " "),
            (&long, "current", "Twente"),
            ("Olst\u{202e}", "current", "Twente"),
            ("Olst", "current", "--"),
            ("Almelo", "current", "Twente"),
            ("almelo", "former", "Twente"),
            ("Borne", "current", "twente"),
            ("Almelo", "current", "Utrecht"),
        ]),
        [
            (2, Wrong::NoName),
            (3, Wrong::Kind),
            (4, Wrong::NoRegion),
            (5, Wrong::Name),
            (6, Wrong::Name),
            (7, Wrong::Region),
            (9, Wrong::Twice { first: 8 }),
            (10, Wrong::Spelling { first: 8 }),
            (11, Wrong::TwoRegions { first: 8 }),
        ]
    );
    assert_eq!(wrong(&[]), [(1, Wrong::Empty)]);
}

#[test]
fn twenty_wrong_lines_are_shown_and_all_are_counted() {
    let many = vec![("", "current", "Twente"); 31];
    let faults = Table::judge(&lines(&many), Vec::new()).unwrap_err();
    assert_eq!((faults.shown().len(), faults.total()), (FAULTS_SHOWN, 31));
    assert_eq!(faults.shown()[0].line, 2);
}

#[test]
fn an_organisation_keeps_its_number_whatever_happens_to_it() {
    let before = before();
    let after = table(&[
        ("Zwolle", "current", "Veilig Thuis IJSSELLAND"),
        ("Deventer", "current", "IJSSELLAND"),
        ("Enschede", "current", "Oost"),
        ("Breda", "current", "West-Brabant"),
    ]);
    let after = after.applied_to(&before).unwrap();
    let named = |regions: &Regions, name: &str| {
        regions.all().iter().find(|region| region.name == name).map(|region| region.id)
    };
    assert_eq!(named(&after, "IJSSELLAND"), named(&before, "IJsselland"));
    assert_eq!(named(&after, "Oost"), named(&before, "Twente"), "the same municipalities");
    assert_eq!(named(&after, "West-Brabant"), Some(RegionId(4)));
    let gone = named(&before, "Brabant Noordoost").unwrap();
    assert!(after.is_closed(gone) && after.get(gone).is_some());
    assert_eq!(after.find("Brabant Noordoost"), Match::Unknown);
    assert_eq!(after.find("Oss"), Match::Unknown);
    assert_eq!(after.open().count(), 3);
}

#[test]
fn the_differences_say_what_happens() {
    let before = before();
    let after = table(&[
        ("Zwolle", "current", "Twente"),
        ("Enschede", "current", "Twente"),
        ("Oss", "former", "Brabant Noordoost"),
        ("Uden", "former", "Brabant Noordoost"),
        ("Haaren", "former", "Twente"),
        ("Raalte", "current", "Twente"),
    ]);
    let after = after.applied_to(&before).unwrap();
    let changes = Changes::between(&before, &after);
    let (id, name) = (RegionId(2), "IJsselland".to_owned());
    assert_eq!(changes.regions, [RegionChange::Closed { id, name: name.clone() }]);
    let place = |text: &str| text.to_owned();
    let (twente, brabant) = (place("Twente"), place("Brabant Noordoost"));
    assert_eq!(
        changes.places,
        [
            PlaceChange::Removed { name: place("Deventer"), region: name.clone() },
            PlaceChange::Removed { name: place("Haaren"), region: brabant },
            PlaceChange::Kind { name: place("Oss"), from: Kind::Current, to: Kind::Former },
            PlaceChange::Added { name: place("Raalte"), region: twente.clone() },
            PlaceChange::Moved { name: place("Zwolle"), from: name, to: twente },
        ]
    );
    let back = Changes::between(&after, &table(BEFORE).applied_to(&after).unwrap());
    assert_eq!(back.regions, [RegionChange::Reopened("IJsselland".to_owned())]);
}

#[test]
fn a_merger_closes_both_and_makes_a_new_one() {
    let before = before();
    let merged = table(&[
        ("Zwolle", "current", "Overijssel"),
        ("Deventer", "current", "Overijssel"),
        ("Enschede", "current", "Overijssel"),
        ("Oss", "current", "Brabant Noordoost"),
    ]);
    let after = merged.applied_to(&before).unwrap();
    assert_eq!(after.all().len(), 4);
    assert!(after.is_closed(RegionId(2)) && after.is_closed(RegionId(3)));
    assert_eq!(after.find("Zwolle"), Match::Region(RegionId(4)));
}

/// Tables of a few municipalities and organisations, so that they meet.
fn tables() -> impl Strategy<Value = Table> {
    let row = ("[A-F]", 0..3_usize, "(Noord|Oost|Zuid|West)");
    proptest::collection::vec(row, 1..12).prop_filter_map("a table without rows", |rows| {
        let kinds = ["current", "former", "alias"];
        let mut lines: Vec<Line> = Vec::new();
        for (number, (name, kind, region)) in (2..).zip(rows) {
            lines.push(Line { number, name, kind: kinds[kind].to_owned(), region });
            if Table::judge(&lines, Vec::new()).is_err() {
                lines.pop();
            }
        }
        Table::judge(&lines, Vec::new()).ok()
    })
}

proptest! {
    #[test]
    fn what_is_stored_changes_nothing_when_it_is_read_again(one in tables(), two in tables()) {
        let regions = one.applied_to(&Regions::default()).unwrap();
        let regions = two.applied_to(&regions).unwrap();
        let again = Table::of(&regions).applied_to(&regions).unwrap();
        prop_assert!(Changes::between(&regions, &again).is_empty());
        prop_assert_eq!(again, regions);
    }

    #[test]
    fn afterwards_it_is_what_the_table_says(one in tables(), two in tables()) {
        let before = one.applied_to(&Regions::default()).unwrap();
        let after = two.applied_to(&before).unwrap();
        prop_assert_eq!(&Table::of(&after), &two);
        let same = Changes::between(&before, &after).is_empty();
        prop_assert_eq!(same, before == after);
    }

    #[test]
    fn no_organisation_vanishes_and_no_number_is_given_twice(all in proptest::collection::vec(tables(), 1..5)) {
        let mut regions = Regions::default();
        for table in all {
            let after = table.applied_to(&regions).unwrap();
            let kept = regions.all().iter().all(|region| after.get(region.id).is_some());
            prop_assert!(kept);
            let mut slugs: Vec<&str> = after.all().iter().map(|r| r.slug.as_str()).collect();
            slugs.sort_unstable();
            slugs.dedup();
            prop_assert_eq!(slugs.len(), after.all().len());
            regions = after;
        }
    }

    #[test]
    fn any_lines_are_a_table_or_faults(rows in proptest::collection::vec(("\\PC{0,8}", "\\PC{0,8}|current", "\\PC{0,8}"), 0..20)) {
        let line = |(number, (name, kind, region))| Line { number, name, kind, region };
        let lines: Vec<Line> = (1..).zip(rows).map(line).collect();
        match Table::judge(&lines, Vec::new()) {
            Ok(table) => prop_assert_eq!(table.rows().len(), lines.len()),
            Err(faults) => prop_assert!(!faults.shown().is_empty()),
        }
    }
}
