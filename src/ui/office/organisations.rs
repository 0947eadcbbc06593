//! `/beheer/organisaties`: the organisations, and a new table of municipalities with what it would
//! change.

use leptos::prelude::*;

use super::parts::{Carried, Choice, LongField};
use crate::{
    domain::{
        ids::RegionId,
        region::{Changes, FAULTS_SHOWN, Faults, PlaceChange, RegionChange},
    },
    ui::text::{Language, office::organisations::Organisations},
};

/// Where the page is.
pub const PATH: &str = "/beheer/organisaties";

/// Where a table that was looked at is posted.
pub const APPLY_PATH: &str = "/beheer/organisaties/doorvoeren";

/// The most bytes of a table, so that it fits into a request with the rest of its form.
pub const TABLE_LIMIT: u32 = 60_000;

/// One organisation of the list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Its name, without "Veilig Thuis".
    pub name: String,
    /// How many municipalities of today it has.
    pub municipalities: usize,
    /// How many former municipalities and other names lead to it.
    pub other_names: usize,
    /// How many accounts belong to it.
    pub accounts: usize,
    /// Whether visitors cannot choose it.
    pub closed: bool,
}

/// A table as it was handed in.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Its text.
    pub table: String,
    /// The code of the division that was chosen.
    pub edition: String,
    /// Whether the text came out of a file.
    pub from_file: bool,
    /// What is wrong with the whole of it; empty for nothing.
    pub error: String,
    /// Which lines are wrong.
    pub faults: Option<Faults>,
}

/// What a table would change.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The table, to be posted again.
    pub table: String,
    /// The code of the division.
    pub edition: String,
    /// The version of what it was compared with.
    pub version: String,
    /// The differences.
    pub changes: Changes,
    /// How many accounts belong to each organisation.
    pub accounts: Vec<(RegionId, usize)>,
}

/// The list of organisations, and the form for a new table.
#[component]
pub fn OrganisationsPage(
    /// The organisations.
    listed: Vec<Listed>,
    /// What was handed in before, if it was wrong.
    given: Given,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = Organisations::of(language);
    let rows = listed.into_iter().map(|row| {
        let state = if row.closed { text.closed } else { text.open };
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td class="number">{row.municipalities}</td>
                <td class="number">{row.other_names}</td>
                <td class="number">{row.accounts}</td>
                <td>{state}</td>
            </tr>
        }
    });
    let table = view! {
        <div class="wide" tabindex="0" role="region" aria-label=text.list>
            <table>
                <caption class="visually-hidden">{text.list}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text.organisation}</th>
                        <th scope="col" class="number">{text.municipalities}</th>
                        <th scope="col" class="number">{text.other_names}</th>
                        <th scope="col" class="number">{text.accounts}</th>
                        <th scope="col">{text.for_visitors}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    };
    // Who comes back with a wrong table wants to read what is wrong, not to scroll past the list.
    let wrong_first = given.faults.is_some() || !given.error.is_empty();
    let form = view! { <ImportForm given language /> };
    if wrong_first {
        view! {
            {form}
            {table}
        }
        .into_any()
    } else {
        view! {
            <p class="intro">{text.intro}</p>
            {table}
            {form}
        }
        .into_any()
    }
}

#[component]
fn ImportForm(given: Given, language: Language) -> impl IntoView {
    let text = Organisations::of(language);
    let faults = given.faults.map(|faults| view! { <WrongLines faults language /> });
    let editions = [("26", text.edition_26), ("25", text.edition_25)];
    let editions = editions.map(|(code, words)| (code.to_owned(), words.to_owned())).to_vec();
    let table_hint = if given.from_file { text.table_read } else { text.table_hint };
    view! {
        <section aria-labelledby="import">
            <h2 id="import">{text.import}</h2>
            <p class="intro">{text.import_intro}</p>
            {faults}
            <form method="post" action=language.address(PATH) enctype="multipart/form-data">
                <div class="field">
                    <label for="bestand">{text.file}</label>
                    <input
                        id="bestand"
                        name="bestand"
                        type="file"
                        accept=".csv,text/csv"
                        aria-describedby="bestand-hint"
                    />
                    <p class="hint" id="bestand-hint">{text.file_hint}</p>
                </div>
                <LongField
                    name="tabel"
                    label=text.table
                    value=given.table
                    hint=table_hint
                    error=given.error
                    rows=8
                    most=TABLE_LIMIT
                />
                <Choice
                    name="indeling"
                    label=text.edition
                    choices=editions
                    chosen=given.edition
                    hint=text.edition_hint
                />
                <div class="actions">
                    <button type="submit" class="main">{text.compare}</button>
                </div>
            </form>
        </section>
    }
}

