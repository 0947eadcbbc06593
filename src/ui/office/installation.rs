//! `/beheer/installatie`: what holds for the whole installation.

use leptos::prelude::*;

use super::parts::{Carried, Field, LongField};
use crate::ui::{
    pages::EMBED_PATH,
    text::{Language, office::installation::Installation},
};

/// Where the page is.
pub const PATH: &str = "/beheer/installatie";

/// What stands in a field.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The text.
    pub value: String,
    /// What is wrong with it; empty for nothing.
    pub error: String,
    /// What is stored, where somebody else changed it meanwhile.
    pub stored: Option<String>,
}

impl Typed {
    /// What is stored, as it is.
    #[must_use]
    pub fn of(value: String) -> Self {
        Self { value, ..Self::default() }
    }
}

/// The whole form.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// The version that was looked at.
    pub version: String,
    /// Where the quick exit leads.
    pub exit: Typed,
    /// The minutes to come back.
    pub window: Typed,
    /// The sites that may frame the chat, one on each line.
    pub sites: Typed,
    /// The months that the audit log is kept.
    pub log: Typed,
    /// The months that figures are kept.
    pub figures: Typed,
}

/// The settings.
#[component]
pub fn InstallationPage(
    /// What stands in the fields.
    form: Form,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = Installation::of(language);
    let hint = |words: &str, typed: &Typed| {
        let mut hint = words.to_owned();
        if let Some(stored) = &typed.stored {
            let stored = stored.lines().collect::<Vec<_>>().join(", ");
            let stored = if stored.is_empty() { text.nothing } else { &stored };
            hint.push(' ');
            hint.push_str(&text.now.with(&[stored]));
        }
        hint
    };
    let Form { version, exit, window, sites, log, figures } = form;
    let hints = [
        hint(text.exit_hint, &exit),
        hint(text.window_hint, &window),
        hint(text.sites_hint, &sites),
        hint(text.log_hint, &log),
        hint(text.figures_hint, &figures),
    ];
    let [exit_hint, window_hint, sites_hint, log_hint, figures_hint] = hints;
    view! {
        <p class="intro">{text.intro}</p>
        <form class="installation" method="post" action=language.address(PATH)>
            <Carried name="versie" value=version />
            <fieldset>
                <legend>{text.leaving}</legend>
                <Field name="uitgang" label=text.exit value=exit.value error=exit.error hint=exit_hint />
                <Field name="terugkeer" label=text.window value=window.value error=window.error hint=window_hint most=4 />
            </fieldset>
            <fieldset>
                <legend>{text.elsewhere}</legend>
                <LongField name="sites" label=text.sites value=sites.value error=sites.error hint=sites_hint most=8_000 />
                <p>
                    <a href=language.address(EMBED_PATH)>{text.embed}</a>
                </p>
            </fieldset>
            <fieldset>
                <legend>{text.keeping}</legend>
                <Field name="logboek" label=text.log value=log.value error=log.error hint=log_hint most=4 />
                <Field name="cijfers" label=text.figures value=figures.value error=figures.error hint=figures_hint most=4 />
            </fieldset>
            <div class="actions">
                <button type="submit" class="main">{text.save}</button>
            </div>
        </form>
    }
}
