//! Making a second factor: the square that a camera reads, the key beside it, the first code.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::parts::Field;
use crate::ui::text::{
    Language,
    office::{account::Account, entering::Entering},
};

/// Why a code was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeTrouble {
    /// It is no code of now.
    Wrong,
    /// It was used before.
    Used,
    /// The clock of the device is ahead by so many minutes.
    Ahead(u64),
    /// The clock of the device is behind by so many minutes.
    Behind(u64),
    /// Too many attempts.
    TooMany,
    /// The server could not look.
    Failed,
}

impl CodeTrouble {
    /// What the person reads.
    #[must_use]
    pub fn words(self, language: Language) -> String {
        let text = Entering::of(language);
        match self {
            Self::Wrong => text.wrong.to_owned(),
            Self::Used => text.used.to_owned(),
            Self::Ahead(minutes) => text.ahead.with(&[&minutes.to_string()]),
            Self::Behind(minutes) => text.behind.with(&[&minutes.to_string()]),
            Self::TooMany => text.too_many.to_owned(),
            Self::Failed => text.failed.to_owned(),
        }
    }
}

/// A square of dark and light squares, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Squares {
    /// How many there are in a row, and how many rows.
    pub width: usize,
    /// Which are dark.
    pub dark: Vec<bool>,
}

impl Squares {
    /// The light edge that cameras need (ISO/IEC 18004).
    const EDGE: usize = 4;

    /// The dark squares as the path of an SVG.
    fn path(&self) -> String {
        let dark = self.dark.iter().enumerate().filter(|(_, dark)| **dark);
        dark.fold(String::new(), |mut path, (place, _)| {
            let (column, row) = (place % self.width, place / self.width);
            // Writing to a string never fails.
            let _ = write!(path, "M{} {}h1v1h-1z", column + Self::EDGE, row + Self::EDGE);
            path
        })
    }
}

/// The steps of making a second factor, with the form for its first code.
#[component]
pub fn EnrolForm(
    /// Where the code is posted.
    #[prop(into)]
    action: String,
    /// The key as people type it.
    #[prop(into)]
    key: String,
    /// The key as a camera reads it.
    squares: Option<Squares>,
    /// Why it is asked again.
    trouble: Option<CodeTrouble>,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = Entering::of(language);
    let squares = squares.map(|squares| {
        let side = squares.width + 2 * Squares::EDGE;
        view! {
            <svg
                class="qr"
                role="img"
                aria-label=text.picture
                viewBox=format!("0 0 {side} {side}")
                shape-rendering="crispEdges"
            >
                <rect width=side height=side fill="#ffffff" />
                <path d=squares.path() fill="#000000" />
            </svg>
        }
    });
    view! {
        <form class="card enrol" method="post" action=action>
            <ol>
                <li>{text.enrol_app}</li>
                <li>
                    <p>{text.enrol_scan}</p>
                    <div class="enrol-key">
                        {squares} <dl>
                            <dt>{text.key}</dt>
                            <dd>
                                <code>{key}</code>
                            </dd>
                        </dl>
                    </div>
                </li>
                <li>
                    <Field
                        name="code"
                        label=text.code
                        value=""
                        hint=text.enrol_type
                        error=trouble.map(|trouble| trouble.words(language)).unwrap_or_default()
                        most=20
                        required=true
                        autocomplete="one-time-code"
                    />
                </li>
            </ol>
            <div class="actions">
                <button type="submit" class="main">
                    {text.go_on}
                </button>
            </div>
        </form>
    }
}

/// Fresh recovery codes, shown once.
#[component]
pub fn RecoveryCodes(
    /// Where it is posted that they are kept.
    #[prop(into)]
    action: String,
    /// The codes; none when there is nothing to show.
    codes: Vec<String>,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = Account::of(language);
    if codes.is_empty() {
        return view! {
            <p>{text.codes_gone}</p>
            <p>
                <a href=language.address("/beheer/account")>{text.back}</a>
            </p>
        }
        .into_any();
    }
    let codes = codes.into_iter().map(|code| {
        view! {
            <li>
                <code>{code}</code>
            </li>
        }
    });
    view! {
        <section class="card" aria-labelledby="codes-title">
            <h2 id="codes-title">{text.codes_title}</h2>
            <p>{text.codes_why}</p>
            <ol class="recovery">{codes.collect::<Vec<_>>()}</ol>
            <p>{text.codes_once}</p>
            <form method="post" action=action>
                <div class="actions">
                    <button type="submit" class="main">
                        {text.codes_kept}
                    </button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_square_is_drawn_inside_a_light_edge() {
        let squares = Squares { width: 2, dark: vec![true, false, false, true] };
        assert_eq!(squares.path(), "M4 4h1v1h-1zM5 5h1v1h-1z");
    }

    #[test]
    fn a_clock_that_is_off_is_told_by_how_much() {
        let behind = CodeTrouble::Behind(2).words(Language::Dutch);
        assert!(behind.contains("loopt 2 minuten achter"), "{behind}");
        let html = view! {
            <EnrolForm
                action="/inloggen/instellen"
                key="ABCD EFGH"
                squares=None
                trouble=Some(CodeTrouble::Ahead(3))
                language=Language::English
            />
        }
        .to_html();
        assert!(html.contains("3 minutes ahead") && html.contains("aria-invalid=\"true\""));
        assert!(html.contains("ABCD EFGH"));
    }
}
