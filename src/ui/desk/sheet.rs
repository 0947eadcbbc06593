//! A button and the sheet that it opens: a native popover, so that the browser moves the focus in
//! and back and listens to Escape.

use leptos::prelude::*;

use crate::ui::text::{Language, desk_tools::DeskTools};

/// A button, and what it opens. `id` is unique on the page; the button has it with `-open` after it.
#[component]
pub fn Sheet(
    /// The id of the sheet.
    id: &'static str,
    /// The words on the button, and the title of the sheet.
    title: &'static str,
    /// The language of its own words.
    language: Language,
    /// What the button listens to besides, such as `Alt+P`.
    #[prop(optional)]
    keys: &'static str,
    /// What happens when the button is pressed, besides opening.
    #[prop(into, optional)]
    opened: Option<Callback<()>>,
    /// What stands in the sheet.
    children: Children,
) -> impl IntoView {
    let text = DeskTools::of(language);
    let title_id = [id, "-title"].concat();
    let labelled = title_id.clone();
    view! {
        <button
            type="button"
            id=[id, "-open"].concat()
            class="quiet"
            popovertarget=id
            aria-haspopup="dialog"
            aria-keyshortcuts=(!keys.is_empty()).then_some(keys)
            on:click=move |_| {
                if let Some(opened) = opened {
                    opened.run(());
                }
            }
        >
            {title}
        </button>
        <div
            id=id
            class="confirm sheet"
            popover="auto"
            role="dialog"
            tabindex="-1"
            autofocus
            aria-labelledby=labelled
        >
            <div class="sheet-head">
                <h2 id=title_id>{title}</h2>
                <button
                    type="button"
                    class="cross"
                    aria-label=text.close
                    popovertarget=id
                    popovertargetaction="hide"
                ></button>
            </div>
            {children()}
        </div>
    }
}
