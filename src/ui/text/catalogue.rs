//! How catalogues are written down.
//!
//! [`catalogue`] is for workers: every text in Dutch and in English. [`visitor_catalogue`] has a
//! column for each of [`Language::ALL`](super::Language::ALL). Either way a text that lacks a
//! language does not compile.

/// Declares the texts of one screen of workers: `name: "Dutch", "English";`, and after `with values`
/// the ones with `{}` in them.
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
            /// The texts in this language, or in Dutch where workers do not have it.
            #[must_use]
            pub fn of(language: $crate::ui::text::Language) -> &'static Self {
                match language {
                    $crate::ui::text::Language::English => &ENGLISH,
                    _ => &DUTCH,
                }
            }

            /// Every text in both languages.
            #[cfg(test)]
            pub(in $crate::ui) fn all() -> Vec<$crate::ui::text::Entry> {
                vec![
                    $((stringify!($text), vec![$dutch, $english]),)*
                    $($((stringify!($template), vec![$dutch_template, $english_template]),)*)?
                ]
            }
        }
    };
}
pub(super) use catalogue;

/// Declares the texts of one screen of visitors: `name: "Dutch", "English", …;` with a column for
/// each language, after `with values` the ones with `{}` in them, and after `with counts` the ones
/// that say how many, in as many forms as the language has.
macro_rules! visitor_catalogue {
    (
        $(#[$doc:meta])* $name:ident {
            $($text:ident: $dutch:literal $(, $other:literal)+;)*
        }
        $(with values {
            $($template:ident: $dutch_template:literal $(, $other_template:literal)+;)*
        })?
        $(with counts {
            $($counted:ident: [$($dutch_form:literal),+] $(, [$($other_form:literal),+])+;)*
        })?
    ) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name {
            /// The language of all of them.
            pub language: $crate::ui::text::Language,
            $(#[doc = concat!("“", $dutch, "”")] pub $text: &'static str,)*
            $($(
                #[doc = concat!("“", $dutch_template, "”")]
                pub $template: $crate::ui::text::Template,
            )*)?
            $($(
                #[doc = concat!($("“", $dutch_form, "” "),+)]
                pub $counted: $crate::ui::text::Counted,
            )*)?
        }

        impl $name {
            /// The texts in this language.
            #[must_use]
            pub fn of(language: $crate::ui::text::Language) -> &'static Self {
                use $crate::ui::text::{Language, catalogue::written};
                static TABLE: std::sync::LazyLock<[$name; Language::ALL.len()]> =
                    std::sync::LazyLock::new(|| {
                        Language::ALL.map(|language| {
                            let mut words = $name::words(language).into_iter();
                            // Once for every text, when its catalogue is first used.
                            let mut next = || {
                                let text = words.next().unwrap_or_default();
                                &*Box::leak(written(text, language).into_boxed_str())
                            };
                            $name::from_words(language, &mut next)
                        })
                    });
                &TABLE[language as usize]
            }

            /// The texts, each of which `next` gives in its turn.
            pub(in $crate::ui::text) fn from_words(
                language: $crate::ui::text::Language,
                next: &mut dyn FnMut() -> &'static str,
            ) -> Self {
                Self {
                    language,
                    $($text: next(),)*
                    $($($template: $crate::ui::text::Template(next()),)*)?
                    $($($counted: $crate::ui::text::Counted { forms: next(), language },)*)?
                }
            }

            /// The texts as they are written here, in their order.
            pub(in $crate::ui::text) fn words(
                language: $crate::ui::text::Language,
            ) -> Vec<String> {
                use $crate::ui::text::Language;
                const TEXTS: &[[&str; Language::ALL.len()]] = &[
                    $([$dutch $(, $other)+],)*
                    $($([$dutch_template $(, $other_template)+],)*)?
                ];
                const COUNTED: &[[&[&str]; Language::ALL.len()]] =
                    &[$($([&[$($dutch_form),+] $(, &[$($other_form),+])+],)*)?];
                const {
                    assert!(
                        $crate::ui::text::catalogue::have_their_forms(COUNTED),
                        "a text lacks a form of its language, or has one too many"
                    );
                };
                let column = language as usize;
                let texts = TEXTS.iter().map(|text| text[column].to_owned());
                let counted = COUNTED.iter().map(|counted| counted[column].join("|"));
                texts.chain(counted).collect()
            }

            /// Every text in every language.
            #[cfg(test)]
            pub(in $crate::ui) fn all() -> Vec<$crate::ui::text::Entry> {
                vec![
                    $((stringify!($text), vec![$dutch $(, $other)+]),)*
                    $($((stringify!($template), vec![$dutch_template $(, $other_template)+]),)*)?
                    $($((
                        concat!("counted ", stringify!($counted)),
                        vec![
                            concat!($($dutch_form, ". "),+)
                            $(, concat!($($other_form, ". "),+))+
                        ],
                    ),)*)?
                ]
            }
        }
    };
}
pub(super) use visitor_catalogue;

use super::{Language, isolate::isolated};

/// A text of a catalogue as it goes onto a page.
pub(super) fn written(text: String, language: Language) -> String {
    if language.is_right_to_left() { isolated(&text) } else { text }
}

/// Whether every text has as many forms as each language asks for.
pub(super) const fn have_their_forms(counted: &[[&[&str]; Language::ALL.len()]]) -> bool {
    let mut text = 0;
    while text < counted.len() {
        let mut column = 0;
        while column < Language::ALL.len() {
            if counted[text][column].len() != Language::ALL[column].forms() {
                return false;
            }
            column += 1;
        }
        text += 1;
    }
    true
}
