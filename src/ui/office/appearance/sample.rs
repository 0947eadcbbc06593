//! A small picture of a page in an organisation's colour. Colours stand in attributes of the drawing:
//! the policy lets in no style inside a page.

use leptos::prelude::*;

use crate::{
    domain::appearance::{Scheme, Shades},
    ui::text::{Language, common::Common, office::appearance::Look},
};

/// A button, a message and a link.
#[component]
pub fn Sample(
    /// On light paper or on dark.
    scheme: Scheme,
    /// What the colour becomes.
    shades: Shades,
    /// What it shows, for who cannot see it.
    name: &'static str,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let (text, common) = (Look::of(language), Common::of(language));
    let [paper, surface, ..] = scheme.grounds().map(|ground| ground.to_string());
    let ink = scheme.ink().to_string();
    let main = shades.main.to_string();
    view! {
        <svg viewBox="0 0 320 150" role="img" aria-label=name class="look-sample">
            <rect width="320" height="150" rx="10" fill=paper />
            <rect width="320" height="34" fill=surface />
            <text x="14" y="23" font-size="15" font-weight="600" fill=ink.clone()>
                {common.brand}
            </text>
            <rect x="14" y="50" width="150" height="38" rx="8" fill=main.clone() />
            <text x="89" y="74" font-size="15" font-weight="600" text-anchor="middle" fill=shades.on_main.to_string()>
                {text.sample_button}
            </text>
            <text x="182" y="74" font-size="15" text-decoration="underline" fill=main>
                "0800-2000"
            </text>
            <rect x="126" y="102" width="180" height="34" rx="10" fill=shades.mine.to_string() />
            <text x="140" y="124" font-size="15" fill=ink>
                {text.sample_mine}
            </text>
        </svg>
    }
}
