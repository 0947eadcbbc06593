//! Every sentence that people see, in Dutch and in English.
//!
//! Each screen has its own catalogue, so that a page carries only its own texts; a text that lacks
//! one of the two languages does not compile. Visitors' texts are plain Dutch (B1; A2 where it is
//! about danger or leaving), which a test holds.

pub mod common;
pub mod conversation;
pub mod desk;
pub mod desk_lock;
pub mod desk_tools;
pub mod embed;
pub mod hours;
pub mod house;
pub mod office;
pub mod own;
pub mod pages;
pub mod passing;
#[cfg(test)]
mod plain;
pub mod practice;
pub mod statements;
pub mod visit;
pub mod visitor;

/// A language that people can choose. It is kept in the address: `?taal=en`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Dutch, unless somebody chose otherwise.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// The language that a query string such as `taal=en` asks for, with or without its `?`; Dutch
    /// when it names none.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let mut chosen = query.trim_start_matches('?').split('&').rev();
        match chosen.find_map(|pair| pair.strip_prefix("taal=")) {
            Some("en") => Self::English,
            _ => Self::Dutch,
        }
    }

    /// The language of a `lang` attribute such as `nl` or `en`; Dutch when it is another.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        if tag == "en" { Self::English } else { Self::Dutch }
    }

    /// The value of the `lang` attribute (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The language that the switch leads to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Dutch => Self::English,
            Self::English => Self::Dutch,
        }
    }

    /// The address of `path` on this site in this language.
    #[must_use]
    pub fn address(self, path: &str) -> String {
        let mut address = String::from(path);
        if self == Self::English {
            address.push(if path.contains('?') { '&' } else { '?' });
            address.push_str("taal=en");
        }
        address
    }
}

/// A text with places for values, each written `{}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template(&'static str);

impl Template {
    /// The text with `values` in its places, in order. A place without a value stays empty.
    #[must_use]
    pub fn with(self, values: &[&str]) -> String {
        let mut filled = String::new();
        let mut values = values.iter();
        // No text has a brace of its own; a search for two letters would bring a larger searcher.
        for part in self.0.split('{') {
            let rest = part.strip_prefix('}');
            if rest.is_some() {
                filled.push_str(values.next().copied().unwrap_or_default());
            }
            filled.push_str(rest.unwrap_or(part));
        }
        filled
    }
}

/// Declares the texts of one screen: `name: "Dutch", "English";`, and after `with values` the ones
/// with `{}` in them.
macro_rules! catalogue {
    (
        $(#[$doc:meta])* $name:ident {
            $($text:ident: $dutch:literal, $english:literal;)*
        }
        $(with values {
            $($template:ident: $dutch_template:literal, $english_template:literal;)*
        })?
    ) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name {
            $(#[doc = concat!("“", $dutch, "”")] pub $text: &'static str,)*
            $($(
                #[doc = concat!("“", $dutch_template, "”")]
                pub $template: $crate::ui::text::Template,
            )*)?
        }

        static DUTCH: $name = $name {
            $($text: $dutch,)*
            $($($template: $crate::ui::text::Template($dutch_template),)*)?
        };

        static ENGLISH: $name = $name {
            $($text: $english,)*
            $($($template: $crate::ui::text::Template($english_template),)*)?
        };

        impl $name {
            /// The texts in this language.
            #[must_use]
            pub fn of(language: $crate::ui::text::Language) -> &'static Self {
                match language {
                    $crate::ui::text::Language::Dutch => &DUTCH,
                    $crate::ui::text::Language::English => &ENGLISH,
                }
            }

            /// Name, Dutch and English of every text.
            #[cfg(test)]
            pub(in $crate::ui) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
                vec![
                    $((stringify!($text), $dutch, $english),)*
                    $($((stringify!($template), $dutch_template, $english_template),)*)?
                ]
            }
        }
    };
}
use catalogue;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_chooses_the_language() {
        assert_eq!(Language::from_query(""), Language::Dutch);
        assert_eq!(Language::from_query("taal=en"), Language::English);
        assert_eq!(Language::from_query("?a=b&taal=en"), Language::English);
        assert_eq!(Language::from_query("taal=en&taal=nl"), Language::Dutch);
        assert_eq!(Language::English.address("/chat"), "/chat?taal=en");
        assert_eq!(Language::English.address("/chat?code=1"), "/chat?code=1&taal=en");
        assert_eq!(Language::Dutch.address("/chat"), "/chat");
    }

    #[test]
    fn values_take_their_places_in_order() {
        let template = Template("{} en {} doen mee.");
        assert_eq!(template.with(&["Anna", "Bram"]), "Anna en Bram doen mee.");
        assert_eq!(template.with(&["{}", "Bram"]), "{} en Bram doen mee.");
        assert_eq!(template.with(&["Anna"]), "Anna en  doen mee.");
    }
}
