//! `/beheer/openingstijden`: the week, the holidays and the extra closures of one region.

mod preview;
mod rows;
mod stored;

use leptos::prelude::*;

use self::{
    preview::PreviewCard,
    rows::{Closures, Days, HolidayTicks},
    stored::StoredHours,
};
pub use self::{
    preview::{Day, Preview},
    rows::{ClosureTrouble, TimeTrouble, TypedClosure, TypedHours, TypedTime},
};
use crate::{
    domain::hours::Hours,
    ui::{
        office::{Section, parts::Carried},
        text::{Language, hours::Status, office::hours::OfficeHours},
    },
};

/// What the page shows.
#[derive(Debug, Clone)]
pub struct HoursShown {
    /// What visitors see now.
    pub status: Status,
    /// What stands in the form.
    pub typed: TypedHours,
    /// The years whose holidays are dated: this one and the next.
    pub years: [i16; 2],
    /// The field to start typing in; empty for none.
    pub focus: String,
    /// How it would be.
    pub preview: Option<Preview>,
    /// What is stored, after somebody else changed it.
    pub stored: Option<Hours>,
}

/// The page.
#[component]
pub fn HoursPage(
    /// What it shows.
    shown: HoursShown,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = OfficeHours::of(language);
    let HoursShown { status, typed, years, focus, preview, stored } = shown;
    let path = language.address(Section::Hours.path());
    let version = typed.version.clone();
    view! {
        <p class="intro">{text.intro}</p>
        <section class="card now" aria-labelledby="now-title">
            <h2 id="now-title">{text.now}</h2>
            <p>
                <strong>{status.headline(language)}</strong>
                ". "
                {status.detail(language)}
            </p>
        </section>
        {stored.map(|stored| view! { <StoredHours stored language /> })}
        {preview.map(|preview| view! { <PreviewCard preview language /> })}
        <form method="post" action=path class="hours-form">
            <Carried name="versie" value=version />
            // What Enter presses in a field: it changes nothing.
            <button class="visually-hidden" name="doe" value="voorbeeld" tabindex="-1">
                {text.show}
            </button>
            <Days days=typed.days focus=focus.clone() language />
            <HolidayTicks closed=typed.holidays years language />
            <Closures closures=typed.closures focus language />
            <div class="actions">
                <button class="main" name="doe" value="publiceren">
                    {text.publish}
                </button>
                <button name="doe" value="voorbeeld">
                    {text.show}
                </button>
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests;
