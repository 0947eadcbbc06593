//! What stands on every screen: the way out, what to do in danger, the language, the demo.

use super::catalogue;

/// The free number of Veilig Thuis, as it is written.
pub const PHONE: &str = "0800-2000";
/// The address that dials [`PHONE`].
pub const PHONE_LINK: &str = "tel:08002000";
/// The emergency number.
pub const EMERGENCY: &str = "112";
/// The address that dials [`EMERGENCY`].
pub const EMERGENCY_LINK: &str = "tel:112";

catalogue! {
    /// The texts of the frame around every page.
    Common {
        skip: "Ga naar de inhoud", "Skip to the content";
        exit: "Verlaat deze site", "Leave this site";
        exit_keys: "Of druk 3 keer snel op Shift.", "Or press Shift 3 times quickly.";
        brand: "Veilig Thuis", "Veilig Thuis";
        brand_chat: "chat", "chat";
        home: "Naar het begin", "To the first page";
        language_other: "English", "Nederlands";
        demo: "Demo: geen echte hulpverlener. Gevaar? Bel 112.",
            "Demo: no real helper. Danger? Call 112.";
        strip_danger: "Gevaar?", "Danger?";
        strip_call: "Bel 112", "Call 112";
        strip_talk: "Bellen:", "Phone:";
        danger_title: "Ben je in gevaar?", "Are you in danger?";
        danger_now: "Is er nu gevaar? Bel 112.", "Is there danger now? Call 112.";
        danger_call: "Bel 112", "Call 112";
        danger_silent: "Kun je niet praten of horen? Gebruik de 112-app. Of bel 112 met Teletolk.",
            "Can you not speak or hear? Use the 112 app. Or call 112 through Teletolk.";
        talk_title: "Wil je praten?", "Do you want to talk?";
        talk: "Bel 0800-2000. Het is gratis. Het kan dag en nacht.",
            "Call 0800-2000. It is free. Day and night.";
        talk_call: "Bel 0800-2000", "Call 0800-2000";
        privacy: "Privacy", "Privacy";
        accessibility: "Toegankelijkheid", "Accessibility";
        footer: "Over deze site", "About this site";
    }
}
