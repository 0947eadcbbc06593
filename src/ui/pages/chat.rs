//! `/chat`: the frame around the visitor's island.

use leptos::prelude::*;

use crate::ui::{
    parts::{
        region::{RegionChoice, RegionList},
        status::StatusCard,
    },
    text::{
        Language,
        common::{PHONE, PHONE_LINK},
        hours::Status,
        pages::Pages,
    },
};

/// The page around the island, which is its child. The island is there when the chat is closed too,
/// for a running conversation goes on after closing time and only its own tab knows of it; the style
/// hides the form while `data-status` is not `open`.
#[component]
pub fn ChatPage(
    /// The language of the page.
    language: Language,
    /// Open when any region is.
    status: Status,
    /// Every name that leads to a region.
    regions: Vec<RegionChoice>,
    children: Children,
) -> impl IntoView {
    let text = Pages::of(language);
    view! {
        <article class="page chat-page" data-status=status.tag()>
            <noscript>
                <p class="trouble">{text.no_script}</p>
            </noscript>
            // It is there while the chat is open too, for it may close while somebody fills in the form.
            <div class="closed">
                <h1 class="visually-hidden">{text.title_visitor}</h1>
                <StatusCard status language />
                <p class="phone">
                    <a href=PHONE_LINK>{PHONE}</a>
                </p>
            </div>
            {children()}
            // Four hundred names: behind the form, which is painted before they are there.
            <RegionList choices=regions />
        </article>
    }
}
