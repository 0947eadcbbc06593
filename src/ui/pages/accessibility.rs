//! `/toegankelijkheid`: the statement in the order of the model that Dutch public bodies use.

use leptos::{either::Either, prelude::*};

use crate::ui::{
    parts::{own::Own, words::Marked},
    text::{Language, accessibility::Accessibility, own::OwnText},
};

/// A paragraph of the statement.
#[derive(Clone, Copy)]
enum Paragraph {
    /// The same everywhere.
    Says(&'static str),
    /// What the organisation says of itself.
    Own(OwnText),
}

/// How usable the site is, how that was tested, and what to do when it is not.
#[component]
pub fn AccessibilityPage(
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    use OwnText::{AccessContact, AccessDate, AccessLimits, AccessStatus, AccessWho};
    use Paragraph::{Own as Fills, Says};
    let text = Accessibility::of(language);
    let sections: [(&str, &[Paragraph]); 10] = [
        (text.who_title, &[Fills(AccessWho), Says(text.scope)]),
        (text.status_title, &[Fills(AccessStatus), Says(text.statuses)]),
        (text.rules_title, &[Says(text.rules), Says(text.made)]),
        (text.tested_title, &[Says(text.tested), Says(text.not_tested)]),
        (text.limits_title, &[Fills(AccessLimits), Says(text.time)]),
        (text.keys_title, &[Says(text.keys)]),
        (text.problem_title, &[Says(text.problem), Fills(AccessContact)]),
        (text.silent_title, &[Says(text.silent)]),
        (text.complaint_title, &[Says(text.complaint)]),
        (text.date_title, &[Fills(AccessDate)]),
    ];
    let sections = sections.map(|(title, paragraphs)| {
        let paragraphs = paragraphs.iter().map(|paragraph| match *paragraph {
            Says(words) => Either::Left(view! { <p><Marked words /></p> }),
            Fills(text) => Either::Right(view! { <Own text language /> }),
        });
        view! {
            <h2><Marked words=title /></h2>
            {paragraphs.collect::<Vec<_>>()}
        }
    });
    view! {
        <article class="page statement">
            <h1>{text.title}</h1>
            <p class="intro">{text.intro}</p>
            {sections.into_iter().collect::<Vec<_>>()}
        </article>
    }
}
