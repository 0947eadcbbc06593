//! What a worker reads about passing conversations on and reading along.

use super::catalogue;

catalogue! {
    /// The texts of what workers do together.
    Passing {
        pass_on: "Doorverbinden", "Pass on";
        pass_on_why: "De bezoeker gaat vooraan in de wachtrij, of meteen naar wie al meeleest. De bezoeker leest dat.",
            "The visitor goes to the front of the queue, or at once to who reads along already. The visitor is told.";
        to_whom: "Naar wie", "To whom";
        pick: "Kies iemand", "Choose somebody";
        pass_on_confirm: "Doorverbinden bevestigen", "Confirm passing on";
        ask_reader: "Meelezer vragen", "Ask a second reader";
        ask_reader_why: "Je collega leest mee vanaf nu. De bezoeker ziet bovenaan wie er meeleest.",
            "Your colleague reads along from now on. The visitor sees at the top who does.";
        who_reads: "Wie leest mee", "Who reads along";
        ask_reader_confirm: "Meelezer vragen bevestigen", "Confirm asking";
        nobody: "Er is nu niemand anders in dienst.", "Nobody else is on duty now.";
        cancel: "Annuleren", "Cancel";
        needs_yes: ": de bezoeker moet eerst ja zeggen", ": the visitor has to say yes first";
        you_read: "Je leest mee. Je collega voert het gesprek.",
            "You read along. Your colleague has the conversation.";
        end_reading: "Meelezen stoppen", "Stop reading along";
        withdraw: "Vraag weghalen", "Take the question away";
        invitations: "Vragen van collega’s", "Questions of colleagues";
        join: "Meelezen", "Read along";
        not_now: "Nu niet", "Not now";
        regions: "Regio’s", "Regions";
        wrap_up: "Nawerktijd", "Time to write up";
        wrap_up_end: "Nu weer beschikbaar", "Available again now";
        handed_over: "Je collega heeft dit gesprek nu. Jij leest niet meer mee.",
            "Your colleague has this conversation now. You no longer read it.";
        reading_over: "Je leest dit gesprek niet meer mee.", "You no longer read along here.";
        not_available: "Deze collega kan nu niet helpen. Kies iemand anders.",
            "This colleague cannot help now. Choose somebody else.";
        has_reader: "Er leest al iemand mee, of iemand is gevraagd.",
            "Somebody reads along already, or was asked.";
        no_longer_asked: "Deze vraag staat er niet meer.", "This question is no longer there.";
    }
    with values {
        minutes: "{} minuten", "{} minutes";
        wrapping: "Je rondt af tot {}.", "You write up until {}.";
        colleague: "{}, {}", "{}, {}";
        region: "Veilig Thuis {}", "Veilig Thuis {}";
        invited: "{} vraagt of je meeleest met een bezoeker uit {}",
            "{} asks you to read along with a visitor from {}";
        reads: "{} leest mee.", "{} reads along.";
        reader_asked: "We vragen {} om mee te lezen.", "We are asking {} to read along.";
        wish_asked: "We vragen de bezoeker of {} mag helpen.",
            "We are asking the visitor whether {} may help.";
        wish_declined: "De bezoeker wil liever niet naar {}. Het gesprek gaat door.",
            "The visitor would rather not go to {}. The conversation goes on.";
        wish_lapsed: "Dit lukt nu niet met {}. Het gesprek gaat door.",
            "This does not work with {} now. The conversation goes on.";
    }
}
