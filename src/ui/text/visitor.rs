//! What stands on `/chat` from the start, from sign-up to goodbye: rendered by the server. What the
//! page says by itself is in [`super::visit`].

use super::catalogue;

catalogue! {
    /// The texts of the visitor's screens.
    Visitor {
        // Sign-up
        sign_up: "Start een gesprek", "Start a conversation";
        nickname: "Bijnaam", "Nickname";
        nickname_hint: "Verzin een naam. Gebruik niet je echte naam.",
            "Make up a name. Do not use your real name.";
        region: "Regio", "Region";
        region_hint: "Typ je gemeente of je regio. De naam van je gemeente sturen we niet op.",
            "Type your municipality or your region. We do not send the name of your municipality.";
        questions: "Extra vragen (mag je overslaan)", "Extra questions (you may skip these)";
        unsafe_leave: "Is chatten nu niet veilig? Klik bovenaan op ‘Verlaat deze site’.",
            "Is it not safe to chat now? Press ‘Leave this site’ at the top.";
        unsafe_danger: "Is er gevaar? Bel", "Are you in danger? Call";
        unsafe_talk: "Wil je praten? Bel", "Do you want to talk? Call";
        unsafe_later: "Je kunt ook later chatten.", "You can also chat later.";
        question_skipped: "Sla over", "Skip";
        start: "Start de chat", "Start the chat";

        // Refusals: what happened, what to do, the phone number.
        closed: "De chat is gesloten. Bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "The chat is closed. Call 0800-2000. It is free, day and night.";
        too_long: "Dit is te lang om te versturen. Maak het korter. Lukt het niet? Bel 0800-2000.",
            "This is too long to send. Make it shorter. Does it not work? Call 0800-2000.";

        // Waiting
        keep_on: "Laat dit scherm aan", "Keep this screen on";
        keep_on_why: "Dan zie je het meteen als je aan de beurt bent.",
            "Then you see at once when it is your turn.";
        write_ahead: "Je mag alvast schrijven. We sturen het op als er een medewerker bij je is.",
            "You may already write. We send it when a worker is with you.";
        stop: "Stop met wachten", "Stop waiting";
        stop_question: "Wil je stoppen met wachten? Dan ben je je plek kwijt.",
            "Do you want to stop waiting? You will lose your place.";
        stop_yes: "Ja, ik stop", "Yes, I stop";
        stop_no: "Nee, ik blijf", "No, I stay";

        // Conversation
        close: "Sluiten", "Close";
        end_question: "Wil je het gesprek beëindigen? We wissen dan alles. Je kunt niet meer terug.",
            "Do you want to end the conversation? We then erase everything. You cannot go back.";
        back: "Terug naar het gesprek", "Back to the conversation";

        // Another tab
        elsewhere: "Dit gesprek is open in een ander tabblad",
            "This conversation is open in another tab";
        elsewhere_why: "Ga naar het andere tabblad. Of ga hier verder.",
            "Go to the other tab. Or go on here.";
        take_back: "Ga hier verder", "Go on here";

        // Goodbye
        wiped: "We hebben alles gewist: hier en bij ons.",
            "We have erased everything: here and on our side.";
        history: "Je browser onthoudt nog dat je hier was. Dat kunnen wij niet wissen.",
            "Your browser still remembers that you were here. We cannot erase that.";
        talk_on: "Wil je verder praten? Bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "Do you want to talk more? Call 0800-2000. It is free, day and night.";
        again: "Begin opnieuw", "Start again";

        // What the visitor thinks of the chat
        evaluation: "Wat vond je van de chat?", "What did you think of the chat?";
        evaluation_hint: "Dit mag je overslaan. We tellen alleen de antwoorden. Niemand ziet dat ze van jou zijn.",
            "You may skip this. We only count the answers. Nobody sees that they are yours.";
        evaluation_heard: "Voelde je je serieus genomen?", "Did you feel taken seriously?";
        evaluation_next_step: "Weet je wat je nu kunt doen?", "Do you know what you can do now?";
        evaluation_again: "Zou je de chat nog eens gebruiken?", "Would you use the chat again?";
        evaluation_yes: "Ja", "Yes";
        evaluation_somewhat: "Een beetje", "A little";
        evaluation_no: "Nee", "No";
        evaluation_send: "Verstuur je antwoorden", "Send your answers";
    }
    with values {
        covered: "Je gesprek loopt nog. Wie dit apparaat gebruikt, kan nog {} minuten terug. Klaar? Beëindig het gesprek.",
            "Your conversation is still going on. Whoever uses this device can go back for {} more minutes. Done? End the conversation.";
        exit_progress: "Nog {} keer Shift en je verlaat deze site.",
            "{} more Shift and you leave this site.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text::Language;

    #[test]
    fn the_cover_says_what_the_design_says() {
        assert_eq!(
            Visitor::of(Language::Dutch).covered.with(&["30"]),
            "Je gesprek loopt nog. Wie dit apparaat gebruikt, kan nog 30 minuten terug. Klaar? \
             Beëindig het gesprek."
        );
    }

    #[test]
    fn every_refusal_shows_the_phone_number() {
        let refusals = ["closed", "too_long"];
        let all = Visitor::all();
        for refusal in refusals {
            let (_, dutch, english) =
                all.iter().find(|(name, ..)| *name == refusal).expect("the text exists");
            assert!(dutch.contains("0800-2000"), "{refusal} in Dutch");
            assert!(english.contains("0800-2000"), "{refusal} in English");
        }
    }
}
