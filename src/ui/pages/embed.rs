//! `/insluiten`: for whoever puts the chat on another website.

use leptos::{nonce::use_nonce, prelude::*};

use crate::ui::{
    office::parts::{Carried, Choice},
    text::{Language, embed::webmasters::Webmasters},
};

/// Where the page is.
pub const EMBED_PATH: &str = "/insluiten";

/// Where the script is.
pub const POP_UP_PATH: &str = "/insluiten.js";

/// An option of the pop-up: a `data-` attribute of its script, which is also the name of the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopUpOption {
    /// Its name: `regio`.
    pub name: &'static str,
    /// What was chosen; empty for nothing.
    pub value: String,
}

/// What the page has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedding {
    /// The address of this chat: `https://chat.example.nl`.
    pub origin: String,
    /// Short name and name of every region.
    pub regions: Vec<(String, String)>,
    /// Region, language, place and colours.
    pub options: [PopUpOption; 4],
    /// Nobody in need comes here.
    pub demo: bool,
}

impl Embedding {
    /// The line that a webmaster copies.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = format!("<script src=\"{}{POP_UP_PATH}\"", self.origin);
        for PopUpOption { name, value } in self.options.iter().filter(|it| !it.value.is_empty()) {
            for piece in [" data-", name, "=\"", value, "\""] {
                line.push_str(piece);
            }
        }
        line.push_str(" defer></script>");
        line
    }

    fn chosen(&self, name: &str) -> String {
        let option = self.options.iter().find(|option| option.name == name);
        option.map(|option| option.value.clone()).unwrap_or_default()
    }
}

/// The line, what can be chosen, what the website's policy must allow, and the pop-up itself.
#[component]
pub fn EmbedPage(
    /// What was chosen, of what.
    embedding: Embedding,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = Webmasters::of(language);
    let origin = embedding.origin.clone();
    let policy = ["script-src", "connect-src", "frame-src"]
        .map(|directive| format!("{directive} {origin};"))
        .join("\n");
    let chosen = |name| Some(embedding.chosen(name)).filter(|value| !value.is_empty());
    let preview = view! {
        <script
            src=POP_UP_PATH
            nonce=use_nonce()
            data-regio=chosen("regio")
            data-taal=chosen("taal")
            data-plaats=chosen("plaats")
            data-thema=chosen("thema")
            defer
        ></script>
    };
    let is_real = if embedding.demo { text.preview_demo } else { text.preview_real };
    view! {
        <article class="page statement embed">
            <h1>{text.title}</h1>
            <p class="intro">{text.intro}</p>
            <h2>{text.choose}</h2>
            {choices(&embedding, language)}
            <h2>{text.copy}</h2>
            <p>{text.copy_where}</p>
            <pre class="copy" tabindex="0"><code>{embedding.line()}</code></pre>
            <h2>{text.preview}</h2>
            <p>{text.preview_where} " " {is_real}</p>
            <h2>{text.ask}</h2>
            <p>{text.ask_why}</p>
            <h2>{text.policy}</h2>
            <p>{text.policy_add}</p>
            <pre class="copy" tabindex="0"><code>{policy}</code></pre>
            <h2 id="options">{text.options}</h2>
            {options(text)}
            <h2>{text.sees}</h2>
            <p>{text.sees_state}</p>
            <p>{text.sees_storage}</p>
            <p>{text.sees_leave}</p>
            {preview}
        </article>
    }
}

/// What can be chosen: the answer is this page again, with another line.
fn choices(embedding: &Embedding, language: Language) -> impl IntoView + use<> {
    let text = Webmasters::of(language);
    let of = |choices: &[(&str, &str)]| {
        choices.iter().map(|(value, words)| ((*value).to_owned(), (*words).to_owned())).collect()
    };
    let mut regions: Vec<(String, String)> = of(&[("", text.all_regions)]);
    regions.extend(embedding.regions.iter().cloned());
    let languages: Vec<_> =
        of(&[("", text.as_page), ("nl", "Nederlands"), ("en", "English"), ("ar", "العربية")]);
    let places = of(&[("", text.right), ("links", text.left)]);
    let colours = of(&[("", text.as_device), ("licht", text.light), ("donker", text.dark)]);
    // The page's own language is in the address too, under another name.
    let own = (language != Language::default())
        .then(|| view! { <Carried name="taal" value=language.tag() /> });
    view! {
        <form class="choices" method="get" action=EMBED_PATH>
            {own}
            <Choice name="regio" label=text.region choices=regions chosen=embedding.chosen("regio") />
            <Choice name="voor" label=text.language choices=languages chosen=embedding.chosen("taal") />
            <Choice name="plaats" label=text.place choices=places chosen=embedding.chosen("plaats") />
            <Choice name="thema" label=text.colours choices=colours chosen=embedding.chosen("thema") />
            <button type="submit" class="main">
                {text.show}
            </button>
        </form>
    }
}

/// The table of options.
fn options(text: &'static Webmasters) -> impl IntoView + use<> {
    let rows = [
        ("data-regio", text.region_values, text.region_does),
        ("data-taal", "nl, en, ar", text.language_does),
        ("data-plaats", "rechts, links", text.place_does),
        ("data-thema", "licht, donker", text.colours_does),
    ];
    let rows = rows.map(|(name, values, does)| {
        view! {
            <tr>
                <th scope="row">
                    <code>{name}</code>
                </th>
                <td>{values}</td>
                <td>{does}</td>
            </tr>
        }
    });
    view! {
        <table aria-labelledby="options">
            <thead>
                <tr>
                    <th scope="col">{text.option}</th>
                    <th scope="col">{text.values}</th>
                    <th scope="col">{text.meaning}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().collect::<Vec<_>>()}</tbody>
        </table>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_what_was_chosen_and_nothing_else() {
        let option = |name, value: &str| PopUpOption { name, value: value.to_owned() };
        let embedding = Embedding {
            origin: "https://chat.example.nl".to_owned(),
            regions: Vec::new(),
            options: [
                option("regio", "utrecht"),
                option("taal", ""),
                option("plaats", ""),
                option("thema", "donker"),
            ],
            demo: false,
        };
        assert_eq!(
            embedding.line(),
            "<script src=\"https://chat.example.nl/insluiten.js\" data-regio=\"utrecht\" \
             data-thema=\"donker\" defer></script>"
        );
    }
}
