//! The tables of the figures with everything in words: what the page, its pictures and the file for
//! a spreadsheet are made of.

use jiff::civil::Date;

use super::words;
use crate::{
    domain::{
        region::Regions,
        statistics::{
            Figures, Kind, Ledger, Line, LookedAt, Measure, Period, Quarter, Scope, Spread,
            Subject, WeekHour,
        },
        suppression::Cell,
    },
    ui::text::{Language, hours::weekday_name, office::figures::Figures as Text},
};

/// What is asked of the figures.
#[derive(Debug, Clone)]
pub struct Question {
    /// Everything that was counted in the periods.
    pub ledger: Ledger,
    /// The names of the organisations.
    pub regions: Regions,
    /// Whom it is about.
    pub scope: Scope,
    /// Which period.
    pub period: Period,
    /// What it is held against.
    pub comparison: Option<(Scope, Period)>,
    /// Today, in Amsterdam.
    pub today: Date,
    /// The language of the words.
    pub language: Language,
}

/// How a table is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawing {
    /// Not.
    None,
    /// As bars, with the short names along the axis.
    Bars(Vec<String>),
    /// As a map of the week.
    Week(Vec<(WeekHour, Cell)>),
}

/// A table in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its code in an address.
    pub code: &'static str,
    /// What it is called.
    pub title: String,
    /// What has to be known about it; empty for nothing.
    pub note: &'static str,
    /// What its lines are.
    pub head: &'static str,
    /// What its columns of numbers are about, in words, each with its period.
    pub columns: Vec<(String, String)>,
    /// Its lines: what they are called, and a number for each column.
    pub lines: Vec<(String, Vec<Cell>)>,
    /// The totals, when the lines are parts of a whole.
    pub totals: Option<Vec<Cell>>,
    /// How it is drawn.
    pub drawing: Drawing,
}

impl Question {
    /// The columns that are asked for: what it is about, then what it is held against.
    fn columns(&self) -> Vec<(Scope, Period)> {
        std::iter::once((self.scope, self.period)).chain(self.comparison).collect()
    }

    fn named(&self, (scope, period): (Scope, Period)) -> (String, String) {
        let scope = words::scope(scope, &self.regions, self.language);
        (scope, words::period(period, self.language))
    }

    /// Whether anything was counted at all.
    #[must_use]
    pub fn has_anything(&self) -> bool {
        self.ledger.has_anything(self.scope, self.period)
    }

