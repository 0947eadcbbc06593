//! A table of municipalities in a file: CSV with commas, semicolons or tabs, in UTF-8, its first
//! line the names of its columns; lines that start with `#` are left out.

use csv::{ByteRecord, Position, ReaderBuilder, Trim};

use crate::domain::region::{Fault, Faults, LINES_LIMIT, Line, Table, Wrong};

/// The columns, with the names that a file may give them.
const NAME: (&str, &[&str]) = ("municipality", &["municipality", "gemeente", "name", "naam"]);
const KIND: (&str, &[&str]) = ("kind", &["kind", "soort"]);
const REGION: (&str, &[&str]) = ("region", &["region", "regio", "organisation", "organisatie"]);

/// Which division into organisations is taken from a file that has both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Edition {
    /// The column `organisation_26`.
    #[default]
    TwentySix,
    /// The column `organisation_25`.
    TwentyFive,
}

impl Edition {
    /// The stable word for it in forms and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TwentySix => "26",
            Self::TwentyFive => "25",
        }
    }

    /// The edition with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::TwentySix, Self::TwentyFive].into_iter().find(|edition| edition.code() == code)
    }

    const fn column(self) -> &'static str {
        match self {
            Self::TwentySix => "organisation_26",
            Self::TwentyFive => "organisation_25",
        }
    }
}

/// Reads and judges a file. Every wrong line is named by its number.
pub fn read_table(file: &[u8], edition: Edition) -> Result<Table, Faults> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let mut reader = ReaderBuilder::new()
        .comment(Some(b'#'))
        .delimiter(delimiter(file))
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(file);
    let (mut record, mut columns) = (ByteRecord::new(), None);
    let (mut lines, mut faults) = (Vec::new(), Vec::new());
    loop {
        let at = reader.position().line();
        match reader.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            // Bytes in memory do not fail to be read, and nothing else is asked of a record.
            Err(_) => return Err(Faults::one(at, Wrong::Columns { expected: 0, found: 0 })),
        }
        let number = record.position().map_or(at, |position| first_line(file, position));
        let Some(columns) = &columns else {
            columns = Some(Columns::of(&record, edition).map_err(|one| Faults::one(number, one))?);
            continue;
        };
        if lines.len() > LINES_LIMIT {
            break;
        }
        match columns.line(number, &record) {
            Ok(line) => lines.push(line),
            Err(wrong) => faults.push(Fault { line: number, wrong }),
        }
    }
    if columns.is_none() {
        return Err(Faults::one(1, Wrong::Empty));
    }
    Table::judge(&lines, faults)
}

/// The number of the line that a record starts on. The reader tells where it began to look, which
/// is before the empty lines and the remarks that it left out.
fn first_line(file: &[u8], position: &Position) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let (mut rest, mut line) = (file.get(start..).unwrap_or_default(), position.line());
    loop {
        match rest {
            [b'\n', after @ ..] => (rest, line) = (after, line + 1),
            [b'\r', after @ ..] => rest = after,
            [b'#', after @ ..] => {
                let end = after.iter().position(|byte| *byte == b'\n').unwrap_or(after.len());
                rest = &after[end..];
            }
            _ => return line,
        }
    }
}

/// The delimiter that the first line has most of.
fn delimiter(file: &[u8]) -> u8 {
    let first = file
        .split(|byte| matches!(byte, b'\n' | b'\r'))
        .find(|line| !line.is_empty() && !line.starts_with(b"#"))
        .unwrap_or_default();
    let count = |wanted: u8| first.iter().filter(|byte| **byte == wanted).count();
    b";\t"
        .iter()
        .copied()
        .fold(b',', |best, next| if count(next) > count(best) { next } else { best })
}

/// Where the columns stand that are read.
struct Columns {
    all: usize,
    name: usize,
    kind: usize,
    region: usize,
}

