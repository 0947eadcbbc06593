//! `/beheer/vragen`: what visitors are asked before the chat.

use leptos::prelude::*;

use crate::{
    domain::questions::{Kind, Question, Questions, Wording},
    ui::{
        office::{
            Section,
            parts::{Carried, Choice, Field, LongField, Meanwhile},
        },
        parts::questions::QuestionSample,
        text::{Language, office::choices::OfficeChoices},
    },
};

/// A question as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedQuestion {
    /// The words in Dutch and in English.
    pub words: [String; 2],
    /// The code of its kind.
    pub kind: String,
    /// The answers in Dutch and in English, one on a line.
    pub answers: [String; 2],
    /// The number of the answer at which visitors are told how to leave and whom to call; empty for
    /// none.
    pub unsafe_answer: String,
    /// What is wrong with that number.
    pub unsafe_trouble: Option<QuestionTrouble>,
    /// What is wrong with the words.
    pub words_trouble: [Option<QuestionTrouble>; 2],
    /// What is wrong with the answers.
    pub answers_trouble: [Option<QuestionTrouble>; 2],
}

/// What can be wrong with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionTrouble {
    /// No words.
    Missing,
    /// Too many characters.
    Long,
    /// Characters that nobody sees.
    Hidden,
    /// Too few or too many answers.
    Few,
    /// An answer with too many characters.
    AnswerLong,
    /// Not as many answers in both languages.
    Uneven,
    /// An answer twice.
    Twice,
    /// No answer has this number.
    NoSuchAnswer,
    /// A question too many.
    TooMany,
}

/// The code of a question whose answer is one of several.
pub const CHOICE: &str = "keuze";
/// The code of a question with several answers.
pub const SEVERAL: &str = "meer";
/// The code of a question that is answered in words.
pub const TEXT: &str = "tekst";

/// What the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionsShown {
    /// The version that the form was made on.
    pub version: String,
    /// What stands in the form.
    pub typed: Vec<TypedQuestion>,
    /// The region has questions of its own.
    pub own: bool,
    /// How it would be.
    pub preview: Option<Questions>,
    /// What is stored, after somebody else changed it.
    pub stored: Option<Questions>,
}

impl TypedQuestion {
    /// The form for a question.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        let (kind, answers): (&str, &[Wording]) = match &question.kind {
            Kind::Choice(answers) => (CHOICE, answers),
            Kind::Several(answers) => (SEVERAL, answers),
            Kind::Text => (TEXT, &[]),
        };
        let lines =
            |said: fn(&Wording) -> &str| answers.iter().map(said).collect::<Vec<_>>().join("\n");
        Self {
            words: [question.words.nl.clone(), question.words.en.clone()],
            kind: kind.to_owned(),
            answers: [lines(|answer| &answer.nl), lines(|answer| &answer.en)],
            unsafe_answer: question
                .unsafe_choice
                .map(|place| (u16::from(place) + 1).to_string())
                .unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Whether something is wrong with it.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        let troubles = self.words_trouble.iter().chain(&self.answers_trouble);
        troubles.chain([&self.unsafe_trouble]).any(Option::is_some)
    }
}

const fn said(trouble: Option<QuestionTrouble>, text: &OfficeChoices) -> &'static str {
    match trouble {
        None => "",
        Some(QuestionTrouble::Missing) => text.words_missing,
        Some(QuestionTrouble::Long) => text.words_long,
        Some(QuestionTrouble::Hidden) => text.words_hidden,
        Some(QuestionTrouble::Few) => text.answers_few,
        Some(QuestionTrouble::AnswerLong) => text.answers_long,
        Some(QuestionTrouble::Uneven) => text.answers_uneven,
        Some(QuestionTrouble::Twice) => text.answers_twice,
        Some(QuestionTrouble::NoSuchAnswer) => text.no_such_answer,
        Some(QuestionTrouble::TooMany) => text.too_many_questions,
    }
}

