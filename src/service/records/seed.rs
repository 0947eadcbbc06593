//! What a new installation starts with.

use crate::domain::region::{Kind, Regions};

const TABLE: &str = include_str!("municipalities.csv");

/// The regions and municipalities in the program's own table.
pub(super) fn regions() -> Result<Regions, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(TABLE.as_bytes());
    let mut rows = Vec::new();
    for row in reader.deserialize() {
        let (name, kind, region): (String, String, String) = row?;
        let kind = Kind::from_code(&kind).ok_or_else(|| {
            std::io::Error::new(std::io::ErrorKind::InvalidData, "a kind that is none")
        })?;
        rows.push((name, kind, region));
    }
    Ok(Regions::from_table(&rows))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ids::RegionId, region::Match};

    fn found(typed: &str) -> Vec<String> {
        let regions = regions().unwrap();
        let ids = match regions.find(typed) {
            Match::Region(id) => vec![id],
            Match::Several(ids) => ids,
            Match::Unknown => Vec::new(),
        };
        ids.into_iter().map(|id| regions.get(id).unwrap().name.clone()).collect()
    }

    #[test]
    fn there_are_26_organisations_and_342_municipalities() {
        let regions = regions().unwrap();
        let current = regions.municipalities().iter().filter(|place| place.kind == Kind::Current);
        assert_eq!(regions.all().len(), 26);
        assert_eq!(current.count(), 342);
        assert!(regions.all().iter().all(|region| regions.by_slug(&region.slug) == Some(region)));
    }

    #[test]
    fn the_numbers_of_the_organisations_never_change() {
        let regions = regions().unwrap();
        let numbered: Vec<(u16, &str)> =
            regions.all().iter().map(|region| (region.id.0, region.slug.as_str())).collect();
        assert_eq!(
            numbered,
            [
                (1, "amsterdam-amstelland"),
                (2, "brabant-noordoost"),
                (3, "drenthe"),
                (4, "flevoland"),
                (5, "friesland"),
                (6, "gelderland-midden"),
                (7, "gelderland-zuid"),
                (8, "gooi-en-vechtstreek"),
                (9, "groningen"),
                (10, "haaglanden"),
                (11, "hollands-midden"),
                (12, "ijsselland"),
                (13, "kennemerland"),
                (14, "midden-brabant"),
                (15, "noord-en-midden-limburg"),
                (16, "noord-en-oost-gelderland"),
                (17, "noord-holland-noord"),
                (18, "rotterdam-rijnmond"),
                (19, "twente"),
                (20, "utrecht"),
                (21, "west-brabant"),
                (22, "zaanstreek-waterland"),
                (23, "zeeland"),
                (24, "zuid-holland-zuid"),
                (25, "zuid-limburg"),
                (26, "zuidoost-brabant"),
            ]
        );
    }

    #[test]
    fn every_name_in_the_table_leads_to_its_region() {
        let regions = regions().unwrap();
        for place in regions.municipalities() {
            let expected = regions.get(place.region).unwrap();
            if regions.find(&place.name) != Match::Region(place.region) {
                assert_eq!(place.name, "Haaren", "only this one is shared, not with {expected:?}");
            }
        }
        for region in regions.all() {
            assert_eq!(regions.find(&region.name), Match::Region(region.id), "{}", region.name);
        }
    }

    #[test]
    fn people_find_their_region() {
        for (typed, region) in [
            ("Zwolle", "IJsselland"),
            ("ijsselland", "IJsselland"),
            ("enschede", "Twente"),
            ("Veilig Thuis Utrecht", "Utrecht"),
            ("den bosch", "Brabant Noordoost"),
            ("'s-Hertogenbosch", "Brabant Noordoost"),
            ("hertogenbosch", "Brabant Noordoost"),
            ("Delfzijl", "Groningen"),
            ("Tietjerksteradeel", "Friesland"),
            ("Noardeast-Fryslan", "Friesland"),
        ] {
            assert_eq!(found(typed), [region], "{typed}");
        }
        assert_eq!(found("Haaren"), ["Brabant Noordoost", "Midden-Brabant"]);
        assert_eq!(found("Antwerpen"), [""; 0]);
        assert_eq!(regions().unwrap().find("Utrecht"), Match::Region(RegionId(20)));
    }
}