impl Columns {
    fn of(header: &ByteRecord, edition: Edition) -> Result<Self, Wrong> {
        let named = |names: &[&str]| {
            header.iter().position(|column| {
                names.iter().any(|name| column.eq_ignore_ascii_case(name.as_bytes()))
            })
        };
        let column =
            |(name, names): (&'static str, &[&str])| named(names).ok_or(Wrong::Header(name));
        let region = named(&[edition.column()]).map_or_else(|| column(REGION), Ok);
        Ok(Self { all: header.len(), name: column(NAME)?, kind: column(KIND)?, region: region? })
    }

    fn line(&self, number: u64, record: &ByteRecord) -> Result<Line, Wrong> {
        if record.len() != self.all {
            return Err(Wrong::Columns { expected: self.all, found: record.len() });
        }
        let field = |place: usize| {
            let text = str::from_utf8(record.get(place).unwrap_or_default());
            text.map(str::to_owned).map_err(|_| Wrong::Encoding)
        };
        Ok(Line {
            number,
            name: field(self.name)?,
            kind: field(self.kind)?,
            region: field(self.region)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::region::Row;

    fn rows(file: &str) -> Vec<Row> {
        read_table(file.as_bytes(), Edition::default()).unwrap().rows().to_vec()
    }

    fn wrong(file: &[u8]) -> Vec<(u64, Wrong)> {
        let faults = read_table(file, Edition::default()).unwrap_err();
        faults.shown().iter().map(|fault| (fault.line, fault.wrong.clone())).collect()
    }

    #[test]
    fn commas_semicolons_and_tabs_say_the_same() {
        let plain =
            "municipality,kind,region\nOss,current,Utrecht\n\"Nuenen, Gerwen\",alias,Oost\n";
        let expected = rows(plain);
        assert_eq!(expected[0].name, "Nuenen, Gerwen");
        for file in [
            "\u{feff}# made by hand\r\nGemeente;Soort;Regio\r\n Oss ;current;Utrecht\r\nNuenen, Gerwen;alias;Oost\r\n",
            "kind\tmunicipality\tregion\ncurrent\tOss\tVeilig Thuis Utrecht\nalias\tNuenen, Gerwen\tOost",
        ] {
            assert_eq!(rows(file), expected, "{file}");
        }
    }

    #[test]
    fn a_file_with_both_divisions_is_read_by_the_one_that_is_asked_for() {
        let file = b"municipality,kind,cbs_code,organisation_26,organisation_25,note\n\
            Oss,current,GM0828,Brabant Noordoost,Oost-Brabant,\n";
        for (edition, region) in
            [(Edition::TwentySix, "Brabant Noordoost"), (Edition::TwentyFive, "Oost-Brabant")]
        {
            assert_eq!(read_table(file, edition).unwrap().rows()[0].region, region);
            assert_eq!(Edition::from_code(edition.code()), Some(edition));
        }
        assert_eq!(Edition::from_code("27"), None);
    }

    #[test]
    fn wrong_lines_are_named_by_their_number_in_the_file() {
        let file = b"# one\nmunicipality,kind,region\nOss,current\n\n# five\nS\xfadwest,current,Oost\nUden,vroeger,Oost\n";
        assert_eq!(
            wrong(file),
            [(3, Wrong::Columns { expected: 3, found: 2 }), (6, Wrong::Encoding), (7, Wrong::Kind),]
        );
        assert_eq!(wrong(b"Oss,current,Utrecht\n"), [(1, Wrong::Header("municipality"))]);
        assert_eq!(wrong(b"# x\nmunicipality,region\n"), [(2, Wrong::Header("kind"))]);
        for nothing in [&b""[..], b"\n\n", b"# only this", b"municipality,kind,region\n"] {
            assert_eq!(wrong(nothing), [(1, Wrong::Empty)]);
        }
    }

    #[test]
    fn a_table_without_an_end_is_cut_off() {
        let mut file = String::from("municipality,kind,region\n");
        for number in 0..=LINES_LIMIT {
            file.push_str(&format!("Plaats {number},current,Oost\n"));
        }
        let last = u64::try_from(LINES_LIMIT).unwrap() + 2;
        assert_eq!(wrong(file.as_bytes()), [(last, Wrong::TooMany)]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_table_or_numbered_faults(
            header in prop_oneof![Just("municipality,kind,region\n"), Just("kind;region;name\n"), Just("")],
            bytes in proptest::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(b",;\t\n\r\"#aE ".to_vec())], 0..300),
        ) {
            let file = [header.as_bytes(), &bytes].concat();
            match read_table(&file, Edition::TwentyFive) {
                Ok(table) => prop_assert!(!table.rows().is_empty()),
                Err(faults) => {
                    prop_assert!(faults.total() > 0);
                    prop_assert!(faults.shown().iter().all(|fault| fault.line > 0));
                }
            }
        }

        #[test]
        fn a_good_table_with_one_broken_line_is_refused_by_that_line(
            rows in 1..40_usize,
            broken in 0..40_usize,
            garbage in prop_oneof![Just("x"), Just("a,b"), Just("a,b,c"), Just(",current,Oost"), Just("a,current,Oost,x")],
        ) {
            let broken = broken.min(rows);
            let mut file = String::from("municipality,kind,region\n");
            for number in 0..rows {
                if number == broken {
                    file.push_str(&format!("{garbage}\n"));
                }
                file.push_str(&format!("Plaats {number},current,Oost\n"));
            }
            if broken == rows {
                file.push_str(garbage);
            }
            let faults = read_table(file.as_bytes(), Edition::default()).unwrap_err();
            prop_assert_eq!(faults.total(), 1);
            prop_assert_eq!(faults.shown()[0].line, u64::try_from(broken).unwrap() + 2);
        }
    }
}
