//! Who waits. "Oppakken" stands only beside the visitor who is offered to this worker.

use leptos::prelude::*;

use crate::ui::{
    desk::{DeskAction, DeskScreen, Standing, Waiter},
    parts::shown,
    text::desk::Desk,
};

/// The list "Wachtrij".
pub fn queue(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let queue = screen.queue;
    let text = Desk::of(screen.language);
    view! {
        <section class="queue">
            <h2 id="queue-title">{text.queue}</h2>
            // The role is written out: without bullets, one browser drops it.
            <ul role="list" aria-labelledby="queue-title">
                {move || {
                    queue
                        .with(|queue| {
                            queue.iter().map(|waiter| row(waiter, text, act)).collect::<Vec<_>>()
                        })
                }}
            </ul>
            <p class="hint">
                {move || shown(if queue.with(Vec::is_empty) { text.queue_empty } else { "" })}
            </p>
        </section>
    }
}

fn row(waiter: &Waiter, text: &'static Desk, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let id = waiter.id;
    let offered = match waiter.standing {
        Standing::Offered(seconds) => Some(text.offer_time.with(&[&seconds.to_string()])),
        Standing::OpenToAll => Some(text.offer_open.to_owned()),
        _ => None,
    };
    let is_offered = offered.is_some().to_string();
    view! {
        <li class="waiter" data-offered=is_offered>
            <span class="region">{text.offer_from.with(&[&waiter.region])}</span>
            <span class="detail">{detail(waiter, text)}</span>
            {offered
                .map(|time| {
                    view! {
                        <span class="countdown">{time}</span>
                        <button
                            type="button"
                            class="main"
                            on:click=move |_| act.run(DeskAction::Accept(id))
                        >
                            {text.accept}
                        </button>
                    }
                })}
        </li>
    }
}

/// How long the visitor has waited, and how it stands.
fn detail(waiter: &Waiter, text: &Desk) -> String {
    let waits = match waiter.minutes {
        0 => text.waits_short.to_owned(),
        minutes => text.waits.with(&[&minutes.to_string()]),
    };
    let standing = match waiter.standing {
        Standing::Waiting | Standing::Offered(_) | Standing::OpenToAll => return waits,
        Standing::OfferedElsewhere => text.offered_elsewhere,
        Standing::Away => text.away,
        Standing::Returned => text.returned,
    };
    [&waits, ", ", standing].concat()
}
