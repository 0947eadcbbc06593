//! What a visitor may be asked before the chat: a few questions that may all be skipped. The answers
//! travel sealed, with the words of the question as it was asked, so that a question that was changed
//! or removed meanwhile still makes sense to the worker.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::RegionId;

/// The questions of the sign-up form, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Questions(Vec<Question>);

/// What each region asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionSets {
    usual: Questions,
    own: BTreeMap<RegionId, Questions>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The words, 1 to 200 characters.
    pub words: Wording,
    /// How it is answered.
    pub kind: Kind,
    /// The place of the answer to choose, from 0, after which the visitor reads at once how to leave
    /// and whom to call: it is not safe to chat.
    #[serde(default)]
    pub unsafe_choice: Option<u8>,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One of these.
    Choice(Vec<Wording>),
    /// Any of these.
    Several(Vec<Wording>),
    /// A few words, at most [`GivenAnswer::LONGEST`] characters.
    Text,
}

/// A text in every language that there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// What a visitor answered to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenAnswer {
    /// The question in Dutch, as it was asked.
    pub question: String,
    /// What was chosen, in Dutch whatever the visitor read; or what was typed, as it was typed.
    pub answer: String,
}

/// Questions that cannot be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QuestionsError {
    /// More than [`Questions::MOST`].
    #[error("there are at most {} questions", Questions::MOST)]
    TooMany,
    /// A question without 2 to [`Questions::MOST_CHOICES`] things to choose from.
    #[error("a choice has 2 to {} answers", Questions::MOST_CHOICES)]
    Choices,
    /// A text that is empty or longer than [`Questions::LONGEST`].
    #[error("every text has 1 to {} characters", Questions::LONGEST)]
    Length,
    /// An answer that calls for advice is not among those to choose one from.
    #[error("there is no such answer to choose")]
    UnsafeChoice,
    /// A control character.
    #[error("a text has no control characters")]
    Control,
}

impl Default for QuestionSets {
    fn default() -> Self {
        Self { usual: Questions::usual(), own: BTreeMap::new() }
    }
}

impl QuestionSets {
    /// What one region asks, or with `None` every region that has no questions of its own.
    pub fn set(&mut self, region: Option<RegionId>, questions: Questions) {
        match region {
            Some(region) => {
                self.own.insert(region, questions);
            }
            None => self.usual = questions,
        }
    }

    /// What is asked where a region has no questions of its own.
    #[must_use]
    pub const fn usual(&self) -> &Questions {
        &self.usual
    }

    /// The regions with questions of their own.
    pub fn own(&self) -> impl Iterator<Item = (RegionId, &Questions)> {
        self.own.iter().map(|(region, questions)| (*region, questions))
    }
}

impl Questions {
    /// The most questions.
    pub const MOST: usize = 10;
    /// The most answers to choose from.
    pub const MOST_CHOICES: usize = 12;
    /// The longest text, in characters.
    pub const LONGEST: usize = 200;

    /// Questions within their bounds.
    pub fn new(questions: Vec<Question>) -> Result<Self, QuestionsError> {
        if questions.len() > Self::MOST {
            return Err(QuestionsError::TooMany);
        }
        for question in &questions {
            let choices: &[Wording] = match &question.kind {
                Kind::Choice(choices) | Kind::Several(choices) => {
                    if !(2..=Self::MOST_CHOICES).contains(&choices.len()) {
                        return Err(QuestionsError::Choices);
                    }
                    choices
                }
                Kind::Text => &[],
            };
            let one_of = if matches!(question.kind, Kind::Choice(_)) { choices.len() } else { 0 };
            if question.unsafe_choice.is_some_and(|place| usize::from(place) >= one_of) {
                return Err(QuestionsError::UnsafeChoice);
            }
            for wording in choices.iter().chain([&question.words]) {
                for text in [&wording.nl, &wording.en] {
                    bounded(text)?;
                }
            }
        }
        Ok(Self(questions))
    }

    /// The questions.
    #[must_use]
    pub fn all(&self) -> &[Question] {
        &self.0
    }

    /// What a new installation asks: who the visitor is in this, what it is about, and whether it
    /// is safe to chat now.
    #[must_use]
    pub fn usual() -> Self {
        let words = |nl: &str, en: &str| Wording { nl: nl.to_owned(), en: en.to_owned() };
        let choices = |all: &[(&str, &str)]| all.iter().map(|(nl, en)| words(nl, en)).collect();
        Self(vec![
            Question {
                words: words("Over wie gaat het?", "Who is this about?"),
                kind: Kind::Choice(choices(&[
                    ("Over mij: iemand doet mij iets aan", "Me: somebody hurts me"),
                    ("Over een ander: ik maak me zorgen", "Somebody else: I am worried"),
                    ("Over mij: ik doe iemand iets aan", "Me: I hurt somebody"),
                ])),
                unsafe_choice: None,
            },
            Question {
                words: words("Waar gaat het over?", "What is it about?"),
                kind: Kind::Several(choices(&[
                    (
                        "Ruzie of geweld met een partner of ex",
                        "Fights or violence with a partner or ex",
                    ),
                    ("Een kind dat niet veilig is", "A child who is not safe"),
                    ("Geweld tegen een ouder", "Violence against a parent"),
                    ("Een oudere die niet veilig is", "An older person who is not safe"),
                    ("Seks die iemand niet wil", "Sex that somebody does not want"),
                    ("Iets anders", "Something else"),
                ])),
                unsafe_choice: None,
            },
            Question {
                words: words("Kun je nu veilig chatten?", "Is it safe for you to chat now?"),
                kind: Kind::Choice(choices(&[
                    ("Ja", "Yes"),
                    ("Ik weet het niet", "I do not know"),
                    ("Nee", "No"),
                ])),
                unsafe_choice: Some(2),
            },
        ])
    }
}

