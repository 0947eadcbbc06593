//! The few pictures, drawn here and in the page itself: no file to fetch, no font to have. They are
//! for the eye only; whatever they say stands beside them in words.

use leptos::prelude::*;

/// A picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// The house: its window is lit while somebody is there (`.lit` in the style).
    House,
    /// Calls.
    Phone,
    /// Danger.
    Danger,
    /// Who may look over the visitor's shoulder.
    Eye,
}

impl Icon {
    /// Strokes on a ground of 24 by 24.
    const fn strokes(self) -> &'static str {
        match self {
            Self::House => "M2.5 11.8 12 3.5l9.5 8.3M4.8 10v10.5h14.4V10",
            Self::Phone => {
                "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z"
            }
            Self::Danger => "M12 4 21 19.5H3zM12 10v4.5M12 17v.2",
            Self::Eye => "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z",
        }
    }
}

/// Draws one.
#[component]
pub fn Draw(
    /// Which.
    icon: Icon,
) -> impl IntoView {
    let inside = match icon {
        Icon::House => Some(
            view! { <path class="lit" d="M8.8 10.8h6.4V17H8.8zM12 10.8V17M8.8 13.9h6.4" /> }
                .into_any(),
        ),
        Icon::Eye => Some(view! { <circle cx="12" cy="12" r="2.8" /> }.into_any()),
        Icon::Phone | Icon::Danger => None,
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.strokes() />
            {inside}
        </svg>
    }
}
