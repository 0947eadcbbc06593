//! The languages that people can choose, and what each does to words, numbers and the page.

/// A language that people can choose. It is kept in the address: `?taal=en`.
///
/// A further one is a variant here, with what the compiler then asks for, and a column in every
/// visitor catalogue. Digits are Western in all of them, in Arabic too: visitors have to dial the
/// phone numbers that stand in the texts on keys with those digits, Arabic as it is written in the
/// Maghreb has no others, and everybody who lives in the Netherlands reads them daily.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Dutch, unless somebody chose otherwise.
    #[default]
    Dutch,
    /// English.
    English,
    /// Modern Standard Arabic, from right to left.
    Arabic,
}

impl Language {
    /// What visitors choose from, in the order of the columns of a visitor catalogue.
    pub const ALL: [Self; 3] = [Self::Dutch, Self::English, Self::Arabic];

    /// What workers choose from: the desk and the office speak these.
    pub const OF_STAFF: [Self; 2] = [Self::Dutch, Self::English];

    /// The language that a query string such as `taal=en` asks for, with or without its `?`; Dutch
    /// when it names none. Nothing else is asked, no header and no storage: the choice is in the
    /// address, and goes with it.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let mut chosen = query.trim_start_matches('?').split('&').rev();
        chosen.find_map(|pair| pair.strip_prefix("taal=")).map(Self::from_tag).unwrap_or_default()
    }

    /// The language of a `lang` attribute such as `nl` or `en`; Dutch when it is another.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        Self::ALL.into_iter().find(|language| language.tag() == tag).unwrap_or_default()
    }

    /// This language where staff can choose it, else the usual one.
    #[must_use]
    pub fn for_staff(self) -> Self {
        if Self::OF_STAFF.contains(&self) { self } else { Self::default() }
    }

    /// The value of the `lang` attribute (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
            Self::Arabic => "ar",
        }
    }

    /// The name that who speaks it looks for.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Dutch => "Nederlands",
            Self::English => "English",
            Self::Arabic => "العربية",
        }
    }

    /// The value of the `dir` attribute.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        if self.is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// Whether its lines begin at the right.
    #[must_use]
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// The address of `path` on this site in this language.
    #[must_use]
    pub fn address(self, path: &str) -> String {
        let mut address = String::from(path);
        if self != Self::default() {
            address.push(if path.contains('?') { '&' } else { '?' });
            address.push_str("taal=");
            address.push_str(self.tag());
        }
        address
    }

    /// How many forms a counted thing has (CLDR, cardinal plurals).
    #[must_use]
    pub const fn forms(self) -> usize {
        match self {
            Self::Dutch | Self::English => 2,
            Self::Arabic => 6,
        }
    }

    /// Which of the forms goes with this count. Dutch and English: one, other. Arabic: zero, one,
    /// two, few (3 to 10), many (11 to 99), other (100 to 102), and so on with every hundred.
    #[must_use]
    pub const fn form(self, count: u32) -> usize {
        match self {
            Self::Dutch | Self::English => match count {
                1 => 0,
                _ => 1,
            },
            Self::Arabic => match (count, count % 100) {
                (0, _) => 0,
                (1, _) => 1,
                (2, _) => 2,
                (_, 3..=10) => 3,
                (_, 11..) => 4,
                _ => 5,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_chooses_the_language() {
        assert_eq!(Language::from_query(""), Language::Dutch);
        assert_eq!(Language::from_query("taal=en"), Language::English);
        assert_eq!(Language::from_query("?a=b&taal=ar"), Language::Arabic);
        assert_eq!(Language::from_query("taal=en&taal=nl"), Language::Dutch);
        assert_eq!(Language::from_query("taal=xx"), Language::Dutch);
        assert_eq!(Language::English.address("/chat"), "/chat?taal=en");
        assert_eq!(Language::Arabic.address("/chat?code=1"), "/chat?code=1&taal=ar");
        assert_eq!(Language::Dutch.address("/chat"), "/chat");
    }

    #[test]
    fn every_language_has_its_column_and_its_tag() {
        for (column, language) in Language::ALL.into_iter().enumerate() {
            assert_eq!(language as usize, column);
            assert_eq!(Language::from_tag(language.tag()), language);
        }
        assert_eq!(Language::Arabic.for_staff(), Language::Dutch);
        assert_eq!(Language::English.for_staff(), Language::English);
    }

    #[test]
    fn counts_take_the_form_of_their_language() {
        assert_eq!([0, 1, 2, 11].map(|count| Language::Dutch.form(count)), [1, 0, 1, 1]);
        let arabic =
            [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 200, 1_000, 1_001, 1_003, 1_011];
        assert_eq!(
            arabic.map(|count| Language::Arabic.form(count)),
            [0, 1, 2, 3, 3, 4, 4, 5, 5, 5, 3, 4, 5, 5, 5, 3, 4]
        );
        for language in Language::ALL {
            assert!((0..300).all(|count| language.form(count) < language.forms()));
        }
    }
}
