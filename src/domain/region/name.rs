//! Names of places, compared as people type them.

/// Longer than any name; what is beyond it is not compared.
const LONGEST: usize = 100;

/// A name as it stands in an address: small letters without accents, and hyphens.
pub(super) fn slug(name: &str) -> String {
    let plain = plain(name);
    let words = plain.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// A name in a table that can be kept: up to `longest` characters of one line, nothing hidden, a
/// letter somewhere.
pub(super) fn is_usable(name: &str, longest: usize) -> bool {
    let hidden = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
            || matches!(letter, '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
    };
    name.chars().count() <= longest && !name.chars().any(hidden) && !slug(name).is_empty()
}

/// The name of an organisation without "Veilig Thuis" before it.
pub(super) fn without_prefix(name: &str) -> &str {
    const PREFIX: &str = "veilig thuis ";
    match name.get(..PREFIX.len()) {
        Some(start) if start.eq_ignore_ascii_case(PREFIX) => name[PREFIX.len()..].trim_start(),
        _ => name,
    }
}

/// What is compared of typed words: their letters and digits, without "Veilig Thuis" before them.
pub(super) fn typed_key(typed: &str) -> String {
    let key = key(typed);
    key.strip_prefix("veiligthuis").map(str::to_owned).unwrap_or(key)
}

/// True when the typed words, as a key, mean this name. The article of "'s-Gravenhage" may be
/// left out.
pub(super) fn matches(name: &str, typed: &str) -> bool {
    let key = key(name);
    key == typed || (name.starts_with("'s-") && key.get(1..) == Some(typed))
}

fn key(name: &str) -> String {
    plain(name).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Small letters without accents, composed or combining.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    for letter in name.chars().take(LONGEST).flat_map(char::to_lowercase) {
        match letter {
            'à'..='å' => plain.push('a'),
            'ç' => plain.push('c'),
            'è'..='ë' => plain.push('e'),
            'ì'..='ï' => plain.push('i'),
            'ñ' => plain.push('n'),
            'ò'..='ö' | 'ø' => plain.push('o'),
            'ù'..='ü' => plain.push('u'),
            'ý' | 'ÿ' => plain.push('y'),
            'ĳ' => plain.push_str("ij"),
            '&' => plain.push_str(" en "),
            '\u{300}'..='\u{36f}' => {}
            other => plain.push(other),
        }
    }
    plain
}
