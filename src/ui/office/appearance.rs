//! `/beheer/huisstijl`: name, colour and logo, for a coordinator of the own organisation, for an
//! administrator of the installation.

mod sample;

use leptos::prelude::*;

use self::sample::Sample;
use super::parts::{Carried, Field, Meanwhile};
use crate::{
    domain::appearance::{Colours, LEAST_CONTRAST, Scheme, TooFaint},
    ui::{
        parts::{look::Picture, shown},
        text::{Language, office::appearance::Look},
    },
};

/// Where the page is.
pub const PATH: &str = "/beheer/huisstijl";

/// Where the logo is posted.
pub const LOGO_PATH: &str = "/beheer/huisstijl/logo";

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// The name.
    pub name: String,
    /// The colour for light.
    pub light: String,
    /// The colour for dark.
    pub dark: String,
}

/// What is wrong with what was typed; empty for nothing.
#[derive(Debug, Clone, Default)]
pub struct Wrong {
    /// With the name.
    pub name: String,
    /// With the colour for light.
    pub light: String,
    /// With the colour for dark.
    pub dark: String,
    /// With the file.
    pub logo: String,
}

/// The whole page.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// The version that was looked at.
    pub version: String,
    /// What stands in the fields.
    pub typed: Typed,
    /// What is wrong with it.
    pub wrong: Wrong,
    /// What somebody else stored meanwhile.
    pub stored: Option<Typed>,
    /// The colours of the preview.
    pub colours: Option<Colours>,
    /// The own logo.
    pub logo: Option<Picture>,
    /// Whether it is about the whole installation.
    pub whole: bool,
}

/// A contrast as people write it: one decimal, never rounded up to one that would do.
#[must_use]
pub fn ratio(contrast: f64, language: Language) -> String {
    let text = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
    if language == Language::Dutch { text.replace('.', ",") } else { text }
}

/// Why a colour is refused, and which one would do.
#[must_use]
pub fn too_faint(faint: &TooFaint, language: Language) -> String {
    let text = Look::of(language);
    let sentence = match faint.scheme {
        Scheme::Light => text.faint_light,
        Scheme::Dark => text.faint_dark,
    };
    let (has, least) = (ratio(faint.contrast, language), ratio(LEAST_CONTRAST, language));
    sentence.with(&[&has, &least, &faint.nearest.to_string()])
}

/// The page.
#[component]
pub fn AppearancePage(
    /// What it shows.
    page: Shown,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = Look::of(language);
    let Shown { version, typed, wrong, stored, colours, logo, whole } = page;
    let logo_wrong = wrong.logo;
    let stored = stored.map(|stored| {
        view! {
            <Meanwhile path=language.address(PATH) language>
                {stored_values(stored, text)}
            </Meanwhile>
        }
    });
    view! {
        <p class="intro">{if whole { text.intro_whole } else { text.intro_own }}</p>
        {stored}
        <form method="post" action=language.address(PATH)>
            <Carried name="versie" value=version.clone() />
            <fieldset>
                <legend>{text.words}</legend>
                <Field name="naam" label=text.name value=typed.name error=wrong.name hint=text.name_hint most=40 />
                <Field name="kleur" label=text.light value=typed.light error=wrong.light hint=text.light_hint most=9 />
                <Field name="donker" label=text.dark value=typed.dark error=wrong.dark hint=text.dark_hint most=9 />
            </fieldset>
            <Preview colours language />
            <div class="actions">
                <button class="main" name="doe" value="publiceren">{text.publish}</button>
                <button name="doe" value="voorbeeld">{text.show}</button>
            </div>
        </form>
        <LogoForm version logo wrong=logo_wrong language />
    }
}

fn stored_values(stored: Typed, text: &'static Look) -> impl IntoView {
    let or_usual = |value: String| if value.is_empty() { text.nothing.to_owned() } else { value };
    view! {
        <dl class="stored">
            <dt>{text.stored_name}</dt>
            <dd>{or_usual(stored.name)}</dd>
            <dt>{text.stored_light}</dt>
            <dd>{or_usual(stored.light)}</dd>
            <dt>{text.stored_dark}</dt>
            <dd>{or_usual(stored.dark)}</dd>
        </dl>
    }
}

