//! What a scripted visitor hears in what a worker writes: a handful of words, and no more.

/// What a message of the worker does. The first that fits counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It blames the visitor.
    Blame,
    /// It asks whether the visitor is safe.
    Safety,
    /// It names 112 or 0800-2000.
    Number,
    /// It gives advice.
    Advice,
    /// It asks an open question.
    Open,
    /// It shows that the worker listens.
    Kind,
    /// It says goodbye.
    Farewell,
    /// It asks something that is answered with yes or no.
    Closed,
    /// None of these.
    Other,
}

const BLAME: &[&str] = &[
    "eigen schuld",
    "waarom ga je niet",
    "waarom ging je niet",
    "waarom heb je niet",
    "waarom doe je niet",
    "waarom blijf je",
    "stel je niet aan",
    "overdrijf",
    "hoe kun je zo",
    "schaam je",
    "your fault",
    "why don t you",
    "why didn t you",
    "why do you stay",
    "overreacting",
    "ashamed of yourself",
];
const SAFETY: &[&str] = &[
    "veilig",
    "onveilig",
    "veiligheid",
    "gevaar",
    "in nood",
    "meekijken",
    "meelezen",
    "alleen thuis",
    "bij je in de buurt",
    "safe",
    "safety",
    "danger",
    "alone",
    "someone there",
];
const NUMBER: &[&str] = &["112", "0800 2000", "08002000"];
const ADVICE: &[&str] = &[
    "je kunt",
    "je kan",
    "je zou",
    "kun je misschien",
    "misschien kun je",
    "probeer",
    "mijn advies",
    "ik raad",
    "het beste is",
    "je moet",
    "you can",
    "you could",
    "you should",
    "you must",
    "try to",
    "my advice",
    "i advise",
    "it is best",
];
const OPEN: &[&str] = &[
    "hoe", "wat", "wie", "waar", "wanneer", "welke", "waardoor", "vertel", "how", "what", "who",
    "where", "when", "which", "tell me",
];
const KIND: &[&str] = &[
    "wat naar",
    "wat erg",
    "wat moeilijk",
    "wat vervelend",
    "goed dat je",
    "fijn dat je",
    "knap",
    "dapper",
    "begrijp",
    "snap",
    "klinkt",
    "ik hoor",
    "ik lees",
    "sorry",
    "neem de tijd",
    "moedig",
    "understand",
    "sounds",
    "good that you",
    "glad you",
    "brave",
    "take your time",
    "i hear",
    "that must be",
];
const FAREWELL: &[&str] = &[
    "sterkte",
    "tot ziens",
    "dank je wel voor",
    "dank voor",
    "het beste gewenst",
    "doei",
    "afronden",
    "goodbye",
    "take care",
    "all the best",
    "thank you for",
];

impl Heard {
    /// What this message does.
    #[must_use]
    pub fn in_message(text: &str) -> Self {
        let words = words(text);
        let has = |phrases: &[&str]| {
            phrases.iter().any(|phrase| words.contains(&[" ", phrase, " "].concat()))
        };
        let asks = text.contains('?');
        if has(BLAME) {
            Self::Blame
        } else if has(NUMBER) {
            Self::Number
        } else if has(SAFETY) && asks {
            Self::Safety
        } else if has(ADVICE) {
            Self::Advice
        } else if has(OPEN) && (asks || has(&["vertel", "tell me"])) {
            Self::Open
        } else if has(KIND) {
            Self::Kind
        } else if has(FAREWELL) {
            Self::Farewell
        } else if asks {
            Self::Closed
        } else {
            Self::Other
        }
    }
}

/// The words in small letters with one space around each.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    let mut all = String::from(" ");
    for word in words.filter(|word| !word.is_empty()) {
        all.push_str(word);
        all.push(' ');
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reaction_is_to_what_was_meant() {
        for (text, heard) in [
            ("Ben je nu veilig?", Heard::Safety),
            ("Is er gevaar? Bel dan 112.", Heard::Number),
            ("Je kunt bellen met 0800-2000.", Heard::Number),
            ("Hoe gaat het met je?", Heard::Open),
            ("Vertel maar.", Heard::Open),
            ("Je kunt met je huisarts praten.", Heard::Advice),
            ("Wat naar dat je dit meemaakt.", Heard::Kind),
            ("Waarom ga je niet gewoon weg?", Heard::Blame),
            ("Heb je kinderen?", Heard::Closed),
            ("Veel sterkte!", Heard::Farewell),
            ("Oké", Heard::Other),
            ("Vandaag was het warm", Heard::Other),
            ("Are you safe now?", Heard::Safety),
            ("Why don't you leave?", Heard::Blame),
        ] {
            assert_eq!(Heard::in_message(text), heard, "{text}");
        }
    }
}