    /// Whether the period is long enough to be taken apart.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.period.kind() >= Kind::Month
    }

    /// The conversations, and within how much time most were helped and over: name and words of
    /// each, for each column.
    #[must_use]
    pub fn in_short(&self) -> Vec<(&'static str, Vec<String>)> {
        let text = Text::of(self.language);
        let (figures, columns) = (Figures::new(&self.ledger), self.columns());
        let each = |words: &dyn Fn(Scope, Period) -> String| {
            columns.iter().map(|(scope, period)| words(*scope, *period)).collect()
        };
        let told = |spread: Spread, most: bool| {
            let found = if most { spread.ninetieth() } else { spread.median() };
            let words = found.map(|range| words::range(range, self.language));
            words.unwrap_or_else(|| text.too_few.to_owned())
        };
        let conversations =
            |scope, period| words::cell(figures.conversations(scope, period), self.language);
        vec![
            (text.conversations, each(&conversations)),
            (text.median, each(&|scope, period| told(figures.waits(scope, period), false))),
            (text.ninetieth, each(&|scope, period| told(figures.waits(scope, period), true))),
            (
                text.length_median,
                each(&|scope, period| told(figures.lengths(scope, period), false)),
            ),
            (
                text.length_ninetieth,
                each(&|scope, period| told(figures.lengths(scope, period), true)),
            ),
        ]
    }

    /// Every table of the period, in the order of the page.
    #[must_use]
    pub fn sheets(&self) -> Vec<Sheet> {
        let figures = &Figures::new(&self.ledger);
        let mut sheets = Vec::new();
        if self.period.kind() > Kind::Month || Figures::has_days(self.period, self.today) {
            sheets.push(self.by_part(figures));
        }
        if self.is_long() {
            sheets.extend(Subject::ALL.map(|subject| self.of(figures, subject)));
            sheets.extend(self.helped(figures));
        }
        let looked = LookedAt::ALL.map(Measure::Looked);
        let text = Text::of(self.language);
        let quarter = self.period.quarter();
        sheets.push(self.week(
            figures,
            "week",
            text.week_hours,
            &[Measure::Connected],
            self.scope,
            quarter,
        ));
        let title = text.looked_hours;
        sheets.push(self.week(figures, "week-buiten-uren", title, &looked, Scope::All, quarter));
        sheets
    }

    fn by_part(&self, figures: &Figures<'_>) -> Sheet {
        let text = Text::of(self.language);
        let parts = figures.parts(self.scope, self.period);
        let months = self.period.kind() > Kind::Month;
        let name = |part: &Period| words::period(*part, self.language);
        Sheet {
            code: "per-dag",
            title: if months { text.per_month } else { text.per_day }.to_owned(),
            note: "",
            head: if months { text.month } else { text.day },
            columns: vec![self.named((self.scope, self.period))],
            lines: parts.iter().map(|(part, cell)| (name(part), vec![*cell])).collect(),
            totals: Some(vec![figures.conversations(self.scope, self.period)]),
            drawing: Drawing::Bars(
                parts.iter().map(|(part, _)| words::short(*part, self.language)).collect(),
            ),
        }
    }

    fn of(&self, figures: &Figures<'_>, subject: Subject) -> Sheet {
        let text = Text::of(self.language);
        let columns = match subject {
            // Nobody had chosen an organisation yet.
            Subject::Looked => {
                let mut all = self.columns();
                for (scope, _) in &mut all {
                    *scope = Scope::All;
                }
                all.dedup();
                all
            }
            _ => self.columns(),
        };
        let tables: Vec<_> =
            columns.iter().map(|(scope, period)| figures.table(subject, *scope, *period)).collect();
        // The own region stands there as such.
        let own = |line: &Line| {
            matches!((line, self.scope), (Line::Helper(helper), Scope::Region(own)) if *helper == own)
                && columns.iter().all(|(scope, _)| *scope != Scope::All)
        };
        let lines = subject.lines(&self.ledger).into_iter().enumerate();
        let lines = lines.filter(|(_, line)| !own(line)).map(|(at, line)| {
            let cells = tables.iter().map(|table| table.lines[at].1).collect();
            (words::line(line, &self.regions, self.language), cells)
        });
        let lines: Vec<(String, Vec<Cell>)> = lines.collect();
        let names = match subject {
            Subject::Unregistered => None,
            Subject::Waits | Subject::GaveUp | Subject::Lengths => Some(
                subject.lines(&self.ledger).iter().map(|line| words::short_step(*line)).collect(),
            ),
            _ => Some(lines.iter().map(|(name, _)| words::plain_name(name)).collect()),
        };
        Sheet {
            code: words::code(subject),
            title: words::subject(subject, self.language).to_owned(),
            note: if subject == Subject::Looked { text.looked_note } else { "" },
            head: text.line,
            columns: columns.into_iter().map(|column| self.named(column)).collect(),
            lines,
            totals: tables.iter().map(|table| table.total).collect(),
            drawing: names.map_or(Drawing::None, Drawing::Bars),
        }
    }

    fn helped(&self, figures: &Figures<'_>) -> Option<Sheet> {
        let text = Text::of(self.language);
        let helped = figures.helped(self.scope, self.period);
        let name = |scope: &Scope| words::scope(*scope, &self.regions, self.language);
        (!helped.is_empty()).then(|| Sheet {
            code: "hulp-aan-anderen",
            title: text.helped.to_owned(),
            note: "",
            head: text.organisation,
            columns: vec![self.named((self.scope, self.period))],
            lines: helped.iter().map(|(scope, cell)| (name(scope), vec![*cell])).collect(),
            totals: None,
            drawing: Drawing::None,
        })
    }

    fn week(
        &self,
        figures: &Figures<'_>,
        code: &'static str,
        title: &str,
        measures: &[Measure],
        scope: Scope,
        quarter: Quarter,
    ) -> Sheet {
        let text = Text::of(self.language);
        let hours = figures.week_hours(measures, scope, quarter);
        let name = |hour: &WeekHour| {
            let day = weekday_name(hour.day() + 1, self.language);
            format!("{day} {}.00–{}.00", hour.hour(), hour.hour() + 1)
        };
        let quarter = words::quarter(quarter, self.language);
        Sheet {
            code,
            title: format!("{title}, {quarter}"),
            note: "",
            head: text.hour,
            columns: vec![(words::scope(scope, &self.regions, self.language), quarter)],
            lines: hours.iter().map(|(hour, cell)| (name(hour), vec![*cell])).collect(),
            totals: None,
            drawing: Drawing::Week(hours),
        }
    }
}

impl Sheet {
    /// What its columns of numbers are called: what they do not have in common, in which `number`
    /// stands for the only one.
    #[must_use]
    pub fn heads(&self, number: &str) -> Vec<String> {
        let Some((first, first_time)) = self.columns.first() else { return Vec::new() };
        let all = || self.columns.iter();
        if self.columns.len() == 1 {
            vec![number.to_owned()]
        } else if all().all(|(who, _)| who == first) {
            all().map(|(_, when)| when.clone()).collect()
        } else if all().all(|(_, when)| when == first_time) {
            all().map(|(who, _)| who.clone()).collect()
        } else {
            all().map(|(who, when)| format!("{who}, {when}")).collect()
        }
    }

    /// Whether everything in it is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.iter().flat_map(|(_, cells)| cells).all(|cell| *cell == Cell::Shown(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_by_what_they_do_not_have_in_common() {
        let heads = |columns: &[(&str, &str)]| {
            let columns = columns.iter();
            let sheet = Sheet {
                code: "",
                title: String::new(),
                note: "",
                head: "",
                columns: columns.map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect(),
                lines: Vec::new(),
                totals: None,
                drawing: Drawing::None,
            };
            sheet.heads("Aantal")
        };
        assert_eq!(heads(&[("Utrecht", "mei")]), ["Aantal"]);
        assert_eq!(heads(&[("Utrecht", "mei"), ("Utrecht", "april")]), ["mei", "april"]);
        assert_eq!(heads(&[("Utrecht", "mei"), ("Alle", "mei")]), ["Utrecht", "Alle"]);
        let both = heads(&[("Utrecht", "mei"), ("Alle", "april")]);
        assert_eq!(both, ["Utrecht, mei", "Alle, april"]);
    }
}
