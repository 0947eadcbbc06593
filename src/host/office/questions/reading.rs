//! Reads the posted questions, and says at each field what is wrong with it.

use super::super::Fields;
use crate::{
    domain::questions::{Kind, Question, Questions, Wording},
    ui::office::questions::{CHOICE, QuestionTrouble, TEXT, TypedQuestion},
};

/// What was typed; at most one question more than there may be, so that somebody is told.
pub(crate) fn typed(fields: &Fields) -> Vec<TypedQuestion> {
    (0..=Questions::MOST)
        .take_while(|place| fields.has(&format!("soort-{place}")))
        .map(|place| {
            let get = |name: &str| fields.get(&format!("{name}-{place}")).to_owned();
            TypedQuestion {
                words: [get("vraag-nl"), get("vraag-en")],
                kind: get("soort"),
                answers: [get("antwoorden-nl"), get("antwoorden-en")],
                unsafe_answer: get("onveilig"),
                ..TypedQuestion::default()
            }
        })
        .collect()
}

/// The questions that were typed; `None` when something is wrong, which the fields then say. A
/// question in which nothing was typed counts for nothing.
pub(crate) fn read(typed: &mut [TypedQuestion]) -> Option<Questions> {
    let mut questions = Vec::new();
    for question in typed.iter_mut() {
        let parts = question.words.iter().chain(&question.answers);
        if parts.into_iter().all(|part| part.trim().is_empty()) {
            continue;
        }
        question.words_trouble = question.words.each_ref().map(|words| words_trouble(words));
        let answers = question.answers.each_ref().map(|lines| answers(lines));
        let is_text = question.kind == TEXT;
        let unsafe_choice = unsafe_choice(question, answers[0].len());
        question.unsafe_trouble = unsafe_choice.err();
        if !is_text {
            question.answers_trouble = answers.each_ref().map(|answers| answers_trouble(answers));
            if question.answers_trouble == [None, None] && answers[0].len() != answers[1].len() {
                question.answers_trouble[1] = Some(QuestionTrouble::Uneven);
            }
        }
        if questions.len() == Questions::MOST {
            question.words_trouble[0] = Some(QuestionTrouble::TooMany);
        }
        if question.is_wrong() {
            continue;
        }
        let [dutch, english] = answers;
        let both = dutch.into_iter().zip(english);
        let both = both.map(|(nl, en)| Wording { nl: nl.to_owned(), en: en.to_owned() }).collect();
        let [nl, en] = question.words.each_ref().map(|words| words.trim().to_owned());
        let kind = match question.kind.as_str() {
            TEXT => Kind::Text,
            CHOICE => Kind::Choice(both),
            _ => Kind::Several(both),
        };
        let unsafe_choice = unsafe_choice.unwrap_or_default();
        questions.push(Question { words: Wording { nl, en }, kind, unsafe_choice });
    }
    if typed.iter().any(TypedQuestion::is_wrong) {
        return None;
    }
    Questions::new(questions).ok()
}

fn words_trouble(words: &str) -> Option<QuestionTrouble> {
    let words = words.trim();
    if words.is_empty() {
        Some(QuestionTrouble::Missing)
    } else if words.chars().count() > Questions::LONGEST {
        Some(QuestionTrouble::Long)
    } else if words.chars().any(char::is_control) {
        Some(QuestionTrouble::Hidden)
    } else {
        None
    }
}

/// The place of the answer that calls for advice, counted from one in the form and from zero here.
fn unsafe_choice(question: &TypedQuestion, answers: usize) -> Result<Option<u8>, QuestionTrouble> {
    match (question.unsafe_answer.trim(), question.kind.as_str()) {
        ("", _) => Ok(None),
        (number, CHOICE) => match number.parse::<u8>() {
            Ok(number) if (1..=answers).contains(&usize::from(number)) => Ok(Some(number - 1)),
            _ => Err(QuestionTrouble::NoSuchAnswer),
        },
        _ => Err(QuestionTrouble::NoSuchAnswer),
    }
}

