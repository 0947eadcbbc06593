//! Holds the texts to what plain language asks, and both languages to the same facts.

use super::{
    common::Common, conversation::Conversation, desk::Desk, desk_lock::DeskLock,
    desk_tools::DeskTools, embed, hours::Hours, house::House, office, own::Own, pages::Pages,
    passing::Passing, statements::Statements, visit::Visit, visitor::Visitor,
};

type Entry = (&'static str, &'static str, &'static str);

/// The longest sentence, in words, that a reader at level B1 follows easily.
const LONGEST: usize = 20;

/// Words above B1 (or office Dutch), each with an easier one that we use instead.
const HARD: &[&str] = &[
    "aangaande",
    "alvorens",
    "betreffende",
    "conform",
    "derhalve",
    "desbetreffende",
    "dient",
    "echter",
    "faciliteren",
    "geschiedt",
    "gelieve",
    "hieromtrent",
    "indien",
    "initiëren",
    "middels",
    "mits",
    "mogelijkerwijs",
    "momenteel",
    "nogmaals",
    "omtrent",
    "reeds",
    "t.a.v",
    "teneinde",
    "tevens",
    "thans",
    "uw",
    "verstrekken",
    "verwerken",
    "voorts",
    "zulks",
    "u",
    "i.v.m",
    "bijv",
    "m.b.t",
];

fn for_visitors() -> Vec<Entry> {
    [
        Common::all(),
        Conversation::all(),
        embed::PopUp::all(),
        Hours::all(),
        House::all(),
        Own::all(),
        Pages::all(),
        Statements::all(),
        Visit::all(),
        Visitor::all(),
    ]
    .concat()
}

fn everything() -> Vec<Entry> {
    [
        for_visitors(),
        Desk::all(),
        DeskLock::all(),
        DeskTools::all(),
        embed::webmasters::Webmasters::all(),
        Passing::all(),
        office::account::Account::all(),
        office::advice::Advice::all(),
        office::choices::OfficeChoices::all(),
        office::entering::Entering::all(),
        office::figures::Figures::all(),
        office::frame::Frame::all(),
        office::hours::OfficeHours::all(),
        office::appearance::Look::all(),
        office::installation::Installation::all(),
        office::log::Log::all(),
        office::organisations::Organisations::all(),
        office::people::People::all(),
        office::words::OfficeTexts::all(),
    ]
    .concat()
}

fn longest_sentence(text: &str) -> usize {
    text.split(". ")
        .flat_map(|part| part.split(['?', '!', '…']))
        .map(|sentence| sentence.split_whitespace().count())
        .max()
        .unwrap_or(0)
}

fn hard_word(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphabetic() && letter != '.');
    words.find_map(|word| HARD.iter().find(|hard| **hard == word.trim_matches('.')).copied())
}

/// Every phone number in a text, in order.
fn numbers(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_ascii_digit() && letter != '-')
        .map(|number| number.trim_matches('-'))
        .filter(|number| *number == "112" || number.starts_with("0800"))
        .collect()
}

#[test]
fn no_sentence_for_visitors_is_longer_than_twenty_words() {
    for (name, dutch, _) in for_visitors() {
        assert!(longest_sentence(dutch) <= LONGEST, "{name}: {dutch}");
    }
    let long = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien \
                vijftien zestien zeventien achttien negentien twintig eenentwintig.";
    assert!(longest_sentence(long) > LONGEST);
}

#[test]
fn no_text_uses_a_hard_word_or_says_u() {
    for (name, dutch, _) in everything() {
        assert_eq!(hard_word(dutch), None, "{name}: {dutch}");
    }
    assert_eq!(hard_word("Indien je wilt."), Some("indien"));
    assert_eq!(hard_word("Kunt u bellen?"), Some("u"));
}

#[test]
fn both_languages_name_the_same_phone_numbers() {
    let mut found = 0;
    for (name, dutch, english) in everything() {
        let (mut dutch, mut english) = (numbers(dutch), numbers(english));
        dutch.sort_unstable();
        english.sort_unstable();
        assert_eq!(dutch, english, "{name}");
        assert!(dutch.iter().all(|number| ["112", "0800-2000"].contains(number)), "{name}");
        found += dutch.len();
    }
    assert!(found > 38, "only {found} phone numbers found");
}

#[test]
fn both_languages_have_the_same_places_and_no_text_is_empty() {
    for (name, dutch, english) in everything() {
        assert!(!dutch.trim().is_empty() && !english.trim().is_empty(), "{name}");
        assert_eq!(dutch.matches("{}").count(), english.matches("{}").count(), "{name}");
    }
}
