//! The page of opening hours.

use super::catalogue;
use crate::{
    domain::hours::{Holiday, Interval, TimeOfDay},
    ui::text::Language,
};

catalogue! {
    /// The texts of `/beheer/openingstijden`.
    OfficeHours {
        intro: "Stel in wanneer de chat van je regio open is. Bezoekers zien het binnen vijf seconden nadat je publiceert.",
            "Set when the chat of your region is open. Visitors see it within five seconds after you publish.";
        now: "Wat bezoekers nu zien", "What visitors see now";

        week: "De gewone week", "The ordinary week";
        week_hint: "Een dag zonder tijden is dicht. Tot 00:00 betekent: tot middernacht.",
            "A day without times is closed. To 00:00 means: to midnight.";
        from: "Van", "From";
        to: "Tot", "To";
        closed_day: "Dicht", "Closed";
        add_time: "Tijd erbij", "Add a time";
        remove: "Weg", "Remove";

        holidays: "Feestdagen", "Holidays";
        holidays_hint: "Dicht op de feestdagen die je aankruist.",
            "Closed on the holidays that you tick.";

        closures: "Extra dicht", "Extra closures";
        closures_hint: "Voor een studiedag, een vakantie of een middag. Het einde telt niet meer mee: tot 9.00 uur betekent dat de chat om 9.00 uur weer open mag.",
            "For a staff day, a holiday or an afternoon. The end is not included: to 9:00 means that the chat may be open again at 9:00.";
        closed_from: "Dicht van", "Closed from";
        closed_to: "Dicht tot", "Closed to";
        no_closures: "Er zijn geen extra sluitingen.", "There are no extra closures.";
        add_closure: "Sluiting erbij", "Add a closure";

        show: "Bekijk voorbeeld", "Show a preview";
        publish: "Publiceren", "Publish";
        preview: "Voorbeeld: zo wordt het", "Preview: this is how it will be";
        preview_hint: "Dit is nog niet gepubliceerd.", "This has not been published yet.";
        would_see: "Bezoekers zien dan nu:", "Visitors would see now:";
        fortnight: "De komende 14 dagen", "The coming 14 days";
        day: "Dag", "Day";
        open_hours: "Open", "Open";
        closed: "Gesloten", "Closed";
        extra_closed: "extra dicht", "extra closure";

        // What is wrong with a row
        half: "Vul bij deze rij twee tijden in, of haal de rij weg.",
            "Fill in both times of this row, or remove the row.";
        not_a_time: "Dit is geen tijd. Schrijf het als 09:30.",
            "This is not a time. Write it like 09:30.";
        reversed: "De eindtijd moet na de begintijd zijn.", "The end must be after the start.";
        overlaps: "Deze tijd overlapt met een andere tijd op deze dag.",
            "This time overlaps with another time of this day.";
        too_many: "Een dag heeft hooguit 8 tijden.", "A day has at most 8 times.";
        closure_half: "Vul bij deze sluiting een begin en een einde in, of haal haar weg.",
            "Fill in a start and an end for this closure, or remove it.";
        closure_no_time: "Dit is geen datum met een tijd. Schrijf het als 2026-12-24T12:00.",
            "This is not a date with a time. Write it like 2026-12-24T12:00.";
        closure_reversed: "Het einde van de sluiting moet na het begin zijn.",
            "The end of the closure must be after its start.";
        closure_overlaps: "Deze sluiting overlapt met een andere sluiting.",
            "This closure overlaps with another closure.";
        closure_past: "Deze sluiting is al voorbij.", "This closure is already over.";
        closure_far: "Deze sluiting is meer dan vijf jaar vooruit.",
            "This closure is more than five years ahead.";
        too_many_closures: "Er zijn hooguit 200 sluitingen.", "There are at most 200 closures.";

        new_year: "Nieuwjaarsdag", "New Year's Day";
        good_friday: "Goede Vrijdag", "Good Friday";
        easter_sunday: "Eerste paasdag", "Easter Sunday";
        easter_monday: "Tweede paasdag", "Easter Monday";
        kings_day: "Koningsdag", "King's Day";
        liberation_day: "Bevrijdingsdag (elke vijf jaar)", "Liberation Day (every fifth year)";
        ascension: "Hemelvaartsdag", "Ascension Day";
        whit_sunday: "Eerste pinksterdag", "Whit Sunday";
        whit_monday: "Tweede pinksterdag", "Whit Monday";
        christmas: "Eerste kerstdag", "Christmas Day";
        second_christmas: "Tweede kerstdag", "Second Day of Christmas";
    }
    with values {
        not_in: "niet in {}", "not in {}";
        clock: "{}.{}", "{}:{}";
        span: "{} tot {} uur", "{} to {}";
        closed_span: "{} tot {}", "{} to {}";
        remove_time: "Haal tijd {} van {} weg", "Remove time {} of {}";
        remove_closure: "Haal sluiting {} weg", "Remove closure {}";
        add_time_on: "Tijd erbij op {}", "Add a time on {}";
    }
}

impl OfficeHours {
    /// What a holiday is called.
    #[must_use]
    pub const fn holiday(&self, holiday: Holiday) -> &'static str {
        match holiday {
            Holiday::NewYear => self.new_year,
            Holiday::GoodFriday => self.good_friday,
            Holiday::EasterSunday => self.easter_sunday,
            Holiday::EasterMonday => self.easter_monday,
            Holiday::KingsDay => self.kings_day,
            Holiday::LiberationDay => self.liberation_day,
            Holiday::Ascension => self.ascension,
            Holiday::WhitSunday => self.whit_sunday,
            Holiday::WhitMonday => self.whit_monday,
            Holiday::Christmas => self.christmas,
            Holiday::SecondChristmas => self.second_christmas,
        }
    }

    /// A time on the clock: "9.00".
    #[must_use]
    pub fn time(&self, time: TimeOfDay) -> String {
        self.clock.with(&[&time.hour().to_string(), &format!("{:02}", time.minute())])
    }

    /// Intervals in words: "9.00 tot 12.00 uur, 13.00 tot 17.00 uur"; closed when there are none.
    #[must_use]
    pub fn intervals(&self, intervals: &[Interval]) -> String {
        let spans = intervals
            .iter()
            .map(|open| self.span.with(&[&self.time(open.from()), &self.time(open.to())]));
        spans.reduce(|all, next| all + ", " + &next).unwrap_or_else(|| self.closed.to_owned())
    }
}

/// The name of a date: "maandag 4 mei".
#[must_use]
pub fn date_name(date: jiff::civil::Date, language: Language) -> String {
    let number = |part: i8| u8::try_from(part).unwrap_or(0);
    crate::ui::text::hours::date_name(
        number(date.weekday().to_monday_one_offset()),
        number(date.day()),
        number(date.month()),
        language,
    )
}