fn answers(lines: &str) -> Vec<&str> {
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn answers_trouble(answers: &[&str]) -> Option<QuestionTrouble> {
    let twice = |(place, answer): (usize, &&str)| answers[..place].contains(answer);
    if !(2..=Questions::MOST_CHOICES).contains(&answers.len()) {
        Some(QuestionTrouble::Few)
    } else if answers.iter().any(|answer| answer.chars().count() > Questions::LONGEST) {
        Some(QuestionTrouble::AnswerLong)
    } else if answers.iter().any(|answer| answer.chars().any(char::is_control)) {
        Some(QuestionTrouble::Hidden)
    } else if answers.iter().enumerate().any(twice) {
        Some(QuestionTrouble::Twice)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(words: [&str; 2], kind: &str, answers: [&str; 2]) -> TypedQuestion {
        TypedQuestion {
            words: words.map(str::to_owned),
            kind: kind.to_owned(),
            answers: answers.map(str::to_owned),
            ..TypedQuestion::default()
        }
    }

    fn form(questions: &Questions) -> Vec<TypedQuestion> {
        questions.all().iter().map(TypedQuestion::of).collect()
    }

    #[test]
    fn what_is_shown_is_read_back() {
        let usual = Questions::usual();
        assert_eq!(read(&mut form(&usual)), Some(usual));
        assert_eq!(read(&mut []), Some(Questions::default()));
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it() {
        use QuestionTrouble::{AnswerLong, Few, Hidden, Long, Missing, Twice, Uneven};
        let long = "é".repeat(201);
        let cases = [
            (question(["Wat?", ""], TEXT, ["", ""]), [None, Some(Missing)], [None, None]),
            (question([&long, "What?"], TEXT, ["", ""]), [Some(Long), None], [None, None]),
            (question(["a\u{7}b", "What?"], TEXT, ["", ""]), [Some(Hidden), None], [None, None]),
            (
                question(["Wat?", "What?"], CHOICE, ["Ja", "Yes\n\n  \nNo"]),
                [None, None],
                [Some(Few), None],
            ),
            (
                question(["Wat?", "What?"], CHOICE, ["Ja\nNee\nMisschien", "Yes\nNo"]),
                [None, None],
                [None, Some(Uneven)],
            ),
            (
                question(["Wat?", "What?"], "meer", ["Ja\nJa", &format!("Yes\n{long}")]),
                [None, None],
                [Some(Twice), Some(AnswerLong)],
            ),
        ];
        for (question, words, answers) in cases {
            let mut typed = [question];
            assert_eq!(read(&mut typed), None, "{typed:?}");
            assert_eq!((typed[0].words_trouble, typed[0].answers_trouble), (words, answers));
        }
    }

    #[test]
    fn the_answer_that_calls_for_advice_is_one_of_those_to_choose_one_from() {
        let asked = |kind: &str, number: &str| {
            let answers = ["Ja\nNee", "Yes\nNo"];
            let unsafe_answer = number.to_owned();
            let mut typed =
                [TypedQuestion { unsafe_answer, ..question(["Wat?", "What?"], kind, answers) }];
            let read = read(&mut typed);
            (read.map(|read| read.all()[0].unsafe_choice), typed[0].unsafe_trouble)
        };
        assert_eq!(asked(CHOICE, ""), (Some(None), None));
        assert_eq!(asked(CHOICE, "2"), (Some(Some(1)), None));
        for (kind, number) in [(CHOICE, "3"), (CHOICE, "0"), (CHOICE, "nee"), ("meer", "1")] {
            let refused = (None, Some(QuestionTrouble::NoSuchAnswer));
            assert_eq!(asked(kind, number), refused, "{kind} {number}");
        }
    }

    #[test]
    fn an_empty_question_counts_for_nothing_and_the_eleventh_is_too_many() {
        let mut typed = vec![question(["Wat?", "What?"], TEXT, ["", ""]); 10];
        typed.push(TypedQuestion::default());
        assert_eq!(read(&mut typed).map(|questions| questions.all().len()), Some(10));
        typed[10] = question(["Nog?", "More?"], TEXT, ["", ""]);
        assert_eq!(read(&mut typed), None);
        assert_eq!(typed[10].words_trouble[0], Some(QuestionTrouble::TooMany));
    }
}
