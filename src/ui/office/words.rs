//! `/beheer/teksten`: the organisation's own words, a list of the texts and a page for each.

mod sample;

use leptos::prelude::*;

use self::sample::Sample;
use crate::ui::{
    office::{
        Section,
        parts::{Carried, LongField, Meanwhile},
    },
    text::{Language, office::words::OfficeTexts, own::OwnText},
};

/// A text in both languages; empty where there are no own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedText {
    /// Dutch.
    pub dutch: String,
    /// English.
    pub english: String,
}

/// What can be wrong with words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextTrouble {
    /// Too many characters.
    TooLong,
    /// Characters that nobody sees.
    Hidden,
}

/// An entry of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextRow {
    /// Which text.
    pub text: OwnText,
    /// Whether there are own words in Dutch and in English.
    pub own: [bool; 2],
}

/// What the page of one text shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextShown {
    /// Which text.
    pub text: OwnText,
    /// The version that the form was made on.
    pub version: String,
    /// What stands in the form.
    pub typed: TypedText,
    /// What is wrong with the Dutch and the English words.
    pub troubles: [Option<TextTrouble>; 2],
    /// What stands there without own words.
    pub usual: TypedText,
    /// Whether to show how visitors would see it.
    pub preview: bool,
    /// What is stored, after somebody else changed it.
    pub stored: Option<TypedText>,
}

/// The address of the page of one text.
#[must_use]
pub fn text_path(text: OwnText, language: Language) -> String {
    let joint = if language == Language::English { "&" } else { "?" };
    format!("{}{joint}tekst={}", language.address(Section::Texts.path()), text.key())
}

/// The list.
#[component]
pub fn TextList(
    /// The texts.
    rows: Vec<TextRow>,
    /// The page is about one region, not about all.
    own_region: bool,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = OfficeTexts::of(language);
    let intro = if own_region { text.intro_own } else { text.intro_all };
    let rows = rows.into_iter().map(|row| {
        let [dutch, english] = row.own.map(|is_own| if is_own { text.own } else { text.usual });
        let path = text_path(row.text, language);
        view! {
            <tr>
                <th scope="row">
                    <a href=path>{text.name(row.text, language)}</a>
                    <span class="hint">{text.place(row.text)}</span>
                </th>
                <td data-own=row.own[0].to_string()>{dutch}</td>
                <td data-own=row.own[1].to_string()>{english}</td>
            </tr>
        }
    });
    view! {
        <p class="intro">{intro}</p>
        <div class="wide">
            <table class="texts">
                <caption>{text.list}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text.text}</th>
                        <th scope="col">{text.dutch}</th>
                        <th scope="col">{text.english}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
}

/// The page of one text.
#[component]
pub fn TextPage(
    /// What it shows.
    shown: TextShown,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = OfficeTexts::of(language);
    let TextShown { text: which, version, typed, troubles, usual, preview, stored } = shown;
    let [wrong_dutch, wrong_english] = troubles.map(|trouble| match trouble {
        None => "",
        Some(TextTrouble::TooLong) => text.too_long,
        Some(TextTrouble::Hidden) => text.hidden,
    });
    let half = !typed.dutch.trim().is_empty() && typed.english.trim().is_empty();
    let seen = TypedText {
        dutch: words_or(&typed.dutch, &usual.dutch),
        english: words_or(&typed.english, &usual.english),
    };
    view! {
        <div class="text-head">
            <p>
                <a href=language.address(Section::Texts.path())>{text.back}</a>
            </p>
            <h2>{text.name(which, language)}</h2>
            <p class="hint">{text.place(which)}</p>
        </div>
        {stored
            .map(|stored| {
                let stored = TypedText {
                    dutch: words_or(&stored.dutch, &usual.dutch),
                    english: words_or(&stored.english, &usual.english),
                };
                view! {
                    <Meanwhile path=text_path(which, language) language>
                        {in_both(stored, text)}
                    </Meanwhile>
                }
            })}
        {preview
            .then(|| {
                view! {
                    <section class="card preview" aria-labelledby="preview-title">
                        <h3 id="preview-title">{text.preview}</h3>
                        <p class="hint">{text.preview_hint}</p>
                        {half.then(|| view! { <p>{text.only_dutch}</p> })}
                        <Sample text=which words=seen.dutch language=Language::Dutch />
                        <Sample text=which words=seen.english language=Language::English />
                    </section>
                }
            })}
        <form method="post" action=language.address(Section::Texts.path())>
            <Carried name="versie" value=version />
            <Carried name="tekst" value=which.key() />
            <LongField
                name="nl"
                label=text.field_dutch
                value=typed.dutch
                error=wrong_dutch
                hint=text.empty
                most=OwnText::LONGEST
                lang="nl"
            />
            <LongField
                name="en"
                label=text.field_english
                value=typed.english
                error=wrong_english
                hint=text.empty
                most=OwnText::LONGEST
                lang="en"
            />
            <div class="actions">
                <button class="main" name="doe" value="publiceren">
                    {text.publish}
                </button>
                <button name="doe" value="voorbeeld">
                    {text.show}
                </button>
                <button class="quiet" name="doe" value="terug-nl">
                    {text.reset_dutch}
                </button>
                <button class="quiet" name="doe" value="terug-en">
                    {text.reset_english}
                </button>
            </div>
        </form>
        <section class="card usual" aria-labelledby="usual-title">
            <h3 id="usual-title">{text.usual_title}</h3>
            {in_both(usual, text)}
        </section>
    }
}

