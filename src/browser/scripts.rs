//! The few hand-written scripts. All but the pop-up and the work before a sign-up are put into the page
//! itself with its nonce: they work before anything else has arrived. Every page carries them, so those go without comments and
//! indentation.

use std::sync::LazyLock;

/// Wakes the islands; a module script with the id `boot`.
pub static BOOT: LazyLock<String> = LazyLock::new(|| bare(include_str!("js/boot.js")));
/// Keeps a press that comes before the form is alive.
pub static EARLY: LazyLock<String> = LazyLock::new(|| bare(include_str!("js/early.js")));
/// Quick exit, and links that replace the page in the history.
pub static PAGE: LazyLock<String> = LazyLock::new(|| bare(include_str!("js/page.js")));
/// Between `/chat` and the pop-up of the website around it.
pub static FRAMED: LazyLock<String> = LazyLock::new(|| bare(include_str!("js/framed.js")));
/// The pop-up on other websites, a file of its own.
pub static POP_UP: LazyLock<String> = LazyLock::new(|| bare(include_str!("js/insluiten.js")));
/// Refreshes the office's live view.
pub static LIVE: LazyLock<String> = LazyLock::new(|| bare(include_str!("js/live.js")));
/// Does the work that is asked while very many sign up: a file of its own, in a thread of its own,
/// fetched only then.
pub static WORK: LazyLock<String> = LazyLock::new(|| bare(include_str!("js/work.js")));

/// A script without the lines that only people read. No text in them runs over several lines, but
/// for a style.
fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let said = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    said.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_keeps_what_it_does_and_loses_what_people_read() {
        assert_eq!(
            bare("// Why.\n(() => {\n  go();\n\n  // How.\n  stop();\n})();\n"),
            "(() => {\ngo();\nstop();\n})();"
        );
        for script in [&BOOT, &EARLY, &PAGE, &FRAMED, &LIVE, &POP_UP, &WORK] {
            assert!(!script.is_empty() && !script.contains("\n//") && !script.contains("\n "));
            // A text over several lines would lose its own spaces.
            assert_eq!(script.matches('`').count() % 2, 0);
        }
    }
}
