//! "Advies registreren": how many advices are still to be registered, and the form for one.

use leptos::prelude::*;

use super::{DeskAction, DeskScreen, Ending, Progress};
use crate::{
    domain::{
        advice::{AdviceError, Cardinality, Chosen, Code, CodeList, DurationBucket, Edition},
        ids::{RegionId, RegistrationId},
    },
    protocol::OwedAdvice,
    ui::{
        parts::shown,
        text::{Language, desk_tools::DeskTools, office::advice::Advice as Text},
    },
};

/// The id of the sheet with the form.
const SHEET: &str = "registration";

/// What is to be registered, and what stands in the form.
#[derive(Clone, Copy)]
pub struct RegistrationScreen {
    /// The lists to choose from; without any until they are known.
    pub edition: RwSignal<Edition>,
    /// The regions to choose from.
    pub regions: RwSignal<Vec<(RegionId, String)>>,
    /// What is still to be registered.
    pub owed: RwSignal<Vec<OwedAdvice>>,
    /// The name of what the form registers, the same when it is sent again.
    pub id: RwSignal<Option<RegistrationId>>,
    /// What the form settles, and how many were like it when it was opened.
    pub settles: RwSignal<Option<OwedAdvice>>,
    /// The region in the form.
    pub region: RwSignal<RegionId>,
    /// The duration in the form.
    pub duration: RwSignal<DurationBucket>,
    /// The answers in the form.
    pub chosen: RwSignal<Vec<Chosen>>,
    /// What is wrong with them.
    pub wrong: RwSignal<Vec<AdviceError>>,
    /// Why it was not stored, as a sentence; empty for nothing.
    pub told: RwSignal<&'static str>,
}

impl RegistrationScreen {
    /// Before anything is known.
    #[must_use]
    pub fn new() -> Self {
        Self {
            edition: RwSignal::new(Edition { name: String::new(), lists: Vec::new() }),
            regions: RwSignal::new(Vec::new()),
            owed: RwSignal::new(Vec::new()),
            id: RwSignal::new(None),
            settles: RwSignal::new(None),
            region: RwSignal::new(RegionId(0)),
            duration: RwSignal::new(DurationBucket::UnderTen),
            chosen: RwSignal::new(Vec::new()),
            wrong: RwSignal::new(Vec::new()),
            told: RwSignal::new(""),
        }
    }

    /// How many advices are still to be registered.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.owed.with(|owed| owed.iter().map(|one| one.number).sum())
    }
}

impl Default for RegistrationScreen {
    fn default() -> Self {
        Self::new()
    }
}

/// What a worker does about registering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistrationAction {
    /// The form was opened.
    Open,
    /// "Registreer".
    Register,
    /// "Geen advies gegeven".
    Waive,
}

/// How many there are, with the form.
pub fn registration(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let registration = screen.registration;
    let text = Text::of(screen.language);
    view! {
        <div class="registration" data-home="conversations-title">
            <p role="status">
                {move || shown(&text.still_to_register(registration.number()))}
            </p>
            <button
                type="button"
                id="registration-open"
                popovertarget=SHEET
                aria-haspopup="dialog"
                hidden=move || registration.number() == 0
                on:click=move |_| act.run(DeskAction::Registration(RegistrationAction::Open))
            >
                {text.register_now}
            </button>
            {sheet(screen, act)}
        </div>
    }
}

/// The button at a conversation that is over.
pub fn offer(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let (registration, progress) = (screen.registration, screen.progress);
    let text = Text::of(screen.language);
    view! {
        <button
            type="button"
            class="main"
            popovertarget=SHEET
            aria-haspopup="dialog"
            hidden=move || registration.number() == 0 || !is_owed(progress.get())
            on:click=move |_| act.run(DeskAction::Registration(RegistrationAction::Open))
        >
            {text.title}
        </button>
    }
}

