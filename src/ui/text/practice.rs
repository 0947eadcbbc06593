//! What the scripted visitors say, and what is said about the practice.

mod bystander;
mod doer;
mod victim;

use super::Language;

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Both {
    /// In Dutch.
    pub dutch: &'static str,
    /// In English.
    pub english: &'static str,
}

impl Both {
    /// The text in this language.
    #[must_use]
    pub const fn in_language(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            _ => self.dutch,
        }
    }
}

const fn both(dutch: &'static str, english: &'static str) -> Both {
    Both { dutch, english }
}

/// What one scripted visitor says.
#[derive(Debug)]
pub struct Script {
    /// The visitor's nickname.
    pub name: &'static str,
    /// Who it is, for the worker who chooses.
    pub who: Both,
    /// The first words.
    pub opening: Both,
    /// What comes out when it is asked for.
    pub story: [Both; 4],
    /// When everything is told.
    pub all_told: Both,
    /// To the question whether it is safe.
    pub safety: Both,
    /// To the same question again.
    pub safety_again: Both,
    /// To 112 or 0800-2000.
    pub number: Both,
    /// To advice before the story was heard.
    pub advice_early: Both,
    /// To advice after that.
    pub advice: Both,
    /// To kind words.
    pub kind: Both,
    /// To blame.
    pub blamed: Both,
    /// To a question that only asks yes or no.
    pub closed: Both,
    /// To anything else.
    pub other: Both,
    /// When the worker says nothing.
    pub still_there: Both,
    /// When the worker goes on saying nothing.
    pub gives_up: Both,
    /// The last words.
    pub farewell: Both,
}

/// The three visitors: a victim, a bystander, and somebody who hurts others.
pub static SCRIPTS: [Script; 3] = [victim::SCRIPT, bystander::SCRIPT, doer::SCRIPT];

/// What is said of one point.
#[derive(Debug)]
pub struct PointWords {
    /// When it was done.
    pub well: Both,
    /// When it was not.
    pub next_time: Both,
}

/// What is said of how it went: safety, open questions, the numbers, listening first, kindness,
/// blame, goodbye.
pub static FEEDBACK: [PointWords; 7] = [
    PointWords {
        well: both("Je vroeg of de bezoeker veilig is.", "You asked whether the visitor is safe."),
        next_time: both(
            "Vraag de volgende keer vroeg: ben je nu veilig?",
            "Next time, ask early: are you safe now?",
        ),
    },
    PointWords {
        well: both(
            "Je stelde open vragen. Daardoor vertelde de bezoeker meer.",
            "You asked open questions. So the visitor told more.",
        ),
        next_time: both(
            "Stel meer open vragen. Begin met hoe, wat of wie.",
            "Ask more open questions. Begin with how, what or who.",
        ),
    },
    PointWords {
        well: both("Je noemde 112 of 0800-2000.", "You named 112 or 0800-2000."),
        next_time: both(
            "Noem 0800-2000, en 112 als er gevaar is.",
            "Name 0800-2000, and 112 when there is danger.",
        ),
    },
    PointWords {
        well: both(
            "Je luisterde eerst. Daarna gaf je advies.",
            "You listened first. Then you gave advice.",
        ),
        next_time: both(
            "Luister eerst naar het hele verhaal. Geef daarna pas advies.",
            "First listen to the whole story. Give advice only after that.",
        ),
    },
    PointWords {
        well: both(
            "Je liet merken dat je begrijpt hoe het is.",
            "You showed that you understand how it is.",
        ),
        next_time: both(
            "Laat merken dat je luistert, zoals: goed dat je dit vertelt.",
            "Show that you listen, such as: good that you tell this.",
        ),
    },
    PointWords {
        well: both("Je gaf de bezoeker geen schuld.", "You did not blame the visitor."),
        next_time: both(
            "Een vraag als ‘waarom ga je niet weg?’ klinkt als een verwijt. Vraag wat het moeilijk maakt.",
            "A question such as ‘why don't you leave?’ sounds like blame. Ask what makes it hard.",
        ),
    },
    PointWords {
        well: both("Je nam afscheid.", "You said goodbye."),
        next_time: both(
            "Rond het gesprek af en wens de bezoeker sterkte.",
            "Round the conversation off and wish the visitor strength.",
        ),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_visitor_says_something_else_in_each_language() {
        for script in &SCRIPTS {
            let mut all = vec![&script.opening, &script.all_told, &script.safety, &script.number];
            all.extend([&script.safety_again, &script.advice_early, &script.advice, &script.kind]);
            all.extend([&script.blamed, &script.closed, &script.other, &script.still_there]);
            all.extend([&script.gives_up, &script.farewell, &script.who]);
            all.extend(&script.story);
            for words in &all {
                assert!(!words.dutch.is_empty() && !words.english.is_empty());
                assert_ne!(words.dutch, words.english);
                assert_eq!(all.iter().filter(|other| other.dutch == words.dutch).count(), 1);
            }
        }
    }
}
