//! What is tried first when somebody guesses a password (NIST SP 800-63B section 5.1.1.2): common
//! ones, one thing again and again, sequences, and the names of the person and the product. There
//! are no rules about kinds of characters: they make passwords worse.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

/// Passwords of 12 characters and more that everybody tries first, in small letters, a line each:
/// those in the list of the password meter zxcvbn 4.5 (Dropbox, MIT licence, made from leaked
/// passwords), and the Dutch ones and those of helplines that we thought of ourselves.
const COMMON: &str = include_str!("common.txt");

/// Words that people make passwords of when they have to, a line each; our own list.
const WORDS: &str = include_str!("words.txt");

/// The fewest different characters.
const DIFFERENT: usize = 5;

/// The fewest letters that common words and names leave over, unless there are many of them.
const LEFT_OVER: usize = 4;

/// So many common words together are a sentence of one's own.
const SENTENCE: usize = 4;

/// A part that is repeated is at least as long, and is then judged as a password is.
const REPEATED: usize = 12;

/// Rows of the keyboard: neighbours on it are a sequence, as letters of the alphabet and digits are.
const ROWS: [&str; 4] = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop"];

/// The fewest parts in which nothing follows from what stands before it.
const PARTS: usize = 5;

/// Whether a password is one of the first that somebody tries who knows these names.
pub(super) fn is_guessable(password: &str, names: &[&str]) -> bool {
    let small = Zeroizing::new(password.to_lowercase());
    let different: BTreeSet<char> = small.chars().collect();
    different.len() < DIFFERENT
        || COMMON.lines().any(|common| common == *small)
        || is_repeated(&small)
        || is_sequence(&small)
        || is_made_of_words(&small, names)
}

fn is_repeated(text: &str) -> bool {
    let letters: Zeroizing<Vec<char>> = Zeroizing::new(text.chars().collect());
    (1..REPEATED.min(letters.len())).any(|length| {
        letters.iter().zip(letters.iter().skip(length)).all(|(one, other)| one == other)
            && letters.len() >= 2 * length
    })
}

fn is_sequence(text: &str) -> bool {
    let letters: Zeroizing<Vec<char>> = Zeroizing::new(text.chars().collect());
    let breaks = letters.windows(2).filter(|pair| !follows(pair[0], pair[1])).count();
    breaks + 1 < PARTS
}

fn follows(one: char, other: char) -> bool {
    let distance = u32::from(one).abs_diff(u32::from(other));
    let beside = |row: &str| {
        let place = |letter| row.find(letter);
        place(one).zip(place(other)).is_some_and(|(one, other)| one.abs_diff(other) == 1)
    };
    distance <= 1 || (one, other) == ('9', '0') || ROWS.into_iter().any(beside)
}

fn is_made_of_words(text: &str, names: &[&str]) -> bool {
    let names = names.iter().flat_map(|name| name.split(|letter: char| !letter.is_alphabetic()));
    let names: Vec<String> =
        names.filter(|name| name.chars().count() >= 3).map(str::to_lowercase).collect();
    let mut words: Vec<&str> = WORDS.lines().chain(names.iter().map(String::as_str)).collect();
    // The longest first, so that a word in another is not taken out of it.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    // Digits and signs are ornaments, or stand for letters.
    let plain = text.chars().filter(|letter| letter.is_alphabetic()).collect();
    let written_out = text.chars().filter_map(as_letter).collect();
    [plain, written_out].into_iter().map(Zeroizing::new).any(|text| leaves_little(text, &words))
}

fn leaves_little(mut left: Zeroizing<String>, words: &[&str]) -> bool {
    let mut found = 0;
    for word in words {
        while left.contains(word) {
            // A mark in its place, so that what stands around it makes no new word.
            left = Zeroizing::new(left.replacen(word, " ", 1));
            found += 1;
        }
    }
    let rest = left.chars().filter(|letter| letter.is_alphabetic()).count();
    found > 0 && rest < LEFT_OVER && found < SENTENCE
}

/// The letter that a character stands for when people write `p@ssw0rd`.
fn as_letter(letter: char) -> Option<char> {
    match letter {
        '0' => Some('o'),
        '1' | '!' | '|' => Some('i'),
        '3' => Some('e'),
        '4' | '@' => Some('a'),
        '5' | '$' => Some('s'),
        '7' => Some('t'),
        letter if letter.is_alphabetic() => Some(letter),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_tries_first_is_guessable() {
        for password in [
            "wachtwoord2026!",
            "P@ssw0rd!!2026",
            "Welkom-2026-12",
            "veilig-thuis-utrecht",
            "abcdefghijklmnop",
            "9876543210987",
            "qwertyuiopasdfgh",
            "asdfghjklqwerty",
            "sjaaksjaaksjaak",
            "x7!kx7!kx7!kx7!k",
            "123456789012",
            "Zomer2026!!!",
        ] {
            assert!(is_guessable(password, &[]), "{password}");
        }
        for password in COMMON.lines().filter(|line| line.len() >= 12) {
            assert!(is_guessable(password, &[]), "{password}");
        }
    }

    #[test]
    fn the_names_of_the_person_are_the_first_that_is_tried() {
        for password in ["anna.jansen.2026", "Jansen-wachtwoord", "annaannajansen1"] {
            assert!(is_guessable(password, &["a.jansen", "Anna"]), "{password}");
        }
        assert!(!is_guessable("jansen-fietst-blauw", &["a.jansen", "Anna"]));
        // Names of one or two letters stand in every word.
        assert!(!is_guessable("kort en goed", &["o"]));
    }

    #[test]
    fn a_sentence_of_ones_own_is_not_guessable() {
        for password in [
            "kort en goed",
            "een lang wachtwoord",
            "paarse fiets danst",
            "zomer herfst winter lente",
            "Xq7-mmR9-t2Lw",
            "12 blauwe eenden",
            "anna-demo-wachtwoord",
        ] {
            assert!(!is_guessable(password, &[]), "{password}");
        }
    }
}
