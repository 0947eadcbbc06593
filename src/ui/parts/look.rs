//! How the organisation looks whose page this is: provided in context on the server, by the host.

use leptos::prelude::*;

use super::icon::{Draw, Icon};
use crate::ui::text::{Language, common::Common};

/// A picture that this server has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its address.
    pub address: String,
    /// Its width, in pixels.
    pub width: u32,
    /// Its height, in pixels.
    pub height: u32,
}

/// What the page's organisation has of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageLook {
    /// Its name.
    pub name: Option<String>,
    /// The address of the style with its colours.
    pub style: Option<String>,
    /// Its logo.
    pub logo: Option<Picture>,
    /// The organisation that the address of the page names, as addresses do: `regio=utrecht`.
    pub region: Option<String>,
}

impl PageLook {
    /// That of this page.
    #[must_use]
    pub fn here() -> Self {
        use_context().unwrap_or_default()
    }

    /// The address of another page of the same organisation, in this language.
    #[must_use]
    pub fn address(&self, path: &str, language: Language) -> String {
        let mut address = language.address(path);
        // `/chat` says of itself that it keeps its region.
        if let Some(region) = self.region.as_ref().filter(|_| !path.contains("regio=")) {
            address.push(if address.contains('?') { '&' } else { '?' });
            address.push_str("regio=");
            address.push_str(region);
        }
        address
    }
}

/// The name of the organisation, or its logo, at the top of every page.
#[component]
pub fn Brand(
    /// The language of the words.
    language: Language,
) -> impl IntoView {
    let (text, look) = (Common::of(language), PageLook::here());
    let name = look.name.unwrap_or_else(|| text.brand.to_owned());
    match look.logo {
        // Beside the way out there is room for one of the two.
        Some(Picture { address, width, height }) => {
            view! { <img src=address alt=name width=width height=height /> }.into_any()
        }
        None => view! {
            <Draw icon=Icon::House />
            <div>
                <strong>{name}</strong>
                " "
                <span>{text.brand_chat}</span>
            </div>
        }
        .into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_organisation_stays_in_the_address() {
        let look = PageLook { region: Some("utrecht".to_owned()), ..PageLook::default() };
        assert_eq!(look.address("/chat", Language::Dutch), "/chat?regio=utrecht");
        assert_eq!(look.address("/chat", Language::English), "/chat?taal=en&regio=utrecht");
        let already = look.address("/chat?regio=utrecht", Language::English);
        assert_eq!(already, "/chat?regio=utrecht&taal=en");
        assert_eq!(PageLook::default().address("/", Language::Dutch), "/");
    }

    #[test]
    fn a_logo_stands_in_place_of_the_name_and_says_it() {
        let html = |look: PageLook| {
            Owner::new().with(|| {
                provide_context(look);
                view! { <Brand language=Language::Dutch /> }.to_html()
            })
        };
        let usual = html(PageLook::default());
        assert!(usual.contains("Veilig Thuis") && usual.contains("chat"), "{usual}");
        let name = Some("Hulp & Raad".to_owned());
        let named = html(PageLook { name: name.clone(), ..PageLook::default() });
        assert!(named.contains("Hulp &amp; Raad"), "{named}");
        let logo = Picture { address: "/huisstijl/1.png".to_owned(), width: 96, height: 32 };
        let drawn = html(PageLook { name, logo: Some(logo), ..PageLook::default() });
        assert!(
            drawn.contains("alt=\"Hulp &amp; Raad\"") && !drawn.contains("<strong>"),
            "{drawn}"
        );
    }
}
