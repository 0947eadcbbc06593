//! The few hand-written scripts. All but the pop-up are put into the page itself with its nonce: they
//! work before anything else has arrived.

/// Wakes the islands; a module script with the id `boot`.
pub const BOOT: &str = include_str!("js/boot.js");
/// Keeps a press that comes before the form is alive.
pub const EARLY: &str = include_str!("js/early.js");
/// Quick exit, and links that replace the page in the history.
pub const PAGE: &str = include_str!("js/page.js");
/// Between `/chat` and the pop-up of the website around it.
pub const FRAMED: &str = include_str!("js/framed.js");
/// The pop-up on other websites, a file of its own.
pub const POP_UP: &str = include_str!("js/insluiten.js");
/// Refreshes the office's live view.
pub const LIVE: &str = include_str!("js/live.js");
