//! Open or closed.

use leptos::prelude::*;

use super::{
    icon::{Draw, Icon},
    look::PageLook,
};
use crate::ui::text::{Language, hours::Status, pages::Pages};

/// The status with its next change, and "Start de chat" while it is open. The page's script may
/// refresh it: `#status` carries `data-status`, `#status-headline` and `#status-detail` the words,
/// and `#start` is hidden unless the chat is open. A link with `data-replace` takes the place of
/// this page in the browser's history.
#[component]
pub fn StatusCard(
    /// What to tell.
    status: Status,
    /// The language of the words.
    language: Language,
    /// Whether "Start de chat" stands here.
    #[prop(optional)]
    start: bool,
) -> impl IntoView {
    let text = Pages::of(language);
    let open = matches!(status, Status::Open { .. });
    view! {
        <section id="status" class="status card" data-status=status.tag()>
            <Draw icon=Icon::House />
            <div role="status">
                <h2 id="status-headline">{status.headline(language)}</h2>
                <p id="status-detail">{status.detail(language)}</p>
            </div>
            {start
                .then(|| {
                    view! {
                        <div id="start" hidden=!open>
                            <a class="main start" href=PageLook::here().address("/chat", language) data-replace>
                                {text.start}
                            </a>
                            <p class="hint">{text.start_why}</p>
                        </div>
                    }
                })}
        </section>
    }
}
