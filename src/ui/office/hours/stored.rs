//! What is stored, beside what was typed, after somebody else changed it.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::{
    domain::hours::{Hours, TimeOfDay, Weekday},
    ui::{
        office::{Section, parts::Meanwhile},
        text::{
            Language,
            hours::weekday_name,
            office::hours::{OfficeHours, date_name},
        },
    },
};

/// The hours in words.
#[component]
pub(super) fn StoredHours(stored: Hours, language: Language) -> impl IntoView {
    let text = OfficeHours::of(language);
    let week = (1_u8..).zip(Weekday::ALL).map(|(number, day)| {
        view! {
            <dt>{weekday_name(number, language)}</dt>
            <dd>{text.intervals(stored.week().day(day))}</dd>
        }
    });
    let week = week.collect::<Vec<_>>();
    let holidays = stored.holidays().iter().map(|holiday| text.holiday(holiday));
    let holidays = holidays.collect::<Vec<_>>().join(", ");
    let at = |(day, time): (Date, TimeOfDay)| {
        format!("{} {} {}", date_name(day, language), day.year(), text.time(time))
    };
    let closures = stored.closures().iter().map(|closure| {
        view! { <dd>{text.closed_span.with(&[&at(closure.from()), &at(closure.to())])}</dd> }
    });
    let closures = closures.collect::<Vec<_>>();
    view! {
        <Meanwhile path=language.address(Section::Hours.path()) language>
            <dl class="stored">
                {week} <dt>{text.holidays}</dt> <dd>{holidays}</dd> <dt>{text.closures}</dt>
                {closures}
            </dl>
        </Meanwhile>
    }
}
