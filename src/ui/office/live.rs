//! How things stand now: numbers of the desk, never anything of a conversation. The script of the
//! page looks again by itself and puts the new words in the places that say `data-live`.

use std::time::Duration;

use leptos::{nonce::use_nonce, prelude::*};

use crate::{
    browser::scripts,
    domain::statistics::Live,
    ui::{
        office::Section,
        text::{Language, office::figures::Figures},
    },
};

/// How things stand in one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveRow {
    /// Its short name, which never changes while the page is open.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// The numbers.
    pub live: Live,
}

/// The page.
#[component]
pub fn LivePage(
    /// The organisations.
    rows: Vec<LiveRow>,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = Figures::of(language);
    let sum = |number: fn(&Live) -> usize| {
        rows.iter().map(|row| number(&row.live)).sum::<usize>().to_string()
    };
    let more = text.more.with(&[
        &sum(|live| live.on_duty),
        &sum(|live| live.waiting),
        &sum(|live| live.conversations),
    ]);
    let rows = rows.into_iter().map(|LiveRow { slug, name, live }| {
        let cell = |kind: &str, words: String| {
            let place = format!("{slug}-{kind}");
            view! {
                <td class="number" id=place data-live="">
                    {words}
                </td>
            }
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cell("waiting", live.waiting.to_string())}
                {cell("longest", longest(live.longest, language))}
                {cell("on-duty", live.on_duty.to_string())}
                {cell("paused", live.paused.to_string())}
                {cell("talking", live.conversations.to_string())}
            </tr>
        }
    });
    let heads = [text.waiting, text.longest, text.on_duty, text.paused, text.talking];
    let heads = heads.map(|head| view! { <th scope="col" class="number">{head}</th> });
    view! {
        <p>{text.live_intro}</p>
        <p id="live-more" class="live-more" role="status" data-live="">
            {more}
        </p>
        <div class="wide" tabindex="0" role="group" aria-label=Section::Live.name(language)>
            <table class="live">
                <caption class="visually-hidden">{Section::Live.name(language)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text.organisation}</th>
                        {heads.into_iter().collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
        <p class="actions">
            <a class="button quiet" href=language.address(Section::Live.path())>
                {text.refresh}
            </a>
            <a href=language.address(Section::Figures.path())>{text.to_figures}</a>
        </p>
        <script nonce=use_nonce() inner_html=scripts::LIVE.as_str()></script>
    }
}

/// In whole minutes.
fn longest(wait: Option<Duration>, language: Language) -> String {
    let text = Figures::of(language);
    match wait.map(|wait| wait.as_secs() / 60) {
        None => text.nobody_waits.to_owned(),
        Some(0) => text.under_minute.to_owned(),
        Some(1) => text.one_minute.to_owned(),
        Some(minutes @ 2..60) => text.minutes.with(&[&minutes.to_string()]),
        Some(minutes) => {
            text.hours.with(&[&(minutes / 60).to_string(), &(minutes % 60).to_string()])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_wait_is_told_in_whole_minutes() {
        let told = |seconds| longest(Some(Duration::from_secs(seconds)), Language::Dutch);
        assert_eq!(told(59), "minder dan 1 minuut");
        assert_eq!(told(119), "1 minuut");
        assert_eq!(told(3599), "59 minuten");
        assert_eq!(told(4000), "1 uur en 6 minuten");
        assert_eq!(longest(None, Language::English), "none");
    }
}
