//! What is looked for, in every form in which it could lie somewhere, and the looking.

use std::collections::{BTreeSet, HashMap};

use veiligchat::domain::moment::Moment;

/// What kind of thing is looked for: the columns of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Words of people: nicknames, answers, messages, drafts.
    Content,
    /// The half of a root key that never leaves the tab.
    TabSecret,
    /// Ids of conversations and of messages.
    Id,
    Token,
    /// The hash of a token.
    Hash,
    /// The server's half of a root key.
    Share,
    /// A time at which something was stored.
    Time,
}

impl Kind {
    pub const ALL: [Self; 7] = [
        Self::Content,
        Self::TabSecret,
        Self::Id,
        Self::Token,
        Self::Hash,
        Self::Share,
        Self::Time,
    ];
}

/// The shortest form of anything.
const START: usize = 6;

/// Memory is looked through by pages, of which most are empty.
const PAGE: usize = 4_096;

/// Things to look for.
pub struct Sought {
    /// A bit for each three bytes that a form begins with.
    beginnings: Vec<bool>,
    forms: HashMap<[u8; START], Vec<Form>>,
    things: usize,
}

struct Form {
    bytes: Vec<u8>,
    kind: Kind,
    thing: usize,
}

/// What was found somewhere.
#[derive(Default, Clone)]
pub struct Found {
    /// How often.
    pub hits: usize,
    /// How many different things.
    things: BTreeSet<usize>,
}

impl Found {
    pub fn things(&self) -> usize {
        self.things.len()
    }
}

/// What was found in a place, by kind.
pub type Counts = HashMap<Kind, Found>;

impl Default for Sought {
    fn default() -> Self {
        Self { beginnings: vec![false; 1 << 24], forms: HashMap::new(), things: 0 }
    }
}

impl Sought {
    /// Looks for a text: as it is, in UTF-16, in hexadecimal digits, in base64.
    pub fn text(&mut self, kind: Kind, text: &str) {
        let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut forms = digits(text.as_bytes());
        forms.extend([text.as_bytes().to_vec(), wide]);
        self.add(kind, forms);
    }

    /// Looks for bytes: as they are, in hexadecimal digits, in base64.
    pub fn bytes(&mut self, kind: Kind, bytes: &[u8]) {
        let mut forms = digits(bytes);
        forms.push(bytes.to_vec());
        self.add(kind, forms);
    }

    /// Looks for a time: as the file holds it, as an entry holds it, as a log would.
    pub fn time(&mut self, time: Moment) {
        let number = time.as_millis();
        let as_entry = postcard::to_allocvec(&time).unwrap();
        let forms =
            vec![number.to_be_bytes()[2..].to_vec(), as_entry, number.to_string().into_bytes()];
        self.add(Kind::Time, forms);
    }

    fn add(&mut self, kind: Kind, mut forms: Vec<Vec<u8>>) {
        self.things += 1;
        // The two alphabets of base64 often agree.
        forms.sort();
        forms.dedup();
        for bytes in forms {
            let start = bytes[..START].try_into().unwrap();
            self.beginnings[beginning(&bytes)] = true;
            let form = Form { bytes, kind, thing: self.things };
            self.forms.entry(start).or_default().push(form);
        }
    }

    /// What of it is in these bytes.
    pub fn found_in(&self, bytes: &[u8], counts: &mut Counts) {
        let empty = [0; PAGE];
        for (number, page) in bytes.chunks(PAGE).enumerate() {
            // Nothing that is looked for begins with zeros.
            if *page == empty[..page.len()] {
                continue;
            }
            let from = number * PAGE;
            for at in from..(from + page.len()).min((bytes.len() + 1).saturating_sub(START)) {
                if self.beginnings[beginning(&bytes[at..])] {
                    self.compare(&bytes[at..], counts);
                }
            }
        }
    }

    fn compare(&self, bytes: &[u8], counts: &mut Counts) {
        let start: [u8; START] = bytes[..START].try_into().unwrap();
        for form in self.forms.get(&start).into_iter().flatten() {
            if bytes.starts_with(&form.bytes) {
                let found = counts.entry(form.kind).or_default();
                found.hits += 1;
                found.things.insert(form.thing);
            }
        }
    }
}

fn beginning(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 16 | usize::from(bytes[1]) << 8 | usize::from(bytes[2])
}

/// Hexadecimal digits, large and small, and base64 in both alphabets, at each place in a group of
/// three bytes, without the digits that neighbours have a share in.
fn digits(bytes: &[u8]) -> Vec<Vec<u8>> {
    const COMMON: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let hexadecimal = |upper: bool| {
        let digits = bytes
            .iter()
            .map(|byte| if upper { format!("{byte:02X}") } else { format!("{byte:02x}") });
        digits.collect::<String>().into_bytes()
    };
    let mut forms = vec![hexadecimal(false), hexadecimal(true)];
    for last in [b"+/", b"-_"] {
        let alphabet = [COMMON, last].concat();
        for shift in 0..3_usize {
            let padded = [&vec![0; shift][..], bytes].concat();
            let digit = |place: usize| {
                let bit = |bit: usize| usize::from(padded[bit / 8] >> (7 - bit % 8) & 1);
                let value = (0..6).fold(0, |value, next| value << 1 | bit(place * 6 + next));
                alphabet[value]
            };
            forms.push(((shift * 8).div_ceil(6)..padded.len() * 8 / 6).map(digit).collect());
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(sought: &Sought, bytes: &[u8], kind: Kind) -> usize {
        let mut counts = Counts::new();
        sought.found_in(bytes, &mut counts);
        counts.get(&kind).map_or(0, |found| found.hits)
    }

    #[test]
    fn a_text_is_found_in_each_form() {
        let mut sought = Sought::default();
        sought.text(Kind::Content, "merkteken-7c41");
        for there in [
            "ervoor merkteken-7c41 erna",
            "6d65726b74656b656e2d37633431",
            "6D65726B74656B656E2D37633431",
            // "merkteken-7c41" after none, one and two other bytes.
            "bWVya3Rla2VuLTdjNDE=",
            "eG1lcmt0ZWtlbi03YzQx",
            "eHhtZXJrdGVrZW4tN2M0MQ==",
        ] {
            assert_eq!(hits(&sought, there.as_bytes(), Kind::Content), 1, "{there}");
        }
        let wide: Vec<u8> = "merkteken-7c41".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(hits(&sought, &wide, Kind::Content), 1);
        assert_eq!(hits(&sought, b"merkteken-7c42 and merkteken-7c4", Kind::Content), 0);
    }

    #[test]
    fn bytes_and_times_are_found_behind_empty_pages() {
        let mut sought = Sought::default();
        sought.bytes(Kind::Token, &[0xFB; 32]);
        let time = Moment::from_millis(1_799_147_000_123);
        sought.time(time);
        let mut memory = vec![0; 3 * PAGE + 17];
        memory.extend([0xFB; 32]);
        memory.extend(vec![0; 2 * PAGE]);
        memory.extend(time.as_millis().to_be_bytes());
        memory.extend(postcard::to_allocvec(&time).unwrap());
        memory.extend(b"at=1799147000123 -_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s");
        assert_eq!(hits(&sought, &memory, Kind::Token), 2);
        assert_eq!(hits(&sought, &memory, Kind::Time), 3);
    }
}
