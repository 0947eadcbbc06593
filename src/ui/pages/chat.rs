//! `/chat`: the frame around the visitor's island.

use leptos::{nonce::use_nonce, prelude::*};

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
        words::WORDS,
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
                <div class="trouble no-script">
                    <p>{text.no_script}</p>
                    <p>{text.no_script_next}</p>
                </div>
            </noscript>
            // For what the program says in the language of the page; a browser leaves it alone.
            <script id=WORDS r#type="text/plain" nonce=use_nonce()></script>
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
