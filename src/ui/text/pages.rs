//! The pages without an island: first page, sign-in, errors.

use super::catalogue;

catalogue! {
    /// The texts of pages that only the server renders.
    Pages {
        // Titles of the tab, neutral on purpose.
        title_visitor: "Chat", "Chat";
        title_sign_in: "Inloggen", "Sign in";
        title_desk: "Werkplek", "Desk";

        // What search engines show.
        description: "Chat met een medewerker die met je meedenkt. Je hoeft niet te zeggen wie je bent.",
            "Chat with a worker who thinks along with you. You do not have to say who you are.";

        home: "Je kunt hier anoniem chatten", "You can chat here anonymously";
        home_intro: "Heb je te maken met geweld thuis? Of maak je je zorgen over een kind of een ander? Een medewerker van Veilig Thuis denkt met je mee.",
            "Do you have to do with violence at home? Or do you worry about a child or somebody else? A worker of Veilig Thuis thinks along with you.";
        start: "Start de chat", "Start the chat";
        start_why: "Je hoeft niet te zeggen wie je bent.", "You do not have to say who you are.";
        no_script: "De chat werkt niet in deze browser: zet JavaScript aan. Of bel 0800-2000.",
            "The chat does not work in this browser: switch on JavaScript. Or call 0800-2000.";

        questions: "Vragen en antwoorden", "Questions and answers";
        anonymous_question: "Is de chat echt anoniem?", "Is the chat really anonymous?";
        anonymous_answer: "Ja. We weten niet wie je bent en we vragen er niet naar. Je provider kan wel zien dat je deze site bezoekt. En een programma dat iemand stiekem op je telefoon zet, ziet alles.",
            "Yes. We do not know who you are and we do not ask. Your internet provider can see that you visit this site. And a program that somebody secretly puts on your phone sees everything.";
        reads_question: "Wie kan meelezen?", "Who can read along?";
        reads_answer: "Alleen de mensen die boven je gesprek staan. Berichten gaan op slot weg van je scherm. Onze computer kan ze niet lezen.",
            "Only the people who are named above your conversation. Messages leave your screen locked. Our computer cannot read them.";
        kept_question: "Wat bewaren jullie?", "What do you keep?";
        kept_answer: "Na het gesprek wissen we alle berichten. We tellen alleen hoeveel gesprekken er waren en waarover het advies ging.",
            "After the conversation we erase all messages. We only count how many conversations there were and what the advice was about.";
        closed_question: "Ik heb de chat per ongeluk gesloten. Wat nu?",
            "I closed the chat by accident. What now?";
        closed_answer: "Laad de pagina opnieuw in hetzelfde tabblad. Je kunt 30 minuten terug naar je gesprek.",
            "Reload the page in the same tab. You can go back to your conversation for 30 minutes.";
        leave_question: "Hoe verlaat ik deze site snel?", "How do I leave this site quickly?";
        leave_answer: "Klik op ‘Verlaat deze site’. Of druk 3 keer snel op Shift. Je gesprek is dan gewist. Je browser onthoudt wel dat je hier was.",
            "Click ‘Leave this site’. Or press Shift 3 times quickly. Your conversation is then erased. Your browser still remembers that you were here.";
        wait_question: "Moet ik lang wachten?", "Do I have to wait long?";
        wait_answer: "Dat verschilt. Je ziet steeds welk nummer je bent in de wachtrij. Je kunt altijd stoppen.",
            "That differs. You always see your number in the queue. You can stop at any time.";
        night_question: "De chat is dicht. Wat nu?", "The chat is closed. What now?";
        night_answer: "Bel 0800-2000. Dat is gratis. Er is dag en nacht iemand.",
            "Call 0800-2000. It is free. Somebody is there day and night.";

        // Sign-in of staff
        sign_in: "Inloggen", "Sign in";
        sign_in_intro: "Voor medewerkers van de chat.", "For workers of the chat.";
        sign_in_name: "Naam", "Name";
        sign_in_password: "Wachtwoord", "Password";
        sign_in_button: "Inloggen", "Sign in";
        sign_in_wrong: "Deze naam en dit wachtwoord horen niet bij elkaar.",
            "This name and this password do not belong together.";
        sign_in_wait: "Er is te vaak geprobeerd om in te loggen. Wacht een paar minuten.",
            "Too many attempts to sign in. Wait a few minutes.";
        sign_in_again: "Je bent niet meer ingelogd. Log opnieuw in.",
            "You are no longer signed in. Sign in again.";
        sign_in_failed: "Inloggen lukt nu niet. Probeer het nog eens.",
            "Signing in does not work now. Try again.";

        // Errors
        not_found: "Deze pagina bestaat niet", "This page does not exist";
        not_found_next: "Kijk of het adres klopt. Of ga naar het begin. Je kunt ook bellen: 0800-2000.",
            "Check the address. Or go to the first page. You can also call: 0800-2000.";
        error: "Er ging bij ons iets mis", "Something went wrong on our side";
        error_next: "Probeer het over een paar minuten nog eens. Je kunt ook bellen: 0800-2000.",
            "Try again in a few minutes. You can also call: 0800-2000.";
        refused: "Dat kan hier niet", "That is not possible here";
        refused_next: "Ga naar het begin en probeer het nog eens. Je kunt ook bellen: 0800-2000.",
            "Go to the first page and try again. You can also call: 0800-2000.";
        busy: "Het is nu te druk", "It is too busy now";
        busy_next: "Wacht een paar minuten en probeer het nog eens. Je kunt ook bellen: 0800-2000.",
            "Wait a few minutes and try again. You can also call: 0800-2000.";
        home_link: "Ga naar het begin", "Go to the first page";
    }
}
