//! Words of a catalogue with the foreign runs in them marked up.

use leptos::{either::Either, prelude::*};

use crate::ui::text::runs;

/// A text of the catalogue. Inside Arabic, what is Dutch (the name of an organisation or of a law) is
/// marked with its direction, as `<bdi>`: that lasts where text is copied, and for a reader who sees
/// the marks and not the signs in the text.
#[component]
pub fn Marked(
    /// The text.
    words: &'static str,
) -> impl IntoView {
    let pieces = runs(words).into_iter().map(|(piece, foreign)| {
        if foreign { Either::Left(view! { <bdi>{piece}</bdi> }) } else { Either::Right(piece) }
    });
    pieces.collect::<Vec<_>>()
}
