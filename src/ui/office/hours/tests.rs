//! What the page of opening hours shows.

use super::*;
use crate::domain::hours::{Closure, Holidays, TimeOfDay, Week};

fn shown(typed: TypedHours) -> HoursShown {
    let status = Status::Open { until: None };
    HoursShown {
        status,
        typed,
        years: [2026, 2027],
        focus: String::new(),
        preview: None,
        stored: None,
    }
}

fn html(shown: HoursShown, language: Language) -> String {
    Owner::new().with(|| view! { <HoursPage shown language /> }.to_html())
}

fn typed() -> TypedHours {
    TypedHours::of(&Hours::default(), "3".to_owned())
}

#[test]
fn each_day_has_its_times_and_a_closed_day_says_so() {
    let html = html(shown(typed()), Language::Dutch);
    assert_eq!(html.matches("type=\"time\"").count(), 10);
    assert_eq!(html.matches(">Dicht<").count(), 2);
    assert!(html.contains("value=\"09:00\"") && html.contains("name=\"versie\" value=\"3\""));
    assert!(html.contains("aria-label=\"Tijd erbij op zaterdag\""));
    // Enter must not publish, nor remove a row.
    let first = html.find("name=\"doe\"").unwrap();
    assert!(html[first..].starts_with("name=\"doe\" value=\"voorbeeld\""), "{}", &html[first..]);
}

#[test]
fn each_holiday_has_its_date_this_year_and_next() {
    let html = html(shown(typed()), Language::Dutch);
    assert!(html.contains("maandag 27 april 2026, dinsdag 27 april 2027"));
    assert!(html.contains("niet in 2026, niet in 2027"), "5 May is a holiday every fifth year");
    assert_eq!(html.matches(" checked").count(), 10);
}

#[test]
fn the_last_row_of_a_full_day_has_no_button_for_another() {
    let mut typed = typed();
    typed.days[0] = vec![TypedTime::default(); Week::MOST_INTERVALS];
    let html = html(shown(typed), Language::Dutch);
    assert!(!html.contains("value=\"erbij-0\"") && html.contains("value=\"erbij-1\""));
}

#[test]
fn after_a_conflict_what_is_stored_stands_beside_what_was_typed() {
    let at = |text: &str, clock: &str| (text.parse().unwrap(), clock.parse::<TimeOfDay>().unwrap());
    let closure = Closure::new(at("2026-12-24", "12:00"), at("2026-12-28", "9:00")).unwrap();
    let stored = Hours::new(Week::default(), Holidays::none(), vec![closure]).unwrap();
    let html = html(HoursShown { stored: Some(stored), ..shown(typed()) }, Language::Dutch);
    assert!(html.contains("Wat er nu staat") && html.contains("9.00 tot 17.00 uur"));
    assert!(html.contains("donderdag 24 december 2026 12.00 tot maandag 28 december 2026 9.00"));
    assert!(html.contains("value=\"09:00\""), "the form is still there");
}

#[test]
fn the_page_is_there_in_english() {
    let html = html(shown(typed()), Language::English);
    assert!(html.contains("King's Day") && html.contains("Monday") && !html.contains("Koningsdag"));
    assert!(html.contains("action=\"/beheer/openingstijden?taal=en\""));
}
