//! On duty or not, for how many visitors at once, with a break or not.

use leptos::prelude::*;

use crate::ui::{
    desk::{DeskAction, DeskScreen, Readiness, regions, replies, tools},
    text::desk::Desk,
};

/// How many conversations a worker may have at once.
const CAPACITY: std::ops::RangeInclusive<u8> = 1..=4;

/// The bar at the top of the desk.
pub fn duty(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let DeskScreen { alive, readiness, capacity, .. } = *screen;
    let dead = move || !alive.get();
    let text = Desk::of(screen.language);
    let on = move || readiness.get() != Readiness::Off;
    let paused = move || readiness.get() == Readiness::Paused;
    view! {
        <section class="duty" aria-label=text.duty>
            <h1 class="visually-hidden">{text.desk}</h1>
            <button
                type="button"
                class="switch"
                role="switch"
                aria-checked=move || on().to_string()
                disabled=dead
                on:click=move |_| act.run(DeskAction::Duty(readiness.get_untracked() == Readiness::Off))
            >
                {text.on_duty}
            </button>
            <label class="capacity">
                <span>{text.capacity}</span>
                <input
                    type="number"
                    min=CAPACITY.start().to_string()
                    max=CAPACITY.end().to_string()
                    step="1"
                    inputmode="numeric"
                    autocomplete="off"
                    disabled=dead
                    prop:value=move || capacity.get().to_string()
                    value=capacity.get_untracked().to_string()
                    on:change=move |event| {
                        let wanted = wanted_capacity(&event_target_value(&event));
                        // Told even when it is the same: what was typed gives way to the number.
                        capacity.set(wanted.unwrap_or(capacity.get_untracked()));
                        if let Some(wanted) = wanted {
                            act.run(DeskAction::Capacity(wanted));
                        }
                    }
                />
            </label>
            {regions::wrap_up(screen, act)}
            {regions::regions(screen, act)}
            <button
                type="button"
                aria-pressed=move || paused().to_string()
                aria-keyshortcuts="Alt+P"
                disabled=move || !on()
                on:click=move |_| {
                    act.run(DeskAction::Pause(readiness.get_untracked() != Readiness::Paused));
                }
            >
                {text.pause}
            </button>
            <fieldset class="tools" disabled=dead>
                {replies::replies(screen, act)}
                {tools::practise(screen, act)}
                {tools::tools(screen, act)}
            </fieldset>
            <p class="hint" role="status">
                {move || hint(readiness.get(), text)}
            </p>
        </section>
    }
}

const fn hint(readiness: Readiness, text: &'static Desk) -> &'static str {
    match readiness {
        Readiness::Off => text.off_duty_hint,
        Readiness::Free => text.free_hint,
        Readiness::Full => text.full_hint,
        Readiness::Paused => text.paused_hint,
    }
}

/// The number that was typed, brought within the bounds; `None` when it is no number.
fn wanted_capacity(typed: &str) -> Option<u8> {
    let wanted: i64 = typed.trim().parse().ok()?;
    let bounded = wanted.clamp(i64::from(*CAPACITY.start()), i64::from(*CAPACITY.end()));
    u8::try_from(bounded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_capacity_stays_within_one_and_four() {
        assert_eq!(wanted_capacity("3"), Some(3));
        assert_eq!(wanted_capacity(" 9 "), Some(4));
        assert_eq!(wanted_capacity("-1"), Some(1));
        assert_eq!(wanted_capacity(""), None);
        assert_eq!(wanted_capacity("twee"), None);
    }
}
