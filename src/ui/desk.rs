//! The worker's island (a placeholder).

#![expect(missing_docs, reason = "a lazy island's macro makes a public function without a doc")]

use leptos::prelude::*;

/// `/werkplek`, all of it.
#[island(lazy)]
pub fn Desk() -> impl IntoView {
    let count = RwSignal::new(0);
    view! {
        <main>
            <h1>"Werkplek"</h1>
            <button on:click=move |_| count.update(|count| *count += 1)>"Tel " {count}</button>
        </main>
    }
}
