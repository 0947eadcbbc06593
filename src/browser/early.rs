//! A press on a form before the page was alive. `js/early.js` stops it and marks the form; here the
//! form comes alive and the press is done once, however often the button was pressed.
//!
//! The form is written as `<form data-live="false">`, and its fields are the page's own, so that what
//! was typed stays.

use super::screen::Part;

/// Marks `form` as alive and, if its button was pressed before, submits it once. To be called when
/// something listens to its `submit`.
pub fn come_alive(form: Part) {
    let Some(form) = form.form() else { return };
    let early = form.has_attribute("data-pending");
    // Neither attribute name can be invalid, the only failure the DOM knows here.
    let _ = form.set_attribute("data-live", "true");
    let _ = form.remove_attribute("data-pending");
    if early {
        let _ = form.request_submit();
    }
}
