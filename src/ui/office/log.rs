//! `/beheer/logboek`: who did what to accounts and settings.

use leptos::prelude::*;

use super::stamp::Stamp;
use crate::{
    domain::audit::Deed,
    ui::text::{
        Language,
        office::log::{Log, deed},
    },
};

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// When.
    pub at: Stamp,
    /// By whom; `None` for the command line.
    pub who: Option<String>,
    /// What.
    pub what: Deed,
    /// About whom or what.
    pub about: String,
    /// For which organisation; `None` for the installation.
    pub organisation: Option<String>,
}

/// What the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogSeen {
    /// The lines, the latest first.
    pub rows: Vec<LogRow>,
    /// Whether a line says which organisation it is about.
    pub columns: LogColumns,
    /// Where older lines are, if there are any.
    pub older: Option<String>,
    /// This is not the newest page.
    pub is_older: bool,
}

/// Whose log it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogColumns {
    /// One organisation's.
    Own,
    /// That of all.
    All,
}

/// The log.
#[component]
pub fn LogPage(
    /// What the page shows.
    seen: LogSeen,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = Log::of(language);
    let LogSeen { rows, columns, older, is_older } = seen;
    let all = columns == LogColumns::All;
    let empty = rows.is_empty();
    let rows = rows.into_iter().map(|row| {
        let organisation = all.then(
            || view! { <td>{row.organisation.unwrap_or_else(|| text.whole.to_owned())}</td> },
        );
        view! {
            <tr>
                <td>{row.at.words(language)}</td>
                <td>{row.who.unwrap_or_else(|| text.command_line.to_owned())}</td>
                <td>{deed(row.what, language)}</td>
                <td>{row.about}</td>
                {organisation}
            </tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let table = (!empty).then(|| {
        view! {
            <div class="wide" role="region" aria-label=text.list tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{text.when}</th>
                            <th scope="col">{text.who}</th>
                            <th scope="col">{text.what}</th>
                            <th scope="col">{text.about}</th>
                            {all.then(|| view! { <th scope="col">{text.organisation}</th> })}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let newest = is_older.then(|| {
        view! { <a href=language.address("/beheer/logboek")>{text.newest}</a> }
    });
    view! {
        <p>{text.intro}</p>
        {empty.then(|| view! { <p>{text.nothing}</p> })}
        {table}
        <p class="actions">
            {newest} {older.map(|older| view! { <a href=older>{text.older}</a> })}
        </p>
    }
}
