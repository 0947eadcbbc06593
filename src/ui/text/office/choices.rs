//! The pages of backup regions, of questions and of canned replies.

use super::catalogue;

catalogue! {
    /// The texts of `/beheer/achtervang`, `/beheer/vragen` and `/beheer/standaardzinnen`.
    OfficeChoices {
        // Backup regions
        backups_intro: "Welke regio's mogen bezoekers van jouw regio helpen, als bij jullie niemand vrij is? Een bezoeker zegt daar altijd zelf eerst ja op.",
            "Which regions may help visitors of your region when nobody of yours is free? A visitor always says yes to that first.";
        backups: "Deze regio's mogen helpen", "These regions may help";
        no_backups: "Geen enkele regio", "No region at all";
        publish: "Publiceren", "Publish";

        // Questions
        questions_intro: "Wat bezoekers van jouw regio vooraf lezen onder ‘Extra vragen (mag je overslaan)’. Hooguit 10 vragen.",
            "What visitors of your region read beforehand under ‘Extra questions (you may skip these)’. At most 10 questions.";
        questions_usual: "Je regio vraagt nu wat alle regio's vragen.",
            "Your region now asks what all regions ask.";
        questions_own: "Je regio heeft nu eigen vragen.", "Your region now has questions of its own.";
        no_questions: "Er wordt niets gevraagd.", "Nothing is asked.";
        words_dutch: "Vraag in het Nederlands", "Question in Dutch";
        words_english: "Vraag in het Engels", "Question in English";
        kind: "Hoe kan een bezoeker antwoorden?", "How can a visitor answer?";
        kind_choice: "Een antwoord kiezen", "Choose one answer";
        kind_several: "Meer antwoorden kiezen", "Choose several answers";
        kind_text: "Een paar woorden typen", "Type a few words";
        answers_dutch: "Antwoorden in het Nederlands", "Answers in Dutch";
        answers_english: "Antwoorden in het Engels", "Answers in English";
        answers_hint: "Elk antwoord op een eigen regel, 2 tot 12. Niet nodig bij woorden typen.",
            "Each answer on a line of its own, 2 to 12. Not needed for typing words.";
        up: "Omhoog", "Up";
        down: "Omlaag", "Down";
        remove: "Weg", "Remove";
        add_question: "Vraag erbij", "Add a question";
        take_usual: "Neem de gewone vragen", "Take the usual questions";
        show: "Bekijk voorbeeld", "Show a preview";
        preview: "Voorbeeld: zo ziet een bezoeker het", "Preview: as a visitor sees it";
        preview_hint: "Dit is nog niet gepubliceerd.", "This has not been published yet.";
        words_missing: "Vul de vraag in, in deze taal.", "Fill in the question in this language.";
        words_long: "Deze vraag is te lang. Gebruik hooguit 200 tekens.",
            "This question is too long. Use at most 200 characters.";
        words_hidden: "Hier staan tekens in die je niet ziet. Typ het opnieuw.",
            "This has characters that cannot be seen. Type it again.";
        unsafe_answer: "Nummer van het antwoord ‘niet veilig’", "Number of the answer ‘not safe’";
        unsafe_hint: "Bij dit antwoord leest de bezoeker meteen hoe je weggaat en wie je kunt bellen. Mag leeg blijven.",
            "At this answer the visitor reads at once how to leave and whom to call. May be left empty.";
        no_such_answer: "Er is geen antwoord met dit nummer. Dit kan alleen bij één antwoord kiezen.",
            "No answer has this number. This is only possible where one answer is chosen.";
        answers_few: "Geef 2 tot 12 antwoorden, elk op een eigen regel.",
            "Give 2 to 12 answers, each on a line of its own.";
        answers_long: "Een van deze antwoorden is te lang. Gebruik hooguit 200 tekens.",
            "One of these answers is too long. Use at most 200 characters.";
        answers_uneven: "Geef in het Engels evenveel antwoorden als in het Nederlands.",
            "Give as many answers in English as in Dutch.";
        answers_twice: "Hier staat twee keer hetzelfde antwoord.",
            "The same answer is here twice.";
        too_many_questions: "Er zijn hooguit 10 vragen. Haal er een weg.",
            "There are at most 10 questions. Remove one.";

        // Canned replies
        replies_intro: "Zinnen die alle medewerkers van je regio in een bericht kunnen zetten, door ‘/’ en de naam te typen.",
            "Sentences that every worker of your region can put into a message, by typing ‘/’ and the name.";
        replies: "De zinnen, in deze volgorde", "The sentences, in this order";
        no_replies: "Er zijn geen standaardzinnen.", "There are no canned replies.";
        name: "Naam", "Name";
        text: "Zin", "Sentence";
        order: "Volgorde", "Order";
        add_reply: "Zin erbij", "Add a sentence";
        new_reply: "Een nieuwe zin", "A new sentence";
        change_reply: "Een zin veranderen", "Change a sentence";
        all_replies: "Alle standaardzinnen", "All canned replies";
        name_hint: "Een woord dat je snel typt. Hooguit 40 tekens.",
            "A word that is typed quickly. At most 40 characters.";
        text_hint: "Hooguit 1000 tekens.", "At most 1,000 characters.";
        save: "Opslaan", "Save";
        remove_reply: "Haal deze zin weg", "Remove this sentence";
        name_wrong: "Geef een naam van 1 tot 40 tekens, op een regel.",
            "Give a name of 1 to 40 characters, on one line.";
        name_taken: "Er is al een zin met deze naam.", "There is a sentence with this name already.";
        text_wrong: "Geef een zin van 1 tot 1000 tekens.", "Give a sentence of 1 to 1,000 characters.";
        too_many_replies: "Er zijn al 100 zinnen. Haal er eerst een weg.",
            "There are 100 sentences already. Remove one first.";
        gone: "Deze zin staat er niet meer. Als je opslaat, komt hij er weer bij.",
            "This sentence is no longer there. If you save, it is added again.";
    }
    with values {
        question: "Vraag {}", "Question {}";
        up_question: "Vraag {} omhoog", "Question {} up";
        down_question: "Vraag {} omlaag", "Question {} down";
        remove_question: "Haal vraag {} weg", "Remove question {}";
        up_reply: "{} omhoog", "{} up";
        down_reply: "{} omlaag", "{} down";
    }
}
