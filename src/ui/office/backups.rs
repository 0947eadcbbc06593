//! `/beheer/achtervang`: which regions may help the visitors of this one.

use leptos::prelude::*;

use crate::{
    domain::{ids::RegionId, region::Region},
    ui::{
        office::{
            Section,
            parts::{Carried, Meanwhile, Tick},
        },
        text::{Language, office::choices::OfficeChoices},
    },
};

/// What the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupsShown {
    /// The version that the form was made on.
    pub version: String,
    /// The other regions.
    pub regions: Vec<Region>,
    /// Which of them are ticked.
    pub ticked: Vec<RegionId>,
    /// Which are stored, after somebody else changed it.
    pub stored: Option<Vec<RegionId>>,
}

/// The page.
#[component]
pub fn BackupsPage(
    /// What it shows.
    shown: BackupsShown,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = OfficeChoices::of(language);
    let BackupsShown { version, regions, ticked, stored } = shown;
    let stored = stored.map(|stored| {
        let names = regions.iter().filter(|region| stored.contains(&region.id));
        let names: Vec<&str> = names.map(|region| region.name.as_str()).collect();
        let names = if names.is_empty() { text.no_backups.to_owned() } else { names.join(", ") };
        view! {
            <Meanwhile path=language.address(Section::Backups.path()) language>
                <p>{names}</p>
            </Meanwhile>
        }
    });
    let ticks = regions.into_iter().map(|region| {
        let is_ticked = ticked.contains(&region.id);
        view! {
            <li>
                <Tick
                    name="regio"
                    value=region.id.0.to_string()
                    label=region.name
                    ticked=is_ticked
                />
            </li>
        }
    });
    view! {
        <p class="intro">{text.backups_intro}</p>
        {stored}
        <form method="post" action=language.address(Section::Backups.path())>
            <Carried name="versie" value=version />
            <fieldset>
                <legend>{text.backups}</legend>
                <ul role="list" class="regions">
                    {ticks.collect::<Vec<_>>()}
                </ul>
            </fieldset>
            <div class="actions">
                <button class="main">{text.publish}</button>
            </div>
        </form>
    }
}
