//! Somebody who hurts others and wants to stop.

use super::{Script, both};

pub(super) const SCRIPT: Script = Script {
    name: "Mo",
    who: both("Iemand die zelf geweld gebruikt", "Somebody who uses violence"),
    opening: both(
        "Ik heb iets gedaan waar ik spijt van heb. Gaan jullie nu de politie bellen?",
        "I did something that I regret. Are you going to call the police now?",
    ),
    story: [
        both(
            "Ik heb mijn vriendin hard geduwd. Ze viel tegen de kast. Ik schrok er zelf van.",
            "I pushed my girlfriend hard. She fell against the cupboard. I was shocked myself.",
        ),
        both(
            "Het ging om geld. Als we ruzie hebben, wordt het zwart voor mijn ogen.",
            "It was about money. When we fight, everything goes black.",
        ),
        both(
            "Het was eerder ook zo. Dan sloeg ik tegen de muur. Nu was zij het.",
            "It happened before. Then I hit the wall. This time it was her.",
        ),
        both(
            "Mijn vader deed het ook. Ik wil niet zo worden.",
            "My father did it too. I don't want to become like that.",
        ),
    ],
    all_told: both("Zo, nu weet je alles van me.", "There, now you know everything about me."),
    safety: both(
        "Zij is bij haar moeder. Ik ben alleen thuis. Ik doe mezelf niks aan, als je dat bedoelt.",
        "She is at her mother's. I am home alone. I will not hurt myself, if you mean that.",
    ),
    safety_again: both("Ja. Ik ben rustig nu.", "Yes. I am calm now."),
    number: both(
        "Mag ik daar ook heen bellen als ik degene ben die het doet?",
        "May I call there too when I am the one who does it?",
    ),
    advice_early: both(
        "Jaja. Iedereen weet altijd wat ik moet doen.",
        "Sure. Everybody always knows what I must do.",
    ),
    advice: both(
        "Als ik voel dat het komt, naar buiten gaan. Dat is misschien wel iets.",
        "Going outside when I feel it coming. That may be something.",
    ),
    kind: both(
        "Ik had niet gedacht dat je dat zou zeggen. De meesten lopen weg.",
        "I did not think that you would say that. Most people walk away.",
    ),
    blamed: both(
        "Zie je, daarom praat ik met niemand. Ik ben het monster, hè.",
        "You see, that is why I talk to nobody. I am the monster, right.",
    ),
    closed: both("Nee. Of nou ja, een beetje.", "No. Or well, a bit."),
    other: both("Hm, tja.", "Hm, well."),
    still_there: both("Zeg je nog iets?", "Will you say something?"),
    gives_up: both("Laat maar. Ik had het kunnen weten.", "Never mind. I should have known."),
    farewell: both(
        "Oké. Dank je dat je niet boos werd. Ik ga erover nadenken.",
        "Okay. Thank you for not getting angry. I will think about it.",
    ),
};
