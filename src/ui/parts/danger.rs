//! What to do in danger: on every screen, in one line at the top and in full at the bottom.

use leptos::prelude::*;

use super::{
    icon::{Draw, Icon},
    own::Own,
};
use crate::ui::text::{
    Language,
    common::{Common, EMERGENCY_LINK, PHONE, PHONE_LINK},
    own::OwnText,
};

/// One line for the top of a screen: 112 in danger, and the phone number.
#[component]
pub fn DangerStrip(
    /// The language of the words.
    language: Language,
) -> impl IntoView {
    let text = Common::of(language);
    view! {
        <p class="strip">
            <span>{text.strip_danger} " " <a href=EMERGENCY_LINK>{text.strip_call}</a></span>
            " "
            <span>{text.strip_talk} " " <a href=PHONE_LINK>{PHONE}</a></span>
        </p>
    }
}

/// The whole of it: danger now, who cannot speak or hear, who wants to talk.
#[component]
pub fn DangerBlock(
    /// The language of the words.
    language: Language,
) -> impl IntoView {
    let text = Common::of(language);
    view! {
        <section class="danger" aria-labelledby="danger-title">
            <div>
                <h2 id="danger-title">
                    <Draw icon=Icon::Danger />
                    {text.danger_title}
                </h2>
                <p>{text.danger_now}</p>
                <Own text=OwnText::Silent language />
                <a class="call" href=EMERGENCY_LINK>
                    {text.danger_call}
                </a>
            </div>
            <div>
                <h2>
                    <Draw icon=Icon::Phone />
                    {text.talk_title}
                </h2>
                <p>{text.talk}</p>
                <a class="call" href=PHONE_LINK>
                    {text.talk_call}
                </a>
            </div>
        </section>
    }
}
