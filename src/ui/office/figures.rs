//! The figures: what to look at, and each table with its picture.

mod sheets;
mod words;

use leptos::prelude::*;

pub use self::{
    sheets::{Drawing, Question, Sheet},
    words::{cell, period, scope},
};
use crate::{
    domain::suppression::Cell,
    ui::{
        office::{
            Section,
            charts::{BarChart, Series, WeekMap},
            parts::Choice,
        },
        text::{Language, office::figures::Figures},
    },
};

/// Something to choose: its value in the address and its words.
pub type Choices = Vec<(String, String)>;

/// What can be chosen, and what is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The organisations; empty for who sees the own one only.
    pub regions: Choices,
    /// The organisation that is shown.
    pub region: String,
    /// The periods.
    pub periods: Choices,
    /// The period that is shown.
    pub period: String,
    /// What it can be held against.
    pub comparisons: Choices,
    /// What it is held against; empty for nothing.
    pub comparison: String,
    /// The period before, and the one after, in the address.
    pub beside: [String; 2],
}

impl Chosen {
    /// The address of `path` with what was chosen, another period and perhaps a table.
    fn address(&self, path: &str, period: &str, table: &str, language: Language) -> String {
        let mut asked = vec![("periode", period)];
        for (name, value) in
            [("regio", &*self.region), ("vergelijk", &*self.comparison), ("tabel", table)]
        {
            if !value.is_empty() {
                asked.push((name, value));
            }
        }
        if language == Language::English {
            asked.push(("taal", "en"));
        }
        // Periods, slugs and codes have no character that an address would have to escape.
        let pairs: Vec<String> =
            asked.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        format!("{path}?{}", pairs.join("&"))
    }
}

/// The path of the file for a spreadsheet.
pub const FILE: &str = "/beheer/cijfers.csv";

/// The page.
#[component]
pub fn FiguresPage(
    /// What is asked, with everything that was counted.
    question: Question,
    /// What can be chosen.
    chosen: Chosen,
) -> impl IntoView {
    let language = question.language;
    let text = Figures::of(language);
    let path = Section::Figures.path();
    let beside = |period: &str, words: &'static str| {
        view! { <a href=chosen.address(path, period, "", language)>{words}</a> }
    };
    let beside = (beside(&chosen.beside[0], text.earlier), beside(&chosen.beside[1], text.later));
    let file = chosen.address(FILE, &chosen.period, "", language);
    let heading = format!(
        "{}, {}",
        scope(question.scope, &question.regions, language),
        period(question.period, language)
    );
    let content = if question.has_anything() {
        let sheets = question.sheets().into_iter().map(|sheet| {
            let file = chosen.address(FILE, &chosen.period, sheet.code, language);
            view! { <Figure sheet file language /> }
        });
        view! {
            <InShort question=question.clone() />
            <p class="actions">
                <a class="button quiet" href=file download="">
                    {text.download}
                </a>
            </p>
            {(!question.is_long()).then(|| view! { <p>{text.only_months}</p> })}
            {sheets.collect::<Vec<_>>()}
        }
        .into_any()
    } else {
        view! { <p class="empty">{text.nothing}</p> }.into_any()
    };
    view! {
        <p>{text.intro}</p>
        <form class="choose" method="get" action=path aria-label=text.choose>
            {(language == Language::English)
                .then(|| view! { <input type="hidden" name="taal" value="en" /> })}
            {(!chosen.regions.is_empty())
                .then(|| {
                    view! {
                        <Choice
                            name="regio"
                            label=text.organisation
                            choices=chosen.regions.clone()
                            chosen=chosen.region.clone()
                        />
                    }
                })}
            <Choice
                name="periode"
                label=text.period
                choices=chosen.periods.clone()
                chosen=chosen.period.clone()
            />
            <Choice
                name="vergelijk"
                label=text.compare
                choices=chosen.comparisons.clone()
                chosen=chosen.comparison.clone()
            />
            <button type="submit">{text.show}</button>
        </form>
        <h2>{heading}</h2>
        <p class="beside">{beside}</p>
        {content}
    }
}

