//! Holds the texts to what plain language asks, and both languages to the same facts.

use super::{
    Entry, Language, accessibility::Accessibility, common::Common, conversation::Conversation,
    desk::Desk, desk_lock::DeskLock, desk_tools::DeskTools, embed, hours::Hours, house::House,
    office, own::Own, pages::Pages, passing::Passing, sign_in::SignIn, statements::Statements,
    visit::Visit, visitor::Visitor,
};
use crate::domain::questions::{Kind, Questions};

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
    "aanvangen",
    "adequaat",
    "alsmede",
    "bewerkstelligen",
    "consequenties",
    "creëren",
    "daadwerkelijk",
    "doch",
    "eveneens",
    "frequent",
    "garanderen",
    "hiertoe",
    "inzake",
    "jegens",
    "namelijk",
    "noodzakelijk",
    "ondersteunen",
    "optimaal",
    "prioriteit",
    "procedure",
    "realiseren",
    "relevant",
    "significant",
    "tenzij",
    "trachten",
    "uiteraard",
    "verschaffen",
    "vigerend",
    "wenselijk",
    "u",
    "i.v.m",
    "bijv",
    "m.b.t",
];

/// Long words that are the right ones, each said in simpler words where it stands.
const LONG_AND_RIGHT: &[&str] = &["kindermishandeling", "toegankelijkheidsverklaring"];

/// The longest other word.
const LONGEST_WORD: usize = 16;

/// The longest sentence about danger and leaving, in words (A2).
const LONGEST_IN_DANGER: usize = 12;

/// The longest word there.
const LONGEST_WORD_IN_DANGER: usize = 13;

/// What is read in danger, or by somebody who has to leave: by the start of the name.
const IN_DANGER: &[&str] = &[
    "exit",
    "counted exit",
    "strip_",
    "danger_",
    "talk",
    "unsafe_",
    "watched",
    "leave_",
    "history",
    "covered",
    "silent",
];

/// Words that stand in no catalogue and that visitors read all the same: the usual questions, and the
/// sentences that workers choose from.
fn elsewhere() -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    for question in Questions::usual().all() {
        let choices = match &question.kind {
            Kind::Choice(choices) | Kind::Several(choices) => choices.as_slice(),
            Kind::Text => &[],
        };
        let words = choices.iter().chain([&question.words]);
        found.extend(words.map(|words| ("question", vec![&*words.nl.clone().leak()])));
    }
    let replies = include_str!("../../service/records/replies.csv").lines().skip(2);
    let replies = replies.filter_map(|reply| reply.split_once(','));
    found.extend(replies.map(|(name, reply)| (name, vec![reply.trim_matches('"')])));
    found
}

fn catalogues() -> Vec<Entry> {
    [
        Accessibility::all(),
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

fn for_visitors() -> Vec<Entry> {
    [catalogues(), elsewhere()].concat()
}

fn everything() -> Vec<Entry> {
    [
        for_visitors(),
        Desk::all(),
        DeskLock::all(),
        DeskTools::all(),
        embed::webmasters::Webmasters::all(),
        Passing::all(),
        SignIn::all(),
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

/// The longest word of a text, in letters; a hyphen makes two.
fn longest_word(text: &str) -> &str {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    let words = words.filter(|word| !LONG_AND_RIGHT.contains(&word.to_lowercase().as_str()));
    words.max_by_key(|word| word.chars().count()).unwrap_or("")
}

#[test]
fn no_sentence_for_visitors_is_longer_than_twenty_words() {
    for (name, words) in for_visitors() {
        assert!(longest_sentence(words[0]) <= LONGEST, "{name}: {}", words[0]);
    }
    let long = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien \
                vijftien zestien zeventien achttien negentien twintig eenentwintig.";
    assert!(longest_sentence(long) > LONGEST);
}

#[test]
fn no_word_for_visitors_is_very_long() {
    for (name, words) in for_visitors() {
        let longest = longest_word(words[0]);
        assert!(longest.chars().count() <= LONGEST_WORD, "{name}: {longest}");
    }
    assert_eq!(longest_word("Een aansprakelijkheidsverzekering."), "aansprakelijkheidsverzekering");
}

#[test]
fn what_is_read_in_danger_is_simpler_still() {
    let mut found = 0;
    for (name, words) in catalogues() {
        if IN_DANGER.iter().any(|start| name.starts_with(start)) {
            found += 1;
            let words = words[0];
            assert!(longest_sentence(words) <= LONGEST_IN_DANGER, "{name}: {words}");
            let longest = longest_word(words);
            assert!(longest.chars().count() <= LONGEST_WORD_IN_DANGER, "{name}: {longest}");
        }
    }
    assert!(found > 25, "only {found}");
}

#[test]
fn no_text_uses_a_hard_word_or_says_u() {
    for (name, words) in [everything(), elsewhere()].concat() {
        assert_eq!(hard_word(words[0]), None, "{name}: {}", words[0]);
    }
    assert_eq!(hard_word("Indien je wilt."), Some("indien"));
    assert_eq!(hard_word("Kunt u bellen?"), Some("u"));
}

#[test]
fn all_languages_name_the_same_phone_numbers() {
    let mut found = 0;
    for (name, words) in everything() {
        let sorted = |text: &'static str| {
            let mut numbers = numbers(text);
            numbers.sort_unstable();
            numbers
        };
        let dutch = sorted(words[0]);
        assert!(words.iter().all(|&text| sorted(text) == dutch), "{name}: {words:?}");
        assert!(dutch.iter().all(|number| ["112", "0800-2000"].contains(number)), "{name}");
        found += dutch.len();
    }
    assert!(found > 38, "only {found} phone numbers found");
}

#[test]
fn all_languages_have_the_same_places_and_no_text_is_empty() {
    for (name, words) in everything() {
        assert!(words.iter().all(|words| !words.trim().is_empty()), "{name}");
        let places = |text: &&str| text.matches("{}").count();
        let same = words.iter().all(|text| places(text) == places(&words[0]));
        assert!(same || name.starts_with("counted "), "{name}: {words:?}");
    }
}

#[test]
fn arabic_is_arabic_with_western_digits() {
    let is_arabic = |letter: char| ('\u{600}'..='\u{6ff}').contains(&letter);
    for (name, words) in catalogues() {
        let arabic = words[Language::Arabic as usize];
        let is_indic = |letter: char| ('\u{660}'..='\u{669}').contains(&letter);
        assert!(!arabic.contains(is_indic), "{name}: {arabic}");
        // Punctuation that is shaped for the other direction; a number has its comma.
        assert!(!arabic.contains([',', ';', '?']), "{name}: {arabic}");
        let only_names = ["brand", "date", "time"].contains(&name);
        assert!(arabic.contains(is_arabic) || only_names, "{name}: {arabic}");
    }
}
