//! Who waits. "Oppakken" stands only beside the visitor who is offered to this worker.
//!
//! Rows are keyed and change in place: what has the focus stays while the seconds count down.

use leptos::prelude::*;

use crate::{
    domain::ids::ConversationId,
    ui::{
        desk::{DeskAction, DeskScreen, Standing, Waiter},
        parts::shown,
        text::{desk::Desk, desk_tools::DeskTools},
    },
};

/// The list "Wachtrij".
pub fn queue(screen: &DeskScreen, act: Callback<DeskAction>) -> impl IntoView + use<> {
    let (queue, all) = (screen.queue, screen.choices.waiting);
    let text = Desk::of(screen.language);
    let tools = DeskTools::of(screen.language);
    let rows = move || {
        let all = all.get();
        queue.with(|queue| rows_of(queue, all))
    };
    let number = move || match queue.with(Vec::len) {
        0 => String::new(),
        _ if !all.get() => String::new(),
        number => tools.waiting_number.with(&[&number.to_string()]),
    };
    let offered = Memo::new(move |_| {
        queue.with(|queue| queue.iter().any(|waiter| is_offered(waiter.standing)))
    });
    view! {
        <section class="queue" data-home="queue-title">
            <div class="queue-head">
                <h2 id="queue-title" tabindex="-1">
                    {text.queue}
                </h2>
                <span class="detail">{move || shown(&number())}</span>
            </div>
            <p class="visually-hidden" role="status">
                {move || shown(if offered.get() { text.offer } else { "" })}
            </p>
            // The role is written out: without bullets, one browser drops it.
            <ul role="list" aria-labelledby="queue-title">
                <For each=rows key=|id| *id children=move |id| row(id, queue, all, (text, tools), act) />
            </ul>
            <p class="hint">
                {move || {
                    let nobody = all.get() && queue.with(Vec::is_empty);
                    shown(if nobody { text.queue_empty } else { "" })
                }}
            </p>
        </section>
    }
}

/// Who is shown. Where the waiting are hidden: who is offered, and one who can be picked up by hand.
fn rows_of(queue: &[Waiter], all: bool) -> Vec<ConversationId> {
    let by_hand = |waiter: &&Waiter| waiter.may_take && !is_offered(waiter.standing);
    let by_hand = queue.iter().find(by_hand).map(|waiter| waiter.id);
    let is_shown =
        |waiter: &&Waiter| all || is_offered(waiter.standing) || Some(waiter.id) == by_hand;
    queue.iter().filter(is_shown).map(|waiter| waiter.id).collect()
}

const fn is_offered(standing: Standing) -> bool {
    matches!(standing, Standing::Offered(_) | Standing::OpenToAll)
}

fn row(
    id: ConversationId,
    queue: RwSignal<Vec<Waiter>>,
    all: RwSignal<bool>,
    (text, tools): (&'static Desk, &'static DeskTools),
    act: Callback<DeskAction>,
) -> impl IntoView + use<> {
    // What was shown last stays while the row goes.
    let waiter = Memo::new(move |before: Option<&Option<Waiter>>| {
        let now = queue.with(|queue| queue.iter().find(|waiter| waiter.id == id).cloned());
        now.or_else(|| before.cloned().flatten())
    });
    let of = move |words: fn(&Waiter, &Desk) -> String| {
        move || waiter.with(|waiter| waiter.as_ref().map(|waiter| words(waiter, text)))
    };
    let offered = Memo::new(move |_| {
        waiter.with(|waiter| waiter.as_ref().is_some_and(|waiter| is_offered(waiter.standing)))
    });
    let takes = Memo::new(move |_| {
        waiter.with(|waiter| waiter.as_ref().is_some_and(|waiter| waiter.may_take))
    });
    // Of who is hidden it is said only that somebody is there.
    let hidden = move || !all.get() && !offered.get();
    let who = of(|waiter, text| text.offer_from.with(&[&waiter.region]));
    let who = move || if hidden() { Some(tools.waiting_one.to_owned()) } else { who() };
    let detail = of(detail);
    let detail = move || if hidden() { None } else { detail() };
    view! {
        <li class="waiter" data-offered=move || offered.get().to_string()>
            <span class="region">{who}</span>
            <span class="detail">{detail}</span>
            <Show when=move || offered.get()>
                <span class="countdown">{of(countdown)}</span>
            </Show>
            <Show when=move || takes.get()>
                <button
                    type="button"
                    class="main"
                    aria-keyshortcuts="Alt+O"
                    on:click=move |_| act.run(DeskAction::Accept(id))
                >
                    {text.accept}
                </button>
            </Show>
        </li>
    }
}

/// How long the offer stands.
fn countdown(waiter: &Waiter, text: &Desk) -> String {
    match waiter.standing {
        Standing::Offered(seconds) => text.offer_time.with(&[&seconds.to_string()]),
        Standing::OpenToAll => text.offer_open.to_owned(),
        _ => String::new(),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn waiter(number: u8, standing: Standing, may_take: bool) -> Waiter {
        let (id, region) = (ConversationId::from_bytes([number; 16]), "Utrecht".to_owned());
        Waiter { id, region, minutes: 0, may_take, standing }
    }

    #[test]
    fn where_the_waiting_are_hidden_who_may_be_accepted_is_shown_and_of_those_by_hand_one() {
        let away = waiter(1, Standing::Away, false);
        let elsewhere = waiter(2, Standing::OfferedElsewhere, false);
        let [first, second] = [3, 4].map(|number| waiter(number, Standing::Waiting, true));
        let offered = waiter(5, Standing::Offered(30), true);
        let queue = [away, elsewhere, first.clone(), second, offered.clone()];
        assert_eq!(rows_of(&queue, true).len(), 5);
        assert_eq!(rows_of(&queue, false), [first.id, offered.id]);
        assert!(rows_of(&queue[..2], false).is_empty());
    }
}
