//! What stands on every screen: the way out, what to do in danger, the language, the demo.

use super::visitor_catalogue;

/// The free number of Veilig Thuis, as it is written.
pub const PHONE: &str = "0800-2000";
/// The address that dials [`PHONE`].
pub const PHONE_LINK: &str = "tel:08002000";
/// The emergency number.
pub const EMERGENCY: &str = "112";
/// The address that dials [`EMERGENCY`].
pub const EMERGENCY_LINK: &str = "tel:112";

visitor_catalogue! {
    /// The texts of the frame around every page.
    Common {
        skip: "Ga naar de inhoud", "Skip to the content", "الانتقال إلى المحتوى";
        exit: "Verlaat deze site", "Leave this site", "مغادرة هذا الموقع";
        exit_keys: "Of druk 3 keer snel op Shift.", "Or press Shift 3 times quickly.",
            "أو الضغط 3 مرات بسرعة على Shift.";
        brand: "Veilig Thuis", "Veilig Thuis", "Veilig Thuis";
        brand_chat: "chat", "chat", "دردشة";
        home: "Naar het begin", "To the first page", "إلى الصفحة الأولى";
        languages: "Taal", "Language", "اللغة";
        demo: "Demo: geen echte hulpverlener. Gevaar? Bel 112.",
            "Demo: no real helper. Danger? Call 112.",
            "عرض تجريبي: لا يوجد هنا موظف حقيقي. خطر؟ الاتصال على 112.";
        strip_danger: "Gevaar?", "Danger?", "خطر؟";
        strip_call: "Bel 112", "Call 112", "الاتصال على 112";
        strip_talk: "Bellen:", "Phone:", "هاتف:";
        danger_title: "Ben je in gevaar?", "Are you in danger?", "هل أنت في خطر؟";
        danger_now: "Is er nu gevaar? Bel 112.", "Is there danger now? Call 112.",
            "هل هناك خطر الآن؟ الاتصال على 112.";
        danger_call: "Bel 112", "Call 112", "الاتصال على 112";
        danger_silent: "Kun je niet praten of horen? Gebruik de 112-app. Of bel 112 met Teletolk.",
            "Can you not speak or hear? Use the 112 app. Or call 112 through Teletolk.",
            "لا يمكنك الكلام أو السمع؟ يمكنك استعمال تطبيق 112. أو الاتصال على 112 عن طريق Teletolk.";
        talk_title: "Wil je praten?", "Do you want to talk?", "هل عندك رغبة في الكلام؟";
        talk: "Bel 0800-2000. Het is gratis. Het kan dag en nacht.",
            "Call 0800-2000. It is free. Day and night.",
            "يمكنك الاتصال على 0800-2000. المكالمة مجانية. ليلاً ونهاراً.";
        talk_call: "Bel 0800-2000", "Call 0800-2000", "الاتصال على 0800-2000";
        privacy: "Privacy", "Privacy", "الخصوصية";
        accessibility: "Toegankelijkheid", "Accessibility", "إمكانية الوصول";
        footer: "Over deze site", "About this site", "عن هذا الموقع";
    }
}
