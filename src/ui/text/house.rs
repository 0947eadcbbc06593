//! The house rules, and what a visitor must know before the start of a chat.

use super::catalogue;

catalogue! {
    /// House rules, and the honest lines above the button "Start de chat".
    House {
        rules: "Huisregels", "House rules";
        whom_title: "Voor wie is de chat?", "Who is the chat for?";
        whom: "Voor iedereen die te maken heeft met geweld thuis of kindermishandeling. Ook als je je zorgen maakt over iemand anders.",
            "For everyone who has to do with violence at home or child abuse. Also if you worry about somebody else.";
        advice_title: "Je krijgt advies", "You get advice";
        advice: "Een medewerker luistert en denkt met je mee. Je bepaalt zelf wat je met het advies doet.",
            "A worker listens and thinks along with you. You decide what you do with the advice.";
        report_title: "Je kunt hier geen melding doen", "You cannot make an official report here";
        report: "Wil je een melding doen? In de chat vertellen we hoe dat gaat. Melden doe je daarna via 0800-2000.",
            "Do you want to make an official report? In the chat we tell you how. You then report through 0800-2000.";
        professional_title: "Kom je dit tegen in je werk?", "Do you come across this in your work?";
        professional: "Bel ons dan: 0800-2000. De chat is niet voor professionals.",
            "Then call us: 0800-2000. The chat is not for professionals.";
        hours_title: "Wanneer is de chat open?", "When is the chat open?";
        hours: "Van maandag tot en met vrijdag, van 9.00 tot 17.00 uur. Sommige regio's hebben andere tijden.",
            "Monday to Friday, from 9:00 to 17:00. Some regions have other hours.";
        anonymous_title: "Je blijft anoniem", "You stay anonymous";
        anonymous: "We vragen niet wie je bent. Na het gesprek wissen we alles wat er geschreven is.",
            "We do not ask who you are. After the conversation we erase all that was written.";
        registration_title: "We tellen het advies", "We count the advice";
        registration: "We maken een anonieme registratie van het advies. Daarin staat niets over wie je bent.",
            "We make an anonymous registration of the advice. It says nothing about who you are.";
        respect_title: "Blijf vriendelijk", "Stay friendly";
        respect: "Scheldt of dreigt iemand? Dan mag de medewerker het gesprek stoppen.",
            "Does somebody swear or threaten? Then the worker may stop the conversation.";

        watched: "Kan er iemand meekijken?", "Can somebody look over your shoulder?";
        watched_history: "Je browser onthoudt dat je hier was. ‘Verlaat deze site’ wist dat niet.",
            "Your browser remembers that you were here. ‘Leave this site’ does not erase that.";
        watched_safer: "Een ander apparaat of een privévenster is veiliger.",
            "Another device or a private window is safer.";
        procedure: "Een medewerker geeft je advies, daarna wissen we het gesprek en maken we een anonieme registratie van het advies.",
            "A worker gives you advice, then we erase the conversation and make an anonymous registration of the advice.";
        complaint: "Met een klacht over de chat bel je 0800-2000: je hoort dan hoe het verder gaat.",
            "With a complaint about the chat you call 0800-2000: they tell you what happens next.";
    }
}
