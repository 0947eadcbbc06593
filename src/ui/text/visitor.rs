//! What a visitor reads on `/chat`, from sign-up to goodbye.

use super::catalogue;

catalogue! {
    /// The texts of the visitor's island.
    Visitor {
        // The tab. Neutral words: somebody may look at the list of open tabs.
        title: "Chat", "Chat";
        title_turn: "(1) Chat", "(1) Chat";

        // Sign-up
        sign_up: "Start een gesprek", "Start a conversation";
        nickname: "Bijnaam", "Nickname";
        nickname_hint: "Verzin een naam. Gebruik niet je echte naam.",
            "Make up a name. Do not use your real name.";
        nickname_missing: "Vul een bijnaam in.", "Fill in a nickname.";
        nickname_long: "Deze bijnaam is te lang. Gebruik niet meer dan 40 tekens.",
            "This nickname is too long. Use no more than 40 characters.";
        region: "Regio", "Region";
        region_hint: "Typ je gemeente of je regio. De naam van je gemeente sturen we niet op.",
            "Type your municipality or your region. We do not send the name of your municipality.";
        region_missing: "Vul je gemeente of je regio in.",
            "Fill in your municipality or your region.";
        region_unknown: "Deze naam kennen we niet. Kies een naam uit de lijst. Of bel 0800-2000.",
            "We do not know this name. Choose a name from the list. Or call 0800-2000.";
        start: "Start de chat", "Start the chat";
        starting: "We maken verbinding…", "Connecting…";
        start_soon: "De chat wordt geladen. Je kunt alvast typen.",
            "The chat is loading. You can already type.";

        // Refusals: what happened, what to do, the phone number.
        closed: "De chat is gesloten. Bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "The chat is closed. Call 0800-2000. It is free, day and night.";
        unattended: "Er is nu geen medewerker beschikbaar. Probeer het later nog eens of bel 0800-2000.",
            "No worker is available now. Try again later or call 0800-2000.";
        queue_full: "Het is nu heel druk. Probeer het over een kwartier nog eens of bel 0800-2000.",
            "It is very busy now. Try again in fifteen minutes or call 0800-2000.";
        other_version: "Er is een nieuwe versie van de chat. Laad de pagina opnieuw. Lukt het niet? Bel 0800-2000.",
            "There is a new version of the chat. Reload the page. Does it not work? Call 0800-2000.";
        unreachable: "We kunnen de chat niet bereiken. Kijk of je internet hebt. Of bel 0800-2000.",
            "We cannot reach the chat. Check your internet connection. Or call 0800-2000.";
        too_long: "Dit is te lang om te versturen. Maak het korter. Lukt het niet? Bel 0800-2000.",
            "This is too long to send. Make it shorter. Does it not work? Call 0800-2000.";
        too_fast: "Je stuurt veel achter elkaar. Wacht even en probeer het dan weer. Of bel 0800-2000.",
            "You are sending a lot. Wait a moment and try again. Or call 0800-2000.";
        failed: "Er ging bij ons iets mis. Probeer het nog eens of bel 0800-2000.",
            "Something went wrong on our side. Try again or call 0800-2000.";
        cannot_seal: "Deze browser kan de chat niet veilig openen. Probeer een andere browser of bel 0800-2000.",
            "This browser cannot open the chat safely. Try another browser or call 0800-2000.";
        not_opened: "We kunnen de berichten niet openen. Beëindig het gesprek en start opnieuw. Of bel 0800-2000.",
            "We cannot open the messages. End the conversation and start again. Or call 0800-2000.";
        not_restored: "We kunnen je gesprek hier niet meer openen. Start opnieuw of bel 0800-2000.",
            "We cannot open your conversation here any more. Start again or call 0800-2000.";
        retry: "Probeer het nog eens", "Try again";
        panic: "De chat doet het even niet. Laad de pagina opnieuw. Of bel 0800-2000.",
            "The chat has stopped working. Reload the page. Or call 0800-2000.";

        // Waiting
        waiting: "Even wachten", "Please wait";
        keep_on: "Laat dit scherm aan", "Keep this screen on";
        keep_on_why: "Dan zie je het meteen als je aan de beurt bent.",
            "Then you see at once when it is your turn.";
        turn: "Je bent aan de beurt", "It is your turn";
        turn_next: "Een medewerker komt nu bij je.", "A worker is coming to you now.";
        returned: "We zoeken opnieuw een medewerker voor je. Je staat vooraan.",
            "We are looking for a worker for you again. You are first in line.";
        write_ahead: "Je mag alvast schrijven. We sturen het op als er een medewerker bij je is.",
            "You may already write. We send it when a worker is with you.";
        place_kept: "Je was even weg. Je plek is bewaard.",
            "You were away for a moment. We kept your place.";
        closing: "Het is sluitingstijd. Je mag blijven wachten. Of bel 0800-2000.",
            "It is closing time. You may keep waiting. Or call 0800-2000.";
        nobody: "Er is nu geen medewerker. Je mag blijven wachten. Of bel 0800-2000.",
            "There is no worker now. You may keep waiting. Or call 0800-2000.";
        stop: "Stop met wachten", "Stop waiting";
        stop_question: "Wil je stoppen met wachten? Dan ben je je plek kwijt.",
            "Do you want to stop waiting? You will lose your place.";
        stop_yes: "Ja, ik stop", "Yes, I stop";
        stop_no: "Nee, ik blijf", "No, I stay";

        // Conversation
        worker_away: "Je medewerker is even weg. Wacht een minuut.",
            "Your worker is away for a moment. Wait a minute.";
        worker_gone: "De verbinding met je medewerker is weg. Je staat weer vooraan in de wachtrij. Er is niets kwijt.",
            "The connection with your worker is gone. You are first in the queue again. Nothing is lost.";
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
        ended: "Het gesprek is beëindigd", "The conversation has ended";
        ended_by_you: "Je hebt het gesprek beëindigd.", "You ended the conversation.";
        ended_by_worker: "De medewerker heeft het gesprek beëindigd.",
            "The worker ended the conversation.";
        expired: "Je was te lang weg. Daarom is het gesprek gestopt.",
            "You were away too long. That is why the conversation stopped.";
        gone: "Dit gesprek bestaat niet meer.", "This conversation no longer exists.";
        stopped: "Je wacht niet meer", "You are no longer waiting";
        stopped_why: "Je hebt je plek in de wachtrij opgegeven.",
            "You gave up your place in the queue.";
        turned_away: "De chat is nu gesloten", "The chat is closed now";
        turned_away_why: "Het spijt ons: er is geen medewerker meer voor je.",
            "We are sorry: there is no worker left for you.";
        wiped: "We hebben alles gewist: hier en bij ons.",
            "We have erased everything: here and on our side.";
        history: "Je browser onthoudt nog dat je hier was. Dat kunnen wij niet wissen.",
            "Your browser still remembers that you were here. We cannot erase that.";
        talk_on: "Wil je verder praten? Bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "Do you want to talk more? Call 0800-2000. It is free, day and night.";
        again: "Begin opnieuw", "Start again";
    }
    with values {
        place: "Je bent nummer {} in de wachtrij.", "You are number {} in the queue.";
        region_chosen: "Je regio is {}.", "Your region is {}.";
        region_several: "Deze naam hoort bij meer regio's: {}. Typ de naam van je regio.",
            "This name belongs to several regions: {}. Type the name of your region.";
        region_closed: "De chat van {} is gesloten. Bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "The chat of {} is closed. Call 0800-2000. It is free, day and night.";
        with_whom: "Je chat met {}", "You are chatting with {}";
        participant: "{}, Veilig Thuis {}", "{}, Veilig Thuis {}";
        participants: "{} en {}", "{} and {}";
        covered: "Je gesprek loopt nog. Wie dit apparaat gebruikt, kan nog {} minuten terug. Klaar? Beëindig het gesprek.",
            "Your conversation is still going on. Whoever uses this device can go back for {} more minutes. Done? End the conversation.";
        exit_progress: "Nog {} keer Shift en je verlaat deze site.",
            "{} more Shift and you leave this site.";
    }
}

