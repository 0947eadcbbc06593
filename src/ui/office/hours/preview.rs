//! How the hours would be, day by day.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::{
    domain::hours::{Holiday, Interval},
    ui::text::{
        Language,
        hours::Status,
        office::hours::{OfficeHours, date_name},
    },
};

/// How the hours would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// What visitors would see now.
    pub status: Status,
    /// The coming days.
    pub days: Vec<Day>,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// When it is open.
    pub open: Vec<Interval>,
    /// The holiday on which it is closed.
    pub holiday: Option<Holiday>,
    /// What the ordinary week says is more.
    pub shortened: bool,
}

/// The preview, with the days as a table.
#[component]
pub(super) fn PreviewCard(preview: Preview, language: Language) -> impl IntoView {
    let text = OfficeHours::of(language);
    let Preview { status, days } = preview;
    let rows = days.into_iter().map(|day| {
        let why = match day.holiday {
            Some(holiday) => text.holiday(holiday),
            None if day.shortened => text.extra_closed,
            None => "",
        };
        let why = (!why.is_empty()).then(|| format!(" ({why})"));
        view! {
            <tr data-open=(!day.open.is_empty()).to_string()>
                <th scope="row">{date_name(day.date, language)}</th>
                <td>{text.intervals(&day.open)} {why}</td>
            </tr>
        }
    });
    view! {
        <section class="card preview" aria-labelledby="preview-title" tabindex="-1">
            <h2 id="preview-title">{text.preview}</h2>
            <p class="hint">{text.preview_hint}</p>
            <p>
                {text.would_see} " " <strong>{status.headline(language)}</strong> ". "
                {status.detail(language)}
            </p>
            <table>
                <caption>{text.fortnight}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text.day}</th>
                        <th scope="col">{text.open_hours}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </section>
    }
}
