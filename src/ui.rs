//! What people see. Everything here renders on the server, and the desk in the browser too; nothing
//! here but the two islands knows `client` and drives `browser`, and no sentence is written outside
//! [`text`].

pub mod boot;
pub mod desk;
pub mod office;
pub mod page;
pub mod pages;
pub mod parts;
pub mod text;
pub mod view;
pub mod visitor;

use leptos::prelude::{RwSignal, Set, WithUntracked};

/// Sets a signal where that changes something.
fn put<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|current| *current != value) {
        signal.set(value);
    }
}
