//! Periods, lines and numbers of the figures in words.

use jiff::civil::Date;

use crate::{
    domain::{
        evaluation::{Asked, Opinion},
        misuse::Misuse,
        region::Regions,
        statistics::{GaveUp, Kind, Line, LookedAt, Period, Quarter, Range, Scope, Subject},
        suppression::Cell,
    },
    ui::text::{Language, hours::month_name, office::figures::Figures},
};

/// A period: "november 2026", "week 48 van 2026".
#[must_use]
pub fn period(period: Period, language: Language) -> String {
    let text = Figures::of(language);
    let first = period.first();
    let (year, month) = (first.year().to_string(), first.month());
    match period.kind() {
        Kind::Day => date(first, language),
        Kind::Week => {
            let week = first.iso_week_date();
            text.week.with(&[&week.week().to_string(), &week.year().to_string()])
        }
        Kind::Month => format!("{} {year}", name_of(month, language)),
        Kind::Quarter => quarter(Quarter::of(first), language),
        Kind::HalfYear => text.half_year.with(&[&((month - 1) / 6 + 1).to_string(), &year]),
        Kind::Year => year,
    }
}

/// A quarter: "4e kwartaal 2026".
#[must_use]
pub fn quarter(quarter: Quarter, language: Language) -> String {
    let text = Figures::of(language);
    text.quarter.with(&[&quarter.number.to_string(), &quarter.year.to_string()])
}

/// A date: "23 november 2026".
#[must_use]
pub fn date(date: Date, language: Language) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    Figures::of(language).date.with(&[&day, name_of(date.month(), language), &year])
}

fn name_of(month: i8, language: Language) -> &'static str {
    month_name(u8::try_from(month).unwrap_or(0), language)
}

/// What a part of a period is called along an axis: "23", "nov".
#[must_use]
pub fn short(part: Period, language: Language) -> String {
    match part.kind() {
        Kind::Day => part.first().day().to_string(),
        _ => name_of(part.first().month(), language).chars().take(3).collect(),
    }
}

/// Whom figures are about.
#[must_use]
pub fn scope(scope: Scope, regions: &Regions, language: Language) -> String {
    match scope {
        Scope::All => Figures::of(language).all.to_owned(),
        Scope::Region(id) => regions
            .get(id)
            .map_or_else(|| id.0.to_string(), |region| format!("Veilig Thuis {}", region.name)),
    }
}

/// A number as it may be seen.
#[must_use]
pub fn cell(cell: Cell, language: Language) -> String {
    let text = Figures::of(language);
    match cell {
        Cell::Shown(number) => number.to_string(),
        Cell::Few => text.few.to_owned(),
        Cell::Hidden => text.hidden.to_owned(),
    }
}

/// A step: "5 tot 10 minuten".
#[must_use]
pub fn range(range: Range, language: Language) -> String {
    let text = Figures::of(language);
    let from = range.from.to_string();
    match (range.from, range.to) {
        (_, None) => text.from.with(&[&from]),
        (0, Some(1)) => text.under_one.with(&["1"]),
        (0, Some(to)) => text.under.with(&[&to.to_string()]),
        (_, Some(to)) => text.between.with(&[&from, &to.to_string()]),
    }
}

/// What a table is called.
#[must_use]
pub fn subject(subject: Subject, language: Language) -> &'static str {
    let text = Figures::of(language);
    match subject {
        Subject::Outcome => text.outcome,
        Subject::Waits => text.waits,
        Subject::GaveUp => text.gave_up,
        Subject::GaveUpHow => text.gave_up_how,
        Subject::Overflow => text.overflow,
        Subject::Lengths => text.lengths,
        Subject::Evaluation(Asked::Heard) => text.heard,
        Subject::Evaluation(Asked::NextStep) => text.next_step,
        Subject::Evaluation(Asked::Again) => text.again,
        Subject::TurnedAway => text.turned_away,
        Subject::Looked => text.looked,
        Subject::Misuse => text.misuse,
        Subject::Unregistered => text.unregistered,
    }
}

/// The code of a table in an address and its id on the page.
#[must_use]
pub const fn code(subject: Subject) -> &'static str {
    match subject {
        Subject::Outcome => "aanmeldingen",
        Subject::Waits => "wachttijden",
        Subject::GaveUp => "uitval",
        Subject::GaveUpHow => "uitval-hoe",
        Subject::Overflow => "regios",
        Subject::Lengths => "duur",
        Subject::Evaluation(Asked::Heard) => "oordeel-serieus",
        Subject::Evaluation(Asked::NextStep) => "oordeel-stap",
        Subject::Evaluation(Asked::Again) => "oordeel-weer",
        Subject::TurnedAway => "afgewezen",
        Subject::Looked => "buiten-uren",
        Subject::Misuse => "misbruik",
        Subject::Unregistered => "niet-geregistreerd",
    }
}

/// What a line of a table is called.
#[must_use]
pub fn line(line: Line, regions: &Regions, language: Language) -> String {
    let text = Figures::of(language);
    let words = match line {
        Line::Step(from, to) => return range(Range { from, to }, language),
        Line::Helper(region) => return scope(Scope::Region(region), regions, language),
        Line::Connected => text.connected,
        Line::NotHelped => text.not_helped,
        Line::How(GaveUp::Stopped) => text.stopped,
        Line::How(GaveUp::Exited) => text.exited,
        Line::How(GaveUp::Expired) => text.expired,
        Line::OwnRegion => text.own_region,
        Line::Opinion(Opinion::Yes) => text.yes,
        Line::Opinion(Opinion::Somewhat) => text.somewhat,
        Line::Opinion(Opinion::No) => text.no,
        Line::Closed => text.closed,
        Line::Unattended => text.unattended,
        Line::Full => text.full,
        Line::Looked(LookedAt::Home) => text.looked_home,
        Line::Looked(LookedAt::Chat) => text.looked_chat,
        Line::Misuse(Misuse::Sexual) => text.sexual,
        Line::Misuse(Misuse::Abuse) => text.abuse,
        Line::Misuse(Misuse::Prank) => text.prank,
        Line::Misuse(Misuse::Spam) => text.spam,
        Line::Misuse(Misuse::Other) => text.other,
        Line::Unregistered => text.unregistered,
    };
    words.to_owned()
}

/// A step along an axis: "5–10".
#[must_use]
pub fn short_step(line: Line) -> String {
    match line {
        Line::Step(from, Some(to)) => format!("{from}–{to}"),
        Line::Step(from, None) => format!("{from}+"),
        _ => String::new(),
    }
}

/// A name along an axis, cut where it is long: the table has it whole.
#[must_use]
pub fn plain_name(name: &str) -> String {
    let name = name.trim_start_matches("Veilig Thuis ");
    if name.chars().count() <= 18 {
        return name.to_owned();
    }
    name.chars().take(17).chain(['…']).collect()
}
