//! Texts with places for values, and texts that change with a number.

use super::Language;

/// A text with places for values, each written `{}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template(pub(super) &'static str);

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

/// What stands between the forms of a [`Counted`] text.
pub(super) const BETWEEN_FORMS: char = '|';

/// A text that says how many, in each form that its language has for that: "1 minuut", "5 minuten".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub(super) forms: &'static str,
    pub(super) language: Language,
}

impl Counted {
    /// So many of it.
    #[must_use]
    pub fn of(self, count: u32) -> String {
        let mut forms = self.forms.split(BETWEEN_FORMS);
        let form = forms.nth(self.language.form(count)).unwrap_or_default();
        Template(form).with(&[&count.to_string()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_their_places_in_order() {
        let template = Template("{} en {} doen mee.");
        assert_eq!(template.with(&["Anna", "Bram"]), "Anna en Bram doen mee.");
        assert_eq!(template.with(&["{}", "Bram"]), "{} en Bram doen mee.");
        assert_eq!(template.with(&["Anna"]), "Anna en  doen mee.");
    }

    #[test]
    fn a_counted_text_takes_the_form_of_its_count() {
        let minutes = Counted { forms: "{} minuut|{} minuten", language: Language::Dutch };
        assert_eq!(
            [0, 1, 2].map(|count| minutes.of(count)),
            ["0 minuten", "1 minuut", "2 minuten"]
        );
    }
}
