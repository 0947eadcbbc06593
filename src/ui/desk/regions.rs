//! For which regions a worker is on duty, and how long nothing is offered after a conversation.

use leptos::prelude::*;

use super::{DeskAction, DeskScreen};
use crate::{domain::ids::RegionId, ui::text::passing::Passing};

/// A region that the worker may be on duty for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRegion {
    /// Which.
    pub region: RegionId,
    /// Its name.
    pub name: String,
    /// Whether the worker is on duty for it.
    pub on: bool,
}

/// How many minutes there can be for writing something up.
const MINUTES: [u8; 4] = [0, 2, 5, 10];

/// The regions, for who has more than one.
pub fn regions(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let (own, text) = (screen.own_regions, Passing::of(screen.language));
    let several = move || own.with(|own| own.len() > 1);
    let row = move |place: OwnRegion| {
        let region = place.region;
        let on = move || own.with(|own| own.iter().any(|own| own.region == region && own.on));
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    autocomplete="off"
                    prop:checked=on
                    on:change=move |event| {
                        act.run(DeskAction::Region(region, event_target_checked(&event)));
                    }
                />
                {place.name}
            </label>
        }
    };
    view! {
        <Show when=several>
            <fieldset class="regions">
                <legend>{text.regions}</legend>
                <For each=move || own.get() key=|own| own.region children=row />
            </fieldset>
        </Show>
    }
}

/// The minutes after a conversation, and the way to cut them short.
pub fn wrap_up(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let (minutes, wrapping, alive) = (screen.wrap_up, screen.wrapping, screen.alive);
    let text = Passing::of(screen.language);
    let options = MINUTES.map(|number| {
        view! {
            <option value=number.to_string()>{text.minutes.with(&[&number.to_string()])}</option>
        }
    });
    view! {
        <label class="wrap-up">
            <span>{text.wrap_up}</span>
            <select
                autocomplete="off"
                disabled=move || !alive.get()
                prop:value=move || minutes.get().to_string()
                on:change=move |event| {
                    if let Ok(wanted) = event_target_value(&event).parse() {
                        act.run(DeskAction::WrapUp(wanted));
                    }
                }
            >
                {options.into_iter().collect::<Vec<_>>()}
            </select>
        </label>
        <Show when=move || !wrapping.with(String::is_empty)>
            <p role="status">{move || text.wrapping.with(&[&wrapping.get()])}</p>
            <button type="button" on:click=move |_| act.run(DeskAction::EndWrapUp)>
                {text.wrap_up_end}
            </button>
        </Show>
    }
}
