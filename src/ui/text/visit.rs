//! What the page of a visitor says by itself, as things go: the only texts of `/chat` that are in the
//! WASM. What stands on the page from the start is in [`super::visitor`].

use super::catalogue;

catalogue! {
    /// The texts that come and go.
    Visit {
        // The tab. Neutral words: somebody may look at the list of open tabs.
        title: "Chat", "Chat";
        title_turn: "(1) Chat", "(1) Chat";

        // The form
        nickname_missing: "Vul een bijnaam in.", "Fill in a nickname.";
        nickname_long: "Deze bijnaam is te lang. Gebruik niet meer dan 40 tekens.",
            "This nickname is too long. Use no more than 40 characters.";
        region_missing: "Vul je gemeente of je regio in.",
            "Fill in your municipality or your region.";
        region_unknown: "Deze naam kennen we niet. Kies een naam uit de lijst. Of bel 0800-2000.",
            "We do not know this name. Choose a name from the list. Or call 0800-2000.";
        starting: "We maken verbinding…", "Connecting…";
        working: "Het is druk. We controleren even of alles goed gaat. Dat duurt minder dan een minuut. Je hoeft niets te doen.",
            "It is busy. We are checking that all is well. That takes less than a minute. You do not have to do anything.";

        // Refusals: what happened, what to do, the phone number.
        unattended: "Er is nu geen medewerker beschikbaar. Probeer het later nog eens of bel 0800-2000.",
            "No worker is available now. Try again later or call 0800-2000.";
        queue_full: "Het is nu heel druk. Probeer het over een kwartier nog eens of bel 0800-2000.",
            "It is very busy now. Try again in fifteen minutes or call 0800-2000.";
        other_version: "Er is een nieuwe versie van de chat. Laad de pagina opnieuw. Lukt het niet? Bel 0800-2000.",
            "There is a new version of the chat. Reload the page. Does it not work? Call 0800-2000.";
        unreachable: "We kunnen de chat niet bereiken. Kijk of je internet hebt. Of bel 0800-2000.",
            "We cannot reach the chat. Check your internet connection. Or call 0800-2000.";
        too_fast: "Het is nu te druk. Wacht even en probeer het dan weer. Of bel 0800-2000.",
            "It is too busy now. Wait a moment and try again. Or call 0800-2000.";
        failed: "Er ging bij ons iets mis. Probeer het nog eens of bel 0800-2000.",
            "Something went wrong on our side. Try again or call 0800-2000.";
        stuck: "Er is bij ons iets mis. Je bericht staat klaar en gaat straks vanzelf weg. Je kunt ook bellen: 0800-2000.",
            "Something is wrong on our side. Your message is kept and will be sent by itself. You can also call 0800-2000.";
        panic: "De chat doet het even niet. Laad de pagina opnieuw. Of bel 0800-2000.",
            "The chat has stopped working. Reload the page. Or call 0800-2000.";

        // Waiting
        waiting: "Even wachten", "Please wait";
        turn: "Je bent aan de beurt", "It is your turn";
        turn_next: "Een medewerker komt nu bij je.", "A worker is coming to you now.";
        returned: "We zoeken opnieuw een medewerker voor je. Je staat vooraan.",
            "We are looking for a worker for you again. You are first in line.";
        closing: "Het is sluitingstijd. Je mag blijven wachten. Of bel 0800-2000.",
            "It is closing time. You may keep waiting. Or call 0800-2000.";
        closed: "De chat is nu gesloten. Er komt geen medewerker meer. Bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "The chat is closed now. No worker will come any more. Call 0800-2000. It is free, day and night.";
        nobody: "Er is nu geen medewerker. Je mag blijven wachten. Of bel 0800-2000.",
            "There is no worker now. You may keep waiting. Or call 0800-2000.";

        elsewhere_may_help: "Een medewerker van een andere regio kan je nu helpen. Wil je dat?",
            "A worker of another region can help you now. Do you want that?";
        gladly: "Ja, graag", "Yes, please";
        rather_wait: "Nee, ik wacht", "No, I will wait";
        rather_not: "Nee, liever niet", "No, rather not";
        elsewhere_agreed: "Goed. De eerste medewerker die vrij is, komt bij je. Dat mag ook iemand van een andere regio zijn.",
            "All right. The first worker who is free comes to you. It may be somebody of another region.";
        no_longer_asked: "Dat kan nu niet meer. Er is niets kwijt. Alles gaat gewoon door.",
            "That is no longer possible now. Nothing is lost. Everything just goes on.";

        // Conversation
        worker_away: "Je medewerker is even weg. Wacht een minuut.",
            "Your worker is away for a moment. Wait a minute.";

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
        thanks: "Bedankt voor je antwoorden.", "Thank you for your answers.";
    }
    with values {
        place: "Je bent nummer {} in de wachtrij.", "You are number {} in the queue.";
        region_chosen: "Je regio is {}.", "Your region is {}.";
        region_several: "Deze naam hoort bij meer regio's: {}. Typ de naam van je regio.",
            "This name belongs to several regions: {}. Type the name of your region.";
        region_closed: "De chat van {} is gesloten. Bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "The chat of {} is closed. Call 0800-2000. It is free, day and night.";
        may_read_back: "Mag {}, Veilig Thuis {}, teruglezen wat er al is gezegd?",
            "May {}, Veilig Thuis {}, read what has already been said?";
        transfer_to_colleague: "{}, Veilig Thuis {}, kan je verder helpen in plaats van je medewerker. Wil je dat?",
            "{}, Veilig Thuis {}, can help you further in place of your worker. Do you want that?";
        transfer_to_region: "Een medewerker van Veilig Thuis {} kan je verder helpen in plaats van je medewerker. Wil je dat?",
            "A worker of Veilig Thuis {} can help you further in place of your worker. Do you want that?";
        read_along: "Je medewerker vraagt of {}, Veilig Thuis {}, mag meelezen. Wil je dat?",
            "Your worker asks whether {}, Veilig Thuis {}, may read along. Do you want that?";
        wait_up_to: "Anderen wachtten net meestal minder dan {} minuten.",
            "Others mostly waited less than {} minutes just now.";
        wait_between: "Anderen wachtten net ongeveer {} tot {} minuten.",
            "Others waited about {} to {} minutes just now.";
        wait_more_than: "Anderen wachtten net meestal meer dan {} minuten.",
            "Others mostly waited more than {} minutes just now.";
        with_whom: "Je chat met {}", "You are chatting with {}";
        participant: "{}, Veilig Thuis {}", "{}, Veilig Thuis {}";
        participants: "{} en {}", "{} and {}";
    }
}

impl Visit {
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
        let text = Visit::of(Language::Dutch);
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
    fn every_refusal_shows_the_phone_number() {
        let refusals = [
            "unattended",
            "queue_full",
            "other_version",
            "unreachable",
            "too_fast",
            "failed",
            "stuck",
            "panic",
            "region_unknown",
            "region_closed",
        ];
        let all = Visit::all();
        for refusal in refusals {
            let (_, dutch, english) =
                all.iter().find(|(name, ..)| *name == refusal).expect("the text exists");
            assert!(dutch.contains("0800-2000"), "{refusal} in Dutch");
            assert!(english.contains("0800-2000"), "{refusal} in English");
        }
    }
}
