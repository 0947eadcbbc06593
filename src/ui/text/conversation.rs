//! The conversation itself, the same for visitor and worker.

use super::catalogue;

catalogue! {
    /// The texts of the message list, of the field to write in, and of the ending.
    Conversation {
        log: "Gesprek", "Conversation";
        you: "Jij", "You";
        message: "Bericht", "Message";
        message_hint: "Enter verstuurt. Shift en Enter maakt een nieuwe regel.",
            "Enter sends. Shift and Enter starts a new line.";
        send: "Verstuur", "Send";
        kept: "staat klaar", "ready to send";
        sending: "wordt verstuurd", "being sent";
        stored: "verstuurd", "sent";
        delivered: "bezorgd", "delivered";
        failed: "niet verstuurd", "not sent";
        unreadable: "Dit bericht konden we niet openen.", "We could not open this message.";
        gap: "Hier mist een bericht.", "A message is missing here.";
        contradicted: "Er klopt iets niet met wie er meedoet. Schrijf nu niets dat geheim moet blijven.",
            "Something is wrong with who takes part. Do not write anything now that must stay secret.";
        offline: "Geen verbinding. We proberen het opnieuw…",
            "No connection. We are trying again…";
        too_long: "Je bericht is te lang. Maak het korter of stuur het in delen.",
            "Your message is too long. Make it shorter or send it in parts.";
        end: "Gesprek beëindigen", "End the conversation";
        end_yes: "Ja, beëindigen", "Yes, end it";
        end_no: "Nee, ga door", "No, go on";
    }
    with values {
        typing: "{} typt…", "{} is typing…";
        characters_left: "Tekens over: {}", "Characters left: {}";
        characters_over: "Tekens te veel: {}", "Characters too many: {}";
        joined: "{} doet nu mee.", "{} has joined.";
        left: "{} doet niet meer mee.", "{} has left.";
        reconnected: "{} is opnieuw verbonden.", "{} is connected again.";
    }
}
