//! Shortcut keys. With Alt, and letters that the menus of the usual browsers do not have; what a
//! screen reader listens to has another key beside it. "?" alone works outside fields only, and
//! all of them can be switched off (WCAG 2.1.4).

use crate::ui::text::desk_tools::DeskTools;

/// What stands for the list of canned replies in the list of keys.
pub const SLASH: &str = "/";

/// What a shortcut key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// Opens a conversation by its place, 0 to 3.
    Open(usize),
    /// Accepts the visitor who is offered.
    Accept,
    /// Goes to whoever has been waiting for this worker longest.
    Waiting,
    /// Goes to the field "Bericht".
    Message,
    /// Goes to the notes.
    Notes,
    /// Break on or off.
    Pause,
    /// Shows the keys.
    Help,
}

/// A key as it was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key<'a> {
    /// What it types, such as `o`.
    pub types: &'a str,
    /// Where it lies, such as `KeyO`: with Alt some systems type something else.
    pub lies: &'a str,
    /// What was held down, and where the focus was.
    pub with: With,
}

/// What was held down with a key, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum With {
    /// Alt alone.
    Alt,
    /// Nothing, outside a field.
    Nothing,
    /// Anything else, or in a field.
    Other,
}

impl Shortcut {
    /// One of each, as the list shows them.
    pub const ALL: [Self; 7] = [
        Self::Open(0),
        Self::Accept,
        Self::Waiting,
        Self::Message,
        Self::Notes,
        Self::Pause,
        Self::Help,
    ];

    /// What a key does here, if anything.
    #[must_use]
    pub fn of(key: Key<'_>) -> Option<Self> {
        match key.with {
            With::Nothing => (key.types == "?").then_some(Self::Help),
            With::Alt => {
                if let Some(place) = key.lies.strip_prefix("Digit") {
                    let place: usize = place.parse().ok()?;
                    return (1..=4).contains(&place).then(|| Self::Open(place - 1));
                }
                let lies = key.lies.strip_prefix("Key").unwrap_or_default().to_lowercase();
                let is_letter = key.types.len() == 1 && key.types.is_ascii();
                let typed = key.types.to_lowercase();
                match if is_letter { typed.as_str() } else { lies.as_str() } {
                    "o" => Some(Self::Accept),
                    "w" => Some(Self::Waiting),
                    "m" => Some(Self::Message),
                    "n" => Some(Self::Notes),
                    "p" => Some(Self::Pause),
                    _ => None,
                }
            }
            With::Other => None,
        }
    }

    /// The keys, as they are shown.
    #[must_use]
    pub const fn shown(self) -> &'static str {
        match self {
            Self::Open(_) => "Alt + 1 … 4",
            Self::Accept => "Alt + O",
            Self::Waiting => "Alt + W",
            Self::Message => "Alt + M",
            Self::Notes => "Alt + N",
            Self::Pause => "Alt + P",
            Self::Help => "?",
        }
    }

    /// What they do, in words.
    #[must_use]
    pub const fn words(self, text: &DeskTools) -> &'static str {
        match self {
            Self::Open(_) => text.keys_open,
            Self::Accept => text.keys_accept,
            Self::Waiting => text.keys_waiting,
            Self::Message => text.keys_message,
            Self::Notes => text.keys_notes,
            Self::Pause => text.keys_pause,
            Self::Help => text.keys_help,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(types: &str, lies: &str, with: With) -> Option<Shortcut> {
        Shortcut::of(Key { types, lies, with })
    }

    #[test]
    fn letters_need_alt_and_the_question_mark_needs_to_be_outside_a_field() {
        assert_eq!(of("o", "KeyO", With::Alt), Some(Shortcut::Accept));
        assert_eq!(of("o", "KeyO", With::Nothing), None);
        assert_eq!(of("o", "KeyO", With::Other), None);
        assert_eq!(of("?", "Slash", With::Nothing), Some(Shortcut::Help));
        assert_eq!(of("?", "Slash", With::Other), None);
    }

    #[test]
    fn a_conversation_is_opened_by_its_place() {
        assert_eq!(of("1", "Digit1", With::Alt), Some(Shortcut::Open(0)));
        assert_eq!(of("&", "Digit4", With::Alt), Some(Shortcut::Open(3)));
        assert_eq!(of("5", "Digit5", With::Alt), None);
    }

    #[test]
    fn where_alt_types_signs_the_place_of_the_key_counts() {
        assert_eq!(of("ø", "KeyO", With::Alt), Some(Shortcut::Accept));
        assert_eq!(of("r", "KeyO", With::Alt), None);
        assert_eq!(of("µ", "KeyM", With::Alt), Some(Shortcut::Message));
    }
}
