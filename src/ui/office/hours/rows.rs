//! What is typed, row by row, and the fields for it.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::{
    domain::hours::{Closure, Holiday, Holidays, Hours, Interval, TimeOfDay, Week, Weekday},
    ui::{
        office::parts::{Field, Tick},
        text::{
            Language,
            hours::weekday_name,
            office::hours::{OfficeHours, date_name},
        },
    },
};

/// The form as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedHours {
    /// The version that it was made on.
    pub version: String,
    /// The times of each day, Monday first.
    pub days: [Vec<TypedTime>; 7],
    /// The holidays that are ticked.
    pub holidays: Holidays,
    /// The extra closures.
    pub closures: Vec<TypedClosure>,
}

/// One row of a day: `09:00` to `17:00`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedTime {
    /// The start.
    pub from: String,
    /// The end; `00:00` is the end of the day.
    pub to: String,
    /// What is wrong with it.
    pub trouble: Option<TimeTrouble>,
}

/// One row of the closures: `2026-12-24T12:00` to a later time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedClosure {
    /// The start.
    pub from: String,
    /// The end.
    pub to: String,
    /// What is wrong with it.
    pub trouble: Option<ClosureTrouble>,
}

/// What can be wrong with a row of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeTrouble {
    /// One of the two is empty.
    Half,
    /// Something else than a time.
    NotATime,
    /// The end is not after the start.
    Reversed,
    /// It shares time with an earlier row.
    Overlaps,
    /// A row too many.
    TooMany,
}

/// What can be wrong with a closure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosureTrouble {
    /// One of the two is empty.
    Half,
    /// Something else than a date with a time.
    NotATime,
    /// The end is not after the start.
    Reversed,
    /// It shares time with an earlier row.
    Overlaps,
    /// It has ended.
    Past,
    /// It ends more than five years ahead.
    Far,
    /// A closure too many.
    TooMany,
}

impl TypedHours {
    /// The form for what is stored.
    #[must_use]
    pub fn of(hours: &Hours, version: String) -> Self {
        let days = Weekday::ALL.map(|day| {
            let times = hours.week().day(day).iter();
            let row = |open: &Interval| TypedTime {
                from: open.from().to_string(),
                to: open.to().to_string().replace("24:00", "00:00"),
                trouble: None,
            };
            times.map(row).collect()
        });
        let closures = hours.closures().iter().map(TypedClosure::of).collect();
        Self { version, days, holidays: hours.holidays().clone(), closures }
    }

    /// Whether something is wrong with a row.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.days.iter().flatten().any(|row| row.trouble.is_some())
            || self.closures.iter().any(|row| row.trouble.is_some())
    }
}

impl TypedClosure {
    /// The row for a closure. The end of a day is the start of the next.
    #[must_use]
    pub fn of(closure: &Closure) -> Self {
        let at = |(mut day, time): (Date, TimeOfDay)| {
            let mut clock = time.to_string();
            if clock == "24:00" {
                "00:00".clone_into(&mut clock);
                day = day.tomorrow().unwrap_or(day);
            }
            format!("{day}T{clock}")
        };
        Self { from: at(closure.from()), to: at(closure.to()), trouble: None }
    }
}

fn time_trouble(trouble: Option<TimeTrouble>, text: &OfficeHours) -> &'static str {
    match trouble {
        None => "",
        Some(TimeTrouble::Half) => text.half,
        Some(TimeTrouble::NotATime) => text.not_a_time,
        Some(TimeTrouble::Reversed) => text.reversed,
        Some(TimeTrouble::Overlaps) => text.overlaps,
        Some(TimeTrouble::TooMany) => text.too_many,
    }
}

fn closure_trouble(trouble: Option<ClosureTrouble>, text: &OfficeHours) -> &'static str {
    match trouble {
        None => "",
        Some(ClosureTrouble::Half) => text.closure_half,
        Some(ClosureTrouble::NotATime) => text.closure_no_time,
        Some(ClosureTrouble::Reversed) => text.closure_reversed,
        Some(ClosureTrouble::Overlaps) => text.closure_overlaps,
        Some(ClosureTrouble::Past) => text.closure_past,
        Some(ClosureTrouble::Far) => text.closure_far,
        Some(ClosureTrouble::TooMany) => text.too_many_closures,
    }
}