/// The words, or the others where there are none.
fn words_or(words: &str, others: &str) -> String {
    if words.trim().is_empty() { others.to_owned() } else { words.trim().to_owned() }
}

fn in_both(words: TypedText, text: &OfficeTexts) -> impl IntoView + use<> {
    view! {
        <dl class="stored">
            <dt>{text.dutch}</dt>
            <dd class="own" lang="nl">
                {words.dutch}
            </dd>
            <dt>{text.english}</dt>
            <dd class="own" lang="en">
                {words.english}
            </dd>
        </dl>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(shown: TextShown, language: Language) -> String {
        Owner::new().with(|| view! { <TextPage shown language /> }.to_html())
    }

    fn shown(text: OwnText) -> TextShown {
        let usual = |language| text.usual(language).to_owned();
        TextShown {
            text,
            version: "2".to_owned(),
            typed: TypedText::default(),
            troubles: [None, None],
            usual: TypedText { dutch: usual(Language::Dutch), english: usual(Language::English) },
            preview: false,
            stored: None,
        }
    }

    #[test]
    fn each_text_has_a_name_a_place_and_a_page() {
        for text in OwnText::ALL {
            let html = html(shown(text), Language::Dutch);
            assert!(html.contains("name=\"tekst\"") && html.contains(text.key()), "{html}");
            assert!(html.contains("De gewone tekst"), "{html}");
            assert!(!OfficeTexts::of(Language::Dutch).name(text, Language::Dutch).is_empty());
        }
        let path = text_path(OwnText::Whom, Language::English);
        assert_eq!(path, "/beheer/teksten?taal=en&tekst=house.whom");
    }

    #[test]
    fn the_preview_shows_typed_words_as_text_and_the_usual_ones_where_nothing_is_typed() {
        for text in OwnText::ALL {
            let mut shown = shown(text);
            shown.preview = true;
            shown.typed.dutch = "Eerste <i>regel</i>\nTweede regel".to_owned();
            let html = html(shown, Language::Dutch);
            let preview = html.split("preview-title").nth(2).unwrap();
            let preview = preview.split("<form").next().unwrap();
            assert!(preview.contains("Eerste &lt;i&gt;regel&lt;/i&gt;\nTweede regel"), "{preview}");
            assert!(preview.contains("lang=\"en\"") && preview.contains("Let op"), "{preview}");
        }
    }

    #[test]
    fn the_list_says_where_there_are_own_words() {
        let row = |own| TextRow { text: OwnText::Greeting, own };
        let rows = vec![row([true, false])];
        let html = Owner::new().with(|| {
            view! { <TextList rows own_region=true language=Language::Dutch /> }.to_html()
        });
        assert!(html.contains("data-own=\"true\">eigen woorden"), "{html}");
        assert!(html.contains("data-own=\"false\">gewone tekst"), "{html}");
        assert!(html.contains("href=\"/beheer/teksten?tekst=chat.greeting\""), "{html}");
    }
}
