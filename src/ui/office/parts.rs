//! The pieces of the office's forms. Each has its label above, and below it what is wrong with what
//! was typed; the field names the remark, so that a screen reader reads it with the field.

use leptos::prelude::*;

use crate::ui::text::{Language, office::frame::Frame};

/// A field of one line.
#[component]
pub fn Field(
    /// The name under which it is posted, which is its id too.
    #[prop(into)]
    name: String,
    /// What it is called.
    #[prop(into)]
    label: String,
    /// What stands in it.
    #[prop(into)]
    value: String,
    /// What is wrong with it; empty for nothing.
    #[prop(into, optional)]
    error: String,
    /// What helps to fill it in; empty for nothing.
    #[prop(into, optional)]
    hint: String,
    /// The type of the field: `text`, `time`, `date`, `number`, `url`, ...
    #[prop(default = "text")]
    kind: &'static str,
    /// The most characters.
    #[prop(default = 200)]
    most: u32,
    /// Something must be in it.
    #[prop(default = false)]
    required: bool,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Typing starts here.
    #[prop(default = false)]
    focused: bool,
) -> impl IntoView {
    let below = Below::of(&name, hint, error);
    view! {
        <div class="field">
            <label for=name.clone()>{label}</label>
            <input
                autofocus=focused
                id=name.clone()
                name=name
                type=kind
                value=value
                maxlength=most
                required=required
                autocomplete=autocomplete
                aria-invalid=below.invalid()
                aria-describedby=below.named()
            />
            {below.view()}
        </div>
    }
}

/// A field of several lines.
#[component]
pub fn LongField(
    /// The name under which it is posted, which is its id too.
    #[prop(into)]
    name: String,
    /// What it is called.
    #[prop(into)]
    label: String,
    /// What stands in it.
    #[prop(into)]
    value: String,
    /// What is wrong with it; empty for nothing.
    #[prop(into, optional)]
    error: String,
    /// What helps to fill it in; empty for nothing.
    #[prop(into, optional)]
    hint: String,
    /// How many lines are seen at once.
    #[prop(default = 4)]
    rows: u32,
    /// The most characters.
    #[prop(default = 4_000)]
    most: u32,
    /// The language of what is typed, where it is not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
) -> impl IntoView {
    let below = Below::of(&name, hint, error);
    // A parser drops the first line end of a text area.
    let mut value = value;
    value.insert(0, '\n');
    view! {
        <div class="field">
            <label for=name.clone()>{label}</label>
            <textarea
                id=name.clone()
                name=name
                rows=rows
                maxlength=most
                lang=lang
                aria-invalid=below.invalid()
                aria-describedby=below.named()
            >
                {value}
            </textarea>
            {below.view()}
        </div>
    }
}

/// One of several, in a list that opens.
#[component]
pub fn Choice(
    /// The name under which it is posted, which is its id too.
    #[prop(into)]
    name: String,
    /// What it is called.
    #[prop(into)]
    label: String,
    /// Value and words of each choice.
    choices: Vec<(String, String)>,
    /// The value that is chosen.
    #[prop(into)]
    chosen: String,
    /// What is wrong with it; empty for nothing.
    #[prop(into, optional)]
    error: String,
    /// What helps to choose; empty for nothing.
    #[prop(into, optional)]
    hint: String,
) -> impl IntoView {
    let below = Below::of(&name, hint, error);
    let choices = choices.into_iter().map(move |(value, words)| {
        let selected = value == chosen;
        view! {
            <option value=value selected=selected>
                {words}
            </option>
        }
    });
    view! {
        <div class="field">
            <label for=name.clone()>{label}</label>
            <select
                id=name.clone()
                name=name
                aria-invalid=below.invalid()
                aria-describedby=below.named()
            >
                {choices.collect::<Vec<_>>()}
            </select>
            {below.view()}
        </div>
    }
}

/// Yes or no: posted as its value when it is ticked, and not at all when it is not.
#[component]
pub fn Tick(
    /// The name under which it is posted; several may share one.
    #[prop(into)]
    name: String,
    /// What is posted.
    #[prop(into)]
    value: String,
    /// What it is called.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    ticked: bool,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="checkbox" name=name value=value checked=ticked />
            <span>{label}</span>
        </label>
    }
}

/// What somebody else stored meanwhile, shown beside what was typed; nothing was overwritten.
#[component]
pub fn Meanwhile(
    /// The page to go to for what is stored.
    #[prop(into)]
    path: String,
    /// The language of the page.
    language: Language,
    children: Children,
) -> impl IntoView {
    let text = Frame::of(language);
    view! {
        <section class="card meanwhile" aria-labelledby="meanwhile-title">
            <h2 id="meanwhile-title">{text.meanwhile}</h2>
            {children()}
            <p class="hint">{text.meanwhile_go_on}</p>
            <p>
                <a href=path>{text.meanwhile_take}</a>
            </p>
        </section>
    }
}

/// A value that the form carries and nobody types.
#[component]
pub fn Carried(
    /// The name under which it is posted.
    #[prop(into)]
    name: String,
    /// What is posted.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    view! { <input type="hidden" name=name value=value /> }
}

/// What stands below a field.
struct Below {
    hint: Option<(String, String)>,
    error: Option<(String, String)>,
}

impl Below {
    fn of(name: &str, hint: String, error: String) -> Self {
        let named = |suffix: &str, words: String| {
            (!words.is_empty()).then(|| (format!("{name}-{suffix}"), words))
        };
        Self { hint: named("hint", hint), error: named("error", error) }
    }

    fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    fn named(&self) -> Option<String> {
        let ids: Vec<&str> =
            [&self.hint, &self.error].into_iter().flatten().map(|(id, _)| id.as_str()).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn view(self) -> impl IntoView {
        let hint = self.hint.map(|(id, words)| view! { <p class="hint" id=id>{words}</p> });
        let error = self.error.map(|(id, words)| view! { <p class="wrong" id=id>{words}</p> });
        (hint, error)
    }
}