/// The week, a group of rows for each day.
#[component]
pub(super) fn Days(days: [Vec<TypedTime>; 7], focus: String, language: Language) -> impl IntoView {
    let text = OfficeHours::of(language);
    let days = (0_u8..).zip(days).map(|(number, rows)| {
        let name = weekday_name(number + 1, language);
        let room = rows.len() < Week::MOST_INTERVALS;
        let closed = rows.is_empty().then(|| view! { <p class="hint">{text.closed_day}</p> });
        let rows = rows.into_iter().enumerate().map(|(place, row)| {
            let (from, to) = (format!("van-{number}-{place}"), format!("tot-{number}-{place}"));
            let remove = text.remove_time.with(&[&(place + 1).to_string(), name]);
            view! {
                <div class="row">
                    <Field
                        focused=focus == from
                        name=from
                        label=text.from
                        value=row.from
                        kind="time"
                        error=time_trouble(row.trouble, text)
                    />
                    <Field name=to label=text.to value=row.to kind="time" />
                    <button
                        class="quiet"
                        name="doe"
                        value=format!("weg-{number}-{place}")
                        aria-label=remove
                    >
                        {text.remove}
                    </button>
                </div>
            }
        });
        view! {
            <fieldset class="day">
                <legend>{name}</legend>
                {closed}
                {rows.collect::<Vec<_>>()}
                {room
                    .then(|| {
                        view! {
                            <button
                                class="quiet add"
                                name="doe"
                                value=format!("erbij-{number}")
                                aria-label=text.add_time_on.with(&[name])
                            >
                                {text.add_time}
                            </button>
                        }
                    })}
            </fieldset>
        }
    });
    view! {
        <section aria-labelledby="week-title">
            <h2 id="week-title">{text.week}</h2>
            <p class="hint">{text.week_hint}</p>
            <div class="days">{days.collect::<Vec<_>>()}</div>
        </section>
    }
}

/// The holidays with their dates.
#[component]
pub(super) fn HolidayTicks(closed: Holidays, years: [i16; 2], language: Language) -> impl IntoView {
    let text = OfficeHours::of(language);
    let ticks = Holiday::ALL.map(|holiday| {
        let dates = years.map(|year| match holiday.date(year) {
            Some(date) => {
                let date = date_name(date, language);
                format!("{date} {year}")
            }
            None => text.not_in.with(&[&year.to_string()]),
        });
        view! {
            <li>
                <Tick
                    name="feestdag"
                    value=holiday.code()
                    label=text.holiday(holiday)
                    ticked=closed.contains(holiday)
                />
                <p class="hint">{dates.join(", ")}</p>
            </li>
        }
    });
    view! {
        <fieldset class="holidays">
            <legend>{text.holidays}</legend>
            <p class="hint">{text.holidays_hint}</p>
            <ul role="list">{ticks.into_iter().collect::<Vec<_>>()}</ul>
        </fieldset>
    }
}

/// The extra closures.
#[component]
pub(super) fn Closures(
    closures: Vec<TypedClosure>,
    focus: String,
    language: Language,
) -> impl IntoView {
    let text = OfficeHours::of(language);
    let room = closures.len() < Hours::MOST_CLOSURES;
    let none = closures.is_empty().then(|| view! { <p>{text.no_closures}</p> });
    let rows = closures.into_iter().enumerate().map(|(place, row)| {
        let (from, to) = (format!("dicht-van-{place}"), format!("dicht-tot-{place}"));
        let remove = text.remove_closure.with(&[&(place + 1).to_string()]);
        view! {
            <div class="row">
                <Field
                    focused=focus == from
                    name=from
                    label=text.closed_from
                    value=row.from
                    kind="datetime-local"
                    error=closure_trouble(row.trouble, text)
                />
                <Field name=to label=text.closed_to value=row.to kind="datetime-local" />
                <button
                    class="quiet"
                    name="doe"
                    value=format!("dicht-weg-{place}")
                    aria-label=remove
                >
                    {text.remove}
                </button>
            </div>
        }
    });
    view! {
        <fieldset>
            <legend>{text.closures}</legend>
            <p class="hint">{text.closures_hint}</p>
            {none}
            {rows.collect::<Vec<_>>()}
            {room
                .then(|| {
                    view! {
                        <button class="quiet add" name="doe" value="dicht-erbij">
                            {text.add_closure}
                        </button>
                    }
                })}
        </fieldset>
    }
}
