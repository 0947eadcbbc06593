//! A text as visitors see it, with what stands around it.

use leptos::{either::EitherOf4, prelude::*};

use crate::ui::text::{Language, common::Common, house::House, own::OwnText, pages::Pages};

/// The piece of a visitor's page that has the text.
#[component]
pub(super) fn Sample(text: OwnText, words: String, language: Language) -> impl IntoView {
    let (house, common) = (House::of(language), Common::of(language));
    let piece = match (text, text.heading(language)) {
        (_, Some(heading)) => EitherOf4::A(view! {
            <div class="rules">
                <p>
                    <strong>{house.rules}</strong>
                </p>
                <ul role="list">
                    <li>
                        <h4>{heading}</h4>
                        <p class="own">{words}</p>
                    </li>
                </ul>
            </div>
        }),
        (OwnText::Silent, _) => EitherOf4::B(view! {
            <div class="danger">
                <div>
                    <h4>{common.danger_title}</h4>
                    <p>{common.danger_now}</p>
                    <p class="own">{words}</p>
                </div>
            </div>
        }),
        (OwnText::Intro, _) => EitherOf4::C(view! {
            <h4>{Pages::of(language).home}</h4>
            <p class="own intro">{words}</p>
        }),
        (OwnText::Procedure | OwnText::Complaint, _) => EitherOf4::D((
            Some(view! {
                <div class="before-start">
                    <h4>{house.watched}</h4>
                    <p>{house.watched_history}</p>
                    <p>{house.watched_safer}</p>
                    <p class="own hint">{words.clone()}</p>
                </div>
            }),
            None,
        )),
        _ => EitherOf4::D((None, Some(view! { <p class="own greeting">{words}</p> }))),
    };
    view! {
        <div class="sample" lang=language.tag()>
            {piece}
        </div>
    }
}
