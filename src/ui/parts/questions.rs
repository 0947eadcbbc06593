//! What a visitor may be asked before the chat. Rendered on the server, like the rest of the form; no
//! field has a `name`, so that a form that is sent natively carries nothing.

use leptos::{either::EitherOf3, prelude::*};

use crate::{
    domain::{
        ids::RegionId,
        questions::{Kind, Question, QuestionSets, Questions, Wording},
    },
    ui::{
        text::{
            Language, asked,
            common::{EMERGENCY, EMERGENCY_LINK, PHONE, PHONE_LINK},
            visitor::Visitor,
        },
        visitor::part,
    },
};

/// The questions of every region. Those of a region that has its own are hidden until it is chosen.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its properties")]
pub fn QuestionFields(
    /// What is asked where.
    sets: QuestionSets,
    /// The language of the questions.
    language: Language,
) -> impl IntoView {
    let own: Vec<_> =
        sets.own().map(|(region, asked)| set(Some(region), asked, language)).collect();
    view! {
        <div id=part::QUESTIONS.id() data-by-region="">
            {set(None, sets.usual(), language)}
            {own}
        </div>
    }
}

/// The questions as visitors would see them, for whoever decides on them.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its properties")]
pub fn QuestionSample(
    /// What would be asked.
    questions: Questions,
    /// What the ids of the fields start with.
    prefix: &'static str,
    /// The language of the questions.
    language: Language,
) -> impl IntoView {
    group(prefix, &questions, language)
}

/// Where nothing is asked there is no group.
fn group(prefix: &str, questions: &Questions, language: Language) -> impl IntoView + use<> {
    let fields: Vec<_> = questions
        .all()
        .iter()
        .enumerate()
        .map(|(place, question)| field(&format!("{prefix}-{place}"), question, language))
        .collect();
    (!fields.is_empty()).then(|| {
        view! {
            <fieldset class="questions">
                <legend>{Visitor::of(language).questions}</legend>
                {fields}
            </fieldset>
        }
    })
}

/// What is asked in a region; there is something to choose where nothing is asked, too.
fn set(
    region: Option<RegionId>,
    questions: &Questions,
    language: Language,
) -> impl IntoView + use<> {
    let number = region.unwrap_or_default().0;
    let group = group(&format!("question-{number}"), questions, language);
    view! {
        <div data-region=number.to_string() hidden=region.is_some()>
            {group}
        </div>
    }
}

fn field(id: &str, question: &Question, language: Language) -> impl IntoView + use<> {
    let id = id.to_owned();
    // What the worker reads is Dutch, whatever the visitor reads.
    let asked = question.words.nl.clone();
    let (words, other) = said(&question.words, language);
    let lang = other.map(Language::tag);
    let advised = question.unsafe_choice.map(usize::from);
    let label = view! { <label for=id.clone() lang=lang>{words.clone()}</label> };
    match &question.kind {
        Kind::Choice(choices) => EitherOf3::A(view! {
            <div class="field">
                {label}
                <select id=id data-question=asked autocomplete="off">
                    <option value="">{Visitor::of(language).question_skipped}</option>
                    {choices
                        .iter()
                        .enumerate()
                        .map(|(place, choice)| {
                            let value = choice.nl.clone();
                            let (choice, _) = said(choice, language);
                            let is_unsafe = advised == Some(place);
                            view! {
                                <option value=value lang=lang data-unsafe=is_unsafe.then_some("true")>
                                    {choice}
                                </option>
                            }
                        })
                        .collect::<Vec<_>>()}
                </select>
                {advised.map(|_| advice(language))}
            </div>
        }),
        Kind::Several(choices) => EitherOf3::B(view! {
            <fieldset class="field" data-question=asked>
                <legend lang=lang>{words}</legend>
                {choices
                    .iter()
                    .map(|choice| {
                        let value = choice.nl.clone();
                        let (choice, _) = said(choice, language);
                        view! {
                            <label class="choice" lang=lang>
                                <input type="checkbox" value=value autocomplete="off" />
                                {choice}
                            </label>
                        }
                    })
                    .collect::<Vec<_>>()}
            </fieldset>
        }),
        Kind::Text => EitherOf3::C(view! {
            <div class="field">
                {label}
                <input
                    id=id
                    type="text"
                    data-question=asked
                    maxlength="200"
                    autocomplete="off"
                    spellcheck="false"
                />
            </div>
        }),
    }
}