/// Whether a conversation that came to this is one to register.
const fn is_owed(progress: Progress) -> bool {
    matches!(
        progress,
        Progress::Over(Ending::ByVisitor | Ending::ByYou | Ending::Left | Ending::Expired)
    )
}

fn sheet(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let (language, registration) = (screen.language, screen.registration);
    let text = Text::of(language);
    let run = move |action| act.run(DeskAction::Registration(action));
    let RegistrationScreen { edition, told, settles, .. } = registration;
    view! {
        <div
            id=SHEET
            class="confirm sheet registration-form"
            popover="auto"
            role="dialog"
            tabindex="-1"
            autofocus
            aria-labelledby="registration-title"
        >
            <div class="sheet-head">
                <h2 id="registration-title">{text.title}</h2>
                <button
                    type="button"
                    id="registration-close"
                    class="cross"
                    aria-label=DeskTools::of(language).close
                    popovertarget=SHEET
                    popovertargetaction="hide"
                ></button>
            </div>
            <p class="hint">{text.anonymous} " " {text.labels}</p>
            {regions_and_duration(registration, text)}
            {move || edition.with(|edition| questions(edition, registration, language))}
            <p class="trouble" role="alert">
                {move || shown(told.get())}
            </p>
            <div class="choices">
                <button
                    type="button"
                    class="main"
                    on:click=move |_| run(RegistrationAction::Register)
                >
                    {text.register}
                </button>
                <button type="button" popovertarget=SHEET popovertargetaction="hide">
                    {text.later}
                </button>
                <button
                    type="button"
                    class="quiet"
                    hidden=move || settles.get().is_none()
                    on:click=move |_| run(RegistrationAction::Waive)
                >
                    {text.none_given}
                </button>
            </div>
        </div>
    }
}

fn regions_and_duration(
    registration: RegistrationScreen,
    text: &'static Text,
) -> impl IntoView + use<> {
    let RegistrationScreen { regions, region, duration, .. } = registration;
    let option = move |(id, name): &(RegionId, String)| {
        let id = *id;
        view! {
            <option value=id.0.to_string() prop:selected=move || region.get() == id>
                {name.clone()}
            </option>
        }
    };
    let durations = DurationBucket::ALL.into_iter().map(|bucket| {
        view! {
            <option value=bucket.code() prop:selected=move || duration.get() == bucket>
                {text.words(bucket)}
            </option>
        }
    });
    view! {
        <div class="pair">
            <div class="field">
                <label for="registration-region">{text.region}</label>
                <select
                    id="registration-region"
                    autocomplete="off"
                    on:change=move |event| {
                        if let Ok(id) = event_target_value(&event).parse() {
                            region.set(RegionId(id));
                        }
                    }
                >
                    {move || regions.with(|all| all.iter().map(option).collect::<Vec<_>>())}
                </select>
            </div>
            <div class="field">
                <label for="registration-duration">{text.duration}</label>
                <select
                    id="registration-duration"
                    autocomplete="off"
                    on:change=move |event| {
                        if let Some(bucket) = DurationBucket::from_code(&event_target_value(&event))
                        {
                            duration.set(bucket);
                        }
                    }
                >
                    {durations.collect::<Vec<_>>()}
                </select>
            </div>
        </div>
    }
}

fn questions(
    edition: &Edition,
    registration: RegistrationScreen,
    language: Language,
) -> impl IntoView + use<> {
    edition.asked().map(|list| question(list, registration, language)).collect::<Vec<_>>()
}

fn question(
    list: &CodeList,
    registration: RegistrationScreen,
    language: Language,
) -> impl IntoView + use<> {
    let text = Text::of(language);
    let ids = ["registration-", &list.name].concat();
    let (hint, error) = ([&ids, "-hint"].concat(), [&ids, "-error"].concat());
    let below = [&hint, " ", &error].concat();
    let name = list.name.clone();
    let wrong = move || registration.wrong.with(|wrong| shown(text.wrong(&name, wrong)));
    let code = |code: &Code| answer(list, code, registration);
    view! {
        <fieldset id=ids aria-describedby=below tabindex="-1">
            <legend lang="nl">{list.title.clone()}</legend>
            <p id=hint class="hint">
                {text.how_many(list)}
            </p>
            <p id=error class="wrong">
                {wrong}
            </p>
            <div class="answers-of">{list.codes.iter().map(code).collect::<Vec<_>>()}</div>
        </fieldset>
    }
}

