//! What a visitor's page says by itself. The program has none of it: the texts of the page's language
//! are a file that is fetched beside the program, and put into the page for it to read. So no visitor
//! downloads a language that they do not read, however many there are.

use super::{Language, catalogue::written, conversation::Conversation, visit::Visit};

/// The texts of one page.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// The language of all of them.
    pub language: Language,
    /// What comes and goes.
    pub visit: &'static Visit,
    /// The conversation itself.
    pub shared: &'static Conversation,
}

/// The id of the element that `js/boot.js` puts them into.
pub const WORDS: &str = "words";

/// The name of the file with the texts in this language.
#[must_use]
pub fn words_file(language: Language) -> String {
    format!("words-{}.txt", language.tag())
}

impl Words {
    /// The texts in this language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self { language, visit: Visit::of(language), shared: Conversation::of(language) }
    }

    /// What the file says, one text to a line. The program that reads it is of the same build: the
    /// address of both has the hash of that build in it.
    #[must_use]
    pub fn to_file(language: Language) -> String {
        let words = [Visit::words(language), Conversation::words(language)].concat();
        let lines = words.into_iter().map(|text| written(text, language));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Reads them from the page.
    #[must_use]
    pub fn from_page(language: Language, carried: String) -> Self {
        // Once for every page that is opened, and for as long as it stands.
        let carried: &'static str = Box::leak(carried.into_boxed_str());
        let mut lines = carried.split('\n');
        let mut next = || lines.next().unwrap_or_default();
        let visit = Box::leak(Box::new(Visit::from_words(language, &mut next)));
        let shared = Box::leak(Box::new(Conversation::from_words(language, &mut next)));
        Self { language, visit, shared }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_carries_is_what_the_catalogue_says() {
        for language in Language::ALL {
            let carried = Words::to_file(language);
            let (read, said) = (Words::from_page(language, carried), Words::of(language));
            assert_eq!(format!("{read:?}"), format!("{said:?}"));
        }
    }
}
