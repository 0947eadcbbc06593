//! The registration of advices: at the desk and in the office.

use super::super::{Language, catalogue};
use crate::domain::advice::{AdviceError, Cardinality, CodeList, DurationBucket, Month};

catalogue! {
    /// The texts about the registration of advices.
    Advice {
        title: "Advies registreren", "Register an advice";
        register: "Registreer", "Register";
        register_now: "Nu registreren", "Register now";
        later: "Later", "Later";
        anonymous: "Zo blijft de registratie anoniem: geen naam, geen tijd, geen eigen tekst.",
            "This is how the registration stays anonymous: no name, no time, no text of your own.";
        labels: "De antwoorden komen uit de landelijke lijst.",
            "The answers are in Dutch: they are those of the national list.";
        duration: "Duur van het gesprek", "Length of the conversation";
        region: "Regio", "Region";
        number: "Aantal", "Number";
        do_with: "Wat doe je ermee", "What to do with it";
        under_ten: "Minder dan 10 minuten", "Less than 10 minutes";
        longer: "60 minuten of langer", "60 minutes or longer";
        one: "Kies één antwoord.", "Choose one answer.";
        several: "Kies één of meer antwoorden.", "Choose one or more answers.";
        missing: "Kies hier een antwoord.", "Choose an answer here.";
        too_many: "Kies hier één antwoord, niet meer.", "Choose one answer here, not more.";
        unknown: "Een antwoord staat niet in de lijst. Kies opnieuw.",
            "An answer is not in the list. Choose again.";
        wrong_region: "Kies een regio uit de lijst.", "Choose a region from the list.";
        wrong_duration: "Kies hoe lang het gesprek was.", "Choose how long the conversation was.";
        none_given: "Geen advies gegeven", "No advice was given";
        registered: "Het advies is geregistreerd.", "The advice is registered.";
        waived: "Genoteerd: in dit gesprek was geen advies.",
            "Noted: there was no advice in this conversation.";
        all_done: "Alle adviezen van vandaag zijn geregistreerd.",
            "All advices of today are registered.";
        open_one: "1 advies nog niet geregistreerd", "1 advice not registered yet";
        failed: "Dit is niet opgeslagen. Probeer het opnieuw.", "This was not stored. Try again.";
        too_late: "Dit kan niet meer. De dag is voorbij, of het is al gedaan.",
            "This is no longer possible. The day is over, or it is done already.";

        // The worker's own page
        owed: "Nog te registreren", "Still to register";
        owed_hint: "Doe dit vandaag. Na middernacht kan het niet meer.",
            "Do this today. After midnight it is no longer possible.";
        own: "Vandaag geregistreerd", "Registered today";
        own_hint: "Vandaag kun je dit nog veranderen. Daarna blijft alleen de maand over.",
            "You can still change this today. After that only the month stays.";
        own_none: "Je hebt vandaag nog geen advies geregistreerd.",
            "You have not registered an advice today.";
        answers: "Antwoorden", "Answers";
        correct: "Verbeter", "Correct";
        correct_title: "Registratie verbeteren", "Correct a registration";
        remove: "Verwijder", "Remove";
        another: "Nog een advies registreren", "Register another advice";
        cancel: "Niet opslaan", "Do not save";

        // The coordinator's page
        half_year: "Halfjaar", "Half year";
        earlier: "Halfjaar eerder", "Half year before";
        next: "Halfjaar later", "Half year after";
        csv: "Download als CSV", "Download as CSV";
        csv_hint: "Eén regel per advies, met de maand. Nummers die niet bekend zijn, blijven leeg.",
            "One line for each advice, with the month. Numbers that are not known stay empty.";
        all: "Alle adviezen", "All advices";
        total: "Totaal", "Total";
        few: "< 5", "< 5";
        hidden: "niet getoond", "not shown";
        small: "Aantallen onder 5 tonen we niet. Waar je zo’n aantal kunt uitrekenen, staat een streepje.",
            "Numbers under 5 are not shown. Where such a number could be computed, there is a dash.";
        still_open: "De maand loopt nog: de aantallen van deze maand kunnen nog veranderen.",
            "The month is not over: the numbers of this month may still change.";
        nothing: "In dit halfjaar is geen advies geregistreerd.",
            "No advice was registered in this half year.";
    }
    with values {
        minutes: "{} tot {} minuten", "{} to {} minutes";
        open_many: "{} adviezen nog niet geregistreerd", "{} advices not registered yet";
        correct_named: "Verbeter: {}", "Correct: {}";
        remove_named: "Verwijder: {}", "Remove: {}";
        register_named: "Nu registreren: {}", "Register now: {}";
        none_given_named: "Geen advies gegeven: {}", "No advice was given: {}";
        of_half_year: "Adviezen in {}", "Advices in {}";
    }
}

impl Advice {
    /// About how long a conversation was.
    #[must_use]
    pub fn words(&self, duration: DurationBucket) -> String {
        match duration.minutes() {
            (0, _) => self.under_ten.to_owned(),
            (from, Some(to)) => self.minutes.with(&[&from.to_string(), &to.to_string()]),
            (_, None) => self.longer.to_owned(),
        }
    }

    /// How many answers a question takes.
    #[must_use]
    pub const fn how_many(&self, list: &CodeList) -> &'static str {
        match list.cardinality {
            Cardinality::One => self.one,
            Cardinality::Several => self.several,
        }
    }

    /// What is wrong with the answers to a question, if anything is.
    #[must_use]
    pub fn wrong(&self, list: &str, objections: &[AdviceError]) -> &'static str {
        match objections.iter().find(|objection| objection.list() == list) {
            Some(AdviceError::Missing(_)) => self.missing,
            Some(AdviceError::TooMany(_)) => self.too_many,
            Some(AdviceError::UnknownCode { .. } | AdviceError::UnknownList(_)) => self.unknown,
            None => "",
        }
    }

    /// How many advices are still to be registered; empty for none.
    #[must_use]
    pub fn still_to_register(&self, number: u32) -> String {
        match number {
            0 => String::new(),
            1 => self.open_one.to_owned(),
            more => self.open_many.with(&[&more.to_string()]),
        }
    }
}

/// The short name of a month.
#[must_use]
pub fn month_name(month: Month, language: Language) -> &'static str {
    const DUTCH: [&str; 12] =
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    const ENGLISH: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let names = match language {
        Language::English => &ENGLISH,
        _ => &DUTCH,
    };
    let place = usize::try_from(month.number()).ok().and_then(|number| number.checked_sub(1));
    place.and_then(|place| names.get(place)).copied().unwrap_or_default()
}
