//! `/privacy`.

use leptos::prelude::*;

use crate::ui::text::{Language, statements::Statements};

/// What we know, keep and erase, and what we cannot promise.
#[component]
pub fn PrivacyPage(
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = Statements::of(language);
    statement(
        text.privacy,
        text.privacy_intro,
        &[
            (text.nothing_title, &[text.nothing]),
            (text.device_title, &[text.device, text.device_history]),
            (text.sealed_title, &[text.sealed]),
            (
                text.others_title,
                &[text.others_network, text.others_disk, text.others_colleague, text.others_device],
            ),
            (text.erased_title, &[text.erased]),
            (text.counted_title, &[text.counted]),
            (
                text.limits_title,
                &[
                    text.limits_provider,
                    text.limits_spy,
                    text.limits_server,
                    text.limits_photo,
                    text.limits_told,
                ],
            ),
            (text.weakness_title, &[text.weakness]),
            (text.complaint_title, &[text.complaint]),
        ],
    )
}

fn statement(
    title: &'static str,
    intro: &'static str,
    sections: &[(&'static str, &[&'static str])],
) -> impl IntoView + use<> {
    let sections = sections.iter().map(|(title, paragraphs)| {
        let paragraphs = paragraphs.iter().map(|words| view! { <p>{*words}</p> });
        view! {
            <h2>{*title}</h2>
            {paragraphs.collect::<Vec<_>>()}
        }
    });
    view! {
        <article class="page statement">
            <h1>{title}</h1>
            <p class="intro">{intro}</p>
            {sections.collect::<Vec<_>>()}
        </article>
    }
}
