//! What a worker reads in the tools of the desk: keys, settings, canned replies, notes, practice.

use super::{Language, catalogue};

catalogue! {
    /// The texts of the desk's tools.
    DeskTools {
        close: "Sluiten", "Close";

        answers: "Vooraf ingevuld", "Filled in before";
        page_language: "Taal van de pagina", "Language of the page";
        dutch: "Nederlands", "Dutch";
        english: "Engels", "English";
        arabic: "Arabisch", "Arabic";

        // Settings
        settings: "Instellingen", "Settings";
        settings_kept: "Deze keuzes bewaart alleen deze browser.",
            "Only this browser keeps these choices.";
        sound: "Geluid", "Sound";
        sound_hint: "Een zachte toon als er een bezoeker voor je is.",
            "A soft tone when there is a visitor for you.";
        waiting_one: "Er is een bezoeker die je kunt oppakken.",
            "There is a visitor whom you can accept.";
        waiting_shown: "Toon wie er wacht", "Show who is waiting";
        waiting_hint: "Uit: je ziet alleen de bezoeker die jij kunt oppakken.",
            "Off: you only see the visitor whom you can accept.";
        notifications_on: "Meldingen aanzetten", "Turn notifications on";
        notifications_off: "Meldingen uitzetten", "Turn notifications off";
        notifications_hint: "Een melding zegt alleen dat er iets is. Er staat nooit een naam of bericht in.",
            "A notification only says that there is something. It never has a name or a message.";
        notifications_refused: "Deze browser staat geen meldingen toe. Je kunt dat veranderen bij de instellingen van je browser.",
            "This browser allows no notifications. You can change that in the settings of your browser.";
        somebody_waits: "Er wacht iemand", "Somebody is waiting";
        new_message: "Nieuw bericht", "New message";

        // Shortcut keys
        keys: "Sneltoetsen", "Shortcut keys";
        keys_on: "Sneltoetsen gebruiken", "Use shortcut keys";
        keys_open: "Gesprek 1 tot en met 4 openen", "Open conversation 1 to 4";
        keys_accept: "De aangeboden bezoeker oppakken", "Accept the offered visitor";
        keys_waiting: "Naar wie het langst op jou wacht", "Go to who has been waiting for you longest";
        keys_message: "Naar het veld Bericht", "Go to the field Message";
        keys_notes: "Naar je notities", "Go to your notes";
        keys_pause: "Pauze aan of uit", "Break on or off";
        keys_help: "Deze lijst, als je niet in een veld typt", "This list, when you are not typing in a field";
        keys_slash: "Standaardzin kiezen, aan het begin van een bericht",
            "Choose a canned reply, at the start of a message";

        // Canned replies
        replies: "Standaardzinnen", "Canned replies";
        replies_hint: "Typ / aan het begin van je bericht en een deel van de naam. De zin komt in het veld. Jij verstuurt hem zelf.",
            "Type / at the start of your message and a part of the name. The reply comes into the field. You send it yourself.";
        replies_own: "Jouw zinnen", "Your replies";
        replies_shared: "Van je organisatie", "Of your organisation";
        replies_none: "Je hebt nog geen eigen zinnen.", "You have no replies of your own yet.";
        reply_new: "Nieuwe zin", "New reply";
        reply_change: "Zin veranderen", "Change the reply";
        reply_name: "Naam van de zin", "Name of the reply";
        reply_text: "Tekst van de zin", "Text of the reply";
        reply_save: "Bewaar zin", "Save reply";
        reply_cancel: "Annuleer", "Cancel";
        reply_saved: "De zin is bewaard.", "The reply is saved.";
        reply_removed: "De zin is weg.", "The reply is removed.";
        reply_wrong_name: "Geef de zin een naam van 1 tot 40 tekens.",
            "Give the reply a name of 1 to 40 characters.";
        reply_wrong_text: "Schrijf een tekst van 1 tot 1.000 tekens.",
            "Write a text of 1 to 1,000 characters.";
        reply_too_many: "Je hebt al 100 zinnen. Haal er eerst een weg.",
            "You already have 100 replies. Remove one first.";
        reply_nothing: "Geen standaardzin met deze naam. Escape maakt er een gewoon bericht van.",
            "No canned reply of this name. Escape makes it a plain message.";

        // Notes
        notes: "Notities", "Notes";
        notes_hint: "Alleen in dit tabblad. Weg na het gesprek.",
            "Only in this tab. Gone after the conversation.";

        // Misuse
        misuse: "Misbruik", "Misuse";
        misuse_kind: "Wat voor misbruik?", "What kind of misuse?";
        misuse_sexual: "Seksueel", "Sexual";
        misuse_abuse: "Schelden of dreigen", "Abuse or threats";
        misuse_prank: "Grap of test", "Joke or test";
        misuse_spam: "Spam of reclame", "Spam or advertising";
        misuse_other: "Iets anders", "Something else";
        misuse_honest: "We tellen alleen dat het gebeurde. Deze persoon kan terugkomen onder een andere naam. We gebruiken nooit een adres om iemand tegen te houden. De bezoeker leest alleen dat jij het gesprek hebt beëindigd.",
            "We only count that it happened. This person can come back under another name. We never use an address to stop anybody. The visitor only reads that you ended the conversation.";

        // Practice
        practise: "Oefenen", "Practise";
        practise_hint: "Chat met een verzonnen bezoeker. Alles blijft in jouw browser. Niets telt mee.",
            "Chat with an invented visitor. Everything stays in your browser. Nothing counts.";
        practise_who: "Met wie wil je oefenen?", "With whom do you want to practise?";
        practise_busy: "Je oefent al. Haal die oefening eerst weg.",
            "You are practising already. Put that practice away first.";
        practise_banner: "Dit is een oefening. Dit is geen echte bezoeker.",
            "This is a practice. This is not a real visitor.";
        practise_over: "De oefening is klaar. Zo ging het:", "The practice is over. This is how it went:";
        practise_well: "Goed:", "Well done:";
        practise_next_time: "Tip:", "Tip:";
        practise_region: "geen echt gesprek", "no real conversation";
    }
    with values {
        waiting_number: "{} wachten", "{} waiting";
        replies_found: "Standaardzinnen: {}. Kies met de pijltjes en Enter.",
            "Canned replies: {}. Choose with the arrow keys and Enter.";
        reply_change_named: "Verander {}", "Change {}";
        reply_remove_named: "Haal {} weg", "Remove {}";
        practise_name: "Oefenen: {}", "Practice: {}";
        waits_since: "wacht op jou sinds {}", "waiting for you since {}";
        lasts: "{} min", "{} min";
    }
}

impl DeskTools {
    /// What workers call a language.
    #[must_use]
    pub const fn name_of(&self, language: Language) -> &'static str {
        match language {
            Language::Dutch => self.dutch,
            Language::English => self.english,
            Language::Arabic => self.arabic,
        }
    }
}
