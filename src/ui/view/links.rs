//! Web addresses and phone numbers in a message become links; everything else stays text.

/// A piece of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Plain text, shown as it is.
    Text(String),
    /// A web address as it was written: `http` or `https`, nothing else.
    Web(String),
    /// A phone number as it was written.
    Phone(String),
}

impl Piece {
    /// The address that the piece leads to; `None` for plain text.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        match self {
            Self::Text(_) => None,
            Self::Web(shown) => Some(shown.clone()),
            Self::Phone(shown) => {
                let dialled = shown.chars().filter(|letter| !matches!(letter, ' ' | '-'));
                Some("tel:".chars().chain(dialled).collect())
            }
        }
    }

    /// What is shown.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self {
            Self::Text(shown) | Self::Web(shown) | Self::Phone(shown) => shown,
        }
    }
}

/// The pieces of a message, in order; put together they are the message, letter for letter.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    let mut before = ' ';
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = if is_letter(before) { 0 } else { web_length(rest) };
        let phone =
            if length > 0 || is_letter(before) || matches!(before, '-' | '/' | '+' | '.' | ',') {
                0
            } else {
                phone_length(rest)
            };
        if length + phone == 0 {
            at += letter.len_utf8();
            before = letter;
            continue;
        }
        if plain < at {
            pieces.push(Piece::Text(text[plain..at].to_owned()));
        }
        let shown = rest[..length + phone].to_owned();
        pieces.push(if phone > 0 { Piece::Phone(shown) } else { Piece::Web(shown) });
        at += length + phone;
        plain = at;
        before = ' ';
    }
    if plain < text.len() {
        pieces.push(Piece::Text(text[plain..].to_owned()));
    }
    pieces
}

/// How many bytes of `text` from its start are a web address; 0 when it does not begin with one.
fn web_length(text: &str) -> usize {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let Some(scheme) = scheme else { return 0 };
    let end = text
        .find(|letter: char| {
            letter.is_whitespace() || letter.is_control() || matches!(letter, '<' | '>' | '"')
        })
        .unwrap_or(text.len());
    // A full stop or a bracket at the end belongs to the sentence, not to the address.
    let mut address = &text[..end];
    while let Some(last) = address.chars().next_back() {
        let closes_own = last == ')' && address.contains('(');
        if closes_own || !".,;:!?)]}'’”»…".contains(last) {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    let host = address.get(scheme.len()..).and_then(|host| host.chars().next());
    if host.is_some_and(is_letter) { address.len() } else { 0 }
}

/// How many bytes of `text` from its start are a phone number; 0 when it does not begin with one.
fn phone_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let abroad = bytes.first() == Some(&b'+');
    let mut digits = String::new();
    let mut first_group = 0;
    let mut found = 0;
    for (index, byte) in bytes.iter().enumerate().skip(usize::from(abroad)) {
        match byte {
            b'0'..=b'9' if digits.len() < 16 => digits.push(char::from(*byte)),
            b' ' | b'-' if bytes.get(index + 1).is_some_and(u8::is_ascii_digit) => {}
            _ => break,
        }
        let ends_group = !bytes.get(index + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() || !ends_group {
            continue;
        }
        if first_group == 0 {
            first_group = digits.len();
        }
        if is_phone(&digits, abroad, first_group) && !goes_on(&text[index + 1..]) {
            found = index + 1;
            // Only numbers abroad have no fixed length.
            if !abroad || digits.starts_with("31") {
                break;
            }
        }
    }
    found
}

/// Whether these digits are a whole number: Dutch ones by their fixed lengths, others by E.164.
fn is_phone(digits: &str, abroad: bool, first_group: usize) -> bool {
    let length = digits.len();
    if abroad {
        return if digits.starts_with("31") { length == 11 } else { (8..=15).contains(&length) };
    }
    match digits {
        "112" | "113" => true,
        _ if digits.starts_with("0800") || digits.starts_with("0900") => matches!(length, 8 | 11),
        _ if digits.starts_with("0031") => length == 13,
        // "01-02-2023 10:30" is a moment: area codes have three or four digits.
        _ => digits.starts_with('0') && length == 10 && (first_group > 2 || &digits[..2] == "06"),
    }
}

/// Whether what follows shows that the digits belong to something longer.
fn goes_on(rest: &str) -> bool {
    let mut next = rest.chars();
    match (next.next(), next.next()) {
        (Some(letter), _) if is_letter(letter) => true,
        (Some('.' | ',' | ':' | '-' | '/'), Some(letter)) => letter.is_ascii_digit(),
        (Some('%' | '€'), _) => true,
        _ => false,
    }
}

/// Whether a character is a letter or a digit, near enough: exact tables would weigh more than all
/// of this.
const fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || matches!(letter, '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{d7ff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The links in a text, as they are shown.
    fn links(text: &str) -> Vec<String> {
        pieces(text)
            .iter()
            .filter(|piece| !matches!(piece, Piece::Text(_)))
            .map(|piece| piece.shown().to_owned())
            .collect()
    }

    #[test]
    fn web_addresses_become_links_without_the_sentence_around_them() {
        assert_eq!(links("Kijk op https://veiligthuis.nl."), ["https://veiligthuis.nl"]);
        assert_eq!(links("(zie http://a.nl/b_(c))"), ["http://a.nl/b_(c))"]);
        assert_eq!(links("(zie http://a.nl/b)"), ["http://a.nl/b"]);
        assert_eq!(links("HTTPS://A.NL?x=1&y=2!"), ["HTTPS://A.NL?x=1&y=2"]);
        assert_eq!(links("a https://één.nl b"), ["https://één.nl"]);
    }

    #[test]
    fn nothing_but_http_becomes_a_web_link() {
        for text in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "https://<b>",
            "xhttps://a.nl",
            "file:///etc/passwd",
            "www.a.nl",
        ] {
            assert_eq!(links(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn phone_numbers_become_links_that_dial() {
        for number in [
            "0800-2000",
            "0800 2000",
            "112",
            "113",
            "06-12345678",
            "06 12 34 56 78",
            "030 123 45 67",
            "0341-123456",
            "+31 6 12345678",
            "+31 30 123 45 67",
            "0031 30 1234567",
            "+32 470 12 34 56",
            "0800-0113",
            "0900-1234567",
        ] {
            let text = format!("Bel {number}, of kom.");
            assert_eq!(links(&text), [number], "{text}");
        }
        assert_eq!(Piece::Phone("06-12 34".into()).address().as_deref(), Some("tel:061234"));
        assert_eq!(links("Bel 0800-2000 24 uur per dag"), ["0800-2000"]);
        assert_eq!(links("0800-2000"), ["0800-2000"]);
    }

    #[test]
    fn other_numbers_stay_text() {
        for text in [
            "01-02-2023 10:30",
            "06-02-2023 10:30",
            "1234567890",
            "1123",
            "1.112",
            "112.5",
            "in 2024 en 2025",
            "3511 AB",
            "NL91ABNA0417164300",
            "1120",
            "€ 1000",
            "100%",
        ] {
            assert_eq!(links(text), [""; 0], "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_pieces_put_together_are_the_message(
            text in "([0-9 +-]|https?://|[a-zé.,():/<>\"\u{202e}🙂\n]){0,60}"
        ) {
            let together: String = pieces(&text).iter().map(Piece::shown).collect();
            prop_assert_eq!(together, text);
        }
    }
}