/// What somebody reads at once for whom it is not safe to chat. The style shows it when the answer is
/// chosen: it does not wait for a script.
fn advice(language: Language) -> impl IntoView + use<> {
    let text = Visitor::of(language);
    view! {
        <div role="status">
            <p class="advice">
                <strong>{text.unsafe_leave}</strong>
                " "
                {text.unsafe_danger}
                " "
                <a href=EMERGENCY_LINK>{EMERGENCY}</a>
                ". "
                {text.unsafe_talk}
                " "
                <a href=PHONE_LINK>{PHONE}</a>
                ". "
                {text.unsafe_later}
            </p>
        </div>
    }
}

/// The words in the language of the page, and the language they are in where it is another: what an
/// organisation asks is written in the languages of its staff.
fn said(words: &Wording, language: Language) -> (String, Option<Language>) {
    match language {
        Language::Dutch => (words.nl.clone(), None),
        Language::English => (words.en.clone(), None),
        Language::Arabic => match asked::usual(&words.nl, language) {
            Some(usual) => (usual.to_owned(), None),
            None => (words.en.clone(), Some(Language::English)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(sets: QuestionSets, language: Language) -> String {
        Owner::new().with(|| view! { <QuestionFields sets language /> }.to_html())
    }

    #[test]
    fn the_usual_questions_may_be_skipped_and_have_no_name() {
        let html = html(QuestionSets::default(), Language::Dutch);
        for words in ["Extra vragen (mag je overslaan)", "Kun je nu veilig chatten?", "Sla over"] {
            assert!(html.contains(words), "{words}");
        }
        assert!(!html.contains(" name="), "{html}");
        assert_eq!(html.matches("data-question=").count(), 3);
    }

    #[test]
    fn advice_stands_with_the_question_whether_it_is_safe_and_nowhere_else() {
        let html = html(QuestionSets::default(), Language::Dutch);
        assert_eq!(html.matches("class=\"advice\"").count(), 1, "{html}");
        assert!(html.contains(r#"<option value="Nee" data-unsafe="true">Nee"#), "{html}");
        for words in ["Verlaat deze site", "tel:112", "0800-2000"] {
            assert!(html.contains(words), "{words}");
        }
    }

    #[test]
    fn in_arabic_the_usual_questions_are_arabic_and_the_worker_reads_dutch() {
        let html = html(QuestionSets::default(), Language::Arabic);
        assert!(html.contains(r#"data-question="Over wie gaat het?""#), "{html}");
        assert!(html.contains(r#"<option value="Ja">نعم"#), "{html}");
        assert!(!html.contains("lang="), "{html}");
    }

    #[test]
    fn an_organisations_own_question_says_that_it_is_in_english() {
        let words = Wording { nl: "Hoe gaat het?".to_owned(), en: "How are you?".to_owned() };
        let question = Question { words, kind: Kind::Text, unsafe_choice: None };
        let mut sets = QuestionSets::default();
        sets.set(None, Questions::new(vec![question]).unwrap());
        let html = html(sets, Language::Arabic);
        assert!(html.contains(r#" lang="en">How are you?"#), "{html}");
    }

    #[test]
    fn a_region_with_questions_of_its_own_shows_them_only_when_it_is_chosen() {
        let words = Wording { nl: "Wat <b>nu</b>?".to_owned(), en: "What now?".to_owned() };
        let own = Questions::new(vec![Question { words, kind: Kind::Text, unsafe_choice: None }])
            .unwrap();
        let mut sets = QuestionSets::default();
        sets.set(Some(RegionId(20)), own);
        sets.set(Some(RegionId(19)), Questions::default());
        let html = html(sets, Language::Dutch);
        assert!(html.contains("Wat &lt;b&gt;nu&lt;/b&gt;?"), "{html}");
        assert_eq!(html.matches(" hidden").count(), 2, "{html}");
        assert_eq!(html.matches("<legend>Extra vragen").count(), 2, "{html}");
        for region in ["0", "19", "20"] {
            assert!(html.contains(&format!("data-region=\"{region}\"")), "{region}");
        }
    }
}
