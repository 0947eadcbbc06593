//! The document around a page, and what a page knows of itself.

use leptos::{nonce::use_nonce, prelude::*};

use super::{
    boot::{Boot, Site},
    parts::{
        look::PageLook,
        shell::{Audience, Frame, Shell},
    },
    text::{
        Language,
        pages::Pages,
        words::{WORDS, Words},
    },
};
use crate::browser::{page, scripts};

/// What the islands have to know of the page that they are on: provided in context on the server,
/// read from the document in the browser. (An island's properties would bring a JSON decoder into
/// the WASM.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSettings {
    /// The language of the page.
    pub language: Language,
    /// For how many minutes a conversation can be come back to.
    pub return_minutes: u32,
}

/// Where the return window stands in the document.
const RETURN_MINUTES: &str = "data-return-minutes";

impl PageSettings {
    /// Those of this page.
    #[must_use]
    pub fn here() -> Self {
        use_context().unwrap_or_else(|| Self {
            language: language_here(),
            return_minutes: page::root_attribute(RETURN_MINUTES).parse().unwrap_or(30),
        })
    }
}

/// The language of the page, in the browser.
#[must_use]
pub fn language_here() -> Language {
    Language::from_tag(&page::root_attribute("lang"))
}

/// What is around a page; provided in context on the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Surroundings {
    /// The browser's own window.
    #[default]
    None,
    /// The pop-up of another website.
    PopUp,
}

/// What the page of a visitor says by itself, in the browser.
#[must_use]
pub fn words_here() -> Words {
    Words::from_page(language_here(), page::words_of(WORDS))
}

/// What wakes the island of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Island {
    /// There is none.
    None,
    /// One in the first file.
    Eager,
    /// One in a file of its own, by its name in the splitter's manifest.
    Lazy(&'static str),
}

/// The document: head, frame, content, scripts.
#[component]
pub fn Page(
    /// The title, neutral on every page a visitor sees.
    title: &'static str,
    /// What stands around the content.
    frame: Frame,
    /// The island, if there is one.
    island: Island,
    children: Children,
) -> impl IntoView {
    let site = expect_context::<Site>();
    let settings = PageSettings::here();
    let framed = use_context::<Surroundings>() == Some(Surroundings::PopUp);
    // Before the page's own: what it does with a press on a link comes first.
    let line = framed
        .then(|| view! { <script nonce=use_nonce() inner_html=scripts::FRAMED.as_str()></script> });
    let boot = match island {
        Island::None => None,
        Island::Eager => Some(view! { <Boot /> }.into_any()),
        Island::Lazy(lazy) => Some(view! { <Boot lazy /> }.into_any()),
    };
    let for_visitors = matches!(frame.audience, Audience::Visitor { .. });
    let description = for_visitors.then(|| {
        let words = Pages::of(frame.language).description;
        view! { <meta name="description" content=words /> }
    });
    let staff_style = (!for_visitors)
        .then(|| view! { <link rel="stylesheet" href=site.address(Site::STAFF_STYLE) /> });
    let own_style =
        PageLook::here().style.map(|style| view! { <link rel="stylesheet" href=style /> });
    view! {
        <!DOCTYPE html>
        <html
            lang=settings.language.tag()
            dir=settings.language.direction()
            data-return-minutes=settings.return_minutes.to_string()
            data-framed=framed.then_some("")
        >
            <head>
                <meta charset="utf-8" />
                <meta
                    name="viewport"
                    content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
                />
                <meta name="color-scheme" content="light dark" />
                {description}
                <title>{title}</title>
                <link rel="icon" href=site.address("icon.svg") />
                <link rel="stylesheet" href=site.address("veiligchat.css") />
                {staff_style}
                {own_style}
                {boot}
            </head>
            <body>
                <Shell frame>{children()}</Shell>
                {line}
                <script nonce=use_nonce() inner_html=scripts::PAGE.as_str()></script>
            </body>
        </html>
    }
}