impl Visitor {
    /// With whom the visitor chats, everybody named: "Je chat met Anna, Veilig Thuis Utrecht". Each
    /// participant is a shown name and the name of a region.
    #[must_use]
    pub fn heading<'a>(&self, participants: impl Iterator<Item = (&'a str, &'a str)>) -> String {
        let everybody = participants
            .map(|(name, region)| self.participant.with(&[name, region]))
            .reduce(|all, next| self.participants.with(&[&all, &next]));
        match everybody {
            Some(everybody) => self.with_whom.with(&[&everybody]),
            None => self.waiting.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text::Language;

    #[test]
    fn the_heading_names_everybody() {
        let text = Visitor::of(Language::Dutch);
        let anna = ("Anna", "Utrecht");
        let bram = ("Bram", "Twente");
        assert_eq!(text.heading([anna].into_iter()), "Je chat met Anna, Veilig Thuis Utrecht");
        assert_eq!(
            text.heading([anna, bram].into_iter()),
            "Je chat met Anna, Veilig Thuis Utrecht en Bram, Veilig Thuis Twente"
        );
        assert_eq!(text.heading([].into_iter()), "Even wachten");
    }

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
        let refusals = [
            "closed",
            "unattended",
            "queue_full",
            "other_version",
            "unreachable",
            "too_long",
            "too_fast",
            "failed",
            "cannot_seal",
            "not_opened",
            "not_restored",
            "panic",
            "region_unknown",
            "region_closed",
        ];
        let all = Visitor::all();
        for refusal in refusals {
            let (_, dutch, english) =
                all.iter().find(|(name, ..)| *name == refusal).expect("the text exists");
            assert!(dutch.contains("0800-2000"), "{refusal} in Dutch");
            assert!(english.contains("0800-2000"), "{refusal} in English");
        }
    }
}
