//! The chat on other websites: the words of the pop-up, which the server sends with the status, and
//! the page for whoever puts it there.

use super::visitor_catalogue;

visitor_catalogue! {
    /// The words of the pop-up that no other screen has.
    PopUp {
        back: "Terug naar je gesprek", "Back to your conversation", "الرجوع إلى محادثتك";
        stay: "Blijf op deze pagina. Anders stopt je gesprek.",
            "Stay on this page. Otherwise your conversation stops.",
            "من المهم البقاء في هذه الصفحة. وإلا تتوقف محادثتك.";
        tab: "De chat opent in een nieuw tabblad.", "The chat opens in a new tab.",
            "تفتح الدردشة في تبويب جديد.";
    }
    with values {
        panel: "Chat van {}", "Chat of {}", "دردشة {}";
        unread: "Nieuwe berichten: {}", "New messages: {}", "رسائل جديدة: {}";
    }
}

/// The texts of `/insluiten`.
pub mod webmasters {
    use crate::ui::text::catalogue;

    catalogue! {
        /// How to put the pop-up on a website.
        Webmasters {
            title: "De chat op je website", "The chat on your website";
            intro: "Met één regel staat de chat op je website. Bezoekers zien of de chat open is. Ze beginnen het gesprek op je eigen pagina.",
                "With one line the chat stands on your website. Visitors see whether the chat is open. They start the conversation on your own page.";

            choose: "1. Kies hoe het eruitziet", "1. Choose what it looks like";
            region: "Regio", "Region";
            all_regions: "De bezoeker kiest", "The visitor chooses";
            language: "Taal", "Language";
            as_page: "Zoals de pagina", "As the page";
            place: "Plaats", "Place";
            right: "Rechtsonder", "Bottom right";
            left: "Linksonder", "Bottom left";
            colours: "Kleuren", "Colours";
            as_device: "Zoals het apparaat", "As the device";
            light: "Licht", "Light";
            dark: "Donker", "Dark";
            show: "Toon de regel", "Show the line";

            copy: "2. Zet deze regel op elke pagina", "2. Put this line on every page";
            copy_where: "In het stuk <head> of onderaan. De regel houdt je pagina niet op.",
                "In the part <head> or at the end. The line does not hold up your page.";

            ask: "3. Laat je website op de lijst zetten", "3. Have your website put on the list";
            ask_why: "De beheerder van de chat heeft een lijst met websites. Staat die van jou erop? Dan opent de chat op je eigen pagina. Anders opent de chat in een nieuw tabblad.",
                "The administrator of the chat has a list of websites. Is yours on it? Then the chat opens on your own page. Otherwise the chat opens in a new tab.";

            options: "Alles wat je kunt kiezen", "Everything you can choose";
            option: "Naam", "Name";
            values: "Waarden", "Values";
            meaning: "Wat het doet", "What it does";
            region_values: "korte naam van een regio", "short name of a region";
            region_does: "Toont de tijden van deze regio en vult de regio alvast in.",
                "Shows the hours of this region and fills in the region.";
            language_does: "De taal. Zonder: die van <html lang>. Is er die niet, dan Nederlands.",
                "The language. Without it: that of <html lang>. If there is none, Dutch.";
            place_does: "De hoek van het scherm. Zonder: rechts.", "The corner of the screen. Without it: right.";
            colours_does: "De kleuren. Zonder: wat de bezoeker op het apparaat koos.",
                "The colours. Without it: what the visitor chose on the device.";

            policy: "Heeft je website een Content-Security-Policy?", "Does your website have a Content-Security-Policy?";
            policy_add: "Voeg dan dit adres toe bij deze drie. Meer is niet nodig: geen unsafe-inline, geen stijl.",
                "Then add this address to these three. Nothing more is needed: no unsafe-inline, no style.";

            sees: "Wat je website te weten komt", "What your website gets to know";
            sees_state: "Of iemand invult, wacht, in gesprek is of klaar is. En hoeveel berichten niet gelezen zijn. Nooit wat er staat of met wie het gesprek is.",
                "Whether somebody fills in the form, waits, is in conversation or is done. And how many messages are unread. Never what they say or who the conversation is with.";
            sees_storage: "Er zijn geen cookies. Zolang iemand chat, staat in de sessionStorage van je website alleen het woord ‘veiligchat’. Het gesprek zelf staat in het kader, waar je website niet bij kan.",
                "There are no cookies. While somebody chats, only the word ‘veiligchat’ stands in the sessionStorage of your website. The conversation itself is kept in the frame, which your website cannot reach.";
            sees_leave: "Met ‘Verlaat deze site’ verdwijnt je hele pagina.",
                "With ‘Leave this site’ your whole page disappears.";

            preview: "Voorbeeld", "Preview";
            preview_where: "Kijk onder in het scherm: daar staat hij, met wat je koos.",
                "Look at the bottom of the screen: there it is, with what you chose.";
            preview_real: "Dit is de echte chat. Begin alleen een gesprek als je hulp zoekt.",
                "This is the real chat. Only start a conversation if you are looking for help.";
            preview_demo: "Dit is een demo: probeer het gerust.", "This is a demo: feel free to try it.";
        }
    }
}