/// The few numbers that say most.
#[component]
fn InShort(question: Question) -> impl IntoView {
    let text = Figures::of(question.language);
    let columns = std::iter::once((question.scope, question.period)).chain(question.comparison);
    let heads = columns.map(|(who, when)| {
        let who = scope(who, &question.regions, question.language);
        view! {
            <th scope="col" class="number">
                {who} ", " {period(when, question.language)}
            </th>
        }
    });
    let lines = question.in_short().into_iter().map(|(name, values)| {
        let values = values.into_iter().map(|value| view! { <td class="number">{value}</td> });
        view! {
            <tr>
                <th scope="row">{name}</th>
                {values.collect::<Vec<_>>()}
            </tr>
        }
    });
    view! {
        <div class="wide" tabindex="0" role="group" aria-label=text.key>
            <table class="in-short">
                <caption>{text.key}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text.key_what}</th>
                        {heads.collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>{lines.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
}

/// A table with its picture.
#[component]
fn Figure(sheet: Sheet, file: String, language: Language) -> impl IntoView {
    let text = Figures::of(language);
    let heading = format!("{}-kop", sheet.code);
    if sheet.is_empty() {
        return view! {
            <section class="figure" aria-labelledby=heading>
                <h3 id=heading.clone()>{sheet.title}</h3>
                {(!sheet.note.is_empty()).then(|| view! { <p class="hint">{sheet.note}</p> })}
                <p class="empty">{text.nothing}</p>
            </section>
        }
        .into_any();
    }
    let week = matches!(sheet.drawing, Drawing::Week(_));
    let body = if week {
        view! {
            {drawing(&sheet, language)}
            <details>
                <summary>{text.table_of}</summary>
                {week_table(&sheet, language)}
            </details>
        }
        .into_any()
    } else {
        view! {
            <div class="picture-and-table">{drawing(&sheet, language)} {table(&sheet, language)}</div>
        }
        .into_any()
    };
    view! {
        <section class="figure" aria-labelledby=heading>
            <h3 id=heading.clone()>{sheet.title.clone()}</h3>
            {(!sheet.note.is_empty()).then(|| view! { <p class="hint">{sheet.note}</p> })}
            {body}
            <p>
                <a href=file download="" aria-label=format!("{}: {}", text.download_one, sheet.title)>
                    {text.download_one}
                </a>
            </p>
        </section>
    }
    .into_any()
}

fn drawing(sheet: &Sheet, language: Language) -> impl IntoView + use<> {
    let text = Figures::of(language);
    let about: Vec<String> =
        sheet.columns.iter().map(|(who, when)| format!("{who}, {when}")).collect();
    let about = match &about[..] {
        [own, other] => text.compared.with(&[own, other]),
        _ => about.concat(),
    };
    let id = format!("{}-tekening", sheet.code);
    match &sheet.drawing {
        Drawing::None => ().into_any(),
        Drawing::Week(hours) => {
            let description = text.map.with(&[&about, text.as_drawn]);
            view! { <WeekMap id title=sheet.title.clone() description hours=hours.clone() language /> }
                .into_any()
        }
        Drawing::Bars(names) => {
            let series = sheet.columns.iter().enumerate().map(|(at, (who, when))| Series {
                name: format!("{who}, {when}"),
                cells: sheet.lines.iter().map(|(_, cells)| cells[at]).collect(),
            });
            let series: Vec<Series> = series.collect();
            let whose = |at: usize| sheet.columns.get(at).map(|(who, _)| who);
            // All organisations together would make every other bar a line.
            let own_scale = (series.len() > 1 && whose(0) != whose(1)).then_some(());
            let mut description = text.picture.with(&[&about, text.as_drawn]);
            if own_scale.is_some() {
                description.push(' ');
                description.push_str(text.own_scale);
            }
            let (title, names) = (sheet.title.clone(), names.clone());
            if own_scale.is_some() {
                view! { <BarChart id title description names series own_scale=() /> }.into_any()
            } else {
                view! { <BarChart id title description names series /> }.into_any()
            }
        }
    }
}

fn table(sheet: &Sheet, language: Language) -> impl IntoView + use<> {
    let text = Figures::of(language);
    let heads = sheet.heads(text.number).into_iter().map(|words| {
        view! { <th scope="col" class="number">{words}</th> }
    });
    let numbers = move |cells: &[Cell]| -> Vec<_> {
        let cells =
            cells.iter().map(|number| view! { <td class="number">{cell(*number, language)}</td> });
        cells.collect()
    };
    let lines = sheet.lines.iter().map(|(name, cells)| {
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                {numbers(cells)}
            </tr>
        }
    });
    let totals = sheet.totals.as_ref().map(|totals| {
        view! {
            <tfoot>
                <tr>
                    <th scope="row">{text.total}</th>
                    {numbers(totals)}
                </tr>
            </tfoot>
        }
    });
    view! {
        <div class="wide" tabindex="0" role="group" aria-label=sheet.title.clone()>
            <table>
                <caption class="visually-hidden">{sheet.title.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{sheet.head}</th>
                        {heads.collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>{lines.collect::<Vec<_>>()}</tbody>
                {totals}
            </table>
        </div>
    }
}

/// A row for each hour, a column for each day.
fn week_table(sheet: &Sheet, language: Language) -> impl IntoView + use<> {
    use crate::ui::text::hours::weekday_name;
    let text = Figures::of(language);
    let days = (1..=7).map(|day| {
        view! { <th scope="col" class="number">{weekday_name(day, language)}</th> }
    });
    let lines = (0..24_usize).map(|hour| {
        let cells = (0..7_usize).map(|day| {
            let number = sheet.lines[day * 24 + hour].1[0];
            view! { <td class="number">{cell(number, language)}</td> }
        });
        view! {
            <tr>
                <th scope="row">{hour} ".00"</th>
                {cells.collect::<Vec<_>>()}
            </tr>
        }
    });
    view! {
        <div class="wide" tabindex="0" role="group" aria-label=sheet.title.clone()>
            <table>
                <caption class="visually-hidden">{sheet.title.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text.hour}</th>
                        {days.collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>{lines.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
}
