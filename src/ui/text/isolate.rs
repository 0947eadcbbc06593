//! Names, numbers and Dutch words inside a text from right to left.
//!
//! Without care the bidirectional algorithm (Unicode Standard Annex 9) shows `0800-2000` after an
//! Arabic word as `2000-0800`, and two Latin names beside each other in the wrong order. Each run of
//! Latin letters and digits is therefore isolated, and each place for a value, by the characters
//! that do what `<bdi>` does: they work in attributes and in words that a script puts on the page,
//! too. Nobody has to think of them while writing a text.

/// Left-to-right isolate: what follows stands by itself, from left to right.
const LEFT_TO_RIGHT: char = '\u{2066}';
/// First-strong isolate: what follows stands by itself, in the direction of its first letter.
const ITS_OWN: char = '\u{2068}';
/// The end of either.
const END: char = '\u{2069}';

/// What may stand inside a run, between two of its letters.
const JOINTS: &[char] = &[' ', '-', '.', ':', '/', '@', '\'', '’'];

/// What may stand between two values that are one thing.
const TIGHT_JOINTS: [char; 4] = ['-', '.', ':', '/'];

/// `text`, which is written from right to left, with every foreign run isolated.
pub(super) fn isolated(text: &str) -> String {
    let mut done = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (length, opening) = match values(rest) {
            0 => (run(rest), LEFT_TO_RIGHT),
            2 => (2, ITS_OWN),
            // A time, `{}:{}`, is one thing.
            length => (length, LEFT_TO_RIGHT),
        };
        if length == 0 {
            done.push(letter);
            rest = &rest[letter.len_utf8()..];
        } else {
            done.push(opening);
            done.push_str(&rest[..length]);
            done.push(END);
            rest = &rest[length..];
        }
    }
    done
}

/// The pieces of an isolated text, and of each whether it is a foreign run; without the signs.
#[must_use]
pub fn runs(text: &'static str) -> Vec<(&'static str, bool)> {
    let mut pieces = Vec::new();
    let opened = text.split([LEFT_TO_RIGHT, ITS_OWN]);
    for (place, piece) in opened.enumerate() {
        match piece.split_once(END).filter(|_| place > 0) {
            Some((run, rest)) => pieces.extend([(run, true), (rest, false)]),
            None => pieces.push((piece, false)),
        }
    }
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// How many bytes of `text`, from its start, are places for values, joined without a space.
fn values(text: &str) -> usize {
    let mut end = 0;
    while text[end..].starts_with("{}") {
        end += 2;
        let joined = text[end..].starts_with(TIGHT_JOINTS) && text[end + 1..].starts_with("{}");
        end += usize::from(joined);
    }
    end
}

/// How many bytes of `text`, from its start, are one run of Latin letters and digits.
fn run(text: &str) -> usize {
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        if is_foreign(letter) {
            end = at + letter.len_utf8();
        } else if at == 0 || !JOINTS.contains(&letter) || end != at {
            break;
        }
    }
    end
}

const fn is_foreign(letter: char) -> bool {
    // Latin, with its accents; not the two signs of arithmetic among them.
    letter.is_ascii_alphanumeric() || matches!(letter, 'À'..='ɏ' if letter != '×' && letter != '÷')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With brackets in the place of what nobody sees.
    fn seen(text: &str) -> String {
        isolated(text).replace(LEFT_TO_RIGHT, "[").replace(ITS_OWN, "(").replace(END, "]")
    }

    #[test]
    fn numbers_and_names_stand_by_themselves() {
        assert_eq!(seen("اتصل على 0800-2000. مجاناً."), "اتصل على [0800-2000]. مجاناً.");
        assert_eq!(seen("موظف Veilig Thuis، أو 112"), "موظف [Veilig Thuis]، أو [112]");
        assert_eq!(seen("المعيار (WCAG 2.2)"), "المعيار ([WCAG 2.2])");
    }

    #[test]
    fn values_stand_by_themselves_whatever_they_are() {
        assert_eq!(seen("{}، Veilig Thuis {}"), "({}]، [Veilig Thuis] ({}]");
        assert_eq!(seen("الساعة {}:{}."), "الساعة [{}:{}].");
    }

    #[test]
    fn the_runs_of_a_text_are_found_again() {
        let isolated = isolated("من Veilig Thuis، أو 112.").leak();
        let found = [("من ", false), ("Veilig Thuis", true), ("، أو ", false), ("112", true)];
        assert_eq!(runs(isolated), [&found[..], &[(".", false)]].concat());
        assert_eq!(runs("Bel 112."), [("Bel 112.", false)]);
    }

    #[test]
    fn what_is_no_foreign_run_stays_as_it_is() {
        assert_eq!(seen("مرحباً - أهلاً."), "مرحباً - أهلاً.");
        assert_eq!(seen(""), "");
    }
}
