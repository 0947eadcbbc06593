//! The visitor's island (a placeholder).

#![expect(clippy::unnecessary_wraps, reason = "a lazy function's error: its file did not arrive")]

use leptos::{html, prelude::*, task::spawn_local, wasm_split::wasm_split};

use crate::browser::{
    early::come_alive,
    lazy::{NotArrived, until_arrived},
};

/// `/chat`, all of it.
#[island]
pub fn Chat() -> impl IntoView {
    let sent = RwSignal::new(0);
    let answer = RwSignal::new(0);
    let form = NodeRef::<html::Form>::new();
    Effect::new(move || {
        if let Some(form) = form.get() {
            come_alive(&form);
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sent.update(|sent| *sent += 1);
        spawn_local(async move {
            let sum = until_arrived(|| placeholder_sum(20, 22)).await;
            answer.try_set(sum);
        });
    };
    view! {
        <main>
            <form data-live="false" node_ref=form on:submit=submit>
                <label>"Bijnaam" <input type="text" /></label>
                <button>"Start de chat"</button>
            </form>
            <p role="status">{sent} " keer verstuurd, antwoord " {answer}</p>
        </main>
    }
}

/// Stands for the sealing: code in a file of its own.
#[wasm_split(placeholder_sum, wasm_split_path = leptos::wasm_split, fallible)]
fn placeholder_sum(one: u32, other: u32) -> Result<u32, NotArrived> {
    Ok(one + other)
}