/// The page.
#[component]
pub fn QuestionsPage(
    /// What it shows.
    shown: QuestionsShown,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let text = OfficeChoices::of(language);
    let QuestionsShown { version, typed, own, preview, stored } = shown;
    let count = typed.len();
    let none = typed.is_empty().then(|| view! { <p>{text.no_questions}</p> });
    let fields = typed.into_iter().enumerate();
    let fields = fields.map(|(place, question)| fields_of(place, count, question, language));
    let stored = stored.map(|stored| {
        view! {
            <Meanwhile path=language.address(Section::Questions.path()) language>
                <QuestionSample questions=stored prefix="stored" language />
            </Meanwhile>
        }
    });
    let preview = preview.map(|questions| {
        let sample = |prefix, language: Language| {
            let questions = questions.clone();
            view! {
                <div class="sample" lang=language.tag()>
                    <QuestionSample questions prefix language />
                </div>
            }
        };
        view! {
            <section class="card preview" aria-labelledby="preview-title">
                <h2 id="preview-title">{text.preview}</h2>
                <p class="hint">{text.preview_hint}</p>
                {questions.all().is_empty().then(|| view! { <p>{text.no_questions}</p> })}
                {sample("sample-nl", Language::Dutch)}
                {sample("sample-en", Language::English)}
            </section>
        }
    });
    view! {
        <p class="intro">{text.questions_intro}</p>
        <p>{if own { text.questions_own } else { text.questions_usual }}</p>
        {stored}
        {preview}
        <form method="post" action=language.address(Section::Questions.path())>
            <Carried name="versie" value=version />
            // What Enter presses in a field: it changes nothing.
            <button class="visually-hidden" name="doe" value="voorbeeld" tabindex="-1">
                {text.show}
            </button>
            {none}
            {fields.collect::<Vec<_>>()}
            <div class="actions">
                {(count < Questions::MOST)
                    .then(|| {
                        view! {
                            <button name="doe" value="erbij">
                                {text.add_question}
                            </button>
                        }
                    })}
                <button class="quiet" name="doe" value="gewoon">
                    {text.take_usual}
                </button>
            </div>
            <div class="actions">
                <button class="main" name="doe" value="publiceren">
                    {text.publish}
                </button>
                <button name="doe" value="voorbeeld">
                    {text.show}
                </button>
            </div>
        </form>
    }
}

fn fields_of(
    place: usize,
    count: usize,
    question: TypedQuestion,
    language: Language,
) -> impl IntoView + use<> {
    let text = OfficeChoices::of(language);
    let number = (place + 1).to_string();
    let TypedQuestion { words, kind, answers, words_trouble, answers_trouble, .. } = &question;
    let (words, kind, answers) = (words.clone(), kind.clone(), answers.clone());
    let [dutch, english] = words;
    let [answers_dutch, answers_english] = answers;
    let kinds = [(CHOICE, text.kind_choice), (SEVERAL, text.kind_several), (TEXT, text.kind_text)];
    let kinds = kinds.map(|(code, words)| (code.to_owned(), words.to_owned())).to_vec();
    let button = |does: &str, words: &'static str, label: String, there: bool| {
        there.then(|| {
            view! {
                <button
                    class="quiet"
                    name="doe"
                    value=format!("{does}-{place}")
                    aria-label=label
                >
                    {words}
                </button>
            }
        })
    };
    let most = u32::try_from(Questions::LONGEST).unwrap_or(u32::MAX);
    view! {
        <fieldset class="question">
            <legend>{text.question.with(&[&number])}</legend>
            <div class="question-answers">
                <Field
                    name=format!("vraag-nl-{place}")
                    label=text.words_dutch
                    value=dutch
                    most
                    focused=place + 1 == count && kind.is_empty()
                    error=said(words_trouble[0], text)
                />
                <Field
                    name=format!("vraag-en-{place}")
                    label=text.words_english
                    value=english
                    most
                    error=said(words_trouble[1], text)
                />
            </div>
            <Choice
                name=format!("soort-{place}")
                label=text.kind
                choices=kinds
                chosen=kind
            />
            <div class="question-answers">
                <LongField
                    name=format!("antwoorden-nl-{place}")
                    label=text.answers_dutch
                    value=answers_dutch
                    hint=text.answers_hint
                    error=said(answers_trouble[0], text)
                    lang="nl"
                />
                <LongField
                    name=format!("antwoorden-en-{place}")
                    label=text.answers_english
                    value=answers_english
                    error=said(answers_trouble[1], text)
                    lang="en"
                />
            </div>
            <Field
                name=format!("onveilig-{place}")
                label=text.unsafe_answer
                value=question.unsafe_answer.clone()
                hint=text.unsafe_hint
                most=2
                error=said(question.unsafe_trouble, text)
            />
            <div class="actions">
                {button("omhoog", text.up, text.up_question.with(&[&number]), place > 0)}
                {button("omlaag", text.down, text.down_question.with(&[&number]), place + 1 < count)}
                {button("weg", text.remove, text.remove_question.with(&[&number]), true)}
            </div>
        </fieldset>
    }
}
