//! The page "Registraties": how often each answer was given in a half year.

use leptos::prelude::*;

use crate::{
    domain::{
        advice::{HalfYear, Line, ListTotals, Month, Totals},
        suppression::Cell,
    },
    ui::text::{
        Language,
        office::advice::{Advice as Text, month_name},
    },
};

/// Where the page is.
pub const REGISTRATIONS: &str = "/beheer/registraties";

/// Where the export is.
pub const EXPORT: &str = "/beheer/registraties.csv";

/// What the page shows.
#[derive(Debug, Clone)]
pub struct Registrations {
    /// Which half year.
    pub half: HalfYear,
    /// The half year of today: there is none later.
    pub current: HalfYear,
    /// The numbers.
    pub totals: Totals,
}

/// The page, or the export, of a half year.
fn of_half(path: &str, half: HalfYear, language: Language) -> String {
    let address = language.address(path);
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}halfjaar={half}")
}

/// The page.
#[component]
pub fn RegistrationsPage(
    /// What it shows.
    page: Registrations,
    /// Its language.
    language: Language,
) -> impl IntoView {
    let text = Text::of(language);
    let Registrations { half, current, totals } = page;
    let Totals { months, all, durations, lists } = totals;
    let next = (half < current).then(|| {
        let address = of_half(REGISTRATIONS, half.after(), language);
        view! { <a href=address>{text.next}</a> }
    });
    let nothing = all.total == Cell::Shown(0);
    let durations: Vec<_> =
        durations.into_iter().map(|(bucket, line)| (text.words(bucket), line)).collect();
    let mut tables = vec![
        table(text.all, vec![(text.all.to_owned(), all)], &months, language).into_any(),
        table(text.duration, durations, &months, language).into_any(),
    ];
    for ListTotals { title, lines } in lists {
        let several = lines.iter().any(|(edition, _, _)| *edition != lines[0].0);
        let lines = lines.into_iter().map(|(edition, label, line)| {
            (if several { format!("{label} ({edition})") } else { label }, line)
        });
        let lines = lines.collect::<Vec<_>>();
        tables.push(table(&title, lines, &months, language).into_any());
    }
    view! {
        <nav class="actions" aria-label=text.half_year>
            <a href=of_half(REGISTRATIONS, half.before(), language)>{text.earlier}</a>
            {next}
        </nav>
        <section aria-labelledby="half-title">
            <h2 id="half-title">{text.of_half_year.with(&[&half.to_string()])}</h2>
            {if nothing {
                view! { <p>{text.nothing}</p> }.into_any()
            } else {
                view! {
                    <p class="intro">
                        {text.small} " "
                        {(half == current).then_some(text.still_open)}
                    </p>
                    <p class="intro">
                        <a href=of_half(EXPORT, half, language) download="">
                            {text.csv}
                        </a>
                        " "
                        <span class="hint">{text.csv_hint}</span>
                    </p>
                    {tables}
                }
                    .into_any()
            }}
        </section>
    }
}

fn table(
    title: &str,
    lines: Vec<(String, Line)>,
    months: &[Month; 6],
    language: Language,
) -> impl IntoView + use<> {
    let text = Text::of(language);
    let head = months.iter().map(|month| {
        view! {
            <th scope="col" class="number">
                {month_name(*month, language)}
            </th>
        }
    });
    let row = |(label, line): (String, Line)| {
        view! {
            <tr>
                <th scope="row">{label}</th>
                {line.months.into_iter().map(|number| cell(number, text)).collect::<Vec<_>>()}
                {cell(line.total, text)}
            </tr>
        }
    };
    let (title, label) = (title.to_owned(), title.to_owned());
    view! {
        <div class="wide" role="region" tabindex="0" aria-label=label>
            <table class="registrations">
                <caption>{title}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {head.collect::<Vec<_>>()}
                        <th scope="col" class="number">
                            {text.total}
                        </th>
                    </tr>
                </thead>
                <tbody>{lines.into_iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
}

fn cell(number: Cell, text: &'static Text) -> AnyView {
    match number {
        Cell::Shown(number) => view! { <td class="number">{number}</td> }.into_any(),
        Cell::Few => view! { <td class="number">{text.few}</td> }.into_any(),
        Cell::Hidden => view! {
            <td class="number">
                <span aria-hidden="true">"–"</span>
                <span class="visually-hidden">{text.hidden}</span>
            </td>
        }
        .into_any(),
    }
}
