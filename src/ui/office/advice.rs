//! The page "Mijn adviezen": what a worker has yet to register today, and what is registered.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::parts::{Carried, Choice};
use crate::{
    domain::{
        advice::{AdviceError, Cardinality, Chosen, CodeList, DurationBucket, Edition, Owed},
        ids::{RegionId, RegistrationId},
    },
    protocol::OwedAdvice,
    ui::text::{Language, office::advice::Advice as Text},
};

/// Where the page is, and what its forms post to.
pub const ADVICES: &str = "/beheer/adviezen";

/// What the page shows.
#[derive(Debug, Clone)]
pub struct Advices {
    /// What is still to be registered.
    pub owed: Vec<OwedAdvice>,
    /// What is registered today.
    pub own: Vec<Registered>,
    /// The regions to choose from, with their names.
    pub regions: Vec<(RegionId, String)>,
    /// The form, when it is open.
    pub form: Option<AdviceForm>,
}

/// A registration of today.
#[derive(Debug, Clone)]
pub struct Registered {
    /// Its name until the day is over.
    pub id: RegistrationId,
    /// The name of its region.
    pub region: String,
    /// How long the conversation was.
    pub duration: DurationBucket,
    /// The words of its answers.
    pub answers: Vec<String>,
}

/// What stands in the form.
#[derive(Debug, Clone)]
pub struct AdviceForm {
    /// Its name, the same when it is sent again.
    pub id: RegistrationId,
    /// Whether it is new.
    pub purpose: Purpose,
    /// The lists to choose from.
    pub edition: Edition,
    /// The region, as posted.
    pub region: String,
    /// The duration, as posted.
    pub duration: String,
    /// The answers.
    pub chosen: Vec<Chosen>,
    /// What is wrong with the answers.
    pub wrong: Vec<AdviceError>,
    /// What is wrong with the region; empty for nothing.
    pub wrong_region: &'static str,
    /// What is wrong with the duration; empty for nothing.
    pub wrong_duration: &'static str,
}

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// An advice that is owed.
    Owed(Owed),
    /// An advice that is not.
    Another,
    /// A registration of today.
    Correction,
}