#[component]
fn WrongLines(faults: Faults, language: Language) -> impl IntoView {
    let text = Organisations::of(language);
    let lines = faults.shown().iter().map(|fault| view! { <li>{text.fault(fault)}</li> });
    let more = faults.total().saturating_sub(FAULTS_SHOWN);
    let more = (more > 0).then(|| view! { <p>{text.more.with(&[&more.to_string()])}</p> });
    view! {
        <section class="differences" aria-labelledby="faults">
            <h3 id="faults">{text.faults}</h3>
            <ul>{lines.collect::<Vec<_>>()}</ul>
            {more}
        </section>
    }
}

/// What a table would change, and the button that does it.
#[component]
pub fn PreviewPage(
    /// What would change.
    preview: Preview,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = Organisations::of(language);
    let nothing = preview.changes.is_empty();
    let content = if nothing {
        view! { <p>{text.nothing_changes}</p> }.into_any()
    } else {
        let lists = differences(&preview, text);
        view! {
            {lists}
            <form method="post" action=language.address(APPLY_PATH)>
                <Carried name="tabel" value=preview.table />
                <Carried name="indeling" value=preview.edition />
                <Carried name="versie" value=preview.version />
                <div class="actions">
                    <button type="submit" class="main">{text.apply}</button>
                </div>
            </form>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="preview">
            <h2 id="preview">{text.preview}</h2>
            {content}
            <p><a href=language.address(PATH)>{text.cancel}</a></p>
        </section>
    }
}

/// A list for each kind of difference that there is.
fn differences(preview: &Preview, text: &Organisations) -> Vec<AnyView> {
    let accounts = |id: RegionId| {
        let found = preview.accounts.iter().find(|(region, _)| *region == id);
        found.map_or(0, |(_, accounts)| *accounts)
    };
    let regions = preview.changes.regions.iter().map(|change| {
        let mut words = text.of_region(change);
        if let RegionChange::Closed { id, .. } = change {
            words.push(' ');
            words.push_str(&text.region_staff.with(&[&accounts(*id).to_string()]));
        }
        words
    });
    let mut lists = vec![("regions", text.of_regions, regions.collect::<Vec<_>>())];
    let places: [(&str, &'static str, fn(&PlaceChange) -> bool); 4] = [
        ("moved", text.moved, |change| matches!(change, PlaceChange::Moved { .. })),
        ("removed", text.removed, |change| matches!(change, PlaceChange::Removed { .. })),
        ("added", text.added, |change| matches!(change, PlaceChange::Added { .. })),
        ("kinds", text.kinds, |change| matches!(change, PlaceChange::Kind { .. })),
    ];
    for (id, title, is_here) in places {
        let changes = preview.changes.places.iter().filter(|change| is_here(change));
        lists.push((id, title, changes.map(|change| text.of_place(change)).collect()));
    }
    lists.retain(|(_, _, changes)| !changes.is_empty());
    let lists = lists.into_iter().map(|(id, title, changes)| {
        let title = format!("{title} ({})", changes.len());
        let changes = changes.into_iter().map(|words| view! { <li>{words}</li> });
        view! {
            <section class="differences" aria-labelledby=id>
                <h3 id=id>{title}</h3>
                <ul>{changes.collect::<Vec<_>>()}</ul>
            </section>
        }
        .into_any()
    });
    lists.collect()
}
