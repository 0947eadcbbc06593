//! Notifications of the system, which say that something waits and never what or from whom.

use std::cell::RefCell;

use leptos::{
    prelude::window,
    web_sys::{Notification, NotificationOptions, NotificationPermission},
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// A newer notification takes the place of an older one with the same tag.
const TAG: &str = "werkplek";

thread_local! {
    static SHOWN: RefCell<Option<Notification>> = const { RefCell::new(None) };
}

/// Whether this page may show notifications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Nobody was asked yet.
    Unasked,
    /// It may.
    Granted,
    /// It may not, or the browser has none.
    Denied,
}

/// Whether this page may show notifications.
#[must_use]
pub fn permission() -> Permission {
    if !is_known() {
        return Permission::Denied;
    }
    match Notification::permission() {
        NotificationPermission::Granted => Permission::Granted,
        NotificationPermission::Default => Permission::Unasked,
        _ => Permission::Denied,
    }
}

/// Asks for it; to be called when somebody pressed a button for it.
pub async fn ask() -> Permission {
    if is_known()
        && let Ok(asked) = Notification::request_permission()
    {
        // The answer is read anew.
        let _ = JsFuture::from(asked).await;
    }
    permission()
}

/// Shows one notification with these words and nothing else, in place of an older one.
pub fn show(words: &str) {
    if permission() != Permission::Granted {
        return;
    }
    let options = NotificationOptions::new();
    options.set_tag(TAG);
    // Some browsers show notifications in other ways only; then there is the sound.
    let Ok(shown) = Notification::new_with_options(words, &options) else { return };
    let pressed = Closure::once_into_js(|| {
        // Refused where the system keeps windows where they are.
        let _ = window().focus();
        close();
    });
    shown.set_onclick(Some(pressed.unchecked_ref()));
    if let Some(older) = SHOWN.replace(Some(shown)) {
        older.close();
    }
}

/// Takes the notification away.
pub fn close() {
    if let Some(shown) = SHOWN.take() {
        shown.close();
    }
}

fn is_known() -> bool {
    js_sys::Reflect::has(&window(), &JsValue::from_str("Notification")).unwrap_or(false)
}