impl GivenAnswer {
    /// The longest answer, in characters: several things chosen, or what was typed.
    pub const LONGEST: usize = 1_000;

    /// What a page may send as answers: at most as many as there are questions, cut where they are
    /// too long. Whoever changed the page can harm only what the worker reads.
    #[must_use]
    pub fn bounded(answers: Vec<Self>) -> Vec<Self> {
        let cut = |text: String, most: usize| {
            let letters = text.chars().filter(|letter| !letter.is_control() || *letter == '\n');
            letters.take(most).collect()
        };
        answers
            .into_iter()
            .take(Questions::MOST)
            .map(|answer| Self {
                question: cut(answer.question, Questions::LONGEST),
                answer: cut(answer.answer, Self::LONGEST),
            })
            .collect()
    }
}

fn bounded(text: &str) -> Result<(), QuestionsError> {
    if text.trim().is_empty() || text.chars().count() > Questions::LONGEST {
        return Err(QuestionsError::Length);
    }
    if text.chars().any(char::is_control) { Err(QuestionsError::Control) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Wording {
        Wording { nl: text.to_owned(), en: text.to_owned() }
    }

    fn refused(question: Question) -> QuestionsError {
        Questions::new(vec![question]).unwrap_err()
    }

    #[test]
    fn the_usual_questions_can_be_asked() {
        let usual = Questions::usual();
        assert_eq!(usual.all().len(), 3);
        assert_eq!(Questions::new(usual.all().to_vec()).unwrap(), usual);
    }

    #[test]
    fn what_is_out_of_bounds_is_refused() {
        let text =
            |text: &str| Question { words: words(text), kind: Kind::Text, unsafe_choice: None };
        let choice = |choices| Question {
            words: words("Wat?"),
            kind: Kind::Choice(choices),
            unsafe_choice: None,
        };
        assert_eq!(refused(text(" ")), QuestionsError::Length);
        assert_eq!(refused(text(&"é".repeat(201))), QuestionsError::Length);
        assert_eq!(refused(text("a\u{7}b")), QuestionsError::Control);
        assert_eq!(refused(choice(vec![words("Ja")])), QuestionsError::Choices);
        assert_eq!(refused(choice(vec![words("Ja"); 13])), QuestionsError::Choices);
        assert_eq!(refused(choice(vec![words("Ja"), words("")])), QuestionsError::Length);
        let half = Wording { nl: "Ja".to_owned(), en: String::new() };
        assert_eq!(refused(choice(vec![words("Nee"), half])), QuestionsError::Length);
        let many = vec![text("Wat?"); 11];
        assert_eq!(Questions::new(many), Err(QuestionsError::TooMany));
        assert!(Questions::new(vec![text(&"é".repeat(200)); 10]).is_ok());
    }

    #[test]
    fn only_one_of_the_answers_to_choose_calls_for_advice() {
        let two = || vec![words("Ja"), words("Nee")];
        let asked =
            |kind, place| Question { words: words("Wat?"), kind, unsafe_choice: Some(place) };
        assert!(Questions::new(vec![asked(Kind::Choice(two()), 1)]).is_ok());
        for unknown in
            [asked(Kind::Choice(two()), 2), asked(Kind::Several(two()), 0), asked(Kind::Text, 0)]
        {
            assert_eq!(refused(unknown), QuestionsError::UnsafeChoice);
        }
    }

    #[test]
    fn questions_that_were_stored_before_there_was_advice_can_be_read() {
        let stored = r#"{"words":{"nl":"Wat?","en":"What?"},"kind":"Text"}"#;
        let question: Question = serde_json::from_str(stored).unwrap();
        assert_eq!(question.unsafe_choice, None);
    }

    #[test]
    fn answers_are_cut_to_their_bounds() {
        let long = GivenAnswer { question: "w".repeat(300), answer: "a\u{0}b\nc".repeat(1_000) };
        let kept = GivenAnswer::bounded(vec![long; 20]);
        assert_eq!(kept.len(), Questions::MOST);
        assert_eq!(kept[0].question.chars().count(), Questions::LONGEST);
        assert_eq!(kept[0].answer.chars().count(), GivenAnswer::LONGEST);
        assert!(kept[0].answer.starts_with("ab\ncab"));
    }
}