fn answer(list: &CodeList, code: &Code, registration: RegistrationScreen) -> impl IntoView + use<> {
    let chosen = registration.chosen;
    let one = Chosen { list: list.name.clone(), code: code.name.clone() };
    let this = one.clone();
    let cardinality = list.cardinality;
    let kind = match cardinality {
        Cardinality::One => "radio",
        Cardinality::Several => "checkbox",
    };
    view! {
        <label class="tick">
            <input
                type=kind
                name=["registration-", &list.name].concat()
                autocomplete="off"
                prop:checked=move || chosen.with(|chosen| chosen.contains(&this))
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    chosen.update(|chosen| choose(chosen, &one, cardinality, on));
                }
            />
            <span lang="nl">{code.label.clone()}</span>
        </label>
    }
}

/// An answer was ticked, or no longer is.
fn choose(chosen: &mut Vec<Chosen>, one: &Chosen, cardinality: Cardinality, on: bool) {
    let takes_its_place = |other: &Chosen| match cardinality {
        Cardinality::One => other.list == one.list,
        Cardinality::Several => other == one,
    };
    chosen.retain(|other| !takes_its_place(other));
    if on {
        chosen.push(one.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::advice::Owed;

    fn of(list: &str, code: &str) -> Chosen {
        Chosen { list: list.to_owned(), code: code.to_owned() }
    }

    #[test]
    fn an_only_answer_takes_the_place_of_the_one_before_and_of_no_other_question() {
        let mut chosen = vec![of("reden", "a"), of("wie", "x")];
        choose(&mut chosen, &of("wie", "y"), Cardinality::One, true);
        assert_eq!(chosen, [of("reden", "a"), of("wie", "y")]);
        choose(&mut chosen, &of("reden", "b"), Cardinality::Several, true);
        choose(&mut chosen, &of("reden", "b"), Cardinality::Several, true);
        choose(&mut chosen, &of("reden", "a"), Cardinality::Several, false);
        assert_eq!(chosen, [of("wie", "y"), of("reden", "b")]);
    }

    #[test]
    fn how_many_are_open_is_said_with_a_button_and_nothing_where_there_are_none() {
        let html = |number| {
            Owner::new().with(|| {
                let screen = DeskScreen::new(Language::Dutch);
                let owed = Owed { region: RegionId(20), duration: DurationBucket::ToTwenty };
                let open = (number > 0).then_some(OwedAdvice { owed, number });
                screen.registration.owed.set(open.into_iter().collect());
                registration(&screen, Callback::new(|_: DeskAction| ())).to_html()
            })
        };
        assert!(html(2).contains("2 adviezen nog niet geregistreerd"));
        assert!(html(1).contains("1 advies nog niet geregistreerd"));
        assert!(!html(0).contains("nog niet geregistreerd"));
        let button = |html: String| {
            let from = html.find("registration-open").unwrap();
            html[from..html[from..].find('>').unwrap() + from].to_owned()
        };
        assert!(!button(html(1)).contains("hidden") && button(html(0)).contains("hidden"));
    }

    #[test]
    fn a_conversation_that_went_to_somebody_else_is_not_asked_about() {
        assert!(is_owed(Progress::Over(Ending::ByYou)));
        assert!(is_owed(Progress::Over(Ending::Left)));
        for ending in [Ending::HandedOver, Ending::Lost, Ending::ReadingOver, Ending::Practised] {
            assert!(!is_owed(Progress::Over(ending)));
        }
        assert!(!is_owed(Progress::Live));
    }
}