#[component]
fn Preview(colours: Option<Colours>, language: Language) -> impl IntoView {
    let text = Look::of(language);
    colours.map(|colours| {
        let samples = Scheme::ALL.map(|scheme| {
            let colour = colours.of(scheme);
            let least = ratio(scheme.least_contrast(colour), language);
            let caption = match scheme {
                Scheme::Light => text.preview_light,
                Scheme::Dark => text.preview_dark,
            };
            view! {
                <figure>
                    <Sample scheme shades=scheme.shades(colour) name=caption language />
                    <figcaption>
                        {caption} " " <strong>{colour.to_string()}</strong> ". "
                        {text.contrast.with(&[&least])}
                    </figcaption>
                </figure>
            }
        });
        view! {
            <section class="look-samples" aria-labelledby="look-preview">
                <h2 id="look-preview">{text.preview}</h2>
                <div>{samples.into_iter().collect::<Vec<_>>()}</div>
            </section>
        }
    })
}

#[component]
fn LogoForm(
    version: String,
    logo: Option<Picture>,
    wrong: String,
    language: Language,
) -> impl IntoView {
    let text = Look::of(language);
    let has_logo = logo.is_some();
    let invalid = (!wrong.is_empty()).then_some("true");
    let picture = logo.map(|Picture { address, width, height }| {
        view! {
            <p class="look-logo">
                <img src=address alt=text.logo width=width height=height />
            </p>
        }
    });
    view! {
        <form method="post" action=language.address(LOGO_PATH) enctype="multipart/form-data">
            <Carried name="versie" value=version />
            <fieldset>
                <legend>{text.logo}</legend>
                <p>{if has_logo { text.logo_now } else { text.logo_none }}</p>
                {picture}
                <div class="field">
                    <label for="logo">{text.logo_file}</label>
                    <input
                        id="logo"
                        name="logo"
                        type="file"
                        accept="image/png"
                        aria-invalid=invalid
                        aria-describedby="logo-hint logo-error"
                    />
                    <p id="logo-hint" class="hint">{text.logo_hint}</p>
                    <p id="logo-error" class="wrong">{shown(&wrong)}</p>
                </div>
                <div class="actions">
                    <button name="doe" value="plaatsen">{text.logo_put}</button>
                    {has_logo
                        .then(|| {
                            view! {
                                <button class="quiet" name="doe" value="weghalen">
                                    {text.logo_remove}
                                </button>
                            }
                        })}
                </div>
            </fieldset>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::appearance::Colour;

    #[test]
    fn a_refused_colour_names_one_that_would_do() {
        let faint = Colours::new(Colour::new(0xff, 0xd4, 0), None).unwrap_err();
        let words = too_faint(&faint, Language::Dutch);
        assert!(words.contains("lichte achtergrond") && words.contains("4,5"), "{words}");
        assert!(words.contains(&faint.nearest.to_string()), "{words}");
        assert!(too_faint(&faint, Language::English).contains("4.5"));
    }

    #[test]
    fn a_contrast_is_never_rounded_up_to_one_that_would_do() {
        assert_eq!(ratio(4.499, Language::Dutch), "4,4");
        assert_eq!(ratio(21.0, Language::English), "21.0");
    }

    #[test]
    fn the_preview_shows_both_schemes_without_a_style_in_the_page() {
        let colours = Colours::new(Colour::new(0x7a, 0x1f, 0x5c), None).ok();
        let page = Shown { colours, ..Shown::default() };
        let html = Owner::new()
            .with(|| view! { <AppearancePage page language=Language::Dutch /> }.to_html());
        assert_eq!(html.matches("<svg").count(), 2);
        assert!(html.contains("#7a1f5c") && !html.contains("style="), "{html}");
    }
}
