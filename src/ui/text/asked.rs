//! The questions that a new installation asks before the chat, in the languages that nobody writes
//! questions in: Dutch and English stand with the questions themselves (`domain::questions`), where
//! an organisation changes them.

use super::Language;

/// The Dutch words of the usual questions and answers, and the same in Arabic.
const USUAL: &[(&str, &str)] = &[
    ("Over wie gaat het?", "عمّن يدور الأمر؟"),
    ("Over mij: iemand doet mij iets aan", "عني: شخص يؤذيني"),
    ("Over een ander: ik maak me zorgen", "عن شخص آخر: عندي قلق عليه"),
    ("Over mij: ik doe iemand iets aan", "عني: أنا أؤذي شخصاً"),
    ("Waar gaat het over?", "ما الموضوع؟"),
    ("Ruzie of geweld met een partner of ex", "شجار أو عنف مع شريك الحياة الحالي أو السابق"),
    ("Een kind dat niet veilig is", "طفل ليس في أمان"),
    ("Geweld tegen een ouder", "عنف ضد أحد الوالدين"),
    ("Een oudere die niet veilig is", "شخص مسنّ ليس في أمان"),
    ("Seks die iemand niet wil", "علاقة جنسية من دون رضا"),
    ("Iets anders", "شيء آخر"),
    ("Kun je nu veilig chatten?", "هل الدردشة آمنة لك الآن؟"),
    ("Ja", "نعم"),
    ("Ik weet het niet", "لا أعرف"),
    ("Nee", "لا"),
];

/// The words of a usual question or answer, by its Dutch ones; `None` for what an organisation wrote,
/// and for the languages in which it writes.
#[must_use]
pub fn usual(dutch: &str, language: Language) -> Option<&'static str> {
    let found = USUAL.iter().find(|(known, _)| *known == dutch);
    found.filter(|_| language == Language::Arabic).map(|(_, arabic)| *arabic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::questions::{Kind, Questions};

    #[test]
    fn every_usual_question_and_answer_is_there() {
        for question in Questions::usual().all() {
            let choices = match &question.kind {
                Kind::Choice(choices) | Kind::Several(choices) => choices.as_slice(),
                Kind::Text => &[],
            };
            for words in choices.iter().chain([&question.words]) {
                assert!(usual(&words.nl, Language::Arabic).is_some(), "{}", words.nl);
                assert_eq!(usual(&words.nl, Language::English), None);
            }
        }
    }
}
