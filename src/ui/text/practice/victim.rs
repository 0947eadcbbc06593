//! Somebody who is hurt at home.

use super::{Script, both};

pub(super) const SCRIPT: Script = Script {
    name: "Iris",
    who: both("Iemand die thuis geweld meemaakt", "Somebody who meets violence at home"),
    opening: both(
        "Hoi. Ik weet niet of ik hier goed zit. Het gaat over mijn man.",
        "Hi. I don't know if this is the right place. It is about my husband.",
    ),
    story: [
        both(
            "Hij wordt snel boos. Gisteren gooide hij een bord naar me. Het kwam naast me terecht.",
            "He gets angry quickly. Yesterday he threw a plate at me. It landed next to me.",
        ),
        both(
            "Het is niet de eerste keer. In de zomer heeft hij me geslagen. Ik heb toen gezegd dat ik gevallen was.",
            "It is not the first time. In summer he hit me. I said that I had fallen.",
        ),
        both(
            "Onze dochter van zes was erbij. Ze slaapt nu slecht en plast weer in bed.",
            "Our daughter of six was there. She sleeps badly now and wets the bed again.",
        ),
        both(
            "Ik durf het aan niemand te vertellen. Hij kijkt ook in mijn telefoon.",
            "I dare not tell anybody. He also looks in my phone.",
        ),
    ],
    all_told: both(
        "Dat is eigenlijk alles. Ik weet gewoon niet wat ik nu moet doen.",
        "That is all, really. I just don't know what to do now.",
    ),
    safety: both(
        "Nu wel. Hij is werken, tot een uur of zes. Mijn dochter is op school.",
        "Now I am. He is at work until about six. My daughter is at school.",
    ),
    safety_again: both(
        "Ja, nu nog wel. Ik hoor het als de auto aankomt.",
        "Yes, for now. I will hear it when the car comes.",
    ),
    number: both(
        "Oké, dat schrijf ik niet op, maar ik onthoud het. Mag ik daar ook 's nachts heen bellen?",
        "Okay, I won't write it down, but I will remember. May I call at night too?",
    ),
    advice_early: both(
        "Dat is makkelijk gezegd. Je weet niet hoe het hier gaat.",
        "That is easily said. You don't know what it is like here.",
    ),
    advice: both(
        "Daar heb ik nog niet aan gedacht. Misschien kan ik dat proberen als hij werkt.",
        "I had not thought of that. Maybe I can try it when he is at work.",
    ),
    kind: both(
        "Dank je. Het is gek om het op te schrijven. Dan is het opeens echt.",
        "Thank you. It is strange to write it down. Then it is suddenly real.",
    ),
    blamed: both(
        "Zie je wel. Iedereen zegt dat het aan mij ligt. Laat ook maar.",
        "You see. Everybody says that it is my fault. Never mind.",
    ),
    closed: both("Ja. Soms.", "Yes. Sometimes."),
    other: both("Oké…", "Okay…"),
    still_there: both("Ben je er nog?", "Are you still there?"),
    gives_up: both("Ik denk dat je weg bent. Ik stop ermee.", "I think you are gone. I will stop."),
    farewell: both(
        "Dank je wel voor het luisteren. Ik ga nu mijn dochter halen. Dag.",
        "Thank you for listening. I will go and get my daughter now. Bye.",
    ),
};
