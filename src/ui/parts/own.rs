//! A text in the organisation's own words. Those of the regions stand beside the usual ones, hidden
//! until a visitor chooses that region (`browser::by_region`).

use std::collections::BTreeMap;

use leptos::{either::Either, prelude::*};

use crate::{
    domain::ids::RegionId,
    ui::text::{Language, own::OwnText},
};

/// The own words that a page shows: provided in context on the server. An organisation writes them in
/// the languages of its staff. A page in a further language shows those rather than a text of the
/// catalogue that may say something else, and says which language they are in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnWords(BTreeMap<(OwnText, Option<RegionId>), (Language, String)>);

impl OwnWords {
    /// Puts words in this language in the place of a text, for one region or for all.
    pub fn set(
        &mut self,
        text: OwnText,
        region: Option<RegionId>,
        language: Language,
        words: String,
    ) {
        self.0.insert((text, region), (language, words));
    }

    /// What stands there without a region: the installation's words, else the catalogue's.
    fn usual(&self, text: OwnText, language: Language) -> (Language, String) {
        let own = self.0.get(&(text, None)).cloned();
        own.unwrap_or_else(|| (language, text.usual(language).to_owned()))
    }

    /// The regions with words of their own.
    fn regions(&self, text: OwnText) -> impl Iterator<Item = (RegionId, &(Language, String))> {
        let all = self.0.range((text, None)..=(text, Some(RegionId(u16::MAX))));
        all.filter_map(|((_, region), words)| Some(((*region)?, words)))
    }
}

/// A text as a paragraph, or as one for each region with words of its own.
#[component]
pub fn Own(
    /// Which text.
    text: OwnText,
    /// The language of the page.
    language: Language,
    /// The class of the paragraph.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    let words = use_context::<OwnWords>().unwrap_or_default();
    let class = format!("own {class}");
    let class = class.trim_end().to_owned();
    // Only where it is not the language of the page.
    let lang = move |of: Language| (of != language).then(|| of.tag());
    let dir = move |of: Language| (of != language).then(|| of.direction());
    let (usual_in, usual) = words.usual(text, language);
    let of_regions: Vec<_> = words
        .regions(text)
        .map(|(region, (written_in, words))| {
            let (region, words) = (region.0.to_string(), words.to_owned());
            view! {
                <p
                    class=class.clone()
                    lang=lang(*written_in)
                    dir=dir(*written_in)
                    data-region=region
                    hidden
                >
                    {words}
                </p>
            }
        })
        .collect();
    if of_regions.is_empty() {
        Either::Left(view! {
            <p class=class lang=lang(usual_in) dir=dir(usual_in)>
                {usual}
            </p>
        })
    } else {
        Either::Right(view! {
            <div data-by-region="">
                <p
                    class=class.clone()
                    lang=lang(usual_in)
                    dir=dir(usual_in)
                    data-region="0"
                >
                    {usual}
                </p>
                {of_regions}
            </div>
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(words: OwnWords) -> String {
        Owner::new().with(|| {
            provide_context(words);
            view! { <Own text=OwnText::Greeting language=Language::Dutch /> }.to_html()
        })
    }

    #[test]
    fn without_own_words_the_catalogues_stand_there() {
        assert_eq!(html(OwnWords::default()), "<p class=\"own\">Welkom. Fijn dat je er bent.</p>");
    }

    #[test]
    fn the_installations_words_take_their_place_as_text() {
        let mut words = OwnWords::default();
        words.set(OwnText::Greeting, None, Language::Dutch, "Dag <b>jij</b>".to_owned());
        words.set(OwnText::Whom, None, Language::Dutch, "Voor iedereen".to_owned());
        assert_eq!(html(words), "<p class=\"own\">Dag &lt;b&gt;jij&lt;/b&gt;</p>");
    }

    #[test]
    fn words_in_another_language_than_the_page_say_so() {
        let mut words = OwnWords::default();
        words.set(OwnText::Greeting, None, Language::English, "Hello".to_owned());
        let html = html(words);
        assert_eq!(html, "<p lang=\"en\" dir=\"ltr\" class=\"own\">Hello</p>");
    }

    #[test]
    fn a_regions_words_stand_there_hidden() {
        let mut words = OwnWords::default();
        words.set(OwnText::Greeting, Some(RegionId(20)), Language::Dutch, "Dag Utrecht".to_owned());
        let html = html(words);
        assert!(html.contains("data-region=\"0\" class=\"own\">Welkom"), "{html}");
        assert!(html.contains("data-region=\"20\" hidden class=\"own\">Dag Utrecht"), "{html}");
    }
}
