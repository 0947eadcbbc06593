//! Looking up, in a small table with every kind of difficulty.

use proptest::prelude::*;

use super::{Kind, Match, Regions};
use crate::domain::ids::RegionId;

fn regions() -> Regions {
    let rows = [
        ("'s-Gravenhage", Kind::Current, "Haaglanden"),
        ("Den Haag", Kind::Alias, "Haaglanden"),
        ("Haaren", Kind::Former, "Brabant Noordoost"),
        ("Haaren", Kind::Former, "Midden-Brabant"),
        ("Landerd", Kind::Former, "Brabant Noordoost"),
        ("Súdwest-Fryslân", Kind::Current, "Friesland"),
        ("Utrecht", Kind::Current, "Utrecht"),
        ("Nuenen, Gerwen en Nederwetten", Kind::Current, "Zuidoost-Brabant"),
        ("Gooise Meren", Kind::Current, "Gooi en Vechtstreek"),
        ("Friesland", Kind::Alias, "Haaglanden"),
    ];
    let rows = rows.map(|(name, kind, region)| (name.to_owned(), kind, region.to_owned()));
    Regions::from_table(&rows)
}

fn named(regions: &Regions, found: &Match) -> Vec<String> {
    let ids: &[RegionId] = match found {
        Match::Region(id) => &[*id],
        Match::Several(ids) => ids,
        Match::Unknown => &[],
    };
    ids.iter().map(|&id| regions.get(id).unwrap().name.clone()).collect()
}

#[test]
fn numbers_follow_the_alphabet_from_one() {
    let regions = regions();
    let numbered: Vec<(u16, &str)> =
        regions.all().iter().map(|region| (region.id.0, region.name.as_str())).collect();
    assert_eq!(
        numbered,
        [
            (1, "Brabant Noordoost"),
            (2, "Friesland"),
            (3, "Gooi en Vechtstreek"),
            (4, "Haaglanden"),
            (5, "Midden-Brabant"),
            (6, "Utrecht"),
            (7, "Zuidoost-Brabant"),
        ]
    );
}

#[test]
fn a_slug_has_small_letters_and_hyphens_only() {
    let regions = regions();
    assert_eq!(regions.by_slug("gooi-en-vechtstreek").unwrap().id, RegionId(3));
    assert_eq!(super::name::slug("Noord- en Oost-Gelderland"), "noord-en-oost-gelderland");
    assert_eq!(super::name::slug("Súdwest-Fryslân"), "sudwest-fryslan");
}

#[test]
fn what_people_type_leads_to_the_region() {
    let regions = regions();
    for (typed, region) in [
        ("Haaglanden", "Haaglanden"),
        ("  haagLANDEN ", "Haaglanden"),
        ("Veilig Thuis Haaglanden", "Haaglanden"),
        ("veiligthuis gooi & vechtstreek", "Gooi en Vechtstreek"),
        ("'s-Gravenhage", "Haaglanden"),
        ("’s Gravenhage", "Haaglanden"),
        ("s gravenhage", "Haaglanden"),
        ("Gravenhage", "Haaglanden"),
        ("den haag", "Haaglanden"),
        ("Veilig Thuis Den Haag", "Haaglanden"),
        ("sudwest fryslan", "Friesland"),
        ("SÚDWEST-FRYSLÂN", "Friesland"),
        ("Su\u{301}dwest-Frysla\u{302}n", "Friesland"),
        ("landerd", "Brabant Noordoost"),
        ("nuenen gerwen en nederwetten", "Zuidoost-Brabant"),
        ("Utrecht", "Utrecht"),
    ] {
        let found = regions.find(typed);
        assert!(matches!(found, Match::Region(_)), "{typed}");
        assert_eq!(named(&regions, &found), [region], "{typed}");
    }
}

#[test]
fn a_split_municipality_leads_to_both_regions() {
    let regions = regions();
    let found = regions.find("haaren");
    assert_eq!(found, Match::Several(vec![RegionId(1), RegionId(5)]));
    assert_eq!(named(&regions, &found), ["Brabant Noordoost", "Midden-Brabant"]);
}

#[test]
fn a_region_goes_before_a_municipality_of_the_same_name() {
    assert_eq!(regions().find("Friesland"), Match::Region(RegionId(2)));
}

#[test]
fn what_leads_nowhere_is_unknown() {
    let regions = regions();
    for typed in ["", " -' ", "Veilig Thuis", "Antwerpen", "Haa", "ravenhage", "Utrecht Utrecht"] {
        assert_eq!(regions.find(typed), Match::Unknown, "{typed}");
    }
}

#[test]
fn a_municipality_of_an_unknown_region_is_left_out() {
    let all = regions();
    let mut fewer = all.all().to_vec();
    fewer.retain(|region| region.name != "Friesland");
    let fewer = Regions::new(fewer, all.municipalities().to_vec());
    assert_eq!(fewer.find("Súdwest-Fryslân"), Match::Unknown);
    assert_eq!(fewer.find("Landerd"), Match::Region(RegionId(1)));
}

proptest! {
    #[test]
    fn neither_case_nor_separators_matter(
        which in 0_usize..10,
        changes in proptest::collection::vec((any::<bool>(), "[ '’.-]{0,2}"), 40),
    ) {
        let regions = regions();
        let name = &regions.municipalities()[which].name;
        let typed: String = name.chars().zip(changes).map(|(letter, (large, between))| {
            let letter: String =
                if large { letter.to_uppercase().collect() } else { letter.to_string() };
            letter + &between
        }).collect();
        prop_assert_eq!(regions.find(&typed), regions.find(name));
        prop_assert_ne!(regions.find(&typed), Match::Unknown);
    }

    #[test]
    fn any_text_can_be_typed(typed in "\\PC{0,200}") {
        let found = regions().find(&typed);
        prop_assert!(found == Match::Unknown || typed.chars().any(char::is_alphabetic));
    }
}