/// A registration's name as an address has it: 32 small hexadecimal digits.
#[must_use]
pub fn written(id: RegistrationId) -> String {
    id.as_bytes().iter().fold(String::new(), |mut text, byte| {
        // Writing to a string never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The registration whose name is written so.
#[must_use]
pub fn read(text: &str) -> Option<RegistrationId> {
    let mut bytes = [0; 16];
    let plain = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    for (place, byte) in bytes.iter_mut().enumerate().filter(|_| plain) {
        *byte = u8::from_str_radix(&text[2 * place..2 * place + 2], 16).ok()?;
    }
    plain.then(|| RegistrationId::from_bytes(bytes))
}

/// The page with one thing asked in its address.
fn asking(language: Language, key: &str, value: &str) -> String {
    let address = language.address(ADVICES);
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}{key}={value}")
}

/// The page.
#[component]
pub fn AdvicesPage(
    /// What it shows.
    page: Advices,
    /// Its language.
    language: Language,
) -> impl IntoView {
    let text = Text::of(language);
    let Advices { owed, own, regions, form } = page;
    let number = owed.iter().map(|one| one.number).sum();
    let adding = form.is_none().then(|| {
        view! {
            <p>
                <a href=asking(language, "nieuw", "ja")>{text.another}</a>
            </p>
        }
    });
    let correction = form.as_ref().is_some_and(|form| form.purpose == Purpose::Correction);
    let form_title = if correction { text.correct_title } else { text.title };
    let form = form.map(|form| {
        view! {
            <section aria-labelledby="form-title">
                <h2 id="form-title">{form_title}</h2>
                {advice_form(form, &regions, language)}
            </section>
        }
    });
    view! {
        {form}
        <section aria-labelledby="owed-title">
            <h2 id="owed-title">{text.owed}</h2>
            {if number == 0 {
                view! { <p>{text.all_done}</p> }.into_any()
            } else {
                view! {
                    <p>
                        <strong>{text.still_to_register(number)}</strong>
                        ". "
                        {text.owed_hint}
                    </p>
                    {owed_table(&owed, &regions, language)}
                }
                    .into_any()
            }}
            {adding}
        </section>
        <section aria-labelledby="own-title">
            <h2 id="own-title">{text.own}</h2>
            {if own.is_empty() {
                view! { <p>{text.own_none}</p> }.into_any()
            } else {
                view! {
                    <p class="hint">{text.own_hint}</p>
                    {own_list(own, language)}
                }
                    .into_any()
            }}
        </section>
    }
}

fn owed_table(
    owed: &[OwedAdvice],
    regions: &[(RegionId, String)],
    language: Language,
) -> impl IntoView + use<> {
    let text = Text::of(language);
    let row = |one: &OwedAdvice| {
        let OwedAdvice { owed, number } = *one;
        let name = regions.iter().find(|(id, _)| *id == owed.region);
        let name = name.map(|(_, name)| name.clone()).unwrap_or_default();
        let words = text.words(owed.duration);
        let named = format!("{name}, {words}");
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{words}</td>
                <td class="number">{number}</td>
                <td>
                    <div class="actions">
                        <a
                            href=asking(language, "open", &owed.to_string())
                            aria-label=text.register_named.with(&[&named])
                        >
                            {text.register_now}
                        </a>
                        <form method="post" action=language.address(ADVICES)>
                            <Carried name="open" value=owed.to_string() />
                            <Carried name="over" value=(number - 1).to_string() />
                            <button
                                type="submit"
                                class="quiet"
                                name="doe"
                                value="geen"
                                aria-label=text.none_given_named.with(&[&named])
                            >
                                {text.none_given}
                            </button>
                        </form>
                    </div>
                </td>
            </tr>
        }
    };
    view! {
        <div class="wide" role="region" tabindex="0" aria-labelledby="owed-title">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{text.region}</th>
                        <th scope="col">{text.duration}</th>
                        <th scope="col" class="number">
                            {text.number}
                        </th>
                        <th scope="col">
                            <span class="visually-hidden">{text.do_with}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{owed.iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
}

fn own_list(own: Vec<Registered>, language: Language) -> impl IntoView {
    let text = Text::of(language);
    let row = move |one: Registered| {
        let id = written(one.id);
        let head = format!("{}, {}", one.region, text.words(one.duration));
        let named = format!("{head}, {}", one.answers.join(", "));
        let answers = one.answers.into_iter().map(|answer| view! { <li lang="nl">{answer}</li> });
        view! {
            <li class="advice">
                <h3>{head}</h3>
                <ul aria-label=text.answers>{answers.collect::<Vec<_>>()}</ul>
                <div class="actions">
                    <a
                        href=asking(language, "advies", &id)
                        aria-label=text.correct_named.with(&[&named])
                    >
                        {text.correct}
                    </a>
                    <form method="post" action=language.address(ADVICES)>
                        <Carried name="advies" value=id />
                        <button
                            type="submit"
                            class="quiet"
                            name="doe"
                            value="verwijder"
                            aria-label=text.remove_named.with(&[&named])
                        >
                            {text.remove}
                        </button>
                    </form>
                </div>
            </li>
        }
    };
    view! {
        <ul role="list" class="advices">
            {own.into_iter().map(row).collect::<Vec<_>>()}
        </ul>
    }
}

fn advice_form(
    form: AdviceForm,
    regions: &[(RegionId, String)],
    language: Language,
) -> impl IntoView + use<> {
    let text = Text::of(language);
    let AdviceForm { id, purpose, edition, region, duration, chosen, wrong, .. } = form;
    let regions = regions.iter().map(|(id, name)| (id.0.to_string(), name.clone())).collect();
    let durations = DurationBucket::ALL
        .into_iter()
        .map(|bucket| (bucket.code().to_owned(), text.words(bucket)))
        .collect();
    let questions: Vec<_> = edition
        .asked()
        .map(|list| question(list, &chosen, text.wrong(&list.name, &wrong), language))
        .collect();
    let owed = match purpose {
        Purpose::Owed(owed) => Some(view! { <Carried name="open" value=owed.to_string() /> }),
        Purpose::Another | Purpose::Correction => None,
    };
    let corrects =
        (purpose == Purpose::Correction).then(|| view! { <Carried name="verbeter" value="ja" /> });
    view! {
        <form method="post" action=language.address(ADVICES) class="advice-form">
            <p class="hint">{text.anonymous} " " {text.labels}</p>
            <Carried name="advies" value=written(id) />
            <Carried name="editie" value=edition.name />
            {owed}
            {corrects}
            <div class="pair">
                <Choice
                    name="regio"
                    label=text.region
                    choices=regions
                    chosen=region
                    error=form.wrong_region
                />
                <Choice
                    name="duur"
                    label=text.duration
                    choices=durations
                    chosen=duration
                    error=form.wrong_duration
                />
            </div>
            {questions}
            <div class="actions">
                <button type="submit" class="main" name="doe" value="registreer">
                    {text.register}
                </button>
                <a href=language.address(ADVICES)>{text.cancel}</a>
            </div>
        </form>
    }
}

fn question(
    list: &CodeList,
    chosen: &[Chosen],
    wrong: &'static str,
    language: Language,
) -> impl IntoView + use<> {
    let text = Text::of(language);
    let kind = match list.cardinality {
        Cardinality::One => "radio",
        Cardinality::Several => "checkbox",
    };
    let (hint, error) = (format!("{}-hint", list.name), format!("{}-error", list.name));
    let below = if wrong.is_empty() { hint.clone() } else { format!("{hint} {error}") };
    let code = |code: &crate::domain::advice::Code| {
        let one = Chosen { list: list.name.clone(), code: code.name.clone() };
        let ticked = chosen.contains(&one);
        view! {
            <label class="tick">
                <input
                    type=kind
                    name=list.name.clone()
                    value=code.name.clone()
                    checked=ticked
                    aria-invalid=(kind == "checkbox" && !wrong.is_empty()).then_some("true")
                />
                <span lang="nl">{code.label.clone()}</span>
            </label>
        }
    };
    let wrong = (!wrong.is_empty()).then(|| view! { <p id=error class="wrong">{wrong}</p> });
    view! {
        <fieldset aria-describedby=below>
            <legend lang="nl">{list.title.clone()}</legend>
            <p id=hint class="hint">
                {text.how_many(list)}
            </p>
            {wrong}
            <div class="answers-of">{list.codes.iter().map(code).collect::<Vec<_>>()}</div>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_registration_is_read_as_it_is_written() {
        let id = RegistrationId::from_bytes([0x0a; 16]);
        assert_eq!(written(id), "0a".repeat(16));
        assert_eq!(read(&written(id)), Some(id));
        for wrong in ["", "0a", &"0g".repeat(16), &"0a".repeat(17), &"é".repeat(16)] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
