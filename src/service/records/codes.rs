//! The code lists for the registration of an advice, by edition.

use std::sync::LazyLock;

use crate::domain::advice::{Cardinality, Code, CodeList, Edition, Usage};

const TABLE: &str = include_str!("advice-codes.csv");

/// The edition whose labels are in force: the one that workers are asked by.
const IN_FORCE: &str = "2025";

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    // The table is a part of the program, and a test reads it.
    read(TABLE).expect("the program's own table can be read")
});

/// Every edition that registrations may have, in the order of the table.
#[must_use]
pub fn editions() -> &'static [Edition] {
    &EDITIONS
}

/// The edition with this name.
#[must_use]
pub fn edition(name: &str) -> Option<&'static Edition> {
    editions().iter().find(|edition| edition.name == name)
}

/// The edition that workers are asked by.
///
/// # Panics
/// Never: a test finds it in the program's own table.
#[must_use]
pub fn edition_in_force() -> &'static Edition {
    // A test finds it.
    edition(IN_FORCE).expect("the edition in force is in the table")
}

/// A line of the table: edition, list, title, cardinality, use, name, number, label.
type Row = (String, String, String, String, String, String, String, String);

fn read(table: &str) -> Result<Vec<Edition>, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(table.as_bytes());
    let mut editions: Vec<Edition> = Vec::new();
    for row in reader.deserialize() {
        let (edition, list, title, cardinality, usage, name, number, label): Row = row?;
        let cardinality = match cardinality.as_str() {
            "one" => Cardinality::One,
            "several" => Cardinality::Several,
            _ => return Err(wrong("a cardinality that is none")),
        };
        let usage = match usage.as_str() {
            "advies" => Usage::Advice,
            "melding" => Usage::Report,
            "groep" => Usage::Group,
            _ => return Err(wrong("a use that is none")),
        };
        let at = editions.iter().position(|known| known.name == edition);
        let at = at.unwrap_or_else(|| {
            editions.push(Edition { name: edition, lists: Vec::new() });
            editions.len() - 1
        });
        let lists = &mut editions[at].lists;
        let at = lists.iter().position(|known| known.name == list);
        let at = at.unwrap_or_else(|| {
            lists.push(CodeList { name: list, title, cardinality, usage, codes: Vec::new() });
            lists.len() - 1
        });
        let number = (!number.is_empty()).then_some(number);
        lists[at].codes.push(Code { name, number, label });
    }
    Ok(editions)
}

fn wrong(what: &'static str) -> csv::Error {
    std::io::Error::new(std::io::ErrorKind::InvalidData, what).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(edition: &str) -> Vec<(&str, Cardinality, Usage, usize)> {
        let lists = &super::edition(edition).unwrap().lists;
        let size = |list: &'static CodeList| {
            (list.name.as_str(), list.cardinality, list.usage, list.codes.len())
        };
        lists.iter().map(size).collect()
    }

    #[test]
    fn every_edition_of_the_annex_is_there() {
        use Cardinality::{One, Several};
        assert_eq!(
            sizes("2015"),
            [
                ("aanleiding", Several, Usage::Advice, 9),
                ("geweld", Several, Usage::Report, 11),
                ("hoedanigheid", One, Usage::Advice, 29),
            ]
        );
        assert_eq!(
            sizes("2025"),
            [
                ("aanleiding", Several, Usage::Advice, 10),
                ("geweld", Several, Usage::Advice, 12),
                ("hoedanigheid", One, Usage::Advice, 22),
            ]
        );
        assert_eq!(
            sizes("2.0"),
            [("cbs-aard", Several, Usage::Group, 8), ("cbs-rol", One, Usage::Group, 12)]
        );
        assert_eq!(editions().len(), 3);
    }

    #[test]
    fn numbers_are_those_that_are_known_and_no_others() {
        assert_eq!(edition_in_force().name, "2025");
        let codes = |edition: &str| {
            let lists = &super::edition(edition).unwrap().lists;
            lists.iter().flat_map(|list| &list.codes).collect::<Vec<_>>()
        };
        assert!(codes("2015").iter().all(|code| code.number.is_some()));
        assert!(codes("2025").iter().all(|code| code.number.is_none()));
        let police = codes("2015").into_iter().find(|code| code.name == "politie").unwrap();
        assert_eq!(police.number.as_deref(), Some("01"));
    }

    #[test]
    fn names_are_short_plain_and_unique_in_their_list() {
        for list in editions().iter().flat_map(|edition| &edition.lists) {
            for (place, code) in list.codes.iter().enumerate() {
                let plain =
                    |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
                assert!(code.name.bytes().all(plain) && code.name.len() <= 48, "{code:?}");
                let twin = list.codes[..place].iter().find(|other| other.name == code.name);
                assert_eq!(twin, None);
            }
        }
    }
}
